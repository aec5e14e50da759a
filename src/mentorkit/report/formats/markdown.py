"""A review as Markdown: what people typed in it stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import singledispatch
from urllib.parse import quote

from nbformat import NotebookNode

from mentorkit.i18n import N_, translate
from mentorkit.report.formats.content import (
    Chart,
    Items,
    Line,
    Paper,
    Part,
    Quote,
    Rule,
    Runs,
    Table,
    Tile,
    Tiles,
    Verbatim,
)
from mentorkit.report.formats.reading import paper
from mentorkit.report.formats.text import in_one_line, said
from mentorkit.report.markup import one_line


SPECIAL = re.compile(r"([\\`*_\[\]<>|~#&$@!^{}])")
"""Signs that mean something in Markdown, wherever they stand."""

AT_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))", re.MULTILINE)
"""What means something at the start of a line."""

AROUND = (("slanted", "*"), ("strong", "**"), ("struck", "~~"))

SAFE = "/:?#[]@!$&'()*+,;=%~"
"""What stays as it is in an address."""

FENCE = re.compile("`+")


def markdown(nb: NotebookNode, *, audience: str | None = None) -> str:
    """Return an executed review notebook as Markdown (with tables, as GitHub's).

    Charts are told by their description and the table behind them.

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
    pieces = []
    if not any(section.kind == "heading" for section in told.sections):
        pieces.append(f"# {escaped(told.title)}")
    for section in told.sections:
        if section.title:
            pieces.append(f"## {escaped(section.title)}")
        pieces += [piece for part in section.parts for piece in _blocks(part, told)]
    return "\n\n".join(filter(None, pieces)) + "\n"


def escaped(text: str) -> str:
    r"""Return a text so that Markdown shows it as it is.

    Examples
    --------
    >>> print(escaped("2. *All* of <it>"))
    2\. \*All\* of \<it\>
    """
    plain = SPECIAL.sub(r"\\\1", text)
    return AT_START.sub(_disarmed, plain)


def _disarmed(found: re.Match[str]) -> str:
    before, sign = found.groups()
    # A number is no entry of a list once what follows it is told apart from it.
    return f"{before}{sign}\\" if sign.isdigit() else f"{before}\\{sign}"


@singledispatch
def _blocks(part: Part, told: Paper) -> Iterator[str]:
    """Give the blocks of Markdown that a part becomes."""
    yield _cell((part,), told)


@_blocks.register
def _(part: Line, told: Paper) -> Iterator[str]:
    yield ("# " if part.role == "h1" else "") + _inline(part.runs, told)


@_blocks.register
def _(part: Items, told: Paper) -> Iterator[str]:
    if part.kind == "meta":
        yield " · ".join(_cell(item.parts, told) for item in part.items)
        return
    entries = [_entry(part, at, told) for at in range(len(part.items))]
    loose = any("\n" in entry for entry in entries)
    yield ("\n\n" if loose else "\n").join(entries)


@_blocks.register
def _(part: Quote, told: Paper) -> Iterator[str]:
    inner = "\n\n".join(b for each in part.parts for b in _blocks(each, told))
    yield "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))


@_blocks.register
def _(part: Verbatim, told: Paper) -> Iterator[str]:
    del told
    fence = "`" * max([3, *(len(f) + 1 for f in FENCE.findall(part.text))])
    yield f"{fence}\n{part.text}\n{fence}"


@_blocks.register
def _(part: Tiles, told: Paper) -> Iterator[str]:
    del told
    yield "\n".join(_tile(tile) for tile in part.tiles)


@_blocks.register
def _(part: Table, told: Paper) -> Iterator[str]:
    rows = [[_cell(cell, told) for cell in row] for row in part.rows]
    yield _table(part.columns, rows)


@_blocks.register
def _(part: Chart, told: Paper) -> Iterator[str]:
    figure = part.figure
    kind = translate(N_("Chart"), told.language)
    title = escaped(one_line(f"{kind}: {figure.title}"))
    yield f"**{title}**\\\n{escaped(one_line(figure.description))}"
    if figure.rows:
        rows = [[escaped(one_line(cell)) for cell in row] for row in figure.rows]
        yield _table(figure.columns, rows)


@_blocks.register
def _(part: Rule, told: Paper) -> Iterator[str]:
    del part, told
    yield "---"


def _tile(tile: Tile) -> str:
    value = escaped(" ".join(filter(None, (tile.value, tile.beside))))
    note = f" ({escaped(tile.note)})" if tile.note else ""
    return f"- {escaped(tile.name)}: {value}{note}"


def _entry(listed: Items, at: int, told: Paper) -> str:
    item = listed.items[at]
    mark = f"{at + 1}. " if listed.kind in ("steps", "numbers") else "- "
    blocks = [block for part in item.parts for block in _blocks(part, told)]
    if item.when:
        blocks = [f"**{escaped(item.when)}**", *blocks]
    inner = "\n\n".join(blocks).replace("\n", "\n" + " " * len(mark))
    return mark + re.sub(r"(?m)^[ ]+$", "", inner)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = [escaped(one_line(name)) for name in columns]
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(parts: tuple[Part, ...], told: Paper) -> str:
    return escaped(one_line(in_one_line(parts, told.language)))


def _inline(runs: Runs, told: Paper) -> str:
    """Return words with their emphasis, where Markdown would not mistake it."""
    pieces = []
    for at, run in enumerate(runs):
        shown = escaped(said((run,), told.language))
        if run.href:
            shown = f"[{shown}](<{quote(run.href, safe=SAFE)}>)"
        near = (runs[at - 1].text[-1:] if at else "") + "".join(
            following.text[:1] for following in runs[at + 1 : at + 2]
        )
        ends = run.text[:1].isalnum() and run.text[-1:].isalnum()
        if ends and "\n" not in run.text and not any(map(str.isalnum, near)):
            for look, mark in AROUND:
                if look in run.look:
                    shown = f"{mark}{shown}{mark}"
        pieces.append(shown)
    lines = "".join(pieces).split("\n")
    return "\\\n".join(AT_START.sub(_disarmed, line) for line in lines if line.strip())
