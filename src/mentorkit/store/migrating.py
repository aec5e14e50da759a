"""Bringing an older database to the present layout: numbered steps, after a backup.

Runs by itself when a database is opened, once, whoever comes first. What a step does is
in ``steps``.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations

from mentorkit.errors import StorageError
from mentorkit.store import backups, earlier, rights
from mentorkit.store.database import Database
from mentorkit.store.layout import version_of
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.rules import SCHEMA
from mentorkit.store.schema import SCHEMA_INFO, VERSION
from mentorkit.store.sqlite import SQLiteFile, locked, pragma
from mentorkit.store.steps import STEPS


def migrate(database: Database) -> None:
    """Bring a database to the present layout, in one transaction.

    Raises
    ------
    StorageError
        The backup or a step could not be made; nothing was changed.
    NotAllowed
        The login does not own the database.
    """
    if isinstance(database, SQLiteFile):
        _migrate_file(database, keep=True)
    elif isinstance(database, PostgreSQL):
        _migrate_server(database)


def migrate_copy(path: Path) -> None:
    """Bring a file that is a copy already to the present layout."""
    database = SQLiteFile(path)
    try:
        _migrate_file(database, keep=False)
    finally:
        database.close()


def _migrate_file(database: SQLiteFile, *, keep: bool) -> None:
    with (
        database.in_words(),
        locked(database.path),
        database.engine.connect().execution_options(writes=True) as connection,
    ):
        # Tables that others refer to cannot be built anew while references are held.
        pragma(connection, "foreign_keys = off")
        try:
            with connection.begin():
                version = version_of(database, connection)
                if version == VERSION:
                    return
                if keep:
                    _keep_copy(database.path, version)
                _take_steps(connection, version)
                if connection.exec_driver_sql("pragma foreign_key_check").all():
                    raise StorageError(
                        f"{database.name} has rows that refer to rows that are not"
                        " there, so its layout was left as it is. Run 'mentorkit"
                        " check' with the mentorkit that wrote it."
                    )
        finally:
            pragma(connection, "foreign_keys = on")


def _keep_copy(path: Path, version: int) -> None:
    label = f"-layout-{version}"
    backups.back_up(path, backups.name_for(path, dt.datetime.now(dt.UTC), label))


def _migrate_server(database: PostgreSQL) -> None:
    with database.writing() as connection:
        version = version_of(database, connection)
        if version == VERSION:
            return
        database.require_owner(
            connection, f"bring it to the layout of this mentorkit ({VERSION})"
        )
        kept = earlier.name_for(version)
        connection.execute(sa.schema.CreateSchema(kept))
        for name in sa.inspect(connection).get_table_names(SCHEMA):
            connection.exec_driver_sql(
                f"CREATE TABLE {kept}.{name} AS TABLE {SCHEMA}.{name}"
            )
        rights.take_up(connection)
        _take_steps(connection, version)
        rights.lay_down(connection)


def _take_steps(connection: sa.Connection, version: int) -> None:
    operations = Operations(MigrationContext.configure(connection))
    for number in range(version + 1, VERSION + 1):
        STEPS[number](operations)
    connection.execute(sa.update(SCHEMA_INFO).values(version=VERSION))
