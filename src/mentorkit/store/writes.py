"""Changing rows: each change checked, versioned and logged in one transaction.

Works on an open writing connection; opening it is the store's part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.errors import InUse, InvalidRecord, NotFound
from mentorkit.i18n import fill, translate
from mentorkit.models import RECORDS, Record, Vocabulary
from mentorkit.store import log, refusals, sealing
from mentorkit.store.database import attempt
from mentorkit.store.filling import filled
from mentorkit.store.fitting import require_fit
from mentorkit.store.names import NOBODY, resolved
from mentorkit.store.schema import SEALED, TABLES


INSERTS = {name: sa.insert(table) for name, table in TABLES.items()}


def get(
    connection: sa.Connection, record: type[Record], row_id: str
) -> tuple[Record, int]:
    """Return a row as its record, and its version."""
    found = connection.execute(_row_of(record), {"id": row_id}).mappings().one_or_none()
    if found is None:
        told = fill(NOBODY, noun=translate(record.noun), name=row_id)
        raise NotFound(told)
    values = sealing.of(connection).row(record.table, dict(found))
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
    words = {
        name: vocabulary(row[name])
        for name, vocabulary in _words_of(record)
        if row.get(name) is not None
    }
    return {**row, **words}


@cache
def _words_of(record: type[Record]) -> list[tuple[str, type[Vocabulary]]]:
    """Return the fields that hold words of a vocabulary, and which."""
    return [(f.name, f.vocabulary) for f in record.fields() if f.vocabulary]


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
        require_fit(connection, record)
        insert(connection, record, signature, op)
        kept.append(record)
    return kept


def insert(
    connection: sa.Connection,
    record: Record,
    signature: log.Signature,
    op: str,
    kept: Mapping[str, Any] | None = None,
) -> None:
    """Insert a record that is complete; a row that was there before counts on.

    ``kept`` is what such a row held, its texts as they were sealed.
    """
    version = log.last_version(connection, record.table, record.id) + 1
    seals = sealing.of(connection)
    values = seals.sealed(connection, record, record.model_dump(), kept)
    values["version"] = version
    try:
        with attempt(connection):
            connection.execute(INSERTS[record.table], values)
    except IntegrityError as error:
        raise refusals.refused(connection, record, error) from error
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
        raise refusals.conflict(connection, old, (version, current), changes)
    before = old.model_dump()
    meant = sealing.of(connection).without_sentences(record.table, changes)
    given = _given(old, meant)
    new = resolved(connection, filled(connection, given, signature), known=old)
    changed = changed_fields(old, new)
    if not changed:
        return old, current
    require_fit(connection, new)
    moved = [name for name in changed if before[name] is not None]
    refusals.ask_why(record, moved, signature, vars(new))
    return new, update(connection, old, new, current, signature)


def _given(old: Record, changes: Mapping[str, Any]) -> Record:
    """Return a row with changes; a row whose texts are hidden cannot be completed."""
    before = dict(vars(old))
    try:
        return type(old)(**{**before, **changes})
    except InvalidRecord as error:
        names = {problem.field for problem in error.problems} - changes.keys()
        if any(name in before and before[name] is None for name in names):
            raise refusals.not_yours(old) from None
        raise


def changed_fields(old: Record, new: Record) -> list[str]:
    """Return the names of the fields that two states of a row differ in."""
    before, after = vars(old), vars(new)
    return [name for name in type(old).model_fields if before[name] != after[name]]


def update(
    connection: sa.Connection,
    old: Record,
    new: Record,
    current: int,
    signature: log.Signature,
) -> int:
    """Write and log what differs between two states of a row; return its version."""
    record = type(old)
    changed, seals = changed_fields(old, new), sealing.of(connection)
    before = {name: getattr(old, name) for name in changed}
    after = {name: getattr(new, name) for name in changed}
    kept = _as_kept(connection, old, changed)
    seals.require_open(old, kept)
    before |= kept
    after = seals.sealed(connection, new, after)
    values = after | {"version": current + 1}
    query = _changing(record, tuple(values))
    try:
        with attempt(connection):
            written = connection.execute(query, values | {"row": old.id}).rowcount
    except IntegrityError as error:
        raise refusals.refused(connection, new, error) from error
    if not written:
        raise refusals.not_yours(old)
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


def _as_kept(
    connection: sa.Connection, row: Record, names: Iterable[str]
) -> dict[str, Any]:
    """Return a row's private texts as the database holds them, for the log."""
    table, private = TABLES[row.table], SEALED.get(row.table, ())
    columns = [table.c[name] for name in names if name in private]
    if not columns:
        return {}
    query = sa.select(*columns).where(table.c[row.key()] == row.id)
    found = connection.execute(query).mappings().one_or_none()
    return dict(found or {})


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
    before = old.model_dump() | _as_kept(connection, old, table.c.keys())
    with attempt(connection):
        query = sa.delete(table).where(table.c[old.key()] == old.id)
        taken = connection.execute(query).rowcount
    if not taken:
        raise refusals.not_yours(old)
    line = log.entry(signature, type(old), old.id, "erase", version + 1, before=before)
    log.write(connection, [line])


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
