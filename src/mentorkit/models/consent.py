"""Consents: what people allow to be done with their words, and what they don't."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import NotBefore, OnlyIf, Rule
from mentorkit.models.vocabulary import Vocabulary


class ConsentScope(Vocabulary):
    """What a person is asked to allow, as it is said to them."""

    SHARE_PROGRAM = "share_program", N_("The program team may read my texts")
    SHARE_PEERS = "share_peers", N_("My peer group may read my texts")
    PUBLISH = "publish", N_("My words may be published")
    STATISTICS = (
        "statistics",
        N_("What I did may be counted without my name, even after my data is erased"),
    )
    RESEARCH = "research", N_("My records may be used for research")
    CONTACT = "contact", N_("I may be contacted after the program")


class Consent(Record):
    """One answer of one person: what they allow, or do not, and until when.

    The newest answer counts, and one for a mentorship before the general one.
    """

    table: ClassVar[str] = "consents"
    noun: ClassVar[str] = N_("consent")
    prefix: ClassVar[str] = "co"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "lead")
    order: ClassVar[tuple[str, ...]] = ("given_on", "consent_id")
    author: ClassVar[str] = "person_id"
    whole_row: ClassVar[bool] = True
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "withdrawn_on",
            "given_on",
            N_("A consent cannot be withdrawn before {given_on}, when it was given."),
        ),
        NotBefore(
            "expires_on",
            "given_on",
            N_("A consent cannot end before {given_on}, when it was given."),
        ),
        OnlyIf(
            "withdrawn_on",
            "granted",
            N_(
                "Only a yes can be withdrawn. To allow it after all, add a new consent."
            ),
        ),
    )

    consent_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("co")
    )
    person_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Who answers"), ref="people", ask=N_("Choose who answers.")),
    ]
    mentorship_id: Annotated[
        str | None,
        About(
            N_("For one mentorship"),
            N_("None: for all of this person's."),
            ref="mentorships",
        ),
    ] = None
    scope: Annotated[
        ConsentScope, About(N_("What"), ask=N_("Choose what is allowed or not."))
    ]
    granted: Annotated[
        bool, About(N_("Yes, I allow it"), N_("Left empty, a no is put on record."))
    ]
    given_on: Annotated[dt.date | None, About(N_("Answered on"), fill="today")] = None
    withdrawn_on: Annotated[
        dt.date | None,
        About(N_("Withdrawn on"), N_("From this day on it is allowed no more.")),
    ] = None
    expires_on: Annotated[
        dt.date | None,
        About(N_("Holds until"), N_("Its last day; empty: until it is withdrawn.")),
    ] = None
    note: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("Note"), lines=2, reads="circle"),
    ] = None
