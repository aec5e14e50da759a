"""Cadence: whether people meet as often as they meant to.

Counts and days of one mentorship's sessions; a day is the local one.
"""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.reading import Day, local_times, midnight, need


MISSED = ("cancelled", "no_show")
"""What counts as a session that was missed."""


class Cadence(TypedDict):
    """What :func:`cadence` returns; None where it cannot be known."""

    held: int
    missed: int
    moved: int
    planned: int
    minutes: int | None
    median_minutes: float | None
    median_gap_days: float | None
    longest_gap_days: int | None
    days_since_last: int | None
    expected: int | None
    share: float | None


def cadence(
    sessions: pd.DataFrame,
    *,
    every_days: int | None,
    start: Day,
    on: Day,
    timezone: str,
) -> Cadence:
    """Return how often and how long people met between two days.

    Parameters
    ----------
    sessions : pandas.DataFrame
        One mentorship's ``starts_at`` (instant), ``minutes``, ``status``.
    every_days : int or None
        The number of days agreed between sessions, if there is one.
    start, on : date
        The first and the last day, both included.
    timezone : str
        IANA name of the zone whose days count.

    Returns
    -------
    dict
        ``held``, ``missed`` (cancelled, or somebody did not come), ``moved``: counts
        of the days from `start` to `on`; ``planned``: from `start`, also after `on`.
        ``minutes`` and ``median_minutes`` of the sessions held. ``median_gap_days``
        between days with a session held; ``longest_gap_days`` also counts the time
        before the first and since the last of them. ``days_since_last``: from the
        last one to `on`. ``expected``: whole rounds of `every_days` in the time.
        ``share``: held / expected. None where it cannot be known.

    Raises
    ------
    MeasureError
        A column is missing, the zone is unknown, `every_days` is below 1, or a day
        is none.

    Examples
    --------
    >>> import pandas as pd
    >>> sessions = pd.DataFrame({
    ...     "starts_at": pd.to_datetime(["2026-07-01T15:00Z", "2026-07-09T15:00Z"]),
    ...     "minutes": [45, 60], "status": ["held", "held"]})
    >>> found = cadence(sessions, every_days=7, start="2026-07-01", on="2026-07-21",
    ...                 timezone="Europe/Berlin")
    >>> found["held"], found["expected"], found["median_gap_days"]
    (2, 3, 8.0)
    >>> found["minutes"], found["longest_gap_days"]
    (105, 12)
    """
    need(sessions, "sessions", "starts_at", "minutes", "status")
    if every_days is not None and every_days < 1:
        raise MeasureError("Sessions are at least one day apart; give 1 or more.")
    first, last = midnight(start), midnight(on)
    days = local_times(sessions["starts_at"], timezone).dt.normalize()
    within = (days >= first) & (days <= last)
    status = sessions["status"].astype("str")
    met = within & (status == "held")
    minutes = sessions.loc[met, "minutes"].dropna().astype("float64")
    span = max((last - first).days + 1, 0)
    expected = None if every_days is None else span // every_days
    held = int(met.sum())
    return Cadence(
        held=held,
        missed=int((within & status.isin(MISSED)).sum()),
        moved=int((within & (status == "moved")).sum()),
        planned=int(((days >= first) & (status == "planned")).sum()),
        minutes=int(minutes.sum()) if len(minutes) or not held else None,
        median_minutes=float(minutes.median()) if len(minutes) else None,
        **_gaps(days[met], first, last),
        expected=expected,
        share=held / expected if expected else None,
    )


class _Gaps(TypedDict):
    median_gap_days: float | None
    longest_gap_days: int | None
    days_since_last: int | None


def _gaps(days: pd.Series, first: pd.Timestamp, last: pd.Timestamp) -> _Gaps:
    met: list[dt.datetime] = sorted(days.drop_duplicates())
    if last < first:
        return _Gaps(median_gap_days=None, longest_gap_days=None, days_since_last=None)
    between = pd.Series(met, dtype="datetime64[us]").diff().dropna().dt.days
    all_through = pd.Series([first, *met, last], dtype="datetime64[us]").diff().dt.days
    return _Gaps(
        median_gap_days=float(between.median()) if len(between) else None,
        longest_gap_days=int(all_through.max()),
        days_since_last=(last - met[-1]).days if met else None,
    )
