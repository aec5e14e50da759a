"""Notebooks with forms hold none of the words in them, however they are saved or run."""

from __future__ import annotations

import subprocess
import sys

import nbformat
import papermill
import pytest

import mentorkit as mk


pytestmark = pytest.mark.slow

SAVED = """async () => {
  const { context } = window.jupyterapp.shell.currentWidget;
  await context.save();
  return context.model.dirty;
}"""

CLOSED = "Goal form: run this cell to open it."


def export(path, *options):
    """Export a notebook as a page, and return the page's bytes."""
    command = [sys.executable, "-m", "nbconvert", "--to", "html", *options, str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path.with_suffix(".html").read_bytes()


@pytest.mark.browser
def test_a_notebook_saved_with_a_filled_in_form_holds_no_word_of_it(lab, work):
    cells = ("import mentorkit as mk\nws = mk.open()", "ws.form('goal')")
    page = work(
        lab.write("leaks.ipynb", cells[0], "ws.form('goal', mentorship='amara-ingrid')")
    )
    page.run_all()
    page.field("title").fill("Quillwort, typed and saved")
    page.field("title").press("Control+Shift+Enter")
    page.locator(".mk-receipts .mk-saved").wait_for(timeout=30_000)
    page.field("title").fill("Quillwort, typed and not saved")
    page.typed()
    assert page.evaluate(SAVED) is False

    file = lab.folder / "notebooks" / "leaks.ipynb"
    for content in (file.read_bytes(), export(file)):
        assert b"Quillwort" not in content
        assert CLOSED.encode() in content


@pytest.mark.parametrize("how", ["papermill", "nbconvert"])
def test_an_executed_notebook_holds_no_word_of_its_forms(demo, tmp_path, how):
    goal = demo.add(mk.Goal(mentorship_id="amara-ingrid", title="Quillwort, a goal"))
    source = f"import mentorkit as mk\nmk.open({str(demo.folder)!r}).form('goal', id='{goal.id}')"
    file = tmp_path / "forms.ipynb"
    metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source)], metadata=metadata
    )
    nbformat.write(notebook, file)

    if how == "papermill":
        papermill.execute_notebook(file, file, progress_bar=False)
        contents = [file.read_bytes(), export(file)]
    else:
        contents = [export(file, "--execute")]

    for content in contents:
        assert b"Quillwort" not in content
        assert CLOSED.encode() in content
