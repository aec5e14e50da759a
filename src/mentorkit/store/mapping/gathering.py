"""The sources of a map: finding their files, checking headings, the newest of two rows.

Knows files and headings; what rows become is the part of ``making``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel

from mentorkit.errors import Problem, WorkspaceError
from mentorkit.i18n import N_, translate
from mentorkit.models import Person
from mentorkit.store.mapping.cells import Unreadable, folded, text_of
from mentorkit.store.mapping.hand import heading_of
from mentorkit.store.mapping.maps import Column, Formats, Map, Rows, Source, Taking
from mentorkit.store.mapping.reading import Manner, read
from mentorkit.store.mapping.sheets import Row, Sheet, near, read_sheet


EVER = dt.datetime.min.replace(tzinfo=dt.UTC)
"""The stamp of a row without one: older than all others."""

NOTHING = N_("{path} holds none of the map's files: {files}.")
LACKING = N_("The map reads the heading “{name}”, which is not there.{near}")
UNREAD = N_(
    "Nothing in the map reads “{name}”; what its {count} cells say is left out."
)
OLDER = N_("“{who}” is there again in row {row}, which is newer; this row is left out.")
ABSENT = N_("The file is not in the folder: what the map makes of it is not made.")


def files_of(found: Map, path: Path) -> dict[str, Path]:
    """Return the sources that are there, each with its file.

    Parameters
    ----------
    found : Map
        The map.
    path : pathlib.Path
        A folder that holds the sources' files, or one file. A file with another name
        than the map's stands for it where the map reads one file only.

    Raises
    ------
    WorkspaceError
        None of the sources is there.
    """
    names = sorted({source.file for source in found.sources.values()})
    if path.is_dir():
        there = {
            name: path / source.file
            for name, source in found.sources.items()
            if (path / source.file).is_file()
        }
    elif path.is_file():
        there = {
            name: path
            for name, source in found.sources.items()
            if source.file == path.name or len(names) == 1
        }
    else:
        raise WorkspaceError(f"There is no file or folder {path}.")
    if not there:
        message = translate(NOTHING).format(path=path, files=", ".join(names))
        raise WorkspaceError(message)
    return there


def sheet_of(source: Source, path: Path) -> Sheet:
    """Read a source's file."""
    return read_sheet(
        path,
        sheet=source.sheet,
        encoding=source.encoding,
        separator=source.separator,
        heading_row=source.heading_row,
    )


def absent(found: Map, there: Iterable[str]) -> list[Problem]:
    """Say which files of the map are not there."""
    kept = set(there)
    files = {s.file for name, s in found.sources.items() if name not in kept}
    here = {found.sources[name].file for name in kept}
    return [Problem(translate(ABSENT), file=file) for file in sorted(files - here)]


def lacking(source: Source, rows: Iterable[Rows], sheet: Sheet) -> list[Problem]:
    """Return the headings that the map reads and the sheet does not have."""
    headings = dict.fromkeys(sheet.headings, "")
    problems = []
    for names in _wanted(source, rows):
        if not any(heading_of(name, headings) for name in names):
            meant = near(names[0], sheet.headings)
            message = translate(LACKING).format(name=names[0], near=meant)
            problem = Problem(message, file=sheet.file, row=source.heading_row)
            if problem not in problems:
                problems.append(problem)
    return problems


def unread(source: Source, rows: Iterable[Rows], sheet: Sheet) -> list[Problem]:
    """Say which headings with something under them no setting reads."""
    headings = dict.fromkeys(sheet.headings, "")
    read_ones = {
        heading_of(name, headings) for names in _wanted(source, rows) for name in names
    }
    found = []
    for heading in sheet.headings:
        count = sum(bool(text_of(row.cells.get(heading))) for row in sheet.rows)
        if heading and heading not in read_ones and count:
            message = translate(UNREAD).format(name=heading, count=count)
            found.append(Problem(message, file=sheet.file))
    return found


def newest(
    source: Source, sheet: Sheet, formats: Formats
) -> tuple[list[Problem], list[Problem]]:
    """Leave of each person the newest row only; return remarks, and problems.

    Of two rows with one time stamp, or without any, the later one is the newer.
    """
    if source.once is None:
        return [], []
    groups: dict[str, list[Row]] = {}
    for row in sheet.rows:
        who = folded(text_of(row.cells.get(_there(source.once, sheet))))
        groups.setdefault(who or f"row {row.number}", []).append(row)
    remarks: list[Problem] = []
    problems: list[Problem] = []
    passed: set[int] = set()
    for who, group in groups.items():
        if len(group) == 1:
            continue
        stamps = [(_stamp(source, row, sheet, formats, problems), row) for row in group]
        last = max(stamps, key=lambda stamp: (stamp[0], stamp[1].number))[1]
        for row in group:
            if row is last:
                continue
            passed.add(row.number)
            message = translate(OLDER).format(who=who, row=last.number)
            remarks.append(Problem(message, file=sheet.file, row=row.number))
    sheet.rows = [row for row in sheet.rows if row.number not in passed]
    return remarks, problems


def _stamp(
    source: Source, row: Row, sheet: Sheet, formats: Formats, problems: list[Problem]
) -> dt.datetime:
    heading = _there(source.newest_by, sheet) if source.newest_by else ""
    cell = row.cells.get(heading)
    if not text_of(cell):
        return EVER
    manner = Manner(Person.field("name"), formats, lambda _words: None)
    try:
        found = read("moment", cell or "", manner)
    except Unreadable as error:
        problems.append(
            Problem(str(error), heading, text_of(cell), sheet.file, row.number)
        )
        return EVER
    return found if isinstance(found, dt.datetime) else EVER


def _there(name: str, sheet: Sheet) -> str:
    return heading_of(name, dict.fromkeys(sheet.headings)) or name


def _wanted(source: Source, rows: Iterable[Rows]) -> Iterator[list[str]]:
    """Give the headings of every setting, each with its alternatives."""
    for name in (source.once, source.newest_by):
        if name:
            yield [name]
    for setting in [*source.finds.values(), *rows]:
        yield from _headings(setting)


def _headings(setting: BaseModel) -> Iterator[list[str]]:
    if isinstance(setting, Taking) and setting.names:
        yield setting.names
    if isinstance(setting, Column) and setting.time:
        yield [setting.time]
    for _, part in setting:
        inner = part.values() if isinstance(part, dict) else [part]
        for one in inner:
            if isinstance(one, BaseModel):
                yield from _headings(one)
