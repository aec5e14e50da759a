"""What collecting costs, over parsing the same files in other ways.

Run it with the environment's own Python: ``.venv/bin/python benchmarks/collect.py``.
Files of both shapes are made in a temporary folder: few cells and a picture, and many
cells. All times are CPU time of this process: every way in turn, medians of three rounds.
In each, the files are collected into a workspace that has none of them yet, and then once
more. ``--files`` sets how many files there are.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import resource
import shutil
import statistics
import string
import sys
import tempfile
import time
import warnings
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import nbformat
import orjson

import mentorkit
from mentorkit.assignments.arriving import Arriving
from mentorkit.assignments.collecting import collect, without_garbage
from mentorkit.assignments.prompt import (
    Column,
    Copy,
    Kind,
    Manifest,
    Option,
    Prompt,
    Template,
)
from mentorkit.assignments.submission import Assignments
from mentorkit.models import Person
from mentorkit.workspace import Workspace


ROUNDS = 3
READ_BY_NBFORMAT = 500
"""Files that nbformat reads; its time is told for all of them."""

PICTURE = 133_000
CELLS = 330


def scale(prompt: str) -> Prompt:
    options = tuple(Option(str(n), str(n)) for n in range(1, 6))
    starter = "\n".join(f"- [ ] {option.label}" for option in options)
    return Prompt(prompt, Kind.SCALE, prompt, f"## {prompt}", starter, options)


TEMPLATE = Template(
    "reflection",
    "1.0.0",
    "en",
    "Reflection",
    (
        *(
            Prompt(f"text-{n}", Kind.TEXT, f"{n}", f"## Question {n}", "*Write here.*")
            for n in range(4)
        ),
        scale("sure"),
        scale("safe"),
        Prompt(
            *("goals", Kind.TABLE, "Goals", "## Goals"),
            "| Goal |\n| --- |\n|  |",
            columns=(Column("goal", "Goal"),),
        ),
        Prompt("until", Kind.DATE, "Until", "## Until", "YYYY-MM-DD"),
    ),
)


def answer(prompt: Prompt, drawn: random.Random) -> str:
    words = " ".join(
        "".join(drawn.choices(string.ascii_lowercase, k=6)) for _ in range(40)
    )
    match prompt.kind:
        case Kind.SCALE:
            return prompt.starter.replace("[ ] 4", "[x] 4")
        case Kind.TABLE:
            return f"| Goal |\n| --- |\n| {words[:40]} |"
        case Kind.DATE:
            return "2026-10-05"
        case _:
            return words


def cell(cell_id: str, source: str, metadata: dict[str, Any]) -> dict[str, Any]:
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata,
        "source": source.splitlines(keepends=True),
    }


def code(number: int, outputs: list[Any]) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "id": f"code-{number}",
        "metadata": {"editable": False, "deletable": False},
        "source": [f"x = {number}\n", "print(x)\n"],
        "execution_count": number,
        "outputs": outputs,
    }


def notebook(learner: str, number: int) -> bytes:
    drawn = random.Random(number)  # noqa: S311 - the same files every time
    cells = []
    for prompt in TEMPLATE.prompts:
        marks = {"prompt": prompt.id, "role": "question"}
        locked = {"editable": False, "deletable": False, "mentorkit": marks}
        cells.append(cell(prompt.question_id, prompt.question, locked))
        marks = {"prompt": prompt.id, "role": "answer", "kind": prompt.kind.value}
        typed = {"deletable": False, "mentorkit": marks}
        cells.append(cell(prompt.id, answer(prompt, drawn), typed))
    if number % 2:
        picture = b64encode(drawn.randbytes(PICTURE)).decode()
        data = {"image/png": picture, "text/plain": ["<Figure>"]}
        output = {"output_type": "display_data", "data": data, "metadata": {}}
        cells.append(code(0, [output]))
    else:
        line = "".join(drawn.choices(string.ascii_letters, k=240)) + "\n"
        output = {"output_type": "stream", "name": "stdout", "text": [line]}
        cells += [code(n, [output]) for n in range(CELLS)]
    about = {
        "schema": 1,
        "template": TEMPLATE.name,
        "version": TEMPLATE.version,
        "assignment": "week-1",
        "learner": learner,
        "ticket": learner * 2,
    }
    return json.dumps(
        {
            "nbformat": 4,
            "nbformat_minor": 5,
            "metadata": {"mentorkit": about},
            "cells": cells,
        },
        indent=1,
    ).encode()


def cpu(work: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    gc.collect()
    begun = time.process_time()
    work()
    return time.process_time() - begun


def peak() -> float:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def tell_memory(what: str) -> None:
    print(f"{what:40} {peak():8.0f} MB", flush=True)


def tell(what: str, seconds: float, over: float | None = None) -> None:
    ratio = "" if over is None else f"  {seconds / over:6.2f} x"
    print(f"{what:40} {seconds:8.2f} s{ratio}", flush=True)


class Bench:
    """The files, and each way of reading them."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self.inbox = folder / "inbox"
        self.inbox.mkdir()
        learners = [f"learner-{n}" for n in range(count)]
        for number, learner in enumerate(learners):
            name = f"week-1--{learner}.ipynb"
            (self.inbox / name).write_bytes(notebook(learner, number))
        self.files = sorted(self.inbox.iterdir())
        copies = tuple(
            Copy(each, f"week-1--{each}.ipynb", each * 2, "") for each in learners
        )
        due = "2030-01-01T00:00:00Z"
        self.manifest = Manifest(1, "week-1", TEMPLATE, copies, due)
        self.kept = folder / "assignment.json"
        self.kept.write_bytes(msgspec.json.encode(self.manifest))
        self.program = folder / "program"
        self.ws = Workspace.create(self.program, name="Grace")
        for at in range(0, count, 1000):
            self.ws.add(*(Person(handle=h, name=h) for h in learners[at : at + 1000]))

    def start_anew(self) -> None:
        """Take a workspace in which nothing was collected yet."""
        self.ws.store.close()
        folder = self.program.with_name("collecting")
        shutil.rmtree(folder, ignore_errors=True)
        self.ws = mentorkit.open(shutil.copytree(self.program, folder))
        self.ws.submissions()  # so that no import is measured

    def parsed(self) -> None:
        with without_garbage():
            for file in self.files:
                orjson.loads(file.read_bytes())

    def hashed(self) -> None:
        for file in self.files:
            sha256(file.read_bytes()).hexdigest()

    def by_nbformat(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for file in self.files[:READ_BY_NBFORMAT]:
                nbformat.read(file, as_version=4)

    def read(self) -> None:
        arriving = Arriving([self.inbox], ["week-1"], ZoneInfo("UTC"))
        found = collect(arriving, Assignments([self.manifest]), {})
        with without_garbage():
            answered = sum(each.answered for each in found)
        if answered != self.count * len(TEMPLATE.prompts):
            raise SystemExit(f"Only {answered} answers were read.")

    def collected(self) -> None:
        self.ws.collect(self.inbox, assignment=self.kept)


def remember(bench: Bench) -> None:
    """Tell what reading and collecting take of memory, before anything else does."""
    bench.start_anew()
    tell_memory("memory at the beginning")
    bench.read()
    tell_memory("  after reading")
    bench.collected()
    tell_memory("  after collecting")


def measure(bench: Bench) -> None:
    taken: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        bench.start_anew()
        works = bench.parsed, bench.hashed, bench.read, bench.by_nbformat
        for work in works:
            taken.setdefault(work.__name__, []).append(cpu(work))
        taken.setdefault("first", []).append(cpu(bench.collected))
        taken.setdefault("again", []).append(cpu(bench.collected))
    found = {name: statistics.median(seconds) for name, seconds in taken.items()}
    slow = found["by_nbformat"] * bench.count / min(bench.count, READ_BY_NBFORMAT)
    tell("orjson.loads", found["parsed"])
    tell("sha256", found["hashed"])
    tell("reading every answer, over orjson", found["read"], found["parsed"])
    tell("ws.collect, over orjson", found["first"], found["parsed"])
    tell("ws.collect again, over sha256", found["again"], found["hashed"])
    tell("nbformat.read, over reading", slow, found["read"])
    tell("nbformat.read, over ws.collect", slow, found["first"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    asked = parser.parse_args()
    print(f"Python {platform.python_version()}, orjson {orjson.__version__}")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.files)
        size = sum(file.stat().st_size for file in bench.files) / asked.files / 1000
        print(f"{asked.files} files of {size:.0f} KB; load {os.getloadavg()[0]:.1f}")
        remember(bench)
        measure(bench)
        print(f"load at the end {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    sys.exit(main())
