"""How a group answered: under each question a bar for each option, and its count.

What was kept back of small groups has no bar; that it was is said in words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.telling import Told, there
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


HEAD, LINE, GAP = 30, 25, 16
"""Pixels of a question, of an option, and between two questions."""

THICK = 12

TOLD = 3
"""Questions that the chart's sentence tells of."""


@drawn
def option_counts(
    counts: pd.DataFrame, *, width: int = 860, language: str = "en"
) -> alt.LayerChart:
    """Draw how many people chose each option of each question.

    Parameters
    ----------
    counts : pandas.DataFrame
        As :func:`mentorkit.measures.option_counts` gives it; no row is fine.
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
    need(counts, "counts", "prompt", "question", "label", "count", "answered")
    told = _words(counts, language)
    if counts.empty:
        return unwritten(told, width)
    plan = _Plan.of(counts, width)
    sheet = Sheet(width, plan.height, left=2, right=2, top=4, bottom=4)
    return framed(_layers(counts, plan, sheet, language), sheet, told)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where things lie: each question, each option, and the bars' room."""

    heads: dict[str, float]
    lines: tuple[float, ...]
    height: float
    start: int
    room: int
    most: int
    labels: int

    @classmethod
    def of(cls, counts: pd.DataFrame, width: int) -> _Plan:
        narrow = width < NARROW
        labels = width - 8 if narrow else min(round(width * 0.42), 380)
        start = 0 if narrow else labels + 12
        line = LINE + 15 if narrow else LINE
        heads: dict[str, float] = {}
        lines, y = [], 0.0
        for prompt in counts["prompt"]:
            if prompt not in heads:
                y += GAP if heads else 0
                heads[prompt] = y + HEAD / 2
                y += HEAD
            lines.append(y + line / 2)
            y += line
        most = int(counts["answered"].fillna(0).max()) or 1
        return cls(heads, tuple(lines), y, start, width - start - 90, most, labels)

    def end(self, count: int) -> float:
        """Return where the bar of a count ends."""
        return round(self.start + count / self.most * self.room, 1)


def _layers(
    counts: pd.DataFrame, plan: _Plan, sheet: Sheet, language: str
) -> Iterator[alt.Chart]:
    narrow = sheet.width < NARROW
    firsts = counts.drop_duplicates("prompt").to_dict("records")
    heads: Rows = [
        {"y": plan.heads[row["prompt"]], "words": str(row["question"])}
        for row in firsts
    ]
    limit = sheet.plot if narrow else sheet.plot - 150
    yield written(heads, sheet, 0, limit, color=TOKENS["ink"], fontWeight="bold")
    if not narrow:
        told: Rows = [
            {
                "y": plan.heads[row["prompt"]],
                "words": _answered(row["answered"], language),
            }
            for row in firsts
        ]
        look: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
        look["align"] = "right"
        yield written(told, sheet, sheet.plot, 150, **look)
    lift = 9 if narrow else 0
    labels: Rows = [
        {"y": y - lift, "words": str(label)}
        for y, label in zip(plan.lines, counts["label"], strict=True)
    ]
    yield written(labels, sheet, 0, plan.labels, color=TOKENS["ink"])
    yield from _bars(counts, plan, sheet, 9 if narrow else 0, language)


def _bars(
    counts: pd.DataFrame, plan: _Plan, sheet: Sheet, drop: int, language: str
) -> Iterator[alt.Chart]:
    """Give the bars and their counts, and words where a count is kept back."""
    known = [there(count) for count in counts["count"]]
    bars: Rows = [
        {"y": y + drop, "x": plan.start, "x2": plan.end(count)}
        for y, count in zip(plan.lines, known, strict=True)
        if count
    ]
    scale = alt.Scale(
        domain=[0, sheet.plot], range=[0, sheet.plot], nice=False, zero=False
    )
    across = alt.X("x", type="quantitative", scale=scale, axis=None)
    bar = layer(bars).mark_rule(strokeWidth=THICK, color=TOKENS["accent"])
    yield bar.encode(x=across, x2=alt.X2("x2"), y=sheet.y())
    words: Rows = [
        {
            "x": plan.end(count) + 7 if count else plan.start,
            "y": y + drop,
            "label": _count(count, language),
            "colour": TOKENS["muted" if count is None else "ink"],
        }
        for y, count in zip(plan.lines, known, strict=True)
    ]
    text = layer(words).mark_text(align="left", baseline="middle", fontSize=SMALL)
    colour = alt.Color("colour", type="nominal", scale=None, legend=None)
    yield text.encode(
        x=across, y=sheet.y(), color=colour, text=alt.Text("label", type="nominal")
    )


def _count(count: int | None, language: str) -> str:
    if count is None:
        return translate(N_("kept back"), language)
    return number_text(count, language)


def _answered(answered: object, language: str) -> str:
    n = there(answered)
    if n is None:
        return translate(N_("too few answers"), language)
    return plural(*NN_("{n} answer", "{n} answers"), n, language)


def _words(counts: pd.DataFrame, language: str) -> Told:
    labels = (N_("Question"), N_("Option"), N_("People"))
    rows = (
        (str(row.question), str(row.label), _count(there(row.count_), language))
        for row in counts.rename(columns={"count": "count_"}).itertuples()
    )
    caption = ""
    if counts["count"].isna().any():
        caption = translate(
            N_("Small counts are kept back, and others that would give them away."),
            language,
        )
    return Told(
        title=translate(N_("How the group answered"), language),
        caption=caption,
        description=_description(counts, language),
        columns=tuple(translate(label, language) for label in labels),
        rows=tuple(rows),
    )


def _description(counts: pd.DataFrame, language: str) -> str:
    """Tell what was chosen most often, question by question."""
    if counts.empty:
        return translate(N_("Nothing was answered by options yet."), language)
    shown = counts.dropna(subset=["count", "answered"])
    shown = shown[shown["count"] > 0]
    told = []
    for _, own in list(shown.groupby("prompt", sort=False))[:TOLD]:
        row = own.iloc[int(own["count"].astype("int64").argmax())]
        told.append(
            fill(
                N_("{question} Most often: {label} ({n} of {all})."),
                language,
                question=row["question"],
                label=row["label"],
                n=number_text(int(row["count"]), language),
                all=number_text(int(row["answered"]), language),
            )
        )
    if not told:
        few = N_("So few have answered that nothing is told of them.")
        return translate(few, language)
    return " ".join(told)
