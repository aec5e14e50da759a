"""Taking the snapshot that a review is made from: one mentorship, one period, one cut."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.frames.reading import Frames, Scope
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


def take(
    frames: Frames,
    mentorship_id: str,
    period: Period,
    *,
    cut: dt.datetime,
    audience: str,
    language: str,
) -> Snapshot:
    """Return one mentorship in one period as it stood at the cut, for an audience."""
    reader = Reader(
        person_id=None,
        mentorships=frozenset([mentorship_id]) if audience == "pair" else frozenset(),
        outside=Visibility(audience),
    )
    scope = Scope(mentorships=(mentorship_id,), as_of=cut)

    def read(table: str) -> pd.DataFrame:
        return frames.table(table, reader, scope)

    def known(table: str) -> pd.DataFrame:
        """Read what a review cannot do without: as it is now, if it came too late."""
        found = read(table)
        return found if len(found) else frames.table(table, reader, scope.now())

    mentorship, program = _one(known("mentorships")), _one(known("programs"))
    timezone = str(program["timezone"])
    day = min(period.end, cut.astimezone(ZoneInfo(timezone)).date())
    until = pd.Timestamp(day)
    goals = read("goals").loc[lambda f: f["set_on"] <= until]
    kept = goals["goal_id"]
    milestones = read("milestones").loc[lambda f: f["goal_id"].isin(kept)]
    progress = read("progress").loc[
        lambda f: f["goal_id"].isin(kept) & (f["recorded_on"] <= until)
    ]
    sessions = read("sessions")
    days = sessions["starts_at"].dt.tz_convert(timezone).dt.tz_localize(None)
    return Snapshot(
        handle=str(mentorship["handle"]),
        mentorship=mentorship,
        program=program,
        period=period,
        day=day,
        cut=cut,
        audience=audience,
        language=language,
        timezone=timezone,
        members=known("members")[["person_id", "person", "name", "role"]],
        goals=goals.reset_index(drop=True),
        milestones=milestones.reset_index(drop=True),
        progress=progress.reset_index(drop=True),
        sessions=_within(sessions, days.dt.normalize(), period),
        actions=read("actions")
        .loc[lambda f: f["set_on"] <= until]
        .reset_index(drop=True),
        reflections=_dated(read("reflections"), "written_on", period),
        decisions=_dated(read("decisions"), "decided_on", period),
    )


def _one(frame: pd.DataFrame) -> dict[str, Any]:
    row = frame.iloc[0].to_dict()
    return {str(name): None if pd.isna(value) else value for name, value in row.items()}


def _dated(frame: pd.DataFrame, column: str, period: Period) -> pd.DataFrame:
    return _within(frame, frame[column], period)


def _within(frame: pd.DataFrame, days: pd.Series, period: Period) -> pd.DataFrame:
    inside = days.between(pd.Timestamp(period.start), pd.Timestamp(period.end))
    return frame[inside].reset_index(drop=True)
