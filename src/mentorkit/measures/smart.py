"""SMART: what a goal still lacks, read from its fields, said gently.

A check never blocks: it gives reasons, and the people decide.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mentorkit.i18n import N_, translate
from mentorkit.measures.levels import LEVELS
from mentorkit.measures.reading import DAYS, need
from mentorkit.models import Goal


VAGUE = re.compile(
    r"\b(improve|better|more|learn|understand|grow|develop|enhance)\b", re.IGNORECASE
)
"""Words that name a wish and leave the thing open."""

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What one letter's check found, in words that are still to be translated."""

    ok: bool
    reason: str
    word: str = ""
    missing: Sequence[str] = ()

    def told(self, language: str) -> str:
        """Return the reason in a language, with what it names filled in."""
        names = [translate(name, language) for name in self.missing]
        listed = ", ".join(f"“{name}”" for name in names)
        return translate(self.reason, language).format(word=self.word, missing=listed)


def smart(
    goal: Goal | Values | pd.Series,
    milestones: pd.DataFrame | None = None,
    *,
    language: str = "en",
) -> pd.DataFrame:
    """Return, letter by letter, whether a goal is SMART, with a reason each.

    The fields are read, not the prose: a digit in a title does not make a goal
    measurable.

    Parameters
    ----------
    goal : Goal, mapping or row of the goals frame
        The goal.
    milestones : pandas.DataFrame, optional
        ``goal_id``, ``due_on``, ``status``; without them, none are asked for.
    language : str
        Language tag of the words.

    Returns
    -------
    pandas.DataFrame
        Five rows, S to T: ``letter``, ``word``, ``verdict`` (category: ok, warn),
        ``reason`` (text).

    Raises
    ------
    MeasureError
        The milestones lack a column.

    Notes
    -----
    Doran (1981), "There's a S.M.A.R.T. way to write management's goals and
    objectives", Management Review 70, in the wording that has become usual. Three
    described levels with the expected one between them count as measurable, after
    Kiresuk and Sherman (1968).

    Examples
    --------
    >>> goal = Goal(mentorship_id="ms-1", title="Learn Python 3", set_on="2026-07-01")
    >>> found = smart(goal)
    >>> "".join(found.loc[found["verdict"] == "ok", "letter"])
    ''
    >>> found["reason"][0]
    'Name the thing that will be there; “learn” leaves it open.'
    """
    values = _values(goal)
    answers = (
        ("S", N_("Specific"), _specific(values)),
        ("M", N_("Measurable"), _measurable(values)),
        ("A", N_("Achievable"), _achievable(values)),
        ("R", N_("Relevant"), _relevant(values)),
        ("T", N_("Time-bound"), _timed(values, milestones)),
    )
    rows = [
        (
            letter,
            translate(word, language),
            "ok" if it.ok else "warn",
            it.told(language),
        )
        for letter, word, it in answers
    ]
    found = pd.DataFrame(rows, columns=["letter", "word", "verdict", "reason"])
    return found.astype({"verdict": pd.CategoricalDtype(["ok", "warn"])})


def _values(goal: Goal | Values | pd.Series) -> Values:
    """Return the goal's plain values, without those that are missing."""
    if isinstance(goal, Goal):
        given: dict[str, Any] = goal.model_dump()
    else:
        given = {str(name): goal[name] for name in goal.keys()}  # noqa: SIM118
    return {name: value for name, value in given.items() if not pd.isna(value)}


def _specific(goal: Values) -> Answer:
    vague = VAGUE.search(str(goal.get("title", "")))
    if goal.get("specific"):
        return Answer(ok=True, reason=N_("It says what exactly will be done."))
    if vague and not _counted(goal):
        return Answer(
            ok=False,
            reason=N_("Name the thing that will be there; “{word}” leaves it open."),
            word=vague[0].lower(),
        )
    return Answer(ok=False, reason=N_("Add a line on what exactly will be done."))


def _measurable(goal: Values) -> Answer:
    missing = [
        Goal.field(name).about.label
        for name in ("metric", "unit", "baseline", "target")
        if goal.get(name) in (None, "")
    ]
    if not missing and goal["baseline"] == goal["target"]:
        return Answer(
            ok=False,
            reason=N_("It starts where it should end: check the baseline and target."),
        )
    if not missing:
        return Answer(ok=True, reason=N_("A number will show when it is reached."))
    if _levels_described(goal):
        return Answer(ok=True, reason=N_("Its levels say what reaching it means."))
    return Answer(
        ok=False,
        reason=N_("To see when it is reached, fill in {missing}."),
        missing=missing,
    )


def _achievable(goal: Values) -> Answer:
    if not (goal.get("importance", 1) and goal.get("difficulty", 1)):
        return Answer(
            ok=False,
            reason=N_(
                "With an importance or difficulty of 0 it adds nothing to the score."
            ),
        )
    if goal.get("achievable"):
        return Answer(ok=True, reason=N_("It says what makes it realistic."))
    return Answer(
        ok=False, reason=N_("Note what makes it realistic: time, help, a first step.")
    )


def _relevant(goal: Values) -> Answer:
    if goal.get("relevant"):
        return Answer(ok=True, reason=N_("It says why it matters."))
    return Answer(ok=False, reason=N_("Say what changes when it is reached."))


def _timed(goal: Values, milestones: pd.DataFrame | None) -> Answer:
    due, start = goal.get("due_on"), goal.get("set_on")
    if due is None:
        return Answer(ok=False, reason=N_("Give it a due date; it can be moved later."))
    due = pd.Timestamp(str(due))
    if start is not None and due <= pd.Timestamp(str(start)):
        return Answer(
            ok=False, reason=N_("It is due on the day it was set: leave it some time.")
        )
    if milestones is None or _steps(goal, milestones, due):
        return Answer(ok=True, reason=N_("It has a due date and time to get there."))
    return Answer(ok=False, reason=N_("Add a milestone on the way to the due date."))


def _counted(goal: Values) -> bool:
    return bool(goal.get("metric")) and goal.get("target") is not None


def _levels_described(goal: Values) -> bool:
    """Three levels at least, the expected one among them, with one on each side."""
    m2, m1, zero, p1, p2 = (bool(goal.get(level)) for level in LEVELS)
    return zero and (m2 or m1) and (p1 or p2)


def _steps(goal: Values, milestones: pd.DataFrame, due: pd.Timestamp) -> bool:
    need(milestones, "milestones", "goal_id", "due_on", "status")
    own = milestones.loc[milestones["goal_id"] == goal.get("goal_id")]
    kept = own.loc[own["status"] != "dropped", "due_on"]
    return bool((kept.astype(DAYS) <= due).any())
