"""The quarterly review of the demo program: the main job, from records to pages."""

import html
import json
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

import mentorkit as mk
from mentorkit import report
from mentorkit.demo.building import PERIOD
from mentorkit.workspace import Workspace, open_workspace


pytestmark = pytest.mark.slow

STAMPS = ("start_time", "end_time", "duration")
"""What may differ between two runs of the same review, and nothing else."""


@pytest.fixture(scope="module")
def reviewed(demo_folder, tmp_path_factory):
    """The demo program with secrets planted, and every review of its quarter run."""
    folder = tmp_path_factory.mktemp("reviewed") / "demo"
    shutil.copytree(demo_folder, folder)
    early = open_workspace(folder, today="2026-09-20")
    early.add(
        mk.Reflection(
            mentorship_id="amara-ingrid",
            text="Zaffre-private-reflection",
            visibility="private",
        ),
        mk.Session(
            mentorship_id="amara-ingrid",
            starts_at="2026-09-19T10:00+00:00",
            status="held",
            summary="Zaffre-shared-summary",
            private_note="Zaffre-private-note",
        ),
    )
    ws = open_workspace(folder)
    return ws, ws.review(PERIOD)


def test_every_mentorship_of_the_quarter_has_its_review(reviewed):
    ws, run = reviewed

    assert not run.failed, run.failed
    assert len(run.outcomes) == 24
    handles = set(ws.mentorships(audience="pair")["handle"])
    assert {path.stem for path in run.folder.glob("*.html")} == handles | {
        "index",
        "summary",
    }


def test_the_index_names_everybody_in_order_and_says_who_needs_a_call(reviewed):
    _, run = reviewed
    index = run.index.read_text("utf-8")

    names = [html.escape(outcome.names, quote=False) for outcome in run.outcomes]
    assert all(name in index for name in names)
    calls = [o for o in run.outcomes if o.facts["needs_call"]]
    assert 0 < len(calls) < 24
    assert calls[0].facts["needs_call"][0]["reason"] in html.unescape(index)


def test_pages_ask_no_network_and_run_no_script(reviewed):
    _, run = reviewed
    for path in run.folder.glob("*.html"):
        page = path.read_text("utf-8")
        assert "<script" not in page.lower()
        assert not re.search(r'(src|href)="(https?:)?//', page)
        assert "Content-Security-Policy" in page
        assert path.stat().st_size < 120_000


def test_nothing_private_is_in_a_byte_of_what_a_run_leaves(reviewed):
    _, run = reviewed
    of_run = [*run.folder.rglob("*"), *run.notebooks.rglob("*")]
    everything = b"".join(p.read_bytes() for p in of_run if p.is_file())

    assert b"Zaffre-shared-summary" not in everything
    assert b"Zaffre-private" not in everything


def test_a_page_tells_where_it_stands_and_up_to_when(reviewed):
    _, run = reviewed
    page = (run.folder / "amara-ingrid.html").read_text("utf-8")

    assert "Amara" in page
    assert "7 October 2026" in page
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    assert manifest["cut"].startswith("2026-10-07T")
    assert "/" not in manifest["template"]


def without_stamps(path):
    notebook = nbformat.read(path, as_version=4)
    for place in (notebook, *notebook.cells):
        for stamp in STAMPS:
            place.metadata.get("papermill", {}).pop(stamp, None)
        place.metadata.pop("execution", None)
    return nbformat.writes(notebook)


def test_the_same_records_give_the_same_bytes_in_another_place(
    reviewed, tmp_path, monkeypatch
):
    ws, run = reviewed
    shutil.copytree(ws.folder, tmp_path / "elsewhere")
    shutil.rmtree(tmp_path / "elsewhere" / "reports" / PERIOD)
    monkeypatch.chdir(tmp_path)
    only = ["amara-ingrid", "yusuf-helena"]

    again = mk.open(tmp_path / "elsewhere").review(PERIOD, only=only, workers=1)

    for handle in only:
        first, second = run.folder, again.folder
        page = f"{handle}.html"
        assert (first / page).read_bytes() == (second / page).read_bytes()
        first, second = run.notebooks, again.notebooks
        notebook = f"{handle}.ipynb"
        assert without_stamps(first / notebook) == without_stamps(second / notebook)
        assert str(tmp_path) not in (second / notebook).read_text("utf-8")


def test_plain_papermill_gives_the_same_page_by_kernels_of_its_own(reviewed, tmp_path):
    ws, run = reviewed
    output = tmp_path / "out.ipynb"
    manifest = json.loads((run.folder / "manifest.json").read_text("utf-8"))
    subprocess.run(
        [
            *(sys.executable, "-m", "papermill"),
            str(ws.folder / "notebooks" / "reviews" / "quarterly.ipynb"),
            str(output),
            *("-p", "workspace", str(ws.folder)),
            *("-p", "mentorship", "amara-ingrid"),
            *("-p", "period", PERIOD),
            *("-p", "as_of", manifest["cut"]),
            "--no-progress-bar",
        ],
        check=True,
        capture_output=True,
    )

    plain = nbformat.read(output, as_version=4)
    made = nbformat.read(run.notebooks / "amara-ingrid.ipynb", as_version=4)
    assert "<svg" in output.read_text("utf-8")
    report.finish(plain)
    page = (run.folder / "amara-ingrid.html").read_text("utf-8")
    assert report.page(plain, audience="pair") == page
    assert shown(plain) == shown(made)


def shown(notebook):
    """Return what people see of a notebook that was run."""
    return [
        (cell.source, cell.get("execution_count"), cell.get("outputs"))
        for cell in notebook.cells
        if "injected-parameters" not in cell.metadata.get("tags", [])
    ]


@pytest.mark.parametrize("notebook", ["start_here", "mentorship"])
def test_the_shipped_notebooks_run_from_top_to_bottom(demo, executed, notebook):
    made = executed(demo.folder / "notebooks" / f"{notebook}.ipynb")

    assert all(cell.execution_count for cell in made.cells if cell.cell_type == "code")


def test_a_newcomers_first_notebook_ends_with_a_first_review(tmp_path, executed):
    ws = Workspace.create(tmp_path / "mine", name="Grace Hopper")

    made = executed(ws.folder / "notebooks" / "start_here.ipynb")

    assert list(ws.mentorships()["handle"]) == ["ada-grace"]
    (page,) = (ws.folder / "reports").glob("*/pair/ada-grace.html")
    assert "Ada Lovelace" in page.read_text("utf-8")
    link = f"reports/{page.parent.parent.name}/pair/ada-grace.html"
    assert link in nbformat.writes(made)
