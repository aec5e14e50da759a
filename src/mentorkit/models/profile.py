"""Profiles: what people bring, look for and need, one row a thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from mentorkit.i18n import N_
from mentorkit.models.enrollment import Stage
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import Only, Rule
from mentorkit.models.vocabulary import Visibility, Vocabulary


class ProfileKind(Vocabulary):
    """What a row of a profile is."""

    SKILL_HAVE = "skill_have", N_("A skill that I have")
    SKILL_WANT = "skill_want", N_("A skill that I want")
    INTEREST = "interest", N_("An interest")
    VALUE = "value", N_("Something that matters to me")
    STYLE = "style", N_("How I like to work")
    SPECIALTY = "specialty", N_("A specialty")
    FORMAT = "format", N_("How I like to meet")
    AVAILABILITY = "availability", N_("When I have time")
    CONSTRAINT = "constraint", N_("What has to be avoided")
    ACCESS_NEED = "access_need", N_("What I need to take part")
    DEMOGRAPHIC = "demographic", N_("About who I am")


PERSONAL = (ProfileKind.ACCESS_NEED, ProfileKind.DEMOGRAPHIC)
"""What nobody but the person reads."""


class Profile(Record):
    """One thing about one person: a skill, an interest, a need."""

    table: ClassVar[str] = "profiles"
    noun: ClassVar[str] = N_("profile entry")
    prefix: ClassVar[str] = "pf"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "lead")
    order: ClassVar[tuple[str, ...]] = ("person_id", "kind", "topic")
    author: ClassVar[str] = "person_id"
    whole_row: ClassVar[bool] = True
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("person_id", "kind", "topic"),)
    rules: ClassVar[tuple[Rule, ...]] = (
        Only(
            "visibility",
            Visibility.PRIVATE,
            "kind",
            PERSONAL,
            N_("Who you are and what you need is for you alone: choose “Only me”."),
        ),
    )

    profile_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("pf")
    )
    person_id: Annotated[
        str, About(N_("Whose"), ref="people", fill="signer", form=False)
    ] = ""
    kind: Annotated[
        ProfileKind, About(N_("Kind"), ask=N_("Choose what it is: a skill, a need."))
    ]
    topic: Annotated[
        str,
        Field(min_length=1, max_length=120),
        About(
            N_("What"),
            N_("In a word or two, so that others with the same are found."),
            reads="circle",
            ask=N_("Say in a word or two what it is."),
            example=N_("public speaking"),
        ),
    ]
    level: Annotated[
        Stage | None, About(N_("How far along"), N_("For skills: where you are now."))
    ] = None
    text: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("More about it"), lines=2, reads="circle"),
    ] = None
    visibility: Annotated[
        Visibility,
        About(
            N_("Who may read it"),
            N_(
                "The program team matches people by it. What you need is for you alone."
            ),
        ),
    ] = Visibility.PROGRAM

    @model_validator(mode="before")
    @classmethod
    def _keep_personal(cls, values: Any) -> Any:
        """Keep to the person what is theirs alone, where nothing else was said."""
        if isinstance(values, Mapping) and values.get("kind") in PERSONAL:
            return {"visibility": Visibility.PRIVATE, **values}
        return values
