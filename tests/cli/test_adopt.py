"""``mentorkit adopt``: shows what would be added, asks, and says what became of it."""

import json

import pytest
from click.testing import CliRunner

from answering import hand_in
from mentorkit.cli import main


@pytest.fixture
def run(tmp_path, workspace):
    """Return a function that adopts what Ada and Ben answered."""
    workspace.begin(mentee="Ben Okri")
    workspace.assign("action-items", to=["ada", "ben"], name="week-1")
    rows = {"actions": [("Send [it]", "Grace", "2026-09-10")]}
    hand_in(workspace, "week-1", "ada", rows, tmp_path / "in")
    rows = {"actions": [("Call", "nobody", "")]}
    hand_in(workspace, "week-1", "ben", rows, tmp_path / "in")

    def call(*words, typed=""):
        given = ["adopt", "week-1", *words, "-w", str(workspace.folder)]
        result = CliRunner().invoke(main, given, input=typed)
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.stdout

    return call


def test_it_shows_what_would_be_added_and_asks(run, workspace):
    code, said = run(typed="n\n")

    assert code == 130
    line = "+ action  title “Send [it]”; owner_id “grace”; due_on “2026-09-10”  [pair]"
    assert line in said
    assert "ada (ada-grace)" in said
    assert "row 1, actions.owner_id: Nobody in this mentorship is called so." in said
    assert workspace.actions().empty

    code, said = run(typed="y\n")

    assert code == 1  # Ben's cannot be added as it is
    assert "✓ week-1: 1 new" in said
    assert list(workspace.actions()["title"]) == ["Send [it]"]
    assert run("ada")[0] == 0


def test_as_data_it_adds_nothing_unless_told_to(run, workspace):
    code, said = run("ada", "--json")

    assert code == 0
    assert [each["state"] for each in json.loads(said)["records"]] == ["new"]
    assert workspace.actions().empty
    assert json.loads(run("ada", "--json", "--yes")[1])["change_set"]
    assert len(workspace.actions()) == 1


def test_about_whom_or_what_is_said_for_one_learner(run):
    assert run("--about", "ada", "--json") == (2, "")
    assert run("--about", "eve=ben", "--json") == (2, "")
    assert run("--about", "ada=ben", "--json") == (2, "")
