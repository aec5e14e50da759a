"""Writing tables as one Excel workbook: a sheet a table, and a sheet that explains.

Texts stay texts: nothing that somebody wrote becomes a formula or a link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from mentorkit.errors import MentorkitError
from mentorkit.frames.files import Export, needed
from mentorkit.frames.tidy import rows_of
from mentorkit.i18n import translate
from mentorkit.models import RECORDS, Field, Record
from mentorkit.models.dictionary import COLUMNS, entries


MOST = 32_767
"""Characters (UTF-16 units) that a cell of Excel holds."""

FIRST_DAY = dt.date(1900, 3, 1)
"""The first day that every spreadsheet counts alike; earlier ones are written as text."""

WIDTHS = {"text": 30, "reference": 14, "choice": 14, "date": 12, "instant": 28}
"""Widths of columns, in characters, by kind of field."""

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False}


def write_xlsx(export: Export, folder: Path) -> None:
    """Write all tables as ``tables.xlsx``.

    Raises
    ------
    MentorkitError
        The package that writes it is missing, or a text is too long for a cell.
    """
    _check_lengths(export)
    file = folder / "tables.xlsx"
    with needed("xlsxwriter", "excel", "Excel files").Workbook(file, OPTIONS) as book:
        book.set_properties(
            {
                "title": export.about["title"],
                "comments": export.about["description"],
                "created": dt.datetime.fromisoformat(export.about["created"]),
            }
        )
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "day": book.add_format({"num_format": "yyyy-mm-dd"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        for record in RECORDS:
            frame = export.tables[record.table]
            _write_table(book.add_worksheet(record.table), record, frame, looks)
        _write_dictionary(book.add_worksheet("dictionary"), looks)


def _check_lengths(export: Export) -> None:
    for record in RECORDS:
        frame = export.tables[record.table]
        for field in record.fields():
            if field.kind != "text":
                continue
            for row_id, text in zip(
                frame[record.key()], frame[field.name], strict=True
            ):
                if pd.notna(text) and len(text.encode("utf-16-le")) > 2 * MOST:
                    raise MentorkitError(
                        f"{field.name} of {record.table} {row_id} has {len(text):,}"
                        f" characters, and a cell of Excel holds {MOST:,}. Export as"
                        " csv or parquet: nothing was cut off."
                    )


def _write_table(
    sheet: Any, record: type[Record], frame: pd.DataFrame, looks: dict[str, Any]
) -> None:
    fields = record.fields()
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.name, looks["head"])
        width = max(WIDTHS.get(field.kind, 10), len(field.name) + 2)
        sheet.set_column(column, column, width)
    for row, values in enumerate(rows_of(record, frame), 1):
        for column, field in enumerate(fields):
            value = values[field.name]
            if value is not None:
                _writer(field, sheet, looks)(row, column, value)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(frame), len(fields) - 1)


def _writer(
    field: Field, sheet: Any, looks: dict[str, Any]
) -> Callable[[int, int, Any], object]:
    """Return what writes a field's values into cells."""

    def day(row: int, column: int, value: str) -> None:
        found = dt.date.fromisoformat(value)
        if found < FIRST_DAY:
            sheet.write_string(row, column, value)
        else:
            sheet.write_datetime(row, column, found, looks["day"])

    writers: dict[str, Callable[[int, int, Any], object]] = {
        "date": day,
        "integer": sheet.write_number,
        "number": sheet.write_number,
        "boolean": sheet.write_boolean,
    }
    text: Callable[[int, int, Any], object] = sheet.write_string
    return writers.get(field.kind, text)


def _write_dictionary(sheet: Any, looks: dict[str, Any]) -> None:
    """Explain every column on a sheet of its own."""
    headings = ["Table", *(translate(heading) for heading in COLUMNS.values())]
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading, looks["head"])
    row = 0
    for record in RECORDS:
        for entry in entries(record):
            row += 1
            for column, text in enumerate((record.table, *entry.values())):
                sheet.write_string(row, column, text, looks["text"])
    for column, width in enumerate((14, 18, 24, 24, 24, 60, 22, 50)):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, row, len(headings) - 1)
