"""What is drawn of milestones: their days, their state, their order.

Days only; where they stand on a sheet is decided in ``milestone_map``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import pandas as pd

from mentorkit.charts.states import STATES, State
from mentorkit.charts.telling import there, title_text
from mentorkit.measures import milestone_states


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone as it is drawn; ``end`` is where its work stands on the day."""

    title: str
    goal_id: str
    goal: str | None
    state: str
    start: pd.Timestamp | None
    due: pd.Timestamp | None
    first_due: pd.Timestamp | None
    done: pd.Timestamp | None
    end: pd.Timestamp
    days_late: int

    @classmethod
    def of(cls, row: pd.Series, day: pd.Timestamp, language: str) -> Self:
        """Return the step of a row that :func:`milestone_states` gave."""
        state = str(row["state"])
        done = there(row["done_on"]) if state == "done" else None
        goal = there(row["goal"])
        return cls(
            title=title_text(row["title"], language),
            goal_id=str(row["goal_id"]),
            goal=goal,
            state=state,
            start=there(row["starts_on"]),
            due=there(row["due_on"]),
            first_due=there(row["original_due_on"]),
            done=done,
            end=done or day,
            days_late=there(row["days_late"]) or 0,
        )

    @property
    def look(self) -> State:
        """The state's word and colour."""
        return STATES[self.state]

    @property
    def moved(self) -> bool:
        """Whether it is due on another day than first agreed."""
        return None not in (self.due, self.first_due) and self.due != self.first_due

    @property
    def begun(self) -> bool:
        """Whether there is work to draw."""
        return self.state in ("done", "on_track", "late")

    @property
    def spot(self) -> bool:
        """Whether its work has no length to draw: no start, or none before its end."""
        return self.begun and (self.start is None or self.start >= self.end)

    @property
    def first(self) -> pd.Timestamp | None:
        """Where its plan begins, or its work where that came earlier."""
        if self.start is None or not self.begun:
            return self.start
        return min(self.start, self.end)

    @property
    def days(self) -> list[pd.Timestamp]:
        """Every day that is drawn of it."""
        found = (self.start, self.due, self.first_due, self.done)
        return [day for day in found if day is not None]


def milestone_steps(
    milestones: pd.DataFrame,
    goals: pd.DataFrame | None,
    day: pd.Timestamp,
    language: str,
) -> list[Step]:
    """Return the milestones by start within goals, and goals by their first start."""
    frame = milestone_states(milestones, goals, on=day)
    first = frame.groupby("goal_id")["starts_on"].transform("min")
    keys = ["first", "goal_id", "starts_on", "due_on", "position"]
    frame = frame.assign(first=first).sort_values(keys)
    return [Step.of(row, day, language) for _, row in frame.iterrows()]
