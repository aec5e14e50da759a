"""What a review is made from: a mentorship or a program in a period, as of the cut.

Holds frames and plain facts only; it neither reads nor draws.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from mentorkit.models import Period


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True, kw_only=True)
class Reviewed:
    """What every review is told: for which days, up to when, for whom, in what words.

    Attributes
    ----------
    handle : str
        The handle of what is reviewed.
    program : dict
        The program's record as plain values.
    period : Period
        The span of days reviewed.
    day : datetime.date
        The review day: the period's last, or the cut's when that is earlier.
        What is dated after it has not happened yet as far as the review goes.
    cut : datetime.datetime
        The moment (UTC) up to which records count.
    audience : str
        Whom the frames were redacted for.
    language : str
        Language tag for the words of the page.
    timezone : str
        IANA name of the zone in which days are told.
    """

    handle: str
    program: dict[str, object]
    period: Period
    day: dt.date
    cut: dt.datetime
    audience: str
    language: str
    timezone: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Snapshot(Reviewed):
    """What a review of one mentorship shows, already cut and redacted.

    Attributes
    ----------
    mentorship : dict
        Its record as plain values.
    members : pandas.DataFrame
        ``person_id``, ``person`` (handle), ``name``, ``role``, one row a member.
    goals, milestones, progress, sessions, actions, reflections, decisions
        Frames as :mod:`mentorkit.frames` gives them. Sessions, reflections and
        decisions are those of the period; progress reaches back to the start.
    """

    mentorship: dict[str, object]
    members: pd.DataFrame
    goals: pd.DataFrame
    milestones: pd.DataFrame
    progress: pd.DataFrame
    sessions: pd.DataFrame
    actions: pd.DataFrame
    reflections: pd.DataFrame
    decisions: pd.DataFrame

    def names(self, role: str) -> list[str]:
        """Return the names of the members in a role, such as ``mentee``."""
        return list(self.members.loc[self.members["role"] == role, "name"])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Journey(Snapshot):
    """A mentorship, or a stretch of it, with what was gathered on the way.

    Attributes
    ----------
    evidence, opportunities, assessments, consents : pandas.DataFrame
        Frames as :mod:`mentorkit.frames` gives them, up to the review day.
    milestone_id : str
        The milestone that is reviewed, where it is one; else empty.
    """

    evidence: pd.DataFrame
    opportunities: pd.DataFrame
    assessments: pd.DataFrame
    consents: pd.DataFrame
    milestone_id: str = ""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Statement(Reviewed):
    """What a mentor did in a period: their own, and nobody else's.

    Attributes
    ----------
    person : str
        The mentor's name.
    mentorships, members, goals, milestones, progress, sessions, opportunities : pandas.DataFrame
        Those of the mentorships in which they are the mentor.
    thanks : pandas.DataFrame
        The evidence of theirs that is somebody's words about them.
    """

    person: str
    mentorships: pd.DataFrame
    members: pd.DataFrame
    goals: pd.DataFrame
    milestones: pd.DataFrame
    progress: pd.DataFrame
    sessions: pd.DataFrame
    opportunities: pd.DataFrame
    thanks: pd.DataFrame


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProgramSnapshot(Reviewed):
    """What a review of a whole program shows, as the program team may see it.

    Attributes
    ----------
    mentorships, members, people, enrollments, goals, milestones, progress, sessions,
    reflections, decisions, opportunities : pandas.DataFrame
        Frames as :mod:`mentorkit.frames` gives them, up to the review day. They reach
        back to the program's start; only planned sessions lie ahead.
    """

    mentorships: pd.DataFrame
    members: pd.DataFrame
    people: pd.DataFrame
    enrollments: pd.DataFrame
    goals: pd.DataFrame
    milestones: pd.DataFrame
    progress: pd.DataFrame
    sessions: pd.DataFrame
    reflections: pd.DataFrame
    decisions: pd.DataFrame
    opportunities: pd.DataFrame

    @property
    def ran(self) -> pd.DataFrame:
        """The mentorships that there were in the period."""
        return self.mentorships[ran_in(self.mentorships, self.period)]


NOT_YET = ("proposed", "accepted", "declined")
"""Statuses of mentorships that there is nothing to review of."""


def ran_in(mentorships: pd.DataFrame, period: Period) -> pd.Series:
    """Return for each mentorship whether there was anything of it in a period."""
    first, last = pd.Timestamp(period.start), pd.Timestamp(period.end)
    begun = mentorships["starts_on"].fillna(first) <= last
    ended = mentorships["ends_on"].fillna(last) < first
    return ~mentorships["status"].isin(NOT_YET) & begun & ~ended
