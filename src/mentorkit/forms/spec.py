"""What the front end needs to draw a record's form, as plain data.

Made from the record's own fields; the front end knows kinds of control, not records.
"""

from __future__ import annotations

from typing import Any

from mentorkit.forms import words
from mentorkit.forms.advice import ADVISED
from mentorkit.forms.contract import Setup
from mentorkit.forms.drafts import privacy_of
from mentorkit.forms.lines import COLUMNS, TOTAL, Column
from mentorkit.forms.values import is_empty, to_control
from mentorkit.i18n import fill, number_text, translate
from mentorkit.models import Field, record_of


SHORT = 60
"""Characters up to which a text box is as narrow as a date's."""

FEW = 6
"""Whole numbers up to which each gets a radio button."""


def shown_fields(setup: Setup) -> list[Field]:
    """Return the fields that a form shows, in order."""
    return [
        field
        for field in setup.record.fields()
        if field.about.form
        and field.name not in setup.hidden
        and not (
            field.kind == "reference"
            and field.nullable
            and not setup.choices(field.name, field.about.ref)
        )
    ]


def title_of(setup: Setup, *, edits: bool = False) -> str:
    """Return the form's heading."""
    if setup.title and not edits:
        return setup.title
    noun = translate(setup.record.noun, setup.language)
    template = words.EDIT if edits or setup.row_id else words.NEW
    return fill(template, setup.language, noun=noun)


def spec_of(setup: Setup) -> dict[str, Any]:
    """Return the form's description: words, and its groups of fields."""
    groups: dict[str, list[Field]] = {}
    for field in shown_fields(setup):
        groups.setdefault(field.about.group, []).append(field)
    return {
        "title": title_of(setup),
        "title_edit": title_of(setup, edits=True),
        "record": setup.record.noun,
        "signed_as": setup.signed_as,
        "prefix": setup.record.prefix,
        "language": setup.language,
        "advises": setup.record in ADVISED,
        "words": words.in_language(words.WORDS, setup.language),
        "groups": [
            {
                "legend": translate(legend, setup.language),
                "folded": position > 0
                and _rarely_used(fields)
                and not _is_rubric(fields),
                "layout": "grid" if _is_rubric(fields) else "",
                "fields": [
                    _field_spec(field, place, setup)
                    for field, place in zip(fields, _places(fields), strict=True)
                ],
            }
            for position, (legend, fields) in enumerate(groups.items())
        ],
    }


def first_values(setup: Setup) -> dict[str, str | bool]:
    """Return what each control holds when the form opens."""
    first: dict[str, str | bool] = {}
    for field in shown_fields(setup):
        value = setup.values.get(field.name)
        if is_empty(value) and not setup.row_id:
            value = _opening_value(field, setup)
        first[field.name] = to_control(field, value, setup.timezone)
    return first


def _opening_value(field: Field, setup: Setup) -> object:
    if field.kind == "reference" and not field.nullable:
        choices = setup.choices(field.name, field.about.ref)
        return choices[0][0] if len(choices) == 1 else None
    return field.default


def _rarely_used(fields: list[Field]) -> bool:
    """Fold a group away when it holds nothing but optional texts and scales."""
    return len(fields) > 2 and all(
        not field.required and (field.kind == "text" or _is_scale(field))
        for field in fields
    )


def _is_rubric(fields: list[Field]) -> bool:
    """Tell whether fields are criteria: scales whose every step is described."""
    return all(_is_scale(field) and field.about.steps for field in fields)


def _places(fields: list[Field]) -> list[str]:
    """Put short fields two in a row: left and right, like beside like where possible."""
    kin = [*(_kin(field) for field in fields), "", ""]
    places: list[str] = []
    for at, kind in enumerate(kin[: len(fields)]):
        following, after = kin[at + 1], kin[at + 2]
        if not kind:
            places.append("wide")
        elif places and places[-1] == "pair":
            places[-1:] = ["left", "right"]
        elif following and (kind == following or following != after):
            places.append("pair")
        else:
            places.append("left")
    return places


def _kin(field: Field) -> str:
    """Return what short fields have in common that look well in a row."""
    control = _control(field)
    if control in ("textarea", "radios", "checkbox", "lines"):
        return ""
    if control == "text":
        return "text" if (field.max_length or SHORT + 1) <= SHORT else ""
    return {"datetime-local": "date", "number": "number"}.get(control, control)


