"""Goals over time: what was measured, beside the pace that would get there.

Paces are measured elsewhere, words are told in ``goal_words``; this draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.goal_lines import Line, goal_lines
from mentorkit.charts.goal_words import goal_words, measured_text
from mentorkit.charts.telling import number_cell
from mentorkit.charts.theme import (
    NARROW,
    SMALL,
    TOKENS,
    Rows,
    Sheet,
    colour,
    drawn,
    framed,
    layer,
    unwritten,
    written,
)
from mentorkit.charts.timeline import Span, Strips, day_label, day_rule, grid, iso
from mentorkit.measures.reading import Day, midnight


PANEL = 42
"""The height of a goal's drawing, in pixels."""

LETTER = 7
"""The width of a digit of the numbers at its left, roughly."""

LEAST, MOST = -0.25, 1.25
"""How far below the start and above the target a line may go; words tell the rest."""


@drawn
def goal_progress(
    goals: pd.DataFrame,
    progress: pd.DataFrame,
    *,
    on: Day | None = None,
    width: int = 860,
    language: str = "en",
) -> alt.LayerChart:
    """Draw each goal's measurements over time, against an even pace.

    One row a goal, on one axis of time: the lower line is where it started, the upper
    one the target, whichever way the number should go. A thin line from one to the
    other is an even pace to the due date (an upright tick). Goals without numbers are
    drawn by their levels, up to "as expected".

    Parameters
    ----------
    goals : pandas.DataFrame
        The goals with all their columns; no row is fine.
    progress : pandas.DataFrame
        ``goal_id``, ``recorded_on``, ``value``, ``level``.
    on : date, optional
        The review day; today when left out. What is dated after it is not drawn.
    width : int, default 860
        Pixels from edge to edge. Below 560, titles stand above their lines.
    language : str
        Language tag of the words.

    Returns
    -------
    altair.LayerChart
        With its words inside; :func:`mentorkit.charts.told` reads them.

    Raises
    ------
    MeasureError
        A column is missing, or `on` is not a day.
    """
    day = pd.Timestamp.today().normalize() if on is None else midnight(on)
    lines = goal_lines(goals, progress, day, language)
    told = goal_words(lines, day, language)
    if not lines:
        return unwritten(told, width)
    look = _Look.of(width, lines, language)
    sheet = look.sheet()
    span = Span.over(sheet.plot, [day, *[at for line in lines for at in line.days]])
    layers = [
        *grid(span, sheet, language, look.strips()),
        *day_rule(span, sheet, day, day_label(on, language), look.strips()),
        *_plans(lines, look, span, sheet, language),
        *_lines(lines, look, span, sheet),
        *_words(lines, look, sheet, language),
    ]
    return framed(layers, sheet, told)


@dataclass(frozen=True, slots=True)
class _Look:
    """Where rows and shares stand; all rows have one scale, so that slopes compare."""

    width: int
    count: int
    low: float
    high: float
    gutter: int

    @classmethod
    def of(cls, width: int, lines: list[Line], language: str) -> _Look:
        shares = [share for line in lines for _, share in line.points]
        low = max(min([0.0, *shares]), LEAST)
        scales = [end for line in lines for end in line.scale or ()]
        ends = [number_cell(end, language) for end in scales]
        gutter = 20 + LETTER * min(max(map(len, ends), default=0), 10)
        return cls(width, len(lines), low, min(max([1.0, *shares]), MOST), gutter)

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    def top(self, row: int) -> float:
        """Where a row's panel begins."""
        return row * (106 if self.narrow else 74) + (48 if self.narrow else 16)

    def at(self, row: int, share: float) -> float:
        """Where a share stands in a row."""
        kept = min(max(share, self.low), self.high)
        return self.top(row) + PANEL * (self.high - kept) / (self.high - self.low)

    def lines(self, row: int, *, alone: bool) -> tuple[float, float]:
        """Where a row's two lines of words stand: beside the panel, or above it.

        Beside it, the first line stands in the middle when it is alone.
        """
        if self.narrow:
            return self.top(row) - 38, self.top(row) - 19
        middle = self.at(row, 0.5)
        return middle if alone else middle - 9, middle + 9

    def sheet(self) -> Sheet:
        """Return the sheet: titles at the left, or above when there is no room."""
        height = self.top(self.count - 1) + PANEL + 12
        if self.narrow:
            return Sheet(
                self.width, height, left=self.gutter, right=8, top=26, bottom=26
            )
        left = self.gutter + min(264, round(self.width * 0.3))
        return Sheet(self.width, height, left=left, right=184, top=26, bottom=26)

    def strips(self) -> Strips:
        """Return what the grid runs through: everything, or the panels alone."""
        if not self.narrow:
            return [(0, self.top(self.count - 1) + PANEL + 12)]
        tops = [self.top(row) for row in range(self.count)]
        return [(top - 4, top + PANEL + 4) for top in tops]


