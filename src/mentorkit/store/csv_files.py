"""Tidy CSV files, one a table: reading them as records, writing rows as text.

Says everything that is wrong at once, by file, row and column; saves nothing itself.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Any

from mentorkit.errors import InvalidRecord, Problem, WorkspaceError, did_you_mean
from mentorkit.models import RECORDS, Field, Record
from mentorkit.models.cells import as_typed, disarmed
from mentorkit.models.record import ALPHABET


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a file: its record, where it stood, and which columns it filled.

    ``headings`` tells what the file calls a column, where that is not its own name.
    """

    record: Record
    file: str
    row: int
    given: frozenset[str]
    headings: Mapping[str, str] = dataclass_field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """What a folder holds: good lines, problems, and the names of refused rows.

    ``refused`` keeps the ids, handles and addresses of rows that could not be read, so
    that rows which refer to them are not told as wrong once more.
    """

    lines: list[Line] = dataclass_field(default_factory=list)
    problems: list[Problem] = dataclass_field(default_factory=list)
    refused: set[str] = dataclass_field(default_factory=set)


def read_folder(folder: Path) -> Reading:
    """Return the records in a folder's CSV files, and everything that is wrong.

    Raises
    ------
    WorkspaceError
        There is no such folder, or no table's file in it.
    """
    if not folder.is_dir():
        raise WorkspaceError(f"There is no folder {folder}.")
    files = {file.stem: file for file in sorted(folder.glob("*.csv"))}
    tables = [record.table for record in RECORDS]
    problems = [
        Problem(
            f"No table has this name.{did_you_mean(stem, tables)}"
            " Rename the file, or take it out of the folder.",
            file=file.name,
        )
        for stem, file in files.items()
        if stem not in tables
    ]
    if len(problems) == len(files):
        raise WorkspaceError(
            f"{folder} holds no CSV file named as a table. The tables are:"
            f" {', '.join(tables)}."
        )
    reading = Reading(problems=problems)
    for record in RECORDS:
        if record.table in files:
            _read_file(record, files[record.table], reading)
    return reading


def _read_file(record: type[Record], file: Path, reading: Reading) -> None:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reading.problems.append(
            Problem(
                f"This is not UTF-8 text (byte {error.start}). Save it as UTF-8.",
                file=file.name,
            )
        )
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        _read_rows(record, file.name, reader, reading)
    except csv.Error as error:
        reading.problems.append(
            Problem(
                f"The file cannot be read as CSV from here on: {error}.",
                file=file.name,
                row=reader.line_num,
            )
        )


def _read_rows(
    record: type[Record], file: str, reader: Iterator[list[str]], reading: Reading
) -> None:
    header = [name.strip() for name in next(reader, [])]
    wrong = list(_header_problems(record, file, header))
    reading.problems += wrong
    seen: dict[str, int] = {}
    free = {field.name for field in record.fields() if field.free_text}
    for number, cells in enumerate(reader, 2):
        if not any(cell.strip() for cell in cells):
            continue
        if wrong:
            reading.refused |= _names(record, dict(zip(header, cells, strict=False)))
            continue
        if len(cells) > len(header):
            reading.refused |= _names(record, dict(zip(header, cells, strict=False)))
            message = (
                f"This row has {len(cells)} cells; the heading has {len(header)}."
                " Put cells that hold a comma in quotes."
            )
            reading.problems.append(Problem(message, file=file, row=number))
            continue
        given = {
            name: as_typed(cell) if name in free else cell
            for name, cell in zip(header, cells, strict=False)
            if cell.strip()
        }
        values = _with_id(record, given, seen)
        try:
            line = Line(record(**values), file, number, frozenset(given))
        except InvalidRecord as error:
            reading.refused |= _names(record, given)
            reading.problems += [
                Problem(p.message, p.field, p.value, file, number)
                for p in error.problems
            ]
        else:
            reading.lines.append(line)


def _names(record: type[Record], given: Mapping[str, str]) -> set[str]:
    """Return what other rows may refer to a row by."""
    return {
        given[name].strip()
        for name in (record.key(), "handle", "email")
        if given.get(name)
    }


def _header_problems(
    record: type[Record], file: str, header: list[str]
) -> Iterator[Problem]:
    names = [field.name for field in record.fields()]
    for name in header:
        if name not in names:
            yield Problem(
                f"The table has no column '{name}'.{did_you_mean(name, names)}"
                f" Its columns are: {', '.join(names)}.",
                file=file,
                row=1,
            )
        elif header.count(name) > 1:
            yield Problem(f"The column '{name}' is there twice.", file=file, row=1)
    for field in record.fields():
        if field.required and field.name not in header:
            yield Problem(f"The column '{field.name}' is missing.", file=file, row=1)


def _with_id(
    record: type[Record], given: Mapping[str, str], seen: dict[str, int]
) -> dict[str, str]:
    """Give a row without an id one made from what it says.

    The same file then means the same rows whenever it is read again.
    """
    if record.key() in given:
        return dict(given)
    said = repr(sorted(given.items()))
    seen[said] = seen.get(said, 0) + 1
    digest = hashlib.sha256(f"{record.table} {seen[said]} {said}".encode()).digest()
    letters = "".join(ALPHABET[byte % 32] for byte in digest[:10])
    return {record.key(): f"{record.prefix}-{letters}", **given}


def ordered(lines: Iterable[Line]) -> list[Line]:
    """Return lines so that a row comes after the rows that it refers to."""
    found = list(lines)
    done: list[Line] = []
    for record in RECORDS:
        own = [f.name for f in record.fields() if f.about.ref == record.table]
        waiting = {
            line.record.id: line for line in found if line.record.table == record.table
        }
        while waiting:
            ready = [
                row_id
                for row_id, line in waiting.items()
                if not any(getattr(line.record, name) in waiting for name in own)
            ]
            done += [waiting.pop(row_id) for row_id in ready or list(waiting)]
    return done


def write_file(
    record: type[Record], rows: Iterable[Mapping[str, Any]], folder: Path
) -> Path:
    """Write a table's rows as a CSV file (RFC 4180, UTF-8) and return it."""
    by_id = sorted(rows, key=lambda row: str(row[record.key()]))
    file = folder / f"{record.table}.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([field.name for field in record.fields()])
        for row in by_id:
            writer.writerow(
                [_cell(field, row[field.name]) for field in record.fields()]
            )
    return file


def _cell(field: Field, value: Any) -> str:
    if value is None:
        return ""
    if field.kind == "boolean":
        return str(bool(value)).lower()
    return disarmed(str(value)) if field.free_text else str(value)
