"""What a draft of a record leaves open: whose it is, where it belongs, its day and place.

Whom and what it names is found in ``naming``. Saves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from mentorkit.assignments.into import FOUND
from mentorkit.assignments.values import day_of
from mentorkit.forms.values import TWO_READINGS
from mentorkit.i18n import TwoNumbers, fill, read_number
from mentorkit.models import Field, record_of
from mentorkit.models.agenda import LONGEST, written_point
from mentorkit.models.enrollment import EnrollmentStatus
from mentorkit.store.mapping.cells import folded
from mentorkit.workspace import naming
from mentorkit.workspace.drafts import MOST_ROWS, Draft
from mentorkit.workspace.whose import Belonging


TOPIC = 120
"""Signs of what a profile's row is about."""

NOT_AGREED = (
    "A charter is what both have agreed on: answer this once you have gone through it"
    " together."
)
NO_GOAL = "The goal that this leads to has no title."
NOT_ENROLLED = "{learner} takes part in no program, so this has no place yet."
TWICE_ENROLLED = "{learner} takes part {count} times: add it by hand where it belongs."
MINUTES = "Minutes are a whole number from 1 to {longest}, such as 10."
NO_POINT = "Say what the minutes are for."


def filled_in(draft: Draft, whose: Belonging) -> None:
    """Fill in what a draft leaves open; what cannot be is among its problems."""
    record = record_of(draft.table)
    fields = {each.name: each for each in record.fields()}
    for name, value in [*draft.values.items()]:
        if name in fields and isinstance(value, str):
            draft.values[name] = _typed(fields[name], value, draft, whose)
    if own := OWN.get(draft.table):
        own(draft, whose)
    if not draft.there:
        _belong(draft, whose, fields)
        draft.first |= {
            name: whose.day
            for name, each in fields.items()
            if each.about.fill == "today" and name not in draft.values
        }


def _belong(draft: Draft, whose: Belonging, names: Collection[str]) -> None:
    """Put a record where it belongs: whose it is, and what it was written to."""
    if "mentorship_id" in names and whose.mentorship_id:
        draft.values["mentorship_id"] = whose.mentorship_id
    for table in FOUND:
        name = record_of(table).key()
        if name in names and table in whose.found and table != draft.table:
            draft.values[name] = whose.found[table]
    if author := record_of(draft.table).author:
        draft.values.setdefault(author, whose.person_id)


def _typed(each: Field, value: str, draft: Draft, whose: Belonging) -> Any:
    """Return what was typed as its model reads it: numbers and days of any script."""
    if each.kind == "date":
        return day_of(value) or value
    if each.kind not in {"integer", "number"}:
        return value
    return _number(each.name, value, draft, whose, whole=each.kind == "integer")


def _number(
    name: str, value: str, draft: Draft, whose: Belonging, *, whole: bool
) -> str | None:
    """Return a number that was typed as Python writes it; a text that is none as it is."""
    try:
        return read_number(value, whose.template.language, whole=whole)
    except TwoNumbers as two:
        told = fill(TWO_READINGS, typed=value, whole=two.whole, parted=two.parted)
        draft.wrong(name, told)
        return None


def _profile(draft: Draft, _whose: Belonging) -> None:
    """Name a profile's row by its first words where it was answered at length."""
    prompt, topic = draft.prompt, str(draft.values.get("topic") or "")
    if prompt and prompt.options:
        draft.values["topic"] = prompt.in_words(topic)
    elif prompt and not prompt.columns and (len(topic) > TOPIC or "\n" in topic):
        first = topic.partition("\n")[0]
        cut = f"{first[: TOPIC - 1].rstrip()}…"
        draft.values |= {"topic": first if len(first) <= TOPIC else cut, "text": topic}
        draft.asked["text"] = prompt.id


def _enrollment(draft: Draft, whose: Belonging) -> None:
    """Find the row that says that somebody takes part."""
    draft.there = True
    own = [
        row
        for row in whose.known.where("enrollments", person_id=whose.person_id)
        if row["status"] != EnrollmentStatus.WITHDRAWN
    ]
    if len(own) == 1:
        draft.target = str(own[0]["enrollment_id"])
        return
    told = TWICE_ENROLLED if own else NOT_ENROLLED
    name = next(iter(draft.asked), "hopes")
    draft.wrong(name, told.format(learner=whose.learner, count=len(own)))


