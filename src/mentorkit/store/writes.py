"""Changing rows: each change checked, versioned and logged in one transaction.

Works on an open writing connection; opening it is the store's part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.errors import (
    Conflict,
    InUse,
    InvalidRecord,
    NotAllowed,
    NotFound,
    Problem,
)
from mentorkit.models import RECORDS, Record
from mentorkit.store import log
from mentorkit.store.database import attempt
from mentorkit.store.filling import filled
from mentorkit.store.names import resolved
from mentorkit.store.schema import TABLES


INSERTS = {name: sa.insert(table) for name, table in TABLES.items()}


def get(
    connection: sa.Connection, record: type[Record], row_id: str
) -> tuple[Record, int]:
    """Return a row as its record, and its version."""
    found = connection.execute(_row_of(record), {"id": row_id}).mappings().one_or_none()
    if found is None:
        raise NotFound(f"There is no {record.noun} '{row_id}'.")
    values = dict(found)
    version = values.pop("version")
    return record.model_construct(**record_values(record, values)), version


@cache
def _row_of(record: type[Record]) -> sa.Select[Any]:
    table = TABLES[record.table]
    return sa.select(table).where(table.c[record.key()] == sa.bindparam("id"))


@cache
def _changing(record: type[Record], names: tuple[str, ...]) -> sa.Update:
    """Return the statement that changes columns of a row; making it takes its time."""
    table = TABLES[record.table]
    row = table.c[record.key()] == sa.bindparam("row")
    return sa.update(table).where(row).values({n: sa.bindparam(n) for n in names})


def record_values(record: type[Record], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row's values as the record holds them: words as vocabulary members."""
    words = {f.name: f.vocabulary for f in record.fields() if f.vocabulary}
    return {
        name: words[name](value) if name in words and value is not None else value
        for name, value in row.items()
    }


def add(
    connection: sa.Connection,
    records: Iterable[Record],
    signature: log.Signature,
    op: str = "add",
) -> list[Record]:
    """Insert records and log it; references may be handles and come back as ids."""
    kept = []
    for given in records:
        record = resolved(connection, filled(connection, given, signature))
        insert(connection, record, signature, op)
        kept.append(record)
    return kept


def insert(
    connection: sa.Connection, record: Record, signature: log.Signature, op: str
) -> None:
    """Insert a record that is complete; a row that was there before counts on."""
    version = log.last_version(connection, record.table, record.id) + 1
    values = record.model_dump() | {"version": version}
    try:
        with attempt(connection):
            connection.execute(INSERTS[record.table], values)
    except IntegrityError as error:
        raise _refused(connection, record, error) from error
    line = log.entry(signature, type(record), record.id, op, version)
    log.write(connection, [line])


def revise(
    connection: sa.Connection,
    record: type[Record],
    row_id: str,
    changes: Mapping[str, Any],
    signature: log.Signature,
    version: int | None = None,
) -> tuple[Record, int]:
    """Change fields of a row, unless somebody saved a newer version first."""
    old, current = get(connection, record, row_id)
    if version is not None and version != current:
        raise _conflict(connection, old, (version, current), changes)
    before = old.model_dump()
    given = record(**{**before, **changes})
    new = resolved(connection, filled(connection, given, signature), known=old)
    changed = changed_fields(old, new)
    if not changed:
        return old, current
    moved = [name for name in changed if before[name] is not None]
    _ask_why(record, moved, signature, new.model_dump())
    return new, update(connection, old, new, current, signature)


def changed_fields(old: Record, new: Record) -> list[str]:
    """Return the names of the fields that two states of a row differ in."""
    before, after = old.model_dump(), new.model_dump()
    return [name for name in before if before[name] != after[name]]


def update(
    connection: sa.Connection,
    old: Record,
    new: Record,
    current: int,
    signature: log.Signature,
) -> int:
    """Write and log what differs between two states of a row; return its version."""
    record = type(old)
    before, after = old.model_dump(), new.model_dump()
    changed = changed_fields(old, new)
    values = {name: after[name] for name in changed} | {"version": current + 1}
    query = _changing(record, tuple(values))
    try:
        with attempt(connection):
            written = connection.execute(query, values | {"row": old.id}).rowcount
    except IntegrityError as error:
        raise _refused(connection, new, error) from error
    if not written:
        raise not_yours(old)
    lines = [
        log.entry(
            signature,
            record,
            old.id,
            "revise",
            current + 1,
            field=name,
            before=before[name],
            after=after[name],
        )
        for name in changed
    ]
    log.write(connection, lines)
    return current + 1


def erase(
    connection: sa.Connection,
    record: type[Record],
    row_id: str,
    signature: log.Signature,
) -> Record:
    """Take a row out of its table; the log keeps it."""
    old, version = get(connection, record, row_id)
    if uses := uses_of(connection, record, row_id):
        told = ", ".join(f"{len(ids)} in {table}" for table, ids in uses.items())
        raise InUse(
            f"The {record.noun} '{row_id}' cannot be erased: other rows refer to it"
            f" ({told}). Erase or change those first."
        )
    delete(connection, old, version, signature)
    return old


