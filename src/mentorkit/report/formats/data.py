"""The tables behind a review, as CSV files in one zip."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

from nbformat import NotebookNode

from mentorkit.i18n import N_, translate
from mentorkit.models.cells import disarmed
from mentorkit.report.formats.content import Chart, Paper, Section, Table, Tiles
from mentorkit.report.formats.reading import paper
from mentorkit.report.formats.text import in_one_line
from mentorkit.report.markup import one_line


Rows = list[Sequence[str]]

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time of every file: a zip that is made again is the same."""


def data(nb: NotebookNode, *, audience: str | None = None) -> bytes:
    """Return the tables behind a review as a zip of CSV files, one a table.

    Each is named by its section (``goals.csv``): the figures, the page's tables, and
    the tables behind its charts, in UTF-8. A text that a spreadsheet would run as a
    formula has an apostrophe before it, as in an export.

    Parameters
    ----------
    nb : NotebookNode
        The notebook, with its outputs.
    audience : str, optional
        Whom it is for; whom its blocks were made for when left out.

    Raises
    ------
    ReviewError
        As for a page.
    """
    told = paper(nb, audience)
    packed, seen = io.BytesIO(), dict[str, int]()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for section in told.sections:
            for rows in _tables(section, told):
                seen[section.id] = seen.get(section.id, 0) + 1
                more = f"-{seen[section.id]}" if seen[section.id] > 1 else ""
                info = zipfile.ZipInfo(f"{section.id}{more}.csv", LONG_AGO)
                info.external_attr, info.create_system = 0o600 << 16, 3
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, _csv(rows))
    return packed.getvalue()


def _tables(section: Section, told: Paper) -> Iterator[Rows]:
    for part in section.parts:
        match part:
            case Tiles():
                names = (N_("Figure"), N_("Value"), N_("Remark"))
                head = [translate(name, told.language) for name in names]
                yield [
                    head,
                    *(
                        (tile.name, f"{tile.value} {tile.beside}".strip(), tile.note)
                        for tile in part.tiles
                    ),
                ]
            case Table():
                rows = [
                    [in_one_line(cell, told.language) for cell in row]
                    for row in part.rows
                ]
                yield [part.columns, *rows]
            case Chart() if part.figure.rows:
                yield [part.figure.columns, *part.figure.rows]


def _csv(rows: Rows) -> bytes:
    """Return a table as CSV with the mark by which spreadsheets know UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerows([disarmed(one_line(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
