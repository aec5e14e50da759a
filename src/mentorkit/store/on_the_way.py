"""Questions and abilities that were added on the way to something else, and an undo.

They belong to nobody: an instrument comes with the first sheet that is filled in, and
goes with the last one. Which change is taken back is decided in ``undoing``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DatabaseError

from mentorkit.errors import MentorkitError
from mentorkit.models import RECORDS, record_of
from mentorkit.privacy.subject import is_common
from mentorkit.store import log, writes
from mentorkit.store.log import Signature
from mentorkit.store.undone import Step


Line = Mapping[str, Any]

COMMON = frozenset(record.table for record in RECORDS if is_common(record))
"""The tables whose rows are nobody's."""

REFERRING = {
    record.table: names
    for record in RECORDS
    if (names := [f.name for f in record.fields() if f.about.ref in COMMON])
}
"""The fields of each table that name such rows."""


def brought(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that added what is nobody's, where a change was about more."""
    found = [each for each in lines if each["table_name"] in COMMON and _is_new(each)]
    return [] if len(found) == len(lines) else found


def taken_along(
    connection: sa.Connection, signature: Signature, taken: AbstractSet[str]
) -> list[Step]:
    """Take out what was brought by changes that do not stand, once nobody uses it.

    What one change brought goes together, or stays as long as a row of anybody refers
    to any of it.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        Where an undo has taken rows out just now.
    signature : Signature
        The undo's.
    taken : set of str
        The change sets that do not stand after it.
    """
    lines = log.of_change_set(connection, signature.change_set, REFERRING)
    gone = [line for line in lines if line["op"] == "erase"]
    bringers = {
        change_set
        for table, row_id in dict.fromkeys(_named(gone))
        if (change_set := _brought_by(connection, table, row_id)) in taken
    }
    return [
        step
        for name in sorted(filter(None, [*bringers, signature.undoes]))
        for step in _taken(connection, name, signature)
    ]


def _is_new(line: Line) -> bool:
    return line["op"] in {"add", "import"}


def _named(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    """Give the rows of nobody's that erased rows referred to."""
    for line in lines:
        record = record_of(line["table_name"])
        for name in REFERRING[record.table]:
            if row_id := line["before"].get(name):
                yield str(record.field(name).about.ref), row_id


def _brought_by(connection: sa.Connection, table: str, row_id: str) -> str | None:
    """Return the change set that added a row which nobody has changed since."""
    history = [
        line for line in log.of_row(connection, table, row_id) if line["undoes"] is None
    ]
    last = history[-1] if history else None
    return str(last["change_set"]) if last and _is_new(last) else None


def _taken(
    connection: sa.Connection, change_set: str, signature: Signature
) -> list[Step]:
    """Take out what a change brought, all of it or nothing."""
    lines = brought(log.of_change_set(connection, change_set))
    steps = []
    try:
        with connection.begin_nested():
            for line in reversed(lines):
                record, row_id = record_of(line["table_name"]), line["row_id"]
                if _brought_by(connection, record.table, row_id) == change_set:
                    row, version = writes.get(connection, record, row_id)
                    writes.delete(connection, row, version, signature)
                    steps.append(Step.of(row, "out"))
    except (DatabaseError, MentorkitError):  # it is in use, or not the signer's to take
        return []
    return steps
