"""Taking the snapshot that a program's review is made from, for the program team."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.frames.reading import Frames
from mentorkit.frames.review import Asked, one_row
from mentorkit.frames.scope import Scope
from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.models import Visibility
from mentorkit.privacy import Reader


AUDIENCE = "program"
"""The only audience of a program's review: no text of a pair's own reaches it."""

DATED = {
    "enrollments": "applied_on",
    "goals": "set_on",
    "progress": "recorded_on",
    "reflections": "written_on",
    "decisions": "decided_on",
    "opportunities": "occurred_on",
}
"""By which day a row counts, if it has one."""

TABLES = (
    "mentorships",
    "members",
    "people",
    "milestones",
    "sessions",
    *DATED,
)


def take_program(frames: Frames, program_id: str, asked: Asked) -> ProgramSnapshot:
    """Return one program as it stood at the cut, whatever audience was asked for."""
    reader = Reader(None, frozenset(), Visibility(AUDIENCE))
    scope = Scope(program=program_id, as_of=asked.cut)
    with frames.one_moment() as moment:
        tables = {name: moment.table(name, reader, scope) for name in TABLES}
        program = _program(moment, reader, program_id, scope)
    timezone = str(program["timezone"])
    day = min(asked.period.end, asked.cut.astimezone(ZoneInfo(timezone)).date())
    until = pd.Timestamp(day)
    kept = {
        name: frame[~(frame[DATED[name]] > until)].reset_index(drop=True)
        if name in DATED
        else frame
        for name, frame in tables.items()
    }
    for name in ("milestones", "progress"):
        known = kept[name]["goal_id"].isin(kept["goals"]["goal_id"])
        kept[name] = kept[name][known].reset_index(drop=True)
    return ProgramSnapshot(
        handle=str(program["handle"]),
        program=program,
        period=asked.period,
        day=day,
        cut=asked.cut,
        audience=AUDIENCE,
        language=asked.language,
        timezone=timezone,
        **kept,
    )


def stands_for(snapshot: Any) -> str:
    """Return a short text for a snapshot: the same frames and facts give the same."""
    found = hashlib.sha256()
    for field in fields(snapshot):
        value = getattr(snapshot, field.name)
        if isinstance(value, pd.DataFrame):
            found.update(
                pd.util.hash_pandas_object(value, index=False).to_numpy().tobytes()
            )
        elif field.name not in ("cut", "language"):
            found.update(repr(value).encode())
    return found.hexdigest()[:32]


def _program(
    frames: Frames, reader: Reader, program_id: str, scope: Scope
) -> dict[str, Any]:
    """Return the program's record; as it is now, if it came after the cut."""
    found = frames.table("programs", reader, scope)
    if found.empty:
        found = frames.table("programs", reader, scope.now())
    return one_row(found[found["program_id"] == program_id])
