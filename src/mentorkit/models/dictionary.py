"""The data dictionary: every table and column in words, made from the models.

Run as a program it prints the page ``docs/data-dictionary.md``; see ``just dictionary``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from mentorkit.i18n import N_, translate
from mentorkit.models import RECORDS, Field, Record, holder_of
from mentorkit.models.record import HANDLE, ID
from mentorkit.models.review_run import FINGERPRINT
from mentorkit.models.submission import MARK


KINDS = {
    "text": N_("text"),
    "integer": N_("whole number"),
    "number": N_("number"),
    "boolean": N_("yes or no"),
    "date": N_("day"),
    "instant": N_("moment"),
    "choice": N_("one word of a list"),
    "reference": N_("reference"),
}
"""What people call each kind of field."""

READERS = {
    "all": N_("whoever sees the row"),
    "circle": N_("the row’s circle"),
    "author": N_("its author alone"),
}
"""What people call each circle of readers."""

FILLS = {
    "today": N_("when left out: the day it is saved"),
    "signer": N_("when left out: whoever saves it"),
    "mentee": N_("when left out: the mentorship’s only mentee"),
    "program": N_("when left out: the only program"),
    "timezone": N_("when left out: the program’s"),
    "due_on": N_("when left out: the due date"),
}
"""What a workspace writes into a field that was left out."""

PATTERNS = {
    HANDLE: N_(
        "small letters, digits, dots, hyphens and underscores, a letter or digit first"
    ),
    ID: N_("letters, digits, dots, hyphens and underscores, a letter or digit first"),
    FINGERPRINT: N_("digits and the letters a to f"),
    MARK: N_("letters, digits, hyphens and underscores"),
}
"""What each pattern asks for."""

COLUMNS = {
    "column": N_("Column"),
    "label": N_("Label"),
    "type": N_("Type"),
    "required": N_("Required"),
    "limits": N_("Limits"),
    "readers": N_("Who reads it"),
    "about": N_("About it"),
}
"""The headings of :func:`entries`, by name."""


def purpose(record: type[Record]) -> str:
    """Return what a table is for.

    Examples
    --------
    >>> from mentorkit.models import Member
    >>> purpose(Member)
    'One person’s part in one mentorship.'
    """
    return (record.__doc__ or "").partition("\n")[0].replace("'", "’")


def entries(record: type[Record], language: str = "en") -> list[dict[str, str]]:
    """Return each column of a table in words, by the names in ``COLUMNS``.

    Examples
    --------
    >>> from mentorkit.models import Goal
    >>> entries(Goal)[3]["limits"]
    '1 to 200 characters'
    """
    return [
        {
            "column": field.name,
            "label": translate(field.about.label, language),
            "type": _kind(field, language),
            "required": _required(record, field, language),
            "limits": "; ".join(_limits(field, language)),
            "readers": translate(READERS[field.about.reads], language),
            "about": translate(field.about.help, language),
        }
        for field in record.fields()
    ]


def rules(record: type[Record], language: str = "en") -> list[str]:
    """Return what must hold in a row of a table, in words.

    Examples
    --------
    >>> from mentorkit.models import Member
    >>> rules(Member)
    ['Nobody leaves before joining.',
     'mentorship_id, person_id and role occur together once.']
    """
    labels = {
        field.name: f"“{translate(field.about.label, language)}”"
        for field in record.fields()
    }
    told = [
        translate(message, language).format(**labels)
        for rule in record.rules
        for kind in ("message", "otherwise")
        if (message := getattr(rule, kind, ""))
    ]
    for names in record.unique:
        *first, last = names
        if first:
            message = translate(N_("{names} occur together once."), language)
            told.append(message.format(names=f"{', '.join(first)} and {last}"))
        else:
            message = translate(N_("No two rows have the same {name}."), language)
            told.append(message.format(name=last))
    return told + [translate(each, language) for each in _left_out(record)]


def _left_out(record: type[Record]) -> list[str]:
    """Return what is said of rows that are left out for readers."""
    holder = holder_of(record)
    if record.confided:
        return [
            N_("Whoever raised it and whoever deals with it see a row: nobody else.")
        ]
    if record.whole_row:
        return [N_("A row that somebody may not read is left out.")]
    if holder is not None and holder.whole_row:
        return [N_("A row is read by whoever may read the row that it hangs on.")]
    return []


def _kind(field: Field, language: str) -> str:
    kind = translate(KINDS[field.kind], language)
    if field.about.ref:
        return translate(N_("{kind} to {table}"), language).format(
            kind=kind, table=field.about.ref
        )
    return kind


def _required(record: type[Record], field: Field, language: str) -> str:
    if field.required:
        return translate(N_("Yes"), language).lower()
    if field.name == record.key():
        return translate(N_("when left out: a new one"), language)
    if field.about.fill:
        return translate(FILLS[field.about.fill], language)
    if field.default is None:
        return translate(N_("No"), language).lower()
    default = str(field.default).lower() if field.kind == "boolean" else field.default
    return translate(N_("when left out: {default}"), language).format(default=default)


def _limits(field: Field, language: str) -> Iterator[str]:
    if field.vocabulary:
        yield ", ".join(
            f"{word.value} ({translate(word.label, language)})"
            for word in field.vocabulary
        )
    if field.kind == "text":
        yield from _span(
            field.min_length,
            field.max_length,
            language,
            (
                N_("{least} to {most} characters"),
                N_("{most} characters at most"),
                N_("{least} characters or more"),
            ),
        )
    yield from _span(
        field.minimum,
        field.maximum,
        language,
        (N_("{least} to {most}"), N_("{most} or less"), N_("{least} or more")),
    )
    if field.pattern:
        yield translate(PATTERNS[field.pattern], language)


def _span(
    least: float | None,
    most: float | None,
    language: str,
    words: tuple[str, str, str],
) -> Iterator[str]:
    if least is None and most is None:
        return
    both, at_most, at_least = words
    template = at_least if most is None else at_most if least is None else both
    yield translate(template, language).format(least=_number(least), most=_number(most))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}".replace("-", "−")


INTRODUCTION = N_(
    """# Data dictionary

Every table and column of a mentorkit workspace. This page is made from the models
(`just dictionary` writes it again), so it says what the database, the forms, the import
and the export hold to.

A *reference* is the id of a row of another table; an import also takes its handle.
A *day* is written 2026-09-30; a *moment* with its zone, 2026-09-30T15:00:00Z. *The row’s
circle* is whoever its column `visibility` names; in tables without that column, the
members of the mentorship and the program team. Who writes a private text always reads it.
The program team reads none of the texts of people who did not consent to it (`consents`,
`share_program`), whatever their `visibility`.
"""
)


def page(language: str = "en") -> str:
    """Return the dictionary as a page of Markdown."""
    parts = [translate(INTRODUCTION, language)]
    parts += [_section(record, language) for record in RECORDS]
    return "\n".join(parts)


def _section(record: type[Record], language: str) -> str:
    rows = [list(row.values()) for row in entries(record, language)]
    headings = [translate(heading, language) for heading in COLUMNS.values()]
    marked = [[f"`{name}`", *rest] for name, *rest in rows]
    lines = [
        f"## {record.table}",
        "",
        translate(purpose(record), language),
        "",
        _line(headings),
        _line(["---"] * len(headings)),
        *(_line(cells) for cells in marked),
        "",
        *(f"- {rule}" for rule in rules(record, language)),
    ]
    return "\n".join(lines).rstrip() + "\n"


def _line(cells: list[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
