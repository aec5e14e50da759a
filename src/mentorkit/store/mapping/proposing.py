"""A map to begin with: headings matched to columns as far as their words allow.

Guesses only; each is marked as one, and a person confirms by importing with the map.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from mentorkit.errors import WorkspaceError
from mentorkit.i18n import N_, translate
from mentorkit.models import RECORDS, Field, Record
from mentorkit.store.mapping.cells import Unreadable, folded, read_day, text_of
from mentorkit.store.mapping.sheets import (
    TEXTS,
    WORKBOOKS,
    Sheet,
    read_sheet,
    sheet_names,
)


BY_HAND = [record for record in RECORDS if not record.automatic]
"""The tables that people have kept elsewhere."""

ALIKE = 0.75
"""How alike a heading and a column's name must be for a guess (1 is equal)."""

ORDERS = (
    "day.month.year",
    "day/month/year",
    "month/day/year",
    "day-month-year",
    "year/month/day",
)
"""Ways to write a day that are tried on the cells."""

OTHER_WORDS = {
    "name": ("full name", "your name", "participant", "vor- und nachname"),
    "email": ("email address", "e-mail address", "mail", "e-mail-adresse"),
    "timezone": ("zone", "zeitzone"),
    "role": ("i am joining as", "joining as", "rolle"),
    "hours_per_month": ("hours per month", "stunden pro monat"),
    "applied_on": ("timestamp", "zeitstempel", "start time", "submitted"),
    "title": ("goal", "ziel"),
    "due_on": ("due", "due date", "by when", "bis wann"),
    "minutes": ("length", "duration", "dauer"),
    "starts_at": ("date", "datum"),
    "starts_on": ("start", "start date", "beginn"),
    "summary": ("what we did", "notes", "notizen"),
}
"""What forms often call a column."""

NO_FILES = N_("{path} holds no CSV file and no workbook.")
INTRO = N_(
    "A map to begin with, guessed from the headings. Check each line marked with “?”,\n"
    "fill in the lines that say “...”, and try it with --dry-run."
)
NOT_NEEDED = N_("no column seems to fit; left out")
ELSEWHERE = N_("left out here; it may be {column} of {table}")
TWO_WAYS = N_("Days may be day first or month first: keep the one that is right.")
LINK = N_("say which row is meant, such as {example}")


@dataclass(frozen=True, slots=True)
class Guess:
    """A column that a heading may stand for, and how alike they are."""

    heading: str
    field: Field
    alike: float


def propose(path: Path) -> str:
    """Return a map for a file or a folder of files, as TOML with comments.

    Raises
    ------
    WorkspaceError
        There is nothing that can be read.
    """
    sheets = [
        read_sheet(file, sheet=sheet)
        for file in _files(path)
        for sheet in sheet_names(file)
    ]
    name = re.sub(r"[^a-z0-9]+", "-", folded(path.resolve().stem)).strip("-") or "map"
    head = [f"# {line}" for line in translate(INTRO).splitlines()]
    body = [line for sheet in sheets for line in _source(sheet)]
    return "\n".join(
        [*head, "", f"name = {_quoted(name)}", *_formats(sheets), *body, ""]
    )


def guesses(headings: Iterable[str], record: type[Record]) -> dict[str, Guess]:
    """Return for each heading the column that it fits best, each column once.

    Examples
    --------
    >>> from mentorkit.models import Person
    >>> found = guesses(["Full name", "Time zone", "Shoe size"], Person)
    >>> {heading: guess.field.name for heading, guess in found.items()}
    {'Full name': 'name', 'Time zone': 'timezone'}
    """
    pairs = [
        Guess(heading, field, alike)
        for heading in headings
        for field in record.fields()
        if field.name != record.key() and field.about.ref is None
        if (alike := _alike(heading, field)) >= ALIKE
    ]
    found: dict[str, Guess] = {}
    taken: set[str] = set()
    for guess in sorted(pairs, key=lambda pair: -pair.alike):
        if guess.heading not in found and guess.field.name not in taken:
            found[guess.heading] = guess
            taken.add(guess.field.name)
    return found


def table_for(headings: Iterable[str]) -> type[Record]:
    """Return the table whose columns the headings fit best."""
    names = list(headings)

    def fit(record: type[Record]) -> float:
        found = guesses(names, record).values()
        return sum(g.alike * (2 if g.field.required else 1) for g in found)

    return max(BY_HAND, key=fit)


