"""From an executed notebook to what it says: the HTML of its blocks, read part by part.

That HTML is allow-listed already; whatever else it holds is passed over, but no words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from nbformat import NotebookNode

from mentorkit.report.block import Block
from mentorkit.report.exporter import allowed, titled
from mentorkit.report.formats.content import (
    Chart,
    Item,
    Items,
    Line,
    Paper,
    Part,
    Quote,
    Rule,
    Run,
    Runs,
    Section,
    Share,
    Table,
    Tile,
    Tiles,
    Verbatim,
)
from mentorkit.report.formats.tree import Element, tree
from mentorkit.report.markup import one_line


ORDER = ("heading", "summary", "figures", "section", "empty", "colophon")
"""Kinds of blocks as a page has them; those of the opening come as they were shown."""

LOOKS = {
    "strong": "strong",
    "em": "slanted",
    "code": "code",
    "del": "struck",
    "cite": "quiet",
}
"""What inline elements look like."""

AUTO, BREAK = "auto", "break"
"""What is kept beside a look while reading: the direction, and the end of a line."""

LISTS = frozenset({"dated", "meta", "plain", "quotes", "steps"})


def paper(
    nb: NotebookNode, audience: str | None = None, *, drawn: bool = False
) -> Paper:
    """Return what an executed review notebook says to an audience.

    What is only said of a drawing (``drawn``) is left out where there are none.

    Raises
    ------
    ReviewError
        As for a page: a cell ended with an error, there is no block, or one was made
        for fewer people.
    """
    blocks, audience = allowed(nb, audience)
    shown = [block for block in blocks if block.kind in ORDER]
    opening = [block for block in shown if block.kind in ORDER[:3]]
    rest = sorted(
        (block for block in shown if block.kind not in ORDER[:3]),
        key=lambda block: ORDER.index(block.kind),
    )
    heading = next((block for block in shown if block.kind == "heading"), None)
    day = str(heading.data.get("day", "")) if heading else ""
    return Paper(
        title=titled(blocks),
        language=blocks[0].language,
        audience=audience,
        day=day if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else "",
        sections=tuple(_section(block, drawn=drawn) for block in (*opening, *rest)),
    )


def _section(block: Block, *, drawn: bool) -> Section:
    parts = [
        part
        for part in parts_of(str(block.html))
        if drawn or not (isinstance(part, Line) and part.role == "drawn")
    ]
    charts = (Chart(figure, block.half) for figure in block.figures)
    return Section(
        id=block.id,
        title=one_line(block.title),
        kind=block.kind,
        half=block.half,
        parts=(*parts, *charts),
    )


def parts_of(html: str) -> tuple[Part, ...]:
    """Return what a block's HTML says.

    Examples
    --------
    >>> parts_of("<p class='lead'>Two of four</p>")[0].role
    'lead'
    """
    return _flow(tree(html), frozenset())


def _flow(element: Element, look: frozenset[str], role: str = "") -> tuple[Part, ...]:
    """Return the parts in an element: what is inline between others becomes a line."""
    parts: list[Part] = []
    runs: list[Run] = []

    def end_line() -> None:
        if line := _tidy(runs):
            parts.append(Line(line, role, auto=AUTO in look))
        runs.clear()

    for child in element.children:
        if isinstance(child, Element) and (read := _reader_of(child)):
            end_line()
            parts += read(child, look)
        else:
            runs += _inline(child, look)
    end_line()
    return tuple(parts)


Reader = Callable[[Element, frozenset[str]], tuple[Part, ...]]


def _reader_of(element: Element) -> Reader | None:
    """Return how an element is read that is no part of a line."""
    if element.name == "svg" or "share" in element.classes:
        return _share
    return READERS.get(element.name)


def _box(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    classes = element.classes
    look = _turned(element, look)
    if "reason" in classes:
        look |= {"quiet"}
    role = next(iter(classes), "")
    if element.name in ("h1", "h2", "h3", "small"):
        role = element.name
    return _flow(element, look, role if role != "prose" else "")


def _list(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    classes, look = element.classes, _turned(element, look)
    known = next((name for name in classes if name in LISTS), "")
    plain = "numbers" if element.name == "ol" else "dots"
    entries = (child for child in element.children if isinstance(child, Element))
    items = tuple(_item(entry, look) for entry in entries)
    return (Items(known or plain, items, long="long" in classes),)


def _item(element: Element, look: frozenset[str]) -> Item:
    first = next(iter(element.children), None)
    if isinstance(first, Element) and first.name == "time":
        rest = Element("li", children=element.children[1:])
        return Item(_flow(rest, look), one_line(first.text))
    return Item(_flow(element, look))


def _quote(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    return (Quote(_flow(element, _turned(element, look))),)


def _turned(element: Element, look: frozenset[str]) -> frozenset[str]:
    """Keep in mind where text is that runs as its own words do."""
    return look | {AUTO} if element.attributes.get("dir") == "auto" else look


def _verbatim(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    del look
    return (Verbatim(element.text.strip("\n")),)


def _rule(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    del element, look
    return (Rule(),)


def _tiles(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    if "figures" not in element.classes:
        return _flow(element, look)
    return (Tiles(tuple(_tile(box) for box in element.all("div"))),)


def _tile(box: Element) -> Tile:
    told = [one_line(each.text) for each in box.all("dt", "dd")]
    value = next((span.text for span in box.all("span") if "value" in span.classes), "")
    name, big, note = (*told, "", "", "")[:3]
    return Tile(name, one_line(value), one_line(big.removeprefix(value)), note)


def _table(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    del look
    heads = list(element.all("thead"))
    columns = [one_line(th.text) for head in heads for th in head.all("th")]
    rows = []
    for row in (row for body in element.all("tbody") for row in body.all("tr")):
        cells = [_flow(cell, frozenset()) for cell in row.all("th", "td")]
        cells += [()] * (len(columns) - len(cells))
        rows.append(tuple(cells[: len(columns)]))
    captions = [one_line(each.text) for each in element.all("caption")]
    kind = next((name for name in element.classes if name != "grid"), "")
    return (Table(kind, " ".join(captions), tuple(columns), tuple(rows)),)


def _share(element: Element, look: frozenset[str]) -> tuple[Part, ...]:
    """Read a bar; another drawing says nothing that words don't say."""
    bars = [each for each in (element, *element.all("svg")) if "bar" in each.classes]
    if not bars:
        return ()
    reached, expected, tone = 0.0, None, "planned"
    for strip in bars[0].all("rect"):
        tones = [name[2:] for name in strip.classes if name.startswith("f-")]
        if tones:
            reached, tone = _part(strip.attributes.get("width", "")), tones[0]
        elif "tick" in strip.classes:
            expected = _part(strip.attributes.get("x", ""))
    beside = _flow(element, look) if element.name != "svg" else ()
    rest = tuple(part for part in beside if not isinstance(part, Share))
    return (Share(reached, expected, tone, rest),)


