"""A frame as a notebook shows it to people: labels, days in words, whole sentences.

pandas shows a frame to whoever works on it; this shows it to whoever reads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd
from markupsafe import Markup

from mentorkit.charts.states import STATES
from mentorkit.errors import ReviewError
from mentorkit.i18n import (
    N_,
    day_text,
    moment_text,
    number_text,
    percent_text,
    translate,
)
from mentorkit.models import RECORDS
from mentorkit.report.markup import el, joined, plain, said
from mentorkit.report.table import table


HEADINGS = {
    "about": N_("About"),
    "answer": N_("Answer"),
    "answered": N_("Answered"),
    "asked": N_("Asked"),
    "change": N_("Change"),
    "count": N_("Count"),
    "days": N_("Days"),
    "day": N_("Day"),
    "event": N_("What happened"),
    "expected": N_("Expected by now"),
    "from_minute": N_("From minute"),
    "goal": N_("Goal"),
    "item": N_("What"),
    "last_on": N_("Last met"),
    "learner": N_("Learner"),
    "limit": N_("Call after days"),
    "mentorship": N_("Mentorship"),
    "minutes": N_("Minutes"),
    "n": N_("Goals"),
    "name": N_("Name"),
    "next_on": N_("Next session"),
    "note": N_("Note"),
    "owner": N_("Who"),
    "person": N_("Who"),
    "question": N_("Question"),
    "rule": N_("When this is said"),
    "settled_on": N_("Settled on"),
    "share": N_("Share of the way"),
    "signal": N_("Signal"),
    "stale": N_("Needs a call"),
    "starts_on": N_("Starts on"),
    "state": N_("State"),
    "status": N_("Status"),
    "target": N_("Target"),
    "t_achieved": N_("T-score now"),
    "t_baseline": N_("T-score at the start"),
    "text": N_("Text"),
    "title": N_("Title"),
    "todo": N_("What to do"),
    "value": N_("Measured"),
    "what": N_("What"),
    "why": N_("Why"),
}
"""Columns that measures make, or that records call differently, as people read them."""

WORDS = {
    **{name: state.label for name, state in STATES.items()},
    "goal": N_("Goal"),
    "milestone": N_("Milestone"),
    "action": N_("Action"),
    "session": N_("Session"),
    "session_held": N_("Session held"),
    "session_missed": N_("Session missed"),
    "goal_set": N_("Goal set"),
    "milestone_done": N_("Milestone done"),
    "milestone_missed": N_("Milestone missed"),
    "progress": N_("Progress"),
    "action_done": N_("Promise kept"),
    "decision": N_("Decision"),
    "reflection": N_("Reflection"),
    "silence": N_("Silence"),
    "missed": N_("Missed"),
    "late": N_("Late"),
    "doubt": N_("Doubt"),
    "no_goal": N_("No goal"),
    "past_end": N_("Past its end"),
    "waiting": N_("Waiting"),
    "open": N_("Open"),
    "settled": N_("Settled"),
    "note": N_("Taken in"),
    "person": N_("Needs a person"),
    "refused": N_("Refused"),
    "ok": N_("Fine"),
    "warn": N_("Look again"),
}
"""The words that measures give, as people read them."""

SHARES = ("share", "expected")
"""Columns of shares, told as percentages."""

NOTHING = N_("Nothing here.")


@dataclass(frozen=True, slots=True)
class Listing:
    """A frame as a table for people, or a few sentences as a list."""

    html: Markup
    language: str

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, str]:
        from mentorkit.report.style import framed  # noqa: PLC0415 - reads files

        del include, exclude
        block = el("div", self.html, class_="block")
        return {
            "text/html": str(framed(block, self.language)),
            "text/plain": repr(self),
        }

    def __repr__(self) -> str:
        return plain(self.html)


def listing(
    frame: pd.DataFrame, *, title: str = "", empty: str = "", language: str = "en"
) -> Listing:
    """Return a frame as a table that people read.

    Columns have their labels, days and moments are in words, words of a vocabulary are
    their labels, and no text is cut off. Ids are left out, and the mentorship where all
    rows are of one.
    """
    shown = [name for name in frame.columns if not _is_needless(frame, str(name))]
    heading = el("p", title, class_="lead") if title else Markup()
    if frame.empty or not shown:
        nothing = el("p", empty or translate(NOTHING, language), class_="empty")
        return Listing(joined(heading, nothing), language)
    cells = {name: list(_cells(frame[name], str(name), language)) for name in shown}
    rows = list(zip(*cells.values(), strict=True))
    columns = [_heading(str(name), language) for name in shown]
    name = title or translate(N_("Table"), language)
    drawn = table(name, columns, rows, class_="grid listing")
    return Listing(joined(heading, drawn), language)


def sentences(texts: Sequence[str], *, language: str = "en") -> Listing:
    """Return a few sentences as a list."""
    items = [el("li", said(text)) for text in texts]
    return Listing(el("ul", *items, class_="sentences"), language)


def _is_needless(frame: pd.DataFrame, name: str) -> bool:
    if name == "mentorship" and len(frame.columns) > 1:
        return len(frame) > 1 and bool((frame[name] == frame[name].iloc[0]).all())
    return name == "id" or name.endswith("_id")


def _heading(name: str, language: str) -> str:
    label = HEADINGS.get(name) or _labels().get(name)
    return translate(label, language) if label else name.replace("_", " ").capitalize()


@cache
def _labels() -> dict[str, str]:
    """Return the labels of the columns that all records call the same."""
    fields = [field for record in RECORDS for field in record.fields()]
    found: dict[str, set[str]] = {}
    for field in fields:
        found.setdefault(field.name, set()).add(field.about.label)
    return {name: labels.pop() for name, labels in found.items() if len(labels) == 1}


@cache
def _words(name: str) -> dict[str, str]:
    """Return the labels of the words that a column of a name may hold."""
    fields = [field for record in RECORDS for field in record.fields()]
    known = {
        str(word): word.label
        for field in reversed(fields)
        if field.name == name
        for word in field.vocabulary or ()
    }
    return {**WORDS, **known}


def _cells(column: pd.Series, name: str, language: str) -> Iterator[Markup | str]:
    tell = _teller(column, name, language)
    for value in column:
        yield "" if _is_missing(value) else tell(value)


def _is_missing(value: Any) -> bool:
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def _teller(
    column: pd.Series, name: str, language: str
) -> Callable[[Any], Markup | str]:
    """Return how the values of a column are told."""
    kind = column.dtype
    if isinstance(kind, pd.DatetimeTZDtype):
        return lambda at: f"{moment_text(at, language)} {at:%Z}".rstrip()
    if pd.api.types.is_datetime64_dtype(kind):
        return lambda at: el("span", day_text(at.date(), language), class_="when")
    if pd.api.types.is_bool_dtype(kind):
        return lambda yes: translate(N_("Yes") if yes else N_("No"), language)
    if isinstance(kind, pd.CategoricalDtype):
        words = _words(name)
        return lambda word: translate(words.get(str(word), str(word)), language)
    if pd.api.types.is_numeric_dtype(kind):
        return lambda value: (
            percent_text(round(100 * value), language)
            if name in SHARES
            else number_text(float(value), language, digits=1)
        )
    return said


def shown(what: object, title: str, empty: str, language: str) -> Listing:
    """Return what people see of a frame, or of a few sentences.

    Raises
    ------
    ReviewError
        It is neither.
    """
    if isinstance(what, pd.Series):
        what = what.to_frame()
    if isinstance(what, pd.DataFrame):
        return listing(what, title=title, empty=empty, language=language)
    if isinstance(what, Sequence) and all(isinstance(text, str) for text in what):
        return sentences(what, language=language)
    raise ReviewError(
        f"mk.show shows a chart, a frame or a list of texts, and not a"
        f" {type(what).__name__}."
    )
