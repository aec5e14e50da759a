"""The processes that a process started, on Linux; and how to end those that start more."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterable
from pathlib import Path


ROUNDS = 1000


def children(pid: int) -> list[int]:
    """Return a process's children, whichever of its threads started them."""
    found: list[int] = []
    try:
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):  # the thread has ended
                found += map(int, (task / "children").read_bytes().split())
    except OSError:  # the process has
        pass
    return found


def below(pid: int) -> list[int]:
    """Return all processes below one."""
    found = children(pid)
    for child in found:  # which grows meanwhile
        found.extend(children(child))
    return found


def end(roots: Callable[[], Iterable[int]]) -> None:
    """End processes and all below them, even where they start new ones all the time.

    They are stopped first, one generation after the other, until no new one is seen.
    """
    stopped: set[int] = set()
    for _ in range(ROUNDS):
        found = [each for root in roots() for each in (root, *below(root))]
        new = [pid for pid in found if pid not in stopped]
        if not new:
            break
        for pid in new:
            _send(pid, signal.SIGSTOP)
        stopped.update(new)
    for pid in stopped:
        _send(pid, signal.SIGKILL)


def _send(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(pid, number)
