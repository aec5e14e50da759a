"""A review as plain text: for little bandwidth, terminals, and ears."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import singledispatch

from nbformat import NotebookNode

from mentorkit.i18n import N_, isolated, translate
from mentorkit.report.formats.content import (
    Chart,
    Item,
    Items,
    Line,
    Part,
    Quote,
    Rule,
    Run,
    Share,
    Table,
    Tiles,
    Verbatim,
)
from mentorkit.report.formats.reading import paper
from mentorkit.report.markup import one_line


WIDTH = 72

MARKS = {"steps": "{n}. ", "numbers": "{n}. "}
"""What stands before the entries of lists that count; a hyphen before others."""


def text(nb: NotebookNode, *, audience: str | None = None) -> str:
    """Return an executed review notebook as plain text, in lines of 72 letters.

    Tables are told row by row, charts by their description.

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
    language = told.language
    lines: list[str] = []
    if not any(section.kind == "heading" for section in told.sections):
        lines += [told.title, "=" * min(len(told.title), WIDTH), ""]
    for section in told.sections:
        if section.title:
            lines += [section.title, "-" * min(len(section.title), WIDTH)]
        lines += [line for part in section.parts for line in _lines(part, language)]
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def said(runs: tuple[Run, ...], language: str) -> str:
    """Return words as text, those that run the other way set apart."""
    return "".join(
        isolated(run.text, language) if run.typed else run.text for run in runs
    )


def in_one_line(parts: tuple[Part, ...], language: str) -> str:
    """Return the parts of a table's cell in one line."""
    return " · ".join(
        " ".join(line.split()) for part in parts for line in _bare(part, language)
    )


@singledispatch
def _bare(part: Part, language: str) -> Iterator[str]:
    """Give the texts of a part, not broken into lines; there may be none."""
    del part, language
    yield from ()


@_bare.register
def _(part: Line, language: str) -> Iterator[str]:
    yield said(part.runs, language)


@_bare.register
def _(part: Share, language: str) -> Iterator[str]:
    for each in part.beside:
        yield from _bare(each, language)


@_bare.register
def _(part: Items, language: str) -> Iterator[str]:
    for item in part.items:
        yield " ".join((item.when, in_one_line(item.parts, language))).strip()


@_bare.register
def _(part: Quote, language: str) -> Iterator[str]:
    yield in_one_line(part.parts, language)


@_bare.register
def _(part: Verbatim, language: str) -> Iterator[str]:
    del language
    yield part.text


@singledispatch
def _lines(part: Part, language: str) -> Iterator[str]:
    """Give the lines of a part."""
    yield from _wrapped(in_one_line((part,), language))


@_lines.register
def _(part: Line, language: str) -> Iterator[str]:
    words = said(part.runs, language)
    yield from _wrapped(words)
    if part.role == "h1":
        yield "=" * min(len(words), WIDTH)


@_lines.register
def _(part: Items, language: str) -> Iterator[str]:
    for number, item in enumerate(part.items, 1):
        if part.kind == "meta":
            yield from _wrapped(in_one_line(item.parts, language))
        else:
            mark = MARKS.get(part.kind, "- ").format(n=number)
            yield from _entry(item, mark, language)


@_lines.register
def _(part: Quote, language: str) -> Iterator[str]:
    for each in part.parts:
        yield from (f"> {line}".rstrip() for line in _lines(each, language))


@_lines.register
def _(part: Verbatim, language: str) -> Iterator[str]:
    del language
    yield from (f"    {line}" for line in part.text.split("\n"))


@_lines.register
def _(part: Tiles, language: str) -> Iterator[str]:
    del language
    for tile in part.tiles:
        value = " ".join(filter(None, (tile.value, tile.beside)))
        note = f" ({tile.note})" if tile.note else ""
        yield from _wrapped(f"{tile.name}: {value}{note}", later="  ")


@_lines.register
def _(part: Table, language: str) -> Iterator[str]:
    """Tell a table row by row: its name, then each cell with its column."""
    for row in part.rows:
        yield from _wrapped(f"- {in_one_line(row[0], language)}", later="  ")
        for name, cell in zip(part.columns[1:], row[1:], strict=True):
            if value := in_one_line(cell, language):
                yield from _wrapped(f"  {name}: {value}", later="    ")


@_lines.register
def _(part: Chart, language: str) -> Iterator[str]:
    kind = translate(N_("Chart"), language)
    yield from _wrapped(f"[{kind}: {one_line(part.figure.title)}]")
    yield from _wrapped(one_line(part.figure.description))


@_lines.register
def _(part: Rule, language: str) -> Iterator[str]:
    del part, language
    yield "* * *"


def _entry(item: Item, mark: str, language: str) -> Iterator[str]:
    blanks = " " * len(mark)
    before = mark + (f"{item.when}: " if item.when else "")
    for part in item.parts:
        for line in _lines(part, language):
            yield before + line
            before = blanks
    if before != blanks:
        yield before.rstrip()


def _wrapped(text: str, later: str = "") -> list[str]:
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line, WIDTH, subsequent_indent=later, break_long_words=False
        ) or [""]
    return lines
