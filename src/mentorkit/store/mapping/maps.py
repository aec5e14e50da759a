"""What a map says: which files, how cells are written, and what each row becomes.

A map is a TOML file; this is its grammar, checked, with errors in words.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
)
from pydantic import Field as Setting
from pydantic_core import ErrorDetails, PydanticCustomError

from mentorkit.errors import Problem, WorkspaceError, did_you_mean
from mentorkit.i18n import N_, translate
from mentorkit.models import Record, record_of


Read = Literal["text", "number", "date", "time", "minutes", "email", "handle", "moment"]
"""How a cell is read, where its column does not tell."""

NO_MAP = N_("There is no map {path}. Make one to edit: --propose.")
NOT_TOML = N_("{path} cannot be read as TOML: {reason}.")
NO_PATTERN = N_("“{pattern}” is not a pattern: {reason}")
WRONG = N_("The map {path} cannot be followed:\n{problems}")


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _compiled(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        message = translate(NO_PATTERN).format(pattern=pattern, reason=error)
        raise PydanticCustomError("pattern", "{told}", {"told": message}) from None
    return pattern


Pattern = Annotated[str, AfterValidator(_compiled)]

Names = Annotated[list[str], BeforeValidator(_listed)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Formats(_Part):
    """How cells are written, in a whole map or in one source."""

    dates: Names | None = None
    decimal: Literal[".", ","] | None = None
    missing: Names | None = None
    timezone: str | None = None

    def over(self, other: Formats) -> Formats:
        """Return these, with what they leave open taken from the others."""
        mine = {k: v for k, v in self if v is not None}
        return other.model_copy(update=mine)


class Taking(_Part):
    """Where a value comes from: a heading, a part of a cell, or words of the map."""

    heading: str | None = None
    headings: list[str] = []
    part: str | None = None
    value: Any = None

    @property
    def names(self) -> list[str]:
        """The headings that may hold it."""
        return [self.heading, *self.headings] if self.heading else self.headings


class When(Taking):
    """A condition that a row or a column depends on."""

    filled: bool | None = None
    matches: Pattern | None = None
    one_of: Names | None = None


class Column(Taking):
    """How one column is filled."""

    missing: Names | None = None
    pattern: Pattern | None = None
    optional: bool = False
    words: dict[str, str] = {}
    patterns: dict[Pattern, str] = {}
    split: str | None = None
    options: list[str] = []
    join: str | None = None
    find: str | None = None
    by: Names = ["email", "name"]
    among: list[str] = []
    where: dict[str, str] = {}
    read: Read | None = None
    dates: Names | None = None
    decimal: Literal[".", ","] | None = None
    time: str | None = None
    timezone: str | None = None
    default: Any = None
    when: When | None = None


def _column(value: Any) -> Any:
    return {"heading": value} if isinstance(value, str) else value


Columns = dict[str, Annotated[Column, BeforeValidator(_column)]]


class Each(Taking):
    """A cell of several parts, each of which becomes a row."""

    split: str = "lines"
    options: list[str] = []
    pattern: Pattern | None = None
    missing: Names | None = None


class Source(_Part):
    """One file, or one sheet of a workbook."""

    file: str
    sheet: str | None = None
    encoding: str | None = None
    separator: str | None = None
    heading_row: int = Setting(default=1, ge=1)
    once: str | None = None
    newest_by: str | None = None
    formats: Formats = Formats()
    finds: Columns = {}


class Rows(_Part):
    """What the rows of a source become in one table."""

    table: str
    source: str | None = None
    name: str = ""
    key: list[str] = []
    each: Each | None = None
    when: When | None = None
    columns: Columns

    @property
    def record(self) -> type[Record]:
        """The table's record."""
        return record_of(self.table)

    @property
    def called(self) -> str:
        """What other rows of the map call the row made here."""
        return self.name or self.table


class Map(_Part):
    """A whole map."""

    name: str = Setting(min_length=1)
    formats: Formats = Formats()
    sources: dict[str, Source] = {}
    rows: list[Rows]

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a map and check it against the tables.

        Raises
        ------
        WorkspaceError
            It is not there, not TOML, or says what cannot be followed.
        """
        try:
            said = tomllib.loads(path.read_text("utf-8-sig"))
        except FileNotFoundError:
            raise WorkspaceError(translate(NO_MAP).format(path=path)) from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            message = translate(NOT_TOML).format(path=path, reason=error)
            raise WorkspaceError(message) from None
        try:
            found = cls.model_validate(said)
        except ValidationError as error:
            problems = [_told(detail) for detail in error.errors()]
        else:
            problems = [*_unknown(found)]
        if problems:
            told = "\n".join(f"  {problem}" for problem in problems)
            message = translate(WRONG).format(path=path, problems=told)
            raise WorkspaceError(message)
        return found


SETTINGS: tuple[type[BaseModel], ...] = (
    Map, Source, Rows, Column, Each, When, Formats,
)  # fmt: skip


def _told(detail: ErrorDetails) -> Problem:
    place = ".".join(
        str(part + 1) if isinstance(part, int) else str(part) for part in detail["loc"]
    )
    if detail["type"] == "extra_forbidden":
        word = str(detail["loc"][-1])
        known = sorted({name for part in SETTINGS for name in part.model_fields})
        near = did_you_mean(word, [name for name in known if name != word])
        return Problem(f"A map has no setting “{word}” here.{near}", place)
    return Problem(f"{detail['msg']}.", place)


def _unknown(found: Map) -> list[Problem]:
    """Return what the map names and nothing knows: tables, columns, sources."""
    problems = []
    for number, rows in enumerate(found.rows, 1):
        place = f"rows.{number}"
        if rows.source is not None and rows.source not in found.sources:
            near = did_you_mean(rows.source, found.sources)
            problems.append(
                Problem(f"There is no source “{rows.source}”.{near}", place)
            )
        names = [field.name for field in rows.record.fields()]
        problems += [
            Problem(
                f"The table {rows.record.table} has no column"
                f" “{name}”.{did_you_mean(name, names)}",
                place,
            )
            for name in (*rows.columns, *rows.key)
            if name not in names
        ]
        problems += _astray(rows.columns, place)
    for name, source in found.sources.items():
        problems += _astray(source.finds, f"sources.{name}.finds")
    return problems


def _astray(columns: Columns, place: str) -> list[Problem]:
    """Return the columns by which a map looks for rows, and which no table has."""
    problems = []
    for name, column in columns.items():
        if column.find is None:
            continue
        record = record_of(column.find)
        names = [field.name for field in record.fields()]
        by = column.where or dict.fromkeys(column.by)
        problems += [
            Problem(
                f"The table {record.table} has no column"
                f" “{one}”.{did_you_mean(one, names)}",
                f"{place}.{name}",
            )
            for one in by
            if one not in names and (record.table, one) != ("people", "first_name")
        ]
    return problems
