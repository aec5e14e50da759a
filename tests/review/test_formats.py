"""Runs with more formats than the page: made of what is there, whole, and never stale."""

import json
import shutil
import sys

import pytest
from tests.review.conftest import SHOWS, Silence, write_template

import mentorkit as mk
from mentorkit.review.executing import review as review_one
from mentorkit.review.job import Job
from mentorkit.workspace import open_workspace


pytestmark = pytest.mark.slow

TWO = ["amara-ingrid", "arjun-ruth"]

SHOWS_ONCE = f"""
from pathlib import Path
with Path("runs.log").open("a") as runs:
    runs.write(mentorship + "\\n")
{SHOWS}
"""


@pytest.fixture(scope="module")
def made(demo_folder, tmp_path_factory):
    """A program, with a run of two pages and then one of more formats of them."""
    folder = tmp_path_factory.mktemp("formats") / "demo"
    shutil.copytree(demo_folder, folder)
    ws = open_workspace(folder)
    write_template(folder / "notebooks" / "reviews" / "small.ipynb", SHOWS_ONCE)
    review(ws)
    return ws, review(ws, "pdf", "txt")


@pytest.fixture
def ws(made, tmp_path):
    """A copy of it, to be changed."""
    shutil.copytree(made[0].folder, tmp_path / "copy")
    return open_workspace(tmp_path / "copy")


def review(ws, *formats, **asked):
    told = {"template": "small", "only": TWO, "workers": 1, "watcher": Silence()}
    return ws.review("2026Q3", formats=formats, **{**told, **asked})


def files_of(run):
    """Return the bytes of each file that may be sent, but for how long it took."""
    found = {path.name: path.read_bytes() for path in run.folder.iterdir()}
    manifest = json.loads(found["manifest.json"])
    for entry in manifest["reviews"]:
        entry["seconds"] = None
    return found | {"manifest.json": json.dumps(manifest)}


def listed(run, handle):
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    return next(each for each in manifest["reviews"] if each["handle"] == handle)


def test_formats_asked_for_later_are_made_without_running_anything_again(made, ws):
    _, run = made
    ran = (run.notebooks / "runs.log").read_text().split()

    assert [outcome.status for outcome in run.outcomes] == ["ok", "ok"]
    assert sorted(ran) == TWO, "each notebook was run once, by the first run"
    assert listed(run, TWO[0])["files"] == {
        "html": f"{TWO[0]}.html",
        "pdf": f"{TWO[0]}.pdf",
        "txt": f"{TWO[0]}.txt",
    }
    assert (run.folder / f"{TWO[0]}.pdf").read_bytes().startswith(b"%PDF-")
    assert review(ws, "pdf").planned == 0

    at_once = review(ws, "pdf", "txt", force=True)
    assert files_of(at_once) == files_of(run)


def test_a_run_that_was_stopped_or_damaged_ends_as_one_that_was_not(made, ws):
    folder = ws.folder / "reports" / "2026Q3-small" / "pair"
    (folder / f"{TWO[0]}.pdf").unlink()
    (folder / f".{TWO[1]}.pdf-abcd1234").write_bytes(b"%PDF-1.7 half")
    (folder / f"{TWO[1]}.txt").unlink()
    apart = folder.parent / "notebooks" / "pair"
    (apart / f"{TWO[1]}.ipynb").write_text("{", encoding="utf-8")

    again = review(ws, "pdf", "txt")

    assert files_of(again) == files_of(made[1])
    ran = (apart / "runs.log").read_text().split()
    assert sorted(ran) == sorted([*TWO, TWO[1]]), "only what was damaged was run again"


def test_a_file_of_an_earlier_state_does_not_stay(made, ws):
    ws.revise("people", "ingrid", name="Ingrid Another", why="married")

    run = review(ws)

    there = {path.name for path in run.folder.iterdir()}
    assert not {f"{TWO[0]}.txt", f"{TWO[0]}.pdf"} & there, "what they say is not so"
    assert {f"{TWO[1]}.txt", f"{TWO[1]}.pdf"} <= there
    assert listed(run, TWO[0])["files"] == {"html": f"{TWO[0]}.html"}
    assert listed(run, TWO[1])["files"] == listed(made[1], TWO[1])["files"]


def test_a_format_that_fails_is_told_and_harms_nothing_else(ws, monkeypatch):
    run = review(ws)
    monkeypatch.setitem(sys.modules, "typst", None)
    job = Job(
        handle=TWO[0],
        names="Two",
        template="small.ipynb",
        folder=str(run.folder),
        parameters={"audience": "pair"},
        formats=("html", "pdf", "txt"),
        kept=True,
    )
    page = (run.folder / job.page).read_bytes()

    outcome = review_one(job)

    assert outcome.status == "ok"
    assert set(outcome.files) == {"html", "txt"}
    assert "pip install 'mentorkit[pdf]'" in outcome.unmade["pdf"]
    assert (run.folder / job.page).read_bytes() == page
    run.outcomes = [outcome]
    assert run.incomplete == [outcome]


def test_a_format_that_cannot_be_had_is_refused_before_anything_runs(ws, monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(mk.ReviewError, match=r"pip install 'mentorkit\[pdf\]'"):
        review(ws, "pdf", force=True)
    with pytest.raises(mk.ReviewError, match="There is no format 'docx'"):
        review(ws, "docx")
