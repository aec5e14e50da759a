"""Whose answers they are, and where they belong: the learner, their mentorship, the day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from mentorkit import instruments
from mentorkit.assignments.into import FOUND, Into
from mentorkit.assignments.prompt import Prompt, Template
from mentorkit.errors import AssignmentError
from mentorkit.models import MemberRole, MentorshipStatus, record_of
from mentorkit.store.mapping.cells import folded


if TYPE_CHECKING:
    from mentorkit.store import Store

Row = Mapping[str, Any]

READ = ("people", "mentorships", "members", "enrollments", "goals", "items", "charters")

ALSO = ("milestones", "sessions", "assessments")
"""What is read besides where a template tells of them."""


@dataclass(frozen=True, slots=True)
class Known:
    """The rows that names are looked up in."""

    tables: Mapping[str, Sequence[Row]]
    _by: dict[tuple[str, str], dict[Any, list[Row]]] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, template: Template | None = None) -> Known:
        """Read them, of one moment: what a template tells of, too."""
        prompts = template.prompts if template else ()
        told = {Into.of(prompt.into).table for prompt in prompts}
        also = {"assessments": {"instrument": [instrument_of(prompts)]}}
        with store.one_moment() as moment:
            found = {name: [*moment.rows(name)] for name in READ}
            for name in told.intersection(ALSO):
                found[name] = [*moment.rows(name, also.get(name, {}))]
            return cls(found)

    def where(self, table: str, **values: object) -> list[Row]:
        """Return the rows whose columns hold these values."""
        (first, value), *others = values.items()
        if (table, first) not in self._by:
            index = self._by[table, first] = {}
            for row in self.tables[table]:
                index.setdefault(row[first], []).append(row)
        found = self._by[table, first].get(value, [])
        return [row for row in found if all(row[n] == v for n, v in others)]

    def circles_of(self, person_id: str) -> set[str]:
        """Return the ids of the mentorships that somebody is in."""
        found = self.where("members", person_id=person_id)
        return {str(row["mentorship_id"]) for row in found}

    def meant(self, own: Collection[str], kept: str) -> list[Row]:
        """Return those of some mentorships that an assignment can be about.

        The one that it is for, by its handle, else those that run.
        """
        rows = self._named(own)
        running = [row for row in rows if row["status"] == MentorshipStatus.ACTIVE]
        return [row for row in rows if row["handle"] == kept] or running

    def _named(self, ids: Collection[str]) -> list[Row]:
        return [
            row for row in self.tables["mentorships"] if row["mentorship_id"] in ids
        ]

    def mentorship_of(
        self, person_id: str, learner: str, named: Collection[str], kept: str
    ) -> str:
        """Return the mentorship that somebody's answers belong to.

        Parameters
        ----------
        person_id, learner : str
            Whose answers they are: the id and the handle.
        named : collection of str
            Ids of mentorships that whoever asks has said.
        kept : str
            The handle of the one that the assignment is for, if that is known.

        Raises
        ------
        AssignmentError
            They are in none, or in several and nobody said in which.
        """
        own = self.circles_of(person_id)
        found = self._named(own & {*named}) or self.meant(own, kept)
        if len(found) == 1:
            return str(found[0]["mentorship_id"])
        if not found:
            raise AssignmentError(
                f"{learner} is in no mentorship that runs, so there is nothing that"
                " these answers could belong to."
            )
        handles = ", ".join(sorted(str(row["handle"]) for row in found))
        raise AssignmentError(
            f"{learner} is in several mentorships ({handles}). Say which of them these"
            " answers belong to: mentorship='HANDLE', or --mentorship HANDLE."
        )


@dataclass(slots=True)
class Belonging:
    """Whose answers they are, and where they belong.

    Attributes
    ----------
    template : Template
        What was asked; numbers were typed in its language.
    received_at, day : datetime.datetime, datetime.date
        When they were handed in; the day by the program's clocks.
    about : str
        Whom or what they are about, where whoever looks has said it.
    found : dict of str to str
        The ids of the rows that a hand-in tells of, by table: its goal, its milestone,
        its session; empty where it is not known which.
    """

    known: Known
    assignment: str
    template: Template
    person_id: str
    learner: str
    mentorship_id: str | None
    received_at: dt.datetime
    day: dt.date
    about: str = ""
    found: dict[str, str] = field(default_factory=dict)

    def id_of(self, table: str, key: str) -> str:
        """Return the id of a draft's row: the same for every hand-in."""
        said = repr((table, self.assignment, self.person_id, key))
        prefix = record_of(table).prefix
        return f"{prefix}-{sha256(said.encode()).hexdigest()[:24]}"

    def members(self) -> dict[str, str]:
        """Return the ids of the mentorship's people, by each name they go by."""
        members = self.known.where("members", mentorship_id=self.mentorship_id)
        ids = {row["person_id"] for row in members} | {self.person_id}
        found: dict[str, set[str]] = {}
        for row in self.known.tables["people"]:
            if row["person_id"] in ids:
                name = str(row["name"])
                for word in (str(row["handle"]), name, *name.split()[:1]):
                    found.setdefault(folded(word), set()).add(str(row["person_id"]))
        return {word: own.pop() for word, own in found.items() if len(own) == 1}

    def handle_of(self, person_id: str) -> str:
        """Return what somebody is called for short."""
        (row,) = self.known.where("people", person_id=person_id)
        return str(row["handle"])

    def mentors(self) -> list[str]:
        """Return the ids of the mentorship's mentors."""
        found = self.known.where(
            "members", mentorship_id=self.mentorship_id, role=MemberRole.MENTOR
        )
        return [str(row["person_id"]) for row in found]

    def asks(self, table: str, name: str) -> str:
        """Return the prompt whose answer goes into a field; nothing if none does."""
        for prompt in self.template.prompts:
            into = Into.of(prompt.into)
            if (into.table, into.field) == (table, name):
                return prompt.id
        return ""

    @property
    def instrument(self) -> tuple[str, int]:
        """The instrument whose items are answered, and its edition."""
        name = instrument_of(self.template.prompts)
        own = self.known.where("items", instrument=name)
        return name, max((int(row["edition"]) for row in own), default=1)


def instrument_of(prompts: Iterable[Prompt]) -> str:
    """Return the instrument whose items are asked; nothing if none are.

    Examples
    --------
    >>> from mentorkit.assignments.library import find, read_template
    >>> instrument_of(read_template(find("rubric")).template.prompts)
    'mentoring-skills'
    """
    for prompt in prompts:
        if handle := Into.of(prompt.into).fixed.get("item_id"):
            return handle.rpartition(".")[0]
    return ""


def names_something(template: Template) -> bool:
    """Return whether answers are about somebody, or a row that is there already."""
    into = [Into.of(prompt.into) for prompt in template.prompts]
    return any(
        (each.table, each.field) in FOUND.items() or each.table == "assessments"
        for each in into
    )


def missing_instrument(template: Template, known: Known) -> str:
    """Return the instrument that has to be added first, if mentorkit brings it."""
    name = instrument_of(template.prompts)
    there = bool(known.where("items", instrument=name))
    return "" if there or name not in instruments.names() else name
