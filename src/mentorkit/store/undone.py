"""What an undo took back, as data and in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

from mentorkit.models import Record, record_of


SHOWN = 10
"""How many rows are told one by one; more are counted."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row that an undo changed.

    Attributes
    ----------
    table, row_id, name : str
        The row: its table, its id, and what people call it.
    what : {"out", "back", "changed"}
        An added row is out again, an erased one is back, a revised one is as before.
    fields : dict
        The fields that were turned back, and what they hold again.
    """

    table: str
    row_id: str
    name: str
    what: Literal["out", "back", "changed"]
    fields: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        row: Record,
        what: Literal["out", "back", "changed"],
        fields: Mapping[str, Any] | None = None,
    ) -> Self:
        """Tell of a record."""
        name = getattr(row, "handle", None) or row.id
        return cls(row.table, row.id, name, what, fields or {})

    def __str__(self) -> str:
        record = record_of(self.table)
        subject = f"{record.noun} {self.name}"
        if self.what != "changed":
            return f"{subject} is {self.what} again"
        told = [_told(record, name, value) for name, value in self.fields.items()]
        return f"{subject}: {', '.join(told)}"


@dataclass(frozen=True, slots=True)
class Undone:
    """A change set that was taken back.

    Attributes
    ----------
    change_set : str
        The undo's own change set: taking that back too lets the change stand again.
    undoes : str
        The change set that was taken back.
    by, why : str
        Who made it, and the reason given.
    at : datetime.datetime
        When it was made.
    was_undo : bool
        Whether it was an undo itself.
    steps : tuple of Step
        The rows, in the order in which they were turned back.
    """

    change_set: str
    undoes: str
    by: str
    at: dt.datetime
    why: str | None
    was_undo: bool
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        what = "the undo" if self.was_undo else "the change"
        why = f" ({self.why})" if self.why else ""
        head = f"Took back {what} of {self.at:%Y-%m-%d %H:%M %Z} by {self.by}{why}:"
        return "\n".join([head, *(f"  {line}" for line in self._lines())])

    __repr__ = __str__

    def _lines(self) -> list[str]:
        if len(self.steps) <= SHOWN:
            return [f"{step}." for step in self.steps]
        counts = Counter((step.table, step.what) for step in self.steps)
        return [_counted(*key, count) for key, count in counts.items()]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


def _counted(table: str, what: str, count: int) -> str:
    noun, verb = (record_of(table).noun, "is") if count == 1 else (table, "are")
    return f"{count} {noun} {verb} {'as before' if what == 'changed' else what + ' again'}."


def _told(record: type[Record], name: str, value: Any) -> str:
    """Say what a field holds again; free text is not repeated."""
    if value is None:
        return f"{name} is empty again"
    about = record.field(name)
    private = about.about.reads != "all" or about.kind == "text"
    return f"{name} is as before" if private else f"{name} is {value} again"
