"""The store: rows and their history in one SQLite file.

Takes and gives records and plain rows; knows no frame and no widget.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import sqlalchemy as sa

from mentorkit.models import Record, new_id, record_of
from mentorkit.store import undoing, writes
from mentorkit.store.checking import Checkup, check
from mentorkit.store.engine import (
    engine_for,
    make_file,
    newer,
    not_ours,
    reading,
    writing,
)
from mentorkit.store.log import Signature
from mentorkit.store.moment import Moment
from mentorkit.store.names import find_id
from mentorkit.store.rows import Rows, Where
from mentorkit.store.schema import METADATA, SCHEMA_INFO, VERSION
from mentorkit.store.undone import Undone


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


class Store:
    """One database: add, revise, erase, history, and the rows of any moment.

    Parameters
    ----------
    path : pathlib.Path
        The database file.
    now : callable
        Gives the moment that changes are signed with.
    today : callable, optional
        Gives the day that empty dates are filled in with; by default that of ``now``.
    """

    def __init__(
        self,
        path: Path,
        *,
        now: Callable[[], dt.datetime] = _now,
        today: Callable[[], dt.date] | None = None,
    ) -> None:
        self.path = path
        self.now = now
        self.today = today or (lambda: self.now().date())
        self._engine = engine_for(path)
        with reading(self._engine, path) as connection:
            self._check_version(connection)

    @classmethod
    def create(cls, path: Path, *, now: Callable[[], dt.datetime] = _now) -> Self:
        """Lay out an empty database, readable by its owner only, and open it."""
        make_file(path)
        engine = engine_for(path, new=True)
        with writing(engine, path) as connection:
            METADATA.create_all(connection)
            connection.execute(sa.insert(SCHEMA_INFO).values(version=VERSION))
        engine.dispose()
        return cls(path, now=now)

    def _check_version(self, connection: sa.Connection) -> None:
        if not sa.inspect(connection).has_table(SCHEMA_INFO.name):
            raise not_ours(self.path)
        version = connection.execute(sa.select(SCHEMA_INFO.c.version)).scalar_one()
        if version > VERSION:
            raise newer(self.path, version)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def transaction(
        self, by: str, why: str | None = None, *, at: dt.datetime | None = None
    ) -> Iterator[Transaction]:
        """Give a transaction: what is changed in it is kept together, or not at all.

        Parameters
        ----------
        by : str
            Who signs the changes.
        why : str, optional
            The reason.
        at : datetime.datetime, optional
            The moment that they are signed with; now when it is left out.
        """
        with writing(self._engine, self.path) as connection:
            moment = at or self.now()
            today = at.date() if at else self.today()
            signature = Signature(by, moment, today, why, new_id("cs"))
            yield Transaction(connection, signature)

    def add(
        self, records: Iterable[Record], by: str, why: str | None = None
    ) -> list[Record]:
        """Add records together; return them with their references as ids."""
        with self.transaction(by, why) as transaction:
            return transaction.add(records)

    def revise(
        self,
        table: str,
        row_id: str,
        changes: Mapping[str, Any],
        *,
        by: str,
        why: str | None = None,
        version: int | None = None,
    ) -> tuple[Record, int]:
        """Change fields of a row; return the record and its new version.

        Raises
        ------
        Conflict
            ``version`` is given and the row has a newer one.
        """
        with self.transaction(by, why) as transaction:
            return transaction.revise(table, row_id, changes, version)

    def erase(
        self, table: str, row_id: str, *, by: str, why: str | None = None
    ) -> Record:
        """Take a row out; the log keeps what it held."""
        with self.transaction(by, why) as transaction:
            return transaction.erase(table, row_id)

    def undo(
        self, *, by: str, change_set: str | None = None, why: str | None = None
    ) -> Undone:
        """Take back the last change set of a person, or one that is named."""
        with self.transaction(by, why) as transaction:
            return transaction.undo(change_set)

    def check(self) -> Checkup:
        """Look over the file, every row and the whole history."""
        return check(self._engine, self.path, self.now())

    def get(self, table: str, name: str) -> tuple[Record, int]:
        """Return the row that an id or a handle names, and its version."""
        with reading(self._engine, self.path) as connection:
            row_id = find_id(connection, table, name)
            return writes.get(connection, record_of(table), row_id)

    def find_id(self, table: str, name: str) -> str:
        """Return the id that an id, a handle or an e-mail address stands for."""
        with self.one_moment() as moment:
            return moment.find_id(table, name)

    def history(self, table: str, row_id: str) -> list[dict[str, Any]]:
        """Return the log of one row, oldest first."""
        with self.one_moment() as moment:
            return moment.history(table, row_id)

    @contextmanager
    def one_moment(self) -> Iterator[Moment]:
        """Give the database at one moment: what is read of it fits together."""
        with reading(self._engine, self.path) as connection:
            yield Moment(connection)

    def rows(
        self,
        table: str,
        where: Where | None = None,
        *,
        as_of: dt.datetime | None = None,
    ) -> Rows:
        """Return rows as plain values (days and moments as text), unsorted.

        Parameters
        ----------
        table : str
            The table's name.
        where : mapping of str to sequence of str, optional
            For each column the values that fit.
        as_of : datetime.datetime, optional
            The moment whose rows are asked for; now when it is left out.
        """
        with self.one_moment() as moment:
            return moment.rows(table, where, as_of=as_of)

    def everything(self) -> dict[str, Rows]:
        """Return the rows of all tables at one moment, as :meth:`rows` gives them."""
        with self.one_moment() as moment:
            return moment.everything()


class Transaction:
    """Changes that are kept together."""

    def __init__(self, connection: sa.Connection, signature: Signature) -> None:
        self._connection = connection
        self._signature = signature

    def add(self, records: Iterable[Record], *, op: str = "add") -> list[Record]:
        """Add records."""
        return writes.add(self._connection, records, self._signature, op)

    def revise(
        self,
        table: str,
        row_id: str,
        changes: Mapping[str, Any],
        version: int | None = None,
    ) -> tuple[Record, int]:
        """Change fields of a row."""
        record = record_of(table)
        return writes.revise(
            self._connection, record, row_id, changes, self._signature, version
        )

    def erase(self, table: str, row_id: str) -> Record:
        """Take a row out."""
        return writes.erase(self._connection, record_of(table), row_id, self._signature)

    def undo(self, change_set: str | None = None) -> Undone:
        """Take a change set back; the signer's last one when none is named."""
        return undoing.undo(self._connection, self._signature, change_set)

    def find_id(self, table: str, name: str) -> str:
        """Return the id that an id, a handle or an e-mail address stands for."""
        return find_id(self._connection, table, name)

    def get(self, table: str, row_id: str) -> tuple[Record, int]:
        """Return a row as its record, and its version."""
        return writes.get(self._connection, record_of(table), row_id)

    def same_row(self, record: Record) -> str | None:
        """Return the id of the row that a record is about, by id or natural key."""
        return writes.same_row(self._connection, record)
