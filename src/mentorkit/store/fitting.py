"""Whether a row fits the rows that it refers to; what fits is said by its record."""

from __future__ import annotations

import sqlalchemy as sa

from mentorkit.errors import InvalidRecord, Problem
from mentorkit.models import Record, record_of
from mentorkit.store.schema import TABLES


def require_fit(connection: sa.Connection, record: Record) -> None:
    """See that a row fits the rows that it refers to.

    Raises
    ------
    InvalidRecord
        It does not; the message is the record's.
    """
    if not record.fits:
        return
    others = {
        name: _row(
            connection,
            record_of(str(record.field(name).about.ref)),
            getattr(record, name),
        )
        for name in record.fits
    }
    if found := record.misfit(others):
        name, message = found
        value = getattr(record, name)
        told = f"{value:g}" if isinstance(value, float) else value
        raise InvalidRecord(record.noun, [Problem(message, name, told)])


def _row(connection: sa.Connection, record: type[Record], row_id: str) -> Record:
    """Return a row as its record; what refers to it was looked up before."""
    table = TABLES[record.table]
    query = sa.select(table).where(table.c[record.key()] == row_id)
    values = dict(connection.execute(query).mappings().one())
    values.pop("version")
    return record.model_construct(**values)
