"""Opening forms for several rows at once: a charter, a rubric, what people take on.

What such a form shows and what its values become is told in ``forms.sheets``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mentorkit.errors import Conflict, InvalidRecord, NotAllowed, Problem
from mentorkit.forms import RecordForm, Saved, Submission, TakenBack, sheets
from mentorkit.models import Action, Charter
from mentorkit.workspace.belonging import circle_of_new
from mentorkit.workspace.editing import (
    added_together,
    members,
    opened,
    with_names,
)
from mentorkit.workspace.rating import rating


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


def sheet(
    ws: Workspace,
    record: str,
    row: str | None,
    mentorship: str | None,
    values: Mapping[str, Any],
) -> RecordForm | None:
    """Return the form for several rows that a word asks for, or nothing.

    Parameters
    ----------
    ws : Workspace
        Where they are kept.
    record : str
        ``charter`` (all of it), ``actions`` (one a line) or ``assessment`` (with its
        ``instrument`` among the values).
    row : str or None
        The id of what is there already.
    mentorship : str or None
        Whose they are.
    values : Mapping
        What to fill in beforehand.
    """
    found = SHEETS.get(record)
    if found is None or (row is not None and found is not rating):
        return None
    return found(ws, row, mentorship, values)


def _charter(
    ws: Workspace, _row: None, mentorship: str | None, values: Mapping[str, Any]
) -> RecordForm:
    circle = circle_of_new(ws, Charter, mentorship)
    edition, texts = _edition(ws, circle)
    return opened(
        ws,
        sheets.charter_sheet(),
        circle,
        values={**texts, **values},
        row_id=circle if edition else None,
        version=edition or None,
        save=lambda submission: _save_charter(ws, str(circle), submission),
        undo=lambda _, change_set: _undo_charter(ws, str(circle), change_set),
    )


def _edition(ws: Workspace, circle: str | None) -> tuple[int, dict[str, str]]:
    """Return the number and the texts of the charter's newest edition; 0 for none."""
    kept = ws.store.rows("charters", {"mentorship_id": [str(circle)]})
    newest = max(kept.columns["edition"], default=0)
    seen = ws.charters(mentorship=circle)
    seen = seen[seen["edition"] == newest].sort_values("position")
    clauses = [row for row in kept if row["edition"] == newest]
    if len(seen) < len(clauses) or seen["text"].isna().any():
        raise NotAllowed(
            "This charter has clauses that you may not read, so you cannot write it"
            " anew. ws.charters() shows those that you may."
        )
    labels = seen["label"].astype("object").where(seen["label"].notna(), None)
    return int(newest), sheets.charter_texts(
        seen.assign(label=labels).to_dict("records")
    )


def _save_charter(ws: Workspace, circle: str, submission: Submission) -> Saved:
    edition, texts = _edition(ws, circle)
    if edition != (submission.base_version or 0):
        raise _newer_charter(ws, circle, submission.base_version or 0)
    texts |= {name: text or "" for name, text in submission.values.items()}
    clauses = [
        Charter(mentorship_id=circle, edition=edition + 1, **clause)
        for clause in sheets.charter_clauses(texts)
    ]
    if not clauses:
        raise InvalidRecord(
            "charter",
            [Problem("Write down at least one thing that you agreed on.", "purpose")],
        )
    with ws.store.transaction(ws.user, submission.why or None) as change:
        change.add(clauses)
        name = change.change_set
    return Saved(circle, edition + 1, values=texts, change_set=name)


def _newer_charter(ws: Workspace, circle: str, base: int) -> Conflict:
    """Return who wrote which sections of a newer edition."""
    kept = [*ws.store.rows("charters", {"mentorship_id": [circle]})]
    newest = max((row["edition"] for row in kept), default=0)
    before, after = (
        sheets.charter_texts(
            sorted(
                (row for row in kept if row["edition"] == edition),
                key=lambda row: row["position"],
            )
        )
        for edition in (base, newest)
    )
    first = next(row for row in kept if row["edition"] == newest)
    line = ws.store.history("charters", first["charter_id"])[0]
    changed = [
        {
            "field": name,
            "before": before.get(name),
            "after": after.get(name),
            "by": line["by"],
            "at": line["at"],
            "why": line["why"],
            "version": newest,
        }
        for name in dict.fromkeys([*before, *after])
        if before.get(name) != after.get(name)
    ]
    message = f"Edition {newest} of this charter was saved after you opened it."
    return with_names(ws, Conflict(message, changed=changed))


def _undo_charter(ws: Workspace, circle: str, change_set: str) -> TakenBack:
    undone = ws.undo(change_set)
    edition, texts = _edition(ws, circle)
    row = Saved(circle, edition, values=texts, change_set=undone.change_set)
    return TakenBack(undone.change_set, row if edition else None)


def _actions(
    ws: Workspace, _row: None, mentorship: str | None, values: Mapping[str, Any]
) -> RecordForm:
    circle = circle_of_new(ws, Action, mentorship)
    return opened(
        ws,
        sheets.actions_sheet(),
        circle,
        values=values,
        options={"people": members(ws, circle)},
        save=lambda submission: _save_actions(ws, str(circle), submission),
        undo=lambda _, change_set: _taken_out(ws, change_set),
    )


def _save_actions(ws: Workspace, circle: str, submission: Submission) -> Saved:
    made: list[Action] = []
    problems = []
    for number, row in enumerate(
        sheets.action_values(submission.values, submission.id), 1
    ):
        try:
            made.append(Action(mentorship_id=circle, **row))
        except InvalidRecord as error:
            problems += [
                Problem(f"Line {number}: {problem.message}", "lines")
                for problem in error.problems
            ]
    if problems:
        raise InvalidRecord("action", problems)
    kept = added_together(ws, submission, made)
    if kept.repeated:
        ids = [each.action_id for each in made]
        rows = ws.store.rows("actions", {"action_id": ids})
        return replace(kept, values={"lines": sheets.action_lines(rows)})
    people = dict(members(ws, circle))
    summary = [(each.title, _by_whom(each, people)) for each in made]
    return replace(kept, summary=summary)


def _by_whom(action: Action, people: Mapping[str, str]) -> str:
    who = people.get(action.owner_id, action.owner_id)
    return f"{who}, {action.due_on:%Y-%m-%d}" if action.due_on else who


def _taken_out(ws: Workspace, change_set: str) -> TakenBack:
    return TakenBack(ws.undo(change_set).change_set, None)


Opens = Callable[["Workspace", Any, str | None, Mapping[str, Any]], RecordForm]

SHEETS: dict[str, Opens] = {
    "charter": _charter,
    "actions": _actions,
    "assessment": rating,
}
"""The words for forms of several rows, and what opens each."""
