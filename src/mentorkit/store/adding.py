"""Adding many rows at once whose ids are made of what they hold: none is added twice.

Checked, versioned and logged as rows that are added one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.models import Record
from mentorkit.store import in_bulk, log, sealing, writes
from mentorkit.store.rows import Among
from mentorkit.store.schema import CHANGES, SEALED, TABLES


def add_new(
    connection: sa.Connection, records: Sequence[Record], signature: log.Signature
) -> list[Record]:
    """Insert those records that are not there yet, and return them.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open writing connection.
    records : sequence of Record
        Complete records, those of a table one after the other, with ids as references.
    signature : Signature
        Who adds them.
    """
    added: list[Record] = []
    for record, rows in groupby(records, key=type):
        once = _by_id(record, rows)
        there = _there(connection, record, once)
        new = {row_id: each for row_id, each in once.items() if row_id not in there}
        if new:
            _insert(connection, record, new, signature)
        added += new.values()
    return added


def _by_id(record: type[Record], rows: Iterable[Record]) -> dict[str, Record]:
    row_id = attrgetter(record.key())
    return {row_id(each): each for each in rows}


def _insert(
    connection: sa.Connection,
    record: type[Record],
    new: Mapping[str, Record],
    signature: log.Signature,
) -> None:
    before = _versions(connection, record, new)
    versions = {row_id: before.get(row_id, 0) + 1 for row_id in new}
    columns = _columns(connection, record, new.values())
    columns["version"] = list(versions.values())
    try:
        with connection.begin_nested():
            in_bulk.insert(connection, TABLES[record.table], columns, {})
    except IntegrityError:
        for each in new.values():  # one by one, so that the right one is told
            writes.insert(connection, each, signature, "import")
        return
    log.write_added(connection, signature, record, "import", versions)


def _columns(
    connection: sa.Connection, record: type[Record], new: Iterable[Record]
) -> dict[str, list[Any]]:
    """Return the values of records by column, as they are written."""
    sealed, seals = SEALED.get(record.table, ()), sealing.of(connection)
    rows = [vars(each) for each in new]
    if sealed:
        rows = [seals.sealed(connection, each, vars(each)) for each in new]
    columns = {f.name: [row[f.name] for row in rows] for f in record.fields()}
    for field in record.fields():
        if field.vocabulary:
            words = columns[field.name]
            columns[field.name] = [None if w is None else str(w) for w in words]
    return columns


def _there(
    connection: sa.Connection, record: type[Record], ids: Iterable[str]
) -> set[str]:
    key = TABLES[record.table].c[record.key()]
    query = sa.select(key).where(Among(key, "ids"))
    return set(connection.execute(query, {"ids": ids}).scalars())


def _versions(
    connection: sa.Connection, record: type[Record], ids: Iterable[str]
) -> dict[str, int]:
    """Return the version that the last change made of rows that were there before."""
    row_id = CHANGES.c.row_id
    query = (
        sa.select(row_id, sa.func.max(CHANGES.c.version))
        .where(CHANGES.c.table_name == record.table, Among(row_id, "ids"))
        .group_by(row_id)
    )
    return {row[0]: row[1] for row in connection.execute(query, {"ids": ids})}
