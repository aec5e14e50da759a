"""Notebooks with forms hold none of the words in them, whoever runs them."""

from __future__ import annotations

import os
import subprocess
import sys

import nbformat
import papermill
import pytest

import mentorkit as mk


pytestmark = pytest.mark.slow

LONG = bool(os.environ.get("MENTORKIT_LONG"))

CLOSED = (
    "Goal form: run this cell to open it.",
    "Milestone board: run this cell to open it.",
)


def export(path, *options):
    """Export a notebook as a page, and return the page's bytes."""
    command = [sys.executable, "-m", "nbconvert", "--to", "html", *options, str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".html").read_bytes()


@pytest.mark.parametrize("how", ["papermill", "nbconvert"] if LONG else ["papermill"])
def test_an_executed_notebook_holds_no_word_of_its_forms(demo, tmp_path, how):
    goal = demo.add(mk.Goal(mentorship_id="amara-ingrid", title="Quillwort, a goal"))
    demo.add(mk.Milestone(goal_id=goal.id, title="Quillwort, a milestone"))
    cells = (
        f"import mentorkit as mk\nws = mk.open({str(demo.folder)!r})",
        f"ws.form('goal', id='{goal.id}')",
        "ws.board(mentorship='amara-ingrid')",
    )
    file = tmp_path / "forms.ipynb"
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells], metadata=metadata
    )
    nbformat.write(notebook, file)

    if how == "papermill":
        papermill.execute_notebook(file, file, progress_bar=False)
        shown = [
            cell["outputs"][0]["data"] for cell in nbformat.read(file, 4).cells[1:]
        ]
        assert [each.keys() for each in shown] == [{"text/plain", "text/html"}] * 2
        contents = [file.read_bytes(), export(file)]
    else:
        contents = [export(file, "--execute")]

    for content in contents:
        assert b"Quillwort" not in content
        assert all(closed.encode() in content for closed in CLOSED)
