"""What a review costs, from its notebook to its page, by the ways that people use.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/review.py``. All
ways make the same pages of the demo program, by a notebook of four charts and three
tables (``four_charts.ipynb``) or, with ``--notebook quarterly``, by the quarterly review. CPU seconds are those
of all processes of a run (``wait4``), so that they hold on a busy machine, too; the ways
take turns. "Each further one" leaves out what a process costs once: the difference of a
long run and a short one, over the reviews between.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from mentorkit.review.descent import children


PERIOD = "2026Q3"
CUT = "2026-10-07T22:59:59.999999+00:00"
TEMPLATES = {
    "four_charts": Path(__file__).with_name("four_charts.ipynb"),
    "quarterly": Path(__file__).parents[1]
    / "notebooks"
    / "reviews"
    / "quarterly.ipynb",
}


class Bench:
    """A demo program, and a folder for what is made of it."""

    def __init__(self, workspace: Path, notebook: str) -> None:
        self.workspace = workspace
        self.out = workspace / "reports" / "bench"
        self.notebook = notebook
        self.template = TEMPLATES[notebook]

    def command(self, way: str, count: int) -> list[str]:
        """Return the command that lets one way make so many."""
        here = [sys.executable, __file__, str(self.workspace)]
        return [*here, "--notebook", self.notebook, "--way", way, "--count", str(count)]

    def parameters(self, handle: str) -> dict[str, Any]:
        where = {"workspace": str(self.workspace), "mentorship": handle}
        return where | {"period": PERIOD, "audience": "pair", "as_of": CUT}

    def reviews(self, count: int) -> Iterator[tuple[str, str]]:
        """Give as many names and handles as are wanted, the same ones again and again."""
        import mentorkit as mk  # noqa: PLC0415

        with contextlib.closing(mk.open(self.workspace).store) as store:
            handles = sorted(row["handle"] for row in store.rows("mentorships"))
        self.out.mkdir(parents=True, exist_ok=True)
        for number, handle in enumerate(islice(cycle(handles), count)):
            yield f"{handle}-{number}", handle


def shell_loop(bench: Bench, count: int) -> None:
    """Two commands a review."""
    tools = Path(sys.executable).parent
    for name, handle in bench.reviews(count):
        made = str(bench.out / f"{name}.ipynb")
        words = [w for p in bench.parameters(handle).items() for w in ("-p", *p)]
        run = [str(tools / "papermill"), str(bench.template), made, *words]
        subprocess.run(
            [*run, "--no-progress-bar"], check=True, stderr=subprocess.DEVNULL
        )
        page = [str(tools / "jupyter"), "nbconvert", "--to", "mentorkit", made]
        subprocess.run(page, check=True, stderr=subprocess.DEVNULL)


def one_process(bench: Bench, count: int) -> None:
    """papermill.execute_notebook in a loop, and one exporter."""
    import papermill  # noqa: PLC0415

    from mentorkit.report.exporter import ReviewExporter  # noqa: PLC0415

    exporter = ReviewExporter()
    for name, handle in bench.reviews(count):
        asked = {"parameters": bench.parameters(handle), "progress_bar": False}
        made = papermill.execute_notebook(
            bench.template, bench.out / f"{name}.ipynb", **asked
        )
        page, _ = exporter.from_notebook_node(made)
        (bench.out / f"{name}.html").write_text(page, "utf-8")


def two_processes(bench: Bench, count: int) -> None:
    """The same, in two processes side by side."""
    counts = (count - count // 2, count // 2)
    running = [subprocess.Popen(bench.command("one_process", n)) for n in counts if n]
    for process in running:
        process.wait()


def nbconvert_execute(bench: Bench, count: int) -> None:
    """``jupyter nbconvert --execute`` of a notebook with the parameters written in."""
    import nbformat  # noqa: PLC0415
    from papermill.iorw import load_notebook_node  # noqa: PLC0415
    from papermill.parameterize import parameterize_notebook  # noqa: PLC0415

    jupyter = str(Path(sys.executable).parent / "jupyter")
    for name, handle in bench.reviews(count):
        read = load_notebook_node(str(bench.template))
        filled = parameterize_notebook(read, bench.parameters(handle))
        made = bench.out / f"{name}.ipynb"
        nbformat.write(filled, made)
        command = [jupyter, "nbconvert", "--execute", "--to", "mentorkit", str(made)]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def ploomber(bench: Bench, count: int) -> None:
    """ploomber-engine: in one process, nothing isolated."""
    from ploomber_engine import execute_notebook  # noqa: PLC0415

    from mentorkit.report.exporter import ReviewExporter  # noqa: PLC0415

    exporter = ReviewExporter()
    for name, handle in bench.reviews(count):
        made = execute_notebook(
            bench.template,
            bench.out / f"{name}.ipynb",
            parameters=bench.parameters(handle),
            progress_bar=False,
        )
        page, _ = exporter.from_notebook_node(made)
        (bench.out / f"{name}.html").write_text(page, "utf-8")


def limit(bench: Bench, count: int) -> None:
    """The same cells again and again in one warm process, one write, one warm export."""
    os.environ["MENTORKIT_DEFER_SVG"] = "1"
    from mentorkit import startup  # noqa: PLC0415

    startup.put_off_parsers()
    import nbformat  # noqa: PLC0415
    from IPython.core.interactiveshell import InteractiveShell  # noqa: PLC0415
    from IPython.utils.capture import capture_output  # noqa: PLC0415

    from mentorkit import report  # noqa: PLC0415

    shell = InteractiveShell.instance()
    template = nbformat.read(bench.template, 4)
    for name, handle in bench.reviews(count):
        made = nbformat.from_dict(template)
        for cell in made.cells:
            if cell.cell_type != "code":
                continue
            with capture_output():
                result = shell.run_cell(cell.source)
            result.raise_error()
            if "parameters" in cell.metadata.get("tags", []):
                shell.push(bench.parameters(handle))
            cell.outputs = []
            if result.result is not None:
                data, metadata = shell.display_formatter.format(result.result)
                cell.outputs.append(
                    nbformat.v4.new_output("display_data", data, metadata=metadata)
                )
        report.finish(made)
        (bench.out / f"{name}.html").write_text(report.page(made, audience="pair"))
        nbformat.write(made, bench.out / f"{name}.ipynb")


def ours(workers: int) -> Callable[[Bench, int], None]:
    """Return a run of mentorkit's on so many worker processes."""

    def run_ours(bench: Bench, count: int) -> None:
        from mentorkit.review.job import Job  # noqa: PLC0415
        from mentorkit.review.places import place_of  # noqa: PLC0415
        from mentorkit.review.planning import Plan  # noqa: PLC0415
        from mentorkit.review.processes import Processes  # noqa: PLC0415
        from mentorkit.review.run import run  # noqa: PLC0415
        from mentorkit.review.watching import Lines  # noqa: PLC0415

        folder = str(bench.out)
        jobs = [
            Job(name, handle, str(bench.template), folder, bench.parameters(handle))
            for name, handle in bench.reviews(count)
        ]
        watcher = Lines(lambda _line: None)
        done = run(
            Plan(jobs, [], []), place_of(folder), Processes(workers, {}), watcher
        )
        if done.failed:
            sys.exit(done.failed[0].message)

    run_ours.__doc__ = "mentorkit review."
    return run_ours


