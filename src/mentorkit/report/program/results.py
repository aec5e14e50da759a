"""What came of a program: outcomes, the spread of its people, what was decided."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from mentorkit import charts
from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, fill, number_text, translate
from mentorkit.models import MentorshipStatus
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.markup import el, joined, prose, said
from mentorkit.report.parts.outline import dated, empty, lead, section
from mentorkit.report.program.standing import ProgramStanding, program_standing_of
from mentorkit.report.table import part_of, table


def spread(snapshot: ProgramSnapshot) -> Block:
    """Return how goal attainment spreads: one dot a person, the median, no averages."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("How goals spread"), language)
    scores = standing.scores
    if len(scores) < standing.least:
        words = N_(
            "Fewer than {n} people have goals with levels, so no spread is shown."
        )
        return empty(snapshot, "spread", title, fill(words, language, n=standing.least))
    figure = Figure.of(
        *(charts.spread(scores, width=width, language=language) for width in (860, 330))
    )
    median = number_text(scores["score"].median(), language, digits=0)
    message = N_("Half of {n} people are at {median} or more; 50 is as expected.")
    words = fill(message, language, n=len(scores), median=median)
    return section(snapshot, "spread", title, lead(words), figure)


def outcomes(snapshot: ProgramSnapshot) -> Block:
    """Return what came of it: goals, milestones, doors opened, how mentorships ended."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("Outcomes"), language)
    rows = [
        (translate(label, language), what, el("span", note, class_="none"))
        for label, what, note in _outcomes(standing)
    ]
    if not rows:
        return empty(snapshot, "outcomes", title, N_("None are on record yet."))
    columns = (N_("Outcome"), N_("How many"), N_("What it means"))
    html = table(
        translate(N_("What came of it"), language),
        [translate(name, language) for name in columns],
        rows,
        class_="grid outcomes",
    )
    return section(snapshot, "outcomes", title, html)


def _outcomes(standing: ProgramStanding) -> Iterator[tuple[str, str, str]]:
    language, goals = standing.snapshot.language, standing.goals
    total = len(goals)
    meanings = {
        "done": (N_("Goals reached"), N_("At their target, or said to be met.")),
        "partly_met": (N_("Goals partly met"), N_("Ended, with part of it there.")),
        "not_met": (N_("Goals not met"), N_("Ended, and worth a question why.")),
    }
    for word, (label, meaning) in meanings.items():
        n = int((goals["state"] == word).sum())
        if n or (word == "done" and total):
            yield label, part_of(n, total, language), translate(meaning, language)
    if done := standing.total("done_in_period"):
        meaning = N_("In this period, whenever they were planned for.")
        told = number_text(done, language)
        yield N_("Milestones done"), told, translate(meaning, language)
    yield from _doors(standing)
    yield from _endings(standing)


def _doors(standing: ProgramStanding) -> Iterator[tuple[str, str, str]]:
    """Tell of the doors that were opened in the period."""
    found, language = (
        _of_period(standing, "opportunities", "occurred_on"),
        standing.snapshot.language,
    )
    if len(found):
        taken = int(found["outcome"].isin(["taken", "succeeded"]).sum())
        meaning = fill(
            N_("Introductions, stages, roles; {n} were taken up."), language, n=taken
        )
        yield N_("Doors opened"), number_text(len(found), language), meaning


def _endings(standing: ProgramStanding) -> Iterator[tuple[str, str, str]]:
    """Tell how the mentorships ended that were closed in the period."""
    language = standing.snapshot.language
    found = _of_period(standing, "mentorships", "ends_on")
    closed = found[found["status"] == MentorshipStatus.CLOSED.value]
    if len(closed):
        met = int((closed["close_reason"] == "goals_met").sum())
        meaning = fill(N_("{n} of them with their goals met."), language, n=met)
        yield N_("Mentorships closed"), number_text(len(closed), language), meaning


def _of_period(standing: ProgramStanding, name: str, column: str) -> pd.DataFrame:
    frame, told = standing.tables[name], standing.snapshot
    first, last = pd.Timestamp(told.period.start), pd.Timestamp(told.day)
    return frame[frame[column].between(first, last)]


def program_decisions(snapshot: ProgramSnapshot) -> Block:
    """Return what was decided for the whole program in the period, with the reasons."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("Decisions"), language)
    found = _of_period(standing, "decisions", "decided_on")
    found = found[
        found["mentorship_id"].isna()
        & ~found["ref_id"].isin(snapshot.enrollments["enrollment_id"])
        & found["decision"].notna()
    ]
    if found.empty:
        message = N_("None were written down in this period.")
        return empty(snapshot, "decisions", title, message)
    items = [
        el(
            "li",
            dated(row["decided_on"], language),
            el("div", el("p", said(row["decision"]), class_="decision"), _why(row)),
        )
        for _, row in found.iterrows()
    ]
    return section(
        snapshot, "decisions", title, joined(el("ul", *items, class_="dated"))
    )


def _why(row: pd.Series) -> Markup:
    given = isinstance(row["rationale"], str)
    return el("div", prose(row["rationale"]), class_="reason") if given else Markup()
