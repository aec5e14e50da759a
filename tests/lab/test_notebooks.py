"""The shipped notebooks, run from top to bottom in real kernels, as people do."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import mentorkit as mk
from mentorkit.resources import folder
from mentorkit.workspace import Workspace


SHIPPED = sorted(folder("notebooks").glob("*.ipynb"))

NAMES = [path.name for path in SHIPPED]

PLANTED = "Quillwort"

run_it = pytest.mark.slow


def run(workspace: Path, *names: str) -> nbformat.NotebookNode:
    """Run notebooks one after the other in one kernel, which forgets between them."""
    cells = []
    for name in names:
        cells.append(nbformat.v4.new_code_cell("%reset -f"))
        for cell in nbformat.read(workspace / "notebooks" / name, as_version=4).cells:
            cell.metadata["name"] = f"{name}:{cell.pop('id')}"
            cells.append(nbformat.from_dict({**cell, "id": f"c{len(cells)}"}))
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = NotebookClient(
        notebook,
        timeout=300,
        kernel_name="python3",
        resources={"metadata": {"path": str(workspace / "notebooks")}},
    )
    client.execute()
    return notebook


def shown(notebook):
    """Return what each cell showed as plain text, by notebook and cell."""
    return {
        cell.metadata["name"]: "\n".join(
            output.data.get("text/plain", "")
            for output in cell.outputs
            if "data" in output
        )
        for cell in notebook.cells
        if cell.cell_type == "code" and "name" in cell.metadata
    }


@pytest.fixture(scope="module")
def lived_in(demo_folder, tmp_path_factory):
    """The demo program with secrets planted, and its two working notebooks run."""
    home = tmp_path_factory.mktemp("lived") / "demo"
    shutil.copytree(demo_folder, home)
    ws = mk.open(home)
    ws.add(
        mk.Reflection(
            mentorship_id="amara-ingrid", text=f"{PLANTED} alone", visibility="private"
        ),
        mk.Reflection(mentorship_id="amara-ingrid", text=f"{PLANTED} both"),
        mk.Session(
            mentorship_id="amara-ingrid",
            starts_at=ws.now(),
            status="held",
            private_note=f"{PLANTED} note",
        ),
    )
    return run(home, "mentorship.ipynb", "program.ipynb")


@run_it
def test_the_workbook_shows_where_a_mentorship_stands(lived_in):
    told = {
        name.partition(":")[2]: text
        for name, text in shown(lived_in).items()
        if name.startswith("mentorship")
    }

    assert "79% · On track" in told["goals"]
    assert told["map"].startswith("On 8 October 2026: 8 milestones, 6 done")
    assert "The October paper in one sentence" in told["since"]
    assert told["history"].count("\n") > 30
    assert "Arrive: what has changed" in told["agenda"]
    assert told["prompts"].startswith("What surprised you?")
    forms = ("session", "decision", "progress", "goal", "action", "reflection", "next")
    for name in (*forms, "board", "actions"):
        assert told[name].endswith("run this cell to open it."), name


@run_it
def test_the_programs_notebook_says_who_waits_who_is_quiet_and_what_is_due(lived_in):
    told = {
        name.partition(":")[2]: text
        for name, text in shown(lived_in).items()
        if name.startswith("program")
    }

    assert "elitsa-anneke · Silence · The last session was 51 days" in told["attention"]
    assert "Рустам Каримов" in told["waiting"]
    assert told["quiet"].count("elitsa-anneke") == 1
    assert "Milestone" in told["due"]
    assert "On track" in told["goals"]


@run_it
def test_an_executed_notebook_holds_no_private_text(lived_in):
    outputs = {
        cell.metadata.get("name"): json.dumps(cell.get("outputs", []))
        for cell in lived_in.cells
    }

    holding = {name for name, text in outputs.items() if PLANTED in text}
    assert holding <= {
        "mentorship.ipynb:since",
        "mentorship.ipynb:reflections",
        "mentorship.ipynb:history",
    }
    everything = json.dumps(lived_in)
    assert f"{PLANTED} both" in everything
    assert f"{PLANTED} alone" not in everything
    assert f"{PLANTED} note" not in everything


@run_it
def test_a_new_workspace_is_brought_to_life_by_its_notebooks(tmp_path):
    home = tmp_path / "new"
    Workspace.create(home, name="Grace Hopper", timezone="Europe/London").store.close()

    done = shown(run(home, *sorted(NAMES, key="start_here.ipynb".__ne__)))

    assert done["start_here.ipynb:begin"] == "'ada-grace'"
    assert "1 of 1 reviews" in done["start_here.ipynb:review"]
    assert "Who we are" in done["mentorship.ipynb:agenda"]
    assert done["program.ipynb:attention"] == "Nothing asks for attention."
    assert "ada-grace" in done["program.ipynb:contact"]
    assert "grace · trial--grace.ipynb · new" in done["educator.ipynb:assign"]
    assert "grace · 0 · 8 · No" in done["educator.ipynb:answered"]
    assert done["educator.ipynb:wrong"] == "'Nothing is in the way.'"
    assert done["educator.ipynb:return"] == "Nothing to give back yet."


@pytest.mark.parametrize("path", SHIPPED, ids=NAMES)
def test_a_shipped_notebook_holds_no_output_and_only_short_cells(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)

    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert max(cell.source.count("\n") + 1 for cell in code) <= 6
    assert "mk._" not in path.read_text("utf-8")
    assert "ws._" not in path.read_text("utf-8")


def test_a_new_workspace_has_every_notebook(workspace):
    laid_out = {path.name for path in (workspace.folder / "notebooks").glob("*.ipynb")}

    assert (
        laid_out
        == set(NAMES)
        >= {
            "start_here.ipynb",
            "mentorship.ipynb",
            "program.ipynb",
            "educator.ipynb",
        }
    )
