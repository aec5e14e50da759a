"""Assessments: one filled-in sheet each; the answers are in ``response``."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


class Wave(Vocabulary):
    """When in a mentorship a sheet was filled in."""

    INTAKE = "intake", N_("At intake")
    BASELINE = "baseline", N_("At the start")
    PULSE = "pulse", N_("In between")
    MID = "mid", N_("Halfway")
    POST = "post", N_("At the end")
    RETRO_PRE = "retro_pre", N_("Looking back at the start")
    FOLLOWUP = "followup", N_("Some time afterwards")
    CLOSURE = "closure", N_("At closing")


class RaterGroup(Vocabulary):
    """What the person who answers is to the person it is about."""

    SELF = "self", N_("Oneself")
    MENTOR = "mentor", N_("Mentor")
    MENTEE = "mentee", N_("Mentee")
    MANAGER = "manager", N_("Manager")
    PEER = "peer", N_("Peer")
    REPORT = "report", N_("Somebody who reports to them")
    LEAD = "lead", N_("Program lead")
    OTHER = "other", N_("Somebody else")


class Assessment(Record):
    """One filled-in rubric, survey, check or test: about whom, by whom, when."""

    table: ClassVar[str] = "assessments"
    noun: ClassVar[str] = N_("assessment")
    prefix: ClassVar[str] = "as"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "lead")
    order: ClassVar[tuple[str, ...]] = ("taken_on", "assessment_id")
    author: ClassVar[str] = "rater_id"
    whole_row: ClassVar[bool] = True

    assessment_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("as"))
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    mentorship_id: Annotated[
        str | None, About(N_("Mentorship"), ref="mentorships", form=False)
    ] = None
    instrument: Annotated[
        str,
        Field(pattern=HANDLE, max_length=80),
        About(
            N_("Instrument"),
            N_("The rubric or survey that was filled in."),
            ask=N_("Choose the rubric or survey."),
            example="mentoring-skills",
        ),
    ]
    edition: Annotated[int, Field(ge=1, le=1000), About(N_("Edition"))] = 1
    person_id: Annotated[
        str,
        About(N_("About whom"), N_("You, when left out."), ref="people", fill="signer"),
    ] = ""
    rater_id: Annotated[
        str, About(N_("Answered by"), ref="people", fill="signer", form=False)
    ] = ""
    rater_group: Annotated[
        RaterGroup, About(N_("Answered as"), N_("What you are to that person."))
    ] = RaterGroup.SELF
    wave: Annotated[
        Wave, About(N_("When"), ask=N_("Choose when in the mentorship this is."))
    ]
    session_id: Annotated[
        str | None, About(N_("About the session"), ref="sessions", form=False)
    ] = None
    taken_on: Annotated[dt.date | None, About(N_("Day"), fill="today")] = None
    note: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("Note"), N_("What should be known beside it?"), lines=2, reads="circle"
        ),
    ] = None
    visibility: Annotated[
        Visibility,
        About(N_("Who may read it"), N_("The answers are read by the same people.")),
    ] = Visibility.PAIR
