"""One record that an answer would be: added, revised, or left where people had it in hand.

Works inside an open transaction; whose turn it is is decided in ``making_records``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mentorkit.errors import InvalidRecord, MentorkitError, NotFound, Problem
from mentorkit.models import Record, record_of
from mentorkit.store.log import taken_back
from mentorkit.workspace.adoption import Outcome, State
from mentorkit.workspace.drafts import Draft
from mentorkit.workspace.whose import Belonging


if TYPE_CHECKING:
    from mentorkit.store import Transaction


EDITED = "Somebody has changed it since: it was left as it is."
THERE = "Somebody has written something else there: it was left as it is."
TAKEN_OUT = "Somebody has taken it out since: it was left out."

REFUSED = (
    "Your login may not add this {noun}: on this server that is done by {who}. Let one of"
    " them adopt it, mentorkit adopt {assignment} {learner}, or leave it an answer."
)
WRITERS = {
    "author": "{learner} (whose it is)",
    "circle": "the members of its mentorship",
    "lead": "a lead of the program",
}

NOTED = {
    "milestones": ("status", "done_on", "verified_by", "due_on"),
    "sessions": ("kind",),
}
"""What people note of a row as it goes: the newest word of it counts, whoever's it is."""


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
    ) -> list[Outcome]:
        """Keep one record, or say what is wrong with it.

        What becomes of it is told once; of a row that was there before also what of it
        was left.
        """
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
            told=draft.told,
        )
        problems += draft.problems
        try:
            if not problems:
                return self._kept(draft, made, whose)
            if not draft.there:  # it will be taken back: see what else is wrong
                record_of(draft.table)(**draft.first | draft.values)
        except InvalidRecord as error:
            known = {problem.field for problem in draft.problems}
            found = [_placed(draft, each) for each in error.problems]
            problems += [each for each in found if each.field not in known]
        except MentorkitError as error:
            place = draft.prompt.id if draft.prompt else draft.table
            problems.append(Problem(str(error), place, row=draft.row))
        return [made]

    def _kept(self, draft: Draft, made: Outcome, whose: Belonging) -> list[Outcome]:
        """Add a record or revise it, unless somebody has had it in hand since."""
        record, row_id = record_of(draft.table), made.row_id
        history = self.change.history(record.table, row_id)
        try:
            old, version = self.change.get(record.table, row_id)
        except NotFound:
            if history and not self._ours(history[-1:], history):
                return [replace(made, state=State.LEFT, told=TAKEN_OUT)]
            values = {record.key(): row_id, **draft.first, **draft.values}
            kept = self.change.add([record(**values)])[0]
            return [replace(made, visibility=getattr(kept, "visibility", None))]
        seen = getattr(old, "visibility", None)
        made = replace(made, visibility=seen and str(seen))
        changes = differing(self.change, old, draft.values)
        before = {name: getattr(old, name) for name in changes}
        free = self._free(draft, before, history, whose.received_at)
        if free:
            chosen = {name: changes[name] for name in free}
            self.change.revise(record.table, row_id, chosen, version)
        why = THERE if draft.target else EDITED
        return [*_parted(made, before, free, why)]

    def _free(
        self,
        draft: Draft,
        before: Mapping[str, Any],
        history: Sequence[Any],
        received_at: dt.datetime,
    ) -> list[str]:
        """Return the fields that nobody but adopting has had in hand.

        Of a row that was adopted, all of them or none. Of one that was there before
        each by itself: words of others stay; what they noted gives way to what was
        handed in later.
        """
        if not draft.target:
            return [*before] if self._ours(history, history) else []
        found = []
        for name, value in before.items():
            last = [line for line in history if line["field"] == name][-1:]
            ours = bool(last) and self._ours(last, history)
            noted = name in NOTED.get(draft.table, ()) and all(
                line["at"] <= received_at for line in last
            )
            if value is None or ours or noted:
                found.append(name)
        return found

    def _ours(self, lines: Iterable[Any], history: Sequence[Any]) -> bool:
        """Return whether lines of the log are all of adopting, or of taking that back."""
        undoings = [(line["change_set"], line["undoes"]) for line in reversed(history)]
        gone = taken_back(undoings)
        return all(
            line["undoes"] or line["why"] == self.mark or line["change_set"] in gone
            for line in lines
        )


def refused(draft: Draft, whose: Belonging) -> Problem:
    """Return what is wrong with a record that a server does not let somebody add."""
    record = record_of(draft.table)
    ways = [WRITERS[each] for each in record.writers if each in WRITERS]
    who = " or ".join([*ways, "the owner of the database"])
    told = REFUSED.format(
        noun=record.noun,
        who=who.format(learner=whose.learner),
        assignment=whose.assignment,
        learner=whose.learner,
    )
    place = draft.prompt.id if draft.prompt else next(iter(draft.asked.values()), "")
    return Problem(told, place or None, row=draft.row)


def _parted(
    made: Outcome, before: Mapping[str, Any], free: Collection[str], why: str
) -> Iterator[Outcome]:
    """Give what becomes of a row that is there: what is revised of it, what is left."""
    if not before:
        yield replace(made, state=State.SAME)
        return
    for state, told, own in (
        (State.CHANGED, made.told, {*free}),
        (State.LEFT, why, before.keys() - {*free}),
    ):
        others = before.keys() - own
        if own:
            yield replace(
                made,
                state=state,
                told=told,
                fields={n: v for n, v in made.fields.items() if n not in others},
                before={n: v for n, v in before.items() if n in own},
            )


def differing(
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
