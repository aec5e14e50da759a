"""Large tables of a server by its Arrow driver: columns arrive as columns.

An optional extra; without it, and for what is small, rows are read as everywhere. What
is read belongs to the moment of the connection that asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store.log import plain
from mentorkit.store.postgresql import FIND_TABLES
from mentorkit.store.rows import Rows
from mentorkit.store.schema import SEAL, SEALED


MANY = 5_000
"""Rows from which on a connection of the driver's own is worth opening."""

URL = "arrow_url"
"""The execution option that says where a connection's server is."""


class ArrowRows(Rows):
    """Rows that arrived as an Arrow table; as plain values only where they are asked.

    Parameters
    ----------
    table : pyarrow.Table
        The rows.
    """

    __slots__ = ("_plain", "table")
    __hash__ = None

    def __init__(self, table: Any) -> None:
        self.table = table
        self._plain: dict[str, list[Any]] | None = None

    def __len__(self) -> int:
        return int(self.table.num_rows)

    @property
    def columns(self) -> Mapping[str, list[Any]]:  # type: ignore[override]
        """Each column's values, plain."""
        if self._plain is None:
            self._plain = {
                name: [plain(value) for value in self.table[name].to_pylist()]
                for name in self.table.column_names
            }
        return self._plain


def whole(connection: sa.Connection, record: type[Record]) -> ArrowRows | None:
    """Return all rows of a table, or nothing where they are better read otherwise.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read of a server's database.
    record : type of Record
        Whose rows.
    """
    url = connection.get_execution_options().get(URL)
    if url is None or not installed() or not _many(connection, record):
        return None
    snapshot = connection.execute(sa.select(sa.func.pg_export_snapshot())).scalar_one()
    names = ", ".join(field.name for field in record.fields())
    driver = import_module("adbc_driver_postgresql.dbapi")
    with driver.connect(url, autocommit=True) as other, other.cursor() as cursor:
        cursor.execute(FIND_TABLES)
        cursor.fetchall()
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        cursor.execute(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
        cursor.execute(f"SELECT {names} FROM {record.table}")  # noqa: S608
        table = cursor.fetch_arrow_table()
    return None if _sealed(record, table) else ArrowRows(table)


def installed() -> bool:
    """Return whether the driver is here."""
    return all(map(find_spec, ("adbc_driver_postgresql", "pyarrow")))


def _many(connection: sa.Connection, record: type[Record]) -> bool:
    some = sa.select(sa.literal(1)).select_from(sa.table(record.table)).limit(MANY)
    query = sa.select(sa.func.count()).select_from(some.subquery())
    found: int = connection.execute(query).scalar_one()
    return found >= MANY


def _sealed(record: type[Record], table: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    compute = import_module("pyarrow.compute")
    return any(
        compute.any(compute.starts_with(table[name], SEAL)).as_py()
        for name in SEALED.get(record.table, ())
    )
