"""One worker process: takes jobs line by line, and tells how each went.

Started as ``python -m mentorkit.review.worker``. Speaks JSON lines on what were its
standard input and output; whatever libraries print goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue

from mentorkit import startup
from mentorkit.review.forking import OF_ITS_OWN, shared
from mentorkit.review.job import Job
from mentorkit.review.zygote import serve, warm


ENVIRONMENT = {"MENTORKIT_DEFER_SVG": "1"}
"""Tells the kernels to leave the charts' drawing to this process, which is warm."""

MINE = "MENTORKIT_ENVIRONMENT"
"""Holds what the variables of a warm parent are in the environment of the run."""

WARM = (
    "mentorkit.charts",
    "mentorkit.measures",
    "mentorkit.report.exporter",
    "mentorkit.report.figure",
    "mentorkit.report.parts",
    "mentorkit.workspace",
    "sqlalchemy.dialects.sqlite",
)
"""What the kernels of reviews import; none of it starts a thread."""

REHEARSED = "mentorkit.workspace.rehearsing:rehearse"
"""What saves each kernel a part of its work, and is worth it for several."""

MANY = 6
"""From how many reviews a worker on it is."""

EXPECTED = "MENTORKIT_EXPECTED"
"""Says how many reviews there are for a worker."""


class _Jobs:
    """The lines of standard input; a worker that nobody waits for ends at once."""

    def __init__(self) -> None:
        self._lines: SimpleQueue[str] = SimpleQueue()
        self._busy = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in sys.stdin:
            self._busy.set()
            self._lines.put(line)
        if self._busy.is_set():
            os._exit(1)
        self._lines.put("")

    def __iter__(self) -> Iterator[Job]:
        while line := self._lines.get():
            yield Job.from_json(line)

    def done(self) -> None:
        """Say that the job is finished."""
        self._busy.clear()


def main() -> None:
    """Serve jobs until the input ends."""
    os.environ.update(ENVIRONMENT)
    private = os.dup(1)
    os.dup2(2, 1)
    if MINE in os.environ:
        # What the kernels' parent needs, this process does, too: it imports for both.
        many = int(os.environ.pop(EXPECTED, 0)) >= MANY
        rehearsed = (REHEARSED,) if many else ()
        warm((*WARM, "mentorkit.review.executing", *rehearsed))
        _as_it_was(json.loads(os.environ.pop(MINE)))
        shared.fork_off(WARM, serve, [private])
    startup.put_off_parsers()
    from mentorkit.review.executing import review  # noqa: PLC0415 - heavy

    answers = os.fdopen(private, "w", encoding="utf-8")
    jobs = _Jobs()
    for job in jobs:
        outcome = review(job)
        jobs.done()
        answers.write(outcome.to_json() + "\n")
        answers.flush()


def environment(expected: int) -> dict[str, str]:
    """Return the environment in which a worker process can be the kernels' parent.

    Parameters
    ----------
    expected : int
        About how many reviews there are for it.
    """
    was = {name: os.environ.get(name) for name in OF_ITS_OWN}
    mine = {MINE: json.dumps(was), EXPECTED: str(expected)}
    return {**os.environ, **OF_ITS_OWN, **mine}


def _as_it_was(was: dict[str, str | None]) -> None:
    """Give the kernels the environment that this process would have had."""
    for name, value in was.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


if __name__ == "__main__":
    main()
