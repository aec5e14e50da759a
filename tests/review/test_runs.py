"""Review runs: one failure stays one failure, and what is finished is kept."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import mentorkit as mk


pytestmark = pytest.mark.slow

TWO = ["amara-ingrid", "arjun-ruth"]

SHOWS = """
from mentorkit.report import heading
import mentorkit as mk
ws = mk.open(workspace, audience=audience)
heading(ws.snapshot(mentorship, period, as_of=as_of))
"""

KILLS_THE_WORKER = """
    import os, time
    stat = open(f"/proc/{os.getppid()}/stat").read()
    os.kill(int(stat.rpartition(")")[2].split()[1]), 9)
    time.sleep(60)
"""


def outcomes(run):
    return {outcome.handle: outcome for outcome in run.outcomes}


def run_small(ws, notebook, watcher, only=TWO, **asked):
    asked = {"workers": 1, **asked}
    return ws.review("2026Q3", only=only, template=notebook, watcher=watcher, **asked)


def test_each_mentorship_gets_an_executed_notebook_and_a_page(demo, template, silence):
    run = run_small(demo, template(SHOWS), silence)

    assert not run.failed
    assert sorted(silence.heard[1:-1]) == TWO
    names = {str(p.relative_to(run.folder)) for p in run.folder.rglob("*.*")}
    assert names == {
        "index.html",
        "manifest.json",
        *(f"{handle}.html" for handle in TWO),
        *(f"notebooks/{handle}.ipynb" for handle in TWO),
    }
    index = run.index.read_text("utf-8")
    assert all(f'href="{handle}.html"' in index for handle in TWO)
    assert "Amara" in index


def test_one_failing_notebook_is_named_and_does_not_stop_the_rest(
    demo, template, silence
):
    notebook = template(
        f'if mentorship == "{TWO[0]}":\n    raise ValueError("no such tide")\n{SHOWS}'
    )

    run = run_small(demo, notebook, silence)

    found = outcomes(run)
    assert found[TWO[1]].status == "ok"
    assert found[TWO[0]].status == "failed"
    assert "no such tide" in found[TWO[0]].message
    page = (run.folder / f"{TWO[0]}.html").read_text("utf-8")
    assert "Traceback" not in page
    index = run.index.read_text("utf-8")
    assert "no such tide" in index
    executed = (run.folder / "notebooks" / f"{TWO[0]}.ipynb").read_text("utf-8")
    assert "papermill-error-cell-tag" in executed


@pytest.mark.parametrize(
    "deadly",
    ["import os; os._exit(3)", KILLS_THE_WORKER],
    ids=["kernel dies", "worker is killed"],
)
def test_a_death_is_blamed_on_its_own_review_only(demo, template, silence, deadly):
    notebook = template(f'if mentorship == "{TWO[0]}":\n    {deadly}\n{SHOWS}')

    run = run_small(demo, notebook, silence)

    found = outcomes(run)
    assert found[TWO[0]].status == "failed"
    assert found[TWO[0]].message
    assert found[TWO[1]].status == "ok"
    assert not list(run.folder.glob(".*"))


def test_a_later_run_of_one_keeps_the_others_listed(demo, template, silence):
    run_small(demo, template(SHOWS), silence)

    again = run_small(demo, template(SHOWS), silence, only=TWO[:1])

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
    folder = demo.folder / "reports" / "2026Q3-small"
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
    assert {path.stem for path in folder.glob("*.html")} == kept | {"index"}
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
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_run_is_refused_before_anything_runs(demo, asked, told):
    asked = {"period": "2026Q3", **asked}

    with pytest.raises(mk.MentorkitError, match=told):
        demo.review(asked.pop("period"), **asked)

    assert not list((demo.folder / "reports").iterdir())


def test_a_notebook_without_a_parameters_cell_is_refused(demo, tmp_path):
    (tmp_path / "plain.ipynb").write_text(
        '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}'
    )

    with pytest.raises(mk.ReviewError, match="tagged 'parameters'"):
        demo.review("2026Q3", template=str(tmp_path / "plain.ipynb"))


def test_a_workspace_keeps_its_own_variant_of_a_review(demo, template, silence):
    own = demo.folder / "notebooks" / "reviews" / "quarterly.ipynb"
    own.write_bytes(Path(template(SHOWS)).read_bytes())

    run = demo.review("2026Q3", only=TWO[:1], workers=1, watcher=silence)

    page = (run.folder / f"{TWO[0]}.html").read_text("utf-8")
    assert "Milestones" not in page
    assert not run.failed
