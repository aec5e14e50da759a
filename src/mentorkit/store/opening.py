"""Opening a database, brought to the present layout, and laying out a new one."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from mentorkit.store.database import Database, Place
from mentorkit.store.layout import make_tables, version_of
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.schema import VERSION
from mentorkit.store.sqlite import SQLiteFile, make_file


def place_of(named: Place) -> Place:
    """Return a place as it is told apart here: a URL is text, a file a path."""
    return str(named) if "://" in str(named) else Path(named)


def open_database(place: Place) -> Database:
    """Open the database in a file, or at a URL; an older layout is made the present one.

    Raises
    ------
    WorkspaceError
        There is none.
    StorageError
        It is no mentorkit database, or one of a newer mentorkit.
    NotAllowed
        Its layout is older, and only its owner can change that.
    """
    database = SQLiteFile(place) if isinstance(place, Path) else PostgreSQL(place)
    try:
        with database.reading() as connection:
            version = version_of(database, connection)
        if version < VERSION:
            from mentorkit.store.migrating import migrate  # noqa: PLC0415 - seldom due

            migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def is_laid_out(url: str) -> bool:
    """Return whether a server's database has the tables already.

    Raises
    ------
    StorageError
        The server or the database cannot be reached.
    """
    database = PostgreSQL(url)
    try:
        with database.reading() as connection:
            return sa.inspect(connection).has_schema(database.schema)
    finally:
        database.close()


def lay_out(place: Place) -> None:
    """Make the tables of an empty database.

    Raises
    ------
    WorkspaceError
        They are there already.
    """
    if isinstance(place, Path):
        make_file(place)
        database: Database = SQLiteFile(place, new=True)
    else:
        database = PostgreSQL(place)
    try:
        with database.writing() as connection:
            make_tables(database, connection)
    finally:
        database.close()
