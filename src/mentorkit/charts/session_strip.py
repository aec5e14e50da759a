"""The strip of sessions: when people met and for how long, and when they did not.

Counts over a period are measured elsewhere; here each session is one mark.
"""

from __future__ import annotations

from collections import Counter
from math import ceil
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.meetings import Meeting, by_month, heights_of, meetings_of
from mentorkit.charts.session_words import session_words
from mentorkit.charts.theme import (
    CROSS,
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
from mentorkit.charts.timeline import Span, grid, iso
from mentorkit.i18n import N_, translate
from mentorkit.measures.reading import need


HOUR = 60
MANY = 60
"""Days with sessions that can be told apart, on a phone, too."""

SIGN = 17
"""The room that a sign takes upward, in pixels."""


@drawn
def session_strip(
    sessions: pd.DataFrame,
    *,
    timezone: str = "UTC",
    width: int = 860,
    language: str = "en",
) -> alt.LayerChart:
    """Draw each session on its day: a bar of its minutes, or a sign.

    A bar is a session held, a dot one whose minutes nobody noted, a cross one that was
    missed (cancelled, or somebody did not come), a ring one that was moved, a dashed
    outline one that is planned. Where there are more days than can be told apart, a
    bar or a sign stands for a whole month.

    Parameters
    ----------
    sessions : pandas.DataFrame
        ``starts_at`` (instant), ``minutes``, ``status``; no row is fine.
    timezone : str
        IANA name of the zone whose days count.
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
        A column is missing, or the zone is unknown.
    """
    need(sessions, "sessions", "starts_at", "minutes", "status")
    meetings = meetings_of(sessions, timezone)
    height = 96 if width < NARROW else 112
    sheet = Sheet(width, height, left=58, right=8, top=26, bottom=10)
    crowded = len({meeting.day for meeting in meetings}) > MANY
    told = session_words(meetings, language, monthly=crowded)
    if not meetings:
        return unwritten(told, width)
    meetings = by_month(meetings) if crowded else meetings
    days = sorted({meeting.day for meeting in meetings})
    edge = pd.Timedelta(days=max(2, (days[-1] - days[0]).days // 40))
    span = Span.over(sheet.plot, [days[0] - edge, days[-1] + edge])
    tall = _tall(meetings, sheet)
    layers = [
        *grid(span, sheet, language, [(0, sheet.height)]),
        *_scale(tall, sheet, language),
        *_bars(meetings, span, sheet, tall),
        *_signs(meetings, span, sheet, tall),
    ]
    return framed(layers, sheet, told)


def _tall(meetings: list[Meeting], sheet: Sheet) -> float:
    """Return the minutes that the plot is high, with room for signs above bars."""
    signs = Counter(meeting.day for meeting in meetings if not meeting.barred)
    needed = [
        minutes
        * sheet.height
        / (sheet.height - min(SIGN * signs[day], sheet.height / 2))
        for day, minutes in heights_of(meetings).items()
    ]
    return max([HOUR, *needed])


def _scale(tall: float, sheet: Sheet, language: str) -> list[alt.Chart]:
    """Draw the lines of the minutes, with their numbers at the left."""
    step = HOUR // 2 if tall <= 2 * HOUR else HOUR * ceil(tall / (4 * HOUR))
    rows = [
        {
            "y": sheet.height * (1 - minutes / tall),
            "words": translate(N_("{n} min"), language).format(n=minutes),
        }
        for minutes in range(0, int(tall) + 1, step)
    ]
    across = {"x": alt.XValue(0), "x2": alt.X2Value(sheet.plot), "y": sheet.y()}
    muted: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
    return [
        layer([{"y": row["y"]} for row in rows])
        .mark_rule(color=TOKENS["hair"])
        .encode(**across),
        written(rows, sheet, -10, sheet.left, align="right", **muted),
    ]


def _bars(
    meetings: list[Meeting], span: Span, sheet: Sheet, tall: float
) -> list[alt.Chart]:
    rows: dict[str, Rows] = {"held": [], "planned": []}
    stood: dict[pd.Timestamp, int] = {}
    for meeting in meetings:
        if not meeting.barred:
            continue
        low = stood.get(meeting.day, 0)
        high = stood[meeting.day] = low + (meeting.minutes or 0)
        y, y2 = (sheet.height * (1 - minutes / tall) for minutes in (high, low))
        rows[meeting.status].append({"day": iso(meeting.day), "y": y, "y2": y2})
    bar: dict[str, Any] = {"orient": "vertical", "size": _thick(meetings, span)}
    place = {"x": span.x("day"), "y": sheet.y(), "y2": alt.Y2("y2")}
    return [
        layer(rows["held"]).mark_bar(**bar, color=TOKENS["accent"]).encode(**place),
        layer(rows["planned"])
        .mark_bar(
            **bar,
            fill=TOKENS["paper"],
            stroke=TOKENS["planned"],
            strokeDash=[3, 2],
        )
        .encode(**place),
    ]


def _thick(meetings: list[Meeting], span: Span) -> float:
    """Return a bar's thickness: as much as the closest days leave room for."""
    days = pd.Series(sorted({meeting.day for meeting in meetings}))
    closest = days.diff().dt.days.min() if len(days) > 1 else 7
    daily = span.pixels / (span.last - span.first).days
    return min(max(daily * closest * 0.6, 2), 16)


def _signs(
    meetings: list[Meeting], span: Span, sheet: Sheet, tall: float
) -> list[alt.Chart]:
    """Draw what is no bar as a sign, above the day's bars where there are any."""
    rows: dict[str, Rows] = {
        name: [] for name in ("missed", "moved", "held", "planned")
    }
    heights = heights_of(meetings)
    above: dict[pd.Timestamp, float] = {}
    for meeting in meetings:
        if meeting.barred:
            continue
        low = above.get(meeting.day, sheet.height * heights[meeting.day] / tall)
        above[meeting.day] = low + SIGN
        y = max(sheet.height - low - SIGN / 2, 0)
        rows[meeting.sign].append({"day": iso(meeting.day), "y": y})
    looks: dict[str, dict[str, Any]] = {
        "missed": {"shape": CROSS, "size": 70, "color": TOKENS["late"]},
        "moved": {"shape": "circle", "size": 70, "color": TOKENS["muted"]},
        "held": {"shape": "circle", "filled": True, "color": TOKENS["accent"]},
        "planned": {"shape": "square", "size": 60, "color": TOKENS["planned"]},
    }
    place = {"x": span.x("day"), "y": sheet.y()}
    return [
        layer(rows[name]).mark_point(opacity=1, strokeWidth=2, **look).encode(**place)
        for name, look in looks.items()
    ]
