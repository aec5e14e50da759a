"""One milestone's review: planned and done, what success means, and what follows."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from mentorkit.frames.snapshot import Journey
from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.measures import milestone_states
from mentorkit.models import Verification
from mentorkit.report.block import Block
from mentorkit.report.journey.ending import door, piece
from mentorkit.report.markup import el, filled, joined, plain, prose, said, small
from mentorkit.report.parts.opening import headed, opened, titles
from mentorkit.report.parts.outline import dated, empty, lead, not_shared, section
from mentorkit.report.standing import shown_name, standing_of
from mentorkit.report.table import entries, state, table
from mentorkit.report.telling import span


def milestone_heading(snapshot: Journey) -> Block:
    """Return which milestone it is, of which goal, and whose."""
    language, step = snapshot.language, _step(snapshot)
    facts = [
        titles(snapshot),
        said(step["goal"]) if isinstance(step["goal"], str) else Markup(),
        escape(span(snapshot.period.start, snapshot.day, language)),
    ]
    html = el(
        "div",
        el("p", translate(N_("Milestone review"), language), class_="kicker"),
        el("h1", said(step["title"])),
        entries([fact for fact in facts if fact], "meta"),
        class_="title",
    )
    title = f"{plain(str(said(step['title'])))}, {plain(str(titles(snapshot)))}"
    return headed(snapshot, html, title)


def milestone_summary(snapshot: Journey) -> Block:
    """Return in a sentence whether it is done, and when."""
    language, step = snapshot.language, _step(snapshot)
    late, word = step["days_late"], str(step["state"])
    if word == "done":
        days = 0 if pd.isna(late) else int(late)
        message = plural(
            *NN_("Done on {day}, *{n} day late*.", "Done on {day}, *{n} days late*."),
            days,
            language,
            day=day_text(step["done_on"].date(), language),
        )
        if not days:
            when = day_text(step["done_on"].date(), language)
            message = fill(N_("*Done* on {day}, in time."), language, day=when)
    else:
        message = translate(SAID[word], language)
        if pd.notna(step["due_on"]):
            when = day_text(step["due_on"].date(), language)
            due = fill(N_("It is due on {day}."), language, day=when)
            message = f"{message} {due}"
    before, within, after = message.split("*")
    words = filled("{}{}{}", before, el("strong", within), after)
    return opened(snapshot, "summary", el("p", words, class_="lede"))


SAID = {
    "late": N_("It is *late*."),
    "missed": N_("It was *missed*."),
    "dropped": N_("It was *dropped*."),
    "on_track": N_("It is *under way*."),
    "planned": N_("It is *planned* and has not begun."),
}


def milestone_plan(snapshot: Journey) -> Block:
    """Return what was planned, what moved and what was done, with the days."""
    language, step = snapshot.language, _step(snapshot)
    title = translate(N_("Planned and done"), language)
    moved = step["moved_days"]
    days = 0 if pd.isna(moved) else int(moved)
    told = ""
    if days:
        words = NN_("Moved by {n} day.", "Moved by {n} days.")
        told = plural(*words, days, language)
    rows = [
        (translate(label, language), _day(step[name], language), note)
        for label, name, note in (
            (N_("Begun"), "starts_on", ""),
            (N_("First agreed for"), "original_due_on", ""),
            (N_("Due on"), "due_on", told),
            (N_("Done on"), "done_on", ""),
        )
    ]
    columns = (N_("Step"), N_("Day"), N_("Remark"))
    shown = table(
        title,
        [translate(name, language) for name in columns],
        [(first, day, el("span", note, class_="none")) for first, day, note in rows],
        class_="grid outcomes",
    )
    stands = el("p", state(str(step["state"]), language))
    return section(snapshot, "plan", title, joined(stands, shown))


def milestone_success(snapshot: Journey) -> Block:
    """Return what success means, how it is seen, and the evidence for it."""
    language, step = snapshot.language, _step(snapshot)
    title = translate(N_("What success means"), language)
    means = step["success_means"]
    own = snapshot.evidence[snapshot.evidence["milestone_id"] == snapshot.milestone_id]
    notes = snapshot.reflections
    notes = notes[
        (notes["milestone_id"] == snapshot.milestone_id) & notes["text"].notna()
    ]
    if not isinstance(means, str) and own.empty and notes.empty:
        message = N_("Nobody has said yet what success means here, nor what shows it.")
        return empty(snapshot, "success", title, message)
    said_so = prose(means) if isinstance(means, str) else lead(_unsaid(snapshot))
    seen = step["verified_by"]
    how = (
        fill(
            N_("Seen by: {how}."),
            language,
            how=translate(Verification(str(seen)).label, language).lower(),
        )
        if isinstance(seen, str)
        else translate(N_("How it is seen was not agreed on."), language)
    )
    pieces = [
        el(
            "li",
            _when(row["occurred_on"], language),
            piece(row, language, not_shared(snapshot)),
        )
        for row in own.to_dict("records")
    ]
    pieces += [
        el(
            "li",
            _when(row["written_on"], language),
            el("div", prose(row["text"]), _by(row, snapshot)),
        )
        for _, row in notes.iterrows()
    ]
    shown = (
        el("ul", *pieces, class_="dated")
        if pieces
        else el(
            "p",
            translate(N_("No evidence is written down for it."), language),
            class_="none",
        )
    )
    return section(
        snapshot, "success", title, joined(said_so, el("p", how, class_="hint"), shown)
    )


def milestone_follows(snapshot: Journey) -> Block:
    """Return what follows: the goal's next milestones, and doors that it opened."""
    language, step = snapshot.language, _step(snapshot)
    title = translate(N_("What follows"), language)
    steps = standing_of(snapshot).steps
    ahead = steps[
        (steps["goal_id"] == step["goal_id"])
        & (steps["milestone_id"] != snapshot.milestone_id)
        & steps["state"].isin(["late", "on_track", "planned"])
    ]
    own = snapshot.evidence[snapshot.evidence["milestone_id"] == snapshot.milestone_id]
    doors = snapshot.opportunities
    doors = doors[doors["evidence_id"].isin(own["evidence_id"])]
    items = [
        el(
            "li",
            el("strong", said(row["title"])),
            small(_day(row["due_on"], language)),
        )
        for _, row in ahead.iterrows()
    ]
    items += [
        el("li", door(row, language, not_shared(snapshot)))
        for row in doors.to_dict("records")
    ]
    if not items:
        message = N_("Nothing follows yet. Agree on one next step when you meet.")
        return empty(snapshot, "follows", title, message)
    return section(snapshot, "follows", title, el("ol", *items, class_="steps"))


def _step(snapshot: Journey) -> dict[str, Any]:
    """Return the milestone with its state, be it a dropped one."""
    standing = standing_of(snapshot)
    found = milestone_states(standing.milestones, standing.goals, on=snapshot.day)
    row = found[found["milestone_id"] == snapshot.milestone_id].iloc[0]
    return {str(name): value for name, value in row.items()}


def _unsaid(snapshot: Journey) -> str:
    if snapshot.audience == "pair":
        return translate(N_("It was never written down."), snapshot.language)
    words = not_shared(snapshot)
    return words[:1].upper() + words[1:] + "."


def _day(day: pd.Timestamp | float, language: str) -> str:
    if not isinstance(day, pd.Timestamp) or pd.isna(day):
        return "–"
    return day_text(day.date(), language)


def _when(day: pd.Timestamp | float, language: str) -> Markup:
    if not isinstance(day, pd.Timestamp) or pd.isna(day):
        return el("span", "–")
    return dated(day, language)


def _by(row: pd.Series, snapshot: Journey) -> Markup:
    name = shown_name(snapshot, row["author_id"])
    return small(said(name)) if name else Markup()
