"""Ctrl-C where it can do no harm: it is counted as it comes, and raised when asked."""

from __future__ import annotations

import signal
import threading
from typing import Any, Self


class Interrupts:
    """Keeps an interrupt from coming between a review and the note of it.

    Only a process's first thread is ever interrupted; in another, this does nothing.
    """

    def __init__(self) -> None:
        self._came = self._raised = 0
        self._before: Any = None

    def __enter__(self) -> Self:
        is_first = threading.current_thread() is threading.main_thread()
        if is_first and signal.getsignal(signal.SIGINT) != signal.SIG_IGN:
            self._before = signal.signal(signal.SIGINT, self._count)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _count(self, *_: object) -> None:
        self._came += 1

    def raised(self) -> None:
        """Raise an interrupt that came since this was last asked.

        Raises
        ------
        KeyboardInterrupt
            One came.
        """
        if self._came > self._raised:
            self._raised = self._came
            raise KeyboardInterrupt
