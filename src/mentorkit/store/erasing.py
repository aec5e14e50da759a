"""Erasing a person: what a survey found, written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from mentorkit.models import RECORDS, new_id, record_of
from mentorkit.privacy.remains import Plan
from mentorkit.store import log, logins, sealing
from mentorkit.store.erased import Erased
from mentorkit.store.schema import CHANGES, TABLES
from mentorkit.store.survey import LINE, Survey


AT_ONCE = 500
"""How many rows one statement names."""


def carry_out(
    connection: sa.Connection, found: Survey, signature: log.Signature
) -> Erased:
    """Write what was found, and that it was done: the signature holds no name of theirs."""
    plan = found.plan
    shut_out: list[str] = []
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("pragma defer_foreign_keys = on")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
        shut_out = logins.shut_out(connection, plan.who[1])
    signed = replace(
        signature,
        by=plan.by(signature.by),
        why=plan.said(signature.why),
        change_set=new_id(log.ERASURE),
    )
    _write_lines(connection, found)
    _delete(connection, plan)
    entries = [*_update(connection, found, signed)]
    if not plan.stub:
        entries += _was_there(plan, signed)
    log.write(connection, entries)
    _move_keys(connection, found.texts.moved())
    return replace(found.erased(), logins=tuple(shut_out))


def _move_keys(connection: sa.Connection, moved: Mapping[str, str]) -> None:
    """Give keys the names by which texts ask for them from now on.

    Under the old ones they stay, for backups.
    """
    keys = sealing.of(connection).keys
    if keys is not None:
        for old, new in moved.items():
            keys.copy(old, new)


def _write_lines(connection: sa.Connection, found: Survey) -> None:
    for some in _batches(found.removed):
        connection.execute(sa.delete(CHANGES).where(CHANGES.c.seq.in_(some)))
    if found.lines:
        query = (
            sa.update(CHANGES)
            .where(CHANGES.c.seq == sa.bindparam("b_seq"))
            .values({name: sa.bindparam(name) for name in LINE})
        )
        connection.execute(query, found.lines)


def _delete(connection: sa.Connection, plan: Plan) -> None:
    for record in reversed(RECORDS):
        table = TABLES[record.table]
        ids = sorted(row_id for name, row_id in plan.gone if name == record.table)
        for some in _batches(ids):
            connection.execute(sa.delete(table).where(table.c[record.key()].in_(some)))


def _batches(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + AT_ONCE] for at in range(0, len(values), AT_ONCE))


def _update(
    connection: sa.Connection, found: Survey, signed: log.Signature
) -> Iterator[dict[str, Any]]:
    """Write the rows that change; give a line for every field that was rewritten.

    The lines make a newer version, so that nobody saves an older one over it, and no
    change from before it is undone.
    """
    for place, row in found.places():
        fields = sorted(found.touched.get(place, ()))
        changed = dict(found.rows.get(place, {}))
        if place in found.plan.gone or not (fields or changed):
            continue
        record, table = record_of(place[0]), TABLES[place[0]]
        version = row["version"] + bool(fields)
        connection.execute(
            sa.update(table)
            .where(table.c[record.key()] == place[1])
            .values(changed | {"version": version})
        )
        after = row | changed
        for name in fields:
            yield log.entry(
                signed,
                record,
                found.plan.new_id(place),
                "revise",
                version,
                field=name,
                before=after[name],
                after=after[name],
            )


def _was_there(plan: Plan, signed: log.Signature) -> Iterable[dict[str, Any]]:
    """Return lines that say that somebody was erased, where no row stands for them."""
    record = record_of("people")
    row = plan.stub_row()
    yield log.entry(signed, record, plan.pseudonym, "add", 1)
    yield log.entry(signed, record, plan.pseudonym, "erase", 2, before=row)
