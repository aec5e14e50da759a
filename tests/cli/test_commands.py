"""The command line: what each command says, and the code it ends with."""

import json
import os
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

import mentorkit as mk
from mentorkit.cli import main
from mentorkit.demo.building import PERIOD
from mentorkit.privacy import AUDIENCES


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return a function that runs a command and gives its code and its words."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def call(*words):
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.output

    return call


def test_every_command_helps_with_an_example(run):
    for name, command in main.commands.items():
        code, said = run(name, "--help")
        assert code == 0
        assert re.search(rf"\n  Examples?:\n    mentorkit {name}", said), said
        assert command.help


def test_without_a_command_help_is_shown(run):
    code, said = run()

    assert code == 0
    assert "mentorkit demo" in said


def test_init_lays_out_a_workspace_that_status_knows(run):
    code, said = run("init", "mine", "--name", "Grace Hopper", "--timezone", "UTC")
    assert code == 0
    assert "You are grace" in said

    code, said = run("status", "-w", "mine")
    assert code == 0
    assert "No mentorships yet" in said


def test_init_never_lays_out_over_a_workspace(run):
    run("init", "mine")

    code, said = run("init", "mine")

    assert code == 2
    assert "left as it is" in said


def test_demo_never_overwrites_a_folder(run, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("keep")

    code, said = run("demo", "full")

    assert code == 2
    assert "not empty" in said


def test_demo_builds_a_program_and_says_what_is_in_it(run, tmp_path):
    code, said = run("demo", "try", "--no-reviews")

    assert code == 0
    assert "24 mentorships" in said
    assert (tmp_path / "try" / "mentorkit.db").is_file()


def test_status_tells_of_every_mentorship_of_the_reader(demo, run):
    code, said = run("status", "-w", demo.folder, "--as", "ines")
    assert code == 0
    assert "Needs a call" in said

    _, text = run("status", "-w", demo.folder, "--as", "ines", "--json")
    rows = json.loads(text)
    assert len(rows) == 24
    assert [row["mentorship"] for row in rows] == sorted(
        row["mentorship"] for row in rows
    )
    _, mine = run("status", "-w", demo.folder, "--json")
    assert [row["mentorship"] for row in json.loads(mine)] == ["amara-ingrid"]


def test_history_tells_who_changed_what_and_why(demo, run):
    goal = demo.goals(mentorship="amara-ingrid")["goal_id"].iloc[0]

    code, said = run("history", "goals", goal, "-w", demo.folder)

    assert code == 0
    assert "target: 9.0 became 14.0" in said
    assert "Nine came six weeks early" in said


def test_history_and_undo_tell_times_in_the_programs_zone(run):
    run("init", "mine", "--name", "Grace Hopper", "--timezone", "Asia/Kolkata")
    ws = mk.open("mine")
    person = ws.add(mk.Person(handle="ada", name="Ada Lovelace"))
    at = ws.history("people", person.id)["at"].iloc[0]
    there = f"{at.astimezone(ZoneInfo('Asia/Kolkata')):%Y-%m-%d %H:%M} IST"

    _, told = run("history", "people", person.id, "-w", "mine")
    _, undone = run("undo", "-w", "mine")

    assert told.startswith(there)
    assert undone.startswith(f"✓ Took back the change of {there} by grace")


def test_undo_takes_back_the_last_change_and_says_what_and_how_to_return(
    workspace, run
):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="One"))

    code, said = run("undo", "-w", workspace.folder, "--why", "entered [twice]")
    assert code == 0
    assert f"goal {goal.id} is out again" in said
    assert workspace.goals().empty
    back = said.split()[-1]

    code, text = run("undo", back, "-w", workspace.folder, "--json")
    assert code == 0
    assert json.loads(text)["undoes"] == back
    assert list(workspace.goals()["title"]) == ["One"]
    _, told = run("history", "goals", goal.id, "-w", workspace.folder)
    assert "erase (undo)  (entered [twice])" in told


def test_check_ends_with_0_when_all_is_well_and_with_1_when_not(workspace, run):
    code, said = run("check", "-w", workspace.folder)
    assert code == 0
    assert "All is well: 9 rows, 9 changes, 0 reports." in said

    lost = workspace.folder / "reports" / "2026Q3"
    lost.mkdir()
    reviews = [{"page": "ada-grace.html", "notebook": ""}]
    (lost / "manifest.json").write_text(json.dumps({"reviews": reviews}))
    code, said = run("check", "-w", workspace.folder)
    assert code == 1
    assert "reports: 2026Q3/ada-grace.html is listed and is not there." in said

    (lost / "manifest.json").write_text("{")
    code, text = run("check", "-w", workspace.folder, "--json")
    assert code == 1
    assert [found["area"] for found in json.loads(text)["findings"]] == ["reports"]


def test_check_tells_of_backups_that_were_cut_short(workspace, run):
    left = workspace.backup().with_name(".mentorkit-2026.db-x.part")
    left.write_bytes(b"half of it")
    assert run("check", "-w", workspace.folder)[0] == 0
    os.utime(left, (0, 0))

    code, said = run("check", "-w", workspace.folder)

    assert code == 1
    assert f"backups/{left.name} is left of a backup that was cut short" in said