def _field_spec(field: Field, place: str, setup: Setup) -> dict[str, Any]:
    control = _control(field)
    return {
        "name": field.name,
        "kind": field.kind,
        "control": control,
        "label": translate(field.about.label, setup.language),
        "help": _help(field, setup),
        "required": field.required and control != "checkbox",
        "lines": field.about.lines,
        "negative": field.minimum is None or field.minimum < 0,
        "place": place,
        "options": _options(field, setup),
        "private": privacy_of(setup, field),
        "why": field.about.why,
        **(_lines(field, setup) if field.about.layout else {}),
    }


def _lines(field: Field, setup: Setup) -> dict[str, Any]:
    """Return the columns of a text that is made of lines, and what its sum says."""
    layout = field.about.layout
    column, whole = TOTAL.get(layout, ("", ""))
    told = words.in_language(words.TOTALS, setup.language)
    return {
        "columns": [_column(each, setup) for each in COLUMNS[layout]],
        "total": {"column": column, "field": whole, **told} if column else None,
    }


def _column(column: Column, setup: Setup) -> dict[str, Any]:
    choices = setup.choices(column.name, column.ref) if column.ref else []
    if column.ref:
        empty = translate(words.EMPTY_REQUIRED, setup.language)
        choices = [("", empty), *choices]
    return {
        "name": column.name,
        "label": translate(column.label, setup.language),
        "control": column.control,
        "options": [{"value": value, "label": label} for value, label in choices],
    }


def _control(field: Field) -> str:
    if _is_scale(field):
        return "radios"
    if field.about.layout:
        return "lines"
    if field.kind == "text":
        return "textarea" if field.about.lines > 1 else "text"
    return {
        "integer": "number",
        "number": "number",
        "boolean": "checkbox",
        "date": "date",
        "instant": "datetime-local",
    }.get(field.kind, "select")


def _is_scale(field: Field) -> bool:
    return (
        field.kind == "integer"
        and field.minimum is not None
        and field.maximum is not None
        and (bool(field.about.steps) or field.maximum - field.minimum < FEW)
    )


def _help(field: Field, setup: Setup) -> str:
    parts = [translate(field.about.help, setup.language)]
    if field.kind == "instant":
        parts.append(fill(words.LOCAL, setup.language, timezone=setup.timezone))
    if field.about.example:
        example = translate(field.about.example, setup.language)
        parts.append(fill(words.EXAMPLE, setup.language, example=example))
    ref = field.about.ref
    if ref and not setup.choices(field.name, ref):
        noun = translate(record_of(ref).noun, setup.language)
        parts.append(fill(words.NO_CHOICE, setup.language, noun=noun))
    return " ".join(part for part in parts if part)


def _options(field: Field, setup: Setup) -> list[dict[str, str]]:
    if _is_scale(field):
        return _steps(field, setup.language)
    if field.kind not in ("choice", "reference"):
        return []
    if field.vocabulary:
        given = [
            (str(word), translate(word.label, setup.language))
            for word in field.vocabulary
        ]
    else:
        given = setup.choices(field.name, field.about.ref)
    held = setup.values.get(field.name)
    if not is_empty(held) and str(held) not in [value for value, _ in given]:
        given.append((str(held), str(held)))
    if field.nullable or field.kind == "reference" or field.required:
        given = [("", translate(_empty_word(field), setup.language)), *given]
    return [{"value": value, "label": label} for value, label in given]


def _empty_word(field: Field) -> str:
    if not field.nullable:
        return words.EMPTY_REQUIRED
    return words.EMPTY_REFERENCE if field.kind == "reference" else words.EMPTY_CHOICE


def _steps(field: Field, language: str) -> list[dict[str, str]]:
    low, high = int(field.minimum or 0), int(field.maximum or 0)
    names = field.about.steps or words.SCALES.get((low, high), ("",) * (high - low + 1))
    steps = [
        {
            "value": str(step),
            "label": _signed(step, language, signed=low < 0),
            "word": translate(name, language),
        }
        for step, name in zip(range(low, high + 1), names, strict=True)
    ]
    if field.nullable:
        empty = {
            "value": "",
            "label": "–",
            "word": translate(words.NOT_RATED, language),
        }
        return [empty, *steps]
    return steps


def _signed(step: int, language: str, *, signed: bool) -> str:
    return number_text(step, language, signed=signed)
