"""Copies of a database: made while others write, looked over, and put back.

A copy is a file, whichever kind the database is; an open store goes on through all of
it.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import StorageError, WorkspaceError
from mentorkit.store import copying
from mentorkit.store.contents import PATIENCE, Contents, examine, opened
from mentorkit.store.database import Place
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.schema import VERSION
from mentorkit.store.sqlite import in_words, locked


KEPT = "-before-restore"

BUSY = frozenset({5, 6})
"""What SQLite calls a file, or a table, that somebody else holds."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did.

    Attributes
    ----------
    source : pathlib.Path
        The backup.
    contents : Contents
        What it holds, and what the workspace holds from now on.
    kept : pathlib.Path or None
        Where the state before is; nothing where there was none.
    before : Contents or None
        What that held; nothing where it could not be read.
    again : tuple of datetime.date
        The days on which people in the backup were erased, who were so once more.
    """

    source: Path
    contents: Contents
    kept: Path | None
    before: Contents | None
    again: tuple[dt.date, ...] = ()

    def __str__(self) -> str:
        told = f"Restored {self.source}\n  ({self.contents})."
        if self.again:
            days = ", ".join(sorted({str(day) for day in self.again}))
            told += (
                f"\n  Erased since ({days}), and again now: {len(self.again)} of its"
            )
            told += " people."
        if self.kept is None:
            return told
        if self.before is None:
            return (
                f"{told}\n  The damaged file that was there is kept as {self.kept}."
                " Restart notebooks that are open."
            )
        return f"{told}\n  What was there is kept as {self.kept}\n  ({self.before})."

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


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
    with _part_of(target) as part:
        if isinstance(database, Path):
            with closing(sqlite3.connect(part)) as copy:
                _copy(database, copy, live=True)
        else:
            _from_server(database, part)
        contents = examine(part)
        _settle(part, target)
    return contents


def copy_of(backup: Path, target: Path) -> None:
    """Copy a backup into a new file."""
    with in_words(target), closing(sqlite3.connect(target)) as copy:
        _copy(backup, copy)


def restore(
    database: Place, source: Path, now: dt.datetime, beside: Path | None = None
) -> Restored:
    """Put a backup in a database's place, under the lock; keep what was there.

    A sound database is written over in one transaction, so that whoever has it open
    goes on with the restored state. A damaged file is moved out of the way.

    Parameters
    ----------
    database : pathlib.Path or str
        The database: a file, or a server's.
    source : pathlib.Path
        The backup.
    now : datetime.datetime
        The moment, for the name under which what was there is kept.
    beside : pathlib.Path, optional
        The file beside which that is kept; the database's own when left out.

    Raises
    ------
    WorkspaceError
        There is no such backup, or it is the database itself.
    StorageError
        The backup is no good, or something cannot be written; nothing was changed.
    """
    contents = examine(source)
    if not isinstance(database, Path):
        near = beside or source
        with _present(source, contents, near) as present:
            kept, before = _onto_server(database, present, near, now)
        return Restored(source, contents, kept, before)
    if database.exists() and source.samefile(database):
        raise WorkspaceError(f"{source} is the database itself. Name a backup of it.")
    with _present(source, contents, database) as present:
        kept, before = _onto_file(database, present, now)
    return Restored(source, contents, kept, before)


@contextmanager
def _present(source: Path, contents: Contents, near: Path) -> Iterator[Path]:
    """Give a backup in the present layout: itself, or a copy that lives as long."""
    if contents.layout == VERSION:
        yield source
        return
    from mentorkit.store.migrating import migrate_copy  # noqa: PLC0415 - seldom due

    with _part_of(near) as part:
        with closing(sqlite3.connect(part)) as copy:
            _copy(source, copy)
        migrate_copy(part)
        yield part


Kept = tuple[Path | None, Contents | None]
"""Where what was there is, and what it held."""


def _onto_file(database: Path, source: Path, now: dt.datetime) -> Kept:
    with in_words(database), locked(database):
        if not database.exists():
            _replace(source, database)
            return None, None
        if not _sound(database):
            kept = name_for(database, now, "-damaged")
            _keep_as_it_is(database, kept)
            _replace(source, database)
            return kept, None
        kept = name_for(database, now, KEPT)
        before = back_up(database, kept)
        with closing(sqlite3.connect(database)) as live:
            live.execute(f"pragma busy_timeout = {PATIENCE * 1000:.0f}")
            _copy(source, live)
    return kept, before


def _from_server(url: str, part: Path) -> None:
    database = PostgreSQL(url)
    try:
        copying.into_file(database, part)
    finally:
        database.close()


def _onto_server(url: str, source: Path, near: Path, now: dt.datetime) -> Kept:
    database = PostgreSQL(url)
    kept, before = name_for(near, now, KEPT), None
    try:
        with database.reading() as connection:
            there = sa.inspect(connection).has_schema(database.schema)
        if there:
            before = back_up(url, kept)
        copying.into_server(source, database)
    finally:
        database.close()
    return (kept, before) if there else (None, None)


def _copy(source: Path, target: sqlite3.Connection, *, live: bool = False) -> None:
    with closing(opened(source, live=live)) as connection:
        connection.backup(target, progress=_patience())


def _patience() -> Callable[[int, int, int], None]:
    """Return what ends a copy that waits for too long."""
    end = time.monotonic() + PATIENCE

    def told(status: int, _left: int, _total: int) -> None:
        if status in BUSY and time.monotonic() > end:
            raise sqlite3.OperationalError("database is locked")

    return told


def _sound(database: Path) -> bool:
    try:
        examine(database, live=True)
    except StorageError:
        return False
    return True


@contextmanager
def _part_of(target: Path) -> Iterator[Path]:
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


def _settle(part: Path, target: Path) -> None:
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


def _keep_as_it_is(database: Path, target: Path) -> None:
    """Copy the bytes of a file that cannot be read as a database, and of its log."""
    log = database.with_name(f"{database.name}-wal")
    for source, end in ((log, "-wal"), (database, "")):
        if source.exists():
            kept = target.with_name(f"{target.name}{end}")
            with _part_of(kept) as part:
                shutil.copyfile(source, part)
                _settle(part, kept)


def _replace(source: Path, database: Path) -> None:
    """Put a copy of a backup where no database is, or one that is damaged."""
    with _part_of(database) as part:
        with closing(sqlite3.connect(part)) as copy:
            _copy(source, copy)
        for end in ("-wal", "-shm"):
            database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
        _settle(part, database)
