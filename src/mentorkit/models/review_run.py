"""Review runs: which reviews were made of which period, for whom, and how it went.

Written as reviews are made, never by hand. The pages themselves lie in the run's folder.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.vocabulary import Visibility, Vocabulary


FINGERPRINT = r"^[0-9a-f]{0,64}$"


class ReviewStatus(Vocabulary):
    """How it went."""

    OK = "ok", N_("Made")
    FAILED = "failed", N_("Failed")
    LOST = "lost", N_("Its process was ended")


class ReviewRun(Record):
    """One review that was made, or tried: a notebook that ran."""

    table: ClassVar[str] = "review_runs"
    noun: ClassVar[str] = N_("review run")
    prefix: ClassVar[str] = "rr"
    automatic: ClassVar[bool] = True
    writers: ClassVar[tuple[Writer, ...]] = ("circle", "lead")
    order: ClassVar[tuple[str, ...]] = ("made_at", "review_run_id")

    review_run_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("rr"))
    )
    program_id: Annotated[
        str, About(N_("Program"), ref="programs", fill="program", form=False)
    ] = ""
    mentorship_id: Annotated[
        str | None, About(N_("Mentorship"), ref="mentorships", form=False)
    ] = None
    template: Annotated[
        str,
        Field(min_length=1, max_length=200),
        About(N_("Template"), N_("The notebook that ran, such as quarterly.")),
    ]
    period: Annotated[
        str,
        Field(min_length=1, max_length=40),
        About(N_("Period"), example="2026Q3"),
    ]
    language: Annotated[
        str, Field(min_length=2, max_length=12), About(N_("Language"), example="en")
    ] = "en"
    cut_at: Annotated[
        AwareDatetime, About(N_("Cut"), N_("The moment up to which records count."))
    ]
    made_at: Annotated[AwareDatetime, About(N_("Made at"))]
    status: Annotated[ReviewStatus, About(N_("Status"))]
    seconds: Annotated[
        float, Field(ge=0), About(N_("Seconds"), N_("How long it took."))
    ] = 0.0
    error: Annotated[
        str | None,
        Field(max_length=5000),
        About(N_("What went wrong"), reads="circle"),
    ] = None
    inputs: Annotated[
        str,
        Field(pattern=FINGERPRINT),
        About(N_("Inputs"), N_("What stands for all that it was made from.")),
    ] = ""
    folder: Annotated[
        str,
        Field(max_length=2000),
        About(N_("Folder"), N_("Where the run's files are, seen from the workspace.")),
    ] = ""
    visibility: Annotated[
        Visibility,
        About(N_("Made for"), N_("Whom the review was made for, its audience.")),
    ] = Visibility.PAIR
