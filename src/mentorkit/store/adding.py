"""Adding many rows at once whose ids are made of what they hold: none is added twice.

Checked, versioned and logged as rows that are added one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.models import Record
from mentorkit.store import log, sealing, writes
from mentorkit.store.database import attempt
from mentorkit.store.schema import CHANGES, TABLES


AT_ONCE = 500
"""How many ids are asked for in one question."""


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
        once = {each.id: each for each in rows}
        there = set(_there(connection, record, list(once)))
        new = [each for row_id, each in once.items() if row_id not in there]
        if new:
            _insert(connection, record, new, signature)
        added += new
    return added


def _insert(
    connection: sa.Connection,
    record: type[Record],
    new: Sequence[Record],
    signature: log.Signature,
) -> None:
    versions = dict(_versions(connection, record, [each.id for each in new]))
    seals = sealing.of(connection)
    values, lines = [], []
    for each in new:
        version = versions.get(each.id, 0) + 1
        kept = seals.sealed(connection, each, each.model_dump())
        values.append({**kept, "version": version})
        lines.append(log.entry(signature, record, each.id, "import", version))
    try:
        with attempt(connection):
            connection.execute(writes.INSERTS[record.table], values)
    except IntegrityError:
        for each in new:  # one by one, so that the right one is told
            writes.insert(connection, each, signature, "import")
        return
    log.write(connection, lines)


def _there(
    connection: sa.Connection, record: type[Record], ids: Sequence[str]
) -> Iterator[str]:
    key = TABLES[record.table].c[record.key()]
    for part in _parts(ids):
        yield from connection.execute(sa.select(key).where(key.in_(part))).scalars()


def _versions(
    connection: sa.Connection, record: type[Record], ids: Sequence[str]
) -> Iterator[tuple[str, int]]:
    """Give the version that the last change made of rows that were there before."""
    row_id = CHANGES.c.row_id
    for part in _parts(ids):
        query = (
            sa.select(row_id, sa.func.max(CHANGES.c.version))
            .where(CHANGES.c.table_name == record.table, row_id.in_(part))
            .group_by(row_id)
        )
        yield from (tuple(row) for row in connection.execute(query))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))
