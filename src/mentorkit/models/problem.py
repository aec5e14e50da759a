"""From pydantic's findings to sentences for the person who typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mentorkit.errors import Problem, did_you_mean
from mentorkit.i18n import N_, day_text, fill, number_text, translate
from mentorkit.models.field import Field


MESSAGES = {
    "missing": N_("Enter {label}."),
    "string_too_short": N_("Enter {label}."),
    "string_too_long": N_(
        "Keep {label} to {max_length} characters or fewer; this has {length}."
    ),
    "string_type": N_("Enter text for {label}."),
    "int_parsing": N_("Enter a whole number, such as 3."),
    "int_type": N_("Enter a whole number, such as 3."),
    "int_from_float": N_("Enter a whole number, such as 3."),
    "float_parsing": N_("Enter a number, such as 2.5."),
    "float_type": N_("Enter a number, such as 2.5."),
    "finite_number": N_("Enter a number, such as 2.5."),
    "bool_parsing": N_("Answer yes or no."),
    "bool_type": N_("Answer yes or no."),
    "greater_than_equal": N_("Enter {ge} or more."),
    "less_than_equal": N_("Enter {le} or less."),
    "string_pattern_mismatch": N_(
        "Use small letters, digits, dots and hyphens only, such as ada-grace."
    ),
    "timezone_aware": N_("Give the time with its time zone."),
}
"""What to say, by pydantic's kind of error."""

DATE = N_("Enter a date that exists as year-month-day, such as 2026-09-30.")
INSTANT = N_("Enter a date and time, such as 2026-09-30 15:00.")
CHOICE = N_("Choose one of: {words}.")
UNKNOWN = N_("There is no such field.")


def problems_of(error: ValidationError, fields: Iterable[Field]) -> list[Problem]:
    """Return one problem for each thing that pydantic found, in the fields' order.

    They are told in the language that is being spoken, since a record knows none.
    """
    known = {field.name: field for field in fields}
    found: list[Problem] = []
    for detail in error.errors(include_url=False):
        if detail["type"] == "rules":
            values = detail["ctx"]["values"]
            found += [
                Problem(
                    rule_in_words(message, values),
                    name,
                    _plain(values.get(name)),
                )
                for name, message in detail["ctx"]["broken"]
            ]
            continue
        name = str(detail["loc"][0]) if detail["loc"] else None
        value = None if detail["type"] == "missing" else detail["input"]
        found.append(Problem(_message(detail, known), name, value))
    order = list(known)
    return sorted(
        found, key=lambda p: order.index(p.field) if p.field in known else len(order)
    )


def _message(detail: ErrorDetails, known: Mapping[str, Field]) -> str:
    name = str(detail["loc"][0]) if detail["loc"] else ""
    field = known.get(name)
    if field is None:
        return translate(UNKNOWN) + did_you_mean(name, known)
    template = _template(detail["type"], field)
    if template is None:
        return str(detail["msg"])
    context = {
        name: number_text(value, grouped=False)
        if isinstance(value, int | float)
        else value
        for name, value in (detail.get("ctx") or {}).items()
    }
    context["label"] = f"“{translate(field.about.label)}”"
    typed = detail["input"]
    if isinstance(typed, str):
        context["length"] = number_text(len(typed))
    words = field.vocabulary.words() if field.vocabulary else []
    told = fill(template, words=", ".join(words), **context)
    return told + (did_you_mean(typed, words) if words else "")


def _template(kind: str, field: Field) -> str | None:
    """Return what to say of a kind of error in a field."""
    if kind in ("missing", "string_too_short"):
        return field.about.ask or MESSAGES[kind]
    if kind in MESSAGES:
        return MESSAGES[kind]
    return {"date": DATE, "instant": INSTANT, "choice": CHOICE}.get(field.kind)


def rule_in_words(message: str, values: Mapping[str, object]) -> str:
    """Return a rule's message, filled in with the record's values as they are said."""
    said = {
        name: day_text(value) if isinstance(value, dt.date) else value
        for name, value in values.items()
    }
    return fill(message, **said)


def _plain(value: object) -> object:
    """Return a value as it would be typed."""
    return None if value is None else str(value)
