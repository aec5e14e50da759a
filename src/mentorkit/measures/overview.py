"""Overview: how each mentorship of a program stands, one row each, by name.

Each number is that of the mentorship's own review; here they stand side by side.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.attainment import NOT_SCORED
from mentorkit.measures.milestones import milestone_states
from mentorkit.measures.pace import pace
from mentorkit.measures.reading import DAYS, Day, local_times, midnight
from mentorkit.models import AT_REST


READ: Final = (
    "programs",
    "mentorships",
    "members",
    "goals",
    "milestones",
    "progress",
    "sessions",
)
"""The tables that it reads."""

COUNTS: Final = (
    "goals",
    "goals_reached",
    "milestones",
    "milestones_done",
    "milestones_late",
    "done_in_period",
    "sessions_held",
    "sessions_expected",
    "minutes",
)


def overview(
    tables: Mapping[str, pd.DataFrame], *, start: Day, on: Day, timezone: str
) -> pd.DataFrame:
    """Return how each mentorship stands on a day, and what it did since another.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``programs``, ``mentorships``, ``members``, ``goals``, ``milestones``,
        ``progress`` and ``sessions``, as a workspace hands them out.
    start, on : date
        The first day of the period, and the day in question.
    timezone : str
        IANA name of the zone whose days count.

    Returns
    -------
    pandas.DataFrame
        One row a mentorship, by the mentees' names: ``mentorship`` (handle),
        ``mentees``, ``mentors`` (lists of names), ``status`` (text), and as Int64
        ``goals``, ``goals_reached``, ``milestones``, ``milestones_done``,
        ``milestones_late``, ``done_in_period``, ``sessions_held``,
        ``sessions_expected`` (NA where none are), ``minutes``; ``last_on`` (day of the
        last session held, or NaT).

    Raises
    ------
    MeasureError
        A table or a column is missing, the zone is unknown, or a day is none.

    Notes
    -----
    Goals that were never agreed, or were dropped or replaced, do not count, nor do
    dropped milestones. Sessions are those from `start`; all else is of all time. The
    numbers are those of :func:`mentorkit.measures.pace`, ``milestone_states`` and
    ``cadence``.
    """
    missing = [name for name in READ if name not in tables]
    if missing:
        raise MeasureError(f"overview also reads {', '.join(missing)}: give them too.")
    first, day = midnight(start), midnight(on)
    found = tables["mentorships"].set_index("mentorship_id")
    frame = pd.DataFrame({"mentorship": found["handle"], "status": found["status"]})
    for role in ("mentee", "mentor"):
        frame[f"{role}s"] = _names(tables["members"], role, frame.index)
    counted = {**_of_goals(tables, day), **_of_milestones(tables, first, day)}
    for name, series in counted.items():
        frame[name] = series.reindex(frame.index).fillna(0)
    for name, values in _of_sessions(tables, first, day, timezone).items():
        frame[name] = values
    frame = frame.astype(
        {"status": "str", **dict.fromkeys(COUNTS, "Int64"), "last_on": DAYS}
    )
    frame["called"] = (
        frame["mentees"]
        .map(", ".join)
        .where(frame["mentees"].map(bool), frame["mentorship"])
    )
    order = frame.sort_values(["called", "mentorship"], key=_by_name, kind="stable")
    columns = ["mentorship", "mentees", "mentors", "status", *COUNTS, "last_on"]
    return order[columns].reset_index(drop=True)


def _by_name(names: pd.Series) -> pd.Series:
    """Return what names are sorted by: an accent moves nobody to the end."""
    return names.str.normalize("NFKD").str.casefold()


def _names(members: pd.DataFrame, role: str, index: pd.Index) -> pd.Series:
    named = members[members["role"] == role].groupby("mentorship_id")["name"].agg(list)
    return pd.Series([named.get(key, []) for key in index], index=index)


def _of_goals(
    tables: Mapping[str, pd.DataFrame], day: pd.Timestamp
) -> dict[str, pd.Series]:
    goals = tables["goals"]
    stood = pace(goals, tables["progress"], on=day.date())
    circle = goals["mentorship_id"].reset_index(drop=True)
    counted = ~stood["status"].isin(NOT_SCORED)
    reached = counted & (stood["state"] == "done")
    return {
        "goals": counted.groupby(circle).sum(),
        "goals_reached": reached.groupby(circle).sum(),
    }


def _of_milestones(
    tables: Mapping[str, pd.DataFrame], first: pd.Timestamp, day: pd.Timestamp
) -> dict[str, pd.Series]:
    goals = tables["goals"]
    steps = milestone_states(tables["milestones"], goals, on=day.date())
    circle = steps["goal_id"].map(goals.set_index("goal_id")["mentorship_id"])
    done = steps["state"] == "done"
    held = {
        "milestones": steps["state"] != "dropped",
        "milestones_done": done,
        "milestones_late": steps["state"] == "late",
        "done_in_period": done & (steps["done_on"] >= first),
    }
    return {name: which.groupby(circle).sum() for name, which in held.items()}


def _of_sessions(
    tables: Mapping[str, pd.DataFrame],
    first: pd.Timestamp,
    day: pd.Timestamp,
    timezone: str,
) -> dict[str, pd.Series]:
    """Return what ``cadence`` would of each mentorship, for all at once."""
    sessions, found = tables["sessions"], tables["mentorships"]
    begun = found.set_index("mentorship_id")["starts_on"]
    starts = begun.where(begun > first, first)
    starts = starts.where(starts < day, day)
    days = local_times(sessions["starts_at"], timezone).dt.normalize()
    held = (sessions["status"] == "held") & (days <= day)
    circle = sessions["mentorship_id"]
    within = held & (days >= starts.reindex(circle).set_axis(circle.index))
    minutes = sessions["minutes"].astype("float64").where(within)
    usual = tables["programs"].set_index("program_id")["cadence_days"]
    every = pd.Series(
        [_every(row, usual) for row in found.to_dict("records")],
        index=starts.index,
        dtype="Int64",
    )
    span = (day - starts).dt.days + 1
    return {
        "sessions_held": within.groupby(circle).sum().reindex(starts.index).fillna(0),
        "sessions_expected": span // every,
        "minutes": minutes.groupby(circle).sum().reindex(starts.index).fillna(0),
        "last_on": days[held].groupby(circle[held]).max().reindex(starts.index),
    }


def _every(row: Mapping[Any, Any], usual: pd.Series) -> int | None:
    """Return how many days lie between sessions; none are expected of one at rest."""
    if row["status"] in AT_REST:
        return None
    own = row["cadence_days"]
    every = usual.get(row["program_id"]) if pd.isna(own) else own
    return None if every is None or pd.isna(every) else int(every)
