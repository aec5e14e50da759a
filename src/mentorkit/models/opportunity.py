"""Opportunities: doors that somebody opened for somebody, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


class OpportunityKind(Vocabulary):
    """What kind of door was opened."""

    INTRODUCTION = "introduction", N_("An introduction")
    ADVOCACY = "advocacy", N_("A word put in")
    SHOWCASE = "showcase", N_("A stage to show work")
    EXPOSURE = "exposure", N_("A look behind the scenes")
    PROJECT_ROLE = "project_role", N_("A role in a project")
    INTERNSHIP = "internship", N_("An internship")
    SCHOLARSHIP = "scholarship", N_("A scholarship")
    PROMOTION = "promotion", N_("A promotion")
    RAISE = "raise", N_("A raise")


class Outcome(Vocabulary):
    """What came of an opportunity."""

    OFFERED = "offered", N_("Offered, still open")
    TAKEN = "taken", N_("Taken")
    DECLINED = "declined", N_("Declined")
    SUCCEEDED = "succeeded", N_("It led to something")
    NO_RESULT = "no_result", N_("Nothing came of it")


class Opportunity(Record):
    """One door that was opened for one person."""

    table: ClassVar[str] = "opportunities"
    noun: ClassVar[str] = N_("opportunity")
    prefix: ClassVar[str] = "op"
    writers: ClassVar[tuple[Writer, ...]] = ("circle", "lead")
    order: ClassVar[tuple[str, ...]] = ("occurred_on", "opportunity_id")
    author: ClassVar[str] = "person_id"

    opportunity_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("op"))
    )
    person_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("For whom"), ref="people", ask=N_("Choose for whom it was.")),
    ]
    mentorship_id: Annotated[
        str | None, About(N_("Mentorship"), ref="mentorships", form=False)
    ] = None
    title: Annotated[
        str,
        Field(min_length=1, max_length=300),
        About(
            N_("What it was"),
            reads="circle",
            ask=N_("Say what it was."),
            example=N_("Met the head of the data team"),
        ),
    ]
    kind: Annotated[OpportunityKind, About(N_("Kind"))] = OpportunityKind.INTRODUCTION
    sponsor_id: Annotated[
        str | None, About(N_("Who opened the door"), ref="people")
    ] = None
    occurred_on: Annotated[dt.date | None, About(N_("Day"), fill="today")] = None
    outcome: Annotated[Outcome, About(N_("What came of it"))] = Outcome.OFFERED
    note: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("Note"), N_("What helped, and what comes next?"), lines=2, reads="circle"
        ),
    ] = None
    evidence_id: Annotated[
        str | None, About(N_("Seen in"), ref="evidence", form=False)
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
