"""Why a change is not saved, in words: overtaken, refused, without a reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mentorkit.errors import Conflict, InvalidRecord, NotAllowed, Problem
from mentorkit.i18n import N_, fill, translate
from mentorkit.models import Record
from mentorkit.store import log, sealing
from mentorkit.store.schema import TABLES


def not_yours(row: Record) -> NotAllowed:
    """Return the error for a row that may be read and not changed."""
    told = N_("The {noun} '{id}' is not yours to change. Nothing was changed.")
    return NotAllowed(fill(told, noun=translate(row.noun), id=row.id))


def ask_why(
    record: type[Record],
    moved: Sequence[str],
    signature: log.Signature,
    after: Mapping[str, Any],
) -> None:
    """See that a reason is given where a field that moves asks for it.

    Raises
    ------
    InvalidRecord
        There is none.
    """
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


def conflict(
    connection: sa.Connection,
    old: Record,
    versions: tuple[int, int],
    changes: Mapping[str, Any],
) -> Conflict:
    """Tell what was saved since a version; nothing, where a backup was restored."""
    seen, current = versions
    history = sealing.of(connection).lines(log.of_row(connection, old.table, old.id))
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


def refused(
    connection: sa.Connection, record: Record, error: IntegrityError
) -> InvalidRecord:
    """Say in words what the database refused."""
    table = TABLES[record.table]
    values = record.model_dump()
    for names in ((record.key(),), *record.unique):
        same = sa.and_(*(table.c[name] == values[name] for name in names))
        others = sa.select(sa.func.count()).select_from(table).where(same)
        if connection.execute(others).scalar_one():
            labels = [translate(record.field(name).about.label) for name in names]
            message = fill(
                N_("There is another {noun} already with the same {fields}."),
                noun=translate(record.noun),
                fields=", ".join(f"“{label}”" for label in labels),
            )
            return InvalidRecord(
                record.noun, [Problem(message, names[-1], values[names[-1]])]
            )
    return InvalidRecord(
        record.noun, [Problem(f"The database refused it: {error.orig}")]
    )
