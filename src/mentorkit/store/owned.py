"""An open database, and what its owner alone does with it.

Letting people in, sealing private text, erasing a person. Rows are ``Store``'s.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

import sqlalchemy as sa

from mentorkit.errors import MentorkitError, WorkspaceError
from mentorkit.models import new_id
from mentorkit.store import earlier, erasing, logins, resealing, sealing, survey
from mentorkit.store.database import Place
from mentorkit.store.erased import Erased
from mentorkit.store.log import Signature
from mentorkit.store.logins import Granted
from mentorkit.store.names import find_id
from mentorkit.store.opening import lay_out, open_database, place_of
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.resealing import Resealed
from mentorkit.store.sealed import has_sealed
from mentorkit.store.sealing import Seals


class Owned:
    """A database that is open; see :class:`mentorkit.store.Store`."""

    def __init__(
        self,
        place: Place,
        *,
        now: Callable[[], dt.datetime] | None = None,
        today: Callable[[], dt.date] | None = None,
        keys: Path | None = None,
        language: str = "en",
    ) -> None:
        self.place = place_of(place)
        self._now = now
        self._today = today
        seals = Seals(keys, language)
        self._language = language
        self._database = open_database(self.place)
        self.name = self._database.name
        self._seal_with(seals)

    @classmethod
    def create(
        cls,
        place: Place,
        *,
        now: Callable[[], dt.datetime] | None = None,
        keys: Path | None = None,
    ) -> Self:
        """Lay out an empty database, readable by its owner only, and open it."""
        lay_out(place_of(place))
        return cls(place, now=now, keys=keys)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _seal_with(self, seals: Seals) -> None:
        self.seals = seals
        sealing.use(self._database.engine, seals)

    def speak(self, language: str) -> None:
        """Say in a language that a sealed text does not open."""
        keys = self.seals.keys
        self._language = language
        self._seal_with(Seals(None if keys is None else keys.folder, language))

    def now(self) -> dt.datetime:
        """Return the moment that a change would be signed with."""
        if self._now is not None:
            return self._now()
        with self._database.reading() as connection:
            return self._database.clock(connection)

    def today(self) -> dt.date:
        """Return the day that empty dates are filled in with."""
        return self._today() if self._today is not None else self.now().date()

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

    def seal(self, keys: Path) -> Resealed:
        """Seal every private text, with keys in a folder, and go on sealing."""
        before = self.seals
        self._seal_with(Seals(keys, self._language))
        try:
            return resealing.seal(self._database, self.seals)
        except MentorkitError:
            self._seal_with(before)
            raise

    def unseal(self) -> Resealed:
        """Open every sealed text for good, and seal no more."""
        done = resealing.unseal(self._database, self.seals)
        self._seal_with(Seals(None, self._language))
        return done

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

    def drop_unused_keys(self, mentorships: Iterable[str]) -> list[str]:
        """Destroy keys that seal nothing here any more; return those that were here.

        What they sealed in backups can be read by nobody then.

        Parameters
        ----------
        mentorships : iterable of str
            Ids; a key that anything in the database is still sealed with stays.
        """
        keys = self.seals.keys
        if keys is None:
            return []
        with self._database.writing() as connection:  # so that nobody seals meanwhile
            return [
                each
                for each in sorted(mentorships)
                if not has_sealed(connection, each) and keys.drop(each, mark=False)
            ]

    def earlier_layouts(self, person_id: str) -> list[str]:
        """Return the schemas of earlier layouts on a server that hold somebody."""
        if not isinstance(self._database, PostgreSQL):
            return []
        with self._database.reading() as connection:
            return earlier.holding(connection, person_id)

    def drop_layouts(self, schemas: Iterable[str]) -> None:
        """Take schemas of earlier layouts away."""
        with self._by_owner("delete them") as connection:
            earlier.drop(connection, schemas)

    def scrub(self) -> str | None:
        """Leave nothing of what was erased in the database; say what is left to do."""
        return self._database.scrub()
