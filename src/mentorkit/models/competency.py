"""Competencies: the abilities that goals, resources and rubrics are about."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.enrollment import Stage
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id


class Competency(Record):
    """One ability of a framework, and what having it looks like."""

    table: ClassVar[str] = "competencies"
    noun: ClassVar[str] = N_("competency")
    prefix: ClassVar[str] = "cy"
    writers: ClassVar[tuple[Writer, ...]] = ("lead",)
    order: ClassVar[tuple[str, ...]] = ("framework", "handle")
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("handle",),)

    competency_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = (
        Field(default_factory=lambda: new_id("cy"))
    )
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=80),
        About(
            N_("Handle"),
            N_("A short name that rows can refer to."),
            example="active-listening",
        ),
    ]
    name: Annotated[
        str,
        Field(min_length=1, max_length=200),
        About(N_("Name"), ask=N_("Name the ability."), example=N_("Active listening")),
    ]
    framework: Annotated[
        str,
        Field(min_length=1, max_length=120),
        About(N_("Framework"), N_("Whose list it is from; yours is called local.")),
    ] = "local"
    description: Annotated[
        str | None,
        Field(max_length=5000),
        About(
            N_("What it looks like"), N_("What can be seen when it is there?"), lines=3
        ),
    ] = None
    stage: Annotated[
        Stage | None, About(N_("Stage"), N_("From which stage on it is expected."))
    ] = None
    uri: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("Link"), N_("Where the framework describes it.")),
    ] = None
    parent_id: Annotated[
        str | None, About(N_("Part of"), N_("A wider ability."), ref="competencies")
    ] = None
