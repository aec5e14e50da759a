"""Confidence over time: each person's own ratings, on the scale they were given on.

No average is drawn, and nobody is put in an order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from mentorkit.charts.labels import apart
from mentorkit.charts.telling import Told, day_cell, number_cell
from mentorkit.charts.theme import (
    NARROW,
    SMALL,
    TEXT,
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
from mentorkit.i18n import N_, NN_, plural, translate
from mentorkit.measures import confidence as ratings


LOW, HIGH = 1, 5
NEAR = 24
"""How near the right edge a line must end to be led to its name, in pixels."""

SIGN = 36
GAP = 17
"""The least number of pixels between two names at the right."""

SOLID, DASHED, DOTTED = [1, 0], [5, 4], [2, 3]

STYLES: dict[str, tuple[tuple[str, str], ...]] = {
    "mentee": (("accent", "circle"), ("ink", "diamond"), ("planned", "triangle-up")),
    "mentor": (("muted", "square"),),
    "": (("planned", "cross"), ("muted", "triangle-down")),
}
"""Colour and sign by role, one person after another; names stand at the ends."""

DASHES = {"mentee": SOLID, "mentor": DASHED, "": DOTTED}


@drawn
def confidence(
    reflections: pd.DataFrame,
    members: pd.DataFrame | None = None,
    *,
    width: int = 860,
    language: str = "en",
) -> alt.LayerChart:
    """Draw the confidence that people rated in their reflections, from 1 to 5.

    A solid line with dots is a mentee's rating, a dashed line with squares a mentor's.
    Names stand at the ends of the lines with the latest rating.

    Parameters
    ----------
    reflections : pandas.DataFrame
        ``author_id``, ``author``, ``written_on``, ``confidence``; no row is fine.
    members : pandas.DataFrame, optional
        ``person_id``, ``role`` and, where it is known, ``name``.
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
    found = ratings(reflections, members)
    people = _people(found)
    told = _tell(found, people, language)
    if not people:
        return unwritten(told, width)
    narrow = width < NARROW
    sheet = Sheet(
        width,
        height=150 if narrow else 170,
        left=54,
        right=144 if narrow else 196,
        top=26,
        bottom=10,
    )
    span = Span.over(sheet.plot, list(found["day"]))
    layers = [
        *grid(span, sheet, language, [(0, sheet.height)]),
        *_scale(sheet, language),
        *_ends(people, span, sheet, language),
        *[one for person in people for one in _line(person, span, sheet)],
    ]
    return framed(layers, sheet, told)


@dataclass(frozen=True, slots=True)
class _Person:
    """One person's ratings by day, and how they are drawn."""

    name: str
    role: str
    days: Sequence[pd.Timestamp]
    ratings: Sequence[float]
    token: str
    sign: str

    @property
    def colour(self) -> str:
        return TOKENS[self.token]


def _people(found: pd.DataFrame) -> list[_Person]:
    """Return mentees first, then mentors, then others; each by first rating."""
    roles = found["role"].astype("str")
    roles = roles.where(roles.isin(["mentee", "mentor"]), "")
    people: list[_Person] = []
    for role, styles in STYLES.items():
        ratings_of = found[roles == role].groupby("person", sort=False)
        for place, (_, part) in enumerate(ratings_of):
            token, sign = styles[place % len(styles)]
            people.append(
                _Person(
                    name=str(part["name"].iloc[0]),
                    role=role,
                    days=list(part["day"]),
                    ratings=list(part["confidence"]),
                    token=token,
                    sign=sign,
                )
            )
    return people


def _scale(sheet: Sheet, language: str) -> list[alt.Chart]:
    """Draw the lines of the scale, with their numbers at the left."""
    words = {LOW: N_("{n} low"), HIGH: N_("{n} high")}
    rows = [
        {
            "y": _y(sheet, level),
            "words": translate(words.get(level, "{n}"), language).format(n=level),
        }
        for level in range(LOW, HIGH + 1)
    ]
    across = {"x": alt.XValue(0), "x2": alt.X2Value(sheet.plot), "y": sheet.y()}
    muted: dict[str, Any] = {"color": TOKENS["muted"], "fontSize": SMALL}
    lines = layer([{"y": row["y"]} for row in rows])
    return [
        lines.mark_rule(color=TOKENS["hair"]).encode(**across),
        written(rows, sheet, -10, sheet.left, align="right", **muted),
    ]


