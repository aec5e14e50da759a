"""A run of thousands of reviews by a small template: whether each costs as the first.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/scale.py 5000``.
It adds so many mentorships to the demo program and reviews them with two workers, as
``ws.review`` does: planned, journaled, noted in the database, published. On the way it
looks at the CPU time of all processes, their private memory and the clock; in the end at
what lies on the disk.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
import time
from pathlib import Path
from typing import Any

import nbformat

from mentorkit.demo.building import build_workspace
from mentorkit.review.descent import below, children
from mentorkit.workspace import open_workspace
from review import private_mb


PERIOD = "2026Q3"

CODE = """
import mentorkit as mk
ws = mk.open(workspace, audience=audience, language=language)
mk.report.heading(ws.snapshot(mentorship, period, as_of=as_of))
"""

PARAMETERS = 'workspace = mentorship = period = audience = language = as_of = ""'

TICK = os.sysconf("SC_CLK_TCK")


class Marks:
    """A watcher that looks at the whole tree of processes at some counts."""

    def __init__(self, at: set[int]) -> None:
        self._at = at
        self._done = 0
        self.seen: list[tuple[int, float, float, list[float]]] = []

    def begin(self, _planned: int, _unchanged: int) -> None:
        """Begin the clock."""
        self._began = time.perf_counter()

    def done(self, outcome: Any) -> None:
        """Look, if it is time to."""
        if outcome.status != "ok":
            raise SystemExit(outcome.message)
        self._done += 1
        if self._done in self._at:
            pids = [os.getpid(), *below(os.getpid())]
            workers = sorted(map(private_mb, children(os.getpid())))
            seconds = time.perf_counter() - self._began
            self.seen.append((self._done, seconds, sum(map(cpu, pids)), workers))

    def stopping(self, _running: int) -> None:
        """Nothing stops it."""

    def end(self) -> None:
        """Nothing is left to see."""


def cpu(pid: int) -> float:
    """Return the CPU seconds of a process and of those below it that have ended."""
    with contextlib.suppress(OSError):
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, stat[11:15])) / TICK
    return 0.0


def template(folder: Path) -> Path:
    """Write the small template."""
    cells = [
        nbformat.v4.new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
        nbformat.v4.new_code_cell(CODE),
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, folder / "small.ipynb")
    return folder / "small.ipynb"


def peopled(folder: Path, count: int) -> Any:
    """Return the demo program with so many mentorships more."""
    import mentorkit as mk  # noqa: PLC0415

    build_workspace(folder).store.close()
    ws = open_workspace(folder, as_="ines")
    program = ws.programs()["handle"].iloc[0]
    for start in range(0, count, 500):
        records = []
        for number in range(start, min(start + 500, count)):
            name = f"more-{number:05}"
            records += [
                mk.Mentorship(program_id=program, handle=name, status="active"),
                mk.Member(mentorship_id=name, person_id="amara", role="mentee"),
                mk.Member(mentorship_id=name, person_id="ingrid", role="mentor"),
            ]
        ws.store.add(records, "ines")
    return ws


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=5000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as home:
        ws = peopled(Path(home, "demo"), options.count)
        marks = Marks({24, 100, 250, *range(500, options.count + 500, 500)})
        began, used = time.perf_counter(), cpu(os.getpid())
        run = ws.review(
            PERIOD,
            template=str(template(Path(home))),
            workers=options.workers,
            watcher=marks,
        )
        whole = time.perf_counter() - began
        print(
            f"{len(run.outcomes)} reviews in {whole:.0f} s, {run.seconds:.0f} of them"
        )
        print("running; the rest is planning and publishing.\n")
        print(
            "| reviews | seconds | CPU s | each since the line before | workers, MB |"
        )
        print("| ---: | ---: | ---: | ---: | --- |")
        before = (0, used)
        for count, seconds, spent, workers in marks.seen:
            each = (spent - before[1]) / (count - before[0])
            told = ", ".join(f"{size:.0f}" for size in workers)
            print(f"| {count} | {seconds:.0f} | {spent:.0f} | {each:.3f} | {told} |")
            before = (count, spent)
        files = [path for path in Path(run.folder).rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
        print(f"\n{len(files)} files, {size / 1e6:.1f} MB;")
        print(f"the database {ws.settings.database.stat().st_size / 1e6:.1f} MB.")


if __name__ == "__main__":
    main()
