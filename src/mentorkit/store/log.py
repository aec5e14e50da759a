"""The log of changes: writing to it and reading it.

What rows were at a moment of the past is made of it in ``past``.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import in_bulk
from mentorkit.store.schema import CHANGES, instant_text


INSERT = sa.insert(CHANGES).inline()
LAST_VERSION = sa.select(sa.func.max(CHANGES.c.version)).where(
    CHANGES.c.table_name == sa.bindparam("of_table"),
    CHANGES.c.row_id == sa.bindparam("of_row"),
)

ERASURE = "er"
"""What the names of change sets begin with that erased a person."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who changes something, when, why, and which changes belong together.

    ``undoes`` names the change set that these changes take back, if they do.
    """

    by: str
    at: dt.datetime
    today: dt.date
    why: str | None
    change_set: str
    undoes: str | None = None


def plain(value: Any) -> Any:
    """Return a field's value as JSON holds it and the database's text columns do."""
    if isinstance(value, dt.datetime):
        return instant_text(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return None if value is None else getattr(value, "value", value)


def entry(
    signature: Signature,
    record: type[Record],
    row_id: str,
    op: str,
    version: int,
    **change: Any,
) -> dict[str, Any]:
    """Return one row of the log."""
    return {
        "change_set": signature.change_set,
        "undoes": signature.undoes,
        "at": signature.at,
        "by": signature.by,
        "why": signature.why,
        "table_name": record.table,
        "row_id": row_id,
        "op": op,
        "version": version,
        "field": change.get("field"),
        "before": _json(change.get("before")),
        "after": _json(change.get("after")),
    }


def write(connection: sa.Connection, entries: Sequence[Mapping[str, Any]]) -> None:
    """Append rows to the log."""
    if entries:
        connection.execute(INSERT, list(entries))


def write_added(
    connection: sa.Connection,
    signature: Signature,
    record: type[Record],
    op: str,
    rows: Mapping[str, int],
) -> None:
    """Append a line for each of many rows that were added: their ids and versions."""
    columns: dict[str, Iterable[Any]] = {"row_id": rows, "version": rows.values()}
    line = entry(signature, record, "", op, 0)
    same = {name: value for name, value in line.items() if name not in columns}
    in_bulk.insert(connection, CHANGES, columns, same)


def of_row(connection: sa.Connection, table: str, row_id: str) -> list[dict[str, Any]]:
    """Return the log of one row, oldest first."""
    query = (
        sa.select(CHANGES)
        .where(CHANGES.c.table_name == table, CHANGES.c.row_id == row_id)
        .order_by(CHANGES.c.seq)
    )
    return [decoded(row) for row in connection.execute(query).mappings()]


def of_rows(
    connection: sa.Connection, table: str, row_ids: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the log of a few rows of a table, oldest first."""
    query = (
        sa.select(CHANGES)
        .where(CHANGES.c.table_name == table, CHANGES.c.row_id.in_(row_ids))
        .order_by(CHANGES.c.seq)
    )
    return [decoded(row) for row in connection.execute(query).mappings()]


def of_change_set(
    connection: sa.Connection, name: str, tables: Iterable[str] | None = None
) -> list[dict[str, Any]]:
    """Return the log of what was changed together, oldest first; of some tables alone."""
    query = (
        sa.select(CHANGES).where(CHANGES.c.change_set == name).order_by(CHANGES.c.seq)
    )
    if tables is not None:
        query = query.where(CHANGES.c.table_name.in_(sorted(tables)))
    return [decoded(row) for row in connection.execute(query).mappings()]


def last_version(connection: sa.Connection, table: str, row_id: str) -> int:
    """Return the version that a row's last change made; 0 where it never was."""
    row = {"of_table": table, "of_row": row_id}
    return connection.execute(LAST_VERSION, row).scalar_one() or 0


def is_erasure(change_set: str) -> bool:
    """Return whether a change set erased a person."""
    return change_set.startswith(f"{ERASURE}-")


def taken_back(undoings: Iterable[tuple[str, str | None]]) -> set[str]:
    """Return the change sets that do not stand: another that stands takes them back.

    Parameters
    ----------
    undoings : iterable of tuple of str
        Change sets and what each undoes, newest first; an undo is always the newer.

    Examples
    --------
    >>> sorted(taken_back([("c3", "c2"), ("c2", "c1")]))
    ['c2']
    """
    found: set[str] = set()
    for change_set, undone in undoings:
        if undone is not None and change_set not in found:
            found.add(undone)
    return found


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(plain_row(value), ensure_ascii=False)


def plain_row(value: Any) -> Any:
    """Return a value, or each value of a row, as JSON holds it."""
    if isinstance(value, Mapping):
        return {name: plain(item) for name, item in value.items()}
    return plain(value)


def decoded(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Return a row of the log with its values instead of their text."""
    line = dict(row)
    for name in ("before", "after"):
        text = line[name]
        line[name] = None if text is None else json.loads(text)
    return line
