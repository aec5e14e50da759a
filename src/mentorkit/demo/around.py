"""What surrounds the stories: library, profiles, portfolios, sheets, attendance, concerns.

Rows are written in the files as frames show them, with handles for references.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from mentorkit import instruments
from mentorkit.demo.clock import Clock
from mentorkit.demo.enroll import person_id, program_id
from mentorkit.demo.ledger import Ids, Ledger
from mentorkit.demo.program_plan import ProgramPlan
from mentorkit.demo.telling import Telling
from mentorkit.models import (
    Assessment,
    Attendance,
    Competency,
    Concern,
    ConcernStatus,
    Evidence,
    Item,
    Opportunity,
    Profile,
    RaterGroup,
    Record,
    Resource,
    Response,
    SessionStatus,
)


INSTRUMENTS_ON = dt.date(2026, 4, 2)
"""When the lead took the instruments into the program."""

ROWS: tuple[tuple[str, type[Record]], ...] = (
    ("library", Competency),
    ("library", Resource),
    ("profiles", Profile),
    ("portfolio", Evidence),
    ("portfolio", Opportunity),
    ("concerns", Concern),
)
"""Which file tells the rows of which record."""


DRAWN: tuple[type[Record], ...] = (
    *(record for _, record in ROWS),
    Assessment,
    Response,
    Attendance,
)


class Around:
    """The telling of what surrounds the stories."""

    def __init__(
        self,
        ledger: Ledger,
        program: ProgramPlan,
        stories: Mapping[str, Telling],
        seed: int,
    ) -> None:
        self.ledger, self.program, self.stories = ledger, program, stories
        self.clock = Clock(seed, f"{program.handle} around", program.timezone)
        self.ids = {record: Ids(f"{program.handle} {record.table}") for record in DRAWN}
        self.handles: dict[tuple[str, str], str] = {}

    def tell(self) -> None:
        """Tell all of it into the ledger."""
        items = self._tell_instruments()
        for file, record in ROWS:
            for row in _read(file)[record.table]:
                self._tell_row(record, row)
        sheets = _read("sheets")
        for sheet in sheets["sheets"]:
            self._tell_sheet(sheet, items[sheet["instrument"]])
        for attended in sheets["attended"]:
            self._tell_attendance(attended)

    def when(self, day: dt.date, by: str) -> dt.datetime:
        """Return when somebody wrote a thing of that day down."""
        return self.clock.evening(day, self.program.person(by).timezone)

    def _tell_instruments(self) -> dict[str, list[Item]]:
        found = {name: instruments.read(name) for name in instruments.names()}
        lead = self.program.lead
        for items in found.values():
            self.ledger.add_together(self.when(INSTRUMENTS_ON, lead), lead, items)
        return found

    def _tell_row(self, record: type[Record], row: Mapping[str, Any]) -> None:
        by, on = row["by"], row["on"]
        later = {"settled": row.get("settled"), "outcome": row.get("outcome")}
        apart = {"by", "on", "settled", *(["outcome"] if later["settled"] else [])}
        told = {name: value for name, value in row.items() if name not in apart}
        made = record(**self._values(record, told, by, on))
        if handle := told.get("handle"):
            self.handles[record.table, handle] = made.id
        self.ledger.add(self.when(on, by), by, made)
        if later["settled"]:
            self._settle(made, row["handler"], later["settled"], later["outcome"])

    def _values(
        self, record: type[Record], told: Mapping[str, Any], by: str, on: dt.date
    ) -> dict[str, Any]:
        """Return a row's values: what the file says, with ids, and what goes without."""
        filled = {
            "today": on,
            "signer": person_id(by),
            "program": program_id(self.program),
        }
        values: dict[str, Any] = {record.key(): self.ids[record].draw(record)}
        for field in record.fields():
            name = field.name.removesuffix("_id")
            if field.about.ref and name in told:
                found = self._named(field.about.ref, told[name], told)
                values[field.name] = found
            elif field.name in told:
                values[field.name] = told[field.name]
            elif field.about.fill in filled:
                values[field.name] = filled[field.about.fill]
        return values

    def _settle(
        self, concern: Record, handler: str, on: dt.date, outcome: str | None
    ) -> None:
        done = {
            "status": ConcernStatus.RESOLVED,
            "resolved_on": on,
            "outcome": outcome,
        }
        place = (concern.table, concern.id)
        why = "Talked it through with both."
        self.ledger.revise(self.when(on, handler), handler, place, done, why)

    def _named(self, table: str, name: str, told: Mapping[str, Any]) -> str:
        """Return the id of what a row refers to by its handle or key."""
        if table == "people":
            return person_id(self.program.person(name).handle)
        if table == "mentorships":
            return self.stories[name].mentorship_id
        if table == "goals":
            return self.stories[told["mentorship"]].goals[name]
        return self.handles[table, name]

    def _tell_sheet(self, plan: Mapping[str, Any], items: list[Item]) -> None:
        by, on, story = plan["by"], plan["on"], self.stories[plan["mentorship"]]
        sheet = Assessment(
            assessment_id=self.ids[Assessment].draw(Assessment),
            program_id=program_id(self.program),
            mentorship_id=story.mentorship_id,
            instrument=plan["instrument"],
            person_id=person_id(plan.get("person", by)),
            rater_id=person_id(by),
            rater_group=plan.get("group", RaterGroup.SELF),
            wave=plan["wave"],
            session_id=story.sessions[on] if plan.get("session") else None,
            taken_on=on,
            note=plan.get("note"),
            visibility=plan.get("visibility", "pair"),
        )
        answers = [
            Response(
                response_id=self.ids[Response].draw(Response),
                assessment_id=sheet.id,
                item_id=item.id,
                value=value,
            )
            for item, value in zip(items, plan["answers"], strict=True)
        ]
        self.ledger.add_together(self.when(on, by), by, [sheet, *answers])

    def _tell_attendance(self, plan: Mapping[str, Any]) -> None:
        story, by = self.stories[plan["mentorship"]], plan["by"]
        sessions = story.story.sessions
        held = [each.on for each in sessions if each.status is SessionStatus.HELD]
        for place, day in enumerate(sorted(held)):
            present = [
                Attendance(
                    attendance_id=self.ids[Attendance].draw(Attendance),
                    session_id=story.sessions[day],
                    person_id=person_id(who),
                    attended=ratings[place] > 0,
                    rating=ratings[place] or None,
                )
                for who, ratings in plan["ratings"].items()
            ]
            moment = self.when(day + dt.timedelta(days=1), by)
            self.ledger.add_together(moment, by, present)


def _read(name: str) -> dict[str, Any]:
    text = (files("mentorkit.demo") / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
