"""The time axis that charts share: its span, its grid, and the day in question.

Days are placed on a UTC scale, so that no clock's zone can shift them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import altair as alt
import pandas as pd

from mentorkit.charts.theme import SMALL, TOKENS, Rows, Sheet, layer
from mentorkit.i18n import N_, day_text, month_text, translate
from mentorkit.measures.reading import Day


ROOM_DAY, ROOM_MONTH = 62, 46
"""The least number of pixels from one label of the axis to the next."""

Strips = list[tuple[float, float]]
"""From where to where, downward, the lines of the grid are drawn."""

LETTER = 7
"""The width of a letter, roughly, in pixels."""


def iso(day: pd.Timestamp) -> str:
    """Return a day as a chart's data hold it."""
    return day.strftime("%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Span:
    """The days that an axis runs over, and the pixels that it has for them."""

    first: pd.Timestamp
    last: pd.Timestamp
    pixels: int

    @classmethod
    def over(cls, pixels: int, days: Sequence[pd.Timestamp]) -> Span:
        """Return the span of all these days; at least a week."""
        first, last = min(days), max(days)
        short = max(7 - (last - first).days, 0)
        before, after = pd.Timedelta(days=short // 2), pd.Timedelta(days=-(-short // 2))
        return cls(first - before, last + after, pixels)

    def at(self, day: pd.Timestamp) -> float:
        """Return how many pixels from the left a day lies."""
        return (day - self.first) / (self.last - self.first) * self.pixels

    def x(self, field: str) -> alt.X:
        """Place by a column of days."""
        scale = alt.Scale(
            type="utc", domain=[iso(self.first), iso(self.last)], nice=False
        )
        return alt.X(field, type="temporal", scale=scale, axis=None)


def ticks(span: Span, language: str) -> list[tuple[pd.Timestamp, str]]:
    """Return the days to mark on the axis, with what to write at each.

    The finest of days, weeks, months, quarters, halves and years that leaves room.
    """
    daily = span.pixels / (span.last - span.first).days
    if daily * 7 >= ROOM_DAY:
        return _weeks(span, "D" if daily >= ROOM_DAY else "W-MON", language)
    fitting = (many for many in (1, 3, 6, 12) if daily * 30.4 * many >= ROOM_MONTH)
    many = next(fitting, 12 * math.ceil(ROOM_MONTH / (daily * 365)))
    starts = pd.date_range(span.first, span.last, freq="MS")
    kept = [day for day in starts if (day.year * 12 + day.month - 1) % many == 0]
    if not kept:
        return _weeks(span, "2W-MON", language)
    return [(day, _month_label(day, many, language)) for day in kept]


def _weeks(span: Span, step: str, language: str) -> list[tuple[pd.Timestamp, str]]:
    return [
        (day, day_text(day, language, year=False, short=True))
        for day in pd.date_range(span.first, span.last, freq=step)
    ]


def _month_label(day: pd.Timestamp, many: int, language: str) -> str:
    if many >= 12:
        return str(day.year)
    return month_text(day, language, year=day.month == 1)


def grid(span: Span, sheet: Sheet, language: str, strips: Strips) -> list[alt.Chart]:
    """Draw a hairline at each mark of the axis, with its label above the plot."""
    found = ticks(span, language)
    lines = [
        {"day": iso(day), "y": top, "y2": bottom}
        for day, _ in found
        for top, bottom in strips
    ]
    labels: Rows = []
    free = 0.0
    for day, label in found:
        start, end = span.at(day), span.at(day) + len(label) * LETTER
        if free <= start and end <= span.pixels + sheet.right:
            labels.append({"day": iso(day), "label": label})
            free = end + LETTER
    words = layer(labels).mark_text(
        align="left", baseline="bottom", fontSize=SMALL, color=TOKENS["muted"]
    )
    place = {"x": span.x("day"), "y": alt.YValue(-8)}
    return [
        layer(lines)
        .mark_rule(color=TOKENS["hair"])
        .encode(x=span.x("day"), y=sheet.y(), y2=alt.Y2("y2")),
        words.encode(text=alt.Text("label", type="nominal"), **place),
    ]


def day_rule(
    span: Span, sheet: Sheet, day: pd.Timestamp, label: str, strips: Strips
) -> list[alt.Chart]:
    """Draw the dotted rule of the day in question, with its label below the plot."""
    lines = [{"day": iso(day), "y": top, "y2": bottom} for top, bottom in strips]
    rule = layer(lines).mark_rule(
        color=TOKENS["muted"], strokeDash=[1, 4], strokeCap="round", strokeWidth=1.5
    )
    words = layer([{"day": iso(day), "label": label}]).mark_text(
        align=_align(span, sheet, day, label),
        baseline="top",
        fontSize=SMALL,
        color=TOKENS["muted"],
    )
    place = {"x": span.x("day"), "y": alt.YValue(sheet.height + 8)}
    return [
        rule.encode(x=span.x("day"), y=sheet.y(), y2=alt.Y2("y2")),
        words.encode(text=alt.Text("label", type="nominal"), **place),
    ]


def day_label(on: Day | None, language: str) -> str:
    """Return what the day in question is called: a review's, or today."""
    return translate(N_("today") if on is None else N_("review day"), language)


def _align(
    span: Span, sheet: Sheet, day: pd.Timestamp, label: str
) -> Literal["left", "center", "right"]:
    half = len(label) * LETTER / 2
    if span.at(day) + half > span.pixels + sheet.right:
        return "right"
    return "left" if span.at(day) - half < -sheet.left else "center"
