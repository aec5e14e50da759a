"""Submissions: what came back of an assignment, one row a value of an answer."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import ID, Record, Writer, new_id
from mentorkit.models.review_run import FINGERPRINT
from mentorkit.models.vocabulary import Visibility, Vocabulary


MARK = r"^[A-Za-z0-9_-]*$"
"""The ids of prompts and the names of their parts."""

Learner = Annotated[
    str,
    Field(min_length=1),
    About(N_("Learner"), ref="people", ask=N_("Choose who answered.")),
]
AssignmentName = Annotated[
    str, Field(pattern=ID, max_length=120), About(N_("Assignment"))
]
TemplateName = Annotated[str, Field(pattern=ID, max_length=120), About(N_("Template"))]
TemplateVersion = Annotated[
    str, Field(pattern=ID, max_length=40), About(N_("Version of the template"))
]
Fingerprint = Annotated[
    str,
    Field(pattern=FINGERPRINT, min_length=64),
    About(N_("Fingerprint"), N_("Of the file's bytes.")),
]
"""What is kept of every file that comes back, of its receipt and of each value in it."""


class AnswerKind(Vocabulary):
    """How a prompt of a template is answered."""

    TEXT = "text", N_("In words")
    CHOICE = "choice", N_("One of several")
    MULTIPLE = "multiple", N_("Some of several")
    SCALE = "scale", N_("A step of a scale")
    TABLE = "table", N_("A table")
    DATE = "date", N_("A day")


class FoundBy(Vocabulary):
    """How an answer was found in a notebook, from the surest way to the least."""

    MARK = "mark", N_("By its mark")
    WIDGET = "widget", N_("By the form that it was typed into")
    GRADE_ID = "grade-id", N_("By its mark for nbgrader")
    CELL_ID = "cell-id", N_("By the id of its cell")
    POSITION = "position", N_("By where it stands")


class Submission(Record):
    """One value of one answer in a notebook that came back. Collecting adds these.

    Its id is made of what it holds, so that collecting a file again adds nothing.
    """

    table: ClassVar[str] = "submissions"
    noun: ClassVar[str] = N_("submission")
    prefix: ClassVar[str] = "su"
    automatic: ClassVar[bool] = True
    writers: ClassVar[tuple[Writer, ...]] = ("circle", "lead")
    order: ClassVar[tuple[str, ...]] = (
        *("assignment", "person_id", "fingerprint"),
        *("prompt", "copy_number", "row_number", "submission_id"),
    )
    author: ClassVar[str] = "person_id"
    whole_row: ClassVar[bool] = True

    submission_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("su"))
    )
    person_id: Learner
    assignment: AssignmentName
    template: TemplateName
    template_version: TemplateVersion
    fingerprint: Fingerprint
    prompt: Annotated[
        str,
        Field(pattern=MARK, max_length=64),
        About(N_("Prompt"), N_("Empty where the text belongs to no question.")),
    ] = ""
    kind: Annotated[AnswerKind, About(N_("Kind"))]
    copy_number: Annotated[
        int,
        Field(ge=0, le=10_000),
        About(
            N_("Which copy"),
            N_("0 is the answer; others stood beside it, for a person to look at."),
        ),
    ] = 0
    row_number: Annotated[
        int,
        Field(ge=0, le=1_000_000),
        About(N_("Row"), N_("Of a table, or of several that were chosen.")),
    ] = 0
    part: Annotated[
        str,
        Field(pattern=MARK, max_length=64),
        About(N_("Part"), N_("A table's column, or the kind of answer.")),
    ]
    value: Annotated[
        str,
        Field(min_length=1, max_length=100_000),
        About(N_("Value"), reads="circle"),
    ]
    found_by: Annotated[FoundBy, About(N_("Found"))] = FoundBy.MARK
    visibility: Annotated[Visibility, About(N_("Who may read it"))] = Visibility.PROGRAM
