"""Opening a database, and laying out a new one."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from mentorkit.errors import WorkspaceError
from mentorkit.store import rights
from mentorkit.store.database import Database, Place
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.rules import SCHEMA
from mentorkit.store.schema import METADATA, SCHEMA_INFO, VERSION
from mentorkit.store.sqlite import SQLiteFile, make_file


def place_of(named: Place) -> Place:
    """Return a place as it is told apart here: a URL is text, a file a path."""
    return str(named) if "://" in str(named) else Path(named)


def open_database(place: Place) -> Database:
    """Open the database in a file, or at a URL.

    Raises
    ------
    WorkspaceError
        There is none.
    StorageError
        It is no mentorkit database, or one of a newer mentorkit.
    """
    database = _at(place)
    try:
        with database.reading() as connection:
            _check_version(database, connection)
    except BaseException:
        database.close()
        raise
    return database


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


def make_tables(database: Database, connection: sa.Connection) -> None:
    """Make the tables, in an open write."""
    if database.schema:
        if sa.inspect(connection).has_schema(database.schema):
            raise WorkspaceError(f"{database.name} has mentorkit's tables already.")
        connection.execute(sa.schema.CreateSchema(SCHEMA))
        connection.exec_driver_sql(f"SET LOCAL search_path = {SCHEMA}")
    METADATA.create_all(connection, checkfirst=False)
    connection.execute(sa.insert(SCHEMA_INFO).values(version=VERSION))
    if database.schema:
        rights.lay_down(connection)


def _at(place: Place) -> Database:
    return SQLiteFile(place) if isinstance(place, Path) else PostgreSQL(place)


def _check_version(database: Database, connection: sa.Connection) -> None:
    if not sa.inspect(connection).has_table(SCHEMA_INFO.name, schema=database.schema):
        raise database.not_ours()
    version = connection.execute(sa.select(SCHEMA_INFO.c.version)).scalar_one()
    if version > VERSION:
        raise database.newer(version)
