"""Taking a change set back: what it changed is written once more as it was before.

A change set *stands* until another that stands takes it back. An undo is a change set
too: taking it back, by its name, lets what it undid stand again.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.errors import InvalidRecord, NotFound
from mentorkit.models import RECORDS, Record, record_of
from mentorkit.store import in_the_way, log, on_the_way, sealing, writes
from mentorkit.store.log import Signature
from mentorkit.store.names import READABLE, find_id, resolved
from mentorkit.store.schema import CHANGES, TABLES
from mentorkit.store.undone import Step, Undone


Lines = Sequence[dict[str, Any]]

AUTOMATIC = tuple(record.table for record in RECORDS if record.automatic)
"""The tables that nobody means who takes back the last thing they did."""


def undo(
    connection: sa.Connection, signature: Signature, change_set: str | None = None
) -> Undone:
    """Take back the signer's last change set that stands and is no undo, or a named one.

    Raises
    ------
    NotFound
        There is none, or it was taken back before, or somebody else made it.
    Conflict
        A later change touched the same field or row.
    InUse
        A row that was added is referred to by others. Questions and abilities that came
        on the way with other rows stay as long as that is so.
    """
    taken = _taken_back(connection)
    names = _names_of(connection, signature.by)
    chosen = change_set or _latest(connection, names, taken)
    if chosen is None:
        raise in_the_way.none_left(connection, signature.by)
    if log.is_erasure(chosen):
        raise in_the_way.erasure()
    lines = log.of_change_set(connection, chosen)
    _check_own(connection, chosen, lines, names, taken)
    signed = replace(signature, undoes=chosen)
    brought = {line["seq"] for line in on_the_way.brought(lines)}
    steps = [
        _take_back(connection, list(group), signed, taken)
        for _, group in itertools.groupby(
            (line for line in reversed(lines) if line["seq"] not in brought),
            lambda line: (line["table_name"], line["row_id"], line["version"]),
        )
    ]
    steps += on_the_way.taken_along(connection, signed, _taken_back(connection))
    first = lines[0]
    return Undone(
        change_set=signed.change_set,
        undoes=chosen,
        by=first["by"],
        at=first["at"],
        why=first["why"],
        was_undo=first["undoes"] is not None,
        steps=tuple(steps),
    )


def _taken_back(connection: sa.Connection) -> set[str]:
    """Return the change sets that do not stand."""
    query = (
        sa.select(CHANGES.c.change_set, CHANGES.c.undoes)
        .where(CHANGES.c.undoes.is_not(None))
        .order_by(CHANGES.c.seq.desc())
    )
    return log.taken_back((row[0], row[1]) for row in connection.execute(query))


def _names_of(connection: sa.Connection, by: str) -> set[str]:
    """Return everything that a person may have signed with."""
    people = TABLES["people"]
    try:
        person_id = find_id(connection, "people", by)
    except NotFound:
        return {by}
    columns = (people.c.person_id, *(people.c[name] for name in READABLE))
    query = sa.select(*columns).where(people.c.person_id == person_id)
    return {by, *(name for name in connection.execute(query).one() if name)}


def _latest(
    connection: sa.Connection, names: AbstractSet[str], taken: AbstractSet[str]
) -> str | None:
    query = (
        sa.select(CHANGES.c.change_set)
        .where(
            CHANGES.c.by.in_(sorted(names)),
            CHANGES.c.undoes.is_(None),
            CHANGES.c.table_name.not_in(AUTOMATIC),
        )
        .order_by(CHANGES.c.seq.desc())
    )
    with connection.execute(query) as found:
        return next((name for name in found.scalars() if name not in taken), None)


def _check_own(
    connection: sa.Connection,
    chosen: str,
    lines: Lines,
    names: AbstractSet[str],
    taken: AbstractSet[str],
) -> None:
    if not lines:
        raise in_the_way.unknown(chosen)
    if lines[0]["by"] not in names:
        raise in_the_way.not_yours(connection, lines[0])
    if chosen in taken:
        raise in_the_way.before(connection, lines[0])


def _take_back(
    connection: sa.Connection,
    lines: Lines,
    signature: Signature,
    taken: AbstractSet[str],
) -> Step:
    """Take back one change of one row: the lines that made one version of it."""
    record, row_id = record_of(lines[0]["table_name"]), lines[0]["row_id"]
    if later := _later(connection, lines, taken):
        raise in_the_way.overtaken(connection, record, row_id, later)
    try:
        if lines[0]["op"] == "erase":
            return _put_back(connection, record, lines[0]["before"], signature)
        row, version = writes.get(connection, record, row_id)
        if lines[0]["op"] == "revise":
            return _turn_back(connection, row, version, lines, signature)
        return _take_out(connection, row, version, signature)
    except InvalidRecord as error:
        raise in_the_way.unfit(connection, record, row_id, error.problems) from None


def _later(
    connection: sa.Connection, lines: Lines, taken: AbstractSet[str]
) -> list[dict[str, Any]]:
    """Return later changes that stand and touch the same fields, or the whole row."""
    first = lines[0]
    fields = {line["field"] for line in lines if line["op"] == "revise"}
    history = log.of_row(connection, first["table_name"], first["row_id"])
    return [
        line
        for line in sealing.of(connection).lines(history)
        if line["seq"] > first["seq"]
        and line["change_set"] not in {first["change_set"], *taken}
        and line["undoes"] is None
        and (not fields or line["op"] != "revise" or line["field"] in fields)
    ]


def _put_back(
    connection: sa.Connection,
    record: type[Record],
    values: dict[str, Any],
    signature: Signature,
) -> Step:
    opened = sealing.of(connection).row(record.table, values)
    row = resolved(connection, record(**opened))
    writes.insert(connection, row, signature, "add", kept=values)
    return Step.of(row, "back")


def _turn_back(
    connection: sa.Connection,
    row: Record,
    version: int,
    lines: Lines,
    signature: Signature,
) -> Step:
    seals = sealing.of(connection)
    for line in lines:
        for side in ("before", "after"):
            seals.require_open(row, {line["field"]: line[side]})
    lines = seals.lines(lines)
    moved = [
        line
        for line in lines
        if log.plain(getattr(row, line["field"])) != line["after"]
    ]
    if moved:
        fields = {line["field"] for line in moved}
        history = seals.lines(log.of_row(connection, row.table, row.id))
        later = [line for line in history if line["field"] in fields]
        raise in_the_way.overtaken(connection, type(row), row.id, later)
    before = {line["field"]: line["before"] for line in lines}
    old = resolved(connection, type(row)(**{**row.model_dump(), **before}))
    writes.update(connection, row, old, version, signature)
    return Step.of(old, "changed", fields=before)


def _take_out(
    connection: sa.Connection, row: Record, version: int, signature: Signature
) -> Step:
    try:
        writes.delete(connection, row, version, signature)
    except IntegrityError:
        uses = writes.uses_of(connection, type(row), row.id)
        raise in_the_way.in_use(connection, row, uses) from None
    return Step.of(row, "out")
