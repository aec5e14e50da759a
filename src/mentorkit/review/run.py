"""Running many reviews on a few worker processes, stoppable at any moment.

Hands out jobs and gathers outcomes; what a worker does is in ``worker``.
"""

from __future__ import annotations

import contextlib
import html
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Protocol
from urllib.parse import quote

import pandas as pd

from mentorkit.i18n import N_, translate
from mentorkit.review.job import Job, Outcome


class Watcher(Protocol):
    """Something that is told how a run goes, such as a progress bar."""

    def begin(self, total: int) -> None:
        """Hear how many reviews there are."""

    def done(self, outcome: Outcome) -> None:
        """Hear how one went."""

    def stopping(self, running: int) -> None:
        """Hear that the run stops once those that run are finished."""

    def end(self) -> None:
        """Hear that no more will come."""


@dataclass(slots=True)
class Run:
    """How a run went.

    Attributes
    ----------
    folder : pathlib.Path
        Where its files are.
    outcomes : list of Outcome
        One for each review that was finished, by handle.
    planned : int
        How many there were to run.
    seconds : float
        How long it all took.
    """

    folder: Path
    outcomes: list[Outcome] = field(default_factory=list)
    planned: int = 0
    seconds: float = 0.0

    @property
    def failed(self) -> list[Outcome]:
        """The reviews that went wrong."""
        return [outcome for outcome in self.outcomes if outcome.status == "failed"]

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were run."""
        return len(self.outcomes) < self.planned

    @property
    def index(self) -> Path:
        """The page that lists them."""
        return self.folder / "index.html"

    def frame(self) -> pd.DataFrame:
        """Return one row a review: ``handle``, ``status``, ``seconds``, ``message``."""
        columns = ["handle", "names", "status", "seconds", "message", "page"]
        rows = [[getattr(o, name) for name in columns] for o in self.outcomes]
        return pd.DataFrame(rows, columns=columns)

    def __repr__(self) -> str:
        good = len(self.outcomes) - len(self.failed)
        text = f"{good} of {self.planned} reviews in {self.folder}"
        return text + (f", {len(self.failed)} failed" if self.failed else "")

    def _repr_html_(self) -> str:
        """Show a notebook what was made, with links to each page."""
        items = "".join(
            f"<li>{_link(self.folder / o.page, o.names)}{_failure(o)}</li>"
            for o in self.outcomes
        )
        index = _link(self.index, translate(N_("All reviews of this run")))
        return f"<p>{html.escape(repr(self))}.</p><ul>{items}<li>{index}</li></ul>"


def _link(path: Path, text: str) -> str:
    """Return a link that a notebook beside it can follow."""
    href = quote(Path(os.path.relpath(path)).as_posix())
    return f'<a href="{href}" target="_blank">{html.escape(text)}</a>'


def _failure(outcome: Outcome) -> str:
    return f": {html.escape(outcome.message)}" if outcome.status == "failed" else ""


def run(
    jobs: Iterable[Job],
    folder: Path,
    *,
    workers: int,
    watcher: Watcher,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run jobs on worker processes, which are told of an ``environment`` of theirs.

    An interrupt (Ctrl-C) lets the reviews that run be finished and starts no more; a
    second one ends those as well. Either way what is finished is kept, and the
    result's ``stopped`` says that some are missing.
    """
    queue: SimpleQueue[Job] = SimpleQueue()
    planned = 0
    for job in jobs:
        queue.put(job)
        planned += 1
    result = Run(folder, planned=planned)
    began = time.perf_counter()
    outcomes: SimpleQueue[Outcome] = SimpleQueue()
    stop = threading.Event()
    crew = [
        _Worker(queue, outcomes, stop, environment or {})
        for _ in range(max(1, min(workers, planned)))
    ]
    watcher.begin(planned)
    for worker in crew:
        worker.start()
    try:
        _gather(crew, outcomes, result, watcher)
    except KeyboardInterrupt:
        stop.set()
        watcher.stopping(sum(worker.is_alive() for worker in crew))
        try:
            _gather(crew, outcomes, result, watcher)
        except KeyboardInterrupt:
            for worker in crew:
                worker.kill()
    finally:
        watcher.end()
    result.outcomes.sort(key=lambda outcome: outcome.handle)
    result.seconds = time.perf_counter() - began
    return result


def _gather(
    crew: list[_Worker],
    outcomes: SimpleQueue[Outcome],
    result: Run,
    watcher: Watcher,
) -> None:
    while True:
        alive = any(worker.is_alive() for worker in crew)
        try:
            outcome = outcomes.get(timeout=0.1)
        except Empty:
            if not alive:
                return
            continue
        result.outcomes.append(outcome)
        watcher.done(outcome)


class _Worker(threading.Thread):
    """Feeds one worker process, and starts another where that one dies."""

    def __init__(
        self,
        jobs: SimpleQueue[Job],
        outcomes: SimpleQueue[Outcome],
        stop: threading.Event,
        environment: Mapping[str, str],
    ) -> None:
        super().__init__(daemon=True)
        self._environment = environment
        self._jobs, self._outcomes, self._halt = jobs, outcomes, stop
        self._process: subprocess.Popen[str] | None = None

    def run(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
            while not self._halt.is_set():
                try:
                    job = self._jobs.get_nowait()
                except Empty:
                    break
                answer = self._ask(job, errors)
                if answer is None and self._halt.is_set():
                    break
                self._outcomes.put(answer or _died(job, errors))
            self._close()

    def _ask(self, job: Job, errors: IO[str]) -> Outcome | None:
        """Return how the process says it went, or nothing where it died of it."""
        process = self._process = self._process or _start(errors, self._environment)
        line = ""
        if process.stdin is not None and process.stdout is not None:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(job.to_json() + "\n")
                process.stdin.flush()
                line = process.stdout.readline()
        if line.endswith("\n"):
            return Outcome.from_json(line)
        self._close()
        return None

    def _close(self) -> None:
        if self._process is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.communicate()
            self._process = None

    def kill(self) -> None:
        """End the process at once; its kernel notices and ends, too."""
        process = self._process
        if process is not None:
            process.kill()


def _start(errors: IO[str], environment: Mapping[str, str]) -> subprocess.Popen[str]:
    # A session of its own keeps the terminal's Ctrl-C from the worker: this process
    # decides what an interrupt means.
    return subprocess.Popen(
        [sys.executable, "-m", "mentorkit.review.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env={**os.environ, **environment},
    )


def _died(job: Job, errors: IO[str]) -> Outcome:
    errors.seek(0)
    last = [line for line in errors.read().splitlines() if line.strip()][-1:]
    reason = f" It said: {last[0]}" if last else ""
    return Outcome(
        job.handle,
        job.names,
        "failed",
        message=f"The process that ran this review ended unexpectedly.{reason}",
    )
