"""Where private text is, sealed or not: whose it is, in rows and in the history."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record, holder_of, record_of
from mentorkit.store.rules import SCHEMA
from mentorkit.store.schema import CHANGES, SEAL, SEALED, TABLES


RowKey = tuple[str, str]
"""A table and a row of it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A private text of a mentorship's row, or of the row's history, as it is kept."""

    table: str
    row: str
    field: str
    kept: str


def is_sealed(value: Any) -> bool:
    """Return whether a value is a sealed text."""
    return isinstance(value, str) and value.startswith(SEAL)


def owner(value: str) -> str:
    """Return the id of the mentorship whose key seals a text."""
    return value.removeprefix(SEAL).partition(":")[0]


def mentorship_of(connection: sa.Connection, record: Record) -> str | None:
    """Return the id of the mentorship that a row belongs to, itself or by its holder."""
    holder = holder_of(type(record))
    if holder is None:
        own = getattr(record, "mentorship_id", None)
        return None if own is None else str(own)
    table = TABLES[holder.table].c
    query = sa.select(table.mentorship_id).where(
        table[holder.key()] == getattr(record, record.within)
    )
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else str(found)


def has_sealed(connection: sa.Connection, mentorship: str) -> bool:
    """Return whether anything in the database is sealed with a mentorship's key."""
    begin = f"{SEAL}{mentorship}:"
    if connection.dialect.name == "postgresql":  # where a login sees a part of them
        asked = getattr(sa.func, SCHEMA).has_sealed(begin)
        return bool(connection.execute(sa.select(asked)).scalar_one())
    logged = [
        side.contains(begin, autoescape=True)
        for side in (CHANGES.c.before, CHANGES.c.after)
    ]
    columns = [
        TABLES[table].c[name] for table, names in SEALED.items() for name in names
    ]
    queries = [
        sa.select(sa.literal(1)).where(condition).limit(1)
        for condition in (
            *(sa.func.substr(column, 1, len(begin)) == begin for column in columns),
            sa.or_(*logged),
        )
    ]
    return any(connection.execute(query).first() for query in queries)


def texts(connection: sa.Connection) -> Iterator[Text]:
    """Give every private text there is, each once for each row that it is or was in."""
    known = owners(connection)
    found: list[Text] = []

    def seen(table: str, row_id: str, name: str, text: Any) -> Any:
        if text and isinstance(text, str) and (table, row_id) in known:
            found.append(Text(table, row_id, name, text))
        return text

    for table, names in SEALED.items():
        columns = TABLES[table].c
        key = columns[record_of(table).key()]
        query = sa.select(key, *(columns[name] for name in names))
        for row_id, *kept in connection.execute(query).all():
            for name, text in zip(names, kept, strict=True):
                seen(table, row_id, name, text)
        for _ in turned_lines(connection, table, partial(seen, table)):
            pass
        yield from dict.fromkeys(found)
        found.clear()


def turned_lines(
    connection: sa.Connection, table: str, turned: Callable[[str, str, Any], Any]
) -> Iterator[dict[str, Any]]:
    """Give the lines of a table's history that are kept differently once turned."""
    names = SEALED[table]

    def turned_json(row_id: str, field: str | None, kept: str | None) -> str | None:
        if kept is None:
            return None
        value = json.loads(kept)
        if field is not None:
            after = turned(row_id, field, value)
        else:
            private = {name: value[name] for name in names if name in value}
            after = value | {n: turned(row_id, n, v) for n, v in private.items()}
        return kept if after == value else json.dumps(after, ensure_ascii=False)

    query = (
        sa.select(
            CHANGES.c.seq,
            CHANGES.c.row_id,
            CHANGES.c.field,
            CHANGES.c.before,
            CHANGES.c.after,
        )
        .where(
            CHANGES.c.table_name == table,
            sa.or_(
                CHANGES.c.field.in_(names),
                CHANGES.c.field.is_(None) & CHANGES.c.before.is_not(None),
            ),
        )
        .order_by(CHANGES.c.seq)
    )
    for seq, row_id, field, *kept in connection.execute(query).all():
        sides = [turned_json(row_id, field, text) for text in kept]
        if sides != kept:
            yield {"_seq": seq, "before": sides[0], "after": sides[1]}


def owners(connection: sa.Connection) -> dict[RowKey, str]:
    """Return the mentorship of every row that is, or was until it was erased."""
    found: dict[RowKey, str] = {}
    hanging: dict[RowKey, RowKey] = {}
    for table, row_id, row in _rows(connection):
        record = record_of(table)
        holder = holder_of(record)
        if holder is None:
            if row.get("mentorship_id"):
                found[table, row_id] = row["mentorship_id"]
        elif row.get(record.within):
            hanging[table, row_id] = (holder.table, row[record.within])
    for place, held_by in hanging.items():
        if mentorship := found.get(held_by):
            found[place] = mentorship
    return found


def _rows(connection: sa.Connection) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Give erased rows as they were last, then those that are there."""
    erased = (
        sa.select(CHANGES.c.table_name, CHANGES.c.row_id, CHANGES.c.before)
        .where(CHANGES.c.table_name.in_(SEALED), CHANGES.c.op == "erase")
        .order_by(CHANGES.c.seq)
    )
    for table, row_id, before in connection.execute(erased).all():
        yield table, row_id, json.loads(before) if before else {}
    for table in SEALED:
        columns = TABLES[table].c
        key = columns[record_of(table).key()]
        of = [columns[record_of(table).within or "mentorship_id"]]
        for row in connection.execute(sa.select(key.label("_key"), *of)).mappings():
            yield table, row["_key"], dict(row)
