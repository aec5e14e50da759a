"""A progress bar for a run: how many are done, how fast, how long it will take."""

from __future__ import annotations

import time

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)

from mentorkit.review.job import Outcome


class Bar:
    """Shows a run's progress on a terminal or in a notebook.

    Where the output is neither, such as in a log file, one line a review is written.

    Parameters
    ----------
    console : rich.console.Console, optional
        Where to; standard error when left out.
    """

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._progress = Progress(
            SpinnerColumn(finished_text="[green]✓"),
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=self._console,
        )
        self._task = self._progress.add_task("Reviews", total=None, start=False)
        self._began = 0.0
        self._failed = 0

    @property
    def _live(self) -> bool:
        return self._console.is_terminal or self._console.is_jupyter

    def begin(self, total: int) -> None:
        """Show the bar."""
        self._began = time.monotonic()
        self._progress.update(self._task, total=total)
        self._progress.start_task(self._task)
        if self._live:
            self._progress.start()

    def done(self, outcome: Outcome) -> None:
        """Move the bar on, and name what failed at once."""
        self._progress.advance(self._task)
        if outcome.status == "failed":
            self._failed += 1
            self._console.print(
                f"[red]failed[/] {outcome.handle}: {outcome.message}", highlight=False
            )
            self._progress.update(
                self._task, description=f"Reviews, {self._failed} failed"
            )
        elif not self._live:
            self._console.print(
                f"{outcome.handle}: {outcome.seconds:.1f} s", highlight=False
            )

    def stopping(self, running: int) -> None:
        """Say what happens now."""
        self._console.print(
            f"Stopping: the {running} that run now will be finished"
            " (Ctrl-C again ends them, too)."
        )

    def end(self) -> None:
        """Take the bar away."""
        if self._live:
            self._progress.stop()
