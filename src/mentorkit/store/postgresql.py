"""A database on a PostgreSQL server, for a team: connections, turns, errors in words.

Knows the server's settings and what its errors mean; who may read and write what in it
is in ``rights``.
"""

from __future__ import annotations

import datetime as dt
import os
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError

from mentorkit.errors import MentorkitError, NotAllowed, StorageError, WorkspaceError
from mentorkit.store.database import Database
from mentorkit.store.rules import SCHEMA, SEEN
from mentorkit.store.schema import METADATA


TURN = 0x6D656E746F72
"""The advisory lock that writers queue at, one at a time and in order."""

TAKE_TURN = sa.select(sa.func.pg_advisory_xact_lock(TURN))

BINARY = "binary"
"""The execution option by which values are sent as the server keeps them."""

SETTINGS = "-c timezone=UTC -c lock_timeout=30s"

FIND_TABLES = f"""
SELECT set_config('search_path', CASE
    WHEN pg_has_role(current_user, nspowner, 'USAGE') THEN '{SCHEMA}'
    ELSE '{SEEN}, {SCHEMA}' END, false)
FROM pg_namespace WHERE nspname = '{SCHEMA}'
"""  # noqa: S608
"""The owner works on the tables; a login that was granted access on what it may see."""

OWNER = f"""
SELECT pg_has_role(current_user, nspowner, 'USAGE')
FROM pg_namespace WHERE nspname = '{SCHEMA}'
"""  # noqa: S608


