"""Copies of a database, made while others write and looked over.

A copy is a file, whichever kind the database is. Putting one back is ``restoring``'s.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from mentorkit.errors import WorkspaceError
from mentorkit.store import copying
from mentorkit.store.contents import PATIENCE, Contents, examine, opened
from mentorkit.store.database import Place
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.sqlite import in_words


BUSY = frozenset({5, 6})
"""What SQLite calls a file, or a table, that somebody else holds."""


def name_for(beside: Path, now: dt.datetime, label: str = "") -> Path:
    """Return a free name in the ``backups`` folder beside a file, with the time."""
    stem = f"{beside.stem}-{now.astimezone(dt.UTC):%Y-%m-%dT%H%M%SZ}{label}"
    folder = beside.parent / "backups"
    found, number = folder / f"{stem}.db", 2
    while found.exists():
        found, number = folder / f"{stem}-{number}.db", number + 1
    return found


def back_up(database: Place, target: Path) -> Contents:
    """Copy a database as it is at one moment into a new file, and look the copy over.

    Raises
    ------
    WorkspaceError
        The target is there already, or there is no such database.
    StorageError
        It cannot be read, or the copy cannot be written; none is left behind.
    """
    if target.exists():
        raise WorkspaceError(f"{target} is there already. Name another file.")
    if isinstance(database, Path) and not database.is_file():
        raise WorkspaceError(f"There is no database at {database}.")
    with part_of(target) as part:
        if isinstance(database, Path):
            copied(database, part, live=True)
        else:
            _from_server(database, part)
        contents = examine(part)
        settle(part, target)
    return contents


def copy_of(backup: Path, target: Path) -> None:
    """Copy a backup into a new file."""
    with in_words(target):
        copied(backup, target)


def _from_server(url: str, part: Path) -> None:
    database = PostgreSQL(url)
    try:
        copying.into_file(database, part)
    finally:
        database.close()


def copied(source: Path, target: Path, *, live: bool = False) -> None:
    """Copy a file into another, which nobody has open."""
    with closing(sqlite3.connect(target)) as copy:
        pour(source, copy, live=live)


def pour(source: Path, target: sqlite3.Connection, *, live: bool = False) -> None:
    """Copy a file into an open one, page by page, as it is at one moment."""
    with closing(opened(source, live=live)) as connection:
        connection.backup(target, progress=_patience())


def _patience() -> Callable[[int, int, int], None]:
    """Return what ends a copy that waits for too long."""
    end = time.monotonic() + PATIENCE

    def told(status: int, _left: int, _total: int) -> None:
        if status in BUSY and time.monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    return told


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """Give a file beside a target that only its owner may read, and that never stays."""
    with in_words(target):
        if target.parent.name == "backups":
            target.parent.mkdir(mode=0o700, exist_ok=True)
        handle, name = tempfile.mkstemp(
            dir=target.parent, prefix=f".{target.name}-", suffix=".part"
        )
        os.close(handle)
        part = Path(name)
        try:
            yield part
        finally:
            for end in ("", "-journal", "-wal", "-shm"):
                Path(f"{part}{end}").unlink(missing_ok=True)


def settle(part: Path, target: Path) -> None:
    """Give a finished file its name, on the disk too."""
    _flush(part)
    part.replace(target)
    if sys.platform != "win32":
        _flush(target.parent)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
