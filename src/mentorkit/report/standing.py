"""How a mentorship stands on its review day: the numbers that several parts tell.

Measured with :mod:`mentorkit.measures`; no words for a page are chosen here, but for
texts that the audience may not read, which get a name that they can be told by.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

import pandas as pd

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, fill
from mentorkit.measures import attainment, cadence, confidence, milestone_states, pace
from mentorkit.models import AT_REST, MemberRole


UNCOUNTED = ("draft", "dropped", "superseded")
"""Goals that were not agreed on, or no longer hold."""


@dataclass(frozen=True)
class Standing:
    """The measures of one snapshot, each taken when it is first asked for."""

    snapshot: Snapshot

    @property
    def status(self) -> str:
        """The mentorship's status."""
        return str(self.snapshot.mentorship.get("status") or "active")

    @property
    def start(self) -> dt.date:
        """The first day that counts: the period's, or the mentorship's if later."""
        begun = self.snapshot.mentorship.get("starts_on")
        first = pd.Timestamp(str(begun)).date() if begun else self.snapshot.period.start
        return min(max(first, self.snapshot.period.start), self.snapshot.day)

    @cached_property
    def goals(self) -> pd.DataFrame:
        """The goals' frame; every goal has a title to be told by."""
        return titled(self.snapshot.goals, N_("Goal {n}"), self.snapshot)

    @cached_property
    def milestones(self) -> pd.DataFrame:
        """The milestones' frame; every milestone has a title."""
        return titled(self.snapshot.milestones, N_("Milestone {n}"), self.snapshot)

    @cached_property
    def pace(self) -> pd.DataFrame:
        """How far each goal has come; one row a goal."""
        return pace(self.goals, self.snapshot.progress, on=self.snapshot.day)

    @cached_property
    def counted(self) -> pd.DataFrame:
        """Of :attr:`pace`, the goals that were agreed on and still hold."""
        return self.pace[~self.pace["status"].isin(UNCOUNTED)]

    @property
    def reached(self) -> int:
        """How many of the goals that count are reached."""
        return int((self.counted["state"] == "done").sum())

    @cached_property
    def steps(self) -> pd.DataFrame:
        """The milestones with their states, but for those that were dropped."""
        day = self.snapshot.day
        states = milestone_states(self.milestones, self.goals, on=day)
        return states[states["state"] != "dropped"]

    def step_count(self, *states: str) -> int:
        """Return how many milestones are in one of some states."""
        return int(self.steps["state"].isin(states).sum())

    @property
    def done_in_period(self) -> pd.DataFrame:
        """Milestones that were done in the period."""
        done = self.steps[self.steps["state"] == "done"]
        return done[done["done_on"] >= pd.Timestamp(self.snapshot.period.start)]

    @cached_property
    def meetings(self) -> dict[str, Any]:
        """The cadence of the sessions; nothing is expected of a pause."""
        snapshot = self.snapshot
        every = snapshot.mentorship.get("cadence_days") or snapshot.program.get(
            "cadence_days"
        )
        rest = self.status in AT_REST
        return dict(
            cadence(
                snapshot.sessions,
                every_days=None if rest or not every else int(str(every)),
                start=self.start,
                on=snapshot.day,
                timezone=snapshot.timezone,
            )
        )

    @cached_property
    def ratings(self) -> pd.DataFrame:
        """The mentees' own ratings of their confidence, by day."""
        snapshot = self.snapshot
        found = confidence(snapshot.reflections, snapshot.members)
        mentees = found[found["role"] == MemberRole.MENTEE.value]
        return mentees[mentees["day"] <= pd.Timestamp(snapshot.day)]

    def confidence(self) -> tuple[float, float] | None:
        """Return the first and the latest rating; of several mentees the median's."""
        if self.ratings.empty:
            return None
        people = self.ratings.groupby("person")["confidence"]
        return float(people.first().median()), float(people.last().median())

    @cached_property
    def score(self) -> tuple[float, float] | None:
        """The T-scores of the goals at their start and now, where levels were given."""
        scores = attainment(self.goals, self.snapshot.progress, on=self.snapshot.day)
        scores = scores[scores["n"] > 0]
        if scores.empty:
            return None
        row = scores.iloc[0]
        return float(row["t_baseline"]), float(row["t_achieved"])


_TAKEN: WeakKeyDictionary[Snapshot, Standing] = WeakKeyDictionary()


def standing_of(snapshot: Snapshot) -> Standing:
    """Return the measures of a snapshot; those that a part took serve the next, too."""
    return _TAKEN.setdefault(snapshot, Standing(snapshot))


def titled(frame: pd.DataFrame, name: str, snapshot: Snapshot) -> pd.DataFrame:
    """Return a frame in which a number stands for a title that may not be read."""
    numbers = [fill(name, snapshot.language, n=at + 1) for at in range(len(frame))]
    numbered = pd.Series(numbers, index=frame.index, dtype="str")
    return frame.assign(title=frame["title"].fillna(numbered))


def local_day(instant: pd.Timestamp, timezone: str) -> dt.date:
    """Return the day of a moment as a clock in a time zone shows it."""
    return instant.tz_convert(timezone).date()


def shown_name(snapshot: Snapshot, person_id: object) -> str:
    """Return a member's name, or nothing for somebody who is no member."""
    members = snapshot.members
    found = members.loc[members["person_id"] == person_id, "name"]
    return str(found.iloc[0]) if len(found) else ""
