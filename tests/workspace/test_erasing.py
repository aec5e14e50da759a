"""Erasing a person from a workspace: reports, exports, other files, backups."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import mentorkit as mk
from mentorkit.models import RECORDS
from mentorkit.review.job import Outcome
from mentorkit.review.journal import NAME
from mentorkit.store import Store


ADA = re.compile(rb"(?i)lovelace|(?<![a-z0-9])ada(?![a-z0-9])|hushed")


SHIPPED = ["notebooks/start_here.ipynb"]
"""What every workspace is laid out with and happens to name an Ada."""


def holding(folder):
    """Return the files of a folder whose bytes name Ada, read by another process."""
    code = (
        "import re, sys; from pathlib import Path\n"
        "for file in sorted(Path(sys.argv[1]).rglob('*')):\n"
        "    if file.is_file() and re.search(sys.argv[2].encode(), file.read_bytes()):\n"
        "        print(file.relative_to(sys.argv[1]).as_posix())\n"
    )
    words = [sys.executable, "-c", code, str(folder), ADA.pattern.decode()]
    return subprocess.run(
        words, check=True, capture_output=True, text=True
    ).stdout.split()


@pytest.fixture
def told(workspace):
    """A workspace in which Ada and Grace have written something."""
    workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="hushed 1", relevant="for Ada"),
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-08-01T15:00:00Z",
            status="held",
            summary="hushed 2",
        ),
    )
    return workspace


def test_no_file_of_the_workspace_names_a_person_who_was_erased(told):
    for kind in ("csv", "xlsx", "parquet"):
        told.export(told.folder / "out" / kind, format=kind)
    told.export(told.folder / "for-ada", person="ada")
    database = told.settings.database
    kept = {"out/csv/datapackage.json", "out/csv/people.csv", "out/xlsx/tables.xlsx"}
    assert kept <= {str(p.relative_to(told.folder)) for p in told.folder.rglob("*")}

    done = told.erase_person("ada", why="Ada asked for it")

    assert done.unfinished == ()
    assert {"out/xlsx/tables.xlsx", "for-ada/README.txt"} <= set(done.removed)
    assert not list(told.folder.rglob("*.csv"))
    assert not (told.folder / "out" / "parquet").exists()
    assert holding(told.folder) == SHIPPED
    assert told.check().ok
    if not isinstance(database, str):
        assert database.is_file()


def test_a_dry_run_tells_what_would_go_and_touches_nothing(told):
    told.export(told.folder / "out")
    told.backup()
    before = {p: p.stat().st_mtime_ns for p in told.folder.rglob("*.csv")}
    rows = told.store.everything()

    would = told.erase_person("ada", dry_run=True)

    assert not would.done
    assert "out/people.csv" in would.removed
    assert len(would.backups) == 1
    assert str(would).startswith("Would erase ada:\n")
    assert "  goals: 1 gone" in str(would)
    assert f"  out: {len(RECORDS) + 1} files" in str(would)
    assert {p: p.stat().st_mtime_ns for p in told.folder.rglob("*.csv")} == before
    assert told.store.everything() == rows
    assert not list(told.folder.glob("*-erased.json"))


def test_what_people_put_there_themselves_is_told_and_left_alone(told, tmp_path):
    files = {
        "notebooks/mine.ipynb": json.dumps({"cells": ["Ada Lovelace"]}),
        "templates/letter.md": "Dear ADA LOVELACE,",
        "signup.csv": "name\nAda Lovelace\n",
        "notes/ada.txt": "hello",
        "other.csv": "name\nAdamant\n",
        "escaped.json": '"\\u0041da Lovelace"',
    }
    for name, text in files.items():
        (told.folder / name).parent.mkdir(exist_ok=True)
        (told.folder / name).write_text(text, "utf-8")
    (tmp_path / "outside.txt").write_text("Ada Lovelace", "utf-8")

    done = told.erase_person("ada")

    assert set(done.left) == {*SHIPPED, *files} - {"other.csv"}
    assert all((told.folder / name).read_text("utf-8") == files[name] for name in files)
    assert (tmp_path / "outside.txt").read_text("utf-8") == "Ada Lovelace"


def test_an_export_from_before_somebody_came_stays(told):
    told.export(told.folder / "early")
    told.begin(mentee="Eve Online")

    done = told.erase_person("eve")

    assert done.removed == ()
    assert (told.folder / "early" / "people.csv").is_file()


def test_backups_that_hold_somebody_are_told_and_deleted_only_when_asked(told):
    early = told.backup()
    told.begin(mentee="Eve Online")
    late = told.backup()

    done = told.erase_person("eve")

    assert done.backups == (f"backups/{late.name}",)
    assert "--backups deletes these" in str(done)
    assert early.is_file()
    assert late.is_file()

    done = told.erase_person("ada", backups=True)

    assert set(done.backups) == {f"backups/{p.name}" for p in (early, late)}
    assert not list((told.folder / "backups").iterdir())


def test_a_restore_of_an_older_backup_erases_again_whoever_was_erased_since(told):
    old = told.backup()
    bytes_before = old.read_bytes()
    told.erase_person("ada")

    done = told.restore(old)

    assert [str(day) for day in done.again] == ["2026-09-01"]
    assert "Erased since (2026-09-01), and again now: 1 of its people." in str(done)
    assert done.source == old
    assert {row["name"] for row in told.store.rows("people")} <= {
        "Grace Hopper",
        "(erased)",
    }
    assert told.check().ok
    assert old.read_bytes() == bytes_before
    old.unlink()
    assert holding(told.folder) == SHIPPED
    assert not list(told.folder.glob(".restoring*"))


@pytest.mark.file
def test_a_database_that_is_gone_is_restored_without_the_erased(told):
    old = told.backup()
    told.erase_person("ada")
    told.store.close()
    for file in told.folder.glob("mentorkit.db*"):
        file.unlink()

    from mentorkit.workspace.keeping import restore  # noqa: PLC0415

    restore(old, told.settings)

    store = Store(told.settings.database)
    assert "ada" not in {row["handle"] for row in store.rows("people")}
    assert store.check().ok
    store.close()


def test_the_list_of_the_erased_names_nobody_and_is_private(told):
    person = told.store.find_id("people", "ada")

    told.erase_person("ada")

    (listed,) = told.folder.glob("*-erased.json")
    text = listed.read_text("utf-8")
    assert person not in text
    assert json.loads(text)["erased"][0]["on"] == "2026-09-01"
    assert listed.stat().st_mode & 0o777 == 0o600


def test_without_a_readable_list_nothing_is_restored(told):
    old = told.backup()
    told.erase_person("ada")
    (listed,) = told.folder.glob("*-erased.json")
    listed.write_text("{", "utf-8")

    with pytest.raises(mk.StorageError, match="says who was erased"):
        told.restore(old)

    assert "ada" not in {row["handle"] for row in told.store.rows("people")}


def test_nobody_is_erased_twice_and_nobody_unknown(told):
    told.add(mk.Progress(goal_id=told.goals()["goal_id"].iloc[0], level=0))
    told.add(
        mk.Decision(decision="Meet", rationale="Why not", mentorship_id="ada-grace")
    )
    done = told.erase_person("grace")

    with pytest.raises(mk.NotFound, match="was erased before"):
        told.erase_person(done.records.pseudonym)
    with pytest.raises(mk.NotFound, match="There is no person 'nobody'"):
        told.erase_person("nobody")


@pytest.mark.file
def test_a_database_alone_has_no_folder_to_look_through(told, tmp_path):
    (tmp_path / "alone").mkdir()
    copy = tmp_path / "alone" / "copy.db"
    told.backup(copy)
    (tmp_path / "alone" / "people.csv").write_text("Ada Lovelace", "utf-8")

    done = mk.open(copy, as_="grace").erase_person("ada")

    assert (done.removed, done.left) == ((), {})


def test_everybody_whose_time_is_over_is_erased_the_same_way(told):
    told.revise("programs", told.programs()["handle"].iloc[0], retain_days=30)
    told.begin(mentee="Eve Online")
    told.revise(
        "mentorships",
        "ada-grace",
        status="closed",
        close_reason="goals_met",
        ends_on="2026-07-01",
        starts_on="2026-01-01",
    )
    assert told.expired().empty
    enrollments = told.enrollments()
    ada = told.store.find_id("people", "ada")
    (row,) = enrollments.loc[enrollments["person_id"] == ada, "enrollment_id"]
    told.revise("enrollments", row, status="completed")

    assert list(told.expired()["person"]) == ["ada"]
    (would,) = told.erase_expired(dry_run=True)
    assert (would.person, would.done) == ("ada", False)
    (done,) = told.erase_expired()

    assert done.done
    assert told.expired().empty
    assert {row["handle"] for row in told.store.rows("people")} == {"grace", "eve"}


@pytest.mark.slow
@pytest.mark.file
def test_reviews_that_were_made_go_and_the_run_lists_them_no_more(told):
    told.begin(mentee="Eve Online")
    told.add(
        mk.Session(
            mentorship_id="eve-grace",
            starts_at="2026-08-02T15:00:00Z",
            status="held",
            summary="We talked",
        )
    )
    notebook = told.folder / "notebooks" / "reviews" / "quarterly.ipynb"
    run = told.review("2026Q3", as_of="2026-09-01", workers=1)
    assert not run.failed
    checkpoints = run.notebooks / ".ipynb_checkpoints"
    checkpoints.mkdir()
    shutil.copy(run.notebooks / "ada-grace.ipynb", checkpoints / "x.ipynb")
    assert notebook.is_file()
    assert {
        "reports/2026Q3/pair/index.html",
        "reports/2026Q3/pair/manifest.json",
    } <= set(holding(told.folder))

    done = told.erase_person("ada")

    assert holding(told.folder) == SHIPPED
    assert done.rewritten == ("reports/2026Q3/pair",)
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    assert [review["handle"] for review in manifest["reviews"]] == ["eve-grace"]
    assert (run.folder / "eve-grace.html").is_file()
    index = run.index.read_text("utf-8")
    assert "Eve Online" in index
    assert 'href="eve-grace.html"' in index
    assert told.check().ok


def test_what_a_run_had_made_before_it_was_stopped_goes_too(told):
    folder = told.folder / "reports" / "2026Q4"
    folder.mkdir(parents=True)
    (folder / "ada-grace.html").write_text("A page of Ada Lovelace")
    (folder / "ada-grace.pdf").write_bytes(b"%PDF-1.7 where no name can be seen")
    names = {"page": "ada-grace.html", "files": {"pdf": "ada-grace.pdf"}}
    made = Outcome("ada-grace", "Ada Lovelace", "ok", **names)
    (folder / NAME).write_text(f"{made.to_json()}\n")
    assert {"reports/2026Q4/ada-grace.html", f"reports/2026Q4/{NAME}"} <= set(
        holding(told.folder)
    )

    told.erase_person("ada")

    assert holding(told.folder) == SHIPPED
    assert not (folder / "ada-grace.pdf").exists()