def _files(path: Path) -> list[Path]:
    kinds = (*TEXTS, *WORKBOOKS)
    found = sorted(path.iterdir()) if path.is_dir() else [path]
    files = [f for f in found if f.is_file() and f.suffix.lower() in kinds]
    if not files:
        raise WorkspaceError(translate(NO_FILES).format(path=path))
    return files


def _alike(heading: str, field: Field) -> float:
    known = (
        field.name.replace("_", " "),
        translate(field.about.label),
        *OTHER_WORDS.get(field.name, ()),
    )
    said = re.sub(r"\(.*?\)", "", folded(heading)).strip(" ?:")
    return max(SequenceMatcher(None, said, folded(word)).ratio() for word in known)


def _formats(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Guess how days and decimals are written."""
    texts = [
        text_of(cell)
        for sheet in sheets
        for row in sheet.rows[:500]
        for cell in row.cells.values()
    ]
    days = [t.split()[0] for t in texts if re.match(r"\d{1,4}[./-]\d{1,2}[./-]\d", t)]
    fit = {order: sum(_is_day(day, order) for day in days) for order in ORDERS}
    best = max(fit.values(), default=0)
    yield from ("", "[formats]")
    orders = [order for order, count in fit.items() if best and count == best]
    if len(orders) > 1:
        yield f"# ? {translate(TWO_WAYS)}"
    if orders:
        yield f"dates = [{', '.join(map(_quoted, orders))}]"
    commas = sum(bool(re.fullmatch(r"-?\d+,\d{1,2}", text)) for text in texts)
    points = sum(bool(re.fullmatch(r"-?\d+\.\d{1,2}", text)) for text in texts)
    yield f"decimal = {_quoted(',' if commas > points else '.')}"
    yield 'missing = ["n/a", "-"]'


def _is_day(text: str, order: str) -> bool:
    try:
        read_day(text, [order])
    except Unreadable:
        return False
    return True


def _source(sheet: Sheet) -> Iterator[str]:
    """Write one file's part: where it is, and the table that it fits best."""
    record = table_for(sheet.headings)
    found = guesses(sheet.headings, record)
    stem = sheet.name or Path(sheet.file).stem
    name = re.sub(r"[^a-z0-9]+", "_", folded(stem)).strip("_") or "source"
    yield from ("", f"[sources.{name}]", f"file = {_quoted(sheet.file)}")
    if sheet.name:
        yield f"sheet = {_quoted(sheet.name)}"
    yield from (f"# {words}" for row, words in sheet.remarks if row is None)
    yield from ("", "[[rows]]", f"table = {_quoted(record.table)}  # ?")
    yield from (f"source = {_quoted(name)}", "", "[rows.columns]")
    for heading in filter(None, sheet.headings):
        if guess := found.get(heading):
            label = translate(guess.field.about.label)
            yield f"{guess.field.name} = {_quoted(heading)}  # ? {label}"
        else:
            yield f"# {_quoted(heading)}: {_elsewhere(heading)}"
    yield from _lacking(record, {guess.field.name for guess in found.values()}, found)


def _elsewhere(heading: str) -> str:
    """Say of a heading that its table has no place for where else it may belong."""
    fits = [
        (guess.alike, record.table, guess.field.name)
        for record in BY_HAND
        for guess in guesses([heading], record).values()
    ]
    if not fits:
        return translate(NOT_NEEDED)
    _, table, column = max(fits, key=lambda fit: fit[0])
    return translate(ELSEWHERE).format(table=table, column=column)


def _lacking(
    record: type[Record], filled: set[str], found: dict[str, Guess]
) -> Iterator[str]:
    """Write what a row needs besides: a handle, and the rows it refers to."""
    for field in record.fields():
        if not field.required or field.name in filled:
            continue
        if field.name == "handle" and filled & {"email", "name"}:
            source = next(
                g for g in found.values() if g.field.name in ("email", "name")
            )
            cut = ', pattern = "^([^@]+)"' if source.field.name == "email" else ""
            yield f"handle = {{ heading = {_quoted(source.heading)}{cut} }}  # ?"
        else:
            example = '{ value = "..." }' if field.about.ref else '"Heading"'
            told = translate(LINK).format(example=example)
            yield f"# {field.name} = ...  # {told}"


def _quoted(text: str) -> str:
    """Return a text as a TOML string."""
    return json.dumps(text, ensure_ascii=False)
