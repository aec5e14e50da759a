"""The tables of an empty database, and which layout one has."""

from __future__ import annotations

import sqlalchemy as sa

from mentorkit.errors import WorkspaceError
from mentorkit.store import rights
from mentorkit.store.database import Database
from mentorkit.store.rules import SCHEMA
from mentorkit.store.schema import METADATA, SCHEMA_INFO, VERSION


def make_tables(database: Database, connection: sa.Connection) -> None:
    """Make the tables, in an open write.

    Raises
    ------
    WorkspaceError
        They are there already.
    """
    if database.schema:
        if sa.inspect(connection).has_schema(database.schema):
            raise WorkspaceError(f"{database.name} has mentorkit's tables already.")
        connection.execute(sa.schema.CreateSchema(SCHEMA))
        connection.exec_driver_sql(f"SET LOCAL search_path = {SCHEMA}")
    METADATA.create_all(connection, checkfirst=False)
    connection.execute(sa.insert(SCHEMA_INFO).values(version=VERSION))
    if database.schema:
        rights.lay_down(connection)


def version_of(database: Database, connection: sa.Connection) -> int:
    """Return the number of a database's layout.

    Raises
    ------
    StorageError
        It is no mentorkit database, or one of a newer mentorkit.
    """
    if not sa.inspect(connection).has_table(SCHEMA_INFO.name, schema=database.schema):
        raise database.not_ours()
    query = sa.select(SCHEMA_INFO.c.version)
    version: int = connection.execute(query).scalar_one()
    if version > VERSION:
        raise database.newer(version)
    return version
