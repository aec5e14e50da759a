"""Telling how a run goes: a bar for people, lines for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from mentorkit.review.job import Outcome


class Rate(ProgressColumn):
    """How many reviews a minute."""

    def render(self, task: Task) -> Text:
        """Return the rate, once there is one."""
        speed = task.finished_speed or task.speed
        return Text(f"{speed * 60:.0f}/min" if speed else "", style="cyan")


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
            Rate(),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=self._console,
        )
        self._task = self._progress.add_task("Reviews", total=None, start=False)
        self._failed = 0

    @property
    def _live(self) -> bool:
        return self._console.is_terminal or self._console.is_jupyter

    def begin(self, planned: int, unchanged: int) -> None:
        """Show the bar."""
        if unchanged:
            self._console.print(f"{unchanged} are as they should be and stay.")
        self._progress.update(self._task, total=planned)
        self._progress.start_task(self._task)
        if self._live and planned:
            self._progress.start()

    def done(self, outcome: Outcome) -> None:
        """Move the bar on, and name what failed at once."""
        self._progress.advance(self._task)
        if outcome.status != "ok":
            self._failed += 1
            self._console.print(
                f"[red]{outcome.status}[/] {outcome.handle}: {outcome.message}",
                highlight=False,
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


class Lines:
    """Writes what happens as lines of JSON, for programs.

    Each has an ``event``: ``begin``, ``review`` (an outcome, without its facts),
    ``stopping`` or ``end``.

    Parameters
    ----------
    write : callable
        Takes one line.
    """

    def __init__(self, write: Callable[[str], object]) -> None:
        self._write = write

    def begin(self, planned: int, unchanged: int) -> None:
        """Tell how many there are."""
        self._tell("begin", {"planned": planned, "unchanged": unchanged})

    def done(self, outcome: Outcome) -> None:
        """Tell how one went."""
        told = asdict(outcome)
        del told["facts"]
        self._tell("review", told)

    def stopping(self, running: int) -> None:
        """Tell that no more are begun."""
        self._tell("stopping", {"running": running})

    def end(self) -> None:
        """Tell that no more will come."""
        self._tell("end", {})

    def _tell(self, event: str, what: dict[str, Any]) -> None:
        self._write(json.dumps({"event": event, **what}))
