"""Where an answer goes once it is made a record: which table, which field, what is fixed.

Written beside the prompt, ``into=goals.title`` or ``into=profiles,kind=skill_want``, and
held to the models; what becomes of an answer is the workspace's part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import TYPE_CHECKING

from mentorkit.errors import did_you_mean
from mentorkit.models import Record, record_of


if TYPE_CHECKING:
    from mentorkit.assignments.prompt import Prompt

TABLES = (
    *("profiles", "enrollments", "charters", "goals", "milestones", "progress"),
    *("evidence", "sessions", "actions", "reflections", "assessments", "responses"),
)
"""The tables that answers may go into: what a learner can say of themselves."""

APART = {
    "profiles": ("topic",),
    "charters": ("text",),
    "reflections": ("text", "confidence"),
    "responses": ("value", "text"),
}
"""The fields whose every answer is a row of its own; others tell of all such rows."""

FOUND = {"milestones": "title", "sessions": "starts_at"}
"""Tables whose one record in a hand-in is there already, and the field it is found by."""

AS_LINES = {("sessions", "agenda"): ("minutes", "item")}
"""The fields that keep a table as lines of a text, and the columns that it may have."""

NAMED = (("actions", "owner_id"), ("progress", "goal_id"), ("responses", "item_id"))
"""What a learner may name; whose a record is, and in which mentorship, is not theirs."""

MAY_BE_NAMED = ("assessments", "rater_id")
"""Where a learner says whether whom a sheet is about may know that it is theirs."""

YES, NO = "yes", "no"

EVERY = "*"
"""In the place of a field: the columns of a table's one row are fields of one record."""


@dataclass(frozen=True, slots=True)
class Into:
    """Where an answer goes.

    Attributes
    ----------
    table : str
        The table.
    field : str
        The field; empty where each row that was filled in is a record.
    fixed : dict of str to str
        What its record holds besides, where no answer says otherwise.
    """

    table: str
    field: str = ""
    fixed: Mapping[str, str] = dataclass_field(default_factory=dict)

    @classmethod
    def of(cls, written: str) -> Into:
        """Return what was written beside a prompt.

        Examples
        --------
        >>> Into.of("reflections.text,kind=journal")
        Into(table='reflections', field='text', fixed={'kind': 'journal'})
        """
        place, *fixed = written.split(",")
        table, _, name = place.partition(".")
        pairs = (each.partition("=") for each in fixed)
        return cls(table, name, {key: value for key, _, value in pairs})

    @property
    def is_apart(self) -> bool:
        """Whether each answer to such a prompt is a row of its own."""
        return self.field in APART.get(self.table, ())


def flaws_of_into(prompt: Prompt) -> Iterator[str]:
    """Give what is wrong with where a prompt's answer goes, a sentence each.

    Examples
    --------
    >>> from mentorkit.assignments.prompt import Kind, Prompt
    >>> asked = Prompt("aim", Kind.TEXT, "What?", "## What?", into="goals.titel")
    >>> list(flaws_of_into(asked))
    ["There is no field “titel” in goals. Did you mean 'title'?"]
    """
    if not prompt.into:
        return
    into = Into.of(prompt.into)
    if into.table not in TABLES:
        hint = did_you_mean(into.table, TABLES)
        yield (
            f"No answer goes into “{into.table}”.{hint} There are: {', '.join(TABLES)}."
        )
        return
    record = record_of(into.table)
    yield from _flaws_of_place(prompt, into, record)
    for name, word in into.fixed.items():
        yield from _unknown(record, [name])
        yield from _flaws_of_words(record, name, [word])


def _flaws_of_place(prompt: Prompt, into: Into, record: type[Record]) -> Iterator[str]:
    """Give what is wrong with the field, or with the columns that are fields."""
    rows = into.field in {"", EVERY}
    if (flaw := _flaw_of_its_own(prompt, into)) is not None:
        yield from filter(None, [flaw])
    elif prompt.columns and not rows:
        yield f"The columns of a table are its fields: write into={into.table}."
    elif prompt.columns:
        yield from _unknown(record, (column.name for column in prompt.columns))
    elif rows:
        yield f"Say which field of {into.table} it goes into: {into.table}.FIELD."
    else:
        yield from _unknown(record, [into.field])
        options = (option.value for option in prompt.options)
        yield from _flaws_of_words(record, into.field, options)


def _flaw_of_its_own(prompt: Prompt, into: Into) -> str | None:
    """Return what is wrong with a place that asks for something of its own, if it is one.

    Empty where nothing is wrong.
    """
    columns = {column.name for column in prompt.columns}
    if into.table == "sessions" and into.field in {"", EVERY}:
        return "A session is there already: say which field of it, sessions.FIELD."
    if names := AS_LINES.get((into.table, into.field)):
        fits = names[-1] in columns <= {*names}
        told = f"It goes there as a table with the columns {' and '.join(names)}."
        return "" if fits else told
    if (into.table, into.field) == MAY_BE_NAMED:
        fits = {option.value for option in prompt.options} == {YES, NO}
        return "" if fits else f"Whether you may be named is {YES} or {NO}."
    return None


def _unknown(record: type[Record], names: Iterable[str]) -> Iterator[str]:
    known = [
        field.name
        for field in record.fields()
        if field.name != record.key()
        and (not field.about.ref or (record.table, field.name) in NAMED)
    ]
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            yield f"There is no field “{name}” in {record.table}.{hint}"


def _flaws_of_words(
    record: type[Record], name: str, words: Iterable[str]
) -> Iterator[str]:
    found = {field.name: field for field in record.fields()}.get(name)
    known = found.vocabulary.words() if found and found.vocabulary else None
    for word in words:
        if known is not None and word not in known:
            hint = did_you_mean(word, known)
            yield (
                f"“{word}” is no word of {record.table}.{name}.{hint} There are:"
                f" {', '.join(known)}."
            )
