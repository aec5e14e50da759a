"""Taking the snapshot that a review is made from: one mentorship, one period, one cut."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.errors import NotAllowed
from mentorkit.frames.naming import Key
from mentorkit.frames.reading import Frames
from mentorkit.frames.scope import Scope
from mentorkit.frames.snapshot import Snapshot
from mentorkit.models import Period, Visibility
from mentorkit.privacy import Reader


def cut_of(
    period: Period, grace_days: int, timezone: str, now: dt.datetime
) -> dt.datetime:
    """Return the moment up to which records count in a review of a period.

    The end of the period's last day and the program's grace days, or now if that is
    earlier.

    Examples
    --------
    >>> late = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
    >>> cut_of(Period.parse("2026Q3"), 7, "UTC", late).isoformat()
    '2026-10-07T23:59:59.999999+00:00'
    """
    last = period.end + dt.timedelta(days=grace_days)
    return min(end_of_day(last, timezone), now.astimezone(dt.UTC))


def end_of_day(day: dt.date, timezone: str) -> dt.datetime:
    """Return the last moment of a day in a time zone, as UTC."""
    local = dt.datetime.combine(day, dt.time.max, tzinfo=ZoneInfo(timezone))
    return local.astimezone(dt.UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """What snapshots are asked for: which days, up to which moment, for whom.

    ``key`` gives the secret that pseudonyms are made with.
    """

    period: Period
    cut: dt.datetime
    audience: str
    language: str
    key: Key | None = None

    def shown(
        self, frames: Frames, tables: Mapping[str, pd.DataFrame]
    ) -> Mapping[str, pd.DataFrame]:
        """Return tables as they are shown: where anybody may look, nobody is named."""
        if self.key is None or not reader_for((), self).is_everybody:
            return tables
        return frames.unnamed(self.key(), tables, self.language)


TABLES = (
    "mentorships",
    "programs",
    "members",
    "goals",
    "milestones",
    "progress",
    "sessions",
    "actions",
    "reflections",
    "decisions",
)

NEEDED = ("mentorships", "programs", "members")
"""What a review cannot do without: as it is now, if it came after the cut."""

NOT_PUBLISHED = (
    "Nothing of {which} may be published: not all of the members have said yes to the"
    " consent 'publish'. Each of them can, with ws.form(\"consent\")."
)

FEW = 200
"""Mentorships up to which theirs alone is read, and not whole tables."""


def take(frames: Frames, mentorship_id: str, asked: Asked) -> Snapshot:
    """Return one mentorship in one period as it stood at the cut, for an audience."""
    reader = reader_for([mentorship_id], asked)
    scope = Scope(mentorships=(mentorship_id,), as_of=asked.cut)
    tables = {name: frames.table(name, reader, scope) for name in TABLES}
    for name in NEEDED:
        if tables[name].empty:
            tables[name] = frames.table(name, reader, scope.now())
    if tables["mentorships"].empty:
        raise NotAllowed(NOT_PUBLISHED.format(which="this mentorship"))
    return _snapshot(asked.shown(frames, tables), asked)


def take_many(
    frames: Frames, mentorships: Sequence[str], asked: Asked
) -> Iterator[Snapshot]:
    """Give the snapshot of each of some mentorships; tables are read once for all."""
    reader = reader_for(mentorships, asked)
    few = tuple(mentorships) if len(mentorships) <= FEW else None
    scope = Scope(mentorships=few, as_of=asked.cut)
    then = _Parts({name: frames.table(name, reader, scope) for name in TABLES})
    now: _Parts | None = None
    for mentorship in mentorships:
        tables = then.of(mentorship)
        if any(tables[name].empty for name in NEEDED):
            if now is None:
                read = {n: frames.table(n, reader, scope.now()) for n in NEEDED}
                now = _Parts(read)
            late = now.of(mentorship)
            for name in NEEDED:
                if tables[name].empty:
                    tables[name] = late[name]
        yield _snapshot(asked.shown(frames, tables), asked)


class _Parts:
    """Tables of many mentorships, and where in them the rows of each one are."""

    def __init__(self, tables: Mapping[str, pd.DataFrame]) -> None:
        self._tables = tables
        rows = tables["mentorships"]
        self._programs = _pairs(rows, "mentorship_id", "program_id")
        goals = tables.get("goals", pd.DataFrame(columns=["goal_id", "mentorship_id"]))
        holders = _pairs(goals, "goal_id", "mentorship_id")
        self._places = {name: _places(table, holders) for name, table in tables.items()}

    def of(self, mentorship: str) -> dict[str, pd.DataFrame]:
        """Return the rows of one mentorship, and its program's."""
        program = self._programs.get(mentorship)
        return {
            name: table.take(
                self._places[name].get(
                    program if name == "programs" else mentorship, []
                )
            ).reset_index(drop=True)
            for name, table in self._tables.items()
        }


