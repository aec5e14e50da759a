"""The store: rows and their history, in one file or on a server.

Takes and gives records and plain rows; knows no frame and no widget.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Self

import sqlalchemy as sa

from mentorkit.errors import WorkspaceError
from mentorkit.models import Record, new_id, record_of
from mentorkit.store import erasing, logins, survey, undoing, writes
from mentorkit.store.checking import Checkup, check
from mentorkit.store.database import Place
from mentorkit.store.erased import Erased
from mentorkit.store.log import Signature
from mentorkit.store.logins import Granted
from mentorkit.store.moment import Moment
from mentorkit.store.names import find_id
from mentorkit.store.opening import lay_out, open_database, place_of
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.rows import Rows, Where
from mentorkit.store.undone import Undone


class Store:
    """One database: add, revise, erase, history, and the rows of any moment.

    Parameters
    ----------
    place : pathlib.Path or str
        The database file, or the URL of a server's database.
    now : callable, optional
        Gives the moment that changes are signed with; by default the database's clock.
    today : callable, optional
        Gives the day that empty dates are filled in with; by default that of ``now``.
    """

    def __init__(
        self,
        place: Place,
        *,
        now: Callable[[], dt.datetime] | None = None,
        today: Callable[[], dt.date] | None = None,
    ) -> None:
        self.place = place_of(place)
        self._now = now
        self._today = today
        self._database = open_database(self.place)
        self.name = self._database.name

    @classmethod
    def create(
        cls, place: Place, *, now: Callable[[], dt.datetime] | None = None
    ) -> Self:
        """Lay out an empty database, readable by its owner only, and open it."""
        lay_out(place_of(place))
        return cls(place, now=now)

    def now(self) -> dt.datetime:
        """Return the moment that a change would be signed with."""
        if self._now is not None:
            return self._now()
        with self._database.reading() as connection:
            return self._database.clock(connection)

    def today(self) -> dt.date:
        """Return the day that empty dates are filled in with."""
        return self._today() if self._today is not None else self.now().date()

    def signed_in(self) -> str | None:
        """Return the id of the person whose login the database knows this by."""
        if not isinstance(self._database, PostgreSQL):
            return None
        with self._database.reading() as connection:
            return logins.signed_in(connection)

    def grant(self, person: str, login: str | None = None) -> Granted:
        """Give a person access to a server's database by a login."""
        with self._by_owner("grant access to it") as connection:
            return logins.grant(connection, person, login)

    def revoke(self, person: str) -> list[str]:
        """Take a person's access to a server's database; return their logins."""
        with self._by_owner("revoke access to it") as connection:
            return logins.revoke(connection, person)

    def granted(self) -> list[Granted]:
        """Return who has access to a server's database."""
        with self._by_owner("see who has access") as connection:
            return logins.granted(connection)

    def address(self, login: str) -> str:
        """Return the URL at which a login finds a server's database."""
        database = self._database
        if not isinstance(database, PostgreSQL):
            return self.name
        url = database.url._replace(username=login, password=None)
        return url.render_as_string()

    @contextmanager
    def _by_owner(self, what: str) -> Iterator[sa.Connection]:
        database = self._database
        if not isinstance(database, PostgreSQL):
            raise WorkspaceError(
                f"{self.name} is a file, and a file knows no logins: whoever may read it"
                " has all of it. Access is granted where the database is on a server."
            )
        with database.writing() as connection:
            database.require_owner(connection, what)
            yield connection

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

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
            yield Transaction(connection, self._signed(connection, by, why, at))

    def _signed(
        self,
        connection: sa.Connection,
        by: str,
        why: str | None,
        at: dt.datetime | None = None,
    ) -> Signature:
        moment = at or (self._now() if self._now else self._database.clock(connection))
        day = self._today() if self._today and not at else moment.date()
        return Signature(by, moment, day, why, new_id("cs"))

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

    def erase_person(
        self,
        person: str,
        *,
        by: str,
        why: str | None = None,
        counts: bool | None = None,
        dry_run: bool = False,
    ) -> Erased:
        """Take a person's data out of all rows and the whole history, for good.

        Parameters
        ----------
        person : str
            The person's id, handle or e-mail address.
        by : str
            Who signs it.
        why : str, optional
            The reason; names of the person are taken out of it.
        counts : bool, optional
            Whether rows about them stay, without names and texts; what they consented
            to when it is left out.
        dry_run : bool
            Find out what it comes to, and change nothing.
        """
        database = self._database
        with database.reading() if dry_run else database.writing() as connection:
            database.require_owner(connection, "erase a person")
            person_id = find_id(connection, "people", person)
            signature = self._signed(connection, by, why)
            found = survey.survey(connection, person_id, signature, counts=counts)
            if dry_run:
                return found.erased()
            done = erasing.carry_out(connection, found, signature)
        return replace(done, unfinished=self.scrub())

    def scrub(self) -> str | None:
        """Leave nothing of what was erased in the database; say what is left to do."""
        return self._database.scrub()

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
