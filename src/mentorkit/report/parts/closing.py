"""How a review closes: how to read it, how it was made, and its figures for programs."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any
from zoneinfo import ZoneInfo

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, day_text, fill, moment_text, plural, translate
from mentorkit.models import Visibility
from mentorkit.report.block import MIME, Block
from mentorkit.report.markup import el, filled
from mentorkit.report.standing import AT_REST, Standing
from mentorkit.report.telling import rating_text, span


LATE_MILESTONES = 2
"""From how many late milestones on somebody should call."""

CONFIDENCE_FELL = 1.0
"""By how much of its five points confidence falls until somebody should call."""


class Facts(dict[str, Any]):
    """The figures of one review as plain data, which no page shows.

    Displayed by a notebook's cell, they travel in the executed notebook to the index
    of the run.
    """

    audience: str = "pair"
    language: str = "en"

    def block(self) -> Block:
        """Return the block that carries them."""
        return Block(
            id="facts",
            title="",
            kind="facts",
            audience=self.audience,
            language=self.language,
            html="",
            data=self,
        )

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, Any]:
        del include, exclude
        told = N_("The figures of this review are ready for the index of its run.")
        return {
            MIME: self.block().content(),
            "text/plain": translate(told, self.language),
        }


def facts(snapshot: Snapshot) -> Facts:
    """Return the figures of a review, for an index and for other programs.

    Returns
    -------
    dict
        ``mentees``, ``mentors`` (lists of names), ``state`` (the mentorship's status),
        ``goals``, ``goals_reached``, ``milestones``, ``milestones_done``,
        ``milestones_late``, ``sessions_held``, ``sessions_expected`` (None where none
        are), ``t_achieved``, ``confidence`` (None where not given), ``needs_call``:
        a list of dicts with the ``reason`` and its ``rule``, in words.
    """
    standing = Standing(snapshot)
    rated = standing.confidence()
    found = Facts(
        mentees=snapshot.names("mentee"),
        mentors=snapshot.names("mentor"),
        state=standing.status,
        goals=len(standing.counted),
        goals_reached=standing.reached,
        milestones=len(standing.steps),
        milestones_done=standing.step_count("done"),
        milestones_late=standing.step_count("late"),
        sessions_held=standing.meetings["held"],
        sessions_expected=standing.meetings["expected"],
        t_achieved=round(standing.score[1], 1) if standing.score else None,
        confidence=round(rated[1], 2) if rated else None,
        needs_call=[] if standing.status in AT_REST else _calls(standing),
    )
    found.audience, found.language = snapshot.audience, snapshot.language
    return found


def colophon(snapshot: Snapshot) -> Block:
    """Return how to read the review and how it was made."""
    language = snapshot.language
    audience = translate(Visibility(snapshot.audience).label, language)
    cut = snapshot.cut.astimezone(ZoneInfo(snapshot.timezone))
    made = fill(
        N_(
            "It shows {period}, as it stood on {day} and as far as it was written down"
            " by {cut}. Days are told in the time zone {zone}. Made by mentorkit"
            " {version}."
        ),
        language,
        period=span(snapshot.period.start, snapshot.period.end, language),
        day=day_text(snapshot.day, language),
        cut=moment_text(cut, language),
        zone=snapshot.timezone,
        version=_version(),
    )
    reading = N_(
        "Goal attainment is a T-score: 50 when all goals are as expected, more when"
        " they are beyond it. Confidence is people’s own rating from 1 to 5. Every"
        " state has a word and a shape; its colour only repeats them."
    )
    chip = el("strong", translate(N_("For:"), language))
    html = el(
        "div",
        el("p", filled("{} {}", chip, audience), class_="chip"),
        el("p", translate(reading, language)),
        el("p", made),
    )
    title = translate(N_("How to read this"), language)
    return Block(
        id="colophon",
        title=title,
        kind="colophon",
        audience=snapshot.audience,
        language=language,
        html=html,
    )


def _calls(standing: Standing) -> list[dict[str, str]]:
    """Return why somebody should call, each reason with the rule behind it."""
    found = (_silence(standing), _lateness(standing), _doubt(standing))
    return [{"reason": reason, "rule": rule} for reason, rule in found if reason]


def _silence(standing: Standing) -> tuple[str, str]:
    language = standing.snapshot.language
    limit = int(str(standing.snapshot.program.get("stale_after_days") or 28))
    since = standing.meetings["days_since_last"]
    if since is None:
        since = (standing.snapshot.day - standing.start).days + 1
        message = N_("No session was held for at least {since} days.")
    else:
        message = N_("The last session was {since} days ago.")
    if since <= limit:
        return "", ""
    rule = N_("Call when no session was held for more than {limit} days.")
    return (
        fill(message, language, since=since),
        fill(rule, language, limit=limit),
    )


def _lateness(standing: Standing) -> tuple[str, str]:
    language, late = standing.snapshot.language, standing.step_count("late")
    if late < LATE_MILESTONES:
        return "", ""
    rule = N_("Call when {limit} or more milestones are late.")
    reason = plural(
        *NN_("{n} milestone is late.", "{n} milestones are late."), late, language
    )
    return reason, fill(rule, language, limit=LATE_MILESTONES)


def _doubt(standing: Standing) -> tuple[str, str]:
    language, rated = standing.snapshot.language, standing.confidence()
    if rated is None or rated[0] - rated[1] < CONFIDENCE_FELL:
        return "", ""
    reason = N_("Confidence fell from {first} to {last}.")
    rule = N_("Call when confidence falls by {limit} or more of 5.")
    first, last = (rating_text(rating, language) for rating in rated)
    limit = rating_text(CONFIDENCE_FELL, language)
    return (
        fill(reason, language, first=first, last=last),
        fill(rule, language, limit=limit),
    )


@cache
def _version() -> str:
    return metadata.version("mentorkit")
