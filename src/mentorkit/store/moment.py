"""The database at one moment: whatever is read of it fits together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import sqlalchemy as sa

from mentorkit.models import RECORDS, Record, record_of
from mentorkit.store import log, sealing
from mentorkit.store.arrow import whole
from mentorkit.store.names import find_id
from mentorkit.store.past import rows_then
from mentorkit.store.past_columns import columns_then
from mentorkit.store.rows import Rows, Where, read


VALUES = 5000
"""How many values a filter has at a time: databases take some tens of thousands."""


class Moment:
    """Reads of one moment; what was asked before is not read again.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read.
    today : callable
        Gives the day that counts as today.
    """

    def __init__(self, connection: sa.Connection, today: Callable[[], dt.date]) -> None:
        self.today = today
        self._connection = connection
        self._read: dict[Any, Rows] = {}
        self._found: dict[tuple[str, str], str] = {}

    @contextmanager
    def one_moment(self) -> Iterator[Self]:
        """Give this moment."""
        yield self

    def find_id(self, table: str, name: str) -> str:
        """Return the id that an id, a handle or an e-mail address stands for."""
        asked = (table, name)
        if asked not in self._found:
            self._found[asked] = find_id(self._connection, table, name)
        return self._found[asked]

    def history(self, table: str, row_id: str) -> list[dict[str, Any]]:
        """Return the log of one row, oldest first."""
        lines = log.of_row(self._connection, table, row_id)
        return sealing.of(self._connection).lines(lines)

    def rows(
        self,
        table: str,
        where: Where | None = None,
        *,
        as_of: dt.datetime | None = None,
    ) -> Rows:
        """Return rows; see :meth:`Store.rows`."""
        record = record_of(table)
        if not where:
            at_once = (
                whole(self._connection, record)
                if as_of is None
                else columns_then(self._connection, record, as_of)
            )
            return self._rows(record, {}, as_of) if at_once is None else at_once
        fits = {name: tuple(dict.fromkeys(values)) for name, values in where.items()}
        asked = (table, tuple(fits.items()), as_of)
        if asked not in self._read:
            self._read[asked] = self._rows(record, fits, as_of)
        return self._read[asked]

    def everything(self) -> dict[str, Rows]:
        """Return the rows of all tables."""
        return {record.table: self.rows(record.table) for record in RECORDS}

    def _rows(
        self, record: type[Record], where: Where, as_of: dt.datetime | None
    ) -> Rows:
        parts = _parts(where)
        found = self._part(record, next(parts), as_of)
        for part in parts:
            found = found.plus(self._part(record, part, as_of))
        return found

    def _part(
        self, record: type[Record], where: Where, as_of: dt.datetime | None
    ) -> Rows:
        if as_of is None:
            kept = read(self._connection, record, where)
        else:
            kept = rows_then(self._connection, record, where, as_of)
        seals = sealing.of(self._connection)
        return Rows(seals.columns(record.table, kept.columns))


def _parts(where: Where) -> Iterator[Where]:
    """Give a filter in parts that no row fits two of, none with too many values."""
    longest = max(where, key=lambda name: len(where[name]), default=None)
    if longest is None or len(where[longest]) <= VALUES:
        yield where
        return
    values = where[longest]
    for start in range(0, len(values), VALUES):
        yield {**where, longest: values[start : start + VALUES]}
