"""Which rows are asked for, and the columns by which a store finds them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mentorkit.models import Record, holder_of
from mentorkit.store import Store
from mentorkit.store.moment import Moment


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows are asked for: of which mentorships or programs, as of when."""

    mentorships: tuple[str, ...] | None = None
    program: str | None = None
    as_of: dt.datetime | None = None

    def now(self) -> Scope:
        """Return the same scope as of now."""
        return replace(self, as_of=None)


def where_of(
    store: Store | Moment, record: type[Record], scope: Scope
) -> dict[str, Sequence[str]]:
    """Return by which values a store finds the rows of a table that are asked for.

    Raises
    ------
    NotFound
        There is no such mentorship or program.
    """
    names = {field.name for field in record.fields()}
    if scope.mentorships is not None:
        return _where_mentorships(store, record, scope.mentorships, scope)
    if scope.program is not None:
        program = store.find_id("programs", scope.program)
        if "program_id" in names:
            return {"program_id": [program]}
        if "mentorship_id" in names or record.within:
            rows = store.rows("mentorships", {"program_id": [program]})
            ids = tuple(row["mentorship_id"] for row in rows)
            return _where_mentorships(store, record, ids, scope)
        if "person_id" in names:
            enrolled = store.rows("enrollments", {"program_id": [program]})
            return {"person_id": sorted({row["person_id"] for row in enrolled})}
    return {}


def _where_mentorships(
    store: Store | Moment,
    record: type[Record],
    mentorships: Sequence[str],
    scope: Scope,
) -> dict[str, Sequence[str]]:
    names = {field.name for field in record.fields()}
    ids = [store.find_id("mentorships", name) for name in mentorships]
    if "mentorship_id" in names:
        return {"mentorship_id": ids}
    if holder := holder_of(record):
        where = {"mentorship_id": ids}
        held = store.rows(holder.table, where, as_of=scope.as_of)
        return {record.within: [row[holder.key()] for row in held]}
    if "person_id" in names:
        members = store.rows("members", {"mentorship_id": ids}, as_of=scope.as_of)
        return {"person_id": sorted({row["person_id"] for row in members})}
    if "program_id" in names:
        found = store.rows("mentorships", {"mentorship_id": ids})
        return {"program_id": sorted({row["program_id"] for row in found})}
    return {}
