"""Prompts: a few questions to reflect on, by phase and by what happened last.

They read dates and statuses and no text; nobody has to answer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from mentorkit.i18n import N_, translate
from mentorkit.measures.reading import Day, local_times, midnight, need


MOMENTS: Final = (
    "closing",
    "after_missed_session",
    "after_late_milestone",
    "after_kickoff",
    "after_review",
    "after_success",
    "before_the_first",
    "nearly_over",
    "after_session",
)
"""What can have happened last, the most telling first."""

PROMPTS: Final = {
    "closing": (
        N_("What can you do today that you could not when you began?"),
        N_("What do you want to thank the other one for?"),
        N_("What is left open, and who will you ask about it now?"),
    ),
    "after_missed_session": (
        N_("What got in the way, and is it likely to come back?"),
        N_("What would make it easier to come to the next one?"),
    ),
    "after_late_milestone": (
        N_("What did you know when you set the date, and what do you know now?"),
        N_("Which part of it still matters, and what can go?"),
        N_("Whom could you have asked earlier?"),
    ),
    "after_kickoff": (
        N_("What did you hear that you did not expect?"),
        N_("What are you still unsure whether you may ask?"),
        N_("By what will you notice in a month that this is worth your time?"),
    ),
    "after_review": (
        N_("Which of the numbers surprised you, and why?"),
        N_("What would you stop doing, if you could stop one thing?"),
    ),
    "after_success": (
        N_("What did you do that made it work?"),
        N_("Who helped, and do they know it?"),
        N_("Where else would the same thing help?"),
    ),
    "before_the_first": (
        N_("What do you hope will be different in half a year?"),
        N_("What should the other one know about how you work?"),
    ),
    "nearly_over": (
        N_("What do you want to have said before this ends?"),
        N_("Which goal deserves the time that is left?"),
    ),
    "after_session": (
        N_("What surprised you?"),
        N_("What will you do differently before you meet again?"),
        N_("What did you not say?"),
    ),
}
"""The questions for each moment."""

NEARLY_OVER_DAYS: Final = 28
"""From how many days before the agreed end on the end is on people's minds."""

FEW: Final = 3


def moments(
    tables: Mapping[str, pd.DataFrame], *, on: Day, timezone: str
) -> tuple[str, ...]:
    """Return what is worth reflecting on in one mentorship today, the first first.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``mentorships`` (one row), ``sessions`` and ``milestones`` of one mentorship.
    on : date
        The day in question.
    timezone : str
        IANA name of the zone whose days count.

    Returns
    -------
    tuple of str
        Words of :data:`MOMENTS`.

    Raises
    ------
    MeasureError
        A column is missing, the zone is unknown, or `on` is not a day.
    """
    sessions, milestones = tables["sessions"], tables["milestones"]
    need(sessions, "sessions", "starts_at", "status", "kind")
    need(milestones, "milestones", "status", "due_on", "done_on")
    day = midnight(on)
    days = local_times(sessions["starts_at"], timezone).dt.normalize()
    past = sessions.assign(day=days)[days <= day].sort_values("starts_at")
    held = past[past["status"] == "held"]
    happened = past[past["status"].isin(["held", "cancelled", "no_show"])]
    since = held["day"].iloc[-2] if len(held) > 1 else pd.Timestamp.min
    kind = str(held["kind"].iloc[-1]) if len(held) else ""
    is_open = milestones["status"].isin(["planned", "in_progress"])
    late = (is_open & milestones["due_on"].between(since, day, inclusive="left")).any()
    true = {
        "closing": kind == "closure" or _status(tables) in ("ending", "closed"),
        "after_missed_session": bool(
            len(happened) and happened["status"].iloc[-1] != "held"
        ),
        "after_late_milestone": late
        or _since(milestones, "missed", "due_on", since, day),
        "after_kickoff": kind == "kickoff",
        "after_review": kind == "formal_review",
        "after_success": _since(milestones, "done", "done_on", since, day),
        "before_the_first": held.empty,
        "nearly_over": _nearly_over(tables["mentorships"], day),
        "after_session": bool(len(held)),
    }
    return tuple(moment for moment in MOMENTS if true[moment])


def prompts(
    tables: Mapping[str, pd.DataFrame],
    *,
    on: Day,
    timezone: str,
    few: int = FEW,
    language: str = "en",
) -> list[str]:
    """Return a few questions to reflect on today, the most fitting first.

    Each thing that happened gives its first question before any gives its second.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``mentorships`` (one row), ``sessions`` and ``milestones`` of one mentorship.
    on : date
        The day in question.
    timezone : str
        IANA name of the zone whose days count.
    few : int
        How many questions at most.
    language : str
        Language tag of the words.

    Returns
    -------
    list of str

    Raises
    ------
    MeasureError
        A column is missing, the zone is unknown, or `on` is not a day.
    """
    asked = [PROMPTS[moment] for moment in moments(tables, on=on, timezone=timezone)]
    rounds = max(map(len, asked), default=0)
    in_turn = [row[at] for at in range(rounds) for row in asked if at < len(row)]
    return [translate(question, language) for question in in_turn[:few]]


def _status(tables: Mapping[str, pd.DataFrame]) -> str:
    statuses = tables["mentorships"]["status"]
    return str(statuses.iloc[0]) if len(statuses) else ""


def _since(
    milestones: pd.DataFrame,
    status: str,
    when: str,
    since: pd.Timestamp,
    day: pd.Timestamp,
) -> bool:
    """Tell whether a milestone got a status in the time since the session before."""
    dated = milestones.loc[milestones["status"] == status, when]
    return bool(dated.between(since, day).any())


def _nearly_over(mentorships: pd.DataFrame, day: pd.Timestamp) -> bool:
    ends = mentorships["ends_on"].dropna()
    return bool((ends <= day + pd.Timedelta(days=NEARLY_OVER_DAYS)).any())
