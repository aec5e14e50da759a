"""Telling how collecting goes: a bar, where there is somebody to see it and time to."""

from __future__ import annotations

import time
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.progress import TimeRemainingColumn as TimeLeft

from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import HandIn
from mentorkit.i18n import N_, NN_, plural, translate


PATIENCE = 1.0
"""Seconds before a bar is shown: short work is over by then."""

READING = N_("Reading files")
ODD = NN_("Reading files, {n} for a person", "Reading files, {n} for a person")


class Watcher(Protocol):
    """Told how collecting goes."""

    def read(self, hand_in: HandIn, number: int, count: int) -> None:
        """One more has been read: which, and of how many, as far as is known."""

    def end(self) -> None:
        """No more will come."""


class Bar:
    """Shows how far collecting is on a terminal or in a notebook, and the time left.

    Parameters
    ----------
    console : rich.console.Console, optional
        Where to; standard error when left out.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeLeft(compact=True),
            console=self._console,
            transient=True,
        )
        self._task = self._progress.add_task(translate(READING), total=None)
        self._began = time.monotonic()
        self._odd = 0
        self._shown = False

    def read(self, hand_in: HandIn, number: int, count: int) -> None:
        """Move the bar on, and show it when this takes long."""
        self._odd += hand_in.weight is not Weight.NOTE
        if not self._shown and time.monotonic() - self._began > PATIENCE:
            self._shown = True
            if self._console.is_terminal or self._console.is_jupyter:
                self._progress.start()
        if self._shown:
            told = plural(*ODD, self._odd) if self._odd else translate(READING)
            self._progress.update(
                self._task, completed=number, total=count, description=told
            )

    def end(self) -> None:
        """Take the bar away."""
        self._progress.stop()
