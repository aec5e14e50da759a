"""Sheets: one form for what becomes several rows, such as a rubric or a charter.

A sheet is a record that is made for a form: its fields are shown, checked and drafted as
every record's are; what becomes of its values is said here, where it is saved is not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import cache
from typing import Annotated, Any, ClassVar, cast

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from mentorkit.forms.lines import COLUMNS, Row, written
from mentorkit.i18n import N_
from mentorkit.models import (
    About,
    Action,
    Assessment,
    Charter,
    CharterSection,
    Item,
    Record,
    Response,
)


class Sheet(Record):
    """A record that is made for a form; its rows are those of other records.

    Attributes
    ----------
    of : type of Record
        The record that it begins with or consists of.
    """

    of: ClassVar[type[Record]]

    @classmethod
    def key(cls) -> str:
        """Return the name of the id of what the sheet begins with."""
        return cls.of.key()


def _sheet(of: type[Record], noun: str, fields: Mapping[str, Any]) -> type[Sheet]:
    """Make a sheet of fields; of one that the record has, the heading alone is given."""
    taken: dict[str, Any] = {
        name: _taken(of, name, group=field) if isinstance(field, str) else field
        for name, field in fields.items()
    }
    made: Any = create_model(f"{of.__name__}Sheet", __base__=Sheet, **taken)
    made.of, made.table, made.noun, made.prefix = of, of.table, noun, of.prefix
    made.author = of.author
    return cast("type[Sheet]", made)


def _taken(of: type[Record], name: str, *, group: str) -> tuple[Any, FieldInfo]:
    """Return a field of a record, under another heading."""
    field = copy(of.model_fields[name])
    field.metadata = [
        replace(each, group=group) if isinstance(each, About) else each
        for each in field.metadata
    ]
    return field.annotation, field


SHARED: dict[str, tuple[str, tuple[str, ...]]] = {
    "together": (
        N_("What we are here for"),
        ("purpose", "role", "goal"),
    ),
    "working": (
        N_("How we work together"),
        ("cadence", "channel", "response_time", "critique"),
    ),
    "trust": (
        N_("What we can rely on"),
        ("boundary", "confidentiality", "data"),
    ),
    "hard": (
        N_("When it gets difficult"),
        ("disagreement", "escalation", "contingency"),
    ),
    "ahead": (
        N_("Looking back, and ending"),
        ("review_rhythm", "ending", "glossary"),
    ),
}
"""The sections of a charter, under the headings that a form gives them."""

ASKED = {
    "purpose": N_(
        "Why do you meet, and what would make it worth the time? Everywhere here, an"
        " empty line begins another clause, and a line that ends with a colon heads it."
    ),
    "role": N_("Who prepares, who leads, who writes down what was agreed?"),
    "goal": N_("What you want to reach together; the goals themselves have a form."),
    "cadence": N_("How often, how long, and who may move a session until when?"),
    "channel": N_("How do you reach each other between sessions?"),
    "response_time": N_("Within how many days does either of you answer?"),
    "critique": N_("How do you like to be told what could be better?"),
    "boundary": N_("What is out of scope, and when are you not to be reached?"),
    "confidentiality": N_("What stays between you, and what would not?"),
    "data": N_("What is written down here, and who reads it?"),
    "disagreement": N_("What do you do when you see it differently?"),
    "escalation": N_("Whom do you turn to when you cannot solve it?"),
    "contingency": N_("What happens in busy weeks, illness or leave?"),
    "review_rhythm": N_("When do you look at this charter again?"),
    "ending": N_(
        "How will you know that it is time to end, and how do you do it well?"
    ),
    "glossary": N_("Words that mean something special to you."),
}
"""What a form asks beside each section of a charter."""


@cache
def charter_sheet() -> type[Sheet]:
    """Return the sheet of a whole charter: a text for each of its sections."""
    words = {str(word): word.label for word in CharterSection}
    fields: dict[str, Any] = {}
    for heading, sections in SHARED.values():
        for section in sections:
            about = About(
                words[section],
                ASKED[section],
                heading,
                lines=2,
                reads="circle",
                why=True,
            )
            kind = Annotated[str | None, Field(max_length=20_000), about]
            fields[section] = (kind, None)
    return _sheet(Charter, N_("charter"), fields)


def charter_texts(clauses: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the clauses of one edition as the text of each section.

    Parameters
    ----------
    clauses : iterable of mapping
        With ``section``, ``label`` and ``text``, in their order.

    Examples
    --------
    >>> charter_texts([{"section": "ending", "label": None, "text": "We say goodbye."}])
    {'ending': 'We say goodbye.'}
    """
    texts: dict[str, list[str]] = {}
    for clause in clauses:
        label = clause["label"]
        text = f"{label}:\n{clause['text']}" if label else str(clause["text"])
        texts.setdefault(str(clause["section"]), []).append(text)
    return {section: "\n\n".join(found) for section, found in texts.items()}


