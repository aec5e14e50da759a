"""From the front end's message to a submission, or to what is wrong with it.

The front end is not trusted: unknown fields are dropped, ids are checked, every value
is read again. What a value may be is the model's affair.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from typing import Any

from mentorkit.errors import InvalidRecord, NotFound, Problem
from mentorkit.forms import words
from mentorkit.forms.contract import Setup, Submission
from mentorkit.forms.spec import shown_fields
from mentorkit.forms.values import (
    Unreadable,
    from_control,
    is_empty,
    to_control,
)
from mentorkit.i18n import fill, translate
from mentorkit.models import Field, new_id
from mentorkit.models.problem import rule_in_words


REASON = "reason_for_change"
"""The control of the reason; no record has a field of that name."""


def read(
    setup: Setup, message: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]
) -> Submission:
    """Return what was submitted.

    ``rows`` are the rows that this form may change, by id, as it last saw them.

    Raises
    ------
    InvalidRecord
        A value cannot be read, a change lacks its reason, or a day is half typed.
    NotFound
        The message names a row that this form is not about.
    """
    base = None if message["base"] is None else int(message["base"])
    row_id = _row_id(setup, str(message["id"]), rows, is_new=base is None)
    before = rows.get(row_id, {}) if base is not None else None
    values, problems = _values(setup, message, before)
    why = str(message.get("why") or "").strip()
    if before is not None and not why and _asks_why(setup, values, before):
        problems.append(Problem(translate(words.ASK_WHY, setup.language), REASON))
    if problems:
        found = told_at_once(setup, {**(before or {}), **values}, problems)
        raise InvalidRecord(setup.record.noun, found)
    if base is None:
        values = {**values, **setup.hidden}
    return Submission(setup.record, row_id, values, why, base)


def _row_id(
    setup: Setup, row_id: str, rows: Mapping[str, object], *, is_new: bool
) -> str:
    if not is_new:
        if row_id not in rows:
            raise NotFound(f"This form is not about {setup.record.noun} '{row_id}'.")
        return row_id
    made = re.fullmatch(rf"{setup.record.prefix}-[0-9a-z]{{8}}", row_id)
    return row_id if made else new_id(setup.record.prefix)


def _values(
    setup: Setup, message: Mapping[str, Any], before: Mapping[str, Any] | None
) -> tuple[dict[str, Any], list[Problem]]:
    raw, incomplete = message["values"], message.get("incomplete") or ()
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in shown_fields(setup):
        if field.name in incomplete and field.kind in words.INCOMPLETE:
            told = translate(words.INCOMPLETE[field.kind], setup.language)
            problems.append(Problem(told, field.name))
        elif field.name in raw and not _same(field, raw[field.name], before, setup):
            problem = _take(field, raw[field.name], values, setup)
            if problem and (before is not None or problem.value):
                problems.append(problem)
    return values, problems


def _take(
    field: Field, raw: object, values: dict[str, Any], setup: Setup
) -> Problem | None:
    """Put a field's value among the values, or say why it cannot be."""
    try:
        value = from_control(field, raw, setup.timezone)
    except Unreadable as unclear:
        return Problem(str(unclear), field.name, raw)
    if value is None and not field.nullable:
        label = translate(field.about.label, setup.language)
        told = fill(field.about.ask or words.ASK, setup.language, label=label)
        return Problem(told, field.name)
    values[field.name] = value
    return None


def _same(
    field: Field, raw: object, before: Mapping[str, Any] | None, setup: Setup
) -> bool:
    """Tell whether an edited row's control still holds what the row holds."""
    return (
        before is not None
        and to_control(field, before.get(field.name), setup.timezone) == raw
    )


def _asks_why(setup: Setup, values: Iterable[str], before: Mapping[str, Any]) -> bool:
    return any(
        setup.record.field(n).about.why and not is_empty(before.get(n)) for n in values
    )


def changed_since(setup: Setup, submission: Submission, row: Mapping[str, Any]) -> bool:
    """Tell whether a new row that is sent again differs from what was kept of it."""
    meant = setup.record(**submission.values).model_dump()

    def shown(field: Field, values: Mapping[str, Any]) -> object:
        return to_control(field, values.get(field.name), setup.timezone)

    return any(
        shown(field, meant) != shown(field, row)
        for field in shown_fields(setup)
        if field.name in submission.values or not field.about.fill
    )


def told_at_once(
    setup: Setup, values: Mapping[str, Any], known: Iterable[Problem]
) -> list[Problem]:
    """Add what else is wrong, so that a person is not told in two rounds.

    A model looks at its fields first and at the rules between them only when all of
    them pass; here the rules are asked as well, about the fields that do.
    """
    problems = [*known]
    told = {problem.field for problem in problems}
    given = {name: v for name, v in values.items() if not is_empty(v)}
    try:
        setup.record(**{**given, **setup.hidden})
    except InvalidRecord as error:
        shown = {field.name for field in shown_fields(setup)}
        problems += [p for p in error.problems if p.field in shown - told]
    parsed = {f.name: _parsed(f, values.get(f.name)) for f in setup.record.fields()}
    for rule in setup.record.rules:
        if broken := rule.broken(parsed):
            name, message = broken
            if name not in {problem.field for problem in problems}:
                text = rule_in_words(message, parsed)
                problems.append(Problem(text, name))
    order = [field.name for field in setup.record.fields()]
    return sorted(
        problems, key=lambda p: order.index(p.field) if p.field in order else len(order)
    )


def _parsed(field: Field, value: object) -> object:
    """Return a value as the rules compare it; a day that is none stands for nothing."""
    if is_empty(value):
        return None
    if field.kind != "date" or not isinstance(value, str):
        return value
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def typed_so_far(setup: Setup, raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return what can be read of a form that is being filled in, and None for the rest."""
    found: dict[str, Any] = {**setup.hidden}
    for field in shown_fields(setup):
        values: dict[str, Any] = {}
        _take(field, raw.get(field.name), values, setup)
        found[field.name] = _measured(field, values.get(field.name))
    return found


def _measured(field: Field, value: Any) -> Any:
    """Return a number as one; text that is none counts as not there."""
    if field.kind not in ("integer", "number") or value is None:
        return value
    try:
        return float(value)
    except ValueError:
        return None
