"""Texts that are made of lines, such as an agenda: between the text and its rows.

A form shows such a text as rows of small controls; the text alone is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mentorkit.i18n import N_, fill
from mentorkit.models.agenda import LONGEST, read_points, written_point


Row = dict[str, str]

MINUTES = N_("Line {line}: minutes are a whole number, such as 10.")
TOPIC = N_("Line {line}: say what the {minutes} minutes are for.")


@dataclass(frozen=True, slots=True)
class Column:
    """One control of a row.

    Parameters
    ----------
    name : str
        What the row calls it.
    label : str
        What people call it.
    control : {"text", "number", "select", "date"}
        What it is filled in with.
    ref : str
        The table whose rows can be chosen.
    """

    name: str
    label: str
    control: Literal["text", "number", "select", "date"] = "text"
    ref: str = ""


COLUMNS: dict[str, tuple[Column, ...]] = {
    "agenda": (
        Column("minutes", N_("Minutes"), "number"),
        Column("topic", N_("What it is about")),
    ),
    "actions": (
        Column("title", N_("What will be done")),
        Column("owner_id", N_("Who does it"), "select", ref="people"),
        Column("due_on", N_("Due on"), "date"),
    ),
}
"""The columns of each layout."""

TOTAL = {"agenda": ("minutes", "minutes")}
"""The column of a layout that adds up, and the field that its sum is held against."""


class BadLine(ValueError):  # noqa: N818 - named by what it is about
    """A line that cannot be kept; the message says which, and why."""


def written(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as a control holds them: nothing for no rows.

    Examples
    --------
    >>> written([{"minutes": "5", "topic": "Check in"}])
    '[{"minutes":"5","topic":"Check in"}]'
    """
    if not rows:
        return ""
    return json.dumps(list(rows), ensure_ascii=False, separators=(",", ":"))


def read_rows(layout: str, raw: str) -> list[Row]:
    """Return what a control holds as rows, without those that are empty."""
    names = [column.name for column in COLUMNS[layout]]
    given = json.loads(raw) if raw.strip() else []
    rows = [{name: str(row.get(name) or "").strip() for name in names} for row in given]
    return [row for row in rows if any(row.values())]


def agenda_rows(text: str) -> list[Row]:
    """Return an agenda's text as rows.

    Examples
    --------
    >>> agenda_rows("10 min: Check in")
    [{'minutes': '10', 'topic': 'Check in'}]
    >>> agenda_rows("Open questions")
    [{'minutes': '', 'topic': 'Open questions'}]
    """
    return [
        {"minutes": "" if minutes is None else str(minutes), "topic": topic}
        for minutes, topic in read_points(text)
    ]


def agenda_text(rows: Sequence[Mapping[str, str]]) -> str:
    """Return rows as an agenda's text.

    Raises
    ------
    BadLine
        Minutes are not a number, or are for nothing.
    """
    lines = []
    for number, row in enumerate(rows, 1):
        minutes, topic = row["minutes"], " ".join(row["topic"].split())
        if minutes and not (minutes.isdecimal() and 0 < int(minutes) <= LONGEST):
            raise BadLine(fill(MINUTES, line=number))
        if minutes and not topic:
            raise BadLine(fill(TOPIC, line=number, minutes=int(minutes)))
        lines.append(written_point(int(minutes) if minutes else None, topic))
    return "\n".join(lines)


def to_lines(layout: str, text: str) -> str:
    """Return a kept text as its control shows it."""
    return written(agenda_rows(text)) if layout == "agenda" else text


def from_lines(layout: str, raw: str) -> Any:
    """Return what a control holds as it is kept, or nothing.

    Raises
    ------
    BadLine
        A line cannot be kept.
    """
    rows = read_rows(layout, raw)
    if layout == "agenda":
        return agenda_text(rows) or None
    return written(rows) or None
