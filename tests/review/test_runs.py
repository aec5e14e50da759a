"""Review runs: one failure stays one failure, and what is finished is kept."""

import datetime as dt
import json
import math
import shutil
import signal
import subprocess
import sys
import time

import nbformat
import numpy as np
import pytest
from tests.review.conftest import SHOWS, Silence, write_template

import mentorkit as mk
from mentorkit.workspace import open_workspace


pytestmark = pytest.mark.slow

TWO = ["amara-ingrid", "arjun-ruth"]
FOUR = [*TWO, "aroha-kenji", "yusuf-helena"]

FATES = """
import os, time
if mentorship == "amara-ingrid":
    raise ValueError("no such tide")
if mentorship == "arjun-ruth":
    os._exit(3)
if mentorship == "yusuf-helena":  # kills the worker
    stat = open(f"/proc/{os.getppid()}/stat").read()
    os.kill(int(stat.rpartition(")")[2].split()[1]), 9)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def place(demo_folder, tmp_path_factory):
    """Return a function that gives a fresh copy of the demo program."""

    def copied():
        folder = tmp_path_factory.mktemp("runs") / "demo"
        shutil.copytree(demo_folder, folder)
        return open_workspace(folder)

    return copied


@pytest.fixture(scope="module")
def reviewed(place):
    """A run of two, by the workspace's own variant of the review, and who watched it."""
    ws, watcher = place(), Silence()
    own = ws.folder / "notebooks" / "reviews" / "quarterly.ipynb"
    write_template(own, SHOWS)
    return ws, watcher, ws.review("2026Q3", only=TWO, workers=1, watcher=watcher)


@pytest.fixture(scope="module")
def unlucky(place, tmp_path_factory):
    """A run in which three of four notebooks fail, each in its own way."""
    notebook = tmp_path_factory.mktemp("unlucky") / "small.ipynb"
    asked = {"only": FOUR, "workers": 1, "watcher": Silence()}
    template = write_template(notebook, FATES + SHOWS)
    return place().review("2026Q3", template=template, **asked)


def test_each_mentorship_gets_an_executed_notebook_and_a_page(reviewed):
    _, watcher, run = reviewed

    assert not run.failed
    assert sorted(watcher.heard[1:-1]) == TWO
    whole = run.folder.parent
    names = {str(p.relative_to(whole)) for p in whole.rglob("*.*")}
    assert names == {
        "pair/index.html",
        "pair/summary.html",
        "pair/manifest.json",
        *(f"pair/{handle}.html" for handle in TWO),
        *(f"notebooks/pair/{handle}.ipynb" for handle in TWO),
    }
    index = run.index.read_text("utf-8")
    assert all(f'href="{handle}.html"' in index for handle in TWO)
    assert "Amara" in index


def test_a_workspace_keeps_its_own_variant_of_a_review(reviewed):
    _, _, run = reviewed

    executed = nbformat.read(run.notebooks / f"{TWO[0]}.ipynb", as_version=4)

    assert executed.cells[-1].source == SHOWS


def test_one_failing_notebook_is_named_and_does_not_stop_the_rest(unlucky):
    found = {outcome.handle: outcome for outcome in unlucky.outcomes}

    assert {handle: outcome.status for handle, outcome in found.items()} == {
        "amara-ingrid": "failed",
        "arjun-ruth": "lost",
        "aroha-kenji": "ok",
        "yusuf-helena": "lost",
    }
    assert "no such tide" in found["amara-ingrid"].message
    page = (unlucky.folder / "amara-ingrid.html").read_text("utf-8")
    assert "Traceback" not in page
    index = unlucky.index.read_text("utf-8")
    assert "no such tide" in index
    executed = (unlucky.notebooks / "amara-ingrid.ipynb").read_text("utf-8")
    assert "papermill-error-cell-tag" in executed


def test_a_death_is_told_on_its_own_review_and_leaves_no_half_files(unlucky):
    found = {outcome.handle: outcome for outcome in unlucky.outcomes}

    assert "DeadKernelError" in found["arjun-ruth"].message
    assert "DeadKernelError" in (unlucky.folder / "arjun-ruth.html").read_text("utf-8")
    assert "ended unexpectedly" in found["yusuf-helena"].message
    page = (unlucky.folder / "yusuf-helena.html").read_text("utf-8")
    assert "ended unexpectedly" in page
    assert not list(unlucky.folder.glob(".*"))


