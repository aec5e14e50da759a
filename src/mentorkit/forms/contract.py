"""What a form and whoever keeps its rows say to each other.

A form hands over a ``Submission`` and gets a ``Saved`` back, or one of mentorkit's
errors. Nothing here knows widgets, tables or frames.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypedDict

from mentorkit.models import Record


@dataclass(frozen=True, slots=True)
class Submission:
    """One press of Save, with values that the record's model can read.

    Parameters
    ----------
    record : type of Record
        The record that the form is about.
    id : str
        The row's id. A new row's was made when its form was opened, so that a save
        that is sent twice makes one row.
    values : dict
        By field name. For a new row: every field that was filled in, and the hidden
        ones; an empty field that has a default is left out. For an edited row: only
        the fields that changed. Text, numbers and days stay as they were typed;
        instants are aware and in UTC; an emptied field is None.
    why : str
        The reason for the change, or nothing.
    base_version : int or None
        The version that the changes were made on; None for a new row.
    """

    record: type[Record]
    id: str
    values: dict[str, Any]
    why: str = ""
    base_version: int | None = None

    @property
    def is_new(self) -> bool:
        """Whether this adds a row."""
        return self.base_version is None


@dataclass(frozen=True, slots=True)
class Saved:
    """What was kept.

    Parameters
    ----------
    id : str
        The row's id.
    version : int
        Its version now.
    values : Mapping
        The row as it is now, by field name (such as ``record.model_dump()``): what
        "Edit it" opens. When left out, what was typed stands in for it.
    summary : sequence of (label, text)
        What to show as saved. When left out, the form puts its values into words.
    change_set : str or None
        What names this save, where it can be taken back.
    repeated : bool
        Whether a new row had been kept before, by a save whose answer was lost, and
        was not touched since: ``values`` is what was kept then.
    """

    id: str
    version: int
    values: Mapping[str, Any] = field(default_factory=dict)
    summary: Sequence[tuple[str, str]] = ()
    change_set: str | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A save that was taken back.

    Parameters
    ----------
    change_set : str
        What names the taking back: when that is taken back too, the save stands again.
    row : Saved or None
        The row as it is now; None where it is out again.
    """

    change_set: str
    row: Saved | None


Save = Callable[[Submission], Saved]
"""Keeps a submission.

Raises
------
InvalidRecord
    The values are refused; each problem that names a field is shown beside it.
Conflict
    A newer version is there; ``changed`` holds a dict a changed field with ``field``,
    ``before``, ``after``, ``by``, ``at`` and ``version``.
MentorkitError
    Anything else; its message is shown as it is.
"""

Undo = Callable[[str, str], TakenBack]
"""Takes back a save of the row with an id, by the save's change set.

Raises
------
MentorkitError
    It cannot be taken back; the message says what is in the way.
"""


class Settings(TypedDict, total=False):
    """What a form may be opened with; ``RecordForm`` says what each is."""

    values: Mapping[str, Any]
    row_id: str | None
    version: int | None
    options: Mapping[str, Sequence[tuple[str, str]]]
    hidden: Mapping[str, Any]
    signed_as: str
    timezone: str
    language: str
    draft: bool
    draft_key: bytes | None
    scope: str
    title: str | None
    undo: Undo | None


@dataclass(frozen=True, slots=True)
class Setup:
    """A form's settings, complete with what holds when one is left out."""

    record: type[Record]
    save: Save
    values: Mapping[str, Any] = field(default_factory=dict)
    row_id: str | None = None
    version: int | None = None
    options: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    hidden: Mapping[str, Any] = field(default_factory=dict)
    signed_as: str = ""
    timezone: str = "UTC"
    language: str = "en"
    draft: bool = True
    draft_key: bytes | None = None
    scope: str = ""
    title: str | None = None
    undo: Undo | None = None

    def choices(self, name: str, table: str | None) -> list[tuple[str, str]]:
        """Return a reference's choices: given for the field, or else for its table."""
        return [*self.options.get(name, self.options.get(table or "", ()))]
