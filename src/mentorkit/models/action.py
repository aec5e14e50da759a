"""Actions: what somebody took on, by when, and what came of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.rule import Needs, NotBefore, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class ActionKind(Vocabulary):
    """What kind of thing was taken on."""

    TODO = "todo", N_("To do")
    PREP = "prep", N_("Preparation")
    READING = "reading", N_("Reading")
    PRACTICE = "practice", N_("Practice")
    EXPERIMENT = "experiment", N_("Experiment")
    EXPOSURE = "exposure", N_("Exposure")
    ONBOARDING = "onboarding", N_("Onboarding")
    HANDOVER = "handover", N_("Handover")


class ActionStatus(Vocabulary):
    """Where an action stands."""

    OPEN = "open", N_("Open")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Dropped")


AFTER = N_("Afterwards")


class Action(Record):
    """One thing that one person took on."""

    table: ClassVar[str] = "actions"
    noun: ClassVar[str] = N_("action")
    prefix: ClassVar[str] = "a"
    order: ClassVar[tuple[str, ...]] = ("set_on", "due_on", "action_id")
    author: ClassVar[str] = "owner_id"
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "due_on", "set_on", N_("The due date cannot be before {set_on}, its day.")
        ),
        Needs(
            "done_on",
            "status",
            "done",
            N_("Say on which day it was done."),
            N_("Only an action whose status is done has a day it was done."),
        ),
    )

    action_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("a")
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    title: Annotated[
        str,
        Field(min_length=1, max_length=300),
        About(
            N_("What will be done"),
            reads="circle",
            ask=N_("Say what will be done."),
            example=N_("Send the outline of the talk"),
        ),
    ]
    owner_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Who does it"), ref="people", ask=N_("Choose who does it.")),
    ]
    set_on: Annotated[dt.date | None, About(N_("Taken on"), fill="today")] = None
    due_on: Annotated[dt.date | None, About(N_("Due on"))] = None
    kind: Annotated[ActionKind, About(N_("Kind"))] = ActionKind.TODO
    session_id: Annotated[
        str | None, About(N_("From session"), ref="sessions", form=False)
    ] = None
    goal_id: Annotated[str | None, About(N_("For the goal"), ref="goals")] = None
    milestone_id: Annotated[
        str | None, About(N_("For the milestone"), ref="milestones", form=False)
    ] = None
    status: Annotated[ActionStatus, About(N_("Status"))] = ActionStatus.OPEN
    done_on: Annotated[dt.date | None, About(N_("Done on"))] = None
    tried: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What was tried"), group=AFTER, lines=2, reads="circle"),
    ] = None
    learned: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What was learned"), group=AFTER, lines=2, reads="circle"),
    ] = None
    adjust: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What changes next"), group=AFTER, lines=2, reads="circle"),
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