def delete(
    connection: sa.Connection, old: Record, version: int, signature: log.Signature
) -> None:
    """Take out a row that nothing refers to; the log keeps it.

    Raises
    ------
    sqlalchemy.exc.IntegrityError
        Other rows refer to it.
    """
    table = TABLES[old.table]
    with attempt(connection):
        query = sa.delete(table).where(table.c[old.key()] == old.id)
        taken = connection.execute(query).rowcount
    if not taken:
        raise not_yours(old)
    line = log.entry(
        signature, type(old), old.id, "erase", version + 1, before=old.model_dump()
    )
    log.write(connection, [line])


def not_yours(row: Record) -> NotAllowed:
    """Return the error for a row that may be read and not changed."""
    return NotAllowed(
        f"The {row.noun} '{row.id}' is not yours to change. Nothing was changed."
    )


def _ask_why(
    record: type[Record],
    moved: Sequence[str],
    signature: log.Signature,
    after: Mapping[str, Any],
) -> None:
    if signature.why:
        return
    asked = [name for name in moved if record.field(name).about.why]
    if asked:
        raise InvalidRecord(
            record.noun,
            [
                Problem(
                    "Say why this changes: give the reason as why=... .",
                    name,
                    log.plain(after[name]),
                )
                for name in asked
            ],
        )


def _conflict(
    connection: sa.Connection,
    old: Record,
    versions: tuple[int, int],
    changes: Mapping[str, Any],
) -> Conflict:
    """Tell what was saved since a version; nothing, where a backup was restored."""
    seen, current = versions
    history = log.of_row(connection, old.table, old.id)
    newer = [line for line in history if line["version"] > seen] or history[-1:]
    changed = [
        {k: line[k] for k in ("field", "before", "after", "by", "at", "why", "version")}
        | {"yours": log.plain(changes.get(line["field"]))}
        for line in newer
    ]
    told = "\n".join(f"  {_told(line)}" for line in newer)
    happened = (
        f"Somebody saved this {old.noun}"
        if current > seen
        else f"A backup was restored, and with it an earlier state of this {old.noun},"
    )
    return Conflict(
        f"{happened} after you opened it, so yours was not saved:"
        f"\n{told}\nLook at what it holds now; to keep yours all the same,"
        f" save it again on top of version {current}.",
        changed=changed,
    )


def _told(line: Mapping[str, Any]) -> str:
    what = (
        f"{line['field']}: {line['before']!r} became {line['after']!r}"
        if line["op"] == "revise"
        else {"erase": "it was erased"}.get(line["op"], "it was added")
    )
    why = f" ({line['why']})" if line["why"] else ""
    return f"{what}, by {line['by']} at {line['at']:%Y-%m-%d %H:%M} UTC{why}"


def uses_of(
    connection: sa.Connection, record: type[Record], row_id: str
) -> dict[str, list[str]]:
    """Return the ids of the rows that refer to a row, by table."""
    found: dict[str, list[str]] = {}
    for other in RECORDS:
        table = TABLES[other.table]
        refs = [f.name for f in other.fields() if f.about.ref == record.table]
        if not refs:
            continue
        query = sa.select(table.c[other.key()]).where(
            sa.or_(*(table.c[name] == row_id for name in refs))
        )
        if ids := [str(found_id) for found_id in connection.execute(query).scalars()]:
            found[other.table] = ids
    return found


def same_row(connection: sa.Connection, record: Record) -> str | None:
    """Return the id of the row with a record's id or, failing that, its natural key."""
    table, key = TABLES[record.table], record.key()
    values = resolved(connection, record, strict=False).model_dump()
    for names in ((key,), *record.unique):
        if any(values[name] in (None, "") for name in names):
            continue
        same = sa.and_(*(table.c[name] == values[name] for name in names))
        query = sa.select(table.c[key]).where(same)
        if (found := connection.execute(query).scalar_one_or_none()) is not None:
            return str(found)
    return None


def _refused(
    connection: sa.Connection, record: Record, error: IntegrityError
) -> InvalidRecord:
    """Say in words what the database refused."""
    table = TABLES[record.table]
    values = record.model_dump()
    for names in ((record.key(),), *record.unique):
        same = sa.and_(*(table.c[name] == values[name] for name in names))
        others = sa.select(sa.func.count()).select_from(table).where(same)
        if connection.execute(others).scalar_one():
            message = f"There is already a {record.noun} with this {names[-1]}."
            return InvalidRecord(
                record.noun, [Problem(message, names[-1], values[names[-1]])]
            )
    return InvalidRecord(
        record.noun, [Problem(f"The database refused it: {error.orig}")]
    )
