"""Noting in the database which reviews were made, beside the run's own manifest."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from mentorkit.errors import MentorkitError
from mentorkit.models import ReviewRun
from mentorkit.review.job import Outcome
from mentorkit.review.run import Watcher


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading


FEW = 100
"""How many outcomes a transaction notes, and how many a run that is killed owes."""


class Recorder:
    """A watcher that notes each review as a row of ``review_runs``.

    An outcome is noted once, however often it is handed in, since its row's id is made
    of it. Where the database takes nothing, the run goes on, and ``refused`` says why.

    Parameters
    ----------
    ws : Reading
        The workspace.
    about : mapping
        What holds for the whole run; see :func:`mentorkit.review.manifest.publish`.
    folder : str
        Where its files are, seen from the workspace.
    watcher : Watcher
        Who else is told.
    places : mapping, optional
        By handle what reviews that are of no mentorship belong to.
    """

    def __init__(
        self,
        ws: Reading,
        about: Mapping[str, Any],
        folder: str,
        watcher: Watcher,
        places: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self._ws, self._about, self._folder = ws, about, folder
        self._watcher = watcher
        self._waiting: list[Outcome] = []
        listed = ws.mentorships(audience="pair")
        columns = ("handle", "program_id", "mentorship_id")
        self._places = {
            handle: {"program_id": program, "mentorship_id": mentorship}
            for handle, program, mentorship in zip(
                *(listed[name] for name in columns), strict=True
            )
        }
        self._places |= {handle: {**at} for handle, at in (places or {}).items()}
        self.refused = ""

    def begin(self, planned: int, unchanged: int) -> None:
        """Hand on."""
        self._watcher.begin(planned, unchanged)

    def done(self, outcome: Outcome) -> None:
        """Note it, soon."""
        self._watcher.done(outcome)
        self._waiting.append(outcome)
        if len(self._waiting) >= FEW:
            self._note()

    def stopping(self, running: int) -> None:
        """Hand on."""
        self._watcher.stopping(running)

    def end(self) -> None:
        """Note what is left."""
        self._watcher.end()
        self._note()

    def note(self, outcomes: Iterable[Outcome]) -> None:
        """Note what a run that was ended had made and not noted any more."""
        self._waiting += [outcome for outcome in outcomes if outcome.made_at]
        self._note()

    def _note(self) -> None:
        rows = [self._row(outcome) for outcome in self._waiting]
        self._waiting.clear()
        if not rows or self.refused:
            return
        asked = {"review_run_id": [row.id for row in rows]}
        try:
            there = self._ws.store.rows("review_runs", asked)
            known = {row["review_run_id"] for row in there}
            if new := [row for row in rows if row.id not in known]:
                self._ws.store.add(new, self._ws.user, "review run")
        except MentorkitError as error:
            self.refused = str(error)

    def _row(self, outcome: Outcome) -> ReviewRun:
        about = self._about
        made_of = f"{self._folder}\n{outcome.handle}\n{outcome.made_at}"
        stands_for = hashlib.sha256(made_of.encode()).hexdigest()
        return ReviewRun(
            review_run_id=f"rr-{stands_for[:16]}",
            **self._places.get(outcome.handle, {}),
            template=about["template"],
            period=about["period"],
            visibility=about["audience"],
            language=about["language"],
            cut_at=dt.datetime.fromisoformat(about["cut"]),
            made_at=dt.datetime.fromisoformat(outcome.made_at),
            status=outcome.status,
            seconds=outcome.seconds,
            error=outcome.message[:5000] or None,
            inputs=outcome.inputs,
            folder=self._folder,
        )
