"""Asking a warm parent for kernels: starts it, and ends it with us.

What the parent does is in ``zygote``, what it gives is watched in ``forked``; what a
notebook's kernel is, in ``kernels``.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from mentorkit.review.forked import (
    START_SECONDS,
    Child,
    ForkedParent,
    ForkedProcess,
    Line,
)


MEMORY = "MENTORKIT_KERNEL_MEMORY"
"""Says in a kernel's environment how many MB it may have; 0 or nothing: any number."""

OF_ITS_OWN = {
    **dict.fromkeys(
        ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
    ),
    "JE_ARROW_MALLOC_CONF": "background_thread:false",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # or debugpy warns of frozen modules
}
"""The warm parent's environment, so that what it imports starts no thread."""

AS_PARENT = ("-Xfrozen_modules=off",)
"""How Python is started for it, or debugpy would warn in each kernel."""


Serve = Callable[[socket.socket], None]


class CannotFork(Exception):  # noqa: N818 - an answer, not a mistake
    """There is no forked kernel to be had; an ordinary one does as well."""


def _serve(control: socket.socket, serve: Serve, private: Iterable[int]) -> None:
    """Be a warm parent, in a fork of the process that it is for."""
    for handle in private:
        os.close(handle)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    os.setsid()
    serve(control)


class WarmParent:
    """The process that forks kernels, from this side.

    Parameters
    ----------
    modules : iterable of str
        What it imports before it forks anything.
    """

    def __init__(self, modules: Iterable[str]) -> None:
        theirs = self._begin()
        command = [sys.executable, *AS_PARENT, "-m"]
        command += ["mentorkit.review.zygote", str(theirs.fileno()), *modules]
        with theirs:
            self._process: Child = subprocess.Popen(  # noqa: S603 - this Python
                command,
                env=os.environ | OF_ITS_OWN,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # A terminal's Ctrl-C is for those who use the kernels.
                start_new_session=True,
            )

    @classmethod
    def of_this_process(cls, serve: Serve, private: Iterable[int]) -> Self:
        """Return one that is a fork of this process, which is warm and has one thread.

        Parameters
        ----------
        serve : callable
            What it does: :func:`mentorkit.review.zygote.serve`.
        private : iterable of int
            The file descriptors of this process that are not for it.
        """
        parent = cls.__new__(cls)
        with parent._begin() as theirs:  # noqa: SLF001 - its own
            pid = os.fork()
            if not pid:
                parent._control.end.close()  # noqa: SLF001
                _serve(theirs, serve, private)
                sys.exit()
        parent._process = ForkedParent(pid)  # noqa: SLF001
        return parent

    def _begin(self) -> socket.socket:
        mine, theirs = socket.socketpair()
        self._control = Line(mine)
        self._asking = threading.Lock()
        self._threads = 0
        self._settings = _python_settings(os.environ)
        return theirs

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process.poll() is None

    def fork(
        self, argv: list[str], env: Mapping[str, str], cwd: str, scratch: str
    ) -> ForkedProcess:
        """Start a kernel; a ``scratch`` folder of its own is taken away with it.

        Raises
        ------
        CannotFork
            The parent cannot, or the kernel asks for another Python than the parent is.
        """
        if _python_settings(env) != self._settings:
            raise CannotFork("The environment asks for another Python.")
        request = {"argv": argv, "env": dict(env), "cwd": cwd, "scratch": scratch}
        mine, theirs = socket.socketpair()
        try:
            with self._asking, theirs:
                self._wait_until_warm()
                handles = [theirs.fileno(), 1, 2]
                socket.send_fds(self._control.end, [b"k"], handles)
            mine.sendall(json.dumps(request).encode() + b"\n")
            process = ForkedProcess(Line(mine))
        except (OSError, CannotFork) as error:
            mine.close()
            raise CannotFork(str(error)) from error
        if not process.pid:
            process.close()
            raise CannotFork("The warm parent did not fork.")
        return process

    def close(self) -> None:
        """End it, and every kernel that it forked."""
        self._control.end.close()
        self._process.wait()

    def _wait_until_warm(self) -> None:
        if not self._threads:
            said = self._control.hear(START_SECONDS) or {}
            self._threads = said.get("threads", 0)
            self._control.end.settimeout(None)
        if self._threads != 1:
            raise CannotFork("The warm parent is not there, or has several threads.")


def _python_settings(env: Mapping[str, str]) -> dict[str, str]:
    """Return what Python and the loader read when they start, and not later."""
    read = ("PYTHON", "LD_", "LC_", "LANG")
    return {name: value for name, value in env.items() if name.startswith(read)}


class _Shared:
    """The one warm parent of this process, started when it is first needed.

    Attributes
    ----------
    kernels : int
        How many kernels were forked so far.
    """

    def __init__(self) -> None:
        self.kernels = 0
        self._lock = threading.Lock()
        self._modules: tuple[str, ...] = ()
        self._parent: WarmParent | None = None
        self._owner = 0

    def warm(self, modules: Iterable[str]) -> None:
        """Start it now, with other modules than ipykernel's own."""
        self._modules = tuple(modules)
        self.close()
        self.parent()

    def fork_off(
        self, modules: Iterable[str], serve: Serve, private: Iterable[int]
    ) -> None:
        """Let it be a fork of this process; see :meth:`WarmParent.of_this_process`.

        If it is ended, the next one is started anew, and imports the modules.
        """
        self._modules = tuple(modules)
        with self._lock:
            self._parent = WarmParent.of_this_process(serve, private)
            self._owner = os.getpid()

    def parent(self) -> WarmParent:
        """Return it, alive."""
        with self._lock:
            if self._parent is not None and self._owner != os.getpid():
                self._parent = None  # that of the process that this one is a fork of
            if self._parent is not None and not self._parent.alive:
                self._parent.close()
                self._parent = None
            if self._parent is None:
                self._parent, self._owner = WarmParent(self._modules), os.getpid()
            return self._parent

    def close(self) -> None:
        """End it; the next kernel starts another."""
        with self._lock:
            if self._parent is not None and self._owner == os.getpid():
                self._parent.close()
            self._parent = None


shared = _Shared()

atexit.register(shared.close)


def forks_here() -> bool:
    """Return whether processes are forked on this system."""
    return sys.platform == "linux"


def can_fork(argv: Any) -> bool:
    """Return whether a kernel with this command line can be forked here."""
    if not forks_here() or not argv:
        return False
    ours = {"python", "python3", sys.executable}
    ours.add("python{}.{}".format(*sys.version_info))
    rest = [part for part in argv[1:] if part != "-Xfrozen_modules=off"]
    launched = ["-m", "ipykernel_launcher", "-f"]
    return argv[0] in ours and rest[:3] == launched and len(rest) > 3
