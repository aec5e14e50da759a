"""Growth: goals with their pace, the milestone map, confidence, and what was won."""

from __future__ import annotations

from functools import partial

import pandas as pd
from markupsafe import Markup, escape

from mentorkit import charts
from mentorkit.charts.states import STATES
from mentorkit.frames.snapshot import Snapshot
from mentorkit.i18n import N_, NN_, day_text, fill, number_text, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.markup import el, filled, joined, prose, said, small
from mentorkit.report.parts.outline import dated, empty, lead, section, untitled
from mentorkit.report.standing import Standing, shown_name, standing_of
from mentorkit.report.table import bar, state, table
from mentorkit.report.telling import COMMA, rating_text, share


LEVELS = {
    -2: N_("much less than expected"),
    -1: N_("less than expected"),
    0: N_("as expected"),
    1: N_("more than expected"),
    2: N_("much more than expected"),
}

FEW = 3
"""Up to how many people are told one by one in a sentence."""

SAID_BY_STATUS = ("draft", "superseded")
"""Statuses that say more than the pace does."""


def goals(snapshot: Snapshot) -> Block:
    """Return the goals: how far each has come, how far it should be, and its state."""
    language, standing = snapshot.language, standing_of(snapshot)
    title = translate(N_("Goals"), language)
    if standing.pace.empty:
        return empty(snapshot, "goals", title, N_("No goals are written down yet."))
    columns = (N_("Goal"), N_("Progress"), N_("Measured"), N_("Status"))
    rows = [_goal(row, standing) for _, row in standing.pace.iterrows()]
    shown = table(
        translate(N_("Goals and how far they have come"), language),
        [translate(name, language) for name in columns],
        rows,
        class_="grid goals",
    )
    sentence = lead(_tally(standing))
    hint = Markup()
    if standing.pace["share"].notna().any():
        text = N_("The tick on a bar is where an even pace would have brought it.")
        hint = el("p", translate(text, language), class_="drawn hint")
    note = untitled(snapshot, snapshot.goals)
    return section(snapshot, "goals", title, joined(sentence, shown, hint, note))


def milestones(snapshot: Snapshot) -> Block:
    """Return the milestone map, and on demand its table."""
    standing = standing_of(snapshot)
    title = translate(N_("Milestones"), snapshot.language)
    if standing.milestones.empty:
        return empty(
            snapshot, "milestones", title, N_("No milestones are planned yet.")
        )
    figure = Figure.of(
        *(
            charts.milestone_map(
                standing.milestones,
                standing.goals,
                on=snapshot.day,
                width=width,
                language=snapshot.language,
            )
            for width in (860, 330)
        )
    )
    note = untitled(snapshot, snapshot.milestones)
    words = joined(lead(_step_tally(standing)), note)
    return section(snapshot, "milestones", title, words, figure)


def confidence(snapshot: Snapshot) -> Block:
    """Return how confident people felt, by their own ratings."""
    title = translate(N_("Confidence"), snapshot.language)
    if snapshot.reflections["confidence"].isna().all():
        return empty(
            snapshot,
            "confidence",
            title,
            N_("Nobody rated their confidence in this period."),
            half=True,
        )
    figure = Figure.of(
        *(
            charts.confidence(
                snapshot.reflections,
                snapshot.members,
                width=width,
                language=snapshot.language,
            )
            for width in (480, 330)
        )
    )
    words = _moods(standing_of(snapshot))
    return section(snapshot, "confidence", title, words, figure, half=True)


def wins(snapshot: Snapshot) -> Block:
    """Return what was won: milestones done, and successes in people's own words."""
    language, standing = snapshot.language, standing_of(snapshot)
    title = translate(N_("Wins"), language)
    items = [
        (row["done_on"], said(row["title"]), row["goal"])
        for _, row in standing.done_in_period.iterrows()
    ]
    told = snapshot.reflections
    told = told[(told["kind"] == "success") & told["text"].notna()]
    items += [
        (row["written_on"], prose(row["text"]), shown_name(snapshot, row["author_id"]))
        for _, row in told.iterrows()
    ]
    if not items:
        return empty(snapshot, "wins", title, N_("None in this period."), half=True)
    listed = [
        el(
            "li",
            dated(when, language),
            el("div", what, small(said(of)) if of else ""),
        )
        for when, what, of in sorted(items, key=lambda item: item[0])
    ]
    return section(
        snapshot, "wins", title, el("ul", *listed, class_="dated"), half=True
    )


