"""Which version a changed template needs: what was asked before, against what is now.

A patch changes words, a minor version adds, a major one takes away or asks otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from msgspec.structs import replace

from mentorkit.assignments.prompt import Prompt, Template


class Step(IntEnum):
    """The place of a version's number that has to grow."""

    MAJOR = 0
    MINOR = 1
    PATCH = 2


def flaws_since(before: Template, now: Template) -> Iterator[str]:
    """Give what is wrong with a template's version after a change, if anything is.

    Parameters
    ----------
    before : Template
        As it went out.
    now : Template
        As it is to go out.

    Examples
    --------
    >>> from mentorkit.assignments.prompt import Kind
    >>> prompt = Prompt("mood", Kind.TEXT, "How was it?", "## How was it?")
    >>> before = Template("week", "1.0.4", "en", "My week", (prompt,))
    >>> now = Template("week", "1.0.5", "en", "My week", ())
    >>> list(flaws_since(before, now))
    ['Call it 2.0.0 at least, since the prompt “mood” is gone.']
    """
    if (before.name, before.language) != (now.name, now.language):
        there = f"{before.name} ({before.language})"
        yield f"What it is held against is another template: {there}."
        return
    changes = sorted(_changes(before, now), key=lambda change: change[0])
    if not changes:
        return
    step, why = changes[0]
    least = _after(before.version, step)
    if _numbers(now.version) < least:
        wanted = ".".join(map(str, least))
        yield f"Call it {wanted} at least, since {why}."


def _changes(before: Template, now: Template) -> Iterator[tuple[Step, str]]:
    """Give what has changed, and how much that weighs."""
    old = {prompt.id: prompt for prompt in before.prompts}
    new = {prompt.id: prompt for prompt in now.prompts}
    for gone in old.keys() - new.keys():
        yield Step.MAJOR, f"the prompt “{gone}” is gone"
    for added in new.keys() - old.keys():
        yield Step.MINOR, f"the prompt “{added}” is new"
    for both in old.keys() & new.keys():
        yield from _changes_of(old[both], new[both])
    if before.title != now.title or list(old) != [key for key in new if key in old]:
        yield Step.PATCH, "its title or the order of its prompts is another"


def _changes_of(old: Prompt, new: Prompt) -> Iterator[tuple[Step, str]]:
    if old.kind is not new.kind:
        yield Step.MAJOR, f"“{old.id}” is answered by a {new.kind} now"
    there, here = _stored(old), _stored(new)
    for gone in sorted(there - here):
        yield Step.MAJOR, f"“{gone}” is gone from “{old.id}”"
    for added in sorted(here - there):
        yield Step.MINOR, f"“{added}” is new in “{old.id}”"
    if old.into != new.into:
        yield Step.PATCH, f"the answer to “{old.id}” goes elsewhere"
    if replace(old, into=new.into) != new:
        yield Step.PATCH, f"“{old.id}” has other words"


def _stored(prompt: Prompt) -> set[str]:
    """Return the words that answers to a prompt are stored in."""
    values = {option.value for option in prompt.options}
    return values | {column.name for column in prompt.columns}


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in version.split("."))


def _after(version: str, step: Step) -> tuple[int, ...]:
    """Return the first version that is a step further."""
    numbers = _numbers(version)
    return (*numbers[:step], numbers[step] + 1, *(0,) * (2 - step))
