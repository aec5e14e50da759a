"""A run of many reviews: how it goes and how it went, stoppable at any moment.

What runs them is one of ``processes`` and ``cluster``; what there is to run, ``planning``.
"""

from __future__ import annotations

import datetime as dt
import html
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

import pandas as pd

from mentorkit.i18n import N_, translate
from mentorkit.report.run.names import INDEX
from mentorkit.review.interrupting import Interrupts
from mentorkit.review.job import Job, Outcome
from mentorkit.review.journal import Journal
from mentorkit.review.places import Folder, Place, is_url, place_of
from mentorkit.review.planning import Plan


class Watcher(Protocol):
    """Something that is told how a run goes, such as a progress bar."""

    def begin(self, planned: int, unchanged: int) -> None:
        """Hear how many reviews are to be made, and how many are there already."""

    def done(self, outcome: Outcome) -> None:
        """Hear how one went."""

    def stopping(self, running: int) -> None:
        """Hear that the run stops once those that run are finished."""

    def end(self) -> None:
        """Hear that no more will come."""


class Workers(Protocol):
    """Something that runs jobs: processes of this computer, or a cluster."""

    def start(self, jobs: Iterable[Job]) -> None:
        """Begin with jobs."""

    def outcome(self) -> Outcome | None:
        """Wait a moment for what comes next; there may be nothing yet."""

    @property
    def running(self) -> int:
        """How many work."""

    def stop(self) -> None:
        """Begin with no more jobs; those that run are finished."""

    def kill(self) -> None:
        """End what runs; what was not finished is not told."""

    def close(self) -> None:
        """Leave nothing behind."""


@dataclass(slots=True)
class Run:
    """How a run went.

    Attributes
    ----------
    folder : pathlib.Path or str
        Where its pages are, which may be sent to whom they are for; a URL, if it was
        one.
    outcomes : list of Outcome
        One for each review that was made now, or tried, by handle.
    unchanged : list of Outcome
        Those that an earlier run made of the same template and records.
    handles : list of str
        Those that there were to make.
    seconds : float
        How long it all took.
    remark : str
        What else there is to say of it, in words.
    """

    folder: Path | str
    outcomes: list[Outcome] = field(default_factory=list)
    unchanged: list[Outcome] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)
    seconds: float = 0.0
    remark: str = ""

    @property
    def planned(self) -> int:
        """How many there were to make."""
        return len(self.handles)

    @property
    def missing(self) -> list[str]:
        """Those that were not made, nor tried: the run was stopped, or a dry one."""
        made = {outcome.handle for outcome in self.outcomes}
        return [handle for handle in self.handles if handle not in made]

    @property
    def failed(self) -> list[Outcome]:
        """The reviews that there are not, for they went wrong now or before."""
        everything = [*self.outcomes, *self.unchanged]
        return [outcome for outcome in everything if outcome.status != "ok"]

    @property
    def incomplete(self) -> list[Outcome]:
        """The reviews that there are, but not in each format that was asked for."""
        return [each for each in (*self.outcomes, *self.unchanged) if each.unmade]

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before all were run."""
        return bool(self.missing)

    @property
    def notebooks(self) -> Path | str:
        """Where the executed notebooks are, apart from what may be sent."""
        apart = place_of(str(self.folder)).apart
        return apart.path if isinstance(apart, Folder) else apart.where

    @property
    def index(self) -> Path | str:
        """The page that lists them."""
        return self._at(INDEX)

    def frame(self) -> pd.DataFrame:
        """Return one row a review, by handle.

        Columns: ``handle``, ``names``, ``status`` ("ok", "failed", "lost"),
        ``seconds``, ``message``, ``page``, ``unchanged`` (bool).
        """
        columns = ["handle", "names", "status", "seconds", "message", "page"]
        rows = [
            [*(getattr(outcome, name) for name in columns), unchanged]
            for unchanged, found in ((False, self.outcomes), (True, self.unchanged))
            for outcome in found
        ]
        frame = pd.DataFrame(rows, columns=[*columns, "unchanged"])
        return frame.sort_values("handle", ignore_index=True)

    def __repr__(self) -> str:
        good = sum(outcome.status == "ok" for outcome in self.outcomes)
        text = f"{good} of {self.planned} reviews in {self.folder}"
        if self.unchanged:
            text += f", {len(self.unchanged)} unchanged"
        return text + (f", {len(self.failed)} failed" if self.failed else "")

    def _repr_html_(self) -> str:
        """Show a notebook what was made, with links to each page."""
        found = sorted([*self.outcomes, *self.unchanged], key=lambda o: o.handle)
        items = "".join(
            f"<li>{_link(self._at(o.page), o.names)}{_failure(o)}</li>" for o in found
        )
        index = _link(self.index, translate(N_("All reviews of this run")))
        return f"<p>{html.escape(repr(self))}.</p><ul>{items}<li>{index}</li></ul>"

    def _at(self, name: str) -> Path | str:
        if isinstance(self.folder, Path):
            return self.folder / name
        return f"{self.folder}/{name}"


def _link(path: Path | str, text: str) -> str:
    """Return a link that a notebook beside it can follow."""
    where = str(path)
    href = where if is_url(where) else quote(Path(os.path.relpath(where)).as_posix())
    return f'<a href="{html.escape(href)}" target="_blank">{html.escape(text)}</a>'


def _failure(outcome: Outcome) -> str:
    return f": {html.escape(outcome.message)}" if outcome.status != "ok" else ""


def begun(plan: Plan, place: Place) -> Run:
    """Return a run of which nothing is made yet."""
    folder = place.where if is_url(place.where) else Path(place.where)
    handles = [job.handle for job in plan.jobs]
    return Run(folder, unchanged=plan.unchanged, handles=handles)


def run(plan: Plan, place: Place, workers: Workers, watcher: Watcher) -> Run:
    """Run what is planned.

    An interrupt (Ctrl-C) lets the reviews that run be finished and starts no more; a
    second one ends those as well. Either way what is finished is kept, and the
    result's ``stopped`` says that some are missing.
    """
    result = begun(plan, place)
    began = time.perf_counter()
    watcher.begin(result.planned, len(plan.unchanged))
    with Interrupts() as interrupts, Journal(place) as journal:
        try:
            workers.start(plan.jobs)
            _gather(workers, journal, result, watcher, interrupts)
        except KeyboardInterrupt:
            workers.stop()
            watcher.stopping(workers.running)
            try:
                _gather(workers, journal, result, watcher, interrupts)
            except KeyboardInterrupt:
                workers.kill()
        except BaseException:
            workers.kill()
            raise
        finally:
            workers.close()
            watcher.end()
    result.outcomes.sort(key=lambda outcome: outcome.handle)
    result.seconds = time.perf_counter() - began
    return result


def _gather(
    workers: Workers,
    journal: Journal,
    result: Run,
    watcher: Watcher,
    interrupts: Interrupts,
) -> None:
    while workers.running:
        interrupts.raised()
        outcome = workers.outcome()
        if outcome is not None:
            outcome = replace(outcome, made_at=dt.datetime.now(dt.UTC).isoformat())
            journal.note(outcome)
            result.outcomes.append(outcome)
            watcher.done(outcome)
