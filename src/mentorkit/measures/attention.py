"""Attention: which mentorships and people somebody should look at today, and why.

Counts of what frames hold; the rules and their words are :mod:`.signals`'. No text that
people wrote is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures import signals
from mentorkit.measures.confidence import confidence
from mentorkit.measures.contact import STALE_DAYS, contact, waiting
from mentorkit.measures.due import STILL_OPEN
from mentorkit.measures.reading import Day, local_times, midnight, need
from mentorkit.measures.signals import SIGNALS, Signal


READ: Final = (
    "programs",
    "mentorships",
    "members",
    "enrollments",
    "people",
    "goals",
    "milestones",
    "sessions",
    "reflections",
)
"""The tables that it reads."""

COLUMNS: Final = ("about", "signal", "why", "todo", "rule")

MISSED: Final = ("cancelled", "no_show")


def attention(
    tables: Mapping[str, pd.DataFrame], *, on: Day, timezone: str, language: str = "en"
) -> pd.DataFrame:
    """Return what somebody should look at on a day: each line says why and what to do.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``programs``, ``mentorships``, ``members``, ``enrollments``, ``people``,
        ``goals``, ``milestones``, ``sessions`` and ``reflections``, as a workspace
        hands them out. Only their dates, words and numbers are read.
    on : date
        The day in question; what is dated after it has not happened yet.
    timezone : str
        IANA name of the zone whose days count.
    language : str
        Language tag of the words.

    Returns
    -------
    pandas.DataFrame
        One row a reason, by name and not by weight: ``about`` (the handle of a
        mentorship or of a person who waits), ``signal`` (category), ``why`` (what is
        so), ``todo`` (what to do about it), ``rule`` (from when on it is said).

    Raises
    ------
    MeasureError
        A table or a column is missing, the zone is unknown, or `on` is not a day.

    Notes
    -----
    ``silence`` and ``waiting``: more days than the program's ``stale_after_days`` (28
    where none is given, as Exercism has it). ``no_goal``: two sessions were held, since
    an agreement should stand before the third (Together). ``missed``: two in a row. ``late``: two milestones. ``doubt``: a mentee's
    confidence fell by 1 of 5. ``past_end``: the day agreed on is over. Mentorships at
    rest ask for nothing.
    """
    missing = [name for name in READ if name not in tables]
    if missing:
        raise MeasureError(f"attention also reads {', '.join(missing)}: give them too.")
    lines = [
        {"about": about, **_plain(signal)}
        for about, signal in (
            *_of_mentorships(tables, midnight(on), timezone, language),
            *_of_people(tables, midnight(on), language),
        )
    ]
    found = pd.DataFrame(lines, columns=list(COLUMNS)).astype(
        {**dict.fromkeys(COLUMNS, "str"), "signal": pd.CategoricalDtype(list(SIGNALS))}
    )
    return found.sort_values(["about", "signal"], kind="stable").reset_index(drop=True)


def _plain(signal: Signal) -> dict[str, str]:
    return {
        "signal": signal.name,
        "why": signal.why,
        "todo": signal.todo,
        "rule": signal.rule,
    }


def _of_mentorships(
    tables: Mapping[str, pd.DataFrame], day: pd.Timestamp, timezone: str, language: str
) -> Iterator[tuple[str, Signal]]:
    mentorships, sessions = tables["mentorships"], tables["sessions"]
    found = contact(
        mentorships, sessions, tables["programs"], on=day.date(), timezone=timezone
    )
    known = mentorships.set_index("handle")
    met, counts = _met(sessions, day, timezone), _counts(tables, day)
    for row in found.to_dict("records"):
        circle = known.loc[str(row["mentorship"])]
        key = str(circle["mentorship_id"])
        statuses = met.get(key, [])
        ratings = counts.ratings.get(key)
        agreed = counts.agreed.get(key, 0)
        ends = circle["ends_on"]
        told = (
            _silence(row, language),
            signals.missed(_in_a_row(statuses), language),
            signals.late(counts.late.get(key, 0), language),
            signals.doubt(*ratings, language) if ratings else None,
            None if agreed else signals.no_goal(statuses.count("held"), language),
            signals.past_end(ends.date(), language) if ends < day else None,
        )
        yield from ((str(row["mentorship"]), signal) for signal in told if signal)


def _silence(row: Mapping[Any, Any], language: str) -> Signal | None:
    if pd.isna(row["days"]):
        return None
    met = pd.notna(row["last_on"])
    return signals.silence(int(row["days"]), int(row["limit"]), language, met=met)


def _of_people(
    tables: Mapping[str, pd.DataFrame], day: pd.Timestamp, language: str
) -> Iterator[tuple[str, Signal]]:
    limits = tables["programs"]["stale_after_days"]
    limit = int(limits.min()) if len(limits) else STALE_DAYS
    found = waiting(tables["enrollments"], tables["people"], on=day.date())
    for row in found[found["days"].notna()].to_dict("records"):
        if signal := signals.waits(int(row["days"]), limit, language):
            yield str(row["person"]), signal


def _met(
    sessions: pd.DataFrame, day: pd.Timestamp, timezone: str
) -> dict[str, list[str]]:
    """Return what became of each mentorship's sessions up to a day, in their order."""
    days = local_times(sessions["starts_at"], timezone).dt.normalize()
    past = sessions[(days <= day) & sessions["status"].isin(["held", *MISSED])]
    past = past.sort_values("starts_at", kind="stable")
    grouped = past.astype({"status": "str"}).groupby("mentorship_id", sort=False)
    return {str(key): list(group) for key, group in grouped["status"]}


def _in_a_row(statuses: list[str]) -> int:
    """Return how many of the last sessions were missed, one after the other."""
    count = 0
    for status in reversed(statuses):
        if status == "held":
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class _Counts:
    """What is counted of each mentorship, by its id."""

    agreed: Mapping[Any, int]
    late: Mapping[str, int]
    ratings: Mapping[str, tuple[float, float]]


def _counts(tables: Mapping[str, pd.DataFrame], day: pd.Timestamp) -> _Counts:
    goals = tables["goals"]
    need(goals, "goals", "goal_id", "mentorship_id", "status")
    agreed = goals[~goals["status"].isin(["draft", "superseded"])]
    return _Counts(
        agreed=agreed.groupby("mentorship_id").size().to_dict(),
        late=_late(tables["milestones"], goals, day),
        ratings=_ratings(tables["reflections"], tables["members"], day),
    )


def _late(
    milestones: pd.DataFrame, goals: pd.DataFrame, day: pd.Timestamp
) -> dict[str, int]:
    need(milestones, "milestones", "goal_id", "status", "due_on")
    holding = goals[goals["status"].isin(["draft", *STILL_OPEN["goal"]])]
    circles = milestones["goal_id"].map(holding.set_index("goal_id")["mentorship_id"])
    late = milestones["status"].isin(STILL_OPEN["milestone"])
    late &= milestones["due_on"] < day
    return {str(key): int(n) for key, n in circles[late].value_counts().items()}


def _ratings(
    reflections: pd.DataFrame, members: pd.DataFrame, day: pd.Timestamp
) -> dict[str, tuple[float, float]]:
    """Return the mentees' first and latest rating; of several mentees the median's."""
    found = {}
    for circle, own in reflections.groupby("mentorship_id"):
        rated = confidence(own, members[members["mentorship_id"] == circle])
        rated = rated[(rated["role"] == "mentee") & (rated["day"] <= day)]
        if len(rated):
            people = rated.groupby("person")["confidence"]
            found[str(circle)] = (
                float(people.first().median()),
                float(people.last().median()),
            )
    return found
