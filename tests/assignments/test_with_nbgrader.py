"""The unmodified nbgrader makes its learners' version of our templates."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from mentorkit.assignments import library
from mentorkit.assignments.compiling import as_text
from mentorkit.assignments.nbgrader import Grading, for_course


v3 = pytest.importorskip("nbgrader.nbgraderformat.v3")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """What nbgrader hands out of one template, by which of its cells are graded."""
    course = tmp_path_factory.mktemp("course")
    source = course / "source" / "week1"
    source.mkdir(parents=True)
    template = library.read_template(library.find("goals"))
    for grading in Grading:
        text = as_text(for_course(template, grading))
        (source / f"{grading}.ipynb").write_text(text, "utf-8")
    home = {name: str(course / "home") for name in ("HOME", "JUPYTER_CONFIG_DIR")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "week1", "--create"],
        cwd=course,
        env=os.environ | home | {"PATH": path},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return {
        grading: json.loads(
            (course / "release" / "week1" / f"{grading}.ipynb").read_bytes()
        )
        for grading in Grading
    }


def test_every_template_is_valid_to_nbgrader():
    for _, _, path in library.listed():
        notebook = nbformat.from_dict(library.read_template(path).notebook)
        v3.MetadataValidatorV3().validate_nb(notebook)


@pytest.mark.slow
def test_what_nbgrader_hands_out_asks_what_the_template_does(released):
    template = library.read_template(library.find("goals")).template

    for grading, notebook in released.items():
        cells = {cell["id"]: cell for cell in notebook["cells"]}
        for prompt in template.prompts:
            answer = cells[prompt.id]
            source = "".join(answer["source"])
            assert "".join(cells[prompt.question_id]["source"]) == prompt.question
            assert answer["metadata"]["mentorkit"]["kind"] == prompt.kind
            if grading is Grading.TASKS:
                assert source == prompt.starter
            elif prompt.kind == "text":
                assert source == "YOUR ANSWER HERE"
            else:
                assert source.startswith(prompt.starter + "\n")


@pytest.mark.slow
def test_nbgrader_grades_what_was_asked_for(released):
    marks = {
        grading: [cell["metadata"].get("nbgrader", {}) for cell in notebook["cells"]]
        for grading, notebook in released.items()
    }

    answers = [mark for mark in marks[Grading.ANSWERS] if mark.get("grade")]
    tasks = [mark for mark in marks[Grading.TASKS] if mark.get("task")]
    assert len(answers) == len(tasks) == 12
    assert all(mark["solution"] and "checksum" in mark for mark in answers)
    assert all(mark["locked"] and "checksum" in mark for mark in tasks)
    assert not any(mark.get("grade") for mark in marks[Grading.TASKS])
