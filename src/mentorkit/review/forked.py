"""What a warm parent forked, and a warm parent that is a fork, from this side.

Processes with as much of ``Popen`` as those who use them ask for, and the line on which
a warm parent and this process talk.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import time
from typing import Protocol


START_SECONDS = 60
"""How long the warm parent may take to import what it was told, and to fork."""


class Line:
    """One end of a pair of sockets, on which each side says lines of JSON."""

    def __init__(self, end: socket.socket) -> None:
        self.end = end
        self._heard = b""

    def hear(self, seconds: float | None) -> dict[str, int] | None:
        """Return what was said; empty when nobody is there, None when it is too late."""
        until = None if seconds is None else time.monotonic() + seconds
        while b"\n" not in self._heard:
            left = None if until is None else max(0, until - time.monotonic())
            self.end.settimeout(left)
            try:
                more = self.end.recv(1024)
            except (BlockingIOError, TimeoutError):
                return None
            except ConnectionError:
                more = b""
            if not more:
                return {}
            self._heard += more
        line, _, self._heard = self._heard.partition(b"\n")
        said: dict[str, int] = json.loads(line)
        return said


class ForkedProcess:
    """A kernel's process, with as much of ``Popen`` as a provisioner asks for."""

    stdin = stdout = stderr = None

    def __init__(self, line: Line) -> None:
        self._line = line
        self.returncode: int | None = None
        self.pid = (line.hear(START_SECONDS) or {}).get("pid", 0)

    def poll(self) -> int | None:
        """Return the exit code, negative for a signal, or nothing while it runs."""
        return self._look(0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended, and leave nothing of it behind."""
        code = self._look(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("a forked kernel", timeout or 0)
        self.close()
        return code

    def send_signal(self, number: int) -> None:
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def close(self) -> None:
        """Let the parent end whatever still runs in its process group."""
        self._line.end.close()

    def _look(self, seconds: float | None) -> int | None:
        if self.returncode is None and self._line.end.fileno() >= 0:
            said = self._line.hear(seconds)
            if said is not None:
                self.returncode = said.get("exit", -signal.SIGKILL)
            if said == {}:  # the warm parent is gone, and nobody else ends its kernel
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.pid, signal.SIGKILL)
        return self.returncode


class Child(Protocol):
    """As much of ``Popen`` as is asked of a warm parent's process."""

    def poll(self) -> int | None:
        """Return the exit code, or nothing while it runs."""

    def wait(self) -> int:
        """Wait until it has ended."""


class ForkedParent:
    """The process of a warm parent that is a fork of this one.

    Parameters
    ----------
    pid : int
        Its number.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._code: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, or nothing while it runs."""
        return self._look(os.WNOHANG)

    def wait(self) -> int:
        """Wait until it has ended."""
        return self._look(0) or 0

    def _look(self, options: int) -> int | None:
        if self._code is None:
            pid, status = os.waitpid(self._pid, options)
            self._code = os.waitstatus_to_exitcode(status) if pid else None
        return self._code
