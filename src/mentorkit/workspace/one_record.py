"""One record that an answer would be: added, revised, or left where people had it in hand.

Works inside an open transaction; whose turn it is is decided in ``making_records``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mentorkit.errors import InvalidRecord, MentorkitError, NotFound, Problem
from mentorkit.models import Record, record_of
from mentorkit.store.log import taken_back
from mentorkit.workspace.adoption import Outcome, State
from mentorkit.workspace.drafts import Draft
from mentorkit.workspace.filling_in import filled_in
from mentorkit.workspace.whose import Belonging


if TYPE_CHECKING:
    from mentorkit.store import Transaction


EDITED = "Somebody has changed it since: it was left as it is."
TAKEN_OUT = "Somebody has taken it out since: it was left out."


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes records of drafts in one transaction.

    Attributes
    ----------
    mark : str
        The reason that its changes give, by which they are known again.
    """

    change: Transaction
    mark: str

    def make(
        self,
        draft: Draft,
        whose: Belonging,
        problems: list[Problem],
    ) -> Outcome:
        """Keep one record, or say what is wrong with it."""
        filled_in(draft, whose)
        told = draft.values | draft.names
        answered = {name: told.get(name) for name in draft.asked}
        row_id = draft.target or whose.id_of(draft.table, draft.key)
        made = Outcome(
            learner=whose.learner,
            table=draft.table,
            row_id=row_id,
            state=State.NEW,
            fields={n: v for n, v in answered.items() if v is not None},
            asked=draft.asked,
            visibility=_visibility(draft),
        )
        problems += draft.problems
        try:
            if problems:  # it will be taken back: see what else is wrong
                record_of(draft.table)(**draft.values)
                return made
            return self._kept(draft, made)
        except InvalidRecord as error:
            known = {problem.field for problem in draft.problems}
            found = [_placed(draft, each) for each in error.problems]
            problems += [each for each in found if each.field not in known]
        except MentorkitError as error:
            place = draft.prompt.id if draft.prompt else draft.table
            problems.append(Problem(str(error), place, row=draft.row))
        return made

    def _kept(self, draft: Draft, made: Outcome) -> Outcome:
        """Add a record or revise it, unless somebody has had it in hand since."""
        record, row_id = record_of(draft.table), made.row_id
        history = self.change.history(record.table, row_id)
        try:
            old, version = self.change.get(record.table, row_id)
        except NotFound:
            if history and not self._ours(history[-1:], history):
                return replace(made, state=State.LEFT, told=TAKEN_OUT)
            values = {record.key(): row_id, **draft.values}
            kept = self.change.add([record(**values)])[0]
            return replace(made, visibility=getattr(kept, "visibility", None))
        seen = getattr(old, "visibility", None)
        made = replace(made, visibility=seen and str(seen))
        changes = _differing(self.change, old, draft.values)
        if not changes:
            return replace(made, state=State.SAME)
        before = {name: getattr(old, name) for name in changes}
        if not self._may_change(draft, before, history):
            return replace(made, state=State.LEFT, told=EDITED)
        self.change.revise(record.table, row_id, changes, version)
        return replace(made, state=State.CHANGED, before=before)

    def _may_change(
        self, draft: Draft, before: dict[str, Any], history: Sequence[Any]
    ) -> bool:
        """Return whether nobody but adopting has had these fields, or the row, in hand."""
        if not draft.target:
            return self._ours(history, history)
        lines = [
            [line for line in history if line["field"] == name][-1:]
            for name, value in before.items()
            if value is not None
        ]
        return all(last and self._ours(last, history) for last in lines)

    def _ours(self, lines: Iterable[Any], history: Sequence[Any]) -> bool:
        """Return whether lines of the log are all of adopting, or of taking that back."""
        undoings = [(line["change_set"], line["undoes"]) for line in reversed(history)]
        gone = taken_back(undoings)
        return all(
            line["undoes"] or line["why"] == self.mark or line["change_set"] in gone
            for line in lines
        )


def _differing(
    change: Transaction, old: Record, values: dict[str, Any]
) -> dict[str, Any]:
    """Return the values that a row would hold otherwise."""
    record = type(old)
    new = record(**{**dict(vars(old)), **values})
    found = {}
    for name in values:
        ref, value = record.field(name).about.ref, getattr(new, name)
        if ref and value is not None:
            value = change.find_id(ref, value)
        if value != getattr(old, name):
            found[name] = value
    return found


def _visibility(draft: Draft) -> str | None:
    """Return who may read a record, as its model has it where nobody said."""
    field_ = record_of(draft.table).model_fields.get("visibility")
    found = draft.values.get("visibility", field_.default if field_ else None)
    return None if found is None else str(found)


def _placed(draft: Draft, problem: Problem) -> Problem:
    """Return a problem under the prompt that its field was answered to."""
    name = str(problem.field)
    place = draft.asked.get(name) or (draft.prompt.id if draft.prompt else name)
    return replace(problem, field=place, row=draft.row)
