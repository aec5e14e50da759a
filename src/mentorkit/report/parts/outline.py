"""What every section of a page is made with: its block, its lead, and its empty form."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from markupsafe import Markup

from mentorkit.frames.snapshot import Reviewed
from mentorkit.i18n import N_, day_text, translate
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.markup import el


def section(
    snapshot: Reviewed,
    anchor: str,
    title: str,
    html: Markup,
    *figures: Figure,
    half: bool = False,
) -> Block:
    """Return a section with a heading."""
    return Block(
        id=anchor,
        title=title,
        kind="section",
        audience=snapshot.audience,
        language=snapshot.language,
        html=html,
        figures=figures,
        half=half,
    )


NOT_SHARED = {
    "pair": N_("kept private"),
    "program": N_("not shared with the program team"),
    "public": N_("not public"),
}
"""Why a text is missing, by audience."""


def not_shared(snapshot: Reviewed) -> str:
    """Return why a text is missing."""
    return translate(
        NOT_SHARED.get(snapshot.audience, N_("not shared")), snapshot.language
    )


def untitled(snapshot: Reviewed, frame: pd.DataFrame) -> Markup:
    """Return a remark where titles are missing, or nothing where none are."""
    if not frame["title"].isna().any():
        return Markup()
    message = translate(
        N_("Where a number stands for a title, it is {why}."), snapshot.language
    )
    return el("p", message.format(why=not_shared(snapshot)), class_="hint")


def lead(sentence: str) -> Markup:
    """Return the sentence under a heading."""
    return el("p", sentence, class_="lead")


def empty(
    snapshot: Reviewed, anchor: str, title: str, message: str, *, half: bool = False
) -> Block:
    """Return a section that says calmly that there is nothing in it.

    A page gathers such sections at its end.
    """
    words = translate(message, snapshot.language)
    html = el("p", words, class_="empty")
    block = section(snapshot, anchor, title, html, half=half)
    return replace(block, kind="empty")


def dated(moment: pd.Timestamp, language: str) -> Markup:
    """Return a day in words, which a program can read too."""
    return el(
        "time",
        day_text(moment.date(), language, year=False),
        datetime=f"{moment:%Y-%m-%d}",
    )
