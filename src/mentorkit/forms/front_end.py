"""The forms' front end: plain JavaScript and CSS, joined as they are, without a build.

A page needs the front end once, however many forms it shows: each form brings a small
entrance, which fetches the rest from the kernel where the page does not have it yet.
"""

from __future__ import annotations

import hashlib
import html
from functools import cache
from pathlib import Path
from typing import Any


STATIC = Path(__file__).parent / "static"

ENTRANCE = ("line.js", "entrance.js")
"""What every form's widget brings along."""

FRONT_END = (
    "controls.js",
    "lines.js",
    "fields.js",
    "shelf.js",
    "drafts.js",
    "advice.js",
    "panels.js",
    "receipt.js",
    "overtaken.js",
    "sheet.js",
    "drafting.js",
    "form.js",
)
"""What a page needs once."""

STYLES = ("form.css", "panels.css")

ANSWERS = ("controls.js", "lines.js", "answer.js")
"""What a page needs once for its answer forms."""

ANSWER_STYLES = ("form.css", "answer.css")


def joined(names: tuple[str, ...]) -> str:
    """Return files of the front end as one text."""
    return "\n".join((STATIC / name).read_text("utf-8") for name in names)


@cache
def front_end(
    scripts: tuple[str, ...] = FRONT_END, styles: tuple[str, ...] = STYLES
) -> dict[str, str]:
    """Return what a page needs once: its name, which changes with it, script, style."""
    script, style = joined(scripts), joined(styles)
    name = hashlib.sha256(f"{script}{style}".encode()).hexdigest()[:16]
    return {"name": name, "script": script, "style": style}


def with_fallback(shown: Any, closed: str) -> tuple[dict[str, Any], Any]:
    """Return what a widget shows, with a sentence for readers who have no kernel.

    Parameters
    ----------
    shown : tuple or None
        What the widget itself gives Jupyter to show, if anything.
    closed : str
        How to open it; nothing of what it holds.
    """
    data, metadata = shown or ({}, {})
    fallback = {"text/plain": closed, "text/html": f"<p>{html.escape(closed)}</p>"}
    return {**data, **fallback}, metadata
