"""From the readable names that people use to ids: handles, e-mail addresses, ids."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import InvalidRecord, NotFound, Problem, did_you_mean
from mentorkit.i18n import N_, fill, translate
from mentorkit.models import Record, record_of
from mentorkit.store.schema import TABLES


NOBODY = N_("There is no {noun} '{name}'.")

READABLE = ("handle", "email")
"""Columns that name a row as well as its id does, in the order they are tried."""


def find_id(connection: sa.Connection, table_name: str, name: str) -> str:
    """Return the id of the row that an id, a handle or an e-mail address names.

    Raises
    ------
    NotFound
        Nothing has that name; the message proposes the closest.
    """
    record, table = record_of(table_name), TABLES[table_name]
    found = connection.execute(_by_name(record), {"name": name}).scalar_one()
    if found is not None:
        return str(found)
    known: list[str] = []
    if "handle" in table.c:
        known = list(connection.execute(sa.select(table.c.handle)).scalars())
    told = fill(NOBODY, noun=translate(record.noun), name=name)
    raise NotFound(
        told + did_you_mean(name, known) + (_list_of(known) if known else "")
    )


@cache
def _by_name(record: type[Record]) -> sa.Select[Any]:
    """Return the query for a name; made once, since making it takes most of a look."""
    table = TABLES[record.table]
    key = table.c[record.key()]
    columns = [key, *(table.c[name] for name in READABLE if name in table.c)]
    name: sa.BindParameter[str] = sa.bindparam("name")
    looks = [sa.select(key).where(c == name).scalar_subquery() for c in columns]
    return sa.select(sa.func.coalesce(*looks) if looks[1:] else looks[0])


def resolved(
    connection: sa.Connection,
    record: Record,
    *,
    strict: bool = True,
    known: Record | None = None,
) -> Record:
    """Return a record whose references are ids; those of no row stay as they are.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open connection.
    record : Record
        The record.
    strict : bool
        Whether a reference to no row is an error.
    known : Record, optional
        The row as it was: what it refers to is there, and is not looked up again.

    Raises
    ------
    InvalidRecord
        A reference names nothing; every such field is told.
    """
    found: dict[str, str] = {}
    problems: list[Problem] = []
    for name, target in _references(type(record)):
        value = getattr(record, name)
        if value is None or (known is not None and value == getattr(known, name)):
            continue
        try:
            found[name] = find_id(connection, target, value)
        except NotFound as error:
            problems.append(Problem(str(error), name))
    if problems and strict:
        raise InvalidRecord(record.noun, problems)
    return record.model_copy(update=found) if found else record


@cache
def _references(record: type[Record]) -> list[tuple[str, str]]:
    """Return the fields that refer to rows, and the table of each."""
    return [(f.name, f.about.ref) for f in record.fields() if f.about.ref]


def _list_of(handles: list[str]) -> str:
    shown = sorted(handles)[:8]
    more = f" and {len(handles) - 8} more" if len(handles) > 8 else ""
    return f" There are: {', '.join(shown)}{more}."
