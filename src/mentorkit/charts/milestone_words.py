"""What a milestone map says in words: its sentence, its caption and its table.

The drawing itself is in ``milestone_map``.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.charts.milestone_steps import Step
from mentorkit.charts.states import tally
from mentorkit.charts.telling import Told, day_cell, title_text
from mentorkit.i18n import N_, NN_, day_text, plural, translate


NAMED = 3
"""How many late milestones the sentence names; the table holds them all."""


def milestone_words(steps: list[Step], day: pd.Timestamp, language: str) -> Told:
    """Tell the milestones with their states on a day."""
    columns = _columns(steps, language)
    return Told(
        title=translate(N_("Milestones"), language),
        caption=_caption(steps, language),
        description=_description(steps, day, language),
        columns=tuple(translate(label, language) for label in columns),
        rows=tuple(zip(*columns.values(), strict=True)),
    )


def _description(steps: list[Step], day: pd.Timestamp, language: str) -> str:
    if not steps:
        return translate(N_("No milestones yet."), language)
    says = translate(N_("On {day}: {count}, {states}."), language).format(
        day=day_text(day, language),
        count=plural(*NN_("{n} milestone", "{n} milestones"), len(steps), language),
        states=tally([step.state for step in steps], language),
    )
    late = [step for step in steps if step.state == "late"]
    late.sort(key=lambda step: -step.days_late)
    named = [f"“{it.title}” ({_days(it.days_late, language)})" for it in late[:NAMED]]
    if len(late) > NAMED:
        named.append(translate(N_("{n} more"), language).format(n=len(late) - NAMED))
    return f"{says} {', '.join(named)}." if named else says


def _caption(steps: list[Step], language: str) -> str:
    """Explain the marks that are there, and no others."""
    marks = {
        N_("Thin line: the plan."): any(step.start and step.due for step in steps),
        N_("Bar: the work, up to the day it was done or the dotted line."): any(
            step.begun and not step.spot for step in steps
        ),
        N_("Dot: work of one day, or ahead of its plan."): any(
            step.spot for step in steps
        ),
        N_("Upright tick: due date."): any(step.due for step in steps),
        N_("Hollow tick: date first agreed."): any(step.moved for step in steps),
        N_("Dashed: not begun."): any(step.state == "planned" for step in steps),
        N_("Cross: missed."): any(step.state == "missed" for step in steps),
    }
    return " ".join(translate(mark, language) for mark, drawn in marks.items() if drawn)


def _columns(steps: list[Step], language: str) -> dict[str, list[str]]:
    columns = {N_("Milestone"): [step.title for step in steps]}
    if any(step.goal for step in steps):
        columns[N_("Goal")] = [title_text(step.goal, language) for step in steps]
    columns[N_("Start")] = [day_cell(step.start, language) for step in steps]
    columns[N_("Due")] = [day_cell(step.due, language) for step in steps]
    if any(step.moved for step in steps):
        first = [day_cell(step.first_due, language) for step in steps]
        columns[N_("First agreed")] = first
    columns[N_("Done on")] = [day_cell(step.done, language) for step in steps]
    columns[N_("State")] = [_state(step, language) for step in steps]
    return columns


def _state(step: Step, language: str) -> str:
    word = step.look.word(language)
    return f"{word} ({_days(step.days_late, language)})" if step.days_late else word


def _days(count: int, language: str) -> str:
    return plural(*NN_("{n} day late", "{n} days late"), count, language)
