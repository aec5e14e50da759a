"""One mentorship in one period, as it stood at the cut: what a review is made from.

Holds frames and plain facts only; it neither reads nor draws.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd

from mentorkit.models import Period


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Snapshot:
    """What a review of one mentorship shows, already cut and redacted.

    Attributes
    ----------
    handle : str
        The mentorship's handle.
    mentorship, program : dict
        Their records as plain values.
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
    members : pandas.DataFrame
        ``person_id``, ``person`` (handle), ``name``, ``role``, one row a member.
    goals, milestones, progress, sessions, actions, reflections, decisions
        Frames as :mod:`mentorkit.frames` gives them. Sessions, reflections and
        decisions are those of the period; progress reaches back to the start.
    """

    handle: str
    mentorship: dict[str, object]
    program: dict[str, object]
    period: Period
    day: dt.date
    cut: dt.datetime
    audience: str
    language: str
    timezone: str
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
