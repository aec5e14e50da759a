"""Progress: dated observations of how far a goal has come."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.rule import OneOf, Rule
from mentorkit.models.vocabulary import Visibility


class Progress(Record):
    """One observation of one goal: its number, its level, or what was seen."""

    table: ClassVar[str] = "progress"
    noun: ClassVar[str] = N_("progress")
    prefix: ClassVar[str] = "pg"
    within: ClassVar[str] = "goal_id"
    order: ClassVar[tuple[str, ...]] = ("recorded_on", "progress_id")
    author: ClassVar[str] = "by_id"
    rules: ClassVar[tuple[Rule, ...]] = (
        OneOf(
            ("value", "level", "note"),
            N_("Enter a number, a level or a note: one of them is enough."),
        ),
    )

    progress_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("pg")
    )
    goal_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Goal"), ref="goals", ask=N_("Choose the goal.")),
    ]
    recorded_on: Annotated[dt.date | None, About(N_("Day"), fill="today")] = None
    value: Annotated[
        float | None, About(N_("Measured"), N_("The number, in the goal's unit."))
    ] = None
    level: Annotated[
        int | None,
        Field(ge=-2, le=2),
        About(
            N_("Level"),
            N_("From −2 (much less than expected) to 2 (much more); 0 is as expected."),
        ),
    ] = None
    note: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What was seen"), lines=3, reads="circle"),
    ] = None
    by_id: Annotated[
        str, About(N_("Reported by"), ref="people", fill="signer", form=False)
    ] = ""
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
