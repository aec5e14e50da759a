"""Rows as they stood at a moment: today's, with the later changes taken back.

Rows that were imported count as having been there before: they were kept elsewhere
until then, unless their import was undone.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import log
from mentorkit.store.rows import Among, Rows, Where, read, straight
from mentorkit.store.schema import CHANGES, LEAVES, LEFT, Instant


Held = dict[str, dict[str, str | None]]
"""For each column what rows held in it, as the log writes it."""

Later = tuple[sa.ColumnElement[bool], ...]
"""That a line is of a table and was written after a moment."""


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
    rows = read(connection, record, where)
    texts = {
        _text(name): [json.dumps(value, ensure_ascii=False) for value in values]
        for name, values in where.items()
    }
    ids = rows.columns[record.key()]
    asked = {**where, **texts, "ids": ids, "as_of": as_of}
    query = _lines_for(record, tuple(where), connection.dialect.name)
    lines = straight(connection, query, asked)
    left = set(lines[0]).difference(ids) if where else None
    if left:
        rows = rows.plus(read(connection, record, {record.key(): [*left]}))
    return _walked_back(record, rows, lines).where(where)


@cache
def _lines_for(
    record: type[Record], names: tuple[str, ...], dialect: str
) -> sa.Select[Any]:
    """Return the query for the lines of the log that may matter, oldest first.

    They matter for rows that fit now, that were revised and did not fit any more, and
    that were erased. Made once: making it takes longer than answering it.
    """
    moment = sa.bindparam("as_of", type_=Instant)
    later = (CHANGES.c.table_name == record.table, CHANGES.c.at > moment)
    if not names:
        return _lines(*later).order_by(CHANGES.c.seq)
    if record.key() in names:
        theirs = Among(CHANGES.c.row_id, record.key())
        return _lines(*later, theirs).order_by(CHANGES.c.seq)
    left = _left(record, names, later, dialect)
    found = [Among(CHANGES.c.row_id, "ids"), *map(CHANGES.c.row_id.in_, left)]
    lines = sa.union_all(
        *(_lines(*later, rows, by=(CHANGES.c.seq,)) for rows in found)
    ).subquery()
    return sa.select(*list(lines.c)[:-1]).order_by(lines.c.seq)


def _lines(
    *conditions: sa.ColumnElement[bool], by: Sequence[sa.Column[Any]] = ()
) -> sa.Select[Any]:
    """Find lines of the log, with the change set of those that undo or may be undone.

    Names of change sets are all different: reading them takes longer than the rest.
    """
    lines = CHANGES.c
    imports = lines.op == sa.literal_column("'import'")
    tells = sa.or_(imports, lines.undoes.is_not(None))
    change_set = sa.case((tells, lines.change_set)).label("change_set")
    told = (lines.row_id, lines.op, lines.field, lines.before, change_set, lines.undoes)
    return sa.select(*told, *by).where(*conditions)


def _left(
    record: type[Record], names: tuple[str, ...], later: Later, dialect: str
) -> Iterator[sa.Select[Any]]:
    """Find the rows that were revised or erased and may have fitted before."""
    holder = record.within or "mentorship_id"
    for name in names:
        if name != holder:
            yield _revised(name, later)
    yield _gone(holder, later, dialect) if holder in names else _erased(names, later)


def _gone(holder: str, later: Later, dialect: str) -> sa.Select[Any]:
    """Find the rows that left what they belonged to; an index has them."""
    left: sa.ColumnClause[str] = sa.literal_column(LEFT[dialect])
    return sa.select(CHANGES.c.row_id).where(
        *later, sa.text(f"({LEAVES})"), Among(left, holder)
    )


def _revised(name: str, later: Later) -> sa.Select[Any]:
    """Find the rows in which a column held one of some values and was revised."""
    return sa.select(CHANGES.c.row_id).where(
        *later,
        CHANGES.c.op == "revise",
        CHANGES.c.field == name,
        Among(CHANGES.c.before, _text(name)),
    )


def _erased(names: tuple[str, ...], later: Later) -> sa.Select[Any]:
    """Find the rows that fitted when they were erased."""
    text = sa.JSON().with_variant(sa.Text(), "sqlite")
    row = sa.type_coerce(sa.cast(CHANGES.c.before, text), sa.JSON())
    return sa.select(CHANGES.c.row_id).where(
        *later,
        CHANGES.c.op == "erase",
        CHANGES.c.field.is_(None),
        *(Among(row[name].as_string(), name) for name in names),
    )


def _text(name: str) -> str:
    """Return what the values of a column are called as the log writes them."""
    return f"{name}_text"


def _walked_back(
    record: type[Record], rows: Rows, lines: Sequence[Sequence[Any]]
) -> Rows:
    """Take changes back: what a row held before its first one is what it held."""
    undoings = zip(reversed(lines[4]), reversed(lines[5]), strict=True)
    undone = log.taken_back(undoings)
    held: Held = defaultdict(dict)
    settled: dict[str, str | None] = {}
    for row_id, op, field, before, change_set, _ in zip(*lines, strict=True):
        if row_id in settled:
            continue
        if op == "revise":
            held[field].setdefault(row_id, before)
        elif op == "erase":
            settled[row_id] = before
        elif op == "add" or change_set in undone:
            settled[row_id] = None
    ids = rows.columns[record.key()]
    found = rows.chosen([row_id not in settled for row_id in ids])
    back = [json.loads(text) for text in settled.values() if text is not None]
    if back:
        found = found.plus(Rows.of(record, back))
    return _with_values(record, found, held)


def _with_values(record: type[Record], rows: Rows, held: Held) -> Rows:
    """Return rows with the values that they held put in."""
    columns = dict(rows.columns)
    places = {row_id: n for n, row_id in enumerate(columns[record.key()])}
    for name in columns.keys() & held.keys():
        column = columns[name] = list(columns[name])
        texts = (text or "null" for text in held[name].values())
        values = json.loads(f"[{','.join(texts)}]")
        for place, value in zip(map(places.get, held[name]), values, strict=True):
            if place is not None:
                column[place] = value
    return Rows(columns)