def test_a_later_run_of_one_keeps_the_others_listed(reviewed):
    ws, _, _ = reviewed

    again = ws.review("2026Q3", only=TWO[:1], workers=1, watcher=Silence())

    manifest = json.loads((again.folder / "manifest.json").read_text("utf-8"))
    assert [entry["handle"] for entry in manifest["reviews"]] == TWO


def test_an_interrupt_finishes_what_runs_and_keeps_what_is_done(demo, template):
    notebook = template(f"import time; time.sleep(1)\n{SHOWS}")
    command = [sys.executable, "-m", "mentorkit", "review", "2026Q3", "-w"]
    process = subprocess.Popen(
        [*command, str(demo.folder), "--template", notebook, "--workers", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    folder = demo.folder / "reports" / "2026Q3-small" / "pair"
    for _ in range(600):
        if list(folder.glob("*.html")):
            break
        time.sleep(0.1)

    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=60)

    assert process.returncode == 130, said
    assert "Stopped" in said
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    kept = {entry["handle"] for entry in manifest["reviews"]}
    assert 1 <= len(kept) < 24
    assert {path.stem for path in folder.glob("*.html")} == {*kept, "index", "summary"}
    assert all((folder / f"{handle}.html").stat().st_size > 1000 for handle in kept)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"period": "2026Q7"}, "such as 2026Q3"),
        ({"only": ["amara"]}, "Did you mean 'amara-ingrid'"),
        ({"template": "quartely"}, "Did you mean 'quarterly'"),
        ({"template": "nowhere.ipynb"}, "There is no notebook"),
        ({"audience": "world"}, "pair, program"),
        ({"period": "2031Q1"}, "has not begun"),
        ({"period": "2020Q1"}, "No mentorship ran"),
        ({"as_of": "soon"}, "'soon' is not a day"),
        ({"parameters": {"x; import os": 1}}, "cannot be called"),
        ({"parameters": {"period": "2026Q4"}}, "The run itself says"),
        ({"parameters": {"colour": "red"}}, "has no parameter 'colour'"),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_run_is_refused_before_anything_runs(demo, asked, told):
    asked = {"period": "2026Q3", **asked}

    with pytest.raises(mk.MentorkitError, match=told):
        demo.review(asked.pop("period"), **asked)

    assert not list((demo.folder / "reports").iterdir())


@pytest.mark.parametrize(
    "value",
    [dt.date(2026, 9, 30), math.nan, (1, 2), {1: "a"}, [{"a": math.inf}], np.int64(3)],
    ids=repr,
)
def test_a_value_that_a_notebook_cannot_be_given_is_refused(demo, template, value):
    asked = {"template": template("1"), "parameters": {"threshold": value}}

    with pytest.raises(mk.ReviewError, match="'threshold' cannot be"):
        demo.review("2026Q3", **asked)


def test_a_run_tells_programs_what_happens_as_it_happens(demo, template):
    notebook = template(f"assert threshold == [1, 'é'], threshold\n{SHOWS}")
    command = [sys.executable, "-m", "mentorkit", "review", "2026Q3", "--json"]
    asked = ["--only", TWO[0], "-p", "threshold", '[1, "é"]', "--template", notebook]

    done = subprocess.run(
        [*command, "-w", str(demo.folder), *asked], check=True, capture_output=True
    )

    begun, review, ended = map(json.loads, done.stdout.splitlines())
    assert begun == {"event": "begin", "planned": 1, "unchanged": 0}
    assert (review["event"], review["handle"], review["status"], ended) == (
        *("review", TWO[0], "ok"),
        {"event": "end"},
    )


def test_a_notebook_without_a_parameters_cell_is_refused(demo, tmp_path):
    (tmp_path / "plain.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )

    with pytest.raises(mk.ReviewError, match="tagged 'parameters'"):
        demo.review("2026Q3", template=str(tmp_path / "plain.ipynb"))
