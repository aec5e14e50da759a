"""``mentorkit erase``: what it says before, that it asks, and what it says after."""

import json

import pytest
from click.testing import CliRunner

import mentorkit as mk
from mentorkit.cli import main


@pytest.fixture
def erase(workspace, monkeypatch):
    """Return a function that runs ``mentorkit erase`` in the workspace."""
    monkeypatch.setenv("COLUMNS", "200")
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Hush"))

    def call(*words, **how):
        result = CliRunner().invoke(
            main, ["erase", *words, "-w", str(workspace.folder)], **how
        )
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.output

    return call


def handles(workspace):
    return {row["handle"] for row in workspace.store.rows("people")}


def test_a_dry_run_says_what_would_go_and_nothing_goes(workspace, erase):
    code, said = erase("ada", "--dry-run")

    assert code == 0
    assert "Would erase ada:" in said
    assert "goals: 1 gone" in said
    assert "notebooks/start_here.ipynb is not mentorkit's" in said
    assert handles(workspace) == {"ada", "grace"}


def test_it_shows_the_same_and_asks_before_anything_goes(workspace, erase):
    code, said = erase("ada", input="n\n")

    assert code == 130
    assert "Would erase ada:" in said
    assert "This cannot be undone. Erase?" in said
    assert handles(workspace) == {"ada", "grace"}

    code, said = erase("ada", "--why", "asked for it", input="y\n")

    assert code == 0
    assert "✓ Erased ada; 'erased-" in said
    assert handles(workspace) == {"grace"}


def test_as_data_it_names_files_counts_and_the_pseudonym(workspace, erase):
    workspace.backup()

    code, text = erase("ada", "--yes", "--backups", "--json")

    (done,) = json.loads(text)
    assert code == 0
    assert (done["person"], done["done"], done["backups_removed"]) == (
        "ada",
        True,
        True,
    )
    assert done["records"]["rows"]["goals"] == {"gone": 1}
    assert done["records"]["pseudonym"].startswith("erased-")
    assert not list((workspace.folder / "backups").iterdir())


def test_what_is_left_to_do_ends_with_1_and_finishing_ends_with_0(
    workspace, erase, monkeypatch
):
    monkeypatch.setattr("mentorkit.store.sqlite.PATIENCE", 0.3)
    with workspace.store._database.reading() as connection:
        connection.exec_driver_sql("select count(*) from people").one()

        code, said = erase("ada", "--yes")
        assert code == 1
        assert "Still to be done" in said
        assert "run 'mentorkit erase --finish'" in said
        assert erase("--finish")[0] == 1

    code, said = erase("--finish")
    assert (code, said) == (0, "✓ Nothing erased is left in the database.\n")


def test_it_wants_one_person_or_one_option(erase):
    for words in ((), ("ada", "--expired"), ("--expired", "--finish")):
        code, said = erase(*words)
        assert code == 2
        assert "Name a PERSON, or use --expired or --finish" in said


def test_status_says_when_somebodys_time_is_over_and_expired_erases_them(
    workspace, erase
):
    assert erase("--expired", "--yes") == (0, "Nobody's time is over.\n")
    workspace.revise("programs", workspace.programs()["handle"].iloc[0], retain_days=30)
    workspace.revise(
        "mentorships",
        "ada-grace",
        status="closed",
        close_reason="time_up",
        starts_on="2026-01-01",
        ends_on="2026-06-30",
    )
    enrollments = workspace.enrollments()
    ada = workspace.store.find_id("people", "ada")
    (row,) = enrollments.loc[enrollments["person_id"] == ada, "enrollment_id"]
    workspace.revise("enrollments", row, status="completed")

    status = CliRunner().invoke(main, ["status", "-w", str(workspace.folder)])
    assert "Personal data of 1 person was kept for as long" in status.output
    assert "mentorkit erase --expired" in status.output

    code, said = erase("--expired", "--yes")
    assert code == 0
    assert "Erased ada" in said
    assert handles(workspace) == {"grace"}
