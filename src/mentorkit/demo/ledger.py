"""The ledger: who recorded what and when, each entry checked by its record.

It knows nothing of the stories that are told into it, and of no store.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from mentorkit.models import Record
from mentorkit.models.record import ALPHABET


MOMENT = dt.timedelta(seconds=1)


class Revision(NamedTuple):
    """A change to a row that is already there, with the reason for it."""

    table: str
    id: str
    changes: dict[str, Any]
    why: str


class Entry(NamedTuple):
    """One thing that somebody recorded: the moment, the person's handle, and what."""

    at: dt.datetime
    by: str
    op: Literal["add", "revise"]
    what: Record | Revision


@dataclass(frozen=True, slots=True)
class DemoProgram:
    """A program's handle, its lead, the quarter it is about, and all its entries."""

    handle: str
    lead: str
    period: str
    entries: list[Entry]

    def records(self, table: str) -> list[Record]:
        """Return a table's records as they stand after the last entry."""
        rows = replay(self.entries).values()
        return [record for record in rows if record.table == table]


class Ledger:
    """Entries in whatever order they come; ``close`` sorts and checks them."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._first: set[str] = set()

    def add(self, at: dt.datetime, by: str, record: Record) -> str:
        """Note that somebody added a record; return its id."""
        self._entries.append(Entry(at.astimezone(dt.UTC), by, "add", record))
        return record.id

    def add_together(self, at: dt.datetime, by: str, records: Sequence[Record]) -> None:
        """Note that somebody added records at once; later ones may refer to the first."""
        self._first.add(records[0].id)
        for record in records:
            self.add(at, by, record)

    def revise(
        self,
        at: dt.datetime,
        by: str,
        place: tuple[str, str],
        changes: Mapping[str, Any],
        why: str,
    ) -> None:
        """Note that somebody changed the row at ``place``, its table and id."""
        revision = Revision(*place, dict(changes), why)
        self._entries.append(Entry(at.astimezone(dt.UTC), by, "revise", revision))

    def close(self) -> list[Entry]:
        """Return the entries by time; what was noted first stays first in a tie.

        Raises
        ------
        InvalidRecord
            A revision would leave a record that its model refuses.
        """
        entries = sorted(
            _after_references(self._entries, self._first), key=lambda entry: entry.at
        )
        replay(entries)
        return entries


def _after_references(entries: list[Entry], first: AbstractSet[str]) -> list[Entry]:
    """Return entries of which none is earlier than the rows that it refers to.

    What is added together with the ``first`` of several stays with it.
    """
    added = {e.what.id: e.at for e in entries if not isinstance(e.what, Revision)}
    settled = []
    for entry in sorted(entries, key=lambda entry: entry.at):
        what = entry.what
        if not isinstance(what, Revision):
            refs = [getattr(what, f.name) for f in what.fields() if f.about.ref]
            later = [
                added[ref] + (dt.timedelta() if ref in first else MOMENT)
                for ref in refs
                if ref in added
            ]
            added[what.id] = max([entry.at, *later])
        settled.append(entry._replace(at=max(entry.at, added[what.id])))
    return settled


def replay(entries: list[Entry]) -> dict[str, Record]:
    """Return every record by its id, after all entries, each state validated."""
    state: dict[str, Record] = {}
    for entry in entries:
        if isinstance(entry.what, Revision):
            before = state[entry.what.id]
            values = before.model_dump() | entry.what.changes
            state[entry.what.id] = type(before)(**values)
        else:
            state[entry.what.id] = entry.what
    return state


class Ids:
    """Ids that look drawn by lot, and are the same each time for the same name."""

    def __init__(self, name: str) -> None:
        self._lot = random.Random(f"ids of {name}")  # noqa: S311 - repeatable on purpose

    def draw(self, record: type[Record]) -> str:
        """Return the next id for a record."""
        letters = "".join(self._lot.choices(ALPHABET, k=8))
        return f"{record.prefix}-{letters}"
