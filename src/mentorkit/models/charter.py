"""Charters: what the people of a mentorship agreed on, clause by clause."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


class CharterSection(Vocabulary):
    """What a clause is about."""

    PURPOSE = "purpose", N_("Purpose")
    ROLE = "role", N_("Roles")
    GOAL = "goal", N_("Goals")
    CHANNEL = "channel", N_("How we reach each other")
    RESPONSE_TIME = "response_time", N_("How soon we answer")
    CADENCE = "cadence", N_("How often we meet")
    CRITIQUE = "critique", N_("How we criticize")
    BOUNDARY = "boundary", N_("Boundaries")
    CONFIDENTIALITY = "confidentiality", N_("Confidentiality")
    DATA = "data", N_("What is written down")
    DISAGREEMENT = "disagreement", N_("When we disagree")
    ESCALATION = "escalation", N_("Whom we turn to")
    REVIEW_RHYTHM = "review_rhythm", N_("When we look back")
    CONTINGENCY = "contingency", N_("If something comes up")
    ENDING = "ending", N_("How we end")
    GLOSSARY = "glossary", N_("Words we use")


class Charter(Record):
    """One clause of what a mentorship agreed on, in one edition of its charter.

    A new edition is new rows; those of the editions before stay as they were.
    """

    table: ClassVar[str] = "charters"
    noun: ClassVar[str] = N_("charter clause")
    prefix: ClassVar[str] = "ch"
    order: ClassVar[tuple[str, ...]] = (
        "mentorship_id",
        "edition",
        "section",
        "position",
    )
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("mentorship_id", "edition", "section", "position"),
    )

    charter_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("ch")
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    edition: Annotated[
        int,
        Field(ge=1, le=1000),
        About(
            N_("Edition"),
            N_("A new edition says everything once more; the old one is kept."),
        ),
    ] = 1
    section: Annotated[
        CharterSection, About(N_("About"), ask=N_("Choose what the clause is about."))
    ]
    position: Annotated[
        int,
        Field(ge=1, le=1000),
        About(N_("Position"), N_("Its place among the clauses about the same.")),
    ] = 1
    label: Annotated[
        str | None,
        Field(max_length=120),
        About(N_("Heading"), reads="circle", example=N_("No calls after seven")),
    ] = None
    text: Annotated[
        str,
        Field(min_length=1, max_length=5000),
        About(
            N_("Clause"),
            N_("What you both agree on, so that either can point to it."),
            lines=3,
            reads="circle",
            why=True,
            ask=N_("Write down what you agreed on."),
        ),
    ]
    agreed_on: Annotated[dt.date | None, About(N_("Agreed on"), fill="today")] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
