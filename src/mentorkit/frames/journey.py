"""Snapshots that look at more than a quarter: a whole journey, a pilot, a milestone."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from typing import Any

import pandas as pd

from mentorkit.frames.reading import Frames
from mentorkit.frames.review import Asked, cut_of, reader_for, take
from mentorkit.frames.scope import Scope
from mentorkit.frames.snapshot import Journey, Snapshot
from mentorkit.models import Period


PILOT_WEEKS = 8
"""How long a pilot lasts where a program does not say; six to eight weeks are usual."""

DATED = {
    "evidence": "occurred_on",
    "opportunities": "occurred_on",
    "assessments": "taken_on",
    "consents": "given_on",
}
"""What a journey holds besides a snapshot, and by which day it counts."""


def pilot_ends(mentorships: pd.DataFrame, programs: pd.DataFrame) -> pd.Series:
    """Return the last day of each mentorship's pilot."""
    weeks = programs.set_index("program_id")["pilot_weeks"].astype("float64")
    own = mentorships["program_id"].map(weeks).fillna(PILOT_WEEKS)
    return mentorships["starts_on"] + pd.to_timedelta(own * 7 - 1, unit="D")


def take_journey(
    frames: Frames, mentorship_id: str, asked: Asked, *, pilot: bool = False
) -> Journey:
    """Return a mentorship from its first day to its last, or to the end of its pilot.

    One that has not ended is looked at up to the end of the period. A pilot is seen as
    it was known when it ended, and the program's grace days later.
    """
    with frames.one_moment() as moment:
        near = take(moment, mentorship_id, asked)
        if not pilot:
            whole = replace(asked, period=_whole(near))
            return _with_more(moment, mentorship_id, whole)
        span, grace = _pilot(near), int(str(near.program["grace_days"]))
        cut = cut_of(span, grace, near.timezone, asked.cut)
        then = replace(asked, period=span, cut=cut)
        return _with_more(moment, mentorship_id, then)


def take_milestone(frames: Frames, milestone_id: str, asked: Asked) -> Journey:
    """Return what a milestone's review is made from: its mentorship, as a whole."""
    with frames.one_moment() as moment:
        scope = Scope()
        reader = reader_for((), replace(asked, audience="program"))
        steps = moment.table("milestones", reader, scope)
        handle = steps.loc[steps["milestone_id"] == milestone_id, "mentorship"].iloc[0]
        mentorships = moment.table("mentorships", reader, scope)
        found = mentorships.loc[mentorships["handle"] == handle, "mentorship_id"]
        journey = take_journey(moment, str(found.iloc[0]), asked)
        return replace(journey, milestone_id=milestone_id)


def _with_more(frames: Frames, mentorship_id: str, asked: Asked) -> Journey:
    told = take(frames, mentorship_id, asked)
    reader = reader_for([mentorship_id], asked)
    scope = Scope(mentorships=(mentorship_id,), as_of=asked.cut)
    until = pd.Timestamp(told.day)
    read = {name: frames.table(name, reader, scope) for name in DATED}
    members = frames.table("members", reader, scope)
    more = asked.shown(frames, {**read, "members": members})
    kept: dict[str, Any] = {
        name: more[name][~(more[name][column] > until)].reset_index(drop=True)
        for name, column in DATED.items()
    }
    plain: dict[str, Any] = {
        field.name: getattr(told, field.name) for field in fields(told)
    }
    return Journey(**plain, **kept)


def _whole(told: Snapshot) -> Period:
    start, end = _first(told), _day(told.mentorship.get("ends_on"))
    last = told.period.end if end is None else min(end, told.period.end)
    return Period(start, max(start, last))


def _pilot(told: Snapshot) -> Period:
    weeks = int(str(told.program.get("pilot_weeks") or PILOT_WEEKS))
    start = _first(told)
    return Period(start, start + dt.timedelta(days=7 * weeks - 1))


def _first(told: Snapshot) -> dt.date:
    return _day(told.mentorship.get("starts_on")) or told.period.start


def _day(value: object) -> dt.date | None:
    return pd.Timestamp(str(value)).date() if value else None