class PostgreSQL(Database):
    """A database on a server.

    Parameters
    ----------
    url : str
        ``postgresql://LOGIN@HOST/DATABASE``; the password may be left to
        ``PGPASSWORD`` or a password file.

    Raises
    ------
    WorkspaceError
        The URL cannot be read, or the driver is not installed.
    """

    schema = SCHEMA

    def __init__(self, url: str) -> None:
        self.url = read_url(url)
        self.name = self.url._replace(password=None).render_as_string()
        _require_driver()
        self.engine = sa.create_engine(
            self.url.set(drivername="postgresql+psycopg"),
            connect_args={"options": _options(self.url), "connect_timeout": 10},
            pool_pre_ping=True,
        )

        self._reader: dict[str, Any] = {
            "isolation_level": "REPEATABLE READ",
            "postgresql_readonly": True,
        }
        weakref.finalize(self, self.engine.dispose)

        @sa.event.listens_for(self.engine, "connect")
        def _settle(connection: Any, _record: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute(FIND_TABLES)
            connection.commit()

        @sa.event.listens_for(self.engine, "before_cursor_execute")
        def _as_bytes(_connection: sa.Connection, cursor: Any, *asked: Any) -> None:
            if asked[2].execution_options.get(BINARY):
                cursor.format = import_module("psycopg.pq").Format.BINARY

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one moment of the database."""
        with (
            self.in_words(),
            self.engine.connect().execution_options(**self._reader) as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give the turn to write: changes are kept together, or not at all.

        Writers queue, so that the order of the log is the order of what happened.
        """
        with self.in_words(), self.engine.connect() as connection, connection.begin():
            connection.execute(TAKE_TURN)
            yield connection

    def clock(self, connection: sa.Connection) -> dt.datetime:
        """Return the server's time."""
        moment: dt.datetime = connection.execute(
            sa.select(sa.func.clock_timestamp())
        ).scalar_one()
        return moment.astimezone(dt.UTC)

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Tell what the server refuses as errors of ours."""
        try:
            yield
        except sa.exc.IntegrityError:
            raise
        except DBAPIError as error:
            raise self._told(error.orig) from error

    def require_owner(self, connection: sa.Connection, what: str) -> None:
        """See that the login has the tables, and not a part of what they hold only.

        Raises
        ------
        NotAllowed
            It has not.
        """
        owner = connection.exec_driver_sql(OWNER).scalar_one_or_none()
        if not owner:
            raise NotAllowed(
                f"Only the owner of {self.name} can {what}: your login"
                f" '{self.url.username}' sees a part of it."
            )

    def scrub(self) -> str | None:
        """Write the tables anew without dead rows; say what is left to do."""
        with (
            self.in_words(),
            self.engine.connect().execution_options(
                isolation_level="AUTOCOMMIT"
            ) as connection,
        ):
            for name in ("logins", *METADATA.tables):
                try:
                    connection.exec_driver_sql(
                        f"VACUUM (FULL, ANALYZE) {SCHEMA}.{name}"
                    )
                except DBAPIError as error:
                    if getattr(error.orig, "sqlstate", "") != "55P03":
                        raise
                    return (
                        f"Free pages of {self.name} still hold what was erased, since"
                        " somebody reads it. Run 'mentorkit erase --finish' when nobody"
                        " does."
                    )
        return None

    def not_ours(self) -> StorageError:
        """Return the error for a database without our tables."""
        return StorageError(
            f"{self.name} holds no mentorkit tables yet. 'mentorkit init DIR --database"
            " URL' lays them out; 'mentorkit restore FILE' puts a backup there, such as"
            " one of the file that you worked with until now."
        )

    def _told(self, error: Any) -> MentorkitError:
        state, text = getattr(error, "sqlstate", None) or "", str(error).strip()
        if state in {"42501", "42P01"}:
            return _refused(self.url.username or "", text)
        for begin, meaning in KNOWN.items():
            if state.startswith(begin):
                return StorageError(f"{self.name} {meaning}. Nothing was changed.")
        for word, meaning in UNREACHED.items():
            if word in text:
                return StorageError(f"{self.name} {meaning}. Nothing was changed.")
        first = text.splitlines()[0] if text else type(error).__name__
        return StorageError(
            f"{self.name} cannot be used: {first}. Nothing was changed."
        )


KNOWN = {
    "28": "refused the login: the name or the password is wrong. Check the URL,"
    " PGPASSWORD or the password file",
    "3D": "is not there: the server has no such database",
    "55P03": "is being written by somebody else, who did not let go for 30 seconds."
    " Try again",
    "53100": "cannot grow: the server's disk is full",
    "53": "has no room for another connection now. Try again",
    "25006": "may only be read now",
    "57": "was shut down by its administrator. Try again later",
}
"""What the server's error codes begin with, and what they mean."""

UNREACHED = {
    "password authentication failed": KNOWN["28"],
    "no password supplied": KNOWN["28"],
    "does not exist": "refused: there is no such database or login on the server",
    "Connection refused": "cannot be reached: no server answers there. Check the URL,"
    " and that the server runs",
    "resolve host": "cannot be reached: there is no such host. Check the URL",
    "timeout": "cannot be reached: the server did not answer in time",
    "server closed the connection": "let go of the connection. Try again",
    "terminating connection": "let go of the connection. Try again",
}
"""What is said where no code comes with it: mostly before there is a connection."""


def read_url(url: str) -> sa.URL:
    """Return a URL taken apart.

    Raises
    ------
    WorkspaceError
        It cannot be read.
    """
    try:
        return sa.make_url(url)
    except ArgumentError:
        raise WorkspaceError(
            "The database's URL cannot be read. It looks like"
            " postgresql://LOGIN@HOST/DATABASE."
        ) from None


def _options(url: sa.URL) -> str:
    """Return our settings after those that the URL or the environment gives."""
    given = url.query.get("options") or os.environ.get("PGOPTIONS", "")
    return f"{given if isinstance(given, str) else ' '.join(given)} {SETTINGS}".strip()


def _require_driver() -> None:
    try:
        import psycopg  # noqa: F401, PLC0415 - an optional extra
    except ImportError:
        raise WorkspaceError(
            "A PostgreSQL database needs its driver:"
            " pip install 'mentorkit[postgresql]'."
        ) from None


def _refused(login: str, text: str) -> NotAllowed:
    whose = f"Your login '{login}'" if login else "Your login"
    if "row-level security" in text or "mentorkit:" in text:
        return NotAllowed(
            f"{whose} may not write this: it belongs to others. Nothing was changed."
        )
    if "schema" in text or "relation" in text or "table" in text:
        return NotAllowed(
            f"{whose} has no access to this, or not that much. Whoever keeps the"
            " database grants it: mentorkit grant PERSON --login LOGIN."
        )
    return NotAllowed(f"{whose} is not allowed to do this: {text.splitlines()[0]}.")
