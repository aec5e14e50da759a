"""From a map and its files to lines that can be imported, with all that is to be said.

Reads the store to find whom a row speaks of; writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mentorkit.errors import Problem
from mentorkit.store.csv_files import Reading
from mentorkit.store.mapping import gathering
from mentorkit.store.mapping.known import Known
from mentorkit.store.mapping.making import Making
from mentorkit.store.mapping.maps import Map, Source
from mentorkit.store.mapping.sheets import Sheet


@dataclass(slots=True)
class Mapped:
    """What the files become: lines with problems, and remarks on what was odd."""

    name: str
    reading: Reading
    remarks: list[Problem] = field(default_factory=list)


def follow(
    map_file: Path, path: Path, stored: Callable[[str], Iterable[Mapping[str, Any]]]
) -> Mapped:
    """Read a file or a folder as a map says.

    Parameters
    ----------
    map_file : pathlib.Path
        The map.
    path : pathlib.Path
        The file, or the folder of files.
    stored : callable
        Gives the rows of a table in the store, as plain values.

    Returns
    -------
    Mapped
        Lines for the import, every problem and every remark, by file and row.

    Raises
    ------
    WorkspaceError
        The map or a file cannot be read at all.
    """
    found = Map.load(map_file)
    files = gathering.files_of(found, path)
    making = Making(found, Known(stored))
    making.remarks += gathering.absent(found, files)
    sheets = {
        name: _sheet(making, found.sources[name], file, name)
        for name, file in files.items()
    }
    for rows in found.rows:
        if rows.source is None:
            making.constant(rows)
        elif sheet := sheets.get(rows.source):
            making.rows(rows, found.sources[rows.source], sheet)
    return Mapped(found.name, making.finish(), making.remarks)


def _sheet(making: Making, source: Source, path: Path, name: str) -> Sheet | None:
    """Read one source; nothing when its headings are not those of the map."""
    sheet = gathering.sheet_of(source, path)
    rows = [one for one in making.map.rows if one.source == name]
    making.remarks += [Problem(w, file=sheet.file, row=n) for n, w in sheet.remarks]
    problems = [Problem(w, file=sheet.file, row=n) for n, w in sheet.broken]
    lacking = gathering.lacking(source, rows, sheet)
    making.reading.problems += problems + lacking
    if lacking:
        return None
    formats = source.formats.over(making.map.formats)
    remarks, problems = gathering.newest(source, sheet, formats)
    making.reading.problems += problems
    making.remarks += remarks + gathering.unread(source, rows, sheet)
    return sheet
