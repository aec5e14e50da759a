"""Writing many rows of one table at once, given by column, as they are read.

The types of columns and the statement are SQLAlchemy's; rows go straight to the driver.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

import sqlalchemy as sa


def insert(
    connection: sa.Connection,
    table: sa.Table,
    columns: Mapping[str, Iterable[Any]],
    same: Mapping[str, Any],
) -> None:
    """Insert rows.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open writing connection.
    table : sqlalchemy.Table
        Where to.
    columns : mapping of str to iterable
        At least one column, with a value for each row.
    same : mapping of str to object
        What every row holds in the other columns.
    """
    names = [*columns, *same]
    statement = (
        sa.insert(table)
        .inline()
        .compile(dialect=connection.dialect, column_keys=names, for_executemany=True)
    )
    given = {
        name: _as_kept(connection, table.c[name], columns[name]) for name in columns
    }
    for name, value in same.items():
        (kept,) = _as_kept(connection, table.c[name], [value])
        given[name] = repeat(kept)
    order = statement.positiontup or names
    rows = zip(*(given[name] for name in order), strict=False)
    written = (
        list(rows)
        if statement.positional
        else [dict(zip(order, row, strict=True)) for row in rows]
    )
    if written:
        connection.exec_driver_sql(str(statement), written)


def _as_kept(
    connection: sa.Connection, column: sa.Column[Any], values: Iterable[Any]
) -> Iterable[Any]:
    """Return a column's values as the driver takes them."""
    kept = column.type.dialect_impl(connection.dialect).bind_processor(
        connection.dialect
    )
    return values if kept is None else map(kept, values)
