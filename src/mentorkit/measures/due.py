"""What is due: goals, milestones, actions and sessions by their day, and the next date.

Days and titles only; whom to remind, and how, is not decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.reading import DAYS, Day, local_times, midnight, need


DUE: Final = ("goal", "milestone", "action", "session")
"""What can be due, by the name of its record."""

STILL_OPEN: Final = {
    "goal": ("agreed", "active"),
    "milestone": ("planned", "in_progress"),
    "action": ("open",),
    "session": ("planned",),
}
"""The statuses in which a row is still to be done."""

COLUMNS: Final = ("due_on", "days", "what", "title", "person", "mentorship", "id")


def due(
    tables: Mapping[str, pd.DataFrame], *, on: Day, timezone: str, days: int = 7
) -> pd.DataFrame:
    """Return what is overdue on a day, and what is due within some days after it.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Of ``goals``, ``milestones``, ``actions`` and ``sessions`` those that count,
        with all their columns.
    on : date
        The day in question.
    timezone : str
        IANA name of the zone whose days count for sessions.
    days : int
        How many days ahead.

    Returns
    -------
    pandas.DataFrame
        One row a thing, by day: ``due_on`` (day), ``days`` (Int64 from `on`; below 0
        when it is overdue), ``what`` (category: goal, milestone, action, session),
        ``title`` (text; NaN where the reader may not know it, or there is none),
        ``person`` (handle of whose it is; NaN for sessions), ``mentorship`` (handle),
        ``id`` (text).

    Raises
    ------
    MeasureError
        A table or a column is missing, the zone is unknown, or `on` is not a day.

    Notes
    -----
    A milestone counts as long as its goal does: those of goals that were dropped,
    paused or closed are passed over where the goals are given.

    Examples
    --------
    >>> import pandas as pd
    >>> actions = pd.DataFrame({
    ...     "action_id": ["a-1", "a-2"], "title": ["Send it", "Read it"],
    ...     "owner": ["ada", "ada"], "mentorship": ["ada-grace"] * 2,
    ...     "status": ["open", "open"],
    ...     "due_on": pd.to_datetime(["2026-08-30", "2026-10-01"])})
    >>> found = due({"actions": actions}, on="2026-09-01", timezone="UTC")
    >>> found[["days", "title"]].values.tolist()
    [[-2, 'Send it']]
    """
    day = midnight(on)
    parts = [_of(table, frame, tables, timezone) for table, frame in tables.items()]
    empty = pd.DataFrame(columns=list(COLUMNS), dtype="str")
    found = pd.concat([empty.astype({"due_on": DAYS}), *parts], ignore_index=True)
    found = found[found["due_on"] <= day + pd.Timedelta(days=days)]
    found["days"] = (found["due_on"] - day).dt.days.astype("Int64")
    found["what"] = found["what"].astype(pd.CategoricalDtype(list(DUE)))
    texts = dict.fromkeys(("title", "person", "mentorship", "id"), "str")
    order = ["due_on", "what", "mentorship", "id"]
    found = found.astype(texts).sort_values(order, kind="stable")
    return found[list(COLUMNS)].reset_index(drop=True)


def _of(
    table: str,
    frame: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    timezone: str,
) -> pd.DataFrame:
    """Return one table's open rows in the common columns."""
    what = table.removesuffix("s")
    if what not in DUE:
        raise MeasureError(
            f"Nothing of {table} is due. Give goals, milestones, actions, sessions."
        )
    key, whose = f"{what}_id", "owner" if what in ("goal", "action") else None
    title = "objective" if what == "session" else "title"
    when = "starts_at" if what == "session" else "due_on"
    need(frame, table, key, "mentorship", "status", title, when)
    rows = frame.loc[frame["status"].isin(STILL_OPEN[what]) & frame[when].notna()]
    owner = rows[whose] if whose else pd.Series(index=rows.index, dtype="str")
    if what == "milestone" and "goals" in tables:
        rows, owner = _with_goals(rows, tables["goals"])
    days = local_times(rows[when], timezone) if what == "session" else rows[when]
    return pd.DataFrame(
        {
            "due_on": days.astype(DAYS).dt.normalize(),
            "what": what,
            "title": rows[title],
            "person": owner,
            "mentorship": rows["mentorship"],
            "id": rows[key],
        }
    )


def _with_goals(
    milestones: pd.DataFrame, goals: pd.DataFrame
) -> tuple[pd.DataFrame, pd.Series]:
    """Return the milestones whose goal still counts, and whose they are."""
    need(goals, "goals", "goal_id", "status", "owner")
    counting = goals[goals["status"].isin([*STILL_OPEN["goal"], "draft"])]
    rows = milestones[milestones["goal_id"].isin(counting["goal_id"])]
    owners = counting.set_index("goal_id")["owner"]
    return rows, rows["goal_id"].map(owners)


def next_date(
    sessions: pd.DataFrame, *, every_days: int, now: dt.datetime, timezone: str
) -> dt.datetime:
    """Return when the next session would be: by the rhythm, at the usual time of day.

    Parameters
    ----------
    sessions : pandas.DataFrame
        One mentorship's ``starts_at`` (instant), ``status``.
    every_days : int
        The number of days agreed between sessions.
    now : datetime.datetime
        The moment in question, with its zone.
    timezone : str
        IANA name of the zone whose clock counts.

    Returns
    -------
    datetime.datetime
        The first planned session after `now`, where there is one; else `every_days`
        after today, at the time of day of the last session held, or of now where none
        was.

    Raises
    ------
    MeasureError
        A column is missing, the zone is unknown, or `every_days` is below 1.

    Examples
    --------
    >>> import datetime as dt, pandas as pd
    >>> held = pd.DataFrame({
    ...     "starts_at": pd.to_datetime(["2026-09-01T15:00Z"]), "status": ["held"]})
    >>> now = dt.datetime(2026, 9, 15, 16, 40, tzinfo=dt.UTC)
    >>> f"{next_date(held, every_days=14, now=now, timezone='UTC'):%d %B, %H:%M}"
    '29 September, 15:00'
    """
    need(sessions, "sessions", "starts_at", "status")
    if every_days < 1:
        raise MeasureError("Sessions are at least one day apart; give 1 or more.")
    local = local_times(sessions["starts_at"], timezone)
    zone = ZoneInfo(timezone)
    here = now.astimezone(zone)
    clock = here.replace(tzinfo=None)
    ahead = local[(sessions["status"] == "planned") & (local > clock)]
    if len(ahead):
        first: pd.Timestamp = ahead.min()
        return dt.datetime.combine(first.date(), first.time(), zone)
    held = local[(sessions["status"] == "held") & (local <= clock)]
    last = held.max() if len(held) else pd.Timestamp(clock).replace(minute=0)
    day = here.date() + dt.timedelta(days=every_days)
    time = last.time().replace(second=0, microsecond=0)
    return dt.datetime.combine(day, time, zone)
