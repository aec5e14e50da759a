"""Concerns: what somebody tells in confidence, to whoever should deal with it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import Needs, NotBefore, Rule
from mentorkit.models.vocabulary import Vocabulary


class ConcernKind(Vocabulary):
    """What a concern is about."""

    CONDUCT = "conduct", N_("How somebody behaved")
    CONFLICT_OF_INTEREST = "conflict_of_interest", N_("A conflict of interest")
    DISPUTE = "dispute", N_("A dispute")
    SAFETY = "safety", N_("Safety")
    SCHEDULING = "scheduling", N_("Time and dates")
    FIT = "fit", N_("We don’t fit")


class ConcernStatus(Vocabulary):
    """Where a concern stands."""

    OPEN = "open", N_("Open")
    MEDIATING = "mediating", N_("Being worked out")
    RESOLVED = "resolved", N_("Settled")
    ESCALATED = "escalated", N_("Passed on")


class Concern(Record):
    """One concern, between whoever raised it and whoever deals with it.

    Nobody else sees that it is there, not even whoever leads the program, and it is in
    no report.
    """

    table: ClassVar[str] = "concerns"
    noun: ClassVar[str] = N_("concern")
    prefix: ClassVar[str] = "cn"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "confidant")
    order: ClassVar[tuple[str, ...]] = ("raised_on", "concern_id")
    author: ClassVar[str] = "by_id"
    whole_row: ClassVar[bool] = True
    confided: ClassVar[tuple[str, ...]] = ("by_id", "handler_id")
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "resolved_on",
            "raised_on",
            N_("It cannot be settled before {raised_on}, when it was raised."),
        ),
        Needs(
            "resolved_on",
            "status",
            "resolved",
            N_("Say on which day it was settled."),
            N_("Only a concern whose status is settled has a day it was settled."),
        ),
    )

    concern_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("cn")
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    by_id: Annotated[
        str, About(N_("Raised by"), ref="people", fill="signer", form=False)
    ] = ""
    handler_id: Annotated[
        str,
        Field(min_length=1),
        About(
            N_("Who should deal with it"),
            N_("This person and you read it, and nobody else."),
            ref="people",
            why=True,
            ask=N_("Choose who should deal with it: nobody else will read it."),
        ),
    ]
    mentorship_id: Annotated[
        str | None,
        About(
            N_("About the mentorship"), N_("None: not about one."), ref="mentorships"
        ),
    ] = None
    kind: Annotated[ConcernKind, About(N_("What it is about"))] = ConcernKind.FIT
    text: Annotated[
        str,
        Field(min_length=1, max_length=20_000),
        About(
            N_("What happened"),
            N_("As much as you want to say; it is in no report."),
            lines=5,
            reads="circle",
            ask=N_("Say in a few words what happened."),
        ),
    ]
    wish: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What would help"), lines=2, reads="circle"),
    ] = None
    raised_on: Annotated[dt.date | None, About(N_("Raised on"), fill="today")] = None
    status: Annotated[ConcernStatus, About(N_("Status"))] = ConcernStatus.OPEN
    resolved_on: Annotated[dt.date | None, About(N_("Settled on"))] = None
    outcome: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What was done about it"), lines=2, reads="circle"),
    ] = None
