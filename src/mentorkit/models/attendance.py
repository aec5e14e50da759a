"""Attendance: who was at a session, and how it was for them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id


class Attendance(Record):
    """One person's part in one session."""

    table: ClassVar[str] = "attendance"
    noun: ClassVar[str] = N_("attendance")
    prefix: ClassVar[str] = "at"
    within: ClassVar[str] = "session_id"
    order: ClassVar[tuple[str, ...]] = ("session_id", "person_id")
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("session_id", "person_id"),)

    attendance_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("at"))
    )
    session_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Session"), ref="sessions", ask=N_("Choose the session.")),
    ]
    person_id: Annotated[
        str,
        Field(min_length=1),
        About(N_("Who"), ref="people", ask=N_("Choose who it was.")),
    ]
    attended: Annotated[bool, About(N_("Was there"))] = True
    prepared: Annotated[
        bool | None, About(N_("Came prepared"), N_("As it was agreed on beforehand."))
    ] = None
    rating: Annotated[
        int | None,
        Field(ge=1, le=5),
        About(
            N_("Worth the time"),
            N_("From 1 (not at all) to 5 (very much), as that person says."),
        ),
    ] = None
