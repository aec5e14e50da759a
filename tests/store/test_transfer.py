"""Tidy CSV in and out: everything checked first, all or nothing."""

import csv

import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.models import RECORDS
from mentorkit.workspace import Workspace


@pytest.fixture
def empty(tmp_path):
    """A workspace in which only its maker is."""
    return Workspace.create(tmp_path / "empty", name="Keeper")


@pytest.fixture
def folder(tmp_path):
    """A folder of tidy CSV files, to be filled in by a test."""
    made = tmp_path / "data"
    made.mkdir()
    write(made, "programs", "handle,name", "spring,Spring program")
    write(made, "people", "handle,name", "ada,Ada", "lin,林 美")
    write(made, "mentorships", "program_id,handle,status", "spring,ada-lin,active")
    return made


def write(folder, table, *lines):
    (folder / f"{table}.csv").write_text("\n".join(lines) + "\n", "utf-8")


def refused(ws, folder):
    with pytest.raises(mk.ImportRefused) as error:
        ws.import_folder(folder)
    return [(p.file, p.row, p.field, p.value, p.message) for p in error.value.problems]


def test_an_export_imports_as_the_same_tables(demo, tmp_path):
    demo.export(tmp_path / "out")
    other = Workspace.create(tmp_path / "other", name="Keeper of nothing else")
    other.import_folder(tmp_path / "out")

    for record in RECORDS:
        left = demo.store.rows(record.table)
        right = {row[record.key()]: row for row in other.store.rows(record.table)}
        for row in left:
            assert right[row[record.key()]] == row


def test_a_second_import_of_the_same_files_changes_nothing(empty, folder):
    empty.import_folder(folder)
    write(
        folder,
        "goals",
        "mentorship_id,owner_id,title,set_on",
        "ada-lin,ada,A,2026-09-01",
    )
    first = empty.import_folder(folder)
    second = empty.import_folder(folder)

    assert first.loc["goals", "added"] == 1
    assert (second[["added", "changed"]] == 0).all(axis=None)


def test_a_changed_cell_changes_its_row_and_is_remembered(empty, folder):
    empty.import_folder(folder)
    write(folder, "people", "handle,name", "ada,Ada Lovelace", "lin,林 美")

    counts = empty.import_folder(folder)

    assert counts.loc["people"].to_dict() == {"added": 0, "changed": 1, "unchanged": 1}
    changes = empty.history("people", "ada")
    assert list(changes["why"].dropna().unique()) == ["import of data"]


def test_a_dry_run_counts_and_keeps_nothing(empty, folder):
    counts = empty.import_folder(folder, dry_run=True)

    assert counts.loc["people", "added"] == 2
    assert len(empty.people()) == 1


def test_all_problems_of_all_files_are_told_with_file_row_column_and_value(
    empty, folder
):
    write(
        folder,
        "goals",
        "goal_id,mentorship_id,owner_id,title,status,due_on,set_on",
        "g1,ada-lin,ada,Good,agreed,2026-10-01,2026-09-01",
        "g2,ada-lin,ada,Bad word,agred,2026-10-01,2026-09-01",
        "g3,ada-lin,ada,Bad day,agreed,31/02/2026,2026-09-01",
        "g4,ada-lin,ada,Too early,agreed,2026-08-01,2026-09-01",
        "g5,ada-lin,bob,No such person,agreed,2026-10-01,2026-09-01",
    )
    write(folder, "milestones", "goal_id,title", "g9,Lost", "g2,Only told once")

    found = refused(empty, folder)

    assert [item[:4] for item in found] == [
        ("goals.csv", 3, "status", "agred"),
        ("goals.csv", 4, "due_on", "31/02/2026"),
        ("goals.csv", 5, "due_on", "2026-08-01"),
        ("goals.csv", 6, "owner_id", "bob"),
        ("milestones.csv", 2, "goal_id", "g9"),
    ]
    assert "Did you mean 'agreed'?" in found[0][4]
    assert empty.goals(audience="pair").empty
    assert len(empty.people()) == 1


@pytest.mark.parametrize(
    ("table", "lines", "told"),
    [
        ("goals", ["mentorship_id,titel", "ada-lin,x"], "Did you mean 'title'?"),
        ("goals", ["mentorship_id,set_on", "ada-lin,"], "'title' is missing"),
        ("people", ["handle,name,name", "bo,Bo,Bo"], "there twice"),
        ("people", ["handle,name", "bo,Bo,a,b"], "has 4 cells"),
        ("people", ["handle,name", 'bo,"Bo'], "cannot be read as CSV"),
        ("gaols", ["title", "x"], "Did you mean 'goals'?"),
    ],
    ids=["wrong column", "missing", "twice", "too wide", "torn quote", "wrong file"],
)
def test_a_file_of_the_wrong_shape_is_told(empty, folder, table, lines, told):
    write(folder, table, *lines)

    assert any(told in message for *_, message in refused(empty, folder))


def test_a_file_in_another_encoding_is_told(empty, folder):
    (folder / "people.csv").write_bytes("handle,name\nzoe,Zoë\n".encode("latin-1"))

    assert any("not UTF-8" in message for *_, message in refused(empty, folder))


def test_a_byte_order_mark_empty_rows_and_quoted_lines_are_read(empty, folder):
    text = '\ufeffhandle,name\r\nada,"Ada,\r\nCountess"\r\n,\r\nlin,NA\r\n'
    (folder / "people.csv").write_bytes(text.encode())

    empty.import_folder(folder)

    people = empty.people().set_index("handle")["name"]
    assert people["ada"] == "Ada,\r\nCountess"
    assert people["lin"] == "NA"


def test_a_folder_without_tables_is_told(empty, tmp_path):
    with pytest.raises(mk.WorkspaceError, match="no CSV file named as a table"):
        empty.import_folder(tmp_path / "empty" / "notebooks")


def test_a_cell_that_looks_like_a_formula_stays_text(empty, folder):
    write(folder, "people", "handle,name", '"ada","=HYPERLINK(""x"")"', "lin,Lin")

    empty.import_folder(folder)

    assert empty.people().set_index("handle")["name"]["ada"] == '=HYPERLINK("x")'


def test_an_export_goes_into_a_new_folder_only(workspace, tmp_path):
    (tmp_path / "mine.txt").write_text("keep")

    with pytest.raises(mk.WorkspaceError, match="not empty"):
        workspace.export(tmp_path)


def test_an_export_is_plain_utf8_with_iso_days(workspace, tmp_path):
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Größer, «weiter»"))

    workspace.export(tmp_path / "out")

    with (tmp_path / "out" / "goals.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["title"] == "Größer, «weiter»"
    assert row["set_on"] == "2026-09-01"
    assert pd.read_csv(tmp_path / "out" / "members.csv").shape[0] == 2


def test_what_was_imported_counts_as_having_been_there_before(empty, folder):
    empty.import_folder(folder)

    assert len(empty.mentorships(audience="pair", as_of="2026-01-01")) == 1
