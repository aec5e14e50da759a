"""What a field tells beyond its type, and the one description made from both.

Columns, checks, forms, import and the data dictionary all read ``Field``, so a
field is declared in one place: its record's class. No input or output here.
"""

from __future__ import annotations

import datetime as dt
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, Union

import annotated_types as at
from pydantic import AwareDatetime
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from mentorkit.models.vocabulary import Vocabulary


Kind = Literal[
    "text", "integer", "number", "boolean", "date", "instant", "choice", "reference"
]
"""What a field holds: decides its column, its control and its dtype."""

Fill = Literal["today", "signer", "mentee", "program", "timezone", "due_on"]
"""What a workspace fills an empty field with."""

Layout = Literal["", "agenda", "actions"]
"""How a form shows a text that is made of lines; others are one text box."""

Reads = Literal["all", "circle", "author"]
"""Who reads a field: everybody; the row's visibility circle; its author alone."""


@dataclass(frozen=True, slots=True)
class About:
    """What people see of a field, and what the house needs to know of it.

    Parameters
    ----------
    label : str
        Its name in forms, tables and messages.
    help : str
        One sentence beside the control.
    group : str
        The heading that it stands under in a form.
    lines : int
        Lines of its text box; 1 is a single line.
    ref : str
        The table that it refers to.
    fill : Fill
        What the workspace writes when it is left empty.
    reads : Reads
        Who may read it.
    form : bool
        Whether a form shows it.
    why : bool
        Whether changing it in a form asks for the reason.
    example : str
        A value that shows what is meant.
    author : str
        For ``reads="author"``: the field that names the author.
    ask : str
        What to say when it is missing, where "Enter ..." would be clumsy.
    layout : Layout
        The lines that its text is made of.
    steps : tuple of str
        What each step of its scale means, from the least to the most.
    """

    label: str
    help: str = ""
    group: str = ""
    lines: int = 1
    ref: str | None = None
    fill: Fill | None = None
    reads: Reads = "all"
    form: bool = True
    why: bool = False
    example: str = ""
    author: str = ""
    ask: str = ""
    layout: Layout = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record, read off its class."""

    name: str
    kind: Kind
    about: About
    required: bool
    nullable: bool
    default: Any
    vocabulary: type[Vocabulary] | None
    minimum: float | None
    maximum: float | None
    min_length: int | None
    max_length: int | None
    pattern: str | None

    @property
    def free_text(self) -> bool:
        """Whether people write what they like in it, so that it may look a formula."""
        return self.kind == "text" and self.pattern is None


def describe(name: str, info: FieldInfo) -> Field:
    """Return the description of one pydantic field."""
    inner, optional = _unwrap(info.annotation)
    about = next(
        (m for m in info.metadata if isinstance(m, About)),
        About(name.replace("_", " ").capitalize()),
    )
    vocabulary = (
        inner if isinstance(inner, type) and issubclass(inner, Vocabulary) else None
    )
    limits = _limits(info.metadata)
    default = None if info.default is PydanticUndefined else info.default
    return Field(
        name=name,
        kind=_kind(inner, about),
        about=about,
        required=info.is_required(),
        nullable=optional and about.fill in (None, "due_on"),
        default=default,
        vocabulary=vocabulary,
        minimum=limits.get("ge"),
        maximum=limits.get("le"),
        min_length=limits.get("min_length"),
        max_length=limits.get("max_length"),
        pattern=limits.get("pattern"),
    )


def _unwrap(annotation: Any) -> tuple[Any, bool]:
    if typing.get_origin(annotation) in (Union, types.UnionType):
        parts = [part for part in typing.get_args(annotation) if part is not type(None)]
        return parts[0], True
    return annotation, False


def _kind(inner: Any, about: About) -> Kind:
    if about.ref:
        return "reference"
    if isinstance(inner, type) and issubclass(inner, Vocabulary):
        return "choice"
    kinds: dict[Any, Kind] = {
        str: "text",
        int: "integer",
        float: "number",
        bool: "boolean",
        dt.date: "date",
        AwareDatetime: "instant",
    }
    return kinds[inner]


def _limits(metadata: list[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in metadata:
        if isinstance(item, at.Ge):
            found["ge"] = item.ge
        elif isinstance(item, at.Le):
            found["le"] = item.le
        elif isinstance(item, at.MinLen):
            found["min_length"] = item.min_length
        elif isinstance(item, at.MaxLen):
            found["max_length"] = item.max_length
        elif getattr(item, "pattern", None):
            found["pattern"] = item.pattern
    return found
