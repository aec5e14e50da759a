"""Why a change is not taken back, in the words of whoever reads it.

Rows are told by what everybody may read of them, a handle, title or name, or by their
noun alone; moments by the clocks of the program.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from mentorkit.errors import Conflict, InUse, NotFound
from mentorkit.i18n import N_, fill, moment_text, translate
from mentorkit.models import Record, record_of
from mentorkit.store.schema import TABLES


NOTHING = N_("Nothing was taken back.")
NONE_LEFT = N_("There is no change by {by} left to take back.")
ERASURE = N_(
    "This change erased a person, and an erasure cannot be undone: what it took is not"
    " kept. To take back another change, name its change set."
)
UNKNOWN = N_("There is no change set '{name}'.")
NOT_YOURS = N_("The change of {at} is by {by}, who alone can take it back.")
BEFORE = N_("The change of {at} was taken back before.")
UNFIT = N_("As it was before, {row} does not fit any more.")
LATER = {
    "revise": N_("{row} was changed later, by {by} on {at}: “{field}”."),
    "erase": N_("{row} was erased later, by {by} on {at}."),
    "add": N_("{row} was added again later, by {by} on {at}."),
}
BY_HAND = N_("Change it by hand, or let that be taken back first.")
USED = N_("Other rows refer to {row}: {rows}.")
ERASE_FIRST = N_("Erase or change those first.")
NAMED = N_("the {noun} “{name}”")
UNNAMED = N_("the {noun}")

NAMING = ("handle", "title", "name")
"""The fields that people call a row by, in the order they are tried."""

SHOWN = 8
"""How many rows are told by name."""


def none_left(connection: sa.Connection, by: str) -> NotFound:
    """Return the error for somebody who has nothing left to take back."""
    return NotFound(fill(NONE_LEFT, by=_person(connection, by)))


def erasure() -> NotFound:
    """Return the error for a change set that erased a person."""
    return NotFound(translate(ERASURE))


def unknown(name: str) -> NotFound:
    """Return the error for a name that no change set has."""
    return NotFound(_told(fill(UNKNOWN, name=name), translate(NOTHING)))


def not_yours(connection: sa.Connection, line: Mapping[str, Any]) -> NotFound:
    """Return the error for somebody else's change set."""
    told = fill(
        NOT_YOURS,
        at=_moment(connection, line["at"]),
        by=_person(connection, line["by"]),
    )
    return NotFound(_told(told, translate(NOTHING)))


def before(connection: sa.Connection, line: Mapping[str, Any]) -> NotFound:
    """Return the error for what does not stand any more."""
    told = fill(BEFORE, at=_moment(connection, line["at"]))
    return NotFound(_told(told, translate(NOTHING)))


def unfit(
    connection: sa.Connection,
    record: type[Record],
    row_id: str,
    problems: Iterable[Any],
) -> Conflict:
    """Return the error for a row that its record would refuse today."""
    told = fill(UNFIT, row=_row(connection, record, row_id))
    lines = [f"  {problem}" for problem in problems]
    return Conflict("\n".join([_told(translate(NOTHING), told), *lines]))


def overtaken(
    connection: sa.Connection,
    record: type[Record],
    row_id: str,
    later: Sequence[dict[str, Any]],
) -> Conflict:
    """Return the error for what somebody changed later; the newest change is told."""
    newest = later[-1]
    op = newest["op"] if newest["op"] in LATER else "add"
    label = record.field(newest["field"]).about.label if newest["field"] else ""
    told = fill(
        LATER[op],
        row=_row(connection, record, row_id),
        by=_person(connection, newest["by"]),
        at=_moment(connection, newest["at"]),
        field=translate(label),
    )
    message = _told(translate(NOTHING), told, translate(BY_HAND))
    return Conflict(message, changed=later)


def in_use(
    connection: sa.Connection, row: Record, uses: Mapping[str, Sequence[str]]
) -> InUse:
    """Return the error for a row that others refer to."""
    rows = "; ".join(
        _counted(connection, record_of(table), ids) for table, ids in uses.items()
    )
    told = fill(USED, row=_row(connection, type(row), row.id), rows=rows)
    return InUse(_told(translate(NOTHING), told, translate(ERASE_FIRST)))


def _told(*sentences: str) -> str:
    return " ".join(sentence[:1].upper() + sentence[1:] for sentence in sentences)


def _row(connection: sa.Connection, record: type[Record], row_id: str) -> str:
    names = _names(connection, record, [row_id])
    noun = translate(record.noun)
    return fill(NAMED, noun=noun, name=names[0]) if names else fill(UNNAMED, noun=noun)


def _counted(
    connection: sa.Connection, record: type[Record], ids: Sequence[str]
) -> str:
    names = _names(connection, record, sorted(ids)[:SHOWN])
    told = ", ".join([*names, *(["…"] if len(ids) > SHOWN else [])])
    return f"{translate(record.noun)} ({told if names else len(ids)})"


def _names(
    connection: sa.Connection, record: type[Record], ids: Sequence[str]
) -> list[str]:
    """Return what rows are called, where everybody may know it."""
    open_to_all = {f.name for f in record.fields() if f.about.reads == "all"}
    naming = next((name for name in NAMING if name in open_to_all), None)
    if naming is None:
        return []
    table = TABLES[record.table]
    key = table.c[record.key()]
    query = sa.select(table.c[naming]).where(key.in_(ids)).order_by(key)
    return [str(name) for name in connection.execute(query).scalars()]


def _person(connection: sa.Connection, by: str) -> str:
    """Return the name of whoever signed with a handle or an address."""
    people = TABLES["people"].c
    query = sa.select(people.name).where(
        sa.or_(people.handle == by, people.email == by)
    )
    return str(connection.execute(query).scalars().first() or by)


def _moment(connection: sa.Connection, at: dt.datetime) -> str:
    zones = connection.execute(sa.select(TABLES["programs"].c.timezone)).scalars()
    zone = min((str(each) for each in zones), default="UTC")
    return f"{moment_text(at.astimezone(ZoneInfo(zone)))} ({zone})"
