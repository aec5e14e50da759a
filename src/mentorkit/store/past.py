"""Rows as they stood at a moment: today's, with the later changes taken back.

Rows that were imported count as having been there before: they were kept elsewhere
until then, unless their import was undone.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import log
from mentorkit.store.rows import Rows, Where, fitting, read
from mentorkit.store.schema import CHANGES, TABLES


Change = Sequence[Any]
"""A line of the log: row, operation, field, what was before, change set, undoes."""


def rows_then(
    connection: sa.Connection, record: type[Record], where: Where, as_of: dt.datetime
) -> Rows:
    """Return the rows that fitted at a moment, the moment included.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read.
    record : type of Record
        Whose rows they are.
    where : mapping of str to sequence of str
        For each column the values that fitted then.
    as_of : datetime.datetime
        The moment.
    """
    later = [CHANGES.c.table_name == record.table, CHANGES.c.at > as_of]
    if not where:
        return _walked_back(record, read(connection, record), _lines(connection, later))
    key = TABLES[record.table].c[record.key()]
    fits = fitting(record, where)
    left = [_revised(later, name, values) for name, values in where.items()]
    erased = _erased(later, where)
    touched = sa.union_all(sa.select(key).where(*fits), *left, erased)
    rows = read(
        connection,
        record,
        sa.or_(sa.and_(*fits), *(key.in_(moved) for moved in left)),
    )
    lines = _lines(connection, [*later, CHANGES.c.row_id.in_(touched)])
    return _walked_back(record, rows, lines).where(where)


def _lines(
    connection: sa.Connection, conditions: Iterable[sa.ColumnElement[bool]]
) -> list[Change]:
    """Return lines of the log, oldest first."""
    names = ("row_id", "op", "field", "before", "change_set", "undoes")
    query = (
        sa.select(*(CHANGES.c[name] for name in names))
        .where(*conditions)
        .order_by(CHANGES.c.seq)
    )
    return list(connection.execute(query))


def _revised(
    later: Iterable[sa.ColumnElement[bool]], name: str, values: Sequence[str]
) -> sa.Select[Any]:
    """Find the rows in which a column held one of some values and was revised."""
    texts = [json.dumps(value, ensure_ascii=False) for value in values]
    return sa.select(CHANGES.c.row_id).where(
        *later,
        CHANGES.c.op == "revise",
        CHANGES.c.field == name,
        CHANGES.c.before.in_(texts),
    )


def _erased(later: Iterable[sa.ColumnElement[bool]], where: Where) -> sa.Select[Any]:
    """Find the rows that fitted a filter when they were erased."""
    text = sa.JSON().with_variant(sa.Text(), "sqlite")
    row = sa.type_coerce(sa.cast(CHANGES.c.before, text), sa.JSON())
    return sa.select(CHANGES.c.row_id).where(
        *later,
        CHANGES.c.op == "erase",
        *(row[name].as_string().in_(values) for name, values in where.items()),
    )


def _walked_back(record: type[Record], rows: Rows, lines: Sequence[Change]) -> Rows:
    """Take changes back: what a row held before its first one is what it held."""
    undone = log.taken_back((line[4], line[5]) for line in reversed(lines) if line[5])
    held: dict[str, dict[str, str | None]] = {}
    settled: dict[str, str | None] = {}
    for row_id, op, field, before, change_set, _ in lines:
        if row_id in settled:
            continue
        if op == "revise":
            held.setdefault(row_id, {}).setdefault(field, before)
        elif op == "erase":
            settled[row_id] = before
        elif op == "add" or change_set in undone:
            settled[row_id] = None
    ids = rows.columns[record.key()]
    stayed = rows.chosen([row_id not in settled for row_id in ids])
    back = [
        json.loads(text) | _values(held.get(row_id, {}))
        for row_id, text in settled.items()
        if text is not None
    ]
    return _with_values(record, stayed, held).plus(Rows.of(record, back))


def _with_values(
    record: type[Record], rows: Rows, held: dict[str, dict[str, str | None]]
) -> Rows:
    """Return rows with the values that they held put in."""
    columns = {name: list(values) for name, values in rows.columns.items()}
    for at, row_id in enumerate(columns[record.key()]):
        for name, value in _values(held.get(row_id, {})).items():
            if name in columns:
                columns[name][at] = value
    return Rows(columns)


def _values(texts: dict[str, str | None]) -> dict[str, Any]:
    return {
        name: None if text is None else json.loads(text) for name, text in texts.items()
    }
