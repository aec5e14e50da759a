"""Milestones on a day: which are done, under way, late or still to come.

Dates and one word a milestone; how they are shown is not decided here.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.measures.reading import DAYS, Day, days_between, midnight, need


MILESTONE_STATES = ("done", "on_track", "late", "planned", "missed", "dropped")
"""The words for where a milestone stands."""


def milestone_states(
    milestones: pd.DataFrame, goals: pd.DataFrame | None = None, *, on: Day
) -> pd.DataFrame:
    """Return the milestones with what is true of them on a day.

    A start that nobody gave is the due date of the milestone before it in the same
    goal (by position; dropped ones are passed over), else the day the goal was set.
    It never comes after the milestone's own due date.

    Parameters
    ----------
    milestones : pandas.DataFrame
        The milestones with all their columns.
    goals : pandas.DataFrame, optional
        ``goal_id``, ``title``, ``set_on``. Without them, goals have no title and
        first milestones have no start of their own.
    on : date
        The day in question; what is dated after it has not happened yet.

    Returns
    -------
    pandas.DataFrame
        The same rows in the same order, indexed from 0, with ``starts_on`` filled and
        these columns added: ``goal`` (text, its title), ``state`` (category),
        ``moved_days`` (Int64, from the first due date to the present one; NA without
        both) and ``days_late`` (Int64; 0 when it is not, NA without a due date).

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.

    Notes
    -----
    ``done``: its day came by then. ``missed``, ``dropped``: as its status says.
    ``late``: past its due date. ``on_track``: under way. ``planned``: not begun. One
    that was done later counts as under way from its start.
    """
    need(milestones, "milestones", "milestone_id", "goal_id", "position", "status")
    need(milestones, "milestones", "starts_on", "due_on", "original_due_on", "done_on")
    day = midnight(on)
    frame = milestones.reset_index(drop=True).astype(
        dict.fromkeys(("starts_on", "due_on", "original_due_on", "done_on"), DAYS)
    )
    frame["goal"], set_on = _of_goals(frame, goals)
    frame["starts_on"] = _starts(frame, set_on)
    frame["state"] = _state(frame, day)
    frame["moved_days"] = days_between(frame["due_on"], frame["original_due_on"])
    frame["days_late"] = _days_late(frame, day)
    return frame


def _of_goals(
    frame: pd.DataFrame, goals: pd.DataFrame | None
) -> tuple[pd.Series, pd.Series]:
    columns = ["goal_id", "title", "set_on"]
    if goals is None:
        goals = pd.DataFrame(columns=columns, dtype="str").astype({"set_on": DAYS})
    need(goals, "goals", *columns)
    known = goals[columns].drop_duplicates("goal_id").set_index("goal_id")
    known = known.reindex(frame["goal_id"]).reset_index(drop=True)
    return known["title"], known["set_on"]


def _starts(frame: pd.DataFrame, set_on: pd.Series) -> pd.Series:
    order = frame.sort_values(["goal_id", "position", "milestone_id"], kind="stable")
    kept = order["due_on"].mask(order["status"] == "dropped")
    by_goal = order["goal_id"]
    before = kept.groupby(by_goal).ffill().groupby(by_goal).shift()
    due = frame["due_on"]
    before = before.reindex(frame.index)
    before = before.mask(before > due).fillna(set_on)
    return frame["starts_on"].fillna(before.mask(before > due, due)).astype(DAYS)


def _state(frame: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    status = frame["status"].astype("str")
    begun = (status == "in_progress") | (
        (status == "done") & ~(frame["starts_on"] > day)
    )
    rules = {
        "done": (status == "done") & (frame["done_on"] <= day),
        "missed": status == "missed",
        "dropped": status == "dropped",
        "late": frame["due_on"] < day,
        "on_track": begun,
    }
    state = pd.Series("planned", index=frame.index, dtype="str")
    for word, holds in reversed(rules.items()):
        state = state.mask(holds, word)
    return state.astype(pd.CategoricalDtype(list(MILESTONE_STATES)))


def _days_late(frame: pd.DataFrame, day: pd.Timestamp) -> pd.Series:
    end = frame["done_on"].where(frame["state"] == "done", day).astype(DAYS)
    late = days_between(end, frame["due_on"]).clip(lower=0)
    return late.mask((frame["state"] == "dropped") & late.notna(), 0)
