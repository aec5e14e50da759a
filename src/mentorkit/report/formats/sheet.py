"""What ``review.typ`` is given: a review as plain data, each text with its direction."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict
from functools import singledispatchmethod
from typing import Any

from mentorkit.charts.theme import TOKENS
from mentorkit.i18n import N_, direction, isolated, translate
from mentorkit.report.figure import Figure
from mentorkit.report.formats.content import (
    Chart,
    Items,
    Line,
    Paper,
    Part,
    Quote,
    Run,
    Section,
    Share,
    Table,
    Tiles,
    Verbatim,
)
from mentorkit.report.markup import inert
from mentorkit.report.style import LIGHT_TOO
from mentorkit.report.svg import picture
from mentorkit.report.telling import spoken


FULL, HALF = 860, 330
"""The width in pixels that charts are drawn in for a page and for half of one."""

TALLEST = 1.25
"""How many times as high as the sheet is wide a drawing may become."""

SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')

LETTERS = "'IBM Plex Sans Arabic', 'IBM Plex Sans', 'Libertinus Serif'"
"""The fonts of a chart's labels."""

UNBROKEN = re.compile(r"[^\s\u200b]{24}(?=[^\s\u200b]{4})")
"""So much of a word after which it may go on in the next line."""

WHOLE, SHORT = 700, 700
"""How many letters of a row, and of a section, may be kept together on one sheet."""


def sheet(told: Paper) -> dict[str, Any]:
    """Return a review as data for the template."""
    return _Sheet(told).content()


