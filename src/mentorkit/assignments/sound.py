"""What makes a prompt sound, however it was written: one sentence for each flaw.

Asked of sources and of notebooks alike; where a flaw stands is told by who asks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from mentorkit.assignments.into import flaws_of_into
from mentorkit.assignments.prompt import Kind, Prompt


NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""A template's name: it goes into file names."""

VERSION = re.compile(r"\d+\.\d+\.\d+")

PROMPT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,54}")

CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
"""What nbformat lets a cell be called."""

TAKEN = re.compile(r"opening|how-to|due|forms|parameters|help-\d+|.*-question")
"""Ids of the cells that are no answers."""

VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")

COLUMN = re.compile(r"[a-z][a-z0-9_]{0,63}")

CHOSEN = (Kind.CHOICE, Kind.MULTIPLE, Kind.SCALE)
"""Kinds of answers that are chosen among options."""


def flaws_of(prompt: Prompt) -> Iterator[str]:
    """Give each flaw of a prompt in a sentence that says what to do.

    Examples
    --------
    >>> list(flaws_of(Prompt("due", Kind.TEXT, "When?", "## When?")))
    ['The id is that of another cell. Use another word.']
    """
    if not PROMPT_ID.fullmatch(prompt.id):
        yield "An id is up to 55 letters, digits, “-” and “_”: write {#next-step ...}."
    elif TAKEN.fullmatch(prompt.id):
        yield "The id is that of another cell. Use another word."
    if not prompt.title:
        yield "The question is missing. Write it after “## ”."
    if prompt.kind in CHOSEN:
        yield from _flaws_of_options(prompt)
    elif prompt.kind is Kind.TABLE:
        yield from _flaws_of_columns(prompt)
    elif prompt.options or prompt.columns:
        yield f"A {prompt.kind} has nothing to choose. Take the lines “- … = …” out."
    yield from flaws_of_into(prompt)


def _flaws_of_options(prompt: Prompt) -> Iterator[str]:
    values = [option.value for option in prompt.options]
    if len(values) < 2:
        yield "Give two options at least, a line each: “- value = what people read”."
    yield from _repeated("option", values)
    yield from _repeated("wording", (option.label for option in prompt.options))
    for value in values:
        if prompt.kind is Kind.SCALE and not re.fullmatch(r"-?\d+", value):
            yield f"The steps of a scale are whole numbers, and “{value}” is none."
        elif not VALUE.fullmatch(value) and prompt.kind is not Kind.SCALE:
            yield f"The option “{value}” is stored so: use letters, digits and “_”."
    if prompt.kind is Kind.SCALE and values != sorted(values, key=_number):
        yield "Give the steps of a scale from the lowest to the highest."


def _flaws_of_columns(prompt: Prompt) -> Iterator[str]:
    names = [column.name for column in prompt.columns]
    if not names:
        yield "Name the columns, a line each: “- due_on = Due on”."
    yield from _repeated("column", names)
    yield from _repeated("heading", (column.label for column in prompt.columns))
    for column in prompt.columns:
        if not COLUMN.fullmatch(column.name):
            yield f"Name the column “{column.name}” in small letters, digits and “_”."
        if "|" in column.label:
            yield f"The heading “{column.label}” holds a bar, which parts columns."


def _repeated(noun: str, words: Iterable[str]) -> Iterator[str]:
    for word, count in Counter(words).items():
        if count > 1:
            yield f"The {noun} “{word}” is there {count} times. Keep one."


def _number(word: str) -> int:
    return int(word) if re.fullmatch(r"-?\d+", word) else 0
