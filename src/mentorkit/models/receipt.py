"""Receipts: that a file came, when, and what was made of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.submission import (
    AssignmentName,
    Fingerprint,
    Learner,
    TemplateName,
    TemplateVersion,
)
from mentorkit.models.vocabulary import Vocabulary


class ReceivedBy(Vocabulary):
    """What says when a file came."""

    EXCHANGE = "exchange", N_("The exchange that took it in")
    ARCHIVE = "archive", N_("The archive that it lay in")
    FILE = "file", N_("The file's own time")


class ReceiptState(Vocabulary):
    """What is left to do about a file that came."""

    TAKEN = "taken", N_("Taken in")
    PERSON = "person", N_("Needs a person")
    ACCEPTED = "accepted", N_("Looked at and accepted")


class Receipt(Record):
    """One file that came back at one moment. The newest of a learner's counts.

    What it answers is in the submissions of the same fingerprint. Its id is made of
    what it holds, so that collecting again adds nothing.
    """

    table: ClassVar[str] = "receipts"
    noun: ClassVar[str] = N_("receipt")
    prefix: ClassVar[str] = "rc"
    automatic: ClassVar[bool] = True
    writers: ClassVar[tuple[Writer, ...]] = ("circle", "lead")
    order: ClassVar[tuple[str, ...]] = (
        *("assignment", "person_id", "received_at", "fingerprint", "receipt_id"),
    )
    author: ClassVar[str] = "person_id"

    receipt_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("rc")
    )
    person_id: Learner
    assignment: AssignmentName
    template: TemplateName
    template_version: TemplateVersion
    fingerprint: Fingerprint
    path: Annotated[
        str,
        Field(min_length=1, max_length=4000),
        About(N_("Path"), N_("Under what was collected."), reads="circle"),
    ]
    sender: Annotated[
        str | None,
        Field(max_length=200),
        About(
            N_("Sender"), N_("Who handed it in, as a platform says."), reads="circle"
        ),
    ] = None
    received_at: Annotated[AwareDatetime, About(N_("Received"))]
    received_by: Annotated[ReceivedBy, About(N_("What says so"))]
    late: Annotated[bool, About(N_("Late"))] = False
    answered: Annotated[int, Field(ge=0, le=10_000), About(N_("Answered"))] = 0
    asked: Annotated[int, Field(ge=0, le=10_000), About(N_("Asked"))] = 0
    state: Annotated[ReceiptState, About(N_("State"))] = ReceiptState.TAKEN
    remarks: Annotated[
        str | None,
        Field(max_length=100_000),
        About(N_("Remarks"), N_("What was odd, in words for programs.")),
    ] = None
