"""What the program's own files may say, and how all files are read; see ``plan``."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files
from typing import Any

from mentorkit.demo.plan import DecisionPlan, Part, Plan, Story


class PersonPlan(Plan):
    """Somebody, and the parts they take."""

    handle: str
    name: str
    timezone: str
    language: str
    org_unit: str | None = None
    parts: list[Part]


class ProgramPlan(Plan):
    """The program itself and everyone in it; the lead is one of them."""

    handle: str
    name: str
    purpose: str
    scope: str
    expected_outcomes: str
    timezone: str
    starts_on: dt.date
    ends_on: dt.date
    pilot_weeks: int
    retain_days: int
    cohort: str
    lead: str
    period: str
    last_day: dt.date
    decisions: list[DecisionPlan]
    people: list[PersonPlan]

    def person(self, handle: str) -> PersonPlan:
        """Return one person."""
        return next(person for person in self.people if person.handle == handle)


def read_program() -> ProgramPlan:
    """Read the program and its people."""
    folder = files("mentorkit.demo")
    people = [person for part in _tables("people") for person in part["people"]]
    about = tomllib.loads((folder / "program.toml").read_text(encoding="utf-8"))
    return ProgramPlan(**about, people=people)


def read_stories() -> list[Story]:
    """Read every story, in the order of the files' names."""
    return [Story(**table) for table in _tables("stories")]


def _tables(name: str) -> list[dict[str, Any]]:
    found = (files("mentorkit.demo") / name).iterdir()
    texts = {f.name: f.read_text(encoding="utf-8") for f in found if ".toml" in f.name}
    return [tomllib.loads(texts[file]) for file in sorted(texts)]
