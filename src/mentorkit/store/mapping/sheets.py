"""Files as they arrive: CSV of any separator and encoding, and workbooks of Excel.

Gives headings and numbered rows of cells, and says what had to be guessed. Nothing in
a cell is understood here, and no formula is ever worked out.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorkit.errors import WorkspaceError
from mentorkit.i18n import N_, translate
from mentorkit.store.mapping.cells import Cell, folded, text_of


if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

SEPARATORS = (",", ";", "\t", "|")
WORKBOOKS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")

NO_EXCEL = N_(
    "Reading {file} needs one more package: pip install 'mentorkit[excel]'."
    " Or save the sheet as CSV and import that."
)
NO_FILE = N_("There is no file {path}.")
NO_SHEET = N_("{file} has no sheet “{sheet}”.{near} It has: {sheets}.")
MEANT = N_(" Did you mean “{name}”?")
NO_TEXT = N_(
    "{file} is not text as {encoding}. Say how it is written, such as"
    ' encoding = "cp1252", beside the file\'s name in the map.'
)
NO_WORKBOOK = N_("{file} cannot be read as a workbook: {reason}.")
GUESSED = N_(
    "This is not UTF-8; it was read as {encoding}. If letters look wrong, give the"
    " source its own “encoding” in the map."
)
BLANK = N_("The row is blank; it was passed over.")
WIDE = N_("The row has {cells} cells and the heading {headings}: it was left out.")
TORN = N_("The file cannot be read as CSV from here on: {reason}.")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number as a spreadsheet shows it, and its cells by heading."""

    number: int
    cells: dict[str, Cell]


@dataclass(slots=True)
class Sheet:
    """What one file, or one sheet of a workbook, holds; ``name`` is the sheet's.

    ``remarks`` tells what was guessed or passed over; ``broken`` what could not be
    read. Both name the row, or nothing for the whole file.
    """

    file: str
    headings: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    name: str | None = None
    remarks: list[tuple[int | None, str]] = field(default_factory=list)
    broken: list[tuple[int | None, str]] = field(default_factory=list)


def read_sheet(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    separator: str | None = None,
    heading_row: int = 1,
) -> Sheet:
    """Read a CSV file, or one sheet of a workbook.

    Parameters
    ----------
    path : pathlib.Path
        The file.
    sheet : str, optional
        The sheet's name; the first one when it is left out.
    encoding, separator : str, optional
        How a CSV file is written; found out when they are left out.
    heading_row : int
        The row that holds the headings; rows above it are passed over.

    Raises
    ------
    WorkspaceError
        The file is not there, or cannot be read at all.
    """
    if not path.is_file():
        raise WorkspaceError(translate(NO_FILE).format(path=path))
    found = Sheet(path.name, name=sheet)
    if path.suffix.lower() in WORKBOOKS:
        table = _workbook_rows(path, sheet)
    else:
        text = _text(path, encoding, found)
        table = _csv_rows(text, separator or sniffed(text), found)
    _fill(found, table, heading_row)
    return found


def sniffed(text: str) -> str:
    r"""Return the separator of a CSV text: the one that cuts its rows most evenly.

    Examples
    --------
    >>> sniffed('Name;Wert\nAda;2,5\nLin;3,5')
    ';'
    """

    def fit(separator: str) -> tuple[float, int]:
        sample = io.StringIO(text, newline="")
        reader = csv.reader(sample, delimiter=separator)
        widths = []
        try:
            for cells, _ in zip(reader, range(50), strict=False):
                if any(cells):
                    widths.append(len(cells))
        except csv.Error:
            return 0.0, 0
        most = max(widths, key=widths.count, default=0)
        return (widths.count(most) / len(widths) if most > 1 else 0.0), most

    return max(SEPARATORS, key=fit)


