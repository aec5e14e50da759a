"""What a notebook answers, prompt by prompt: the answer, its copies, what was odd.

Between finding cells (``locating``) and reading them (``values``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from mentorkit.assignments.given import opens_form, read_given
from mentorkit.assignments.locating import (
    TOLD,
    Names,
    Place,
    Via,
    behind_questions,
    locate,
    questions_noted,
)
from mentorkit.assignments.notebook import Cell, Notebook
from mentorkit.assignments.prompt import Kind, Prompt, as_compared
from mentorkit.assignments.remarks import Noted, Refused, Remark
from mentorkit.assignments.values import TEXT, Values, read


MARKDOWN = "markdown"

MOST_COPIES = 20
"""Of one answer; more were never pasted by accident."""


class Answer(NamedTuple):
    """One value of one answer.

    ``copy`` is 0 for the answer itself and counts what stands beside it; ``prompt`` is
    empty for text that belongs to no question.
    """

    prompt: str
    kind: str
    copy: int
    row: int
    part: str
    value: str
    via: str


@dataclass(slots=True)
class Answered:
    """What a whole notebook answers."""

    answers: list[Answer] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)
    count: int = 0


class Typed(NamedTuple):
    """One thing that was typed as an answer."""

    values: Values
    via: Via
    text: str


def answers_of(notebook: Notebook, names: Names) -> Answered:
    """Return what a notebook answers.

    Raises
    ------
    Refused
        Nothing in it is of what was handed out.
    """
    located = locate(notebook.cells, names)
    if notebook.about is None and not notebook.widgets and located.is_foreign:
        raise Refused(Remark.NOT_HANDED_OUT)
    found = Answered(noted=list(notebook.noted))
    widgets = _widgets(notebook, names)
    for place in located.places:
        if not place.is_asked:
            found.noted += questions_noted(place)
        _answer(place, widgets.get(place.prompt.id, []), found)
    _elsewhere(located.elsewhere, found)
    return found


def _widgets(notebook: Notebook, names: Names) -> dict[str, list[Typed]]:
    """Return what widgets left, by the prompt that they name."""
    found: dict[str, list[Typed]] = {}
    for answer in notebook.widgets:
        number = names.number.get(str(answer.get("prompt")))
        if number is not None:
            prompt = names.template.prompts[number]
            values = read_given(prompt, answer.get("value"))
            found.setdefault(prompt.id, []).append(
                Typed(values, Via.WIDGET, repr(values.rows))
            )
    return found


def _answer(place: Place, widgets: list[Typed], found: Answered) -> None:
    """Read one prompt's answer, and whatever else may be one."""
    prompt = place.prompt
    tried = [*_typed(place, found), *widgets]
    if not place.is_alone:
        tried += _added(place)
    if not (place.answers or tried):
        found.noted.append(Noted(Remark.ANSWER_MISSING, prompt.id))
    kept = _differing([each for each in tried if each.values.rows])
    if len(kept) > MOST_COPIES:
        found.noted.append(Noted(Remark.ANSWER_TRUNCATED, prompt.id))
        del kept[MOST_COPIES:]
    for copy, each in enumerate(kept):
        if each.via in TOLD or each.values.is_odd:
            found.noted += _told(prompt, each, copy)
        found.answers += [
            Answer(prompt.id, str(prompt.kind), copy, *value, str(each.via))
            for value in each.values.rows
        ]
    if len(kept) > 1:
        found.noted.append(Noted(Remark.ANSWER_DUPLICATED, prompt.id))
    found.count += bool(kept)


def _differing(tried: list[Typed]) -> list[Typed]:
    """Return each of some answers once, the first of those that say the same."""
    if len(tried) < 2:
        return tried
    found: dict[str, Typed] = {}
    for each in tried:
        found.setdefault(as_compared(each.text), each)
    return list(found.values())


def _typed(place: Place, found: Answered) -> Iterator[Typed]:
    """Give what was typed into the cells that say whose answer they are."""
    for cell, via in place.in_order():
        text = cell.text
        if opens_form(text):
            continue
        if cell.cell_type != MARKDOWN:
            found.noted.append(Noted(Remark.CELL_TYPE_CHANGED, place.prompt.id))
        if text != place.prompt.starter:
            yield Typed(read(place.prompt, text), via, text)


def _added(place: Place) -> Iterator[Typed]:
    """Give what was typed behind a question, into cells that say nothing."""
    code = [] if place.answers else place.code
    cells = (cell.text for cell in (*place.after, *code))
    for text in (*behind_questions(place), *cells):
        if opens_form(text):
            continue
        yield Typed(read(place.prompt, text), Via.POSITION, text)


def _told(prompt: Prompt, typed: Typed, copy: int) -> Iterator[Noted]:
    if typed.via in TOLD:
        yield Noted(TOLD[typed.via], prompt.id)
    if typed.values.misfit and not copy:
        yield Noted(Remark.ANSWER_FORMAT, prompt.id)
    if typed.values.mended:
        yield Noted(Remark.BAD_TEXT, prompt.id)
    if typed.values.truncated:
        yield Noted(Remark.ANSWER_TRUNCATED, prompt.id)


def _elsewhere(cells: list[Cell], found: Answered) -> None:
    """Keep text that belongs to no question, so that a person sees it."""
    if not cells:
        return
    found.noted.append(Noted(Remark.TEXT_ELSEWHERE))
    kept = Values()
    for row, cell in enumerate(cells):
        kept.add(row, TEXT, cell.text)
    found.answers += [
        Answer("", Kind.TEXT.value, 0, *value, Via.POSITION.value)
        for value in kept.rows
    ]
