"""What is drawn of goals: from which number to which, and the points between.

Numbers only; where they stand on a sheet is decided in ``goal_progress``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import pandas as pd

from mentorkit.charts.states import STATES, State
from mentorkit.charts.telling import there, title_text
from mentorkit.measures import pace


@dataclass(frozen=True, slots=True)
class Line:
    """One goal as it is drawn: ``points`` are days with shares of the way."""

    title: str
    metric: str
    unit: str
    state: str
    baseline: float | None
    target: float | None
    value: float | None
    level: int | None
    share: float | None
    expected: float | None
    set_on: pd.Timestamp
    due: pd.Timestamp | None
    scale: tuple[float, float] | None
    points: tuple[tuple[pd.Timestamp, float], ...]

    @classmethod
    def of(cls, row: pd.Series, seen: pd.DataFrame, language: str) -> Self:
        """Return the line of a goal's row of :func:`pace`, with what was observed."""
        by, scale = _scale(row)
        return cls(
            title=title_text(row["title"], language),
            metric=there(row["metric"]) or "",
            unit=there(row["unit"]) or "",
            state=str(row["state"]),
            baseline=there(row["baseline"]),
            target=there(row["target"]),
            value=there(row["value"]),
            level=there(row["level"]),
            share=there(row["share"]),
            expected=there(row["expected"]),
            set_on=row["set_on"],
            due=there(row["due_on"]),
            scale=scale,
            points=_points(row, seen, by, scale),
        )

    @property
    def look(self) -> State:
        """The state's word and colour."""
        return STATES[self.state]

    @property
    def days(self) -> list[pd.Timestamp]:
        """Every day that is drawn of it."""
        due = [] if self.due is None else [self.due]
        return [self.set_on, *due, *[day for day, _ in self.points]]


def goal_lines(
    goals: pd.DataFrame, progress: pd.DataFrame, day: pd.Timestamp, language: str
) -> list[Line]:
    """Return the goals in their order, with what was observed up to a day."""
    frame = pace(goals, progress, on=day)
    agreed = goals.reset_index(drop=True)
    frame["set_on"] = agreed["set_on"]
    frame["agreed"] = agreed["baseline"].notna()
    frame["baseline_level"] = agreed["baseline_level"]
    seen = progress[progress["recorded_on"] <= day]
    seen = seen.sort_values("recorded_on", kind="stable")
    return [
        Line.of(row, seen[seen["goal_id"] == row["goal_id"]], language)
        for _, row in frame.iterrows()
    ]


def _scale(row: pd.Series) -> tuple[str, tuple[float, float] | None]:
    """Return the column that is drawn, and the numbers it runs between.

    A goal without numbers of its own runs from its level at the start to 0, the level
    as expected, once there is a level.
    """
    baseline, target = there(row["baseline"]), there(row["target"])
    if None not in (baseline, target) and baseline != target:
        return "value", (baseline, target)
    start = there(row["baseline_level"])
    if there(row["level"]) is not None and start is not None and start < 0:
        return "level", (float(start), 0.0)
    return "value", None


def _points(
    row: pd.Series, seen: pd.DataFrame, by: str, scale: tuple[float, float] | None
) -> tuple[tuple[pd.Timestamp, float], ...]:
    """Return the shares of the way by day, from the agreed start on."""
    measured = seen[seen[by].notna()]
    if scale is None or measured.empty:
        return ()
    start, end = scale
    shares = (measured[by].astype("float64") - start) / (end - start)
    points = list(zip(measured["recorded_on"], shares, strict=True))
    begun = bool(row["agreed"]) or by == "level"
    if begun and row["set_on"] < points[0][0]:
        points.insert(0, (row["set_on"], 0.0))
    return tuple(points)
