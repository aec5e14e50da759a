"""How a review closes: how to read it, how it was made, and its figures for programs."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any
from zoneinfo import ZoneInfo

from mentorkit.frames.snapshot import Reviewed, Snapshot
from mentorkit.i18n import N_, day_text, fill, moment_text, translate
from mentorkit.measures import signals
from mentorkit.measures.contact import STALE_DAYS
from mentorkit.models import AT_REST, Visibility
from mentorkit.report.block import MIME, Block
from mentorkit.report.markup import el, filled
from mentorkit.report.standing import Standing, standing_of
from mentorkit.report.telling import span


READING = N_(
    "Goal attainment is a T-score: 50 when all goals are as expected, more when they are"
    " beyond it. Confidence is people’s own rating from 1 to 5. Every state has a word"
    " and a shape; its colour only repeats them."
)


PUBLISHED = N_(
    "Everybody in it has agreed that this may be published. Their names are replaced, in"
    " what they wrote, too, and of goals, steps and texts only what they made public is"
    " here."
)


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
    standing = standing_of(snapshot)
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
        needs_call=[] if _is_nobodys_call(standing) else _calls(standing),
    )
    found.audience, found.language = snapshot.audience, snapshot.language
    return found


def colophon(snapshot: Snapshot) -> Block:
    """Return how to read the review and how it was made."""
    return made_how(snapshot, translate(READING, snapshot.language))


def made_how(snapshot: Reviewed, reading: str) -> Block:
    """Return how to read a review, in words given, and how it was made."""
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
    is_public = snapshot.audience == Visibility.PUBLIC
    anonymous = [el("p", translate(PUBLISHED, language))] if is_public else []
    chip = el("strong", translate(N_("For:"), language))
    html = el(
        "div",
        el("p", filled("{} {}", chip, audience), class_="chip"),
        *anonymous,
        el("p", reading),
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


def _is_nobodys_call(standing: Standing) -> bool:
    is_public = standing.snapshot.audience == Visibility.PUBLIC
    return standing.status in AT_REST or is_public


def _calls(standing: Standing) -> list[dict[str, str]]:
    """Return why somebody should call, each reason with the rule behind it."""
    language, rated = standing.snapshot.language, standing.confidence()
    found = (
        _silence(standing),
        signals.late(standing.step_count("late"), language),
        signals.doubt(*rated, language) if rated else None,
    )
    return [{"reason": each.why, "rule": each.rule} for each in found if each]


def _silence(standing: Standing) -> signals.Signal | None:
    snapshot, since = standing.snapshot, standing.meetings["days_since_last"]
    limit = int(str(snapshot.program.get("stale_after_days") or STALE_DAYS))
    met = since is not None
    days = since if met else (snapshot.day - standing.start).days + 1
    return signals.silence(days, limit, snapshot.language, met=met)


@cache
def _version() -> str:
    return metadata.version("mentorkit")
