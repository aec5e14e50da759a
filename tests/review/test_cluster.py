"""Reviews on a real Dask cluster: a scheduler and two workers on loopback."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack

import pytest
from tests.descent import descendants
from tests.review.conftest import SHOWS, Silence, write_template

import mentorkit as mk
from mentorkit.review.places import FileStore


pytestmark = pytest.mark.slow

LONG = bool(os.environ.get("MENTORKIT_LONG"))
ENOUGH = 100 if LONG else 12


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """The address of a scheduler, and its two workers."""
    place = tmp_path_factory.mktemp("cluster")
    told = place / "scheduler.json"
    here = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(told)]
    with ExitStack() as running:

        def start(*words):
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *words, *here],
                cwd=place,
                stderr=subprocess.DEVNULL,
            )
            running.callback(end, process)
            return process

        start("scheduler", "--port", "0")
        for _ in range(300):
            if told.exists() and told.stat().st_size:
                break
            time.sleep(0.1)
        workers = [start("worker", "--nthreads", "1") for _ in range(2)]
        yield json.loads(told.read_text())["address"], workers


def end(process):
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def test_a_worker_that_is_killed_costs_no_review_and_makes_none_twice(
    demo, cluster, tmp_path
):
    address, workers = cluster
    names = list(demo.mentorships(audience="pair")["handle"])[:ENOUGH]
    for number in range(ENOUGH - len(names)):
        name = f"more-{number:03}"
        demo.add(mk.Mentorship(program_id="second-bench", handle=name))
        names.append(name)
    template = write_template(tmp_path / "small.ipynb", SHOWS)

    class Killer(Silence):
        def done(self, outcome):
            super().done(outcome)
            if len(self.heard) == 1 + ENOUGH // 3:
                running = [
                    pid
                    for pid, (command, _) in descendants(workers[0].pid).items()
                    if "spawn_main" in command
                ]
                assert running, "the worker was there"
                for pid in running:
                    os.kill(pid, signal.SIGKILL)

    watcher = Killer()
    out = f"file://{tmp_path}/out"
    asked = {"only": names, "template": template, "out": out, "watcher": watcher}
    asked["formats"] = ["csv"]
    run = demo.review("2026Q3", dask=address, **asked)

    assert [(o.handle, o.status) for o in run.outcomes] == [
        (name, "ok") for name in sorted(names)
    ]
    assert sorted(watcher.heard[1:-1]) == sorted(names)
    place = FileStore(f"{out}/pair")
    endings = (".html", ".zip")
    assert place.names() == {f"{name}{end}" for name in names for end in endings} | {
        *("index.html", "summary.html", "manifest.json")
    }
    pages = [place.read(f"{name}.html") for name in names]
    assert all(page.rstrip().endswith("</html>") for page in pages)
    again = demo.review("2026Q3", dry_run=True, **asked)
    assert again.missing == []


@pytest.mark.parametrize(
    ("address", "told"),
    [("tcp://127.0.0.1:9", "No Dask workers at"), ("10.0.0.5", "no Dask scheduler's")],
)
def test_where_no_scheduler_answers_is_said_in_words(demo, monkeypatch, address, told):
    monkeypatch.setattr("mentorkit.review.cluster.CONNECT_SECONDS", 1)

    with pytest.raises(mk.ReviewError, match=told):
        demo.review("2026Q3", dask=address)


def test_files_of_a_file_store_come_and_go_whole():
    place = FileStore("memory://reviews/2026Q3/pair")

    place.apart.write("a.ipynb", "{}")
    place.write("a.html", "é")
    place.write("a.pdf", b"%PDF-\xff")

    assert place.names() == {"a.html", "a.pdf"}
    assert place.apart.where == "memory://reviews/2026Q3/notebooks/pair"
    assert place.apart.names() == {"a.ipynb"}
    assert place.read("a.html") == "é"
    place.remove("a.html")
    place.remove("a.html")
    assert place.read("a.html") is None


def test_a_store_that_nobody_knows_is_refused_before_anything_runs(demo):
    with pytest.raises(mk.ReviewError, match="cannot be written to"):
        demo.review("2026Q3", out="nowhere://bucket/reviews")