def _plans(
    lines: list[Line], look: _Look, span: Span, sheet: Sheet, language: str
) -> list[alt.Chart]:
    """Draw the start and the target of each goal, its even pace and its due date."""
    ends: Rows = []
    plans: Rows = []
    ticks: Rows = []
    for row, line in enumerate(lines):
        low, high = (0.0, 1.0) if line.scale else (0.5, 0.5)
        y, y2 = look.at(row, low), look.at(row, high)
        if line.scale:
            numbers = [number_cell(number, language) for number in line.scale]
            ends += [{"y": y, "words": numbers[0]}, {"y": y2, "words": numbers[1]}]
        if line.due is not None:
            to = iso(line.due)
            plans.append({"from": iso(line.set_on), "to": to, "y": y, "y2": y2})
            ticks.append({"day": to, "y": y2})
    muted: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
    across = {"x": alt.XValue(0), "x2": alt.X2Value(sheet.plot), "y": sheet.y()}
    return [
        layer([{"y": end["y"]} for end in ends])
        .mark_rule(color=TOKENS["line"])
        .encode(**across),
        written(ends, sheet, -8, look.gutter - 8, align="right", **muted),
        layer(plans)
        .mark_rule(color=TOKENS["muted"])
        .encode(x=span.x("from"), x2=alt.X2("to"), y=sheet.y(), y2=alt.Y2("y2")),
        layer(ticks)
        .mark_tick(
            orient="vertical", size=15, thickness=2, opacity=1, color=TOKENS["ink"]
        )
        .encode(x=span.x("day"), y=sheet.y()),
    ]


def _lines(lines: list[Line], look: _Look, span: Span, sheet: Sheet) -> list[alt.Chart]:
    """Draw what was measured: a line a goal, a dot each time, a larger one last."""
    found: Rows = []
    last: Rows = []
    for row, line in enumerate(lines):
        dots = [
            {"day": iso(day), "y": look.at(row, share), "colour": line.look.colour}
            for day, share in line.points
        ]
        found += [{"goal": row, **dot} for dot in dots]
        last += dots[-1:]
    place = {"x": span.x("day"), "y": sheet.y(), "color": colour()}
    return [
        layer(found)
        .mark_line(strokeWidth=2.5, point=alt.OverlayMarkDef(size=22))
        .encode(detail=alt.Detail("goal", type="nominal"), **place),
        layer(last).mark_point(filled=True, opacity=1, size=64).encode(**place),
    ]


def _words(
    lines: list[Line], look: _Look, sheet: Sheet, language: str
) -> list[alt.Chart]:
    """Write title and state, and beneath them what is measured and what it came to."""
    titles: Rows = []
    states: Rows = []
    metrics: Rows = []
    measured: Rows = []
    for row, line in enumerate(lines):
        says, tint = measured_text(line, language), line.look.colour
        y, below = look.lines(row, alone=not line.metric)
        titles.append({"y": y, "words": line.title})
        metrics.append({"y": below, "words": line.metric})
        y, below = look.lines(row, alone=not says)
        states.append({"y": y, "words": line.look.word(language), "colour": tint})
        measured.append({"y": below, "words": says})
    muted: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
    ink, edge = TOKENS["ink"], -sheet.left
    if look.narrow:
        end = sheet.plot + sheet.right
        return [
            written(titles, sheet, edge, look.width - 116, color=ink),
            written(measured, sheet, edge, look.width, **muted),
            written(states, sheet, end, 110, align="right", fontWeight=600),
        ]
    room, start, right = sheet.left - look.gutter - 8, sheet.plot + 18, sheet.right - 18
    return [
        written(titles, sheet, edge, room, color=ink),
        written(metrics, sheet, edge, room, **muted),
        written(states, sheet, start, right, fontWeight=600),
        written(measured, sheet, start, right, **muted),
    ]