def _part(percent: str) -> float:
    try:
        return min(max(float(percent.rstrip("%")) / 100, 0.0), 1.0)
    except ValueError:
        return 0.0


READERS: dict[str, Reader] = {
    **dict.fromkeys(
        ("p", "div", "header", "h1", "h2", "h3", "small", "dt", "dd"), _box
    ),
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _verbatim,
    "hr": _rule,
    "dl": _tiles,
    "table": _table,
}


def _inline(node: Element | str, look: frozenset[str]) -> Iterator[Run]:
    if isinstance(node, str):
        yield Run(node, look)
        return
    if node.name == "br":
        yield Run("\n", look | {BREAK})
        return
    if "state" in node.classes:
        yield _state(node, look)
        return
    if node.name in LOOKS:
        look |= {LOOKS[node.name]}
    if "none" in node.classes:
        look |= {"quiet"}
    found = [run for child in node.children for run in _inline(child, look)]
    for run in found:
        href = node.attributes.get("href", "") if node.name == "a" else run.href
        yield replace(run, href=href, typed=run.typed or node.name == "bdi")


def _state(node: Element, look: frozenset[str]) -> Run:
    shape = next((path.attributes.get("d", "") for path in node.all("path")), "")
    tones = [name[2:] for name in node.classes if name.startswith("t-")]
    tone = next(iter(tones), "")
    return Run(one_line(node.text), look | {"strong"}, tone=tone, shape=shape)


def _tidy(runs: list[Run]) -> Runs:
    """Return runs with blanks as a page shows them: one at a time, none at the ends."""
    tidy: list[Run] = []
    after = "\n"
    for run in runs:
        broken = BREAK in run.look
        text = "\n" if broken else re.sub(r"[ \t\r\n\f]+", " ", run.text)
        if after in "\n " and after:
            text = text.lstrip(" ")
        if text:
            after = text[-1]
            tidy.append(replace(run, text=text, look=run.look - {AUTO, BREAK}))
    while tidy and not tidy[-1].text.rstrip(" \n"):
        tidy.pop()
    if tidy:
        tidy[-1] = replace(tidy[-1], text=tidy[-1].text.rstrip(" \n"))
    return tuple(tidy)