def _line(person: _Person, span: Span, sheet: Sheet) -> list[alt.Chart]:
    rows = [
        {"day": iso(day), "y": _y(sheet, rating)}
        for day, rating in zip(person.days, person.ratings, strict=True)
    ]
    place = {"x": span.x("day"), "y": sheet.y()}
    return [
        layer(rows)
        .mark_line(
            color=person.colour,
            strokeWidth=2.5 if person.role == "mentee" else 1.5,
            strokeDash=DASHES[person.role],
            strokeJoin="round",
        )
        .encode(**place),
        layer(rows)
        .mark_point(
            shape=person.sign, filled=True, opacity=1, size=SIGN, color=person.colour
        )
        .encode(**place),
    ]


def _ends(
    people: list[_Person], span: Span, sheet: Sheet, language: str
) -> list[alt.Chart]:
    """Write each one's sign, latest rating and name at the right, apart from others."""
    last = [_y(sheet, person.ratings[-1]) for person in people]
    places = apart(last, GAP, 0, sheet.height)
    rows: Rows = []
    leads: Rows = []
    for person, at, to in zip(people, last, places, strict=True):
        words = f"{number_cell(person.ratings[-1], language)} {person.name}"
        rows.append({"y": to, "words": words, "colour": person.colour})
        if span.at(person.days[-1]) > span.pixels - NEAR:
            leads.append({"day": iso(person.days[-1]), "y": at, "y2": to})
    edge, limit = sheet.plot + 26, sheet.right - 36
    size = SMALL if sheet.width < NARROW else TEXT
    signs = [
        layer([{"y": row["y"]}])
        .mark_point(
            shape=person.sign, filled=True, opacity=1, size=SIGN, color=person.colour
        )
        .encode(x=alt.XValue(sheet.plot + 17), y=sheet.y())
        for person, row in zip(people, rows, strict=True)
    ]
    return [
        layer(leads)
        .mark_rule(color=TOKENS["line"])
        .encode(
            x=span.x("day"),
            x2=alt.X2Value(sheet.plot + 10),
            y=sheet.y(),
            y2=alt.Y2("y2"),
        ),
        *signs,
        written(rows, sheet, edge, limit, fontWeight=600, fontSize=size),
    ]


def _y(sheet: Sheet, rating: float) -> float:
    return (HIGH - rating) / (HIGH - LOW) * sheet.height


def _tell(found: pd.DataFrame, people: list[_Person], language: str) -> Told:
    marks = {
        N_("Solid line: a mentee’s rating."): "mentee",
        N_("Dashed line with squares: a mentor’s rating."): "mentor",
        N_("Dotted line: somebody else’s rating."): "",
    }
    roles = {person.role for person in people}
    caption = [
        translate(mark, language) for mark, role in marks.items() if role in roles
    ]
    says = [_sentence(person, language) for person in people]
    labels = (N_("Day"), N_("Who"), N_("Confidence, 1 to 5"))
    return Told(
        title=translate(N_("Confidence"), language),
        caption=" ".join(caption),
        description=" ".join(says) or translate(N_("No ratings yet."), language),
        columns=tuple(translate(label, language) for label in labels),
        rows=tuple(
            (day_cell(day, language), name, number_cell(rating, language))
            for day, name, rating in zip(
                found["day"], found["name"], found["confidence"], strict=True
            )
        ),
    )


def _sentence(person: _Person, language: str) -> str:
    first, last = (
        number_cell(rating, language)
        for rating in (person.ratings[0], person.ratings[-1])
    )
    if len(person.ratings) == 1:
        says = N_("{name} rated {last} of 5 on {end}.")
    else:
        says = N_(
            "{name} went from {first} to {last} of 5 ({count}, {start} to {end})."
        )
    return translate(says, language).format(
        name=person.name,
        first=first,
        last=last,
        count=plural(*NN_("{n} rating", "{n} ratings"), len(person.ratings), language),
        start=day_cell(person.days[0], language),
        end=day_cell(person.days[-1], language),
    )
