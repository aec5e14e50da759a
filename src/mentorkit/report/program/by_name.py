"""All mentorships of a program in one table, by name."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, day_text, fill, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el, joined, said, small
from mentorkit.report.parts.opening import people
from mentorkit.report.parts.outline import empty, lead, section
from mentorkit.report.program.standing import ProgramStanding, program_standing_of
from mentorkit.report.table import part_of, state, table


def mentorships(snapshot: ProgramSnapshot) -> Block:
    """Return every mentorship by name: goals, milestones, sessions, and its state."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("All mentorships"), language)
    if standing.pairs.empty:
        return empty(snapshot, "mentorships", title, N_("None ran in this period."))
    columns = (
        N_("Mentee"),
        N_("Mentor"),
        N_("Goals reached"),
        N_("Milestones done"),
        N_("Sessions held"),
        N_("Last session"),
        N_("State"),
    )
    rows = standing.pairs.to_dict("records")
    shown = table(
        translate(N_("All mentorships, by name"), language),
        [translate(name, language) for name in columns],
        [_row(row, standing) for row in rows],
        class_="grid mentorships",
    )
    words = N_("By name. Sessions are those of this period, all else is of all time.")
    return section(
        snapshot, "mentorships", title, joined(lead(translate(words, language)), shown)
    )


def _row(row: Mapping[Hashable, Any], standing: ProgramStanding) -> tuple[object, ...]:
    language = standing.snapshot.language
    mentees, mentors = row["mentees"], row["mentors"]
    none = el("span", "–", class_="none")
    expected = row["sessions_expected"]
    return (
        people(mentees, language) if mentees else said(row["mentorship"]),
        people(mentors, language) if mentors else none,
        part_of(row["goals_reached"], row["goals"], language),
        _steps(row, language),
        part_of(
            row["sessions_held"], None if pd.isna(expected) else expected, language
        ),
        _last(row["last_on"], standing) or none,
        state(_state(row, standing), language),
    )


def _steps(row: Mapping[Hashable, Any], language: str) -> Markup:
    told: list[object] = [part_of(row["milestones_done"], row["milestones"], language)]
    if late := row["milestones_late"]:
        told.append(small(fill(N_("{n} late"), language, n=late)))
    return joined(*told)


def _last(day: pd.Timestamp | float, standing: ProgramStanding) -> Markup | None:
    if not isinstance(day, pd.Timestamp) or pd.isna(day):
        return None
    snapshot = standing.snapshot
    told = day_text(
        day.date(),
        snapshot.language,
        year=day.year != snapshot.period.end.year,
        short=True,
    )
    return el("time", told, datetime=f"{day:%Y-%m-%d}")


def _state(row: Mapping[Hashable, Any], standing: ProgramStanding) -> str:
    handle = row["mentorship"]
    if handle in standing.called["open"]:
        return "call"
    if handle in standing.called["settled"]:
        return "settled"
    return str(row["status"]) if row["status"] in ("paused", "closed") else "active"