def _tally(standing: Standing) -> str:
    language, total = standing.snapshot.language, len(standing.counted)
    if not total:
        return translate(N_("None of them is agreed on yet."), language)
    first = plural(
        *NN_("{reached} of {n} goal reached", "{reached} of {n} goals reached"),
        total,
        language,
        reached=standing.reached,
    )
    pieces = [first]
    for word in ("at_risk", "late", "partly_met", "not_met", "not_measured"):
        found = int((standing.counted["state"] == word).sum())
        if found:
            pieces.append(f"{found} {STATES[word].word(language).lower()}")
    return translate(COMMA, language).join(pieces) + "."


def _step_tally(standing: Standing) -> str:
    language, total = standing.snapshot.language, len(standing.steps)
    first = [
        plural(
            *NN_("{done} of {n} milestone done", "{done} of {n} milestones done"),
            total,
            language,
            done=standing.step_count("done"),
        )
    ]
    rest = [
        f"{found} {STATES[word].word(language).lower()}"
        for word in ("late", "missed")
        if (found := standing.step_count(word))
    ]
    return translate(COMMA, language).join(first + rest) + "."


def _moods(standing: Standing) -> Markup:
    """Return where each mentee's confidence went, while they are few."""
    told, language = [], standing.snapshot.language
    for name, ratings in standing.ratings.groupby("name", sort=False)["confidence"]:
        first, last = (rating_text(ratings.iloc[at], language) for at in (0, -1))
        message = (
            N_("{name} stayed at {last} of 5.")
            if first == last
            else N_("{name} went from {first} to {last} of 5.")
        )
        if len(ratings) == 1:
            message = N_("{name} gave one rating: {last} of 5.")
        words = translate(message, language)
        told.append(filled(words, name=said(name), first=first, last=last))
    if not 0 < len(told) <= FEW:
        return Markup()
    return el("p", Markup(" ").join(told), class_="lead")


def _goal(row: pd.Series, standing: Standing) -> tuple[object, ...]:
    language = standing.snapshot.language
    name = [said(row["title"])]
    if (few := _small(row, standing)) is not None:
        name.append(few)
    status = str(row["status"])
    word = status if status in SAID_BY_STATUS else str(row["state"])
    return (
        el("div", *name, class_="what"),
        _progress(row, language),
        _measured(row, language),
        state(word, language),
    )


def _small(row: pd.Series, standing: Standing) -> Markup | None:
    """Return when a goal is due and, among several mentees, whose it is."""
    snapshot, pieces = standing.snapshot, []
    if len(snapshot.names("mentee")) > 1:
        members = snapshot.members
        names = members.loc[members["person"] == row["owner"], "name"]
        pieces += [said(name) for name in names[:1]]
    if pd.notna(row["due_on"]):
        due = row["due_on"].date()
        when = day_text(
            due, snapshot.language, year=due.year != snapshot.period.end.year
        )
        pieces.append(escape(fill(N_("due {day}"), snapshot.language, day=when)))
    return small(Markup(", ").join(pieces)) if pieces else None


def _progress(row: pd.Series, language: str) -> Markup:
    if pd.isna(row["share"]):
        return el("span", "–", class_="none")
    word = str(row["state"])
    open_ = word in ("on_track", "at_risk", "late")
    expected = float(row["expected"]) if pd.notna(row["expected"]) and open_ else None
    colour = STATES[word].token
    drawn = el("span", bar(row["share"], colour, expected), class_="track-box")
    told = [drawn, el("strong", share(row["share"], language))]
    if expected is not None:
        pace = share(expected, language)
        by_now = fill(N_("{share} at an even pace"), language, share=pace)
        told.append(small(by_now))
    return el("div", *told, class_="share")


def _measured(row: pd.Series, language: str) -> Markup:
    told = []
    if pd.notna(row["value"]):
        told.append(_count(row, language))
    if pd.notna(row["level"]):
        level = int(row["level"])
        meaning = translate(LEVELS[level], language)
        told.append(small(meaning) if told else escape(meaning.capitalize()))
    if not told:
        told.append(el("span", translate(N_("not yet"), language), class_="none"))
    return joined(*told)


def _count(row: pd.Series, language: str) -> Markup:
    unit = "" if pd.isna(row["unit"]) else str(row["unit"])
    start = 0.0 if pd.isna(row["baseline"]) else float(row["baseline"])
    written = partial(number_text, language=language, digits=2)
    values = {"value": written(row["value"]), "start": written(start)}
    if pd.isna(row["target"]):
        message = N_("{value} {unit}")
    else:
        values["target"] = written(row["target"])
        message = (
            N_("{value} of {target} {unit}")
            if start == 0 and row["target"] > 0
            else N_("{value}, from {start} to {target} {unit}")
        )
    text = translate(message, language)
    return Markup(text).format(**values, unit=said(unit) if unit else "")  # noqa: S704