WAYS: dict[str, tuple[str, Callable[[Bench, int], None], tuple[int, int]]] = {
    "shell_loop": ("shell loop: papermill, jupyter nbconvert", shell_loop, (1, 3)),
    "nbconvert_execute": ("jupyter nbconvert --execute", nbconvert_execute, (1, 3)),
    "one_process": ("papermill.execute_notebook, one process", one_process, (1, 5)),
    "two_processes": ("the same, two processes", two_processes, (2, 8)),
    "ploomber": ("ploomber-engine, nothing isolated", ploomber, (1, 9)),
    "limit": ("the limit: one warm process", limit, (1, 25)),
    "ours_1": ("mentorkit review, one worker", ours(1), (1, 25)),
    "ours_2": ("mentorkit review, two workers", ours(2), (2, 100)),
}
"""Each way's name, what it does, and of how many reviews its short and long runs are."""


def measured(bench: Bench, way: str, count: int) -> tuple[float, float]:
    """Return CPU seconds of a run with all that it starts, and wall seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(bench.command(way, count))
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{way} failed")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began


def told(values: list[float], digits: int = 2) -> str:
    """Return a median and its range."""
    middle = statistics.median(values)
    if len(values) == 1:
        return f"{middle:.{digits}f}"
    low, high = min(values), max(values)
    return f"{middle:.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def compare(bench: Bench, ways: list[str], rounds: int) -> None:
    """Let the ways take turns, and print a table."""
    once: dict[str, list[float]] = {way: [] for way in ways}
    each: dict[str, list[float]] = {way: [] for way in ways}
    rate: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(rounds):
        for way in ways:
            short, long = WAYS[way][2]
            few, began = measured(bench, way, short)
            many, ended = measured(bench, way, long)
            once[way].append(few)
            each[way].append((many - few) / (long - short))
            rate[way].append(60 * (long - short) / max(ended - began, 0.001))
    print(
        "| way | first run, CPU s | each further one, CPU s | further ones a minute |"
    )
    print("| --- | ---: | ---: | ---: |")
    for way in ways:
        cells = (told(once[way], 1), told(each[way]), told(rate[way], 0))
        print(f"| {WAYS[way][0]} | {' | '.join(cells)} |")
    for way in ways:
        if way != "ours_2" and "ours_2" in ways:
            pairs = list(zip(each[way], each["ours_2"], strict=True))
            speeds = list(zip(rate["ours_2"], rate[way], strict=True))
            print(
                f"\n{WAYS[way][0]}: {told([a / b for a, b in pairs], 1)} times the CPU of"
                f" mentorkit's two workers, which make"
                f" {told([a / b for a, b in speeds], 1)} times as many a minute."
            )


def memory(bench: Bench, count: int) -> None:
    """Print what a kernel has for itself, and what a long run grows by."""
    process = subprocess.Popen(bench.command("ours_1", count))
    private: list[float] = []
    workers: list[float] = []
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(0.3):
            for pid, words, above in below(process.pid):
                # A worker's parent of kernels is a fork of it, and a kernel one of that.
                depth = (above + words).count("review.worker")
                if depth == 3:
                    private.append(private_mb(pid))
                elif depth == 1:
                    workers.append(private_mb(pid))

    looking = threading.Thread(target=look)
    looking.start()
    process.wait()
    ended.set()
    looking.join()
    tenth = max(len(workers) // 10, 1)
    print(
        f"{count} reviews by one worker: a kernel's private memory at most"
        f" {max(private):.0f} MB; the worker's {statistics.median(workers[tenth : 2 * tenth]):.0f}"
        f" MB in the second tenth of the run, {statistics.median(workers[-tenth:]):.0f} MB"
        " in the last."
    )


def below(pid: int, words: str = "") -> Iterator[tuple[int, str, str]]:
    """Give the processes below one, with their commands and those above them."""
    for child in children(pid):
        with contextlib.suppress(OSError):  # it has ended
            own = Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ")
            yield child, own, words
            yield from below(child, words + own)


def private_mb(pid: int) -> float:
    """Return what a process shares with nobody."""
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(n.split()[1]) for n in lines if n.startswith("Private")) / 1024
    return 0.0


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("workspace", nargs="?", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--notebook", choices=list(TEMPLATES), default="four_charts")
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS))
    parser.add_argument("--memory", type=int, metavar="COUNT", help="only this")
    parser.add_argument("--way", choices=list(WAYS), help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, default=1, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        bench = Bench(options.workspace, options.notebook)
        WAYS[options.way][1](bench, options.count)
        return
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    names = ("papermill", "nbclient", "ipykernel", "nbconvert", "altair", "pandas")
    print(f"Python {platform.python_version()},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in names) + "\n")
    with tempfile.TemporaryDirectory() as home:
        from mentorkit.demo.building import build_workspace  # noqa: PLC0415

        bench = Bench(Path(home, "demo"), options.notebook)
        build_workspace(bench.workspace).store.close()
        if options.memory:
            memory(bench, options.memory)
            return
        ways = [
            w for w in options.ways if w != "ploomber" or find_spec("ploomber_engine")
        ]
        compare(bench, ways, options.rounds)


if __name__ == "__main__":
    main()
