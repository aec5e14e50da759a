"""Pace: how far each goal has come, against the share of its time that is gone.

Only numbers and one word a goal; how they are shown is not decided here.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.measures.reading import DAYS, Day, latest, midnight, need


PACE_STATES = (
    "done",
    "on_track",
    "at_risk",
    "late",
    "partly_met",
    "not_met",
    "not_started",
    "not_measured",
    "paused",
    "dropped",
)
"""The words for where a goal stands."""

SLACK = 0.15
"""How far a goal may lie behind an even pace before it is at risk."""

READ = (
    "goal_id",
    "title",
    "owner",
    "status",
    "baseline",
    "target",
    "unit",
    "metric",
    "due_on",
    "set_on",
    "baseline_level",
)

COLUMNS = (
    *READ[:6],
    "value",
    "unit",
    "metric",
    "level",
    "share",
    "expected",
    "state",
    "due_on",
)


def pace(goals: pd.DataFrame, progress: pd.DataFrame, *, on: Day) -> pd.DataFrame:
    """Return how far each goal has come by a day, and how far it could be expected.

    ``share`` is (value - baseline) / (target - baseline): 0 at the start, 1 at the
    target, below 0 or above 1 beyond them, and right for numbers that should fall.
    Without an agreed baseline, the first of several numbers stands in for it. Where
    target and baseline are equal there is no way to go: 1 while the number is right,
    unknown otherwise. ``expected`` is the share of the time between the day the goal
    was set and its due date that is gone, from 0 to 1.

    Parameters
    ----------
    goals : pandas.DataFrame
        The goals with all their columns.
    progress : pandas.DataFrame
        ``goal_id``, ``recorded_on``, ``value``, ``level``.
    on : date
        The day in question; what is dated after it has not happened yet.

    Returns
    -------
    pandas.DataFrame
        One row a goal, in their order, indexed from 0: ``goal_id``, ``title``,
        ``owner`` (text), ``status`` (category), ``baseline``, ``target``, ``value``
        (float64, in the goal's ``unit``), ``unit``, ``metric`` (text), ``level``
        (Int64), ``share``, ``expected`` (float64), ``state`` (category),
        ``due_on`` (day).

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.

    Notes
    -----
    ``state`` is the first of these that is true. ``dropped``: given up or replaced.
    ``paused``. ``not_started``: a draft, or set later. ``done``: met, or the target is
    reached (without numbers: the level as expected). ``partly_met``, ``not_met``: closed
    short of its target. ``late``: past its due date. ``not_measured``: nothing to tell the pace by.
    ``at_risk``: more than 0.15 behind an even pace. ``on_track``: else. An even pace
    is a rough guide: few things grow by the day.
    """
    need(goals, "goals", *READ)
    day = midnight(on)
    frame = goals.reset_index(drop=True)
    frame["value"] = frame["goal_id"].map(latest(progress, "value", day))
    frame["level"] = frame["goal_id"].map(latest(progress, "level", day))
    frame["baseline"] = frame["baseline"].fillna(_first(frame, progress, day))
    frame = frame.astype(
        {"value": "float64", "level": "Int64", "baseline": "float64", "due_on": DAYS}
    )
    frame["share"] = _share(frame)
    frame["expected"] = _expected(frame, day)
    frame["state"] = _state(frame, day)
    return frame[list(COLUMNS)]


def _first(goals: pd.DataFrame, progress: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    seen = progress.loc[progress["value"].notna() & (progress["recorded_on"] <= day)]
    seen = seen.sort_values("recorded_on", kind="stable")
    several = seen.loc[seen.duplicated("goal_id", keep=False)]
    first = several.drop_duplicates("goal_id").set_index("goal_id")["value"]
    return goals["goal_id"].map(first).astype("float64")


def _share(frame: pd.DataFrame) -> pd.Series:
    way = frame["target"] - frame["baseline"]
    share = (frame["value"] - frame["baseline"]) / way.where(way != 0)
    return share.mask((way == 0) & (frame["value"] == frame["target"]), 1.0)


def _expected(frame: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    span = (frame["due_on"] - frame["set_on"]).dt.days.astype("float64")
    gone = (day - frame["set_on"]).dt.days.astype("float64")
    even: pd.Series = (gone / span.where(span > 0)).clip(0, 1)
    return even.mask(span <= 0, (gone >= span).astype("float64"))


def _state(frame: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    share, status = _come(frame), frame["status"].astype("str")
    rules = {
        "dropped": status.isin(["dropped", "superseded"]),
        "paused": status == "paused",
        "not_started": (status == "draft") | (frame["set_on"] > day),
        "done": (status == "met") | (share >= 1),
        "partly_met": status == "partly_met",
        "not_met": status == "not_met",
        "late": frame["due_on"] < day,
        "not_measured": share.isna(),
        "at_risk": share + SLACK < frame["expected"],
    }
    state = pd.Series("on_track", index=frame.index, dtype="str")
    for word, holds in reversed(rules.items()):
        state = state.mask(holds, word)
    return state.astype(pd.CategoricalDtype(list(PACE_STATES)))


def _come(frame: pd.DataFrame) -> pd.Series:
    """Return the share by numbers or, without them, by levels from baseline to 0."""
    start = frame["baseline_level"].astype("float64")
    level = frame["level"].astype("float64")
    way = start.where(start < 0).abs()
    by_level = ((level - start) / way).mask(level >= 0, 1.0)
    return frame["share"].fillna(by_level)
