"""All rows of one database into another, whichever kinds they are.

Copies rows, versions and the whole history as they are; decides nothing about files.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import StorageError
from mentorkit.store.layout import make_tables
from mentorkit.store.postgresql import PostgreSQL
from mentorkit.store.schema import CHANGES, METADATA, SCHEMA_INFO
from mentorkit.store.sqlite import SQLiteFile, pragma


ROWS = 2_000
"""How many rows are on their way at a time."""

CONTENT = [table for table in METADATA.sorted_tables if table is not SCHEMA_INFO]
"""What is copied, each table after those that it refers to."""


def into_file(source: PostgreSQL, path: Path) -> None:
    """Write everything that a server's database holds at one moment into an empty file.

    Raises
    ------
    NotAllowed
        The login does not own the database, and would see a part of it only.
    """
    target = SQLiteFile(path, new=True)
    try:
        with (
            source.reading() as there,
            target.engine.connect() as here,
        ):
            source.require_owner(there, "back it up")
            pragma(here, "foreign_keys = off")
            with here.begin():
                make_tables(target, here)
                _copy(there, here)
                if broken := here.exec_driver_sql("pragma foreign_key_check").all():
                    raise StorageError(f"The copy does not hold together: {broken[0]}.")
            pragma(here, "journal_mode = delete")
    finally:
        target.close()


def into_server(path: Path, target: PostgreSQL) -> None:
    """Put everything that a file holds in the place of what a database holds."""
    source = SQLiteFile(path)
    try:
        with source.reading() as there, target.writing() as here:
            if sa.inspect(here).has_schema(target.schema):
                target.require_owner(here, "restore it")
            else:
                make_tables(target, here)
            here.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
            for table in CONTENT:
                here.execute(sa.delete(table))
            _copy(there, here)
            here.execute(
                sa.select(
                    sa.func.setval(
                        sa.func.pg_get_serial_sequence(CHANGES.name, "seq"),
                        sa.select(sa.func.max(CHANGES.c.seq)).scalar_subquery(),
                    )
                )
            )
    finally:
        source.close()


def _copy(source: sa.Connection, target: sa.Connection) -> None:
    for table in CONTENT:
        query = sa.select(table)
        if table is CHANGES:
            query = query.order_by(CHANGES.c.seq)
        found = source.execution_options(yield_per=ROWS).execute(query).mappings()
        for rows in found.partitions():
            values: list[dict[str, Any]] = [dict(row) for row in rows]
            target.execute(sa.insert(table), values)
