"""The spread of a program's people: one dot each, the median, and who is on the list.

Nobody is named and nobody is ranked: the table behind it counts people by value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.telling import Told
from mentorkit.charts.theme import (
    NARROW,
    SMALL,
    TOKENS,
    Rows,
    Sheet,
    drawn,
    framed,
    layer,
    unwritten,
    written,
)
from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.measures.reading import need


EXPECTED = 50
"""The T-score of goals that are as expected."""

PITCH, TALL = 13, 208
"""Pixels from dot to dot, and how high they may stand before they get smaller."""

STEP = 5
"""How many points a line of the table spans."""


@dataclass(frozen=True, slots=True)
class _Axis:
    low: int
    high: int
    pixels: int

    @classmethod
    def over(cls, values: pd.Series, pixels: int) -> _Axis:
        """Return an axis in whole tens that holds all values and some room."""
        low = min(floor((values.min() - 2) / 10) * 10, EXPECTED - 20)
        high = max(ceil((values.max() + 2) / 10) * 10, EXPECTED + 20)
        return cls(low, high, pixels)

    def at(self, value: float) -> float:
        """Return how many pixels from the left a value lies."""
        return (value - self.low) / (self.high - self.low) * self.pixels

    def x(self, field: str) -> alt.X:
        """Place by a column of pixels."""
        scale = alt.Scale(
            domain=[0, self.pixels], range=[0, self.pixels], nice=False, zero=False
        )
        return alt.X(field, type="quantitative", scale=scale, axis=None)


@drawn
def spread(
    people: pd.DataFrame, *, width: int = 860, language: str = "en"
) -> alt.LayerChart:
    """Draw the goal attainment of each of many people as a dot.

    A diamond is somebody whose mentorship is on the list of calls.

    Parameters
    ----------
    people : pandas.DataFrame
        ``score`` (a T-score), ``call`` (bool), one row a person; no row is fine.
    width : int, default 860
        Pixels from edge to edge.
    language : str
        Language tag of the words.

    Returns
    -------
    altair.LayerChart
        With its words inside; :func:`mentorkit.charts.told` reads them.

    Raises
    ------
    MeasureError
        A column is missing.
    """
    need(people, "people", "score", "call")
    found = people[people["score"].notna()].sort_values(["score", "call"])
    told = _words(found, language)
    if found.empty:
        return unwritten(told, width)
    edge = 16
    axis = _Axis.over(found["score"], width - 2 * edge)
    pitch, dots = _stacked(found, axis)
    height = max(dot["level"] for dot in dots) * pitch + pitch
    sheet = Sheet(width, height, left=edge, right=edge, top=30, bottom=44)
    median = float(found["score"].median())
    return framed(
        [
            *_scale(axis, sheet, language),
            *_rule(axis, sheet, median, language),
            *_dots(axis, sheet, pitch, dots),
        ],
        sheet,
        told,
    )


def _stacked(found: pd.DataFrame, axis: _Axis) -> tuple[float, list[dict[str, Any]]]:
    """Return the dots' pitch and their places: a dot above the others near its value.

    Many get smaller dots, so that the tallest stack stays on the page.
    """
    pitch = float(PITCH)
    while True:
        levels: dict[int, int] = {}
        dots = []
        for score, call in zip(found["score"], found["call"], strict=True):
            place = round(axis.at(float(score)) / pitch)
            level = levels.get(place, 0)
            levels[place] = level + 1
            x = min(max(place * pitch, 0.0), axis.pixels)
            dots.append({"x": x, "level": level, "call": bool(call)})
        if max(levels.values()) * pitch <= TALL or pitch < 2:
            return pitch, dots
        pitch *= 0.85


def _dots(
    axis: _Axis, sheet: Sheet, pitch: float, dots: list[dict[str, Any]]
) -> Iterator[alt.Chart]:
    looks = {
        False: ("circle", TOKENS["accent"], 0.62),
        True: ("diamond", TOKENS["late"], 0.72),
    }
    for call, (shape, colour, part) in looks.items():
        rows: Rows = [
            {"x": round(dot["x"], 1), "y": sheet.height - (dot["level"] + 0.5) * pitch}
            for dot in dots
            if dot["call"] is call
        ]
        mark = layer(rows).mark_point(
            shape=shape,
            filled=True,
            opacity=1,
            size=(pitch * part) ** 2 * 1.1,
            color=colour,
        )
        yield mark.encode(x=axis.x("x"), y=sheet.y())


def _scale(axis: _Axis, sheet: Sheet, language: str) -> Iterator[alt.Chart]:
    step = 10 if sheet.width >= NARROW or axis.high - axis.low <= 50 else 20
    marks = range(axis.low, axis.high + 1, step)
    base: Rows = [{"x": 0, "x2": axis.pixels}]
    yield (
        layer(base)
        .mark_rule(color=TOKENS["line"])
        .encode(x=axis.x("x"), x2=alt.X2("x2"), y=alt.YValue(sheet.height))
    )
    labels: Rows = [
        {"x": axis.at(mark), "label": number_text(mark, language, digits=0)}
        for mark in marks
    ]
    yield _below(labels, axis, sheet, 8)
    meant = [{"x": axis.at(EXPECTED), "label": translate(N_("as expected"), language)}]
    yield _below(meant, axis, sheet, 25)


def _below(rows: Rows, axis: _Axis, sheet: Sheet, gap: int) -> alt.Chart:
    words = layer(rows).mark_text(
        align="center", baseline="top", fontSize=SMALL, color=TOKENS["muted"]
    )
    return words.encode(
        x=axis.x("x"),
        y=alt.YValue(sheet.height + gap),
        text=alt.Text("label", type="nominal"),
    )


def _rule(
    axis: _Axis, sheet: Sheet, median: float, language: str
) -> Iterator[alt.Chart]:
    """Draw the median's dotted rule, with its label above the plot."""
    x = axis.at(median)
    yield (
        layer([{"x": x}])
        .mark_rule(color=TOKENS["ink"], strokeDash=[2, 3])
        .encode(x=axis.x("x"), y=alt.YValue(-8), y2=alt.Y2Value(sheet.height))
    )
    told = fill(N_("median {n}"), language, n=number_text(median, language, digits=0))
    near = x > axis.pixels - 110
    rows: Rows = [{"y": -16, "words": told}]
    yield written(
        rows,
        sheet,
        x - 6 if near else x + 6,
        110,
        align="right" if near else "left",
        color=TOKENS["ink"],
        fontWeight="bold",
    )


