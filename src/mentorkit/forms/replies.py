"""What a form answers: kept, refused, overtaken or failed, each in words.

Answers are plain data for the front end; nothing here saves anything.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from mentorkit.errors import Conflict, Problem
from mentorkit.forms import words
from mentorkit.forms.contract import Saved, Setup, Submission, TakenBack
from mentorkit.forms.drafts import place_of
from mentorkit.forms.spec import shown_fields
from mentorkit.forms.values import in_words, is_empty, to_control
from mentorkit.i18n import fill, moment_text, translate
from mentorkit.models import Field, Visibility


def saved(
    setup: Setup, submission: Submission, kept: Saved, row: Mapping[str, Any]
) -> dict[str, Any]:
    """Answer that the row is kept, with what was kept in words."""
    told = words.KEPT if submission.is_new else words.REVISED
    summary = kept.summary or _summary(setup, submission, row)
    return {
        "kind": "saved",
        "message": fill(told, setup.language, noun=_noun(setup)),
        "since": fill(words.SAVED_SINCE, setup.language, noun=_noun(setup)),
        "summary": [[label, text] for label, text in summary],
        "change_set": kept.change_set if setup.undo else None,
        **_state(setup, kept, row),
    }


def kept_before(setup: Setup, kept: Saved, row: Mapping[str, Any]) -> dict[str, Any]:
    """Answer that an earlier save of the same new row came through."""
    return {
        "kind": "kept",
        "message": fill(words.SAVED_SINCE, setup.language, noun=_noun(setup)),
        **_state(setup, kept, row),
    }


def undone(
    setup: Setup,
    submission: Submission,
    back: TakenBack,
    kept: Saved,
    row: Mapping[str, Any],
    *,
    stands: bool,
) -> dict[str, Any]:
    """Answer that a save was taken back, or stands again, with what holds now."""
    out = words.AS_BEFORE if back.row else words.OUT_AGAIN
    told, heading = (
        (words.STANDS, words.SAVED_AGAIN) if stands else (out, words.TAKEN_BACK)
    )
    return {
        "kind": "undone",
        "stands": stands,
        "heading": translate(heading, setup.language),
        "message": fill(told, setup.language, noun=_noun(setup)),
        "summary": [list(pair) for pair in _summary(setup, submission, row)],
        "change_set": back.change_set,
        **_state(setup, kept, row),
        "version": kept.version if back.row else None,
    }


def invalid(setup: Setup, problems: Sequence[Problem]) -> dict[str, Any]:
    """Answer what is wrong, field by field."""
    return {
        "kind": "invalid",
        "message": words.problem_count(len(problems), setup.language),
        "problems": [
            {"field": problem.field, "message": problem.message} for problem in problems
        ],
    }


def conflict(setup: Setup, submission: Submission, error: Conflict) -> dict[str, Any]:
    """Answer who saved what in the meantime, and the values that hold now."""
    fields = {field.name: field for field in shown_fields(setup)}
    newest = [
        int(str(line["version"])) for line in error.changed if line.get("version")
    ]
    found: dict[str, list[Mapping[str, Any]]] = {}
    for line in error.changed:
        if line.get("field") in fields:
            found.setdefault(str(line["field"]), []).append(line)
    return {
        "kind": "conflict",
        "message": translate(words.CONFLICT, setup.language),
        "version": max(newest, default=None),
        "changes": [
            _change(setup, submission, fields[name], lines)
            for name, lines in found.items()
        ],
        "values": {
            name: to_control(fields[name], lines[-1].get("after"), setup.timezone)
            for name, lines in found.items()
        },
    }


def failed(setup: Setup, error: Exception) -> dict[str, Any]:
    """Answer that nothing was saved, and why."""
    return {"kind": "failed", "message": words.why_not(error, setup.language)}


def _noun(setup: Setup) -> str:
    return translate(setup.record.noun, setup.language)


def _state(setup: Setup, kept: Saved, row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": kept.id,
        "version": kept.version,
        "place": place_of(setup, kept.id),
        "values": {
            field.name: to_control(field, row.get(field.name), setup.timezone)
            for field in shown_fields(setup)
        },
    }


def _summary(
    setup: Setup, submission: Submission, row: Mapping[str, Any]
) -> list[tuple[str, str]]:
    """Put into words what was filled in, or what an edit changed."""
    found = []
    for field in shown_fields(setup):
        value = row.get(field.name)
        if submission.is_new:
            usual = to_control(field, field.default, setup.timezone)
            tell = to_control(field, value, setup.timezone) not in ("", usual)
            tell = tell or field.vocabulary is Visibility
        else:
            tell = field.name in submission.values
        if tell:
            found.append((_label(setup, field), _text(setup, field, value)))
    return found


def _change(
    setup: Setup,
    submission: Submission,
    field: Field,
    lines: Sequence[Mapping[str, Any]],
) -> dict[str, str]:
    """Tell of one field that others changed: what it was, theirs, and ours, whole."""
    first, last = lines[0], lines[-1]
    mine = submission.values.get(field.name)
    return {
        "field": field.name,
        "label": _label(setup, field),
        "who": _who(setup, last),
        "why": str(last.get("why") or ""),
        "before": _whole(setup, field, first.get("before")),
        "theirs": _whole(setup, field, last.get("after")),
        "mine": _whole(setup, field, mine) if field.name in submission.values else "",
    }


def _whole(setup: Setup, field: Field, value: object) -> str:
    """Return a value in words, a text uncut: whoever settles a conflict needs all."""
    if field.kind == "text" and not is_empty(value):
        return str(value)
    return _text(setup, field, value)


def _label(setup: Setup, field: Field) -> str:
    return translate(field.about.label, setup.language)


def _text(setup: Setup, field: Field, value: object) -> str:
    labels = dict(setup.choices(field.name, field.about.ref))
    text = in_words(field, value, labels, setup.timezone, setup.language)
    return text or translate(words.NOTHING, setup.language)


def _who(setup: Setup, line: Mapping[str, Any]) -> str:
    by, at = str(line.get("by") or ""), line.get("at")
    who = _names(setup).get(by, by) or translate(words.SOMEBODY, setup.language)
    if not isinstance(at, dt.datetime):
        return who
    local = at.astimezone(ZoneInfo(setup.timezone)) if at.tzinfo else at
    when = moment_text(local, setup.language)
    return fill(words.WHO_AND_WHEN, setup.language, who=who, when=when)


def _names(setup: Setup) -> dict[str, str]:
    """Return the people that the form knows by name."""
    lists: Iterable[Sequence[tuple[str, str]]] = [
        setup.options.get("people", ()),
        *(
            setup.choices(field.name, "people")
            for field in setup.record.fields()
            if field.about.ref == "people"
        ),
    ]
    return {value: label for pairs in lists for value, label in pairs}
