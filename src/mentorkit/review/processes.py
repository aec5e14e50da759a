"""Worker processes of this computer: each takes jobs one by one, and is replaced if it dies.

What one does is in ``worker``.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping
from queue import Empty, SimpleQueue
from typing import IO

from mentorkit.review.failing import not_made
from mentorkit.review.forking import AS_PARENT, forks_here
from mentorkit.review.job import Job, Outcome
from mentorkit.review.worker import environment


ATTEMPTS = 2
"""How often a review is tried whose process was ended; a notebook may be the cause."""


class Processes:
    """Some worker processes.

    Parameters
    ----------
    count : int
        How many, at most.
    environment : mapping of str to str
        What they are told beside this process's environment.
    """

    def __init__(self, count: int, environment: Mapping[str, str]) -> None:
        self._count = max(1, count)
        self._environment = environment
        self._outcomes: SimpleQueue[Outcome] = SimpleQueue()
        self._halt = threading.Event()
        self._crew: list[_Worker] = []

    def start(self, jobs: Iterable[Job]) -> None:
        """Begin with jobs."""
        queue: SimpleQueue[Job] = SimpleQueue()
        to_run = 0
        for job in jobs:
            queue.put(job)
            to_run += not job.kept
        count = min(self._count, queue.qsize())
        if not count:
            return
        told = environment(to_run // count) if forks_here() else os.environ
        told = {**told, **self._environment}
        for _ in range(count):
            worker = _Worker(queue, self._outcomes, self._halt, told)
            self._crew.append(worker)
            worker.start()

    def outcome(self) -> Outcome | None:
        """Wait a moment for what comes next; there may be nothing yet."""
        with contextlib.suppress(Empty):
            return self._outcomes.get(timeout=0.1)
        return None

    @property
    def running(self) -> int:
        """How many work."""
        alive = sum(worker.is_alive() for worker in self._crew)
        return alive or int(not self._outcomes.empty())

    def stop(self) -> None:
        """Begin with no more jobs; those that run are finished."""
        self._halt.set()

    def kill(self) -> None:
        """End what runs; what was not finished is not told."""
        self._halt.set()
        for worker in self._crew:
            worker.kill()

    def close(self) -> None:
        """Wait until they are gone."""
        for worker in self._crew:
            worker.join()


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
        self._killed = False

    def run(self) -> None:
        with tempfile.TemporaryFile("w+", encoding="utf-8") as errors:
            while not self._halt.is_set():
                try:
                    job = self._jobs.get_nowait()
                except Empty:
                    break
                for _ in range(ATTEMPTS):
                    answer = self._ask(job, errors)
                    if self._killed or (answer and answer.status != "lost"):
                        break
                if not self._killed:
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
        self._killed = True
        process = self._process
        if process is not None:
            process.kill()


def _start(errors: IO[str], told: Mapping[str, str]) -> subprocess.Popen[str]:
    # A session of its own keeps the terminal's Ctrl-C from the worker: this process
    # decides what an interrupt means.
    return subprocess.Popen(  # noqa: S603 - this Python, this module
        [sys.executable, *AS_PARENT, "-m", "mentorkit.review.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        start_new_session=True,
        env=told,
    )


def _died(job: Job, errors: IO[str]) -> Outcome:
    errors.seek(0)
    last = [line for line in errors.read().splitlines() if line.strip()][-1:]
    reason = f" It said: {last[0]}" if last else ""
    message = f"The process that ran this review ended unexpectedly.{reason}"
    return not_made(job, "lost", message)
