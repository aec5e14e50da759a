"""Milestones: dated steps on the way to a goal."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.rule import Needs, NotBefore, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class MilestoneStatus(Vocabulary):
    """Where a milestone stands; that it was moved shows in its dates."""

    PLANNED = "planned", N_("Planned")
    IN_PROGRESS = "in_progress", N_("In progress")
    DONE = "done", N_("Done")
    MISSED = "missed", N_("Missed")
    DROPPED = "dropped", N_("Dropped")


class Verification(Vocabulary):
    """How it is seen that a milestone was reached."""

    DELIVERABLE = "deliverable", N_("A deliverable")
    RUBRIC = "rubric", N_("A rubric")
    METRIC = "metric", N_("A number")
    REVIEW = "review", N_("A review")
    REFLECTION = "reflection", N_("A reflection")


class Milestone(Record):
    """One step toward a goal, with the date first agreed and the date that holds."""

    table: ClassVar[str] = "milestones"
    noun: ClassVar[str] = N_("milestone")
    prefix: ClassVar[str] = "m"
    within: ClassVar[str] = "goal_id"
    order: ClassVar[tuple[str, ...]] = ("goal_id", "position", "milestone_id")
    rules: ClassVar[tuple[Rule, ...]] = (
        Needs(
            "done_on",
            "status",
            "done",
            N_("Say on which day it was done."),
            N_("Only a milestone whose status is done has a day it was done."),
        ),
        NotBefore(
            "due_on", "starts_on", N_("The due date cannot be before the start date.")
        ),
    )

    milestone_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("m"))
    )
    goal_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Goal"), ref="goals", ask=N_("Choose the goal it leads to.")),
    ]
    position: Annotated[
        int, Field(ge=0, le=10000), About(N_("Position"), form=False)
    ] = 0
    title: Annotated[
        str,
        Field(min_length=1, max_length=200),
        About(
            N_("Title"),
            N_("What will be there that is not there now?"),
            reads="circle",
            ask=N_("Give the milestone a title."),
        ),
    ]
    success_means: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("Success means"), lines=2, reads="circle"),
    ] = None
    verified_by: Annotated[Verification | None, About(N_("Seen by"))] = None
    starts_on: Annotated[dt.date | None, About(N_("Starts on"))] = None
    due_on: Annotated[dt.date | None, About(N_("Due on"), why=True)] = None
    original_due_on: Annotated[
        dt.date | None, About(N_("First agreed for"), fill="due_on", form=False)
    ] = None
    status: Annotated[MilestoneStatus, About(N_("Status"))] = MilestoneStatus.PLANNED
    done_on: Annotated[dt.date | None, About(N_("Done on"))] = None
    review: Annotated[bool, About(N_("Followed by a formal review"))] = False
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
