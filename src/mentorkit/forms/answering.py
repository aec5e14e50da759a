"""What a form remembers between its requests, and how it answers each.

A form may change the rows that it was opened on or added, and take back its own saves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mentorkit.errors import Conflict, InvalidRecord, NotFound
from mentorkit.forms import words
from mentorkit.forms.advice import ADVISED
from mentorkit.forms.contract import Saved, Setup, Submission, TakenBack
from mentorkit.forms.drafts import drafts_of
from mentorkit.forms.intake import changed_since, read, told_at_once, typed_so_far
from mentorkit.forms.replies import conflict, invalid, kept_before, saved, undone
from mentorkit.forms.spec import first_values, spec_of
from mentorkit.i18n import translate
from mentorkit.models import new_id


Answer = dict[str, Any]
Message = Mapping[str, Any]


class Answering:
    """One form's side of the conversation with its front end.

    Parameters
    ----------
    setup : Setup
        What the form was opened with.
    spot : str
        Where in which notebook it was opened, if that is known.
    """

    def __init__(self, setup: Setup, spot: str) -> None:
        self._setup = setup
        self._spot = spot
        self._rows: dict[str, dict[str, Any]] = {}
        if setup.row_id is not None:
            self._rows[setup.row_id] = dict(setup.values)
        self._saves: dict[str, _Save] = {}
        self._undone: dict[str, Answer] = {}
        self.saved: Saved | None = None

    def open(self) -> Answer:
        """Describe the form, what its controls hold, and which row it is about."""
        setup = self._setup
        return {
            "kind": "opened",
            "spec": spec_of(setup),
            "drafts": drafts_of(setup, self._spot),
            "values": first_values(setup),
            "id": setup.row_id or new_id(setup.record.prefix),
            "version": setup.version,
        }

    def save(self, message: Message) -> Answer:
        """Read what was typed, and hand it over to be kept."""
        setup = self._setup
        try:
            submission = read(setup, message, self._rows)
        except InvalidRecord as error:
            return invalid(setup, error.problems)
        try:
            kept = setup.save(submission)
        except InvalidRecord as error:
            row = {**self._rows.get(submission.id, {}), **submission.values}
            return invalid(setup, told_at_once(setup, row, error.problems))
        except Conflict as error:
            self._overtaken(submission, error)
            return conflict(setup, submission, error)
        return self._note(submission, kept)

    def undo(self, message: Message) -> Answer:
        """Take back one of this form's own saves; asked twice, it answers twice."""
        change_set = str(message["change_set"])
        if change_set in self._undone:
            return self._undone[change_set]
        setup, done = self._setup, self._saves.get(change_set)
        if done is None or setup.undo is None:
            raise NotFound(translate(words.NOT_UNDONE, setup.language))
        submission = done.submission
        back = setup.undo(submission.id, change_set)
        self._saves[back.change_set] = _Save(submission, stands=not done.stands)
        found = self._taken_back(submission, back, stands=not done.stands)
        self._undone[change_set] = found
        return found

    def advise(self, message: Message) -> Answer:
        """Say what could be clearer in what is typed so far."""
        setup = self._setup
        values = {**setup.values, **typed_so_far(setup, message["values"])}
        advice = ADVISED[setup.record](values, setup.language)
        return {"kind": "advice", **advice}

    def _note(self, submission: Submission, kept: Saved) -> Answer:
        before = self._rows.get(kept.id, {})
        self._rows[kept.id] = row = {**before, **submission.values, **kept.values}
        if kept.repeated and changed_since(self._setup, submission, row):
            return kept_before(self._setup, kept, row)
        self.saved = kept
        if kept.change_set is not None:
            self._saves[kept.change_set] = _Save(submission, stands=True)
        return saved(self._setup, submission, kept, row)

    def _taken_back(
        self, submission: Submission, back: TakenBack, *, stands: bool
    ) -> Answer:
        before = self._rows.pop(submission.id, {})
        if back.row is None:
            out = Saved(new_id(self._setup.record.prefix), 0)
            return undone(self._setup, submission, back, out, before, stands=stands)
        self._rows[submission.id] = row = {**before, **back.row.values}
        self.saved = back.row
        return undone(self._setup, submission, back, back.row, row, stands=stands)

    def _overtaken(self, submission: Submission, error: Conflict) -> None:
        """Learn what the row holds now, so that the next save is compared with it."""
        row = self._rows.setdefault(submission.id, {})
        for line in error.changed:
            row[str(line.get("field"))] = line.get("after")


@dataclass(frozen=True, slots=True)
class _Save:
    """A save of this form, or its taking back; ``stands`` tells which."""

    submission: Submission
    stands: bool
