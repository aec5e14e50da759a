"""What a template asks and what an educator keeps of an assignment: plain typed values.

Compiling fills them in, assigning writes them into a manifest, collecting believes them
and nothing that a file says of itself.
"""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

import msgspec


SCHEMA = 1
"""The form of the metadata and of the manifest. Readers refuse a greater one."""

NAMESPACE = "mentorkit"
"""Where a notebook and its cells keep what is ours in their metadata."""


class Kind(StrEnum):
    """How a prompt is answered."""

    TEXT = "text"
    CHOICE = "choice"
    MULTIPLE = "multiple"
    SCALE = "scale"
    TABLE = "table"
    DATE = "date"


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One answer to choose: what is stored, and what stands behind its box."""

    value: str
    label: str


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One column of a table that a learner fills in."""

    name: str
    label: str


class Prompt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """One question. Its id is its cell's, and stays while its meaning does.

    Attributes
    ----------
    id : str
        Letters, digits, ``-`` and ``_``, 55 at most: the id of the answer's cell, the
        ``prompt`` in its metadata and its ``grade_id`` in nbgrader.
    question : str
        The source of the prompt's cell, locked.
    starter : str
        The source of the answer's cell as it goes out.
    into : str
        Where the answer goes once it is made a record, as ``into`` reads it; empty
        where it stays an answer.
    """

    id: str
    kind: Kind
    title: str
    question: str
    starter: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    into: str = ""

    @property
    def question_id(self) -> str:
        """The id of the prompt's own cell."""
        return f"{self.id}-question"

    def in_words(self, value: str) -> str:
        """Return what stands behind an option's box; what is no option as it is."""
        found = (each.label for each in self.options if each.value == value)
        return next(found, value)


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One template in one language, as it was compiled."""

    name: str
    version: str
    language: str
    title: str
    prompts: tuple[Prompt, ...]


class Copy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One learner's copy of an assignment.

    Attributes
    ----------
    learner : str
        Their handle.
    ticket : str
        What shows that this copy was made for them; it does not show who sent it.
    fingerprint : str
        Of the file's bytes as it went out.
    mentorship : str
        The handle of the mentorship that it is for; empty where nobody could say.
    """

    learner: str
    file: str
    ticket: str
    fingerprint: str
    mentorship: str = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the educator keeps of an assignment: the only truth that collecting knows.

    Attributes
    ----------
    due_at : str
        An instant in UTC, ``2026-10-16T21:59:00Z``; empty if it is never late.
    """

    schema: int
    assignment: str
    template: Template
    copies: tuple[Copy, ...]
    due_at: str = ""

    def home_of(self, learner: str) -> str:
        """Return the handle of the mentorship that a learner's copy is for, if any."""
        found = (each.mentorship for each in self.copies if each.learner == learner)
        return next(found, "")


def as_compared(source: str) -> str:
    """Return a cell's source as two are compared: editors change ends of lines."""
    return "\n".join(line.rstrip() for line in source.strip().splitlines())


def fingerprint(source: str) -> str:
    """Return what stands for a cell's source, the same after an editor's touch."""
    return sha256(as_compared(source).encode("utf-8", "surrogatepass")).hexdigest()
