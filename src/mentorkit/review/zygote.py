"""The warm parent of kernels: has imported what notebooks need, and forks on request.

Started by ``forking`` as ``python -m mentorkit.review.zygote FD MODULE...``, FD being one
end of a pair of sockets, or as a fork of a process that is warm itself. It has one
thread, since a process with more cannot be forked safely. What each child becomes is in
``born``. When the other side of a pair is gone, so is what was asked for through it.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import importlib.util
import json
import os
import selectors
import shutil
import signal
import socket
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mentorkit import startup
from mentorkit.review import descent
from mentorkit.review.born import Birth, become_kernel


ADOPT_ORPHANS = 36
"""Linux's name for it is PR_SET_CHILD_SUBREAPER."""

MOST_PROCESSES = 500
"""How many a kernel may have started: one that starts others without end is ended."""

LOOK_SECONDS = 0.2


@dataclass(slots=True)
class _Kernel:
    pid: int
    line: socket.socket
    scratch: str
    told: bool = False


class Nursery:
    """Forks kernels, tells of their end, and leaves nothing behind of any."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._kernels: list[_Kernel] = []
        self._ended, self._bell = socket.socketpair()
        for end in (self._ended, self._bell):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._bell.fileno())
        self._ready = selectors.PollSelector()
        self._ready.register(control, selectors.EVENT_READ)
        self._ready.register(self._ended, selectors.EVENT_READ)

    def serve(self) -> Birth | None:
        """Return in each child what it is to become, and here nothing, at the end."""
        while True:
            for key, _ in self._ready.select(LOOK_SECONDS if self._kernels else None):
                if key.data is not None:
                    self._let_go(key.data)
                elif key.fileobj is self._ended:
                    self._look_for_ended()
                elif birth := _asked(self._control):
                    if self._fork(birth):
                        return birth
                else:
                    for kernel in list(self._kernels):
                        self._let_go(kernel)
                    return None
            self._end_the_endless()

    def _end_the_endless(self) -> None:
        """End kernels that start processes without end."""
        for kernel in self._kernels:
            if not kernel.told and len(descent.below(kernel.pid)) > MOST_PROCESSES:
                pid = kernel.pid
                descent.end(lambda: (pid, *self._orphans()))  # noqa: B023 - used at once

    def _fork(self, birth: Birth) -> bool:
        """Return whether this is the child."""
        parent = os.getpid()
        try:
            pid = os.fork()
        except OSError:
            pid = -1
        if pid == 0:
            self._forget()
            birth.argv.append(f"--IPKernelApp.parent_handle={parent}")
            birth.env["JPY_PARENT_PID"] = str(parent)
            return True
        for stream in birth.streams:
            os.close(stream)
        if pid < 0:
            birth.line.close()
            return False
        kernel = _Kernel(pid, birth.line, birth.scratch)
        self._kernels.append(kernel)
        self._ready.register(birth.line, selectors.EVENT_READ, kernel)
        _tell(birth.line, {"pid": pid})
        return False

    def _forget(self) -> None:
        """Take from a child what is the parent's: its signals and its lines."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for each in (self._control, self._ended, self._bell):
            each.close()
        for kernel in self._kernels:
            kernel.line.close()

    def _look_for_ended(self) -> None:
        with contextlib.suppress(BlockingIOError):
            while self._ended.recv(1024):
                pass
        for kernel in self._kernels:
            # It stays a zombie until its line is closed, so that a signal meant for it
            # can never reach another process that was given its number.
            options = os.WEXITED | os.WNOHANG | os.WNOWAIT
            found = None if kernel.told else os.waitid(os.P_PID, kernel.pid, options)
            if found is not None:
                by_itself = found.si_code == os.CLD_EXITED
                code = found.si_status if by_itself else -found.si_status
                kernel.told = True
                _tell(kernel.line, {"exit": code})
        self._bury()

    def _orphans(self) -> list[int]:
        """Return the processes whose own parent, below some kernel, is gone."""
        kernels = {kernel.pid for kernel in self._kernels}
        return [pid for pid in descent.children(os.getpid()) if pid not in kernels]

    def _bury(self) -> None:
        """Take note of the end of orphans, of which nobody else does."""
        for pid in self._orphans():
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, os.WNOHANG)

    def _let_go(self, kernel: _Kernel) -> None:
        """End a kernel and all that it started, in its group or out of it."""
        self._ready.unregister(kernel.line)
        self._kernels.remove(kernel)
        kernel.line.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(kernel.pid, signal.SIGKILL)
        descent.end(lambda: [kernel.pid])
        os.waitpid(kernel.pid, 0)
        if not self._kernels:  # or they may be another's, whose notebook goes on
            descent.end(self._orphans)
            self._bury()
        if kernel.scratch:
            shutil.rmtree(kernel.scratch, ignore_errors=True)


def _asked(control: socket.socket) -> Birth | None:
    """Return what is asked for, or nothing when nobody is there to ask any more."""
    mark, handles, _, _ = socket.recv_fds(control, 1, 3, socket.MSG_CMSG_CLOEXEC)
    if not mark:
        return None
    line, *streams = handles
    asking = socket.socket(fileno=line)
    with asking.makefile("rb") as text:
        request: dict[str, Any] = json.loads(text.readline())
    return Birth(asking, streams, **request)


def _tell(line: socket.socket, what: dict[str, int]) -> None:
    with contextlib.suppress(OSError):
        line.sendall(json.dumps(what).encode() + b"\n")


def serve(control: socket.socket) -> None:
    """Say that this process is warm, and fork kernels of it as long as somebody asks.

    A kernel's process does not come back from it.
    """
    ctypes.CDLL(None).prctl(ADOPT_ORPHANS, 1)
    here = str(Path.cwd())
    if sys.path and sys.path[0] in {"", here}:  # put there by -m, and not for kernels
        del sys.path[0]
    gc.collect()
    gc.freeze()
    threads = sum(1 for _ in Path("/proc/self/task").iterdir())
    _tell(control, {"threads": threads})
    birth = Nursery(control).serve() if threads == 1 else None
    if birth is not None:
        become_kernel(birth)


def warm(modules: Iterable[str]) -> None:
    """Import what kernels need; none of it starts a thread.

    Parameters
    ----------
    modules : iterable of str
        Their names; ``module:function`` is called, too.
    """
    startup.put_off_parsers()
    for name in ("ipykernel.kernelapp", "ipykernel.debugger", *modules):
        module, _, function = name.partition(":")
        found = importlib.import_module(module)
        if function:
            with contextlib.suppress(Exception):  # it only saves time
                getattr(found, function)()


def main() -> None:
    """Warm up, say so, and serve."""
    control = socket.socket(fileno=int(sys.argv[1]))
    warm(sys.argv[2:])
    serve(control)


if __name__ == "__main__":
    main()
