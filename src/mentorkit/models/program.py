"""Programs: what many mentorships are run under."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id
from mentorkit.models.rule import NotBefore, Rule
from mentorkit.models.vocabulary import Vocabulary


class ProgramStatus(Vocabulary):
    """Where a program stands."""

    DRAFT = "draft", N_("Draft")
    PILOT = "pilot", N_("Pilot")
    ACTIVE = "active", N_("Active")
    CLOSED = "closed", N_("Closed")


class Program(Record):
    """A mentoring program: its purpose, its calendar and its defaults."""

    table: ClassVar[str] = "programs"
    noun: ClassVar[str] = N_("program")
    prefix: ClassVar[str] = "pr"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("handle",)
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("handle",),)
    public: ClassVar[tuple[str, ...]] = (
        *("program_id", "handle", "name", "timezone", "starts_on", "ends_on"),
        *("pilot_weeks", "review_every_days", "cadence_days", "grace_days"),
        *("min_cell", "min_raters", "stale_after_days", "status"),
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore("ends_on", "starts_on", N_("A program cannot end before it starts.")),
    )

    program_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("pr")
    )
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=60),
        About(N_("Handle"), N_("A short name for commands and file names.")),
    ]
    name: Annotated[str, Field(min_length=1, max_length=200), About(N_("Name"))]
    purpose: Annotated[str | None, About(N_("Purpose"), lines=3)] = None
    scope: Annotated[str | None, About(N_("Scope"), lines=3)] = None
    expected_outcomes: Annotated[
        str | None, About(N_("Expected outcomes"), lines=3)
    ] = None
    timezone: Annotated[
        str, About(N_("Time zone"), N_("An IANA name, such as Europe/London."))
    ] = "UTC"
    starts_on: Annotated[dt.date | None, About(N_("Starts on"))] = None
    ends_on: Annotated[dt.date | None, About(N_("Ends on"))] = None
    pilot_weeks: Annotated[int | None, Field(ge=1, le=52), About(N_("Pilot weeks"))] = (
        None
    )
    review_every_days: Annotated[
        int, Field(ge=1, le=366), About(N_("Days between reviews"))
    ] = 91
    cadence_days: Annotated[
        int,
        Field(ge=1, le=366),
        About(N_("Days between sessions"), N_("What mentorships agree on by default.")),
    ] = 14
    grace_days: Annotated[
        int,
        Field(ge=0, le=60),
        About(
            N_("Grace days"),
            N_("How long after a period's end what happened in it may be written up."),
        ),
    ] = 7
    min_cell: Annotated[
        int,
        Field(ge=3, le=100),
        About(N_("Smallest group shown"), N_("Smaller groups are not reported.")),
    ] = 5
    min_raters: Annotated[
        int, Field(ge=3, le=100), About(N_("Smallest number of raters shown"))
    ] = 3
    stale_after_days: Annotated[
        int,
        Field(ge=1, le=366),
        About(N_("Stale after days"), N_("Silence after which somebody should call.")),
    ] = 28
    asks_consent: Annotated[
        bool,
        About(
            N_("Asks for consent"),
            N_("Nobody's words reach the program team until they allowed it."),
        ),
    ] = False
    retain_days: Annotated[
        int | None,
        Field(ge=1),
        About(
            N_("Days to keep records"),
            N_("How long, after somebody's last mentorship ended. Empty: for good."),
        ),
    ] = None
    status: Annotated[ProgramStatus, About(N_("Status"))] = ProgramStatus.ACTIVE
