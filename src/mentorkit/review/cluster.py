"""Workers of a Dask cluster: the same jobs, on computers that somebody else started.

Each of its workers owns a warm parent of kernels, as a worker process of ours does.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any
from urllib.parse import urlsplit

from mentorkit import startup
from mentorkit.errors import ReviewError
from mentorkit.review.failing import not_made
from mentorkit.review.forking import shared
from mentorkit.review.job import Job, Outcome
from mentorkit.review.worker import ENVIRONMENT, REHEARSED, WARM


try:
    from distributed import Client, Future, WorkerPlugin, get_worker
except ImportError:
    raise ReviewError(
        "Running on a cluster needs Dask: pip install 'mentorkit[dask]'"
    ) from None


CONNECT_SECONDS = 30

AHEAD = 2
"""How many jobs each worker is given at a time, so that it need not wait for one."""

NAME = "mentorkit-reviews"

SCHEMES = ("tcp", "tls", "ws", "wss", "ucx")


class Warm(WorkerPlugin):
    """What a worker of the cluster keeps: the template, and a warm parent.

    Parameters
    ----------
    template : str
        The notebook's text: its file may not be seen there.
    called : str
        The file's name.
    """

    name = NAME

    def __init__(self, template: str, called: str) -> None:
        self._template, self._called = template, called

    def setup(self, worker: Any) -> None:  # noqa: ARG002 - Dask's
        """Begin, on a worker that is there or that comes later."""
        os.environ.update(ENVIRONMENT)
        startup.put_off_parsers()
        shared.warm((*WARM, REHEARSED))
        self._folder = tempfile.TemporaryDirectory(prefix="mentorkit-template-")
        self._one_at_a_time = threading.Lock()
        self._path = Path(self._folder.name, self._called)
        self._path.write_text(self._template, encoding="utf-8")

    def teardown(self, worker: Any) -> None:  # noqa: ARG002 - Dask's
        """End the warm parent and its kernels."""
        shared.close()
        self._folder.cleanup()

    def review(self, job: Job) -> Outcome:
        """Run one review; a process has one current folder, hence runs one at a time."""
        from mentorkit.review.executing import review  # noqa: PLC0415 - heavy

        with self._one_at_a_time:
            return review(replace(job, template=str(self._path)))


def review_there(line: str) -> str:
    """Run a job on the worker that this is called on."""
    plugin: Any = get_worker().plugins[NAME]
    told: Outcome = plugin.review(Job.from_json(line))
    return told.to_json()


class Cluster:
    """The workers of a cluster.

    Parameters
    ----------
    address : str
        The scheduler's, such as ``tcp://10.0.0.5:8786``.

    Raises
    ------
    ReviewError
        There is no scheduler, or it has no workers.
    """

    def __init__(self, address: str) -> None:
        self._waiting: deque[Job] = deque()
        self._sent: dict[Future[str], Job] = {}
        self._ended: SimpleQueue[Future[str]] = SimpleQueue()
        if urlsplit(address).scheme not in SCHEMES:
            raise ReviewError(
                f"'{address}' is no Dask scheduler's address, such as"
                " tcp://10.0.0.5:8786."
            )
        try:
            self._client = Client(
                address, timeout=CONNECT_SECONDS, set_as_default=False
            )
            self._client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, TimeoutError) as error:
            raise ReviewError(
                f"No Dask workers at {address}: {error}. `dask scheduler` and `dask"
                f" worker {address}` start a cluster; docs/reviews.md shows how."
            ) from None

    def start(self, jobs: Iterable[Job]) -> None:
        """Begin with jobs."""
        self._waiting.extend(jobs)
        if not self._waiting:
            return
        template = Path(self._waiting[0].template)
        plugin = Warm(template.read_text("utf-8"), template.name)
        self._client.register_plugin(plugin)
        self._send()

    def outcome(self) -> Outcome | None:
        """Wait a moment for what comes next; there may be nothing yet."""
        with contextlib.suppress(Empty):
            future = self._ended.get(timeout=0.1)
            job = self._sent.pop(future, None)
            self._send()
            if job is not None and future.status != "cancelled":
                return self._told(job, future)
        return None

    @property
    def running(self) -> int:
        """How many work."""
        return len(self._sent)

    def stop(self) -> None:
        """Begin with no more jobs; those that run are finished."""
        self._waiting.clear()

    def kill(self) -> None:
        """Wait for none of those that run; the workers end them in their own time."""
        self.stop()
        self._client.cancel(list(self._sent))
        self._sent.clear()

    def close(self) -> None:
        """Leave the cluster as it was."""
        with contextlib.suppress(Exception):  # it may be gone, and the work is done
            self._client.unregister_worker_plugin(NAME)
        self._client.close()

    def _send(self) -> None:
        """Keep every worker busy."""
        places = sum(self._client.nthreads().values()) or 1
        while self._waiting and len(self._sent) < places * AHEAD:
            job = self._waiting.popleft()
            future = self._client.submit(review_there, job.to_json(), pure=False)
            self._sent[future] = job
            future.add_done_callback(self._ended.put)

    @staticmethod
    def _told(job: Job, future: Future[str]) -> Outcome:
        """Return how one went; Dask gives it to others where a worker is gone."""
        error = future.exception()
        if error is None:
            return Outcome.from_json(future.result())
        message = f"The workers that ran this review ended unexpectedly. {error}"
        return not_made(job, "lost", message.splitlines()[0])