def charter_clauses(texts: Mapping[str, Any]) -> list[dict[str, Any]]:
    r"""Return the clauses that the texts of a charter's sections hold.

    Examples
    --------
    >>> charter_clauses({"boundary": "Evenings:\nNo calls after seven."})
    [{'section': 'boundary', 'position': 1, 'label': 'Evenings', 'text': 'No calls after seven.'}]
    """
    found = []
    for section in map(str, CharterSection):
        parts = str(texts.get(section) or "").split("\n\n")
        clauses = [part.strip() for part in parts if part.strip()]
        for position, clause in enumerate(clauses, 1):
            label, text = _headed(clause)
            found.append(
                {"section": section, "position": position, "label": label, "text": text}
            )
    return found


def _headed(clause: str) -> tuple[str | None, str]:
    """Take a clause's heading off: a first line that ends with a colon."""
    first, _, rest = clause.partition("\n")
    if first.rstrip().endswith(":") and rest.strip() and len(first) <= 120:
        return first.rstrip().removesuffix(":").strip() or None, rest.strip()
    return None, clause


def answer_name(item: Item) -> str:
    """Return the name of the field that an item is answered in."""
    return f"answer_{item.position}"


HEAD = ("person_id", "rater_group", "wave", "taken_on")
FOOT = ("note", "visibility")
BESIDE = N_("What else to know")


@cache
def rating_sheet(items: tuple[Item, ...]) -> type[Sheet]:
    """Return the sheet of an instrument: its items, in their order, to be answered.

    Parameters
    ----------
    items : tuple of Item
        Those of one edition of one instrument.
    """
    fields: dict[str, Any] = dict.fromkeys(HEAD, "")
    for item in items:
        fields[answer_name(item)] = (_answer(item), None)
    return _sheet(Assessment, Assessment.noun, fields | dict.fromkeys(FOOT, BESIDE))


def _answer(item: Item) -> Any:
    """Return the type of an item's answer: a step of its scale, or words."""
    low, high = item.scale_min, item.scale_max
    group = (item.subscale or str(item.kind.label)).replace("-", " ")
    group = group[:1].upper() + group[1:]
    if low is None or high is None:
        about = About(item.text, group=group, lines=3, reads="circle")
        return Annotated[str | None, Field(max_length=10_000), about]
    if not (low.is_integer() and high.is_integer() and high - low <= 10):
        about = About(item.text, f"{low:g} – {high:g}", group=group)
        return Annotated[float | None, Field(ge=low, le=high), about]
    steps = tuple(item.steps.get(step, "") for step in range(int(low), int(high) + 1))
    about = About(item.text, group=group, steps=steps if any(steps) else ())
    return Annotated[int | None, Field(ge=int(low), le=int(high)), about]


def answers(
    items: Sequence[Item], assessment_id: str, values: Mapping[str, Any]
) -> list[Response]:
    """Return a response for each item that was answered."""
    found = []
    for item in items:
        given = values.get(answer_name(item))
        if given is None:
            continue
        in_words = item.scale_min is None
        found.append(
            Response(
                assessment_id=assessment_id,
                item_id=item.item_id,
                value=None if in_words else float(given),
                text=str(given) if in_words else None,
            )
        )
    return found


def given(
    items: Sequence[Item], responses: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """Return the answers of a filled-in sheet as its fields hold them."""
    held = {row["item_id"]: row for row in responses}
    found = {}
    for item in items:
        row = held.get(item.item_id)
        if row is not None:
            value = row["text"] if item.scale_min is None else row["value"]
            found[answer_name(item)] = value
    return found


@cache
def actions_sheet() -> type[Sheet]:
    """Return the sheet of what people take on: an action a line."""
    about = About(
        N_("Who does what by when"),
        N_("A line for each thing. Enter goes on to the next line."),
        reads="circle",
        layout="actions",
        ask=N_("Write down at least one thing that will be done."),
    )
    lines = (Annotated[str, Field(min_length=1), about], ...)
    return _sheet(Action, N_("actions"), {"lines": lines})


def action_values(values: Mapping[str, Any], first_id: str) -> list[Row]:
    """Return the lines of what people take on as an action's values each.

    Their ids follow from the first one, so that lines that are sent twice are met.
    """
    rows: list[Row] = json.loads(values["lines"])
    return [
        {"action_id": first_id if n == 1 else f"{first_id}-{n}"}
        | {name: text for name, text in row.items() if text}
        for n, row in enumerate(rows, 1)
    ]


def action_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """Return actions as the lines of the sheet."""
    names = [column.name for column in COLUMNS["actions"]]
    return written([{name: str(row[name] or "") for name in names} for row in rows])
