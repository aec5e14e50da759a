"""The store: rows and their history, in one file or on a server.

Takes and gives records and plain rows; knows no frame and no widget.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from mentorkit.models import Record, record_of
from mentorkit.store import writes
from mentorkit.store.checking import Checkup, check
from mentorkit.store.moment import Moment
from mentorkit.store.names import find_id
from mentorkit.store.owned import Owned
from mentorkit.store.rows import Rows, Where
from mentorkit.store.transaction import Transaction
from mentorkit.store.undone import Undone


__all__ = ["Store", "Transaction"]


class Store(Owned):
    """One database: add, revise, erase, history, and the rows of any moment.

    Parameters
    ----------
    place : pathlib.Path or str
        The database file, or the URL of a server's database.
    now : callable, optional
        Gives the moment that changes are signed with; by default the database's clock.
    today : callable, optional
        Gives the day that empty dates are filled in with; by default that of ``now``.
    keys : pathlib.Path, optional
        The folder of the keys that private text is sealed with; without it, none is.
    language : str
        The language in which a sealed text says that it does not open.
    """

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
        with self._database.writing() as connection:
            signature = self._signed(connection, by, why, at)
            yield Transaction(connection, signature, self._database)

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
        return check(self._database, self.now())

    def get(self, table: str, name: str) -> tuple[Record, int]:
        """Return the row that an id or a handle names, and its version."""
        with self._database.reading() as connection:
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
        with self._database.reading() as connection:
            yield Moment(connection, self.today)

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
