"""Evidence: what shows that somebody can do something, for their portfolio."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.rule import NotBefore, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class EvidenceKind(Vocabulary):
    """What a piece of evidence is."""

    ARTIFACT = "artifact", N_("Something made")
    DELIVERABLE = "deliverable", N_("A deliverable")
    DASHBOARD = "dashboard", N_("A dashboard")
    PRESENTATION = "presentation", N_("A presentation")
    TESTIMONIAL = "testimonial", N_("What somebody said")
    REVIEW = "review", N_("A review")
    METRIC = "metric", N_("A number")
    BADGE = "badge", N_("A badge")
    CAPSTONE = "capstone", N_("A capstone")
    RESUME = "resume", N_("A résumé")


WHAT, SHOWS, BADGE = N_("The piece"), N_("What it shows"), N_("If it is a badge")


class Evidence(Record):
    """One piece of somebody's portfolio: what it is, and what it shows."""

    table: ClassVar[str] = "evidence"
    noun: ClassVar[str] = N_("evidence")
    prefix: ClassVar[str] = "ev"
    order: ClassVar[tuple[str, ...]] = ("occurred_on", "evidence_id")
    author: ClassVar[str] = "person_id"
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "revoked_on",
            "occurred_on",
            N_("A badge cannot be revoked before {occurred_on}, when it was given."),
        ),
    )

    evidence_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("ev")
    )
    person_id: Annotated[
        str,
        Field(min_length=1),
        About(
            N_("Whose"),
            group=WHAT,
            ref="people",
            ask=N_("Choose whose evidence it is."),
        ),
    ]
    mentorship_id: Annotated[
        str | None, About(N_("Mentorship"), ref="mentorships", form=False)
    ] = None
    title: Annotated[
        str,
        Field(min_length=1, max_length=300),
        About(
            N_("Title"),
            group=WHAT,
            reads="circle",
            ask=N_("Give the piece a title."),
            example=N_("Talk at the spring meeting"),
        ),
    ]
    kind: Annotated[EvidenceKind, About(N_("Kind"), group=WHAT)] = EvidenceKind.ARTIFACT
    uri: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("Where it is"),
            N_("A link, or a file in the workspace."),
            group=WHAT,
            reads="circle",
            example="https://example.org/talk",
        ),
    ] = None
    alt_text: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("In words"),
            N_("What there is to see, for those who cannot see it."),
            group=WHAT,
            lines=2,
            reads="circle",
        ),
    ] = None
    occurred_on: Annotated[
        dt.date | None, About(N_("Day"), group=WHAT, fill="today")
    ] = None
    annotation: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("What it shows"),
            N_("What could you do here that you could not do before?"),
            group=SHOWS,
            lines=3,
            reads="circle",
        ),
    ] = None
    goal_id: Annotated[
        str | None, About(N_("For the goal"), group=SHOWS, ref="goals")
    ] = None
    milestone_id: Annotated[
        str | None,
        About(N_("For the milestone"), group=SHOWS, ref="milestones", form=False),
    ] = None
    competency_id: Annotated[
        str | None, About(N_("Ability"), group=SHOWS, ref="competencies")
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"), group=SHOWS)] = (
        Visibility.PAIR
    )
    credential: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("Credential"),
            N_("Where the badge can be checked."),
            group=BADGE,
            reads="circle",
        ),
    ] = None
    revoked_on: Annotated[
        dt.date | None, About(N_("Revoked on"), group=BADGE, why=True)
    ] = None
