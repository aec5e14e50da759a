"""Tables described for other programs: Data Package v2, made from the models.

Builds plain data for a ``datapackage.json``; reads and writes no file. The words for
people are in ``dictionary``.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from mentorkit.i18n import translate
from mentorkit.models import RECORDS, Field, Record, record_of


PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TABLE_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

TYPES = {
    "text": "string",
    "reference": "string",
    "choice": "string",
    "integer": "integer",
    "number": "number",
    "boolean": "boolean",
    "date": "date",
    "instant": "datetime",
}
"""The standard's name for each kind of field."""

LIMITS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "min_length": "minLength",
    "max_length": "maxLength",
}
"""The standard's name for each limit of a field."""


def table_schema(
    record: type[Record],
    *,
    whole: bool = True,
    apostrophes: bool = False,
    broken: Container[str] = (),
) -> dict[str, Any]:
    """Return a record's Table Schema.

    Parameters
    ----------
    record : type of Record
        The record.
    whole : bool
        Whether all texts are there; where some were taken out, only fields that
        everybody reads are required.
    apostrophes : bool
        Whether free texts may have an apostrophe before them, and so be longer by one.
    broken : container of str
        References whose rows are not all in the package: they are not foreign keys.

    Examples
    --------
    >>> from mentorkit.models import Member
    >>> table_schema(Member)["foreignKeys"][1]["reference"]
    {'resource': 'people', 'fields': ['person_id']}
    """
    keys = [
        {"fields": [field.name], "reference": _reference(record, field.about.ref)}
        for field in record.fields()
        if field.about.ref and field.name not in broken
    ]
    return {
        "$schema": TABLE_PROFILE,
        "fields": [
            _field(field, whole=whole, apostrophes=apostrophes)
            for field in record.fields()
        ],
        "fieldsMatch": "exact",
        "missingValues": [""],
        "primaryKey": [record.key()],
        **({"foreignKeys": keys} if keys else {}),
    }


def resource(record: type[Record], schema: dict[str, Any]) -> dict[str, Any]:
    """Return a table's resource; who writes the file adds where it is."""
    return {
        "name": record.table,
        "type": "table",
        "title": record.table.capitalize(),
        "description": (record.__doc__ or "").partition("\n")[0],
        "schema": schema,
    }


def references(record: type[Record]) -> dict[str, tuple[str, str]]:
    """Return for each reference the table and the column that it refers to.

    Examples
    --------
    >>> from mentorkit.models import Milestone
    >>> references(Milestone)
    {'goal_id': ('goals', 'goal_id')}
    """
    return {
        field.name: (field.about.ref, record_of(field.about.ref).key())
        for field in record.fields()
        if field.about.ref
    }


def _reference(record: type[Record], table: str) -> dict[str, Any]:
    key = next(other.key() for other in RECORDS if other.table == table)
    own = table == record.table
    return {"resource": "" if own else table, "fields": [key]}


def _field(field: Field, *, whole: bool, apostrophes: bool) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": field.name,
        "type": TYPES[field.kind],
        "title": translate(field.about.label),
    }
    if field.about.help:
        described["description"] = translate(field.about.help)
    if field.vocabulary:
        described["categories"] = [
            {"value": word.value, "label": translate(word.label)}
            for word in field.vocabulary
        ]
    constraints = _constraints(field, apostrophes=apostrophes)
    if not field.nullable and (whole or field.about.reads == "all"):
        constraints["required"] = True
    if constraints:
        described["constraints"] = constraints
    return described


def _constraints(field: Field, *, apostrophes: bool) -> dict[str, Any]:
    found: dict[str, Any] = {
        theirs: limit
        for ours, theirs in LIMITS.items()
        if (limit := getattr(field, ours)) is not None
    }
    if apostrophes and field.free_text and "maxLength" in found:
        found["maxLength"] += 1
    if field.vocabulary:
        found["enum"] = field.vocabulary.words()
    if field.pattern:
        found["pattern"] = field.pattern.removeprefix("^").removesuffix("$")
    return found
