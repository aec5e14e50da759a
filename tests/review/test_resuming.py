"""What has not changed is not made again, and a run that was killed is gone on with."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from tests.descent import descendants
from tests.review.conftest import SHOWS, Silence, write_template

import mentorkit as mk
from by_hand import edit
from mentorkit.review.journal import NAME
from mentorkit.workspace import open_workspace


pytestmark = pytest.mark.slow

PROGRAM = "second-bench"
TWO = ["amara-ingrid", "arjun-ruth"]
FEW = [*TWO, "aroha-kenji", "bjorn-claire"]
LONG = bool(os.environ.get("MENTORKIT_LONG"))

FAILS_ONCE = """
from pathlib import Path
first = not Path("tried").exists()
Path("tried").touch()
assert not first or mentorship != "amara-ingrid", "no such tide"
"""


@pytest.fixture(scope="module")
def made(demo_folder, tmp_path_factory):
    """A program with a run of two by a small template, of which one failed."""
    place = tmp_path_factory.mktemp("made")
    shutil.copytree(demo_folder, place / "demo")
    ws = open_workspace(place / "demo")
    path = place / "demo" / "notebooks" / "reviews" / "small.ipynb"
    write_template(path, FAILS_ONCE + SHOWS)
    return ws, review(ws)


def review(ws, **asked):
    told = {"template": "small", "only": TWO, "workers": 1, "watcher": Silence()}
    return ws.review("2026Q3", **{**told, **asked})


@pytest.fixture
def ws(made, tmp_path):
    """A copy of it, to be changed."""
    shutil.copytree(made[0].folder, tmp_path / "copy")
    return open_workspace(tmp_path / "copy")


def would_make(ws, **asked):
    return review(ws, dry_run=True, **asked).missing


def test_what_is_unchanged_is_not_made_again_and_says_so(ws):
    again = review(ws)

    assert again.planned == 0
    assert list(again.frame()["unchanged"]) == [True, True]
    assert [outcome.handle for outcome in again.failed] == TWO[:1]


def test_only_what_its_readers_see_changed_is_made_again(ws):
    goals = ws.goals(mentorship=TWO[1], as_of="2026-10-07", audience="pair")
    goal = goals.iloc[0]
    early = open_workspace(ws.folder, today="2026-09-20", as_="ines")

    early.add(mk.Reflection(mentorship_id=TWO[1], text="Mine", visibility="private"))
    ws.add(mk.Reflection(mentorship_id=TWO[1], text="Later", visibility="pair"))
    assert would_make(ws) == []

    early.revise("goals", goal["goal_id"], title="Clearer", why="clearer")
    assert would_make(ws) == TWO[1:]


def test_a_name_on_a_page_that_was_changed_makes_it_anew(ws):
    ws.revise("people", "ingrid", name="Ingrid Another", why="married")

    assert would_make(ws) == TWO[:1]


@pytest.mark.parametrize(
    "changed", ["nothing", "forced", "language", "template", "parameters", "page"]
)
def test_whatever_a_review_is_made_from_makes_it_anew(ws, changed):
    asked = {"force": changed == "forced"}
    own = ws.folder / "notebooks" / "reviews" / "small.ipynb"
    if changed == "language":
        ws.language = "es"
    if changed == "template":
        write_template(own, SHOWS)
    if changed == "parameters":
        asked["parameters"] = {"threshold": 4}
    if changed == "page":
        (ws.folder / "reports" / "2026Q3-small" / "pair" / f"{TWO[1]}.html").unlink()

    expected = {"nothing": [], "page": TWO[1:]}.get(changed, TWO)
    assert would_make(ws, **asked) == expected


def test_what_failed_is_tried_again_when_asked_and_its_page_says_it_failed(ws):
    page = ws.folder / "reports" / "2026Q3-small" / "pair" / f"{TWO[0]}.html"
    assert "no such tide" in page.read_text("utf-8")

    again = review(ws, retry_failed=True)

    assert [(o.handle, o.status) for o in again.outcomes] == [(TWO[0], "ok")]
    assert "no such tide" not in page.read_text("utf-8")
    assert "no such tide" not in again.index.read_text("utf-8")


def test_each_review_that_was_made_is_a_row_and_stays_one(ws):
    lead = open_workspace(ws.folder, as_="ines")
    noted = lead.review_runs()
    review(ws)
    ws.undo()

    assert list(noted.sort_values("mentorship")["mentorship"]) == TWO
    assert dict(noted.groupby("mentorship")["status"].first()) == {
        TWO[0]: "failed",
        TWO[1]: "ok",
    }
    assert set(noted["period"]) == {"2026Q3"}
    assert noted["error"].isna().all(), "what a pair's notebook says is the pair's"
    assert len(lead.review_runs()) == len(noted)

    told = lead.review_runs(audience="pair").set_index("mentorship")["error"]
    assert "no such tide" in told[TWO[0]]


def test_reviews_are_made_where_the_database_takes_no_note_of_it(ws):
    no_more = (
        "CREATE TRIGGER no_more BEFORE INSERT ON review_runs"
        " BEGIN SELECT raise(ABORT, 'no more'); END"
    )
    edit(ws.settings.database, no_more)

    again = review(ws, retry_failed=True)

    assert [outcome.status for outcome in again.outcomes] == ["ok"]
    assert "could not be noted" in again.remark


def test_two_runs_do_not_write_into_one_folder(ws):
    told = []

    class Second(Silence):
        def done(self, _outcome):
            with pytest.raises(mk.ReviewError, match="Another run is writing") as found:
                review(ws, force=True)
            told.append(found)

    review(ws, only=TWO[1:], force=True, watcher=Second())

    assert told


def command(folder, template):
    """Return the command that reviews a whole program by a template."""
    return [
        *(sys.executable, "-m", "mentorkit", "review", "2026Q3", "-w", str(folder)),
        *("--template", str(template), "--workers", "2", "--json"),
        *((word for name in FEW for word in ("--only", name)) if not LONG else ()),
    ]


def files_of(folder):
    """Return the bytes of each file of a run, without how long anything took."""
    found = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    manifest = json.loads(found["pair/manifest.json"])
    for review in manifest["reviews"]:
        review["seconds"] = None
    return found | {"pair/manifest.json": json.dumps(manifest)}


DEEP = {"worker": 1, "parent of kernels": 2, "kernel": 3}
"""The parent of kernels is a fork of its worker, and a kernel is one of that."""


def kill(process, kind, draw):
    """Kill the run itself, or one of those that it started, if there is one now."""
    below = descendants(process.pid)
    deep = {pid: "".join(told).count("review.worker") for pid, told in below.items()}
    chosen = [pid for pid in deep if deep[pid] == DEEP.get(kind)]
    pid = process.pid if kind == "run" else chosen and draw.choice(chosen)
    if pid:
        os.kill(pid, signal.SIGKILL)


def test_a_run_killed_again_and_again_ends_as_one_that_was_not(demo, tmp_path):
    draw = random.Random(5)
    if LONG:
        for number in range(176):
            name = f"more-{number:03}"
            demo.add(mk.Mentorship(program_id=PROGRAM, handle=name, status="active"))
            demo.add(mk.Member(mentorship_id=name, person_id="amara", role="mentee"))
    template = write_template(tmp_path / "small.ipynb", SHOWS)
    calm = tmp_path / "calm"
    shutil.copytree(demo.folder, calm)
    subprocess.run(command(calm, template), check=True, capture_output=True)

    kinds = ["run", "worker", "parent of kernels", "kernel"]
    for kind in kinds * 5 if LONG else kinds[:1]:
        process = subprocess.Popen(
            command(demo.folder, template),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        begun = process.stdout.readline()
        assert begun, "it ended by itself"
        time.sleep(draw.uniform(1, 6 if LONG else 3))
        kill(process, kind, draw)
        if kind != "run":
            time.sleep(0.5)
            process.kill()
        process.stdout.close()
        process.wait()
    last = subprocess.run(
        command(demo.folder, template), check=False, capture_output=True
    )

    assert last.returncode == 0, last.stdout
    folder = demo.folder / "reports" / "2026Q3-small" / "pair"
    assert NAME not in {path.name for path in folder.iterdir()}
    assert files_of(folder.parent) == files_of(calm / "reports" / "2026Q3-small")
    noted = open_workspace(demo.folder, as_="ines").review_runs()
    made = noted[noted["status"] == "ok"]
    made = made[made["template"] == "small"]
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["reviews"]
    assert set(made["mentorship"]) == {review["handle"] for review in listed}
    assert not made.duplicated(["mentorship", "made_at"]).any()
