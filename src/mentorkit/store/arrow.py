"""Large tables of a server as columns: lined up there, taken over here as they are.

Needs pyarrow; without it, and for what is small, rows are read as everywhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from mentorkit.models import Field, Record
from mentorkit.store.database import attempt
from mentorkit.store.lined_up import Even, Texts, UnknownWord, Way, way_of
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
    if not (on_server and find_spec("pyarrow")):
        return None
    facts = _facts(connection, record)
    if facts["rows"] < MANY:
        return None
    columns = [_column(field, facts) for field in record.fields()]
    try:
        found = lined_up(connection, columns, record.table)
    except UnknownWord:
        return None
    if found is None:
        return None
    table = import_module("pyarrow").table(found)
    return None if _sealed(record, table) else ArrowRows(table)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is to be lined up, by its name.

    Attributes
    ----------
    way : Way
        How.
    values : bool or None
        Whether all rows have a value, or none has; nothing where it is not known.
    """

    name: str
    way: Way
    values: bool | None = None


def _facts(connection: sa.Connection, record: type[Record]) -> Mapping[str, int]:
    """Return how many rows there are, and what else makes lining up quicker.

    Counting takes a tenth of the time that lining up does. A column without values is
    then not lined up at all, and one that has them all, or texts of one length, with
    less to tell.
    """
    found = connection.exec_driver_sql(_counting(record)).mappings().one()
    return {str(name): value for name, value in found.items()}


@cache
def _counting(record: type[Record]) -> str:
    told = ["count(*) AS rows"]
    for field in record.fields():
        name = field.name
        if isinstance(way_of(field), Texts):
            told.append(f"min(octet_length({name})) AS {name}_least")
            told.append(f"max(octet_length({name})) AS {name}_most")
        told.append(f"count({name}) AS {name}_values")
    return f"SELECT {', '.join(told)} FROM {record.table}"  # noqa: S608 - no input


def _column(field: Field, facts: Mapping[str, int]) -> Column:
    name, way = field.name, way_of(field)
    values = facts[f"{name}_values"]
    full = values == facts["rows"]
    if full and isinstance(way, Texts):
        least, most = facts[f"{name}_least"], facts[f"{name}_most"]
        way = Even(most) if 0 < least == most else way
    return Column(name, way, full if full or not values else None)


def lined_up(
    connection: sa.Connection,
    columns: Sequence[Column],
    source: str,
    values: Mapping[str, Any] | None = None,
) -> dict[str, Any] | None:
    """Return columns as Arrow arrays, or nothing where they are too much for the server.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read.
    columns : sequence of Column
        The columns.
    source : str
        What they are columns of, as SQL.
    values : mapping, optional
        The parameters in it.

    Raises
    ------
    UnknownWord
        A column holds a word that the model does not have.
    """
    query = _query(tuple(columns), source)
    try:
        with attempt(connection):
            found = connection.exec_driver_sql(
                query, dict(values or {}), execution_options={BINARY: True}
            )
            sent = deque(found.scalars())
    except DBAPIError as error:
        if str(getattr(error.orig, "sqlstate", "")).startswith(TOO_MUCH):
            return None
        raise
    return dict(_arrays(columns, sent))


@lru_cache(maxsize=200)
def _query(columns: tuple[Column, ...], source: str) -> str:
    """Return what asks for how many rows there are, and then for columns' parts.

    One a row of its own; those of a column without values are left out or empty.
    """
    parts = ["int8send(count(*))"]
    for column in columns:
        if column.values is not False:
            more = column.way.parts(column.name, full=column.values is True)
            any_value = f"CASE WHEN count({column.name}) > 0 THEN {{}} END"
            parts += more if column.values else map(any_value.format, more)
    return f"SELECT unnest(ARRAY[{', '.join(parts)}]) FROM {source}"  # noqa: S608


def _arrays(
    columns: Sequence[Column], sent: deque[bytes | None]
) -> Iterator[tuple[str, Any]]:
    """Give each column's array; what was read is let go of at once."""
    arrow, rows = import_module("pyarrow"), int.from_bytes(sent.popleft() or b"")
    for column in columns:
        full, parts = column.values is True, []
        if column.values is not False:
            count = len(column.way.parts(column.name, full=full))
            parts = [sent.popleft() for _ in range(count)]
        given = [part for part in parts if part is not None]
        if given:
            yield column.name, column.way.read(*given, full=full)
        else:
            yield column.name, arrow.nulls(rows, column.way.kind())


def one_array(values: Any) -> Any:
    """Return a table's column as one array."""
    return values.chunk(0) if values.num_chunks == 1 else values.combine_chunks()


def taken(values: Any, places: np.ndarray) -> Any:
    """Return the values of an array at places that it has; it does not look again."""
    arrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    return compute.take(values, arrow.array(places), boundscheck=False)


def _sealed(record: type[Record], table: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    compute = import_module("pyarrow.compute")
    return any(
        compute.any(compute.starts_with(table[name], SEAL)).as_py()
        for name in SEALED.get(record.table, ())
        if table[name].null_count < len(table)
    )
