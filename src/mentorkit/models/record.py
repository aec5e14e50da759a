"""The base of every record: identity, checks between fields, errors in words.

A record knows its table's name and its fields; it knows nothing of databases.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from mentorkit.errors import InvalidRecord
from mentorkit.models.field import Field, describe
from mentorkit.models.problem import problems_of
from mentorkit.models.rule import Rule


ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that is read as another."""

Writer = Literal["circle", "lead", "author", "confidant"]

HANDLE = r"^[a-z0-9][a-z0-9._-]*$"
"""Short readable names: they go into file names and parameters."""

ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"


def new_id(prefix: str) -> str:
    """Return a fresh short id such as ``g-7k3m9q2t`` (40 random bits)."""
    drawn = secrets.randbits(40)
    return f"{prefix}-{''.join(ALPHABET[drawn >> n & 31] for n in range(0, 40, 5))}"


class Record(BaseModel):
    """A row to be: typed, checked, and described by its own fields.

    Attributes
    ----------
    table : str
        The plural noun that names the table, the frame, the CSV file.
    noun : str
        Its singular, in forms and messages.
    prefix : str
        What its ids begin with.
    rules : tuple of Rule
        What must hold between fields.
    unique : tuple of tuple of str
        Columns that together occur once.
    order : tuple of str
        How a frame of it is sorted.
    whole_row : bool
        Whether a row that may not be read is left out, instead of its texts alone.
    author : str
        The field that names whose words the row's texts are, and who reads a private
        row. Without one the words are everybody's in the row's mentorship.
    within : str
        The reference by which a row that names no mentorship belongs to one: that of
        the row it hangs on. Where such a row is left out as a whole, so is this.
    confided : tuple of str
        The fields that name the only people who see the row, whatever their circle.
    fits : tuple of str
        The references whose rows :meth:`misfit` looks at.
    public : tuple of str
        The fields that everybody sees of every row, however visible its texts are,
        where a mentorship is published. Without any, rows must be public themselves.
    automatic : bool
        Whether mentorkit writes it by itself: it has no form, undoing passes over it,
        and no review is made anew for it.
    writers : tuple of {"circle", "lead", "author", "confidant"}
        Who writes it where the database knows who is who: the mentorship's members,
        the program's leads, its author, whom it was confided to.
    """

    model_config = ConfigDict(
        extra="forbid", str_strip_whitespace=True, frozen=True, allow_inf_nan=False
    )

    table: ClassVar[str]
    noun: ClassVar[str]
    prefix: ClassVar[str]
    rules: ClassVar[tuple[Rule, ...]] = ()
    unique: ClassVar[tuple[tuple[str, ...], ...]] = ()
    order: ClassVar[tuple[str, ...]] = ()
    whole_row: ClassVar[bool] = False
    author: ClassVar[str] = ""
    within: ClassVar[str] = ""
    confided: ClassVar[tuple[str, ...]] = ()
    fits: ClassVar[tuple[str, ...]] = ()
    public: ClassVar[tuple[str, ...]] = ()
    automatic: ClassVar[bool] = False
    writers: ClassVar[tuple[Writer, ...]] = ("circle",)

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise InvalidRecord(self.noun, problems_of(error, self.fields())) from None

    @model_validator(mode="after")
    def _hold_rules(self) -> Self:
        if not self.rules:
            return self
        values = self.model_dump()
        broken = [found for rule in self.rules if (found := rule.broken(values))]
        if broken:
            raise PydanticCustomError(
                "rules", "rules", {"broken": broken, "values": values}
            )
        return self

    def misfit(self, others: Mapping[str, Record]) -> tuple[str, str] | None:  # noqa: ARG002
        """Return the field that does not fit rows it refers to, and the message.

        Parameters
        ----------
        others : mapping of str to Record
            The rows that the references in ``fits`` name.
        """
        return None

    @classmethod
    @cache
    def fields(cls) -> tuple[Field, ...]:
        """Return the description of each field, in order."""
        return tuple(describe(name, info) for name, info in cls.model_fields.items())

    @classmethod
    @cache
    def field(cls, name: str) -> Field:
        """Return the description of one field."""
        return next(field for field in cls.fields() if field.name == name)

    @classmethod
    def key(cls) -> str:
        """Return the name of the id's column."""
        return _key_of(cls.__name__)

    @property
    def id(self) -> str:
        """The record's id."""
        return str(getattr(self, self.key()))


@cache
def _key_of(name: str) -> str:
    """Return the name of the id's column of a record of a name."""
    words = re.sub("(?<!^)(?=[A-Z])", "_", name)
    return f"{words.lower()}_id"
