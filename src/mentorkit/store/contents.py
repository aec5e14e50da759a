"""What a database file holds, read through without changing anything about it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from mentorkit.errors import StorageError, WorkspaceError
from mentorkit.store.database import newer
from mentorkit.store.schema import (
    METADATA,
    SCHEMA_INFO,
    VERSION,
    moment_told,
)
from mentorkit.store.sqlite import in_words, not_ours


PATIENCE = 30.0
"""Seconds to wait for another program to let go of a file."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a database holds, in short.

    Attributes
    ----------
    programs : tuple of str
        The names of its programs.
    mentorships, changes : int
        How many there are of each.
    latest : str or None
        The moment of the last change, in UTC.
    layout : int
        The number of its layout.
    """

    programs: tuple[str, ...]
    mentorships: int
    changes: int
    latest: str | None
    layout: int = VERSION

    def __str__(self) -> str:
        names = ", ".join(self.programs) or "no program"
        until = f" until {moment_told(self.latest)}" if self.latest else ""
        return (
            f"{names}: {_counted(self.mentorships, 'mentorship')},"
            f" {_counted(self.changes, 'change')}{until}"
        )


def examine(path: Path, *, live: bool = False) -> Contents:
    """Read a database through and say what it holds.

    Raises
    ------
    WorkspaceError
        There is no such file.
    StorageError
        It is damaged, no mentorkit database, or one of a newer mentorkit.
    """
    if not path.is_file():
        raise WorkspaceError(f"There is no file {path}.")
    with in_words(path):
        if path.stat().st_size == 0:
            raise not_ours(path)
        with closing(opened(path, live=live)) as connection:
            layout = _look_through(path, connection)
            return _contents(connection, layout)


def people_in(path: Path) -> set[str]:
    """Return the ids of everybody whom a file holds, in its rows or its history.

    Raises
    ------
    StorageError
        It is no mentorkit database, or damaged.
    """
    query = (
        "select person_id from people"
        " union select row_id from changes where table_name = 'people'"
    )
    with in_words(path), closing(opened(path)) as connection:
        try:
            return {str(row_id) for (row_id,) in connection.execute(query)}
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                raise not_ours(path) from None
            raise


def opened(path: Path, *, live: bool = False) -> sqlite3.Connection:
    """Open a file that is to be read only.

    One that nobody has open is read without the files that SQLite keeps beside it, so
    that it may lie in a folder that cannot be written. A ``live`` one never is: closing
    it would give up the locks that this process holds on it elsewhere.
    """
    alone = not live and not path.with_name(f"{path.name}-wal").exists()
    mode = "mode=ro&immutable=1" if alone else "mode=rw"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)
    connection.execute(f"pragma busy_timeout = {PATIENCE * 1000:.0f}")
    return connection


def _look_through(path: Path, connection: sqlite3.Connection) -> int:
    """See that a file is sound and ours; return the number of its layout."""
    if connection.execute("pragma integrity_check(1)").fetchone() != ("ok",):
        raise StorageError(f"{path} is damaged. Nothing was changed.")
    found = {name: _columns(connection, name) for name in METADATA.tables}
    if not found[SCHEMA_INFO.name]:
        raise not_ours(path)
    (version,) = connection.execute("select max(version) from schema_info").fetchone()
    if version is None or version > VERSION:
        raise newer(path, version) if version else not_ours(path)
    if version < VERSION:
        return int(version)
    for name, table in METADATA.tables.items():
        if missing := sorted(set(table.c.keys()) - found[name]):
            raise StorageError(
                f"{path} is not laid out as mentorkit does it: its table '{name}' lacks"
                f" {', '.join(missing)}. It was left as it is."
            )
    return VERSION


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in connection.execute(f"pragma table_info({table})")}


def _contents(connection: sqlite3.Connection, layout: int) -> Contents:
    programs = connection.execute("select name from programs order by name")
    mentorships = connection.execute("select count(*) from mentorships").fetchone()
    changes = connection.execute("select count(*), max(at) from changes").fetchone()
    names = tuple(name for (name,) in programs)
    return Contents(names, mentorships[0], changes[0], changes[1], layout)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