def _words(found: pd.DataFrame, language: str) -> Told:
    labels = (N_("T-score"), N_("People"), N_("Of them on the list"))
    return Told(
        title=translate(N_("Goal attainment, one dot a person"), language),
        caption=_caption(found, language),
        description=_description(found["score"], language),
        columns=tuple(translate(label, language) for label in labels),
        rows=tuple(_lines(found, language)),
    )


def _caption(found: pd.DataFrame, language: str) -> str:
    if found.empty:
        return ""
    told = translate(N_("One dot a person. Dotted: the median."), language)
    if found["call"].any():
        told += " " + translate(N_("Diamond: on the list of calls."), language)
    return told


def _description(scores: pd.Series, language: str) -> str:
    n = len(scores)
    if not n:
        return translate(N_("Nobody has goals with levels yet."), language)
    reached = int((scores >= EXPECTED).sum())
    return plural(
        *NN_(
            "{n} person: {median}; {reached} at 50 or more, which is as expected.",
            "{n} people, half of them at {median} or more, from {low} to {high};"
            " {reached} at 50 or more, which is as expected.",
        ),
        n,
        language,
        median=number_text(scores.median(), language, digits=0),
        low=number_text(scores.min(), language, digits=0),
        high=number_text(scores.max(), language, digits=0),
        reached=reached,
    )


def _lines(found: pd.DataFrame, language: str) -> Iterator[tuple[str, str, str]]:
    """Give a line for each span of the scale in which there is anybody."""
    spans = (found["score"] // STEP).astype("int64") * STEP
    for low, group in found.groupby(spans, sort=True):
        first = number_text(float(low), language, digits=0)
        last = number_text(float(low) + STEP - 1, language, digits=0)
        span = fill(N_("{first} to {last}"), language, first=first, last=last)
        yield span, str(len(group)), str(int(group["call"].sum()))
