"""A review as the HTML of an e-mail: one column, nothing that a mail program takes out.

Every element carries its own looks, there is no picture, no script and no request, and
what is long is told in part, since mail programs cut long letters off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import singledispatch

from markupsafe import Markup
from nbformat import NotebookNode

from mentorkit.charts.theme import TOKENS
from mentorkit.i18n import NN_, direction, plural
from mentorkit.report.formats.content import (
    Cell,
    Chart,
    Item,
    Items,
    Line,
    Part,
    Quote,
    Run,
    Section,
    Share,
    Table,
    Tiles,
    Verbatim,
)
from mentorkit.report.formats.reading import paper
from mentorkit.report.formats.text import in_one_line
from mentorkit.report.markup import el, joined
from mentorkit.report.telling import spoken


FEW = 12
"""How many rows or entries of a list a letter tells."""

LETTERS = 1200
"""How many letters of what somebody wrote it tells."""

SANS = "Arial,Helvetica,sans-serif"
SERIF = "Georgia,serif"

ELEMENTS = (("code", "code"), ("struck", "s"), ("slanted", "em"), ("strong", "strong"))
"""What words with a look are in HTML."""

INK, QUIET = TOKENS["ink"], TOKENS["muted"]

STYLES = {
    "h1": f"margin:0 0 8px;font:bold 28px/1.2 {SERIF};color:{INK}",
    "h2": f"margin:28px 0 8px;font:bold 19px/1.3 {SERIF};color:{INK}",
    "kicker": f"margin:0 0 4px;font-size:14px;color:{QUIET}",
    "lede": f"margin:20px 0;font:20px/1.4 {SERIF};color:{INK}",
    "lead": f"margin:0 0 8px;color:{QUIET}",
    "hint": f"margin:8px 0 0;font-size:13px;color:{QUIET}",
    "empty": f"margin:0;color:{QUIET}",
    "small": f"margin:0;font-size:13px;color:{QUIET}",
    "": "margin:0 0 6px",
}
"""The looks of paragraphs by their role."""

BARE = "margin:0;padding:0;list-style:none"
RULED = f"border-bottom:1px solid {TOKENS['hair']}"


def mail(nb: NotebookNode, *, audience: str | None = None) -> str:
    """Return an executed review notebook as HTML that can be sent as an e-mail.

    One column, tables for layout only, every look written at its element; no SVG, no
    script, and nothing that is fetched. Charts are told by their description. Of long
    lists the first twelve entries are told, and how many more there are.

    Parameters
    ----------
    nb : NotebookNode
        The notebook, with its outputs.
    audience : str, optional
        Whom it is for; whom its blocks were made for when left out.

    Raises
    ------
    ReviewError
        As for a page.
    """
    told = paper(nb, audience)
    language = spoken(told.language)
    body = joined(*(_section(section, language) for section in told.sections))
    if not any(section.kind == "heading" for section in told.sections):
        body = el("h1", told.title, style=STYLES["h1"]) + body
    way = direction(language)
    column = el(
        "td",
        el("div", body, lang=language, dir=way, style=f"text-align:{_start(language)}"),
        style="overflow-wrap:anywhere;word-break:break-word;"
        f"padding:24px 16px;font:16px/1.5 {SANS};color:{INK}",
    )
    frame = el(
        "table",
        el("tr", column),
        role="presentation",
        width="600",
        align="center",
        cellpadding="0",
        cellspacing="0",
        style="width:100%;max-width:600px;margin:0 auto;background:#ffffff",
    )
    head = joined(
        Markup('<meta charset="utf-8">'),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        el("title", told.title),
    )
    document = el(
        "html",
        el("head", head),
        el("body", frame, style="margin:0;padding:0;background:#ffffff"),
        lang=language,
        dir=way,
    )
    return f"<!DOCTYPE html>\n{document}\n"


@singledispatch
def _part(part: Part, language: str) -> Markup:
    """Return a part as HTML; a line across."""
    del part, language
    return Markup("<hr>")


def _parts(parts: Iterable[Part], language: str) -> Markup:
    return joined(*(_part(part, language) for part in parts))


@_part.register
def _(part: Line, language: str) -> Markup:
    del language
    inner = joined(*(_words(run) for run in part.runs))
    name = "h1" if part.role == "h1" else "p"
    style = STYLES.get(part.role, STYLES[""])
    return el(name, inner, style=style, dir="auto" if part.auto else None)


@_part.register
def _(part: Items, language: str) -> Markup:
    if part.kind == "meta":
        inner = Markup(" · ").join(_inside(item) for item in part.items)
        return el("p", inner, style=STYLES["lead"])
    name = "ol" if part.kind in ("steps", "numbers") else "ul"
    looks = BARE if part.kind in ("dated", "quotes") else "margin:0 0 6px"
    entries = []
    for item in part.items[:FEW]:
        when = el("p", item.when, style=STYLES["small"]) if item.when else ""
        told = joined(when, _parts(item.parts, language))
        entries.append(el("li", told, style="margin:0 0 10px"))
    return el(name, *entries, style=looks) + _more(len(part.items), language)


@_part.register
def _(part: Quote, language: str) -> Markup:
    looks = f"margin:0 0 12px;padding:0 12px;border-{_start(language)}:3px solid"
    inner = _parts(_begun(part.parts), language)
    return el("blockquote", inner, style=f"{looks} {TOKENS['line']}")


@_part.register
def _(part: Verbatim, language: str) -> Markup:
    del language
    kept = "margin:0 0 6px;font-size:14px;white-space:pre-wrap"
    return el("pre", part.text[:LETTERS], style=kept)


@_part.register
def _(part: Tiles, language: str) -> Markup:
    del language
    rows = []
    for tile in part.tiles:
        value = el("strong", tile.value, style=f"font:bold 22px {SERIF}")
        note = el("span", tile.note, style=f"font-size:13px;color:{QUIET}")
        told = joined(value, " ", tile.beside, Markup("<br>"), note)
        name = el("td", tile.name, width="40%", style=f"padding:8px 0;{RULED}")
        rows.append(el("tr", name, el("td", told, style=f"padding:8px;{RULED}")))
    looks = "width:100%;margin:8px 0;border-collapse:collapse"
    return el("table", *rows, role="presentation", width="100%", style=looks)


@_part.register
def _(part: Table, language: str) -> Markup:
    """Tell a table row by row: a column in a letter has no room for more."""
    rows = [_row(part.columns, row, language) for row in part.rows[:FEW]]
    return el("ul", *rows, style=BARE) + _more(len(part.rows), language)


@_part.register
def _(part: Chart, language: str) -> Markup:
    del language
    return el("p", part.figure.description, style=STYLES[""])


@_part.register
def _(part: Share, language: str) -> Markup:
    return _parts(part.beside, language)


def _section(section: Section, language: str) -> Markup:
    title = el("h2", section.title, style=STYLES["h2"]) if section.title else ""
    return joined(title, _parts(section.parts, language))


def _start(language: str) -> str:
    return "right" if direction(language) == "rtl" else "left"


def _inside(item: Item) -> Markup:
    lines = [part for part in item.parts if isinstance(part, Line)]
    return joined(*(_words(run) for line in lines for run in line.runs))


def _more(there: int, language: str) -> Markup:
    if there <= FEW:
        return Markup()
    words = NN_("{n} more is on the page.", "{n} more are on the page.")
    return el("p", plural(*words, there - FEW, language), style=STYLES["hint"])


def _row(columns: Sequence[str], row: Sequence[Cell], language: str) -> Markup:
    cells = [
        f"{name}: {value}"
        for name, cell in zip(columns[1:], row[1:], strict=True)
        if (value := in_one_line(cell, language))
    ]
    name = el("strong", in_one_line(row[0], language))
    told = el("span", Markup("<br>").join(cells), style=f"color:{QUIET}")
    return el("li", name, Markup("<br>"), told, style=f"padding:8px 0;{RULED}")


def _words(run: Run) -> Markup:
    """Return some words as they look."""
    words = Markup("<br>").join(run.text.split("\n"))
    if run.typed:
        words = el("bdi", words)
    for look, name in ELEMENTS:
        if look in run.look:
            words = el(name, words)
    if "quiet" in run.look:
        words = el("span", words, style=f"color:{QUIET}")
    if run.tone in TOKENS:
        words = el("span", words, style=f"color:{TOKENS[run.tone]}")
    return el("a", words, href=run.href) if run.href else words


def _begun(parts: tuple[Part, ...]) -> Iterator[Part]:
    """Give what somebody wrote up to some length, and a sign where it goes on."""
    left = LETTERS
    for part in parts:
        told = in_one_line((part,), "en")
        if left <= 0:
            yield Line((Run("…"),))
            return
        if isinstance(part, Line) and len(told) > left:
            kept = part.text[:left].rpartition(" ")[0] or part.text[:left]
            yield replace(part, runs=(Run(f"{kept} …"),))
            return
        yield part
        left -= len(told)
