"""What a chart of goals says in words: its sentence, its caption and its table.

The drawing itself is in ``goal_progress``.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.charts.goal_lines import Line
from mentorkit.charts.states import tally
from mentorkit.charts.telling import Told, day_cell, number_cell
from mentorkit.i18n import N_, NN_, day_text, percent_text, plural, translate


LEVELS = {
    -2: N_("Much less than expected"),
    -1: N_("Less than expected"),
    0: N_("As expected"),
    1: N_("More than expected"),
    2: N_("Much more than expected"),
}

NAMED = 3
"""How many goals that need a look the sentence names; the table holds them all."""

COLUMNS = (
    N_("Goal"),
    N_("Measured"),
    N_("Way gone"),
    N_("Time gone"),
    N_("Due"),
    N_("State"),
)


def goal_words(lines: list[Line], day: pd.Timestamp, language: str) -> Told:
    """Tell the pace of goals on a day."""
    return Told(
        title=translate(N_("Progress of the goals"), language),
        caption=_caption(lines, language),
        description=_description(lines, day, language),
        columns=tuple(translate(label, language) for label in COLUMNS),
        rows=tuple(_row(line, language) for line in lines),
    )


def measured_text(line: Line, language: str) -> str:
    """Return what was measured last: ``34 of 40 tables``, or the level in words."""
    if line.value is None:
        return "" if line.level is None else translate(LEVELS[line.level], language)
    if line.target is None:
        says = N_("{value} {unit}")
    elif line.baseline == 0:
        says = N_("{value} of {target} {unit}")
    elif line.baseline is None:
        says = N_("{value} {unit}, toward {target}")
    else:
        says = N_("{value} {unit}, from {baseline} to {target}")
    told = translate(says, language).format(
        value=number_cell(line.value, language),
        target=number_cell(line.target, language),
        baseline=number_cell(line.baseline, language),
        unit=line.unit,
    )
    return told.replace(" ,", ",").strip()


def _caption(lines: list[Line], language: str) -> str:
    """Explain the marks that are there, and no others."""
    marks = {
        N_("Thick line: what was measured, from the start up to the target."): any(
            line.points for line in lines
        ),
        N_("Thin line: an even pace."): any(line.due for line in lines),
        N_("Upright tick: due date."): any(line.due for line in lines),
    }
    return " ".join(translate(mark, language) for mark, drawn in marks.items() if drawn)


def _row(line: Line, language: str) -> tuple[str, ...]:
    return (
        line.title,
        measured_text(line, language) or "–",
        _percent(line.share, language),
        _percent(line.expected, language),
        day_cell(line.due, language),
        line.look.word(language),
    )


def _description(lines: list[Line], day: pd.Timestamp, language: str) -> str:
    if not lines:
        return translate(N_("No goals yet."), language)
    says = translate(N_("On {day}: {count}, {states}."), language).format(
        day=day_text(day, language),
        count=plural(*NN_("{n} goal", "{n} goals"), len(lines), language),
        states=tally([line.state for line in lines], language),
    )
    needy = [line for line in lines if line.state in ("at_risk", "late")]
    named = [_named(line, language) for line in needy[:NAMED]]
    if len(needy) > NAMED:
        named.append(translate(N_("{n} more"), language).format(n=len(needy) - NAMED))
    return f"{says} {', '.join(named)}." if named else says


def _named(line: Line, language: str) -> str:
    says = N_("“{goal}” ({state}: {share} of the way, {time} of the time gone)")
    if line.share is None or line.expected is None:
        says = N_("“{goal}” ({state})")
    return translate(says, language).format(
        goal=line.title,
        state=line.look.word(language).lower(),
        share=_percent(line.share, language),
        time=_percent(line.expected, language),
    )


def _percent(share: float | None, language: str) -> str:
    return "–" if share is None else percent_text(round(share * 100), language)