class _Sheet:
    def __init__(self, told: Paper) -> None:
        self._told = told
        self._language = spoken(told.language)
        self._way = direction(self._language)

    def content(self) -> dict[str, Any]:
        told = self._told
        return {
            "title": told.title,
            "foot": self._foot(),
            "lang": self._language,
            "dir": self._way,
            "day": [int(part) for part in told.day.split("-")] if told.day else [],
            "colours": {**TOKENS, **LIGHT_TOO},
            "rows": [[self._section(each) for each in row] for row in self._rows()],
        }

    def _foot(self) -> str:
        """Return what stands at the foot of each sheet: whose it is, and of when."""
        opening = [each for each in self._told.sections if each.kind == "heading"]
        parts = opening[0].parts if opening else ()
        names = [p.text for p in parts if isinstance(p, Line) and p.role == "h1"]
        for part in parts:
            if isinstance(part, Items) and part.items:
                names += _texts(part.items[0].parts)
        told = [isolated(name, self._language) for name in names]
        return " · ".join(told) or self._told.title

    def _rows(self) -> list[list[Section]]:
        """Put halves beside each other, and what is empty into one section."""
        sections = [each for each in self._told.sections if each.kind != "empty"]
        quiet = [each for each in self._told.sections if each.kind == "empty"]
        rows: list[list[Section]] = []
        for section in sections:
            last = rows[-1] if rows else []
            if section.half and len(last) == 1 and last[0].half:
                last.append(section)
            else:
                rows.append([section])
        if quiet:
            at = next((n for n, row in enumerate(rows) if _closes(row)), len(rows))
            rows.insert(at, [self._quiet(quiet)])
        numbers = [chart.figure for each in sections for chart in each.charts]
        return [*rows, *self._numbers([one for one in numbers if one.rows])]

    def _numbers(self, figures: list[Figure]) -> Iterator[list[Section]]:
        """Give the charts once more, as tables, where there are any."""
        parts: list[Part] = []
        for figure in figures:
            rows = [tuple((_plain(cell),) for cell in row) for row in figure.rows]
            table = Table(
                "data",
                inert(figure.title),
                tuple(map(inert, figure.columns)),
                tuple(rows),
            )
            parts += [_plain(figure.title, "asked"), table]
        if parts:
            title = translate(N_("The charts as tables"), self._language)
            yield [Section("numbers", title, "numbers", half=False, parts=(*parts,))]

    def _quiet(self, sections: list[Section]) -> Section:
        title = translate(N_("Nothing to show yet"), self._language)
        lines = []
        for section in sections:
            name = Run(f"{section.title}: ", frozenset({"strong"}))
            for part in section.parts:
                runs = part.runs if isinstance(part, Line) else ()
                lines.append(Line((name, *runs), "hint"))
        return Section("quiet", title, "section", half=False, parts=tuple(lines))

    def _section(self, section: Section) -> dict[str, Any]:
        title = isolated(section.title, self._language)
        parts = [self._part(part) for part in section.parts]
        whole = sum(60 + len(text) for text in _texts(section.parts)) <= SHORT
        return {"role": section.kind, "title": title, "parts": parts, "whole": whole}

    def _parts(self, parts: tuple[Part, ...]) -> list[dict[str, Any]]:
        return [self._part(part) for part in parts]

    def _part(self, part: Part) -> dict[str, Any]:
        return {"kind": type(part).__name__.lower(), **self._of(part)}

    @singledispatchmethod
    def _of(self, part: Part) -> dict[str, Any]:
        """Return what the template is told of a part; of a line across, nothing."""
        del part
        return {}

    @_of.register
    def _(self, part: Line) -> dict[str, Any]:
        way = _way(part.text) if part.auto else ""
        return {
            "role": part.role,
            "way": way if way != self._way else "",
            "runs": [self._run(run) for run in part.runs],
        }

    @_of.register
    def _(self, part: Share) -> dict[str, Any]:
        told = {"reached": part.reached, "expected": part.expected, "tone": part.tone}
        return {**told, "beside": self._parts(part.beside)}

    @_of.register
    def _(self, part: Items) -> dict[str, Any]:
        entries = [
            {"when": item.when, "parts": self._parts(item.parts)} for item in part.items
        ]
        return {"role": part.kind, "items": entries}

    @_of.register
    def _(self, part: Quote) -> dict[str, Any]:
        return {"parts": self._parts(part.parts)}

    @_of.register
    def _(self, part: Verbatim) -> dict[str, Any]:
        return {"text": _breakable(part.text)}

    @_of.register
    def _(self, part: Tiles) -> dict[str, Any]:
        return {"tiles": [asdict(tile) for tile in part.tiles]}

    def _run(self, run: Run) -> dict[str, Any]:
        text = isolated(run.text, self._language) if run.typed else run.text
        return {
            "text": _breakable(text),
            "look": sorted(run.look),
            "href": run.href,
            "tone": run.tone,
            "shape": run.shape,
        }

    @_of.register
    def _(self, table: Table) -> dict[str, Any]:
        rows = []
        for row in table.rows:
            length = sum(len(text) for cell in row for text in _texts(cell))
            cells = [self._parts(cell) for cell in row]
            rows.append({"cells": cells, "whole": length <= WHOLE})
        return {
            "role": table.kind,
            "caption": table.caption,
            "columns": list(table.columns),
            "rows": rows,
        }

    @_of.register
    def _(self, chart: Chart) -> dict[str, Any]:
        figure = chart.figure
        spec = figure.specs[-1 if chart.half else 0]
        svg = str(picture(spec, figure.title, figure.description))
        wide, high = (float(side) for side in SIZE.findall(svg)[0])
        share = min(1.0, wide / (HALF if chart.half else FULL))
        tallest = TALLEST * (2 if chart.half else 1)
        named = f'<svg xmlns="http://www.w3.org/2000/svg" font-family="{LETTERS}" '
        return {
            "svg": svg.replace("<svg ", named, 1),
            "alt": inert(f"{figure.title}. {figure.description}".strip()),
            "caption": inert(figure.caption),
            "share": min(share, tallest * wide / high),
        }


def _plain(text: str, role: str = "") -> Line:
    look = frozenset({"strong"}) if role else frozenset()
    return Line((Run(inert(text), look, typed=True),), role)


def _closes(row: list[Section]) -> bool:
    return row[0].kind == "colophon"


def _texts(parts: tuple[Part, ...]) -> list[str]:
    found = []
    for part in parts:
        if isinstance(part, Line):
            found.append(part.text)
        elif isinstance(part, Share):
            found += _texts(part.beside)
        elif isinstance(part, Quote):
            found += _texts(part.parts)
        elif isinstance(part, Items):
            found += [text for item in part.items for text in _texts(item.parts)]
        elif isinstance(part, Table):
            found += [
                text for row in part.rows for cell in row for text in _texts(cell)
            ]
    return found


def _way(text: str) -> str:
    """Return the direction of a text's first letter that has one."""
    for sign in text:
        match unicodedata.bidirectional(sign):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return ""


def _breakable(text: str) -> str:
    """Return a text whose endless words have places to break at."""
    return UNBROKEN.sub(lambda found: f"{found[0]}\u200b", text)
