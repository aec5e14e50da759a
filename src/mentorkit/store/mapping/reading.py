"""From one cell to one column's value, by what the column holds and how it is written.

Chooses among the readers of ``cells``; knows nothing of rows and files.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mentorkit.i18n import N_, translate
from mentorkit.models import Field
from mentorkit.store.mapping import cells
from mentorkit.store.mapping.cells import Cell, Unreadable, folded, text_of
from mentorkit.store.mapping.maps import Column, Formats


YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "ano", "tak"})
NO = frozenset({"no", "n", "false", "0", "nein", "non", "ne", "nie"})

READ_AS = N_("“{text}” was read as {value:g}.")
ANSWER = N_("Answer yes or no.")

BY_NAME = {"email": "email", "handle": "handle", "minutes": "minutes"}
BY_KIND = {
    "integer": "number",
    "number": "number",
    "date": "date",
    "instant": "moment",
    "choice": "choice",
    "boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a cell is to be read, and where a remark on it goes."""

    field: Field
    formats: Formats
    note: Callable[[str], None]
    time: str = ""
    zone: str = ""


def manner_of(field: Field, column: Column) -> str:
    """Return how a column is read: as the map says, or as its field asks."""
    return column.read or BY_NAME.get(field.name) or BY_KIND.get(field.kind, "text")


def read(how: str, cell: Cell, manner: Manner) -> Any:
    """Return a cell's value.

    Raises
    ------
    Unreadable
        It is not what the column holds.
    """
    return READERS[how](cell, manner)


def _text(cell: Cell, _manner: Manner) -> str:
    return text_of(cell)


def _email(cell: Cell, _manner: Manner) -> str:
    return "".join(text_of(cell).split()).lower()


def _handle(cell: Cell, _manner: Manner) -> str:
    return cells.read_handle(text_of(cell))


def _number(cell: Cell, manner: Manner) -> float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = text_of(cell)
    found = cells.read_number(text, manner.formats.decimal or ".")
    if not cells.is_plain_number(text):
        manner.note(translate(READ_AS).format(text=text, value=found))
    return found


def _minutes(cell: Cell, manner: Manner) -> int:
    if isinstance(cell, dt.time):
        return cell.hour * 60 + cell.minute
    return cells.read_minutes(text_of(cell), manner.formats.decimal or ".")


def _moment_parts(cell: Cell, manner: Manner) -> tuple[dt.date, dt.time]:
    if isinstance(cell, dt.datetime):
        return cell.date(), cell.time()
    orders = manner.formats.dates or []
    text = " ".join(text_of(cell).replace("T", " ").split())
    try:
        return cells.read_day(text, orders), dt.time()
    except Unreadable:
        day, _, clock = text.partition(" ")
        if not clock:
            raise
        found = cells.read_day(day, orders), cells.read_clock(clock)
    return found


def _date(cell: Cell, manner: Manner) -> dt.date:
    return _moment_parts(cell, manner)[0]


def _time(cell: Cell, _manner: Manner) -> str:
    return cells.read_clock(text_of(cell)).isoformat("minutes")


def _moment(cell: Cell, manner: Manner) -> dt.datetime:
    if offset := re.fullmatch(r"\S+[T ]\S+(?:Z|[+-]\d\d:?\d\d)", text_of(cell)):
        return dt.datetime.fromisoformat(offset[0])
    day, clock = _moment_parts(cell, manner)
    if manner.time:
        clock = cells.read_clock(manner.time)
    return cells.read_moment(day, clock, manner.zone or "UTC")


def _choice(cell: Cell, manner: Manner) -> str:
    text = text_of(cell)
    words = manner.field.vocabulary or ()
    for word in words:
        if folded(text) in (folded(word.value), folded(translate(word.label))):
            return str(word.value)
    return text


def _boolean(cell: Cell, _manner: Manner) -> bool:
    word = folded(text_of(cell))
    if word in YES or word in NO:
        return word in YES
    raise Unreadable(translate(ANSWER))


READERS: dict[str, Callable[[Cell, Manner], Any]] = {
    "text": _text,
    "email": _email,
    "handle": _handle,
    "number": _number,
    "minutes": _minutes,
    "date": _date,
    "time": _time,
    "moment": _moment,
    "choice": _choice,
    "boolean": _boolean,
}
