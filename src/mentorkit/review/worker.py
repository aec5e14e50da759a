"""One worker process: takes jobs line by line, and tells how each went.

Started as ``python -m mentorkit.review.worker``. Speaks JSON lines on what were its
standard input and output; whatever libraries print goes to standard error.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from queue import SimpleQueue

from mentorkit import startup
from mentorkit.review.forking import shared
from mentorkit.review.job import Job


ENVIRONMENT = {"MENTORKIT_DEFER_SVG": "1"}
"""Tells the kernels to leave the charts' drawing to this process, which is warm."""

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
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    # The kernels' parent imports while this process does.
    shared.warm(WARM)
    startup.put_off_parsers()
    from mentorkit.review.executing import review  # noqa: PLC0415 - heavy

    jobs = _Jobs()
    for job in jobs:
        outcome = review(job)
        jobs.done()
        answers.write(outcome.to_json() + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
