"""Enrollments: who takes part in which program, and as what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import NotBefore, Rule
from mentorkit.models.vocabulary import Vocabulary


class EnrollmentRole(Vocabulary):
    """What somebody takes part as."""

    MENTEE = "mentee", N_("Mentee")
    MENTOR = "mentor", N_("Mentor")
    AMBASSADOR = "ambassador", N_("Ambassador")
    SPONSOR = "sponsor", N_("Sponsor")
    LEAD = "lead", N_("Program lead")
    MEDIATOR = "mediator", N_("Mediator")


class EnrollmentStatus(Vocabulary):
    """Where an enrollment stands."""

    APPLIED = "applied", N_("Applied")
    WAITING = "waiting", N_("Waiting")
    ACTIVE = "active", N_("Active")
    PAUSED = "paused", N_("Paused")
    COMPLETED = "completed", N_("Completed")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Stage(Vocabulary):
    """How far along somebody is."""

    FOUNDATION = "foundation", N_("Foundation")
    DEVELOPING = "developing", N_("Developing")
    PROFICIENT = "proficient", N_("Proficient")
    ADVANCED = "advanced", N_("Advanced")


LEADING = EnrollmentRole.LEAD
"""The role that leads a program."""

NO_MORE = (EnrollmentStatus.WITHDRAWN,)
"""With which status somebody leads it no more."""


def is_leading(row: Mapping[str, Any]) -> bool:
    """Return whether an enrollment makes somebody a program's lead.

    Examples
    --------
    >>> is_leading({"role": "lead", "status": "withdrawn"})
    False
    """
    return bool(row["role"] == LEADING and row["status"] not in NO_MORE)


class Enrollment(Record):
    """One person's part in one program."""

    table: ClassVar[str] = "enrollments"
    noun: ClassVar[str] = N_("enrollment")
    prefix: ClassVar[str] = "e"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("program_id", "role", "person_id")
    author: ClassVar[str] = "person_id"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("program_id", "person_id", "role"),
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore("active_on", "applied_on", N_("Nobody is active before applying.")),
        NotBefore("left_on", "applied_on", N_("Nobody leaves before applying.")),
    )

    enrollment_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("e"))
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    person_id: Annotated[str, Field(min_length=1), About(N_("Person"), ref="people")]
    role: Annotated[EnrollmentRole, About(N_("Role"))]
    cohort: Annotated[str | None, Field(max_length=60), About(N_("Cohort"))] = None
    stage: Annotated[Stage | None, About(N_("Stage"))] = None
    capacity: Annotated[
        int,
        Field(ge=0, le=1000),
        About(N_("Capacity"), N_("How many mentorships at one time.")),
    ] = 1
    hours_per_month: Annotated[
        float | None, Field(ge=0, le=300), About(N_("Hours a month"))
    ] = None
    hopes: Annotated[
        str | None,
        About(
            N_("Hopes"),
            N_("What this person hopes to get out of it."),
            lines=3,
            reads="circle",
        ),
    ] = None
    status: Annotated[EnrollmentStatus, About(N_("Status"))] = EnrollmentStatus.APPLIED
    applied_on: Annotated[dt.date | None, About(N_("Applied on"))] = None
    active_on: Annotated[dt.date | None, About(N_("Active on"))] = None
    left_on: Annotated[dt.date | None, About(N_("Left on"))] = None
