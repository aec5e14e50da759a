"""Reflections: what people noticed, in their own words, and how sure they feel."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import OneOf, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class ReflectionKind(Vocabulary):
    """What a reflection looks at."""

    PRE_SESSION = "pre_session", N_("Before a session")
    POST_SESSION = "post_session", N_("After a session")
    AFTER_ACTION = "after_action", N_("After-action review")
    JOURNAL = "journal", N_("Journal")
    DECISION_RATIONALE = "decision_rationale", N_("Why I decided so")
    SUCCESS = "success", N_("A success")
    MISSTEP = "misstep", N_("A misstep")
    CLOSING_LETTER = "closing_letter", N_("Closing letter")


class Reflection(Record):
    """One person's reflection; who else reads it is the author's choice."""

    table: ClassVar[str] = "reflections"
    noun: ClassVar[str] = N_("reflection")
    prefix: ClassVar[str] = "r"
    writers: ClassVar[tuple[Writer, ...]] = ("author",)
    order: ClassVar[tuple[str, ...]] = ("written_on", "reflection_id")
    author: ClassVar[str] = "author_id"
    whole_row: ClassVar[bool] = True
    rules: ClassVar[tuple[Rule, ...]] = (
        OneOf(
            ("text", "confidence"), N_("Write a few words, or rate your confidence.")
        ),
    )

    reflection_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("r"))
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    author_id: Annotated[
        str, About(N_("Author"), ref="people", fill="signer", form=False)
    ] = ""
    kind: Annotated[ReflectionKind, About(N_("Kind"))] = ReflectionKind.POST_SESSION
    prompt: Annotated[
        str | None,
        Field(max_length=500),
        About(
            N_("Question"),
            N_("The question that you answer, if there is one."),
            reads="circle",
            example=N_("What changed for you?"),
        ),
    ] = None
    text: Annotated[
        str | None,
        Field(max_length=100_000),
        About(N_("Reflection"), lines=6, reads="circle"),
    ] = None
    confidence: Annotated[
        float | None,
        Field(ge=1, le=5),
        About(
            N_("Confidence"),
            N_("How confident do you feel about the goals, from 1 (low) to 5 (high)?"),
        ),
    ] = None
    written_on: Annotated[dt.date | None, About(N_("Day"), fill="today")] = None
    session_id: Annotated[
        str | None, About(N_("About the session"), ref="sessions", form=False)
    ] = None
    milestone_id: Annotated[
        str | None, About(N_("About the milestone"), ref="milestones", form=False)
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
