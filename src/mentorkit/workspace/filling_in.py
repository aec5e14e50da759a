"""What a draft of a record leaves open: whose it is, where it belongs, whom it names.

Names that people typed are looked for among those of their own mentorship, and never
guessed at. Saves nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mentorkit.assignments.values import day_of
from mentorkit.errors import Problem, did_you_mean
from mentorkit.forms.values import TWO_READINGS
from mentorkit.i18n import TwoNumbers, fill, read_number
from mentorkit.models import Field, RaterGroup, record_of
from mentorkit.models.enrollment import EnrollmentStatus
from mentorkit.store.mapping.cells import folded
from mentorkit.workspace.drafts import Draft
from mentorkit.workspace.whose import Belonging


TOPIC = 120
"""Signs of what a profile's row is about."""

NOT_AGREED = (
    "A charter is what both have agreed on: answer this once you have gone through it"
    " together."
)
WHO = "Nobody in this mentorship is called so.{hint} There are: {names}."
WHICH_GOAL = "No goal of this mentorship is called so.{hint} There are: {names}."
WHOSE_SHEET = "Say who is looking at whom: without it nobody knows whom this is about."
NOBODY_LOOKED_AT = "It does not say by itself about whom this is: add it by hand."
NO_GOAL = "The goal that this leads to has no title."
NOT_ENROLLED = "{learner} takes part in no program, so this has no place yet."
TWICE_ENROLLED = "{learner} takes part {count} times: add it by hand where it belongs."


def filled_in(draft: Draft, whose: Belonging) -> None:
    """Fill in what a draft leaves open; what cannot be is among its problems."""
    record = record_of(draft.table)
    fields = {each.name: each for each in record.fields()}
    for name, value in [*draft.values.items()]:
        if name in fields and isinstance(value, str):
            draft.values[name] = _typed(
                fields[name], value, draft, whose.template.language
            )
    if "mentorship_id" in fields and whose.mentorship_id:
        draft.values["mentorship_id"] = whose.mentorship_id
    if own := OWN.get(draft.table):
        own(draft, whose)
    if record.author:
        draft.values.setdefault(record.author, whose.person_id)
    if draft.target is None:
        days = [each.name for each in fields.values() if each.about.fill == "today"]
        draft.values = dict.fromkeys(days, whose.day) | draft.values


def wrong(draft: Draft, name: str, told: str, value: object = None) -> None:
    """Note what is wrong with a field, under the prompt that it was answered to."""
    place = draft.asked.get(name) or (draft.prompt.id if draft.prompt else name)
    draft.problems.append(Problem(told, place, value, row=draft.row))


def _typed(each: Field, value: str, draft: Draft, language: str) -> Any:
    """Return what was typed as its model reads it: numbers and days of any script."""
    if each.kind == "date":
        return day_of(value) or value
    if each.kind not in {"integer", "number"}:
        return value
    try:
        return read_number(value, language, whole=each.kind == "integer")
    except TwoNumbers as two:
        told = fill(TWO_READINGS, typed=value, whole=two.whole, parted=two.parted)
        wrong(draft, each.name, told)
        return None


def _profile(draft: Draft, _whose: Belonging) -> None:
    """Name a profile's row by its first words where it was answered at length."""
    prompt, topic = draft.prompt, str(draft.values.get("topic") or "")
    if prompt and prompt.options:
        labels = {option.value: option.label for option in prompt.options}
        draft.values["topic"] = labels.get(topic, topic)
    elif prompt and not prompt.columns and (len(topic) > TOPIC or "\n" in topic):
        first = topic.partition("\n")[0]
        cut = f"{first[: TOPIC - 1].rstrip()}…"
        draft.values |= {"topic": first if len(first) <= TOPIC else cut, "text": topic}
        draft.asked["text"] = prompt.id


def _enrollment(draft: Draft, whose: Belonging) -> None:
    """Find the row that says that somebody takes part."""
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
    wrong(draft, name, told.format(learner=whose.learner, count=len(own)))


