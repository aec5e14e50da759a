"""People: everyone who takes part, in whatever role."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mentorkit.i18n import N_
from mentorkit.models.field import About
from mentorkit.models.record import HANDLE, ID, Record, Writer, new_id


class Person(Record):
    """Somebody who takes part in a program."""

    table: ClassVar[str] = "people"
    noun: ClassVar[str] = N_("person")
    prefix: ClassVar[str] = "p"
    writers: ClassVar[tuple[Writer, ...]] = ("author", "lead")
    order: ClassVar[tuple[str, ...]] = ("handle",)
    author: ClassVar[str] = "person_id"
    unique: ClassVar[tuple[tuple[str, ...], ...]] = (("handle",), ("email",))

    person_id: Annotated[str, Field(pattern=ID), About(N_("Id"), form=False)] = Field(
        default_factory=lambda: new_id("p")
    )
    handle: Annotated[
        str,
        Field(pattern=HANDLE, max_length=60),
        About(N_("Handle"), N_("A short name for commands and file names.")),
    ]
    name: Annotated[str, Field(min_length=1, max_length=200), About(N_("Name"))]
    email: Annotated[
        str | None,
        Field(min_length=3, max_length=254),
        About(N_("E-mail"), reads="circle"),
    ] = None
    timezone: Annotated[
        str, About(N_("Time zone"), N_("An IANA name, such as Europe/London."))
    ] = "UTC"
    language: Annotated[
        str,
        Field(min_length=2, max_length=35),
        About(N_("Language"), N_("A language tag, such as en or es.")),
    ] = "en"
    org_unit: Annotated[str | None, About(N_("Team or department"))] = None
