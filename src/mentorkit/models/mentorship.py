"""Mentorships: the relationships."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id
from mentorkit.models.rule import Needs, NotBefore, Rule
from mentorkit.models.vocabulary import Vocabulary


class Mode(Vocabulary):
    """What form a mentorship has."""

    ONE_TO_ONE = "one_to_one", N_("One to one")
    GROUP = "group", N_("Group")
    PEER = "peer", N_("Peer")
    MICRO = "micro", N_("Micro")
    PROJECT = "project", N_("Project")


class MentorshipStatus(Vocabulary):
    """Where a mentorship stands."""

    PROPOSED = "proposed", N_("Proposed")
    ACCEPTED = "accepted", N_("Accepted")
    DECLINED = "declined", N_("Declined")
    ACTIVE = "active", N_("Active")
    PAUSED = "paused", N_("Paused")
    ENDING = "ending", N_("Ending")
    CLOSED = "closed", N_("Closed")


AT_REST = ("proposed", "accepted", "declined", "paused", "closed")
"""Mentorships of which nobody expects a session."""


class CloseReason(Vocabulary):
    """Why a mentorship was closed."""

    GOALS_MET = "goals_met", N_("Goals met")
    TIME_UP = "time_up", N_("Time was up")
    MISMATCH = "mismatch", N_("Not a good fit")
    INACTIVE = "inactive", N_("Inactive")
    WITHDREW = "withdrew", N_("Withdrew")
    CONDUCT = "conduct", N_("Conduct")
    OTHER = "other", N_("Other")


class Mentorship(Record):
    """One mentoring relationship in a program."""

    table: ClassVar[str] = "mentorships"
    noun: ClassVar[str] = N_("mentorship")
    prefix: ClassVar[str] = "ms"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("handle",)
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("handle",),)
    public: ClassVar[tuple[str, ...]] = (
        *("mentorship_id", "program_id", "handle", "mode", "round", "cadence_days"),
        *("starts_on", "ends_on", "status"),
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "ends_on", "starts_on", N_("A mentorship cannot end before it starts.")
        ),
        Needs(
            "close_reason", "status", "closed", N_("Say why the mentorship was closed.")
        ),
    )

    mentorship_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("ms"))
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=80),
        About(N_("Handle"), N_("A short name for commands and file names.")),
    ]
    mode: Annotated[Mode, About(N_("Form"))] = Mode.ONE_TO_ONE
    facet: Annotated[
        str | None, Field(max_length=120), About(N_("Facet"), N_("What it is about."))
    ] = None
    round: Annotated[int, Field(ge=1, le=1000), About(N_("Round"))] = 1
    cadence_days: Annotated[
        int | None,
        Field(ge=1, le=366),
        About(N_("Days between sessions"), N_("Empty: the program's default.")),
    ] = None
    starts_on: Annotated[dt.date | None, About(N_("Starts on"))] = None
    ends_on: Annotated[dt.date | None, About(N_("Ends on"))] = None
    status: Annotated[MentorshipStatus, About(N_("Status"))] = MentorshipStatus.PROPOSED
    close_reason: Annotated[CloseReason | None, About(N_("Reason for closing"))] = None