def _pairs(table: pd.DataFrame, key: str, value: str) -> dict[str, str]:
    return dict(zip(table[key], table[value], strict=True))


def _places(table: pd.DataFrame, holders: Mapping[str, str]) -> Mapping[Any, Any]:
    """Return where in a table the rows of each mentorship are, or of each program."""
    if "mentorship_id" in table:
        belongs = table["mentorship_id"]
    elif "goal_id" in table:
        belongs = table["goal_id"].map(holders)
    else:
        belongs = table["program_id"]
    return table.groupby(belongs).indices


def reader_for(mentorships: Sequence[str], asked: Asked) -> Reader:
    """Return whom snapshots of some mentorships are redacted for."""
    inside = mentorships if asked.audience == "pair" else ()
    return Reader(
        person_id=None,
        mentorships=frozenset(inside),
        outside=Visibility(asked.audience),
    )


def _snapshot(tables: Mapping[str, pd.DataFrame], asked: Asked) -> Snapshot:
    period, cut = asked.period, asked.cut
    mentorship, program = one_row(tables["mentorships"]), one_row(tables["programs"])
    timezone = str(program["timezone"])
    day = min(period.end, cut.astimezone(ZoneInfo(timezone)).date())
    until = pd.Timestamp(day)
    goals = tables["goals"].loc[lambda f: f["set_on"] <= until]
    kept = goals["goal_id"]
    milestones = tables["milestones"].loc[lambda f: f["goal_id"].isin(kept)]
    progress = tables["progress"].loc[
        lambda f: f["goal_id"].isin(kept) & (f["recorded_on"] <= until)
    ]
    sessions = tables["sessions"]
    days = sessions["starts_at"].dt.tz_convert(timezone).dt.tz_localize(None)
    return Snapshot(
        handle=str(mentorship["handle"]),
        mentorship=mentorship,
        program=program,
        period=period,
        day=day,
        cut=cut,
        audience=asked.audience,
        language=asked.language,
        timezone=timezone,
        members=tables["members"][["person_id", "person", "name", "role"]],
        goals=goals.reset_index(drop=True),
        milestones=milestones.reset_index(drop=True),
        progress=progress.reset_index(drop=True),
        sessions=_within(sessions, days.dt.normalize(), period),
        actions=tables["actions"]
        .loc[lambda f: f["set_on"] <= until]
        .reset_index(drop=True),
        reflections=_dated(tables["reflections"], "written_on", period),
        decisions=_dated(tables["decisions"], "decided_on", period),
    )


def one_row(frame: pd.DataFrame) -> dict[str, Any]:
    """Return a frame's only row as plain values, None where there is none."""
    row = frame.iloc[0].to_dict()
    return {str(name): None if pd.isna(value) else value for name, value in row.items()}


def _dated(frame: pd.DataFrame, column: str, period: Period) -> pd.DataFrame:
    return _within(frame, frame[column], period)


def _within(frame: pd.DataFrame, days: pd.Series, period: Period) -> pd.DataFrame:
    inside = days.between(pd.Timestamp(period.start), pd.Timestamp(period.end))
    return frame[inside].reset_index(drop=True)
