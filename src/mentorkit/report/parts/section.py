"""What every section of a page is made with: its block, its lead, and its empty form."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from markupsafe import Markup

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import translate
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.markup import el
from mentorkit.report.telling import day


def section(
    snapshot: Snapshot,
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


def lead(sentence: str) -> Markup:
    """Return the sentence under a heading."""
    return el("p", sentence, class_="lead")


def empty(
    snapshot: Snapshot, anchor: str, title: str, message: str, *, half: bool = False
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
    return el("time", day(moment.date(), language), datetime=f"{moment:%Y-%m-%d}")
