"""Large tables of a server as columns: lined up there, taken over here as they are.

Needs pyarrow; without it, and for what is small, rows are read as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from mentorkit.models import Record
from mentorkit.store.database import attempt
from mentorkit.store.lined_up import UnknownWord, way_of
from mentorkit.store.log import plain
from mentorkit.store.postgresql import BINARY
from mentorkit.store.rows import Rows
from mentorkit.store.schema import SEAL, SEALED


MANY = 5_000
"""Rows from which on columns are worth lining up."""

TOO_MUCH = ("53", "54")
"""What a server's codes begin with where a column is more than it can hold."""


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
        An open read.
    record : type of Record
        Whose rows.
    """
    on_server = connection.dialect.name == "postgresql"
    if not (on_server and find_spec("pyarrow") and _many(connection, record)):
        return None
    try:
        with attempt(connection):
            query = _query(record)
            sent = connection.exec_driver_sql(query, execution_options={BINARY: True})
            table = _table(record, iter(sent.scalars()))
    except DBAPIError as error:
        if str(getattr(error.orig, "sqlstate", "")).startswith(TOO_MUCH):
            return None
        raise
    except UnknownWord:
        return None
    return None if _sealed(record, table) else ArrowRows(table)


def _many(connection: sa.Connection, record: type[Record]) -> bool:
    some = sa.select(sa.literal(1)).select_from(sa.table(record.table)).limit(MANY)
    query = sa.select(sa.func.count()).select_from(some.subquery())
    found: int = connection.execute(query).scalar_one()
    return found >= MANY


@cache
def _query(record: type[Record]) -> str:
    """Return what asks for each column's parts, one a row; an empty one has none."""
    parts = ", ".join(
        f"CASE WHEN count({field.name}) > 0 THEN {part} END"
        for field in record.fields()
        for part in way_of(field).parts(field.name)
    )
    return f"SELECT unnest(ARRAY[{parts}]) FROM {record.table}"  # noqa: S608 - no input


def _table(record: type[Record], sent: Iterator[bytes | None]) -> Any:
    arrow, columns = import_module("pyarrow"), {}
    for field in record.fields():
        way = way_of(field)
        parts = [
            part for _ in way.parts(field.name) if (part := next(sent)) is not None
        ]
        if parts:
            columns[field.name] = way.read(*parts)
        else:
            count = len(columns[record.key()])
            columns[field.name] = arrow.nulls(count, way.kind())
    return arrow.table(columns)


def _sealed(record: type[Record], table: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    compute = import_module("pyarrow.compute")
    return any(
        compute.any(compute.starts_with(table[name], SEAL)).as_py()
        for name in SEALED.get(record.table, ())
    )
