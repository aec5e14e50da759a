"""The commands about templates: what they list, make, check and hand out."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mentorkit.cli import main


MINE = """---
name: mine
version: 1.0.0
language: es
---
# Lo mío

## ¿Cómo va? {#how kind=text}
"""


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


@pytest.fixture
def mine(tmp_path):
    """A template of one's own, as it was written."""
    path = tmp_path / "mine.md"
    path.write_text(MINE, "utf-8")
    return path


def test_the_library_is_listed_without_a_workspace(run):
    code, said = run("templates", "--json")
    rows = {row["name"]: row for row in json.loads(said)}

    assert code == 0
    assert rows["reflection"]["languages"] == ["ar", "en", "es"]
    assert rows["reflection"]["questions"] == 8
    assert "Looking back" in run("templates")[1]


def test_a_template_of_ones_own_is_checked_built_and_listed(run, mine):
    run("init", "work", "--timezone", "UTC")
    code, said = run("templates", "check", mine)
    assert (code, "1 question" in said) == (0, True)

    for _ in range(2):
        assert run("templates", "build", mine, "--out", "work/templates")[0] == 0
    listed = json.loads(run("templates", "--json", "-w", "work")[1])

    assert {"mine": ["es"]}.items() <= {
        r["name"]: r["languages"] for r in listed
    }.items()
    assert run("new", "mine", "--language", "es", "-w", "work")[0] == 0
    code, said = run("new", "mine", "-w", "work")
    assert (code, "not there in 'en'. It is in: es" in said) == (2, True)


def test_what_is_wrong_with_a_template_is_told_by_line(run, mine):
    mine.write_text(MINE.replace("kind=text", "kind=txt"), "utf-8")

    code, said = run("templates", "check", mine)
    assert code == 1
    assert "mine.md, line 8: No answer is of this kind. Did you mean 'text'?" in said

    (problem,) = json.loads(run("templates", "check", mine, "--json")[1])["problems"]
    assert problem["field"] == "line 8"
    assert run("templates", "build", mine)[0] == 2
    assert run("templates", "check", "absent.md")[0] == 2
    assert run("templates", "check", "absent.txt")[0] == 2


def test_a_change_is_held_to_the_version_that_it_needs(run, mine):
    run("templates", "build", mine)
    mine.write_text(MINE.replace("kind=text", "kind=date"), "utf-8")

    code, said = run("templates", "check", mine, "--since", "es/mine.ipynb")

    assert code == 1
    assert "mine.md: Call it 2.0.0 at least, since “how” is answered by a date" in said
    mine.write_text(mine.read_text("utf-8").replace("1.0.0", "2.0.0"), "utf-8")
    assert run("templates", "check", mine, "--since", "es/mine.ipynb")[0] == 0


def test_no_file_is_written_over(run, mine, tmp_path):
    other = tmp_path / "es" / "mine.ipynb"
    other.parent.mkdir()
    other.write_text("{}")

    code, said = run("templates", "build", mine)
    assert (code, other.read_text()) == (2, "{}")
    assert "is there already, and was left as it was" in said

    assert run("new", "reflection", "--out", "blank.ipynb")[0] == 0
    before = (tmp_path / "blank.ipynb").read_bytes()
    assert run("new", "goals", "--out", "blank.ipynb")[0] == 2
    assert (tmp_path / "blank.ipynb").read_bytes() == before


def test_a_blank_copy_for_nbgrader_is_graded_as_asked(run, tmp_path):
    run("new", "reflection", "--for-nbgrader", "tasks", "--out", "week1/")

    cells = json.loads((tmp_path / "week1" / "reflection.ipynb").read_bytes())["cells"]
    tasks = [cell for cell in cells if cell["metadata"].get("nbgrader", {}).get("task")]
    assert len(tasks) == 8


def test_assign_tells_what_to_hand_out_and_what_to_keep(run, tmp_path):
    run("init", "work", "--name", "Grace Hopper", "--timezone", "Europe/Madrid")
    (tmp_path / "roster.csv").write_text("handle\nada\nlin\n")
    words = ("assign", "reflection", "--to", "roster.csv", "--due", "2026-10-16T23:59")

    code, said = run(*words, "--out", "to-send", "-w", "work")
    assert code == 0
    assert "reflection-2026-10-16, due 16 October 2026, 23:59 (Europe/Madrid)" in said
    assert "2 written" in said

    begun = tmp_path / "to-send" / "reflection-2026-10-16--ada.ipynb"
    begun.write_text(begun.read_text("utf-8") + " ", "utf-8")
    code, said = run(*words, "--out", "to-send", "-w", "work")
    assert (code, "1 begun, and left as they are" in said) == (0, True)
    assert begun.name in said

    done = json.loads(run(*words, "--out", "to-send", "-w", "work", "--json")[1])
    assert done["due"] == "2026-10-16T23:59:00+02:00"
    assert {row["learner"]: row["state"] for row in done["copies"]} == {
        "ada": "begun",
        "lin": "same",
    }


def test_a_notebook_that_is_no_template_is_listed_as_such(run, tmp_path):
    run("init", "work", "--timezone", "UTC")
    (tmp_path / "work" / "templates" / "notes.ipynb").write_text("{}")

    code, said = run("templates", "-w", "work")

    assert code == 0
    assert "cannot be used: mentorkit templates check" in said


def test_forms_are_for_notebooks_that_nbgrader_does_not_run(run):
    assert run("new", "action-items", "--forms", "--out", "forms.ipynb")[0] == 0

    code, said = run("new", "goals", "--forms", "--for-nbgrader", "answers")

    assert code == 2
    assert "nbgrader would run the forms' cells" in " ".join(said.split())
    assert [path.name for path in Path().glob("*.ipynb")] == ["forms.ipynb"]
