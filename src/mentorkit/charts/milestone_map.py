"""The milestone map: what was planned, what happened, what is late.

States are measured elsewhere, words are told in ``milestone_words``; this draws.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.milestone_steps import Step, milestone_steps
from mentorkit.charts.milestone_words import milestone_words
from mentorkit.charts.telling import title_text
from mentorkit.charts.theme import (
    CROSS,
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
from mentorkit.charts.timeline import Span, day_label, day_rule, grid, iso
from mentorkit.measures.reading import Day, midnight


LONG = 15
BAR = 9
TICK = 17

Lines = list[tuple[float, Step]]
"""Each milestone with its place, in pixels from the top."""


@drawn
def milestone_map(
    milestones: pd.DataFrame,
    goals: pd.DataFrame | None = None,
    *,
    on: Day | None = None,
    width: int = 860,
    language: str = "en",
) -> alt.LayerChart:
    """Draw milestones against their plan, up to a day.

    A thin line is the plan, a bar the work up to the day it was done or the day in
    question, an upright tick the due date, a hollow tick the date first agreed, a
    dashed outline what has not begun, a cross what was missed. The state stands at
    the right in words. Milestones of several goals stand under their goals' titles.

    Parameters
    ----------
    milestones : pandas.DataFrame
        The milestones with all their columns; no row is fine.
    goals : pandas.DataFrame, optional
        ``goal_id``, ``title``, ``set_on``: gives the goals' titles, and a start to
        first milestones that have none.
    on : date, optional
        The review day; today when left out.
    width : int, default 860
        Pixels from edge to edge. Below 560, titles stand above their bars.
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
    steps = milestone_steps(milestones, goals, day, language)
    told = milestone_words(steps, day, language)
    if not steps:
        return unwritten(told, width)
    narrow = width < NARROW
    lines, headings, height = _placed(steps, language, narrow=narrow)
    sheet = _sheet(width, height, narrow=narrow)
    span = Span.over(sheet.plot, [day, *[at for step in steps for at in step.days]])
    # Where titles stand above their bars, the grid leaves them alone; in a long map
    # it runs through, which keeps the page small.
    strips = [(y - 9, y + 9) for y, _ in lines] if narrow else [(0.0, height)]
    hairs = strips if len(lines) <= LONG else [(0.0, height)]
    layers = [
        *grid(span, sheet, language, hairs),
        *day_rule(span, sheet, day, day_label(on, language), strips),
        *_marks(lines, span, sheet),
        *_words(lines, headings, sheet, language),
    ]
    return framed(layers, sheet, told)


def _placed(
    steps: list[Step], language: str, *, narrow: bool
) -> tuple[Lines, Rows, float]:
    """Return the steps with their places, the headings, and the height of it all."""
    tall, first = (50, 34) if narrow else (28, 14)
    several = len({step.goal for step in steps}) > 1
    lines: Lines = []
    headings: Rows = []
    at = 0.0
    for _, part in groupby(steps, key=lambda step: step.goal_id):
        found = list(part)
        if several:
            at += 12 if headings else 0
            words = title_text(found[0].goal, language)
            headings.append({"y": at + 12, "words": words})
            at += 26
        lines += [(at + first + tall * place, it) for place, it in enumerate(found)]
        at += tall * len(found)
    return lines, headings, at


def _sheet(width: int, height: float, *, narrow: bool) -> Sheet:
    if narrow:
        return Sheet(width, height, left=2, right=8, top=26, bottom=26)
    left = min(270, round(width * 0.32))
    return Sheet(width, height, left=left, right=92, top=26, bottom=26)


def _marks(lines: Lines, span: Span, sheet: Sheet) -> list[alt.Chart]:
    """Draw the plan, then the work on it, then the days that were agreed."""
    drawn = {"x": span.x("from"), "x2": alt.X2("to"), "y": sheet.y()}
    at = {"x": span.x("day"), "y": sheet.y()}
    bar: dict[str, Any] = {"orient": "horizontal", "size": BAR}
    tick: dict[str, Any] = {"orient": "vertical", "size": TICK, "opacity": 1}
    plans = [(y, it, it.first, it.due) for y, it in lines]
    ahead = [plan for plan in plans if plan[1].state == "planned"]
    work = [(y, it, it.start, it.end) for y, it in lines if it.begun]
    at_once = [(y, it, it.end) for y, it in lines if it.spot]
    moved = [(y, it, it.first_due) for y, it in lines if it.moved]
    due = [(y, it, it.due) for y, it in lines if it.state != "missed"]
    missed = [(y, it, it.due) for y, it in lines if it.state == "missed"]
    return [
        layer(_stretches(plans)).mark_rule(color=TOKENS["muted"]).encode(**drawn),
        layer(_stretches(ahead))
        .mark_bar(
            **bar,
            fill=TOKENS["paper"],
            stroke=TOKENS["planned"],
            strokeDash=[3, 2],
        )
        .encode(**drawn),
        layer(_stretches(work, coloured=True))
        .mark_bar(**bar, cornerRadius=2)
        .encode(**drawn, color=colour()),
        layer(_spots(at_once, coloured=True))
        .mark_point(filled=True, opacity=1, size=64)
        .encode(**at, color=colour()),
        layer(_spots(moved))
        .mark_tick(
            **tick,
            thickness=4,
            fill=TOKENS["paper"],
            stroke=TOKENS["muted"],
            strokeWidth=1,
        )
        .encode(**at),
        layer(_spots(due))
        .mark_tick(**tick, thickness=2, color=TOKENS["ink"])
        .encode(**at),
        layer(_spots(missed, coloured=True))
        .mark_point(shape=CROSS, size=90, strokeWidth=2.5, opacity=1)
        .encode(**at, color=colour()),
    ]


def _words(
    lines: Lines, headings: Rows, sheet: Sheet, language: str
) -> list[alt.Chart]:
    narrow = sheet.width < NARROW
    lift = 18 if narrow else 0
    titles = [{"y": y - lift, "words": it.title} for y, it in lines]
    states = [
        {"y": y - lift, "words": it.look.word(language), "colour": it.look.colour}
        for y, it in lines
    ]
    edge = -sheet.left
    room = sheet.width - 86 if narrow else sheet.left - 20
    whole = sheet.width if narrow else room
    muted: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
    right = sheet.plot + (sheet.right if narrow else 18)
    align = "right" if narrow else "left"
    return [
        written(headings, sheet, edge, whole, fontWeight=600, **muted),
        written(titles, sheet, edge, room, color=TOKENS["ink"]),
        written(states, sheet, right, 80, align=align, fontWeight=600),
    ]


def _stretches(
    found: Iterable[tuple[float, Step, pd.Timestamp | None, pd.Timestamp | None]],
    *,
    coloured: bool = False,
) -> Rows:
    """Return the rows of bars and lines that run from one day to a later one."""
    return [
        {"from": iso(start), "to": iso(end), "y": y, **_tint(it, coloured=coloured)}
        for y, it, start, end in found
        if start is not None and end is not None and start < end
    ]


def _spots(
    found: Iterable[tuple[float, Step, pd.Timestamp | None]], *, coloured: bool = False
) -> Rows:
    """Return the rows of ticks and signs that stand at one day."""
    return [
        {"day": iso(day), "y": y, **_tint(it, coloured=coloured)}
        for y, it, day in found
        if day is not None
    ]


def _tint(step: Step, *, coloured: bool) -> dict[str, str]:
    return {"colour": step.look.colour} if coloured else {}
