"""Practice: whether people met, what they decided, and what they thought about it."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from mentorkit import charts
from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, day_text, fill, number_text, plural, translate
from mentorkit.models import ReflectionKind
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.markup import el, filled, joined, prose, said, small
from mentorkit.report.parts.outline import dated, empty, lead, not_shared, section
from mentorkit.report.standing import shown_name, standing_of
from mentorkit.report.telling import COMMA


LONG = 1200
"""Characters from which on reflections stand in one column: long lines read better."""


def sessions(snapshot: Snapshot) -> Block:
    """Return the sessions as a strip, with a sentence on how often people met."""
    language, standing = snapshot.language, standing_of(snapshot)
    title = translate(N_("Sessions"), language)
    if snapshot.sessions.empty:
        message = N_("No session was planned or held in this period.")
        return empty(snapshot, "sessions", title, message, half=True)
    figure = Figure.of(
        *(
            charts.session_strip(
                snapshot.sessions,
                timezone=snapshot.timezone,
                width=width,
                language=language,
            )
            for width in (480, 330)
        )
    )
    words = lead(_rhythm(standing.meetings, language))
    return section(snapshot, "sessions", title, words, figure, half=True)


def decisions(snapshot: Snapshot) -> Block:
    """Return what was decided, with the reason and by whom."""
    language = snapshot.language
    title = translate(N_("Decisions"), language)
    if snapshot.decisions.empty:
        message = N_("None were written down in this period.")
        return empty(snapshot, "decisions", title, message, half=True)
    items = [
        el(
            "li",
            dated(row["decided_on"], language),
            el(
                "div",
                el("p", _readable(row["decision"], snapshot), class_="decision"),
                _reason(row["rationale"]),
                _by(snapshot, row["by_id"]),
            ),
        )
        for _, row in snapshot.decisions.iterrows()
    ]
    html = el("ul", *items, class_="dated")
    return section(snapshot, "decisions", title, html, half=True)


def reflections(snapshot: Snapshot) -> Block:
    """Return what people wrote, in their own words; successes stand under wins."""
    language, told = snapshot.language, snapshot.reflections
    title = translate(N_("Reflections"), language)
    told = told[told["text"].notna() & (told["kind"] != ReflectionKind.SUCCESS.value)]
    if told.empty:
        message = N_("None were shared in this period.")
        return empty(snapshot, "reflections", title, message)
    quotes = [_quote(row, snapshot) for _, row in told.iterrows()]
    words = lead(translate(N_("In people’s own words, shared by choice."), language))
    long = bool((told["text"].str.len() > LONG).any())
    html = joined(words, el("ul", *quotes, class_="quotes long" if long else "quotes"))
    return section(snapshot, "reflections", title, html)


def _rhythm(met: dict[str, Any], language: str) -> str:
    pieces = [
        plural(one, many, met[name], language)
        for name, one, many in (
            ("held", *NN_("{n} session held", "{n} sessions held")),
            ("missed", *NN_("{n} missed", "{n} missed")),
            ("moved", *NN_("{n} moved", "{n} moved")),
            ("planned", *NN_("{n} planned", "{n} planned")),
        )
        if met[name] or name == "held"
    ]
    told = translate(COMMA, language).join(pieces) + "."
    if met["median_minutes"] is not None:
        told += " " + fill(
            N_("Typically {minutes} minutes long."),
            language,
            minutes=number_text(met["median_minutes"], language, digits=0),
        )
    longest = met["longest_gap_days"]
    if met["held"] and longest and longest > 1:
        told += " " + fill(
            N_("The longest time apart was {days} days."), language, days=longest
        )
    return told


def _quote(row: pd.Series, snapshot: Snapshot) -> Markup:
    language = snapshot.language
    kind = ReflectionKind(str(row["kind"])).label
    asked = (
        escape(translate(kind, language))
        if pd.isna(row["prompt"])
        else said(row["prompt"])
    )
    name = shown_name(snapshot, row["author_id"])
    when = day_text(row["written_on"].date(), language, year=False)
    by = filled("{}, {}", said(name), when) if name else escape(when)
    return el(
        "li",
        el("p", el("strong", asked), " ", el("cite", by), class_="asked"),
        el("blockquote", prose(row["text"])),
    )


def _readable(text: str | float, snapshot: Snapshot) -> Markup:
    if not isinstance(text, str):
        words = not_shared(snapshot)
        return el("span", words[:1].upper() + words[1:], class_="none")
    return said(text)


def _reason(text: str | float) -> Markup:
    given = isinstance(text, str)
    return el("div", prose(text), class_="reason") if given else Markup()


def _by(snapshot: Snapshot, person_id: object) -> Markup:
    name = shown_name(snapshot, person_id)
    return small(said(name)) if name else Markup()