def _clause(draft: Draft, whose: Belonging) -> None:
    """Put a clause into the edition that this hand-in makes."""
    if draft.values.get("agreed_on") is None:
        draft.asked.setdefault("agreed_on", "agreed_on")
        wrong(draft, "agreed_on", NOT_AGREED)
    mine = {whose.id_of("charters", prompt.id) for prompt in whose.template.prompts}
    kept = whose.known.where("charters", mentorship_id=whose.mentorship_id)
    own = [int(row["edition"]) for row in kept if row["charter_id"] in mine]
    newest = max((int(row["edition"]) for row in kept), default=0)
    draft.values["edition"] = own[0] if own else newest + 1


def _goal(draft: Draft, whose: Belonging) -> None:
    if not draft.key and draft.values.get("title"):
        whose.goals[""] = whose.id_of("goals", "")


def _milestone(draft: Draft, whose: Belonging) -> None:
    """Hang a milestone on the goal of the same hand-in."""
    draft.values["position"] = (draft.row or 1) - 1
    if "" in whose.goals:
        draft.values["goal_id"] = whose.goals[""]
    else:
        wrong(draft, "goal_id", NO_GOAL)


def _progress(draft: Draft, whose: Belonging) -> None:
    """Find the goal that a line of progress names."""
    goals = whose.known.where("goals", mentorship_id=whose.mentorship_id)
    titles = {folded(str(row["title"])): row for row in goals}
    titles |= {folded(str(row["goal_id"])): row for row in goals}
    names = [str(row["title"]) for row in goals]
    named = str(draft.values.get("goal_id") or "")
    found = titles.get(folded(named))
    if found is None:
        shown = "; ".join(f"“{name}”" for name in names) or "none yet"
        told = WHICH_GOAL.format(hint=did_you_mean(named, names), names=shown)
        wrong(draft, "goal_id", told, named)
    else:
        draft.values["goal_id"] = str(found["goal_id"])
        draft.names["goal_id"] = str(found["title"])


def _action(draft: Draft, whose: Belonging) -> None:
    """Find who does it: the learner where nobody is named."""
    named = draft.values.get("owner_id")
    if not named:
        draft.values["owner_id"] = whose.person_id
        return
    known = whose.members()
    found = known.get(folded(str(named)))
    if found is None:
        handles = sorted(word for word in known if " " not in word)
        told = WHO.format(hint=did_you_mean(named, handles), names=", ".join(handles))
        wrong(draft, "owner_id", told, named)
    else:
        draft.values["owner_id"] = found
        draft.names["owner_id"] = whose.handle_of(found)


def _reflection(draft: Draft, _whose: Belonging) -> None:
    """Keep the question beside what was said to it."""
    if draft.prompt:
        draft.values["prompt"] = draft.prompt.title[:500]


def _sheet(draft: Draft, whose: Belonging) -> None:
    """Say which instrument was filled in, and about whom."""
    name, edition = whose.instrument
    draft.values |= {"instrument": name, "edition": edition}
    asked = {prompt.into: prompt.id for prompt in whose.template.prompts}
    place = next((p for into, p in asked.items() if ".rater_group" in into), "")
    group = draft.values.get("rater_group", None if place else RaterGroup.SELF)
    draft.asked.setdefault("rater_group", place)
    mentors = whose.mentors() if group == RaterGroup.MENTEE else []
    if group == RaterGroup.SELF:
        draft.values["person_id"] = whose.person_id
    elif len(mentors) == 1:
        draft.values["person_id"] = mentors[0]
        draft.asked["person_id"] = place
        draft.names["person_id"] = whose.handle_of(mentors[0])
    elif group is None:
        wrong(draft, "rater_group", WHOSE_SHEET)
    else:
        wrong(draft, "rater_group", NOBODY_LOOKED_AT, group)


def _response(draft: Draft, whose: Belonging) -> None:
    draft.values["assessment_id"] = whose.id_of("assessments", "")


OWN: dict[str, Callable[[Draft, Belonging], None]] = {
    "profiles": _profile,
    "enrollments": _enrollment,
    "charters": _clause,
    "goals": _goal,
    "milestones": _milestone,
    "progress": _progress,
    "actions": _action,
    "reflections": _reflection,
    "assessments": _sheet,
    "responses": _response,
}
"""What is open in drafts of one table alone."""
