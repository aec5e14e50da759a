"""How a mentorship ends: what a good end needs, the letter, and what there is to show."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from mentorkit import measures
from mentorkit.frames.snapshot import Journey
from mentorkit.i18n import N_, NN_, day_text, plural, translate
from mentorkit.models import EvidenceKind, OpportunityKind, Outcome
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, joined, prose, said, small
from mentorkit.report.parts.outline import dated, empty, lead, not_shared, section
from mentorkit.report.standing import shown_name
from mentorkit.report.table import state, table


CRITERIA = {
    "goals": (
        N_("Every goal is decided"),
        NN_("{n} goal still has no end.", "{n} goals still have no end."),
    ),
    "actions": (
        N_("Nothing that was promised is open"),
        NN_("{n} action is open.", "{n} actions are open."),
    ),
    "wave": (
        N_("A last look with the same questions"),
        NN_("No sheet was filled in at the end.", "No sheet was filled in at the end."),
    ),
    "letter": (
        N_("A closing letter"),
        NN_("Nobody has written one yet.", "Nobody has written one yet."),
    ),
    "consent": (
        N_("What stays is agreed on"),
        NN_(
            "{n} mentee has not said what may stay.",
            "{n} mentees have not said what may stay.",
        ),
    ),
}
"""What a good end needs, and what is said where it is missing."""


def closure_check(snapshot: Journey) -> Block:
    """Return what of a good end is there, point by point, and what is left to do."""
    language = snapshot.language
    names = ("goals", "actions", "assessments", "consents", "reflections", "members")
    found = measures.closure_check(
        {name: getattr(snapshot, name) for name in names}, on=snapshot.day
    )
    rows = []
    for criterion, met, left in found.itertuples(index=False):
        label, missing = CRITERIA[criterion]
        told = "" if met else plural(*missing, int(left), language)
        word = state("done" if met else "open", language)
        rows.append((translate(label, language), word, el("span", told, class_="none")))
    columns = (N_("A good end"), N_("State"), N_("Left to do"))
    shown = table(
        translate(N_("What a good end needs"), language),
        [translate(name, language) for name in columns],
        rows,
        class_="grid outcomes",
    )
    open_ = int((~found["met"]).sum())
    words = (
        plural(*NN_("{n} point is left.", "{n} points are left."), open_, language)
        if open_
        else translate(N_("All of it is there."), language)
    )
    title = translate(N_("A good end"), language)
    return section(snapshot, "closure", title, joined(lead(words), shown))


def letter(snapshot: Journey) -> Block:
    """Return the closing letters, in people's own words."""
    language, told = snapshot.language, snapshot.reflections
    title = translate(N_("Closing letter"), language)
    told = told[(told["kind"] == "closing_letter") & told["text"].notna()]
    if told.empty:
        return empty(snapshot, "letter", title, N_("None is shared yet."))
    letters = [
        el(
            "li",
            el("blockquote", prose(row["text"])),
            el("p", _signed(row, snapshot), class_="asked"),
        )
        for _, row in told.iterrows()
    ]
    html = el("ul", *letters, class_="quotes long")
    return section(snapshot, "letter", title, html)


def _signed(row: pd.Series, snapshot: Journey) -> Markup:
    when = day_text(row["written_on"].date(), snapshot.language)
    name = shown_name(snapshot, row["author_id"])
    return el("cite", filled("{}, {}", said(name), when) if name else when)


def evidence(snapshot: Journey) -> Block:
    """Return what there is to show for it, and which doors opened on the way."""
    language = snapshot.language
    title = translate(N_("What there is to show"), language)
    items = [
        (row["occurred_on"], _piece(row, snapshot)) for row in _rows(snapshot.evidence)
    ]
    items += [
        (row["occurred_on"], _door(row, snapshot))
        for row in _rows(snapshot.opportunities)
    ]
    if not items:
        message = N_("No evidence and no open door is written down.")
        return empty(snapshot, "evidence", title, message)
    order = sorted(items, key=lambda item: (pd.isna(item[0]), str(item[0])))
    listed = [
        el("li", dated(when, language) if pd.notna(when) else el("span", "–"), what)
        for when, what in order
    ]
    return section(snapshot, "evidence", title, el("ul", *listed, class_="dated"))


def _rows(frame: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return frame.to_dict("records")


def piece(row: Mapping[Hashable, Any], language: str, hidden: str) -> Markup:
    """Return a piece of evidence: what it is, of what kind, and what it shows."""
    title = said(row["title"]) if isinstance(row["title"], str) else hidden
    kind = translate(EvidenceKind(str(row["kind"])).label, language)
    note = row["annotation"]
    shows = prose(note) if isinstance(note, str) else ""
    return el("div", el("p", title, class_="decision"), small(kind), shows)


def _piece(row: Mapping[Hashable, Any], snapshot: Journey) -> Markup:
    return piece(row, snapshot.language, not_shared(snapshot))


def _door(row: Mapping[Hashable, Any], snapshot: Journey) -> Markup:
    return door(row, snapshot.language, not_shared(snapshot))


def door(row: Mapping[Hashable, Any], language: str, hidden: str) -> Markup:
    """Return a door that was opened, and what came of it."""
    title = said(row["title"]) if isinstance(row["title"], str) else hidden
    kind = translate(OpportunityKind(str(row["kind"])).label, language)
    came = translate(Outcome(str(row["outcome"])).label, language)
    told = small(f"{kind} · {came}")
    return el("div", el("p", title, class_="decision"), told)
