"""Exports: described, importable, and without what their reader may not see."""

import csv
import datetime as dt
import hashlib
import json
import sys

import frictionless
import openpyxl
import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.models import RECORDS
from mentorkit.workspace import Workspace


pytestmark = pytest.mark.file


FORMULAS = ["=1+1", "+44 20", "-5", "@ada", "'=1", "'tis", 'a "q"\r\nb', "a\rb", "美"]


def valid(folder):
    """Return what a validator of Data Packages finds wrong with a folder."""
    report = frictionless.validate("datapackage.json", basepath=str(folder))
    found = [error.type for error in report.errors]
    return found + [error.type for task in report.tasks for error in task.errors]


def rows(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_is_a_valid_data_package(demo, tmp_path):
    counts = demo.export(tmp_path / "out")

    assert valid(tmp_path / "out") == []
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert [r["name"] for r in package["resources"]] == [r.table for r in RECORDS]
    assert counts["goals"] == len(rows(tmp_path / "out", "goals")) > 0
    for resource in package["resources"]:
        content = (tmp_path / "out" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


@pytest.mark.parametrize(
    ("table", "old", "new", "found"),
    [
        ("goals", ",ada,", ",nobody,", "foreign-key"),
        ("goals", "draft", "drafted", "constraint-error"),
        ("goals", "2026-09-01", "2026-02-31", "type-error"),
        ("members", "mentee", "", "constraint-error"),
        ("people", "handle,name", "name,handle", "incorrect-label"),
    ],
    ids=["reference", "word", "day", "required", "order of columns"],
)
def test_the_description_finds_a_spoilt_file(
    workspace, tmp_path, table, old, new, found
):
    ada = workspace.store.find_id("people", "ada")
    workspace.add(mk.Goal(mentorship_id="ada-grace", owner_id="ada", title="A goal"))
    workspace.export(tmp_path / "out")
    file = tmp_path / "out" / f"{table}.csv"
    text = file.read_bytes().decode().replace(f",{ada},", ",ada,")
    assert old in text

    file.write_bytes(text.replace(old, new).replace(",ada,", f",{ada},").encode())

    assert found in valid(tmp_path / "out")


def test_awkward_texts_are_valid_and_come_back_through_an_import(workspace, tmp_path):
    for text in FORMULAS:
        workspace.add(mk.Goal(mentorship_id="ada-grace", title=text, specific=text))
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="=" * 200))
    before = workspace.store.everything()

    workspace.export(tmp_path / "out")

    assert valid(tmp_path / "out") == []
    counts = workspace.import_folder(tmp_path / "out")
    assert (counts[["added", "changed"]] == 0).all(axis=None)
    other = Workspace.create(tmp_path / "other", name="Keeper")
    other.import_folder(tmp_path / "out")
    goals = {row["goal_id"]: row for row in other.store.rows("goals")}
    assert goals == {row["goal_id"]: row for row in before["goals"]}


def test_an_export_folder_is_its_owners_alone(workspace, tmp_path):
    workspace.export(tmp_path / "out")

    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o700


def test_a_workbook_has_typed_cells_and_texts_that_stay_texts(workspace, tmp_path):
    texts = ["=1+1", "https://example.org", "-5", "two\nlines", "美"]
    for text in texts:
        workspace.add(
            mk.Goal(mentorship_id="ada-grace", title=text, target=-2.5, due_on=None)
        )
    workspace.add(
        mk.Session(
            mentorship_id="ada-grace",
            starts_at=dt.datetime(2026, 8, 20, 9, tzinfo=dt.UTC),
        )
    )

    workspace.export(tmp_path / "out", format="xlsx")

    book = openpyxl.load_workbook(tmp_path / "out" / "tables.xlsx")
    assert book.sheetnames == [*(r.table for r in RECORDS), "dictionary"]
    head, *body = book["goals"].iter_rows()
    at = {cell.value: cell.column - 1 for cell in head}
    assert {row[at["title"]].value for row in body} == set(texts)
    assert {row[at["title"]].data_type for row in body} == {"s"}
    assert {row[at["title"]].hyperlink for row in body} == {None}
    assert {row[at["target"]].value for row in body} == {-2.5}
    assert {row[at["set_on"]].value.date() for row in body} == {dt.date(2026, 9, 1)}
    session = dict(
        zip(*(tuple(c.value for c in r) for r in book["sessions"]), strict=True)
    )
    assert session["starts_at"] == "2026-08-20T09:00:00.000000Z"
    explained = list(book["dictionary"].iter_rows(values_only=True))
    assert len(explained) == 1 + sum(len(record.fields()) for record in RECORDS)
    assert explained[1][:3] == ("programs", "program_id", "Id")


def test_a_day_before_spreadsheets_count_is_written_as_text(workspace, tmp_path):
    workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="Old", set_on=dt.date(1815, 12, 10))
    )

    workspace.export(tmp_path / "out", format="xlsx")

    book = openpyxl.load_workbook(tmp_path / "out" / "tables.xlsx")
    assert "1815-12-10" in [
        cell.value for row in book["goals"].iter_rows() for cell in row
    ]


def test_a_text_too_long_for_a_cell_is_refused_and_not_cut(workspace, tmp_path):
    workspace.add(mk.Reflection(mentorship_id="ada-grace", text="𝄞" * 16_384))

    with pytest.raises(mk.MentorkitError, match="16,384 characters"):
        workspace.export(tmp_path / "out", format="xlsx")


def test_parquet_keeps_the_frames_types(workspace, tmp_path):
    pytest.importorskip("pyarrow")
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="=1+1", target=3))

    workspace.export(tmp_path / "out", format="parquet")

    for record in RECORDS:
        names = [field.name for field in record.fields()]
        read = pd.read_parquet(tmp_path / "out" / f"{record.table}.parquet")
        kept = workspace.frame(record.table, audience="pair")[names]
        pd.testing.assert_frame_equal(read, kept, check_categorical=False)
        assert list(read.dtypes.map(str)) == list(kept.dtypes.map(str))
    package = json.loads((tmp_path / "out" / "datapackage.json").read_text())
    goals = next(r for r in package["resources"] if r["name"] == "goals")
    assert (goals["path"], goals["format"]) == ("goals.parquet", "parquet")
    title = next(f for f in goals["schema"]["fields"] if f["name"] == "title")
    assert title["constraints"]["maxLength"] == 200


@pytest.mark.parametrize(
    ("kind", "package", "extra"),
    [("xlsx", "xlsxwriter", "excel"), ("parquet", "pyarrow", "parquet")],
)
def test_a_missing_package_is_answered_with_how_to_install_it(
    workspace, tmp_path, monkeypatch, kind, package, extra
):
    monkeypatch.setitem(sys.modules, package, None)

    with pytest.raises(mk.MentorkitError) as error:
        workspace.export(tmp_path / "out", format=kind)

    assert f"pip install 'mentorkit[{extra}]'" in str(error.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"format": "cvs"}, "Did you mean 'csv'?"),
        ({"audience": "pairs"}, "Did you mean 'pair'?"),
        ({"person": "adda"}, "Did you mean 'ada'?"),
        ({"person": "ada", "audience": "pair"}, "leave one out"),
        ({"person": "ada", "format": "xlsx"}, "as csv"),
    ],
    ids=["format", "audience", "person", "both", "bundle as xlsx"],
)
def test_an_export_that_makes_no_sense_is_refused_before_anything_is_written(
    workspace, tmp_path, asked, said
):
    with pytest.raises(mk.MentorkitError) as error:
        workspace.export(tmp_path / "out", **asked)

    assert said in str(error.value)
    assert not (tmp_path / "out").exists()