def test_backup_names_its_file_by_the_time_and_never_overwrites(workspace, run):
    code, text = run("backup", "-w", workspace.folder, "--json")
    assert code == 0
    made = Path(json.loads(text)["file"])
    assert made.parent == workspace.folder / "backups"
    assert made.stat().st_size == json.loads(text)["bytes"]

    code, said = run("backup", made, "-w", workspace.folder)
    assert code == 2
    assert "is there already" in said


def test_restore_asks_first_and_then_says_what_it_did(workspace, run):
    made = workspace.backup()
    workspace.add(mk.Goal(mentorship_id="ada-grace", title="Later"))

    code, said = run("restore", made, "-w", workspace.folder)
    assert code == 130
    assert "program: 1 mentorship, 9 changes" in said
    assert "Put it in the place of" in said
    assert len(workspace.goals()) == 1

    code, said = run("restore", made, "-w", workspace.folder, "--yes")
    assert code == 0
    assert "What was there is kept as" in said
    assert workspace.goals().empty


def test_restore_helps_where_the_database_is_damaged(workspace, run):
    made = workspace.backup()
    workspace.store.close()
    workspace.settings.database.write_bytes(b"spilt coffee")
    assert run("status", "-w", workspace.folder)[0] == 2

    code, text = run("restore", made, "-w", workspace.folder, "--yes", "--json")

    assert code == 0
    assert Path(json.loads(text)["kept"]).read_bytes() == b"spilt coffee"
    assert run("check", "-w", workspace.folder)[0] == 0


def test_export_and_import_are_each_others_inverse(demo, run):
    code, _ = run("export", "out", "-w", demo.folder)
    assert code == 0

    code, said = run("import", "out", "-w", demo.folder)

    assert code == 0
    assert "added" not in said
    assert "changed" not in said.replace("unchanged", "")


def test_export_says_plainly_what_is_in_it(workspace, run, tmp_path):
    code, said = run("export", "all", "-w", workspace.folder)
    assert code == 0
    assert "private texts too" in said

    code, said = run("export", "team", "--audience", "program", "-w", workspace.folder)
    assert code == 0
    assert "private texts too" not in said

    code, said = run("export", "ada", "--person", "ada", "-w", workspace.folder)
    assert code == 0
    assert "1 people" in said
    assert (tmp_path / "ada" / "README.txt").is_file()

    code, text = run(
        "export", "book", "--format", "xlsx", "-w", workspace.folder, "--json"
    )
    assert code == 0
    assert json.loads(text)["people"] == 2
    assert [path.name for path in (tmp_path / "book").iterdir()] == ["tables.xlsx"]


def test_the_dictionary_explains_a_table_without_a_workspace(run):
    code, said = run("dictionary", "goals")
    assert code == 0
    assert "Where it should get to" in said
    assert "The due date cannot be before" in said

    code, said = run("dictionary")
    assert code == 0
    assert "reflections" in said
    assert "One decision with its reason." in said

    code, text = run("dictionary", "goal", "--json")
    assert code == 0
    (table,) = json.loads(text)
    assert table["table"] == "goals"
    assert table["columns"][0]["column"] == "goal_id"

    code, said = run("dictionary", "gaols")
    assert code == 2
    assert "Did you mean 'goals'?" in said


def test_a_refused_import_tells_every_problem_and_ends_with_2(workspace, run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "people.csv").write_text("handle,name,mail\nbo,Bo,x\n")

    code, said = run("import", "in", "-w", workspace.folder)
    assert code == 2
    assert "people.csv, row 1: The table has no column 'mail'" in said

    code, text = run("import", "in", "-w", workspace.folder, "--json")
    assert code == 2
    assert json.loads(text)["problems"][0]["file"] == "people.csv"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("review", "2026Q7"), "is not a period"),
        (("review", PERIOD, "--only", "amara"), "Did you mean 'amara-ingrid'?"),
        (("history", "gols", "x"), "Did you mean 'goals'?"),
        (("status", "--as", "nobody"), "no person 'nobody'"),
    ],
    ids=["period", "mentorship", "table", "person"],
)
def test_wrong_use_is_answered_in_words_and_ends_with_2(demo, run, words, told):
    code, said = run(*words, "-w", demo.folder)

    assert code == 2
    assert said.startswith("Error: ")
    assert told in said


def test_outside_a_workspace_every_command_says_how_to_get_one(run):
    code, said = run("status")

    assert code == 2
    assert "mentorkit init" in said


def test_a_database_that_is_none_is_answered_in_words(run, tmp_path):
    (tmp_path / "notes.db").write_text("shopping list")

    code, said = run("status", "-w", "notes.db")

    assert code == 2
    assert "not a mentorkit database" in said


def test_reviews_are_made_for_every_audience_that_there_is(workspace, run):
    asked = ("review", "2026Q3", "-w", workspace.folder, "--dry-run", "--audience")
    workspace.revise("mentorships", "ada-grace", status="active")

    for audience in AUDIENCES[:-1]:
        assert run(*asked, audience)[0] == 0
    code, said = run(*asked, AUDIENCES[-1])
    assert code == 2
    assert "nothing may be published" in " ".join(said.split())
