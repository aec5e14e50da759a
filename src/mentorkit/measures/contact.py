"""Contact: when each mentorship last met, and who waits to be in one.

Days only; whether somebody should call is :mod:`mentorkit.measures.attention`'s.
"""

from __future__ import annotations

from typing import Final

import pandas as pd

from mentorkit.measures.reading import (
    DAYS,
    Day,
    days_between,
    local_times,
    midnight,
    need,
)
from mentorkit.models import AT_REST


STALE_DAYS: Final = 28
"""Silence after which somebody should call, where no program says otherwise.

Exercism sends nudges after 7, 14 and 21 days and calls a discussion stale after 28.
"""

WAITING: Final = ("applied", "waiting")
"""Enrollments of people who wait."""


def contact(
    mentorships: pd.DataFrame,
    sessions: pd.DataFrame,
    programs: pd.DataFrame,
    *,
    on: Day,
    timezone: str,
) -> pd.DataFrame:
    """Return when each running mentorship last met, and when it will.

    Parameters
    ----------
    mentorships : pandas.DataFrame
        ``mentorship_id``, ``handle``, ``program_id``, ``status``, ``starts_on``.
    sessions : pandas.DataFrame
        ``mentorship_id``, ``starts_at`` (instant), ``status``.
    programs : pandas.DataFrame
        ``program_id``, ``stale_after_days``.
    on : date
        The day in question.
    timezone : str
        IANA name of the zone whose days count.

    Returns
    -------
    pandas.DataFrame
        One row a mentorship that is not at rest, the longest silence first:
        ``mentorship`` (handle), ``last_on`` (day of the last session held; NaT where
        none was), ``days`` (Int64 since then, or since it began; NA where neither is
        known), ``limit`` (Int64, the program's), ``stale`` (bool), ``next_on`` (day
        of the next session planned, or NaT).

    Raises
    ------
    MeasureError
        A column is missing, the zone is unknown, or `on` is not a day.
    """
    need(mentorships, "mentorships", "mentorship_id", "handle", "program_id")
    need(mentorships, "mentorships", "status", "starts_on")
    need(sessions, "sessions", "mentorship_id", "starts_at", "status")
    need(programs, "programs", "program_id", "stale_after_days")
    day = midnight(on)
    running = mentorships[~mentorships["status"].isin(AT_REST)]
    found = running.set_index("mentorship_id")
    last, ahead = _last_and_next(sessions, day, timezone)
    limits = programs.set_index("program_id")["stale_after_days"]
    frame = pd.DataFrame({"mentorship": found["handle"]})
    frame["last_on"] = last.reindex(found.index).astype(DAYS)
    since = frame["last_on"].fillna(found["starts_on"]).astype(DAYS)
    frame["days"] = days_between(pd.Series(day, index=found.index), since)
    limit = found["program_id"].map(limits).astype("Int64")
    frame["limit"] = limit.fillna(STALE_DAYS)
    frame["stale"] = (frame["days"] > frame["limit"]).fillna(value=False).astype(bool)
    frame["next_on"] = ahead.reindex(found.index).astype(DAYS)
    order = frame.sort_values(
        ["days", "mentorship"], ascending=[False, True], kind="stable"
    )
    return order.reset_index(drop=True)


def _last_and_next(
    sessions: pd.DataFrame, day: pd.Timestamp, timezone: str
) -> tuple[pd.Series, pd.Series]:
    """Return each mentorship's last day with a session, and its next planned one."""
    days = local_times(sessions["starts_at"], timezone).dt.normalize()
    held = (sessions["status"] == "held") & (days <= day)
    planned = (sessions["status"] == "planned") & (days >= day)
    circle = sessions["mentorship_id"]
    return (
        days[held].groupby(circle[held]).max(),
        days[planned].groupby(circle[planned]).min(),
    )


def waiting(
    enrollments: pd.DataFrame, people: pd.DataFrame, *, on: Day
) -> pd.DataFrame:
    """Return who has applied and waits to be in a mentorship.

    Parameters
    ----------
    enrollments : pandas.DataFrame
        ``person_id``, ``person`` (handle), ``role``, ``status``, ``applied_on``.
    people : pandas.DataFrame
        ``person_id``, ``name``.
    on : date
        The day in question.

    Returns
    -------
    pandas.DataFrame
        One row an enrollment, the longest wait first: ``person`` (handle), ``name``,
        ``role``, ``status``, ``applied_on`` (day), ``days`` (Int64; NA where the day
        is not known).

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.
    """
    need(enrollments, "enrollments", "person_id", "person", "role", "status")
    need(enrollments, "enrollments", "applied_on")
    need(people, "people", "person_id", "name")
    day = midnight(on)
    rows = enrollments[enrollments["status"].isin(WAITING)]
    names = people.drop_duplicates("person_id").set_index("person_id")["name"]
    frame = rows.assign(
        name=rows["person_id"].map(names).fillna(rows["person"]).astype("str"),
        days=days_between(pd.Series(day, index=rows.index), rows["applied_on"]),
    )
    columns = ["person", "name", "role", "status", "applied_on", "days"]
    order = frame.sort_values(["days", "name"], ascending=[False, True], kind="stable")
    return order[columns].reset_index(drop=True)
