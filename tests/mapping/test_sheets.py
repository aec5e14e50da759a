"""Files as they arrive: separators, encodings, workbooks, blank and wide rows."""

import sys

import pytest
import xlsxwriter

import mentorkit as mk
from mentorkit.store.mapping.sheets import read_sheet, sniffed


ROWS = [["Name", "Größe, netto", "Note"], ["Zoë", "1,5", "a; b"], ["Łuk", "2", "c|d"]]


def written(separator):
    quoted = ([f'"{cell}"' for cell in row] for row in ROWS)
    return "\r\n".join(separator.join(row) for row in quoted) + "\r\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"], ids=repr)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_separator_and_unicode_encoding_is_found_out(tmp_path, separator, encoding):
    file = tmp_path / "x.csv"
    file.write_bytes(written(separator).encode(encoding))

    sheet = read_sheet(file)

    assert sheet.headings == ROWS[0]
    assert [list(row.cells.values()) for row in sheet.rows] == ROWS[1:]


def test_an_old_encoding_is_read_and_said_to_be_a_guess(tmp_path):
    file = tmp_path / "x.csv"
    file.write_bytes("Name;Ort\nJörg;Köln – Süd\n".encode("cp1252"))

    sheet = read_sheet(file)

    assert sheet.rows[0].cells == {"Name": "Jörg", "Ort": "Köln – Süd"}
    assert "read as cp1252" in sheet.remarks[0][1]


def test_an_encoding_that_is_told_is_not_guessed(tmp_path):
    file = tmp_path / "x.csv"
    file.write_bytes("Name;Ort\nŁukasz;Łódź\n".encode("cp1250"))

    sheet = read_sheet(file, encoding="cp1250")

    assert sheet.rows[0].cells["Ort"] == "Łódź"
    assert sheet.remarks == []


@pytest.mark.parametrize(
    ("data", "encoding"),
    [(b"Name\n\x81\n", None), ("Ł".encode("cp1250"), "utf-8"), (b"Name", "klingon")],
    ids=["no guess fits", "wrongly told", "no such encoding"],
)
def test_bytes_that_are_no_text_are_refused_in_words(tmp_path, data, encoding):
    file = tmp_path / "x.csv"
    file.write_bytes(data)

    with pytest.raises(mk.WorkspaceError, match="is not text as"):
        read_sheet(file, encoding=encoding)


def test_blank_rows_are_passed_over_and_numbers_are_those_of_a_spreadsheet(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text('A,B\n1,"two\nlines"\n,\n\n3,4\n', "utf-8")

    sheet = read_sheet(file)

    assert [row.number for row in sheet.rows] == [2, 5]
    assert [number for number, _ in sheet.remarks] == [3, 4]


def test_a_row_wider_than_the_heading_is_told_by_number(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("A,B\n1,2\n1,2,3\n1,2,\n", "utf-8")

    sheet = read_sheet(file)

    assert [number for number, _ in sheet.broken] == [3]
    assert [row.number for row in sheet.rows] == [2, 4]


def test_a_torn_quote_is_told_and_what_came_before_is_kept(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text('A,B\n1,2\n"3,4\n', "utf-8")

    sheet = read_sheet(file, separator=",")

    assert [row.number for row in sheet.rows] == [2]
    assert sheet.broken[0][0] == 3


def test_a_heading_that_is_there_twice_gets_a_number(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("Note,Note\n1,2\n", "utf-8")

    assert read_sheet(file).rows[0].cells == {"Note": "1", "Note (2)": "2"}


def test_headings_below_a_title_are_found_where_the_map_says(tmp_path):
    file = tmp_path / "x.csv"
    file.write_text("Export of May,\nA,B\n1,2\n", "utf-8")

    sheet = read_sheet(file, heading_row=2)

    assert (sheet.headings, sheet.rows[0].number) == (["A", "B"], 3)


@pytest.mark.parametrize("text", ["", "Name\nAda\n", '"'], ids=["empty", "one", "torn"])
def test_a_text_with_nothing_to_separate_does_no_harm(text):
    assert sniffed(text) == ","


def test_a_workbook_gives_typed_cells_of_the_sheet_that_is_named(tmp_path):
    file = tmp_path / "x.xlsx"
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Cover").write(0, 0, "Hello")
    page = book.add_worksheet("Data")
    page.write_row(0, 0, ["Name", "Hours", "Sum"])
    page.write_row(1, 0, ["Ada", 2.5])
    page.write_formula(1, 2, "=1+1", value=7)
    page.write_string(3, 0, "=1+1")
    book.close()

    sheet = read_sheet(file, sheet="Data")

    assert sheet.rows[0].cells == {"Name": "Ada", "Hours": 2.5, "Sum": 7.0}
    assert (sheet.rows[1].number, sheet.rows[1].cells["Name"]) == (4, "=1+1")
    with pytest.raises(mk.WorkspaceError, match=r"no sheet “Dat”.*“Data”.*Cover, Data"):
        read_sheet(file, sheet="Dat")


def test_a_file_that_only_calls_itself_a_workbook_is_refused_in_words(tmp_path):
    file = tmp_path / "x.xlsx"
    file.write_text("not a workbook")

    with pytest.raises(mk.WorkspaceError, match="cannot be read as a workbook"):
        read_sheet(file)


def test_without_the_package_for_workbooks_its_command_is_named(tmp_path, monkeypatch):
    file = tmp_path / "x.xlsx"
    file.touch()
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(mk.WorkspaceError, match=r"pip install 'mentorkit\[excel\]'"):
        read_sheet(file)