def decoded(data: bytes) -> tuple[str, str, bool]:
    """Return bytes as text, the encoding's name, and whether it was a guess.

    Examples
    --------
    >>> decoded("Größe".encode("cp1252"))
    ('Größe', 'cp1252', True)
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16"), "utf-16", False
    start = data[:1000]
    if start.count(0) * 3 > len(start):
        name = (
            "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"
        )
        return data.decode(name), name, True
    try:
        return data.decode("utf-8-sig"), "utf-8", False
    except UnicodeDecodeError:
        return data.decode("cp1252"), "cp1252", True


def _text(path: Path, encoding: str | None, found: Sheet) -> str:
    data = path.read_bytes()
    try:
        if encoding:
            return data.decode(encoding).removeprefix("\ufeff")
        text, name, guessed = decoded(data)
    except (UnicodeDecodeError, LookupError):
        told = encoding or "UTF-8, UTF-16, cp1252"
        message = translate(NO_TEXT).format(file=path.name, encoding=told)
        raise WorkspaceError(message) from None
    if guessed:
        found.remarks.append((None, translate(GUESSED).format(encoding=name)))
    return text


def _csv_rows(text: str, separator: str, found: Sheet) -> list[list[Cell]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[list[Cell]] = []
    try:
        rows.extend(list(cells) for cells in reader)
    except csv.Error as error:
        message = translate(TORN).format(reason=error)
        found.broken.append((len(rows) + 1, message))
    return rows


def sheet_names(path: Path) -> list[str | None]:
    """Return the names of a workbook's sheets; of a text file, one that is nothing."""
    if path.suffix.lower() not in WORKBOOKS:
        return [None]
    with _workbook(path) as book:
        return list(book.sheet_names)


def _workbook_rows(path: Path, sheet: str | None) -> list[list[Any]]:
    with _workbook(path) as book:
        name = sheet or book.sheet_names[0]
        if name not in book.sheet_names:
            raise WorkspaceError(_no_sheet(path, name, book.sheet_names))
        rows: list[list[Any]] = book.get_sheet_by_name(name).to_python(
            skip_empty_area=False
        )
        return rows


@contextmanager
def _workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """Give a workbook, and say in words why it cannot be read."""
    try:
        import python_calamine  # noqa: PLC0415 - an extra that may be missing
    except ImportError:
        message = translate(NO_EXCEL).format(file=path.name)
        raise WorkspaceError(message) from None
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            yield book
    except python_calamine.CalamineError as error:
        message = translate(NO_WORKBOOK).format(file=path.name, reason=error)
        raise WorkspaceError(message) from None


def near(name: str, names: Iterable[str]) -> str:
    """Return `` Did you mean ...?`` for the name that is most like another, if any.

    Examples
    --------
    >>> near("fullname", ["Full Name", "E-mail"])
    ' Did you mean “Full Name”?'
    """
    known = {folded(one): one for one in names}
    close = get_close_matches(folded(name), known, n=1)
    return translate(MEANT).format(name=known[close[0]]) if close else ""


def _no_sheet(path: Path, name: str, names: Sequence[str]) -> str:
    return translate(NO_SHEET).format(
        file=path.name,
        sheet=name,
        near=near(name, names),
        sheets=", ".join(names),
    )


def _fill(found: Sheet, table: list[list[Cell]], heading_row: int) -> None:
    """Cut a table into headings and rows; blank rows and wide ones are told."""
    heading = table[heading_row - 1] if len(table) >= heading_row else []
    found.headings = list(_unique(" ".join(text_of(cell).split()) for cell in heading))
    for number, cells in enumerate(table[heading_row:], heading_row + 1):
        if not any(text_of(cell) for cell in cells):
            if number < len(table) or cells:
                found.remarks.append((number, translate(BLANK)))
            continue
        extra = cells[len(found.headings) :]
        if any(text_of(cell) for cell in extra):
            message = translate(WIDE).format(
                cells=len(cells), headings=len(found.headings)
            )
            found.broken.append((number, message))
            continue
        named = dict(zip(found.headings, cells, strict=False))
        named.pop("", None)
        found.rows.append(Row(number, named))


def _unique(headings: Iterable[str]) -> Iterable[str]:
    """Give a heading that is there again a number, as “Name (2)”."""
    seen: dict[str, int] = {}
    for heading in headings:
        seen[heading] = seen.get(heading, 0) + 1
        again = heading and seen[heading] > 1
        yield f"{heading} ({seen[heading]})" if again else heading
