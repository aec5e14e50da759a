"""What a review costs: its notebook to its page, on forked kernels and on papermill's.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/review.py``. CPU
seconds are those of all processes of a run (``wait4``), so that they hold on a busy
machine, too; the two ways take turns. "Each further one" leaves out what a process
costs once: the difference of a long run and a run of one, over the reviews between.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path


ENGINES = {"papermill's own engine": "nbclient", "forked kernels": "mentorkit"}
PERIOD = "2026Q3"


def make_reviews(workspace: str, engine: str, count: int) -> None:
    """Run reviews as one worker process does, with either engine."""
    os.environ["MENTORKIT_DEFER_SVG"] = "1"
    if engine == "mentorkit":
        from mentorkit import startup  # noqa: PLC0415
        from mentorkit.review.forking import shared  # noqa: PLC0415
        from mentorkit.review.worker import WARM  # noqa: PLC0415

        shared.warm(WARM)
        startup.put_off_parsers()
    import mentorkit as mk  # noqa: PLC0415
    from mentorkit.review import engine as ours  # noqa: PLC0415
    from mentorkit.review.executing import review  # noqa: PLC0415
    from mentorkit.review.job import Job  # noqa: PLC0415

    ours.NAME = engine
    handles = sorted(mk.open(workspace).mentorships(audience="pair")["handle"])
    template = Path(workspace, "notebooks", "reviews", "quarterly.ipynb")
    asked = {"workspace": workspace, "period": PERIOD, "audience": "pair"}
    for handle in handles[:count]:
        parameters = asked | {"mentorship": handle}
        folder = str(Path(workspace, "reports", engine))
        outcome = review(Job(handle, handle, str(template), folder, parameters))
        if outcome.status != "ok":
            sys.exit(outcome.message)


def measured(command: list[str]) -> tuple[float, float]:
    """Return CPU seconds of a command and all that it starts, and wall seconds."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed")
    return used.ru_utime + used.ru_stime, time.perf_counter() - began


def told(values: list[float]) -> str:
    """Return a median and its range."""
    middle = statistics.median(values)
    return f"{middle:.2f} ({min(values):.2f} to {max(values):.2f})"


def compare(
    run: Callable[[str, int], tuple[float, float]], options: argparse.Namespace
) -> None:
    """Let both ways take turns, and print a table."""
    first: dict[str, list[float]] = {name: [] for name in ENGINES}
    further: dict[str, list[float]] = {name: [] for name in ENGINES}
    for _ in range(options.rounds):
        for name, engine in ENGINES.items():
            one, _ = run(engine, 1)
            many, _ = run(engine, options.count)
            first[name].append(one)
            further[name].append((many - one) / (options.count - 1))
    print("| way | a run of one, CPU s | each further one, CPU s |")
    print("| --- | ---: | ---: |")
    for name in ENGINES:
        print(f"| {name} | {told(first[name])} | {told(further[name])} |")
    stock, forked = ENGINES
    for what, found in (("a run of one", first), ("each further one", further)):
        ratios = [a / b for a, b in zip(found[stock], found[forked], strict=True)]
        print(f"\n{stock} over {forked}, {what}: {told(ratios)}.")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=6, help="reviews in a long run")
    parser.add_argument("--only", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.only:
        workspace, engine, count = options.only
        make_reviews(workspace, engine, int(count))
        return
    names = ("papermill", "nbclient", "ipykernel", "nbconvert", "altair", "pandas")
    print(f"Python {platform.python_version()},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in names) + "\n")
    with tempfile.TemporaryDirectory() as home:
        from mentorkit.demo.building import build_workspace  # noqa: PLC0415

        build_workspace(Path(home, "demo")).store.close()
        this = [sys.executable, __file__, "--only", str(Path(home, "demo"))]
        compare(lambda engine, count: measured([*this, engine, str(count)]), options)


if __name__ == "__main__":
    main()
