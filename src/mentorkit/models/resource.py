"""Resources: the program's library of things to read, watch, use and try."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.enrollment import Stage
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, new_id
from mentorkit.models.vocabulary import Vocabulary


class ResourceKind(Vocabulary):
    """What a resource is."""

    ARTICLE = "article", N_("Article")
    VIDEO = "video", N_("Video")
    TOOL = "tool", N_("Tool")
    CASE_STUDY = "case_study", N_("Case study")
    COURSE = "course", N_("Course")
    BOOK = "book", N_("Book")
    TALKING_POINTS = "talking_points", N_("Talking points")
    SYLLABUS = "syllabus", N_("Syllabus")
    TEMPLATE = "template", N_("Template")
    STARTER = "starter", N_("Conversation starter")


FITS, ACCESS = N_("For whom"), N_("Who can use it")


class Resource(Record):
    """One thing to read, watch, use or try, with what it takes."""

    table: ClassVar[str] = "resources"
    noun: ClassVar[str] = N_("resource")
    prefix: ClassVar[str] = "rs"
    order: ClassVar[tuple[str, ...]] = ("handle",)
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("handle",),)

    resource_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("rs")
    )
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=80),
        About(
            N_("Handle"),
            N_("A short name that rows can refer to."),
            example="first-talk",
        ),
    ]
    title: Annotated[
        str,
        Field(min_length=1, max_length=300),
        About(N_("Title"), ask=N_("Give the resource’s title.")),
    ]
    kind: Annotated[
        ResourceKind, About(N_("Kind"), ask=N_("Choose what kind of thing it is."))
    ]
    uri: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("Where it is"), N_("A link, or a file in the workspace.")),
    ] = None
    description: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("What it is good for"), lines=2),
    ] = None
    competency_id: Annotated[
        str | None, About(N_("Ability"), group=FITS, ref="competencies")
    ] = None
    stage: Annotated[Stage | None, About(N_("Stage"), group=FITS)] = None
    minutes: Annotated[
        int | None, Field(ge=1, le=100_000), About(N_("Minutes"), group=FITS)
    ] = None
    load: Annotated[
        int | None,
        Field(ge=1, le=5),
        About(N_("How demanding"), N_("From 1 (light) to 5 (heavy)."), group=FITS),
    ] = None
    after_id: Annotated[
        str | None,
        About(
            N_("Comes after"), N_("What to know first."), group=FITS, ref="resources"
        ),
    ] = None
    language: Annotated[
        str,
        Field(min_length=2, max_length=35),
        About(N_("Language"), N_("A code such as en or pt-BR."), group=ACCESS),
    ] = "en"
    captions: Annotated[bool | None, About(N_("Has captions"), group=ACCESS)] = None
    transcript_uri: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("Transcript"), N_("Where it can be read instead."), group=ACCESS),
    ] = None
    low_bandwidth_uri: Annotated[
        str | None,
        Field(max_length=2000),
        About(N_("For slow connections"), N_("A smaller version of it."), group=ACCESS),
    ] = None
    licence: Annotated[
        str | None,
        Field(max_length=200),
        About(N_("Licence"), group=ACCESS, example="CC BY 4.0"),
    ] = None
