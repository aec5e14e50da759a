"""A filled-in sheet of an instrument in the store: read, changed, and overtaken.

A sheet is one assessment and its responses, a row an answer, which are one thing to
whoever fills it in: saved in one change set, and a conflict when any of them changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from mentorkit.errors import Conflict, InvalidRecord, MentorkitError, NotFound, Problem
from mentorkit.forms import Saved, Submission, TakenBack, sheets
from mentorkit.i18n import N_, translate
from mentorkit.models import Assessment, Item
from mentorkit.workspace.editing import added_together, with_names


if TYPE_CHECKING:
    from mentorkit.store.transaction import Transaction
    from mentorkit.workspace import Workspace


NO_ANSWER = N_("Answer at least one of the questions.")

Place = tuple[str, str]
"""A row: its table and its id."""


@dataclass(frozen=True, slots=True)
class State:
    """A sheet as it lies in the store.

    Attributes
    ----------
    values : dict
        What the sheet's fields hold.
    places : dict
        The row of each answer that was given.
    versions : dict
        The version of each row.
    """

    values: dict[str, Any]
    places: dict[str, Place]
    versions: dict[Place, int]

    @property
    def version(self) -> int:
        """A number that stands for the versions of all rows."""
        told = json.dumps(sorted(self.versions.items()))
        return int(hashlib.sha256(told.encode()).hexdigest()[:12], 16)


@dataclass
class Rated:
    """Keeps what a form of an instrument's items submits."""

    ws: Workspace
    items: Sequence[Item]
    circle: str | None
    brings: Sequence[Item] = ()
    seen: dict[int, State] = field(default_factory=dict)

    def state(self, sheet_id: str) -> State:
        """Read a sheet and its answers, and the versions of their rows."""
        store = self.ws.store
        head, version = store.get("assessments", sheet_id)
        names = {item.item_id: sheets.answer_name(item) for item in self.items}
        rows = store.rows("responses", {"assessment_id": [sheet_id]})
        places = {
            names[row["item_id"]]: ("responses", str(row["response_id"]))
            for row in rows
            if row["item_id"] in names
        }
        versions = {place: store.get(*place)[1] for place in places.values()}
        shown = sheets.rating_sheet(tuple(self.items)).model_fields
        values = {n: v for n, v in head.model_dump().items() if n in shown}
        return State(
            values | sheets.given(self.items, rows),
            places,
            versions | {("assessments", sheet_id): version},
        )

    def remember(self, state: State) -> int:
        """Keep a state, so that what changes after it can be told; return its number."""
        self.seen[state.version] = state
        return state.version

    def save(self, submission: Submission) -> Saved:
        """Keep a new sheet, or what changed of one that is there."""
        if submission.is_new:
            return self._added(submission)
        state = self.state(submission.id)
        if state.version != submission.base_version:
            self._check_overtaken(submission, state)
        name = self._revised(submission, state)
        return self._kept(submission.id, name)

    def undo(self, sheet_id: str, change_set: str) -> TakenBack:
        """Take a save of the sheet back."""
        name = self.ws.undo(change_set).change_set
        try:
            return TakenBack(name, self._kept(sheet_id, name))
        except NotFound:
            return TakenBack(name, None)

    def _kept(self, sheet_id: str, change_set: str | None) -> Saved:
        state = self.state(sheet_id)
        version = self.remember(state)
        return Saved(sheet_id, version, values=state.values, change_set=change_set)

    def _added(self, submission: Submission) -> Saved:
        values, answered = self._parted(submission.values)
        first = self.items[0]
        filled = Assessment(
            assessment_id=submission.id,
            mentorship_id=self.circle,
            instrument=first.instrument,
            edition=first.edition,
            **values,
        )
        responses = sheets.answers(self.items, submission.id, answered)
        if not responses:
            raise self._unanswered()
        records = [filled, *responses]
        made = added_together(self.ws, submission, records, self.brings)
        kept = self._kept(submission.id, made.change_set)
        return replace(kept, repeated=made.repeated)

    def _revised(self, submission: Submission, state: State) -> str | None:
        """Save what changed; return the change set, or nothing where nothing did."""
        values, answered = self._parted(state.values | submission.values)
        changed = {n: v for n, v in values.items() if n in submission.values}
        if all(value is None for value in answered.values()):
            raise self._unanswered()
        try:
            with self.ws.store.transaction(
                self.ws.user, submission.why or None
            ) as change:
                place = ("assessments", submission.id)
                change.revise(*place, changed, state.versions[place])
                for item in self.items:
                    name = sheets.answer_name(item)
                    if name in submission.values:
                        self._answer(change, item, state, answered[name])
                name = change.change_set
        except MentorkitError:
            now = self.state(submission.id)
            if now.version != state.version:
                self._check_overtaken(submission, now)
            raise
        return name if self.state(submission.id).version != state.version else None

    def _answer(
        self, change: Transaction, item: Item, state: State, answer: object
    ) -> None:
        """Add, change or take out the row of one answer."""
        place = state.places.get(sheets.answer_name(item))
        if place is None:
            given = {sheets.answer_name(item): answer}
            change.add(sheets.answers([item], self._id_of(state), given))
        elif answer is None:
            change.erase(*place)
        else:
            what = "text" if item.scale_min is None else "value"
            change.revise(*place, {what: answer}, state.versions[place])

    @staticmethod
    def _id_of(state: State) -> str:
        return next(row for table, row in state.versions if table == "assessments")

    def _parted(
        self, values: Mapping[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Check what a sheet holds; return what is the assessment's, and the answers."""
        whole = sheets.rating_sheet(tuple(self.items))(**values)
        own: dict[str, Any] = {}
        answered: dict[str, Any] = {}
        for name in type(whole).model_fields:
            target = own if name in Assessment.model_fields else answered
            if target is answered or name in values:
                target[name] = getattr(whole, name)
        return own, answered

    def _unanswered(self) -> InvalidRecord:
        first = sheets.answer_name(self.items[0])
        return InvalidRecord(Assessment.noun, [Problem(translate(NO_ANSWER), first)])

    def _check_overtaken(self, submission: Submission, now: State) -> None:
        """See that others changed nothing that shows, or left it as it was.

        What was typed on a state that this form never saw, as after a reload, is held
        against what there is now.

        Raises
        ------
        Conflict
            They did; it tells what, since the form looked.
        """
        before = self.seen.get(submission.base_version or 0)
        known = now.values if before is None else before.values
        names = submission.values if before is None else {**known, **now.values}
        changed = [
            {
                "field": name,
                "before": None if before is None else known.get(name),
                "after": now.values.get(name),
                "version": self.remember(now),
                **self._by_whom(name, before, now),
            }
            for name in names
            if before is None or known.get(name) != now.values.get(name)
        ]
        if changed:
            message = f"This {Assessment.noun} was changed after you opened it."
            raise with_names(self.ws, Conflict(message, changed=changed))

    def _by_whom(self, name: str, before: State | None, now: State) -> dict[str, Any]:
        """Return who changed a field last, when and why."""
        head = ("assessments", self._id_of(now))
        then = before.places if before else {}
        table, row = now.places.get(name) or then.get(name) or head
        lines = self.ws.store.history(table, row)
        own = [line for line in lines if line["field"] in (name, None)] or lines
        last = (own if (table, row) == head else lines)[-1]
        return {each: last[each] for each in ("by", "at", "why")}
