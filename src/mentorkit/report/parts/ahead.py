"""What lies ahead: who does what by when, and what comes first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pandas as pd

from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el, said, small
from mentorkit.report.parts.outline import empty, lead, section
from mentorkit.report.standing import local_day, shown_name, standing_of, titled
from mentorkit.report.table import state, table


STEPS = 5
"""How many next steps are told; more would not be next."""


def actions(snapshot: Snapshot) -> Block:
    """Return the action items that were open in the period: who, by when, and state."""
    language = snapshot.language
    title = translate(N_("Action items"), language)
    shown = _actions(snapshot)
    if shown.empty:
        return empty(snapshot, "actions", title, N_("None are open."), half=True)
    columns = (N_("Action"), N_("Owner"), N_("Due"), N_("Status"))
    rows = [
        (
            said(row["title"]),
            said(shown_name(snapshot, row["owner_id"]) or row["owner"]),
            el("span", _due(row["due_on"], snapshot), class_="when"),
            state(row["state"], language),
        )
        for _, row in shown.iterrows()
    ]
    html = table(
        translate(N_("Who does what by when"), language),
        [translate(name, language) for name in columns],
        rows,
        class_="grid actions",
    )
    return section(snapshot, "actions", title, html, half=True)


def next_steps(snapshot: Snapshot) -> Block:
    """Return what is due next: at most five milestones, actions and sessions."""
    language = snapshot.language
    title = translate(N_("Next steps"), language)
    found = sorted(_ahead(snapshot), key=lambda step: (step[0], step[1]))
    if not found:
        message = N_("Nothing is due. Agree on one next step when you meet.")
        return empty(snapshot, "next", title, message, half=True)
    items = [
        el("li", el("strong", said(what)), small(told))
        for _, what, told in found[:STEPS]
    ]
    rest = len(found) - STEPS
    html = el("ol", *items, class_="steps")
    if rest > 0:
        more = plural(
            *NN_("{n} more is planned.", "{n} more are planned."), rest, language
        )
        html += lead(more)
    return section(snapshot, "next", title, html, half=True)


def _actions(snapshot: Snapshot) -> pd.DataFrame:
    """Return actions open on the review day or done in the period, with a state."""
    frame = titled(snapshot.actions, N_("Action {n}"), snapshot)
    today, start = pd.Timestamp(snapshot.day), pd.Timestamp(snapshot.period.start)
    done = (frame["status"] == "done") & (frame["done_on"] <= today)
    word = pd.Series("open", index=frame.index, dtype="str")
    word = word.mask(frame["due_on"] < today, "late").mask(done, "done")
    kept = (frame["status"] != "dropped") & (~done | (frame["done_on"] >= start))
    order = word.map({"late": 0, "open": 1, "done": 2})
    frame = frame.assign(state=word, order=order)[kept]
    return frame.sort_values(["order", "due_on"], kind="stable")


def _due(due: pd.Timestamp | float, snapshot: Snapshot) -> str:
    if isinstance(due, pd.Timestamp):
        return _told(due.date(), snapshot)
    return translate(N_("no date"), snapshot.language)


def _told(when: dt.date, snapshot: Snapshot) -> str:
    return day_text(when, snapshot.language, year=when.year != snapshot.period.end.year)


def _ahead(snapshot: Snapshot) -> Iterator[tuple[dt.date, str, str]]:
    """Yield what is still to be done: its day, what it is, and how that is told."""
    language, today = snapshot.language, snapshot.day
    steps = standing_of(snapshot).steps
    steps = steps[steps["state"].isin(["late", "on_track", "planned"])]
    todo = _actions(snapshot)
    todo = todo[todo["state"] != "done"]
    for frame in (steps, todo):
        for _, row in frame[frame["due_on"].notna()].iterrows():
            due = row["due_on"].date()
            message = N_("was due on {day}") if due < today else N_("by {day}")
            told = fill(message, language, day=_told(due, snapshot))
            yield due, str(row["title"]), told
    planned = snapshot.sessions
    planned = planned[planned["status"] == "planned"]
    for _, row in planned.iterrows():
        when = local_day(row["starts_at"], snapshot.timezone)
        if when >= today:
            about = row["objective"]
            what = translate(N_("Next session"), language) if pd.isna(about) else about
            message = N_("session on {day}")
            yield when, str(what), fill(message, language, day=_told(when, snapshot))
