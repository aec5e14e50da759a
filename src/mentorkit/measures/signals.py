"""Signals: when somebody should look at a mentorship, and the words that say why.

Each rule once, with its limit and its source; what is counted is counted elsewhere.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from mentorkit.i18n import N_, NN_, day_text, fill, number_text, plural


SIGNALS: Final = (
    "silence",
    "missed",
    "late",
    "doubt",
    "no_goal",
    "past_end",
    "waiting",
)
"""What can ask for attention."""

LATE_MILESTONES: Final = 2
"""From how many late milestones on somebody should call: one happens to everybody."""

CONFIDENCE_FELL: Final = 1.0
"""By how much of its five points confidence falls until somebody should call."""

MISSED_IN_A_ROW: Final = 2
"""How many missed sessions in a row are no accident any more."""

AGREED_BY_SESSION: Final = 3
"""The session before which an agreement should stand (Together's advice)."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason to look: what is so, what to do, and the rule behind it.

    Attributes
    ----------
    name : str
        One of :data:`SIGNALS`.
    why, todo, rule : str
        What is so; what to do about it; from when on that is said.
    """

    name: str
    why: str
    todo: str
    rule: str


def silence(
    days: int, limit: int, language: str = "en", *, met: bool = True
) -> Signal | None:
    """Tell of a mentorship that has not met for more days than a limit.

    Examples
    --------
    >>> silence(40, 28).why
    'The last session was 40 days ago.'
    >>> silence(28, 28)
    """
    if days <= limit:
        return None
    message = (
        N_("The last session was {days} days ago.")
        if met
        else N_("No session was held for at least {days} days.")
    )
    return Signal(
        "silence",
        fill(message, language, days=days),
        fill(N_("Call one of them, and ask what is in the way."), language),
        fill(
            N_("Call when no session was held for more than {limit} days."),
            language,
            limit=limit,
        ),
    )


def missed(count: int, language: str = "en") -> Signal | None:
    """Tell of sessions that were missed in a row."""
    if count < MISSED_IN_A_ROW:
        return None
    return Signal(
        "missed",
        fill(N_("The last {count} sessions were missed."), language, count=count),
        fill(
            N_("Ask whether day and length still suit them both; move or shorten."),
            language,
        ),
        fill(
            N_(
                "Ask when {limit} sessions in a row were cancelled or somebody was not there."
            ),
            language,
            limit=MISSED_IN_A_ROW,
        ),
    )


def late(count: int, language: str = "en") -> Signal | None:
    """Tell of milestones that are late.

    Examples
    --------
    >>> late(2).why
    '2 milestones are late.'
    """
    if count < LATE_MILESTONES:
        return None
    words = NN_("{n} milestone is late.", "{n} milestones are late.")
    return Signal(
        "late",
        plural(*words, count, language),
        fill(
            N_(
                "Ask which of them still matter; move or drop the others, with a reason."
            ),
            language,
        ),
        fill(
            N_("Call when {limit} or more milestones are late."),
            language,
            limit=LATE_MILESTONES,
        ),
    )


def doubt(first: float, last: float, language: str = "en") -> Signal | None:
    """Tell of confidence that fell between the first rating and the last.

    Examples
    --------
    >>> doubt(4, 2.5).why
    'Confidence fell from 4 to 2.5.'
    """
    if first - last < CONFIDENCE_FELL:
        return None
    return Signal(
        "doubt",
        fill(
            N_("Confidence fell from {first} to {last}."),
            language,
            first=number_text(first, language, digits=1),
            last=number_text(last, language, digits=1),
        ),
        fill(N_("Ask the mentee alone how it goes."), language),
        fill(
            N_("Call when confidence falls by {limit} or more of 5."),
            language,
            limit=number_text(CONFIDENCE_FELL, language, digits=1),
        ),
    )


def no_goal(held: int, language: str = "en") -> Signal | None:
    """Tell of a mentorship that met and has agreed on no goal."""
    if held < AGREED_BY_SESSION - 1:
        return None
    return Signal(
        "no_goal",
        fill(
            N_("They met {held} times and have agreed on no goal."), language, held=held
        ),
        fill(
            N_("Help them put one goal into a sentence before they meet again."),
            language,
        ),
        fill(
            N_("A goal should stand before session {limit}."),
            language,
            limit=AGREED_BY_SESSION,
        ),
    )


def past_end(ends_on: dt.date, language: str = "en") -> Signal:
    """Tell of a mentorship that goes on after the day that it was to end."""
    return Signal(
        "past_end",
        fill(
            N_("It was to end on {day} and is still open."),
            language,
            day=day_text(ends_on, language),
        ),
        fill(
            N_("Ask whether they want to close it well, or agree on a new end."),
            language,
        ),
        fill(N_("Ask when the day that was agreed on is over."), language),
    )


def waits(days: int, limit: int, language: str = "en") -> Signal | None:
    """Tell of somebody who waits to be in a mentorship for more days than a limit."""
    if days <= limit:
        return None
    return Signal(
        "waiting",
        fill(N_("Has waited for {days} days."), language, days=days),
        fill(N_("Say where things stand, and when there will be news."), language),
        fill(
            N_("Write when somebody waits for more than {limit} days."),
            language,
            limit=limit,
        ),
    )
