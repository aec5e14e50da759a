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
from mentorkit.store.lined_up import UnknownWord, Way, way_of
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
    ways = _ways(record)
    sent = lined_up(connection, ways, record.table)
    try:
        table = None if sent is None else columns_of(ways, sent, record.key())
    except UnknownWord:
        return None
    if table is None or _sealed(record, table):
        return None
    return ArrowRows(table)


@cache
def _ways(record: type[Record]) -> dict[str, Way]:
    return {field.name: way_of(field) for field in record.fields()}


def lined_up(
    connection: sa.Connection,
    ways: Mapping[str, Way],
    source: str,
    values: Mapping[str, Any] | None = None,
) -> Iterator[bytes | None] | None:
    """Return the parts of columns, or nothing where they are too much for the server.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read.
    ways : mapping of str to Way
        The columns, and how each is lined up.
    source : str
        What they are columns of, as SQL.
    values : mapping, optional
        The parameters in it.
    """
    query = _query(tuple(ways.items()), source)
    try:
        with attempt(connection):
            found = connection.exec_driver_sql(
                query, dict(values or {}), execution_options={BINARY: True}
            )
            return iter(found.scalars().all())
    except DBAPIError as error:
        if str(getattr(error.orig, "sqlstate", "")).startswith(TOO_MUCH):
            return None
        raise


def _many(connection: sa.Connection, record: type[Record]) -> bool:
    some = sa.select(sa.literal(1)).select_from(sa.table(record.table)).limit(MANY)
    query = sa.select(sa.func.count()).select_from(some.subquery())
    found: int = connection.execute(query).scalar_one()
    return found >= MANY


@cache
def _query(ways: tuple[tuple[str, Way], ...], source: str) -> str:
    """Return what asks for each column's parts, one a row; an empty one has none."""
    parts = ", ".join(
        f"CASE WHEN count({name}) > 0 THEN {part} END"
        for name, way in ways
        for part in way.parts(name)
    )
    return f"SELECT unnest(ARRAY[{parts}]) FROM {source}"  # noqa: S608 - no input


def columns_of(
    ways: Mapping[str, Way], sent: Iterator[bytes | None], always: str
) -> Any:
    """Return an Arrow table of lined up columns, of which one has always a value.

    Raises
    ------
    UnknownWord
        A column holds a word that the model does not have.
    """
    arrow, columns = import_module("pyarrow"), {}
    for name, way in ways.items():
        parts = [part for _ in way.parts(name) if (part := next(sent)) is not None]
        if parts:
            columns[name] = way.read(*parts)
        else:
            count = len(columns.get(always, ()))
            columns[name] = arrow.nulls(count, way.kind())
    return arrow.table(columns)


def _sealed(record: type[Record], table: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    compute = import_module("pyarrow.compute")
    return any(
        compute.any(compute.starts_with(table[name], SEAL)).as_py()
        for name in SEALED.get(record.table, ())
    )
