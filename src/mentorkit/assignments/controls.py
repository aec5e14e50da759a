"""Between an answer as it is kept and the control that it is given in, kind by kind."""

from __future__ import annotations

import json
from typing import Any, Literal

import msgspec

from mentorkit.assignments.given import Asked, Value
from mentorkit.assignments.prompt import Kind
from mentorkit.assignments.values import LONGEST, MOST_VALUES, day_of, whole
from mentorkit.errors import AssignmentError
from mentorkit.forms import Choice, Question
from mentorkit.forms.words import INCOMPLETE
from mentorkit.i18n import N_, fill, number_text, translate


TOO_LONG = N_(
    "Not kept: this is {count} characters long, and {most} are the most. Shorten it."
)
TOO_MANY = N_("Not kept: these are {count} values, and {most} are the most.")
NO_YEAR = N_("Not kept: write the year in four digits.")

FIRST_YEAR = 1000
"""An earlier one was begun and not finished."""

CONTROLS: dict[Kind, Literal["textarea", "radios", "boxes", "lines", "date"]] = {
    Kind.TEXT: "textarea",
    Kind.CHOICE: "radios",
    Kind.SCALE: "radios",
    Kind.MULTIPLE: "boxes",
    Kind.TABLE: "lines",
    Kind.DATE: "date",
}

SEVERAL = (Kind.MULTIPLE, Kind.TABLE)
"""Kinds whose control holds JSON."""


def question_of(prompt: str, asked: Asked, language: str) -> Question:
    """Return what a form shows of a question."""
    steps = asked.kind is Kind.SCALE
    return Question(
        name=prompt,
        title=asked.title,
        control=CONTROLS[asked.kind],
        language=language,
        choices=tuple(
            _step(*option) if steps else Choice(*option)
            for option in asked.options.items()
        ),
        columns=tuple(asked.columns.items()),
        stacked=not steps,
    )


def _step(value: str, label: str) -> Choice:
    """Return a step of a scale: its number, and below it what it means."""
    word = label.removeprefix(value)
    return Choice(value, value, word.strip()) if word != label else Choice(value, label)


def from_control(asked: Asked, raw: str, language: str) -> Value:
    """Return what a control holds as it is kept; empty for no answer.

    Raises
    ------
    AssignmentError
        It is longer than what is collected, or no day.
    ValueError
        It is none of what the control offers.

    Examples
    --------
    >>> from_control(Asked("When?", Kind.DATE), "2026-10-05", "en")
    '2026-10-05'
    """
    value: Any = whole(raw.strip())
    if value and asked.kind in SEVERAL:
        value = _several(asked, json.loads(value)) or ""
    _check_size(value, language)
    if value and asked.kind is Kind.DATE:
        day = day_of(value)
        if day is None or day.year < FIRST_YEAR:
            problem = INCOMPLETE["date"] if day is None else NO_YEAR
            raise AssignmentError(translate(problem, language))
        return day.isoformat()
    to_control(asked, value)
    found: Value = value
    return found


def to_control(asked: Asked, value: Any) -> str:
    """Return a kept answer as its control holds it.

    Raises
    ------
    ValueError
        It is none that the control could hold.
    """
    if not value:
        return ""
    if asked.kind in SEVERAL:
        return json.dumps(_several(asked, value), ensure_ascii=False)
    fits = isinstance(value, str)
    if fits and asked.kind is Kind.DATE:
        fits = day_of(value) is not None
    elif fits and asked.options:
        fits = value in asked.options
    if not fits:
        raise ValueError(value)
    return str(value)


def _several(asked: Asked, given: Any) -> list[Any]:
    """Return options in their order, or the rows of a table, what is filled in of them."""
    try:
        if asked.kind is Kind.MULTIPLE:
            chosen = set(msgspec.convert(given, list[str]))
            if chosen <= asked.options.keys():
                return [value for value in asked.options if value in chosen]
        else:
            rows = [
                _filled(asked, row)
                for row in msgspec.convert(given, list[dict[str, str]])
            ]
            return [row for row in rows if row]
    except msgspec.ValidationError:
        pass
    raise ValueError(given)


def _filled(asked: Asked, row: dict[str, str]) -> dict[str, str]:
    """Return the cells of a row that are not empty, in the columns' order."""
    if not row.keys() <= asked.columns.keys():
        raise ValueError(row)
    cells = {name: whole(row.get(name, "").strip()) for name in asked.columns}
    return {name: cell for name, cell in cells.items() if cell}


def _check_size(value: Value, language: str) -> None:
    """Refuse what would not be collected whole."""
    texts = [value] if isinstance(value, str) else [*_texts(value)]
    longest = max(map(len, texts), default=0)
    for words, count, most in (
        (TOO_LONG, longest, LONGEST),
        (TOO_MANY, len(texts), MOST_VALUES),
    ):
        if count > most:
            told = {"count": number_text(count, language)}
            told["most"] = number_text(most, language)
            raise AssignmentError(fill(words, language, **told))


def _texts(value: list[Any]) -> list[str]:
    rows = [[*each.values()] if isinstance(each, dict) else [each] for each in value]
    return [text for row in rows for text in row]
