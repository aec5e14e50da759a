"""``mentorkit collect``: a line a file, a summary, and 1 when somebody must look."""

import json
import os

import msgspec
import pytest
from click.testing import CliRunner

import mentorkit as mk
from handed_out import as_bytes, manifest, notebook
from mentorkit.cli import main


@pytest.fixture
def run(monkeypatch, tmp_path, workspace):
    """Return a function that collects, in a folder beside a workspace of two."""
    workspace.add(mk.Person(handle="ben", name="Ben Okri"))
    kept = tmp_path / "kept"
    kept.mkdir()
    data = msgspec.json.encode(manifest("ada", "ben", "zoe"))
    (kept / "assignment.json").write_bytes(data)
    monkeypatch.chdir(tmp_path)

    def call(*words):
        given = ["collect", *words, "--assignment", "kept", "-w", "program"]
        result = CliRunner().invoke(main, given)
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.stdout

    return call


def put(folder, name, data):
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    os.utime(folder / name, (1_790_000_000, 1_790_000_000))


def test_a_line_for_each_file_and_what_it_comes_to(run, tmp_path):
    put(tmp_path / "in", "week-1--ada.ipynb", as_bytes(notebook("ada")))

    code, said = run("in")

    assert code == 0
    assert "✓ in/week-1--ada.ipynb  ada 6/6\n" in said
    assert "1 file, 1 new; 1 of them count; 0 late; 0 for a person" in said
    assert "Nothing yet for week-1 from 2: ben, zoe." in said


def test_a_file_that_needs_a_person_ends_it_with_1(run, tmp_path):
    put(tmp_path / "in", "week-1--ada.ipynb", as_bytes(notebook("ada")))
    put(tmp_path / "in", "week-1--[b].ipynb", b"{")

    code, said = run("in")

    assert code == 1
    line = "✗ in/week-1--[b].ipynb  It is a notebook that is damaged or cut off."
    assert line in said
    assert "1 for a person to look at" in said


def test_the_same_as_data(run, tmp_path):
    data = notebook("ada")
    data["metadata"]["mentorkit"]["ticket"] = "made up"
    put(tmp_path / "in", "mine.ipynb", as_bytes(data))
    put(tmp_path / "in", "notes.txt", b"hello")

    code, said = run("in", "--json")
    told = json.loads(said)

    assert code == 1
    (file,) = told["files"]
    assert (file["learner"], file["state"], file["counts"]) == ("ada", "person", True)
    assert [each["remark"] for each in file["remarks"]] == ["bad-ticket", "renamed"]
    assert (told["new"], told["others"]) == (1, ["in/notes.txt"])
    assert told["missing"] == {"week-1": ["ben", "zoe"]}
    code, said = run("in", "--accept", "ada")
    assert (code, "0 for a person to look at" in said) == (0, True)


def test_a_file_that_was_replaced_needs_nobody(run, tmp_path):
    data = notebook("ada", {"mood": "- [x] Stuck\n- [x] Done"})
    put(tmp_path / "in", "week-1--ada.ipynb", as_bytes(data))
    put(tmp_path / "in", "week-1--ada-again.ipynb", as_bytes(notebook("ada")))
    os.utime(tmp_path / "in" / "week-1--ada-again.ipynb", (1_790_000_001,) * 2)

    code, said = run("in")

    assert code == 0
    assert "✓ in/week-1--ada.ipynb  ada 1/6  Another one counts. The answer" in said


def test_what_is_not_there_is_told_and_nothing_is_collected(run):
    code, said = run("nowhere")

    assert (code, said) == (2, "")
