"""Goals: what a mentorship works toward, with the five levels of its attainment."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.rule import NotBefore, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class GoalKind(Vocabulary):
    """What kind of growth a goal is about."""

    SKILL = "skill", N_("Skill")
    PROJECT = "project", N_("Project")
    CAREER = "career", N_("Career")
    WELLBEING = "wellbeing", N_("Well-being")


class GoalStatus(Vocabulary):
    """Where a goal stands."""

    DRAFT = "draft", N_("Draft")
    AGREED = "agreed", N_("Agreed")
    ACTIVE = "active", N_("Active")
    PAUSED = "paused", N_("Paused")
    MET = "met", N_("Met")
    PARTLY_MET = "partly_met", N_("Partly met")
    NOT_MET = "not_met", N_("Not met")
    DROPPED = "dropped", N_("Dropped")
    SUPERSEDED = "superseded", N_("Replaced by another goal")


GOAL, SMART, MEASURE, LEVELS, PLAN = (
    N_("The goal"),
    N_("Make it concrete"),
    N_("How you will know"),
    N_("Levels of attainment"),
    N_("Plan"),
)


class Goal(Record):
    """What somebody wants to reach, how it is measured, and by when."""

    table: ClassVar[str] = "goals"
    noun: ClassVar[str] = N_("goal")
    prefix: ClassVar[str] = "g"
    order: ClassVar[tuple[str, ...]] = ("set_on", "goal_id")
    author: ClassVar[str] = "owner_id"
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore(
            "due_on",
            "set_on",
            N_("The due date cannot be before {set_on}, the day the goal was set."),
        ),
    )

    goal_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("g")
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    owner_id: Annotated[
        str,
        About(
            N_("Whose goal"),
            group=GOAL,
            ref="people",
            fill="mentee",
        ),
    ] = ""
    title: Annotated[
        str,
        Field(min_length=1, max_length=200),
        About(
            N_("Title"),
            N_("One line that you would both recognize."),
            group=GOAL,
            reads="circle",
            ask=N_("Give the goal a title."),
            example=N_("Lead the customer-data migration"),
        ),
    ]
    kind: Annotated[GoalKind, About(N_("Kind"), group=GOAL)] = GoalKind.SKILL
    relevant: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("Why it matters"),
            N_("What changes when this is reached?"),
            group=GOAL,
            lines=2,
            reads="circle",
        ),
    ] = None
    specific: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("What exactly will be done"),
            N_("Name the thing, not the wish."),
            group=SMART,
            lines=2,
            reads="circle",
        ),
    ] = None
    achievable: Annotated[
        str | None,
        Field(max_length=2000),
        About(
            N_("What makes it realistic"),
            N_("Time, help, and what is already there."),
            group=SMART,
            lines=2,
            reads="circle",
        ),
    ] = None
    metric: Annotated[
        str | None,
        Field(max_length=200),
        About(
            N_("Measured by"),
            N_("What you will count or rate."),
            group=MEASURE,
            example=N_("tables moved"),
            reads="circle",
        ),
    ] = None
    unit: Annotated[
        str | None,
        Field(max_length=40),
        About(N_("Unit"), group=MEASURE, example=N_("tables")),
    ] = None
    baseline: Annotated[
        float | None,
        About(N_("Where it stands now"), group=MEASURE, example="0", why=True),
    ] = None
    target: Annotated[
        float | None,
        About(N_("Where it should get to"), group=MEASURE, example="40", why=True),
    ] = None
    level_m2: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("Much less than expected (−2)"), group=LEVELS, reads="circle"),
    ] = None
    level_m1: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("Less than expected (−1)"), group=LEVELS, reads="circle"),
    ] = None
    level_0: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("As expected (0)"), group=LEVELS, reads="circle"),
    ] = None
    level_p1: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("More than expected (+1)"), group=LEVELS, reads="circle"),
    ] = None
    level_p2: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("Much more than expected (+2)"), group=LEVELS, reads="circle"),
    ] = None
    baseline_level: Annotated[
        int,
        Field(ge=-2, le=2),
        About(
            N_("Level today"),
            N_("−1 for most goals; −2 when it could not get worse."),
            group=LEVELS,
        ),
    ] = -1
    importance: Annotated[
        int,
        Field(ge=0, le=3),
        About(N_("Importance"), N_("From 0 (a little) to 3 (very)."), group=PLAN),
    ] = 1
    difficulty: Annotated[
        int,
        Field(ge=0, le=3),
        About(N_("Difficulty"), N_("From 0 (a little) to 3 (very)."), group=PLAN),
    ] = 1
    set_on: Annotated[dt.date | None, About(N_("Set on"), group=PLAN, fill="today")] = (
        None
    )
    due_on: Annotated[dt.date | None, About(N_("Due on"), group=PLAN, why=True)] = None
    status: Annotated[GoalStatus, About(N_("Status"), group=PLAN)] = GoalStatus.DRAFT
    superseded_by: Annotated[
        str | None, About(N_("Replaced by"), ref="goals", form=False)
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"), group=PLAN)] = (
        Visibility.PAIR
    )
