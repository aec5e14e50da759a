"""A database file, opened so that many kernels may write and nothing is lost.

Knows SQLite's settings, its lock file and what its errors mean; knows no record.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from mentorkit.errors import StorageError, WorkspaceError
from mentorkit.i18n import N_, fill
from mentorkit.store.database import Database
from mentorkit.store.shares import check_local


if sys.platform != "win32":  # where SQLite's own waiting has to serve
    import fcntl

PRAGMAS = (
    "busy_timeout = 30000",
    "synchronous = full",
    "foreign_keys = on",
    "secure_delete = on",
    "cache_size = -32000",
)
"""Durable, waiting instead of failing, and leaving no erased text in free pages.

Pages of the file are kept in memory up to 32 MB, not 2: a program's log is larger.
"""


PATIENCE = 10.0
"""Seconds to wait for readers of an older state when the log is to be emptied."""


def make_file(path: Path) -> None:
    """Create an empty database file that only its owner may read."""
    check_local(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise WorkspaceError(f"{path} is there already.") from None
    except OSError as error:
        raise StorageError(f"{path} cannot be created: {error.strerror}.") from None


def engine_for(path: Path, *, new: bool = False) -> sa.Engine:
    """Return an engine on an existing file; a new one, still empty, is set up.

    Raises
    ------
    WorkspaceError
        There is no such file.
    StorageError
        It is not a database.
    """
    if not path.is_file():
        raise WorkspaceError(
            f"There is no database at {path}. Use 'mentorkit init' to lay out a"
            " workspace, or name the folder of the one you mean."
        )
    check_local(path)
    # Its bytes are never read from here: closing a file gives up every lock that this
    # process holds on it, SQLite's own among them, and others would then remove the
    # write-ahead log from under an open connection.
    if path.stat().st_size == 0 and not new:
        raise not_ours(path)
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)))

    @sa.event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
        if new:
            connection.execute("pragma journal_mode = wal")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        _raw(connection).execute("begin immediate" if writes else "begin")

    return engine


class SQLiteFile(Database):
    """A database in one file.

    Parameters
    ----------
    path : pathlib.Path
        The file; it must be there.
    new : bool
        Whether it is empty and about to be laid out.
    """

    def __init__(self, path: Path, *, new: bool = False) -> None:
        self.path = path
        self.name = str(path)
        self.engine = engine_for(path, new=new)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one moment of the database."""
        with self.in_words(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give the turn to write: changes are kept together, or not at all.

        Writers queue at a lock file beside the database: SQLite alone lets them wait
        by sleeping, so that the unlucky ones starve.
        """
        with (
            self.in_words(),
            locked(self.path),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def clock(self, connection: sa.Connection) -> dt.datetime:  # noqa: ARG002
        """Return this computer's time: all who write here are on it."""
        return dt.datetime.now(dt.UTC)

    def require_owner(self, connection: sa.Connection, what: str) -> None:
        """Let it be: whoever may write the file has all of it."""

    def scrub(self) -> str | None:
        """Write the file anew and empty its log; say what is left to do.

        Whoever reads an older state keeps the log: what was erased is in it until then.
        """
        with self.in_words(), locked(self.path):
            raw = self.engine.raw_connection()
            try:
                if _empty_log(raw.cursor()):
                    return None
            finally:
                raw.invalidate()  # its settings were changed
                raw.close()
        return (
            f"{self.path.name}-wal still holds what was erased, since a program reads"
            " an older state of the database. Close open notebooks, then run"
            " 'mentorkit erase --finish'."
        )

    def in_words(self) -> AbstractContextManager[None]:
        """Tell what the database and the disk refuse as errors of ours."""
        return in_words(self.path)

    def not_ours(self) -> StorageError:
        """Return the error for a file that is something else."""
        return not_ours(self.path)


def _empty_log(cursor: Any) -> bool:
    """Try, for a while, to leave nothing in free pages and in the write-ahead log."""
    end = time.monotonic() + PATIENCE
    cursor.execute("pragma busy_timeout = 1000")
    while True:
        try:
            cursor.execute("vacuum")
            busy, *_ = cursor.execute("pragma wal_checkpoint(truncate)").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            busy = True
        if not busy or time.monotonic() > end:
            return not busy
        time.sleep(0.2)


def pragma(connection: sa.Connection, words: str) -> None:
    """Set what SQLite only takes outside of a transaction."""
    _raw(connection).execute(f"pragma {words}")


def _raw(connection: sa.Connection) -> Any:
    """Return the driver's connection, which does what SQLAlchemy needs not know of."""
    return connection.connection.driver_connection


def not_ours(path: Path) -> StorageError:
    """Return the error for a file that is something else."""
    return StorageError(
        f"{path} is not a mentorkit database. It was left as it is;"
        " name another file, or move it away and run 'mentorkit init'."
    )


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait for the turn to write, and keep it."""
    if sys.platform == "win32":
        yield
        return
    flags = os.O_CREAT | os.O_RDWR
    lock = os.open(path.with_name(f"{path.name}-lock"), flags, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Tell what the database and the disk refuse as errors of ours."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except (DatabaseError, sqlite3.DatabaseError) as error:
        raise _told(path, getattr(error, "orig", error)) from error
    except OSError as error:
        raise StorageError(
            f"{path} cannot be used: {error.strerror}. Nothing was changed."
        ) from error


TROUBLE = {
    "locked": N_(
        "{path} is in use by another program that did not let go for 30 seconds. Close"
        " it and try again. Nothing was changed."
    ),
    "readonly": N_(
        "{path} may only be read. Change the file's permissions, or ask its owner."
        " Nothing was changed."
    ),
    "read-only": N_(
        "{path} may only be read. Change the file's permissions. Nothing was changed."
    ),
    "disk I/O": N_(
        "{path} could not be read or written: the disk refused. See that there is room"
        " on it, and that it is sound. Nothing was changed."
    ),
    "full": N_(
        "{path} cannot grow: the disk is full. Make room and try again. Nothing was"
        " changed."
    ),
    "malformed": N_(
        "{path} is damaged. Keep a copy of it and restore the latest backup. Nothing"
        " was changed."
    ),
    "unable to open": N_(
        "{path} cannot be opened. Check the folder's permissions. Nothing was changed."
    ),
}
"""What SQLite's words mean, and what to do."""


def _told(path: Path, error: Any) -> StorageError:
    text = str(error)
    if "not a database" in text:
        return not_ours(path)
    for word, meaning in TROUBLE.items():
        if word in text:
            return StorageError(fill(meaning, path=str(path)))
    return StorageError(f"{path} cannot be used: {text}. Nothing was changed.")