def _clause(draft: Draft, whose: Belonging) -> None:
    """Put a clause into the edition that this hand-in makes."""
    if draft.values.get("agreed_on") is None:
        draft.asked.setdefault("agreed_on", "agreed_on")
        draft.wrong("agreed_on", NOT_AGREED)
    mine = {whose.id_of("charters", prompt.id) for prompt in whose.template.prompts}
    kept = whose.known.where("charters", mentorship_id=whose.mentorship_id)
    own = [int(row["edition"]) for row in kept if row["charter_id"] in mine]
    newest = max((int(row["edition"]) for row in kept), default=0)
    draft.values["edition"] = own[0] if own else newest + 1


def _goal(draft: Draft, whose: Belonging) -> None:
    if not draft.key and draft.values.get("title"):
        whose.found["goals"] = whose.id_of("goals", "")


def _milestone(draft: Draft, whose: Belonging) -> None:
    """Find the milestone that is looked at, or hang a new one on the hand-in's goal."""
    if not draft.key:
        naming.milestone(draft, whose)
        return
    looked_at = whose.found.get("milestones")
    if looked_at == "":
        draft.there = True  # which goal it leads to is known once that is
    elif "goals" not in whose.found:
        draft.wrong("goal_id", NO_GOAL)
    else:
        _step(draft, whose, whose.found["goals"], meets=looked_at is not None)


def _step(draft: Draft, whose: Belonging, goal: str, *, meets: bool) -> None:
    """Put a step behind those of a goal; one that is there already may meet it."""
    asked = draft.prompt.id if draft.prompt else ""
    mine = {whose.id_of("milestones", f"{asked}.{n}") for n in range(MOST_ROWS)}
    steps = [
        row
        for row in whose.known.where("milestones", goal_id=goal)
        if row["milestone_id"] not in mine
    ]
    title = folded(str(draft.values.get("title") or ""))
    same = [row for row in steps if folded(str(row["title"])) == title]
    if meets and len(same) == 1:
        draft.there, draft.target = True, str(same[0]["milestone_id"])
        draft.names["title"] = str(same[0]["title"])
        del draft.values["title"]
        return
    behind = (
        1 + max((int(row["position"]) for row in steps), default=-1) if meets else 0
    )
    draft.values["goal_id"] = goal
    draft.first["position"] = behind + (draft.row or 1) - 1


def _session(draft: Draft, whose: Belonging) -> None:
    """Find the session that is prepared; write what is to be talked about as lines."""
    naming.session(draft, whose)
    rows: Mapping[int, Mapping[str, str]] = draft.values.get("agenda") or {}
    if rows:
        lines = (_point(number, row, draft, whose) for number, row in rows.items())
        draft.values["agenda"] = "\n".join(lines)


def _point(number: int, row: Mapping[str, str], draft: Draft, whose: Belonging) -> str:
    """Return a row of an agenda as its line."""
    item, typed = " ".join(row.get("item", "").split()), row.get("minutes", "")
    draft.row = number + 1
    minutes = _number("agenda", typed, draft, whose, whole=True) or ""
    if typed and not item:
        draft.wrong("agenda", NO_POINT, typed)
    elif minutes.isdecimal() and 0 < int(minutes) <= LONGEST:
        item = written_point(int(minutes), item)
    elif minutes:
        draft.wrong("agenda", MINUTES.format(longest=LONGEST), typed)
    draft.row = None
    return item


def _reflection(draft: Draft, _whose: Belonging) -> None:
    """Keep the question beside what was said to it."""
    if draft.prompt:
        draft.values["prompt"] = draft.prompt.title[:500]


def _sheet(draft: Draft, whose: Belonging) -> None:
    """Say which instrument was filled in, and about whom."""
    name, edition = whose.instrument
    draft.values |= {"instrument": name, "edition": edition}
    naming.looked_at(draft, whose)


def _response(draft: Draft, whose: Belonging) -> None:
    draft.values["assessment_id"] = whose.id_of("assessments", "")


OWN: dict[str, Callable[[Draft, Belonging], None]] = {
    "profiles": _profile,
    "enrollments": _enrollment,
    "charters": _clause,
    "goals": _goal,
    "milestones": _milestone,
    "progress": naming.goal,
    "sessions": _session,
    "actions": naming.doer,
    "reflections": _reflection,
    "assessments": _sheet,
    "responses": _response,
}
"""What is open in drafts of one table alone."""
