"""Tables, states and bars: the pieces of HTML that several parts are made of.

What goes into them is decided by the parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from mentorkit.charts.states import STATES, State
from mentorkit.i18n import N_, fill
from mentorkit.report.markup import el, joined


GLYPHS = {
    "check": "M1.5 5.5L4 8L8.5 2L7.6 1.3L3.9 6.2L2.3 4.6Z",
    "half": "M5 .5A4.5 4.5 0 1 0 5 9.5A4.5 4.5 0 1 0 5 .5ZM5 1.7A3.3 3.3 0 0 1 5 8.3Z",
    "triangle": "M5 .8L9.6 9.2H.4Z",
    "square": "M1 1H9V9H1Z",
    "ring": "M5 .5A4.5 4.5 0 1 0 5 9.5A4.5 4.5 0 1 0 5 .5ZM5 1.8A3.2 3.2 0 1 1 5 8.2"
    "A3.2 3.2 0 1 1 5 1.8Z",
    "bars": "M1.5 1H4V9H1.5ZM6 1H8.5V9H6Z",
    "cross": "M2 .8L5 3.8L8 .8L9.2 2L6.2 5L9.2 8L8 9.2L5 6.2L2 9.2L.8 8L3.8 5L.8 2Z",
    "dash": "M1 4H9V6H1Z",
    "phone": "M2.4.6L4.2 2.9L3.3 4.2Q4.2 5.9 5.8 6.7L7.1 5.8L9.4 7.6L8.4 9.2"
    "Q7.4 9.8 5 8.3Q2.3 6.6 1.2 4Q.3 1.9 .8 1.6Z",
}
"""Outlines in a field of 10 by 10; a state has a word, a shape and a colour."""

MORE = {
    "open": State(N_("Open"), "planned"),
    "draft": State(N_("Draft"), "planned"),
    "superseded": State(N_("Replaced"), "planned"),
    "active": State(N_("In order"), "on_track"),
    "closed": State(N_("Closed"), "planned"),
    "call": State(N_("Needs a call"), "late"),
    "open_call": State(N_("Open"), "late"),
    "settled": State(N_("Settled"), "done"),
    "failed": State(N_("Not made"), "late"),
}
"""States that no chart draws."""

SHAPE_OF = {
    "done": "check",
    "on_track": "half",
    "at_risk": "triangle",
    "late": "square",
    "missed": "cross",
    "not_measured": "dash",
    "paused": "bars",
    "dropped": "dash",
    "superseded": "dash",
    "partly_met": "half",
    "not_met": "cross",
    "active": "half",
    "closed": "check",
    "call": "phone",
    "open_call": "phone",
    "settled": "check",
    "failed": "cross",
}
"""The shape beside a state's word; a ring where none is named."""


def glyph(shape: str) -> Markup:
    """Return one of the shapes as a picture that nobody needs to hear about."""
    return el(
        "svg",
        el("path", d=GLYPHS[shape]),
        class_="glyph",
        viewBox="0 0 10 10",
        width="10",
        height="10",
        aria_hidden="true",
        focusable="false",
    )


def state(name: str, language: str) -> Markup:
    """Return a state as its shape and its word, in its colour."""
    known = STATES.get(name) or MORE[name]
    shape = glyph(SHAPE_OF.get(name, "ring"))
    return el("span", shape, " ", known.word(language), class_=f"state t-{known.token}")


def bar(reached: float, colour: str, expected: float | None = None) -> Markup:
    """Return a bar for a share from 0 to 1, with a tick where it is expected to be.

    It is drawn for the eye; the numbers stand beside it in words.
    """
    full, drawn = min(max(reached, 0.0), 1.0), []
    if full:
        drawn.append(_strip(f"{full:.1%}", f"f-{colour}"))
    if expected is not None and 0 < expected < 1:
        place = f"{expected:.1%}"
        drawn.append(el("rect", x=place, width="2", height="14", class_="tick"))
    return el(
        "svg",
        _strip("100%", "track"),
        *drawn,
        class_="bar",
        width="100%",
        height="14",
        aria_hidden="true",
        focusable="false",
    )


def table(
    caption: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    class_: str,
) -> Markup:
    """Return a captioned table whose first column names the rows."""
    head = [el("th", name, scope="col") for name in columns]
    body = [_row(columns, row) for row in rows]
    return el(
        "table",
        el("caption", caption),
        el("thead", el("tr", *head)),
        el("tbody", *body),
        class_=class_,
    )


def _row(columns: Sequence[str], row: Sequence[object]) -> Markup:
    cells = [el("th", row[0], scope="row")]
    cells += [
        el("td", value, data_l=name)
        for name, value in zip(columns[1:], row[1:], strict=True)
    ]
    return el("tr", *cells)


def part_of(part: int | None, whole: int | None, language: str) -> str:
    """Return a count, with what it is a part of where that is known."""
    if not whole or (part or 0) > whole:
        return str(part or 0)
    return fill(N_("{part} of {whole}"), language, part=part, whole=whole)


def entries(items: Iterable[Markup], class_: str) -> Markup:
    """Return items as a list."""
    return el("ul", joined(*(el("li", item) for item in items)), class_=class_)


def _strip(width: str, class_: str) -> Markup:
    return el("rect", y="3", width=width, height="8", rx="4", class_=class_)
