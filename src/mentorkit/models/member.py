"""Members: who belongs to a mentorship, and as what."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.rule import NotBefore, Rule
from mentorkit.models.vocabulary import Vocabulary


class MemberRole(Vocabulary):
    """What somebody is in a mentorship."""

    MENTOR = "mentor", N_("Mentor")
    MENTEE = "mentee", N_("Mentee")
    SPONSOR = "sponsor", N_("Sponsor")
    MEDIATOR = "mediator", N_("Mediator")
    OBSERVER = "observer", N_("Observer")


class Member(Record):
    """One person's part in one mentorship."""

    table: ClassVar[str] = "members"
    noun: ClassVar[str] = N_("member")
    prefix: ClassVar[str] = "mb"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("mentorship_id", "role", "person_id")
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (
        ("mentorship_id", "person_id", "role"),
    )
    public: ClassVar[tuple[str, ...]] = (
        *("member_id", "mentorship_id", "person_id", "role", "joined_on", "left_on"),
    )
    rules: ClassVar[tuple[Rule, ...]] = (
        NotBefore("left_on", "joined_on", N_("Nobody leaves before joining.")),
    )

    member_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("mb")
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    person_id: Annotated[str, Field(min_length=1), About(N_("Person"), ref="people")]
    role: Annotated[MemberRole, About(N_("Role"))]
    joined_on: Annotated[dt.date | None, About(N_("Joined on"), fill="today")] = None
    left_on: Annotated[dt.date | None, About(N_("Left on"))] = None
