"""Sessions: when people met, for how long, and what came of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


class SessionKind(Vocabulary):
    """What a session is for."""

    KICKOFF = "kickoff", N_("Kickoff")
    MICRO = "micro", N_("Micro")
    DEEP_DIVE = "deep_dive", N_("Deep dive")
    CHECK_IN = "check_in", N_("Check-in")
    FORMAL_REVIEW = "formal_review", N_("Formal review")
    CLOSURE = "closure", N_("Closure")
    PEER_REVIEW = "peer_review", N_("Peer review")
    AMA = "ama", N_("Ask me anything")
    ASYNC = "async", N_("Asynchronous")


class Medium(Vocabulary):
    """How people met."""

    VIDEO = "video", N_("Video")
    PHONE = "phone", N_("Phone")
    IN_PERSON = "in_person", N_("In person")
    CHAT = "chat", N_("Chat")
    ASYNC = "async", N_("Asynchronous")


class SessionStatus(Vocabulary):
    """What became of a session."""

    PLANNED = "planned", N_("Planned")
    HELD = "held", N_("Held")
    CANCELLED = "cancelled", N_("Cancelled")
    NO_SHOW = "no_show", N_("No show")
    MOVED = "moved", N_("Moved")


class Session(Record):
    """One meeting of a mentorship, planned or held."""

    table: ClassVar[str] = "sessions"
    noun: ClassVar[str] = N_("session")
    prefix: ClassVar[str] = "s"
    order: ClassVar[tuple[str, ...]] = ("starts_at", "session_id")
    public: ClassVar[tuple[str, ...]] = (
        *("session_id", "mentorship_id", "starts_at", "timezone", "minutes", "kind"),
        *("medium", "status", "visibility"),
    )

    session_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("s")
    )
    mentorship_id: Annotated[
        str, Field(min_length=1), About(N_("Mentorship"), ref="mentorships", form=False)
    ]
    starts_at: Annotated[
        AwareDatetime,
        About(N_("Starts at"), ask=N_("Enter the day and time of the session.")),
    ]
    timezone: Annotated[
        str,
        About(
            N_("Time zone"),
            N_("Where the clock was read; the program's when empty."),
            fill="timezone",
            form=False,
        ),
    ] = ""
    minutes: Annotated[
        int | None, Field(ge=1, le=1440), About(N_("Minutes"), example="45")
    ] = None
    kind: Annotated[SessionKind, About(N_("Kind"))] = SessionKind.DEEP_DIVE
    medium: Annotated[Medium | None, About(N_("How you met"))] = None
    status: Annotated[SessionStatus, About(N_("Status"))] = SessionStatus.PLANNED
    objective: Annotated[
        str | None,
        Field(max_length=500),
        About(N_("Objective"), N_("What should be clearer after it?"), reads="circle"),
    ] = None
    agenda: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("Agenda"),
            N_("A line for each point, with the minutes that it may take."),
            lines=3,
            reads="circle",
            layout="agenda",
        ),
    ] = None
    summary: Annotated[
        str | None,
        Field(max_length=100_000),
        About(N_("What was said and agreed"), lines=5, reads="circle"),
    ] = None
    private_note: Annotated[
        str | None,
        Field(max_length=100_000),
        About(
            N_("Private note"),
            N_("Only you read this; it is in no report."),
            lines=3,
            reads="author",
            author="private_note_by",
        ),
    ] = None
    private_note_by: Annotated[
        str | None, About(N_("Private note by"), ref="people", form=False)
    ] = None
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PAIR
