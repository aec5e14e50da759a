"""How measures read a frame: columns that must be there, days, latest observations.

No formula lives here.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.errors import MeasureError


Day = dt.date | str
"""A day as people give it: a date, or its ISO form."""

DAYS: Final = "datetime64[us]"
"""The dtype of a column of days: midnight, without a zone."""


def need(frame: pd.DataFrame, table: str, *columns: str) -> None:
    """Check that a frame has the columns that a measure reads.

    Raises
    ------
    MeasureError
        Columns are missing; the message names them.
    """
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise MeasureError(
            f"The frame of {table} has no {', '.join(missing)}."
            f" Give the frame as the workspace hands it out, with all its columns."
        )


def midnight(day: Day) -> pd.Timestamp:
    """Return the start of a day.

    Raises
    ------
    MeasureError
        The text is no day.

    Examples
    --------
    >>> midnight("2026-09-28")
    Timestamp('2026-09-28 00:00:00')
    """
    found = pd.to_datetime(str(day), format="ISO8601", errors="coerce")
    if not isinstance(found, pd.Timestamp):
        raise MeasureError(f"'{day}' is not a day. Write it as 2026-09-30.")
    return found.tz_localize(None).normalize()


def latest(
    progress: pd.DataFrame, column: str, on: pd.Timestamp | None = None
) -> pd.Series:
    """Return each goal's latest value of a column, up to and including a day.

    Of two observations on one day, the one further down the frame counts.

    Returns
    -------
    pandas.Series
        The values, indexed by ``goal_id``; goals without one are not in it.
    """
    need(progress, "progress", "goal_id", "recorded_on", column)
    rows = progress.loc[progress[column].notna()]
    if on is not None:
        rows = rows.loc[rows["recorded_on"] <= on]
    rows = rows.sort_values("recorded_on", kind="stable")
    return rows.drop_duplicates("goal_id", keep="last").set_index("goal_id")[column]


def days_between(later: pd.Series, earlier: pd.Series | pd.Timestamp) -> pd.Series:
    """Return whole days from one day to the other as ``Int64``, NA where unknown."""
    return (later - earlier).dt.days.astype("Int64")


def local_times(instants: pd.Series, timezone: str) -> pd.Series:
    """Return what a clock in a zone shows at each instant, without the zone.

    Raises
    ------
    MeasureError
        The zone is unknown.
    """
    try:
        zone = ZoneInfo(timezone)
    except (KeyError, ValueError, OSError):
        raise MeasureError(
            f"There is no time zone '{timezone}'. Use a name such as Europe/Berlin."
        ) from None
    aware = instants.astype("datetime64[us, UTC]")
    return aware.dt.tz_convert(zone).dt.tz_localize(None)
