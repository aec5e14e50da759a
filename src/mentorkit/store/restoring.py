"""Putting a backup in a database's place, while it is open.

What was there is kept; a backup of an older layout is brought to the present one first.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import StorageError, WorkspaceError
from mentorkit.store import copying
from mentorkit.store.backups import back_up, copied, name_for, part_of, pour, settle
from mentorkit.store.contents import PATIENCE, Contents, examine
from mentorkit.store.database import Place
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.schema import VERSION
from mentorkit.store.sqlite import in_words, locked


KEPT = "-before-restore"


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
    unread : dict of str to int
        By mentorship how many sealed texts could not be looked through for them.
    """

    source: Path
    contents: Contents
    kept: Path | None
    before: Contents | None
    again: tuple[dt.date, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        told = f"Restored {self.source}\n  ({self.contents})."
        if self.again:
            days = ", ".join(sorted({str(day) for day in self.again}))
            told += (
                f"\n  Erased since ({days}), and again now: {len(self.again)} of its"
            )
            told += " people."
        if self.unread:
            count, whose = sum(self.unread.values()), ", ".join(self.unread)
            told += (
                f"\n  {count:,} sealed {'text' if count == 1 else 'texts'} could not be"
                f" looked through for them: the keys of {whose} are not here, or"
                " damaged. Read those texts where the keys are."
            )
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

    with part_of(near) as part:
        copied(source, part)
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
            pour(source, live)
    return kept, before


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


def _sound(database: Path) -> bool:
    try:
        examine(database, live=True)
    except StorageError:
        return False
    return True


def _keep_as_it_is(database: Path, target: Path) -> None:
    """Copy the bytes of a file that cannot be read as a database, and of its log."""
    log = database.with_name(f"{database.name}-wal")
    for source, end in ((log, "-wal"), (database, "")):
        if source.exists():
            kept = target.with_name(f"{target.name}{end}")
            with part_of(kept) as part:
                shutil.copyfile(source, part)
                settle(part, kept)


def _replace(source: Path, database: Path) -> None:
    """Put a copy of a backup where no database is, or one that is damaged."""
    with part_of(database) as part:
        copied(source, part)
        for end in ("-wal", "-shm"):
            database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
        settle(part, database)
