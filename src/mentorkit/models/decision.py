"""Decisions: what was decided, and the reason, which is never left out."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


class DecisionAbout(Vocabulary):
    """What a decision is about."""

    GOAL = "goal", N_("A goal")
    MILESTONE = "milestone", N_("A milestone")
    NORM = "norm", N_("How we work together")
    CADENCE = "cadence", N_("How often we meet")
    PLAN = "plan", N_("The plan")
    MENTORSHIP = "mentorship", N_("The mentorship")
    CONTINGENCY = "contingency", N_("A contingency")
    CLOSURE = "closure", N_("Closing")
    POLICY = "policy", N_("A policy")


class Decision(Record):
    """One decision with its reason."""

    table: ClassVar[str] = "decisions"
    noun: ClassVar[str] = N_("decision")
    prefix: ClassVar[str] = "d"
    writers: ClassVar[tuple[Writer, ...]] = ("circle", "lead")
    order: ClassVar[tuple[str, ...]] = ("decided_on", "decision_id")
    author: ClassVar[str] = "by_id"

    decision_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("d")
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    mentorship_id: Annotated[
        str | None, About(N_("Mentorship"), ref="mentorships", form=False)
    ] = None
    decided_on: Annotated[dt.date | None, About(N_("Decided on"), fill="today")] = None
    about: Annotated[DecisionAbout, About(N_("About"))] = DecisionAbout.PLAN
    decision: Annotated[
        str,
        Field(min_length=1, max_length=2000),
        About(
            N_("Decision"),
            lines=2,
            reads="circle",
            ask=N_("Say what was decided."),
        ),
    ]
    rationale: Annotated[
        str,
        Field(min_length=1, max_length=5000),
        About(
            N_("Reason"),
            N_("Why this, and not the other way?"),
            lines=3,
            reads="circle",
            ask=N_("Give the reason: it is what you will want to know next year."),
        ),
    ]
    by_id: Annotated[
        str, About(N_("Decided by"), ref="people", fill="signer", form=False)
    ] = ""
    ref_id: Annotated[
        str | None,
        About(N_("Concerns"), N_("The id of the row it is about."), form=False),
    ] = None
    supersedes: Annotated[
        str | None, About(N_("Replaces"), ref="decisions", form=False)
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
