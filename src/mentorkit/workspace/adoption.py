"""What becomes of answers that are made records: told by record, by field and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

import pandas as pd

from mentorkit.assignments.submission import HandIn
from mentorkit.errors import Problem
from mentorkit.models import record_of


SHOWN = 60
"""Signs of a value that a line tells."""


class State(StrEnum):
    """What becomes of a record."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT = "left"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One record that answers would be, and what becomes of it.

    Attributes
    ----------
    fields : dict
        What was answered, by field.
    before : dict
        What the fields hold that change, or that are left.
    asked : dict of str to str
        The prompt, and the column, that each field was answered to.
    told : str
        Why it was left.
    """

    learner: str
    table: str
    row_id: str
    state: State
    fields: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)
    visibility: str | None = None
    told: str = ""

    def line(self) -> str:
        """Return it in one line: what it is, what was answered, who may read it."""
        noun = str(record_of(self.table).noun)
        read = f"[{self.visibility}]" if self.visibility else ""
        return "  ".join(filter(None, (noun, self.said(), read, self.told)))

    def said(self) -> str:
        """Return what was answered by field, and instead of what.

        Long texts are cut, and who reads it is left out.
        """
        return "; ".join(
            f"{name} {_short(value)}{self._was(name)}"
            for name, value in self.fields.items()
            if name != "visibility"
        )

    def _was(self, name: str) -> str:
        before = self.before.get(name)
        return "" if before is None else f" (instead of {_short(before)})"

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**asdict(self), "state": str(self.state)}


@dataclass
class Adoption:
    """What answers would become, or what they became.

    Attributes
    ----------
    outcomes : list of Outcome
        Each record of each learner.
    problems : dict of str to list of Problem
        What is wrong, by learner; nothing of theirs is added before it is right.
    waiting : dict of str to str
        Learners whose answers wait for something else, and for what.
    change_set : str or None
        What names the changes together, if there were any: ``ws.undo`` takes it.
    files : dict of str to HandIn
        The file of each learner that counts.
    homes : dict of str to str
        The mentorship that each learner's answers belong to.
    named : tuple of str
        The mentorships that were named, for learners who are in several.
    about : mapping of str to str
        Whom or what answers are about, where that was said, by learner.
    """

    assignment: str
    outcomes: list[Outcome] = field(default_factory=list, repr=False)
    problems: dict[str, list[Problem]] = field(default_factory=dict)
    waiting: dict[str, str] = field(default_factory=dict)
    change_set: str | None = None
    files: dict[str, HandIn] = field(default_factory=dict, repr=False)
    homes: dict[str, str] = field(default_factory=dict, repr=False)
    named: tuple[str, ...] = field(default=(), repr=False)
    about: Mapping[str, str] = field(default_factory=dict, repr=False)

    def frame(self) -> pd.DataFrame:
        """Return a row for each field: what it holds, whose, and what becomes of it."""
        told = [
            {
                "learner": each.learner,
                "mentorship": self.homes.get(each.learner),
                "table": each.table,
                "row": each.row_id,
                "state": str(each.state),
                "field": name,
                "answer": _text(value),
                "before": _text(each.before.get(name)),
                "visibility": each.visibility,
                "prompt": each.asked.get(name),
                "file": self.files[each.learner].path,
                "told": each.told or None,
            }
            for each in self.outcomes
            for name, value in (each.fields or {"": None}).items()
        ]
        return pd.DataFrame(told, columns=COLUMNS).astype("str")

    def records(self) -> pd.DataFrame:
        """Return a row for each record: whose, what it says, who reads it, its state."""
        told = [
            {
                "learner": each.learner,
                "mentorship": self.homes.get(each.learner),
                "table": each.table,
                "answer": each.said(),
                "visibility": each.visibility,
                "state": str(each.state),
                "told": each.told or None,
            }
            for each in self.outcomes
        ]
        return pd.DataFrame(told, columns=BRIEFLY).astype("str")

    def of(self, learner: str) -> list[Outcome]:
        """Return what becomes of one learner's answers."""
        return [each for each in self.outcomes if each.learner == learner]

    def told(self) -> str:
        """Return what it comes to, in a line."""
        new, changed = self.count(State.NEW), self.count(State.CHANGED)
        parts = [
            f"{new} new",
            f"{changed} changed",
            f"{self.count(State.SAME)} there already",
            f"{self.count(State.LEFT)} left as they are",
            f"{len(self.problems) + len(self.waiting)} learners held back",
        ]
        return f"{self.assignment}: {', '.join(parts)}."

    def count(self, *states: State) -> int:
        """Return how many records become this."""
        return sum(each.state in states for each in self.outcomes)

    @property
    def ready(self) -> list[str]:
        """The learners of whom something would be added or changed."""
        states = {State.NEW, State.CHANGED}
        return sorted({o.learner for o in self.outcomes if o.state in states})

    @property
    def needs_person(self) -> bool:
        """Whether somebody must look at any of it."""
        return bool(self.problems or self.waiting or self.count(State.LEFT))


BRIEFLY = (
    *("learner", "mentorship", "table", "answer", "visibility", "state", "told"),
)

COLUMNS = (
    *("learner", "mentorship", "table", "row", "state", "field", "answer", "before"),
    *("visibility", "prompt", "file", "told"),
)


def _short(value: Any) -> str:
    text = " ".join(str(value).split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rstrip()}…”"


def _text(value: Any) -> str | None:
    return None if value is None else str(value)
