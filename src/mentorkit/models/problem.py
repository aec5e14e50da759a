"""From pydantic's findings to sentences for the person who typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from mentorkit.errors import Problem, did_you_mean
from mentorkit.i18n import N_, translate
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
    "timezone_aware": N_("Give the time with its time zone."),
}
"""What to say, by pydantic's kind of error."""

DATE = N_("Enter a date that exists as year-month-day, such as 2026-09-30.")
INSTANT = N_("Enter a date and time, such as 2026-09-30 15:00.")
CHOICE = N_("Choose one of: {words}.")
UNKNOWN = N_("There is no such field.")
HANDLE = N_("Use small letters, digits, dots and hyphens only, such as ada-grace.")


def problems_of(
    error: ValidationError, fields: Iterable[Field], language: str = "en"
) -> list[Problem]:
    """Return one problem for each thing that pydantic found, in the fields' order."""
    known = {field.name: field for field in fields}
    found: list[Problem] = []
    for detail in error.errors(include_url=False):
        if detail["type"] == "rules":
            values = detail["ctx"]["values"]
            found += [
                Problem(
                    translate(message, language).format(**values),
                    name,
                    _plain(values.get(name)),
                )
                for name, message in detail["ctx"]["broken"]
            ]
            continue
        name = str(detail["loc"][0]) if detail["loc"] else None
        value = None if detail["type"] == "missing" else detail["input"]
        found.append(Problem(_message(detail, known, language), name, value))
    order = list(known)
    return sorted(
        found, key=lambda p: order.index(p.field) if p.field in known else len(order)
    )


def _message(detail: ErrorDetails, known: Mapping[str, Field], language: str) -> str:
    kind, name = detail["type"], str(detail["loc"][0]) if detail["loc"] else ""
    field = known.get(name)
    if field is None:
        return translate(UNKNOWN, language) + did_you_mean(name, known)
    label = translate(field.about.label, language)
    if kind == "enum" and field.vocabulary:
        words = field.vocabulary.words()
        text = translate(CHOICE, language).format(words=", ".join(words))
        return text + did_you_mean(detail["input"], words)
    if field.kind == "date" and kind != "missing":
        return translate(DATE, language)
    if field.kind == "instant" and kind not in ("missing", "timezone_aware"):
        return translate(INSTANT, language)
    if kind == "string_pattern_mismatch":
        return translate(HANDLE, language)
    if kind in ("missing", "string_too_short") and field.about.ask:
        return translate(field.about.ask, language)
    template = MESSAGES.get(kind)
    if template is None:
        return str(detail["msg"])
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    if isinstance(detail["input"], str):
        context["length"] = f"{len(detail['input']):,}"
    return translate(template, language).format(label=_inline(label), **context)


def _plain(value: object) -> object:
    """Return a value as it would be typed."""
    return None if value is None else str(value)


def _inline(label: str) -> str:
    """Return a label as it stands inside a sentence, quoted so that it reads as one."""
    return f"“{label}”"
