"""What a fork of the warm parent becomes: a whole ipykernel in a session of its own.

How it is asked for and watched is in ``zygote``.
"""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import gc
import importlib.util
import os
import random
import resource
import signal
import socket
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorkit.review.forking import MEMORY, shared


ANSWER_SECONDS = 1

DIE_WITH_PARENT = 1
"""Linux's name for it is PR_SET_PDEATHSIG."""


@dataclass(slots=True)
class Birth:
    """What a child is to become."""

    line: socket.socket
    streams: list[int]
    argv: list[str]
    env: dict[str, str]
    cwd: str
    scratch: str


def become_kernel(birth: Birth) -> None:
    """Be an ipykernel, as one that was started by its own command."""
    birth.line.close()
    _limit_memory(int(birth.env.pop(MEMORY, 0)))
    # ipykernel looks once a second whether its parent is there; busy, it cannot.
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, handle in enumerate((nothing, *birth.streams)):
        os.dup2(handle, number)
        os.close(handle)
    os.chdir(birth.cwd)
    os.environ.clear()
    os.environ.update(birth.env)
    time.tzset()
    _other_seeds()
    found = importlib.util.find_spec("ipykernel_launcher")
    sys.argv = [str(found and found.origin), *birth.argv[:-1]]
    from ipykernel.kernelapp import IPKernelApp  # noqa: PLC0415 - in the child, at last

    IPKernelApp.launch_instance(birth.argv)
    # It answers the request to end in a thread of its own, and ending before that is
    # answered makes both wait for each other.
    IPKernelApp.instance().control_thread.join(ANSWER_SECONDS)
    _end(IPKernelApp.instance().shell)


def _end(shell: Any) -> None:
    """End as Python would, but for taking apart all that the parent imported.

    That takes longer than many a notebook, and a copy of every page of it.
    """
    threading._shutdown()  # type: ignore[attr-defined]  # noqa: SLF001 - waits as Python does
    atexit.unregister(shared.close)  # it is for the process that this one comes from
    atexit._run_exitfuncs()  # noqa: SLF001
    shell.user_ns.clear()  # whose files are written to their end as they go
    gc.collect()
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):
            print(end="", file=stream, flush=True)
    os._exit(0)


def _limit_memory(megabytes: int) -> None:
    """Let it have so much more than it begins with."""
    if not megabytes:
        return
    status = Path("/proc/self/status").read_text("ascii").splitlines()
    (begins_with,) = (int(n.split()[1]) for n in status if n.startswith("VmData"))
    most = (begins_with + megabytes * 1024) * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _other_seeds() -> None:
    random.seed()
    if (numpy := sys.modules.get("numpy")) is not None:
        numpy.random.seed()
