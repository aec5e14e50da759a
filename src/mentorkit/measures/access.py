"""Access: who asked for a mentor, who was matched, and how long it took, by group.

Counts of small groups are kept back by :mod:`mentorkit.privacy.small_cells`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from mentorkit.measures.reading import DAYS, Day, days_between, midnight, need
from mentorkit.privacy.small_cells import TOTAL, folded, hidden


GONE: Final = ("withdrawn", "completed")
"""Enrollments of people who wait no more."""

STATES: Final = ("matched", "waiting", "left")
"""What became of somebody who asked: a mentorship, none so far, none at all."""

GROUPS: Final = ("stage", "cohort", "org_unit", "language")
"""What people who asked are looked at by. What is theirs alone to know is not in it."""


def access(
    enrollments: pd.DataFrame,
    people: pd.DataFrame,
    mentorships: pd.DataFrame,
    members: pd.DataFrame,
    *,
    on: Day,
) -> pd.DataFrame:
    """Return what became of everybody who asked to be mentored.

    Parameters
    ----------
    enrollments : pandas.DataFrame
        ``person_id``, ``person``, ``role``, ``status``, ``applied_on``, ``stage``,
        ``cohort``.
    people : pandas.DataFrame
        ``person_id``, ``org_unit``, ``language``.
    mentorships : pandas.DataFrame
        ``mentorship_id``, ``status``, ``starts_on``.
    members : pandas.DataFrame
        ``mentorship_id``, ``person_id``, ``role``, ``joined_on``.
    on : date
        The day in question; what is dated after it has not happened yet.

    Returns
    -------
    pandas.DataFrame
        One row a person, by handle: ``person`` (handle), ``state`` (category:
        ``matched``, ``waiting``, ``left``), ``applied_on``, ``matched_on`` (days),
        ``days`` (Int64, from asking to being matched, or until the day in question;
        NA where the day of asking is not known), and ``stage``, ``cohort``,
        ``org_unit``, ``language`` (text).

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.
    """
    need(enrollments, "enrollments", "person_id", "person", "role", "status")
    need(enrollments, "enrollments", "applied_on", "stage", "cohort")
    need(people, "people", "person_id", "org_unit", "language")
    day = midnight(on)
    asked = enrollments[enrollments["role"] == "mentee"].merge(
        people[["person_id", "org_unit", "language"]], on="person_id", how="left"
    )
    asked = asked[~(asked["applied_on"] > day)]
    first = _first_days(mentorships, members, day)
    found = asked[["person", "applied_on"]].assign(
        matched_on=_looked_up(asked["person_id"], first)
    )
    matched = found["matched_on"].notna()
    gone = asked["status"].isin(GONE)
    state = pd.Series("waiting", index=found.index, dtype="str")
    state = state.mask(gone, "left").mask(matched, "matched")
    until = found["matched_on"].fillna(day)
    found["days"] = days_between(until, found["applied_on"]).clip(lower=0)
    found["state"] = state.astype(pd.CategoricalDtype(list(STATES)))
    for name in GROUPS:
        found[name] = asked[name].astype("str")
    order = found.sort_values("person", kind="stable").reset_index(drop=True)
    return order[["person", "state", "applied_on", "matched_on", "days", *GROUPS]]


def _first_days(
    mentorships: pd.DataFrame, members: pd.DataFrame, day: pd.Timestamp
) -> pd.Series:
    """Return the day on which each mentee's first mentorship began."""
    need(mentorships, "mentorships", "mentorship_id", "status", "starts_on")
    need(members, "members", "mentorship_id", "person_id", "role", "joined_on")
    begun = mentorships[~mentorships["status"].isin(["proposed", "declined"])]
    starts = begun.set_index("mentorship_id")["starts_on"]
    mentees = members[members["role"] == "mentee"]
    mentees = mentees[mentees["mentorship_id"].isin(starts.index)]
    days = _looked_up(mentees["mentorship_id"], starts).fillna(mentees["joined_on"])
    return days[days <= day].groupby(mentees["person_id"]).min()


def _looked_up(ids: pd.Series, days: pd.Series) -> pd.Series:
    found = days.reindex(ids).set_axis(ids.index)
    return found.astype(DAYS)


@dataclass(frozen=True, slots=True)
class Shown:
    """One group as it is published; None is a number that is kept back.

    Attributes
    ----------
    group : str
        Its name; empty for small groups that were put together.
    people, matched, unmatched : int or None
        How many asked, were matched, were not.
    days : float or None
        The median of the days that those who were matched had waited.
    """

    group: str
    people: int | None
    matched: int | None
    unmatched: int | None
    days: float | None


def by_group(asked: pd.DataFrame, group: str, least: int) -> list[Shown]:
    """Return what became of those who asked, group by group, as it may be published.

    Parameters
    ----------
    asked : pandas.DataFrame
        What :func:`access` gives.
    group : str
        One of its columns ``stage``, ``cohort``, ``org_unit``, ``language``.
    least : int
        The smallest group, and the smallest count, that is shown.

    Returns
    -------
    list of Shown
        By name, small groups together and last; none where fewer than two groups can
        be shown.

    Notes
    -----
    Small cells and those that would give them away are kept back, see
    :func:`mentorkit.privacy.small_cells.hidden`; a median is of that many people or
    more.
    """
    known = asked[asked[group].notna()]
    sizes = {str(name): int(n) for name, n in known[group].value_counts().items()}
    names = known[group].map(folded(sizes, least))
    matched = known["state"] == "matched"
    counts = pd.DataFrame(
        {
            "matched": matched.groupby(names).sum(),
            "unmatched": (~matched).groupby(names).sum(),
        }
    )
    mask = hidden(counts, least) if len(counts) > 1 else None
    if mask is None:
        return []
    days = known["days"].where(matched).groupby(names)
    medians = days.median().where(days.count() >= least)
    totals = counts.assign(**{TOTAL: counts.sum(axis=1)}).where(~mask)
    order = sorted(counts.index, key=lambda name: (name == "", name))
    return [
        Shown(
            group=str(name),
            people=_told(totals.loc[name, TOTAL]),
            matched=_told(totals.loc[name, "matched"]),
            unmatched=_told(totals.loc[name, "unmatched"]),
            days=None if pd.isna(medians[name]) else float(medians[name]),
        )
        for name in order
    ]


def _told(count: Any) -> int | None:
    return None if pd.isna(count) else int(count)
