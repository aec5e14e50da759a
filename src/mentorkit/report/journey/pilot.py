"""A pilot's three questions: what worked, what didn't, and what changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from mentorkit.frames.snapshot import Journey
from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.models import SessionKind
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, joined, prose, said
from mentorkit.report.parts.outline import dated, empty, lead, section
from mentorkit.report.standing import Standing, shown_name, standing_of
from mentorkit.report.telling import rating_text


ENOUGH = 0.8
"""From which part of the sessions expected on the rhythm is told as one that worked."""


def worked(snapshot: Journey) -> Block:
    """Return what worked: what was reached, and successes in people's own words."""
    title = translate(N_("What worked"), snapshot.language)
    facts = list(_good(standing_of(snapshot)))
    words = _words(snapshot, "success")
    nothing = N_("Nothing is written down that says so. Ask each other.")
    return _answer(snapshot, "worked", title, facts, words, nothing)


def not_worked(snapshot: Journey) -> Block:
    """Return what did not work: what is late or was missed, and missteps as told."""
    title = translate(N_("What didn’t"), snapshot.language)
    facts = list(_bad(standing_of(snapshot)))
    words = _words(snapshot, "misstep")
    nothing = N_("Nothing is written down that says so. Ask each other.")
    return _answer(snapshot, "not-worked", title, facts, words, nothing)


def adjustments(snapshot: Journey) -> Block:
    """Return what changes: decisions with their reasons, dates that moved, the review."""
    language = snapshot.language
    title = translate(N_("What changes"), language)
    decided = snapshot.decisions[snapshot.decisions["decision"].notna()]
    items = [
        el(
            "li",
            dated(row["decided_on"], language),
            el("div", el("p", said(row["decision"]), class_="decision"), _why(row)),
        )
        for _, row in decided.iterrows()
    ]
    parts = [el("ul", *items, class_="dated")] if items else []
    moved = _moved(standing_of(snapshot))
    parts += [el("p", moved)] if moved else []
    review = el("p", _review(snapshot), class_="hint")
    if not parts:
        parts.append(lead(translate(N_("Nothing is decided yet."), language)))
    return section(snapshot, "changes", title, joined(*parts, review))


def _answer(
    snapshot: Journey,
    anchor: str,
    title: str,
    facts: list[str],
    words: list[Markup],
    nothing: str,
) -> Block:
    if not facts and not words:
        return empty(snapshot, anchor, title, nothing, half=True)
    told = el("ul", *(el("li", fact) for fact in facts), class_="plain")
    quotes = el("ul", *words, class_="quotes long") if words else ""
    html = joined(told if facts else "", quotes)
    return section(snapshot, anchor, title, html, half=True)


def _good(standing: Standing) -> Iterator[str]:
    language, met = standing.snapshot.language, standing.meetings
    share = met["share"]
    if share is not None and share >= ENOUGH:
        yield _rhythm(met, language)
    well = int(standing.counted["state"].isin(["done", "on_track"]).sum())
    yield from _some(
        language,
        well,
        *NN_("{n} goal is reached or on track.", "{n} goals are reached or on track."),
    )
    done = standing.step_count("done")
    yield from _some(
        language, done, *NN_("{n} milestone is done.", "{n} milestones are done.")
    )
    yield from _mood(standing, better=True)


def _bad(standing: Standing) -> Iterator[str]:
    language, met = standing.snapshot.language, standing.meetings
    share = met["share"]
    if share is not None and share < ENOUGH:
        yield _rhythm(met, language)
    yield from _some(
        language,
        met["missed"],
        *NN_("{n} session was missed.", "{n} sessions were missed."),
    )
    badly = int(standing.counted["state"].isin(["at_risk", "late", "not_met"]).sum())
    yield from _some(
        language,
        badly,
        *NN_("{n} goal is behind its pace.", "{n} goals are behind their pace."),
    )
    late = standing.step_count("late", "missed")
    yield from _some(
        language,
        late,
        *NN_("{n} milestone is late or missed.", "{n} milestones are late or missed."),
    )
    if standing.counted.empty:
        yield translate(N_("No goal is agreed on."), language)
    yield from _mood(standing, better=False)


def _rhythm(met: Mapping[str, Any], language: str) -> str:
    words = NN_(
        "They met once, of {expected} times that were meant.",
        "They met {n} times, of {expected} that were meant.",
    )
    return plural(*words, met["held"], language, expected=met["expected"])


def _some(language: str, n: int, one: str, many: str) -> Iterable[str]:
    return [plural(one, many, n, language)] if n else []


def _mood(standing: Standing, *, better: bool) -> Iterator[str]:
    found, language = standing.confidence(), standing.snapshot.language
    if found is None or found[0] == found[1] or (found[1] > found[0]) is not better:
        return
    message = N_("Confidence rose from {first} to {last} of 5.")
    if not better:
        message = N_("Confidence fell from {first} to {last} of 5.")
    first, last = (rating_text(rating, language) for rating in found)
    yield fill(message, language, first=first, last=last)


def _words(snapshot: Journey, kind: str) -> list[Markup]:
    told = snapshot.reflections
    told = told[(told["kind"] == kind) & told["text"].notna()]
    return [_quote(row, snapshot) for _, row in told.iterrows()]


def _quote(row: pd.Series, snapshot: Journey) -> Markup:
    when = day_text(row["written_on"].date(), snapshot.language, year=False)
    name = shown_name(snapshot, row["author_id"])
    by = filled("{}, {}", said(name), when) if name else when
    return el(
        "li",
        el("p", el("cite", by), class_="asked"),
        el("blockquote", prose(row["text"])),
    )


def _why(row: pd.Series) -> Markup:
    given = isinstance(row["rationale"], str)
    return el("div", prose(row["rationale"]), class_="reason") if given else Markup()


def _moved(standing: Standing) -> str:
    moved = int((standing.steps["moved_days"].fillna(0) != 0).sum())
    words = NN_(
        "The date of {n} milestone was moved.",
        "The dates of {n} milestones were moved.",
    )
    return plural(*words, moved, standing.snapshot.language) if moved else ""


def _review(snapshot: Journey) -> str:
    """Return whether the pilot ends with a formal review."""
    language, sessions = snapshot.language, snapshot.sessions
    found = sessions[sessions["kind"] == SessionKind.FORMAL_REVIEW.value]
    if (found["status"] == "held").any():
        return translate(N_("A formal review was held."), language)
    if (found["status"] == "planned").any():
        return translate(N_("A formal review is planned."), language)
    message = N_(
        "A pilot of {days} days ends with a formal review; none is on record in it."
    )
    days = (snapshot.period.end - snapshot.period.start).days + 1
    return fill(message, language, days=days)
