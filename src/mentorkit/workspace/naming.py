"""The rows that a hand-in tells of by name: found among those of its own, or not at all.

What people typed is looked for in their own mentorship; where it fits none or several,
that is told, and whoever looks may say it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from mentorkit.assignments.into import YES
from mentorkit.assignments.values import day_of
from mentorkit.errors import did_you_mean
from mentorkit.models import RaterGroup
from mentorkit.models.session import SessionStatus
from mentorkit.store.mapping.cells import folded
from mentorkit.workspace.drafts import Draft
from mentorkit.workspace.whose import Belonging


SAY = " Whoever looks may say it: about={{'{learner}': '{what}'}}, --about {learner}={what}."

WHO = "Nobody in this mentorship is called so.{hint} There are: {names}."
NOBODY = "Nobody here has this handle.{hint}"
WHICH_GOAL = "No goal of this mentorship is called so.{hint} There are: {names}."
WHICH_STEP = "No milestone of this mentorship is called so.{hint} There are: {names}."
SEVERAL_STEPS = "Several milestones of this mentorship are called so: {names}."
NO_DAY = "It does not say on which day the session is."
NO_SESSION = "No session of this mentorship is planned for {day}. There are: {names}."
SEVERAL_SESSIONS = "Several sessions of this mentorship are on that day: {names}."
PLAN = " Plan it, ws.form('session'), and look again."
WHOSE_SHEET = "Say who is looking at whom: without it nobody knows whom this is about."
ABOUT_WHOM = "It does not say by itself about whom this is."
THEMSELVES = "This is about somebody else, and {name} has answered it."
NOT_THEIRS = "{name} is not the mentor of this mentorship."
BY_NAME = (
    "{name} is in this mentorship, and would read whose sheet this is. {learner} has not"
    " allowed that: it stays an answer."
)

EARLIER = 5
"""How many of the rows that there are a message names."""

Row = Mapping[str, Any]


def goal(draft: Draft, whose: Belonging) -> None:
    """Find the goal that a line of progress names."""
    goals = whose.known.where("goals", mentorship_id=whose.mentorship_id)
    named = str(draft.values.get("goal_id") or "")
    found = _called(goals, "goal_id", named)
    if found:
        draft.found("goal_id", found[-1]["goal_id"], found[-1]["title"])
    else:
        draft.wrong("goal_id", _unknown(WHICH_GOAL, named, goals), named)


def doer(draft: Draft, whose: Belonging) -> None:
    """Find who does something: the learner where nobody is named."""
    named = draft.values.get("owner_id")
    if not named:
        draft.values["owner_id"] = whose.person_id
        return
    known = whose.members()
    found = known.get(folded(str(named)))
    if found is None:
        handles = sorted(word for word in known if " " not in word)
        told = WHO.format(hint=did_you_mean(named, handles), names=", ".join(handles))
        draft.wrong("owner_id", told, named)
    else:
        draft.found("owner_id", found, whose.handle_of(found))


def milestone(draft: Draft, whose: Belonging) -> None:
    """Find the milestone that a hand-in is about, and its goal."""
    typed = str(draft.values.pop("title", None) or "")
    rows = [
        row
        for each in whose.known.where("goals", mentorship_id=whose.mentorship_id)
        for row in whose.known.where("milestones", goal_id=each["goal_id"])
    ]
    named = whose.about or typed
    found = _called(rows, "milestone_id", named)
    if len(found) == 1:
        whose.found["goals"] = str(found[0]["goal_id"])
        _about(draft, whose, str(found[0]["milestone_id"]))
        draft.names["title"] = str(found[0]["title"])
        return
    _about(draft, whose, "")
    told = _unknown(WHICH_STEP, named, rows)
    if found:
        names = ", ".join(str(row["milestone_id"]) for row in found)
        told = SEVERAL_STEPS.format(names=names)
    draft.wrong("title", told + _say(whose, "MILESTONE"), named or None)


def session(draft: Draft, whose: Belonging) -> None:
    """Find the session that a hand-in is about, by its day."""
    typed = draft.values.pop("starts_at", None)
    named = whose.about or str(typed or "")
    day = day_of(named)
    rows = [
        row
        for row in whose.known.where("sessions", mentorship_id=whose.mentorship_id)
        if row["status"] in {SessionStatus.PLANNED, SessionStatus.HELD}
    ]
    found = [
        row for row in rows if row["session_id"] == named or _starts(row)[1] == day
    ]
    if len(found) == 1:
        _about(draft, whose, str(found[0]["session_id"]))
        draft.names["starts_at"] = _starts(found[0])[0]
        return
    _about(draft, whose, "")
    if found:
        told = SEVERAL_SESSIONS.format(names=_clocks(found, with_id=True))
    elif named:
        told = NO_SESSION.format(day=named, names=_clocks(rows)) + PLAN
    else:
        told = NO_DAY
    draft.wrong("starts_at", told + _say(whose, "SESSION"), typed)


def looked_at(draft: Draft, whose: Belonging) -> None:
    """Find about whom a sheet is, as far as a hand-in, or whoever looks, says it."""
    place = whose.asks("assessments", "rater_group")
    group = draft.values.get("rater_group", None if place else RaterGroup.SELF)
    draft.asked.setdefault("rater_group", place)
    asked = "rater_group" if place else ""
    mentors = whose.mentors() if group == RaterGroup.MENTEE else []
    if group is None:
        draft.wrong(asked, WHOSE_SHEET)
    elif group == RaterGroup.SELF:
        draft.values["person_id"] = whose.person_id
    elif named := whose.about or _before(whose):
        _see(draft, whose, named, mentors)
    elif len(mentors) == 1:
        draft.found("person_id", mentors[0], whose.handle_of(mentors[0]))
    else:
        draft.wrong(asked, ABOUT_WHOM + _say(whose, "HANDLE"), place and group)
    if "person_id" in draft.names:
        draft.asked["person_id"] = place
    draft.values.pop("rater_id", None)  # whether they may be named, and not by whom
    draft.asked.pop("rater_id", None)


def _see(draft: Draft, whose: Belonging, named: str, mentors: Sequence[str]) -> None:
    """Put the person into a sheet whom somebody has said that it is about."""
    people = whose.known.tables["people"]
    found = [row for row in people if named in {row["handle"], row["person_id"]}]
    if not found:
        hint = did_you_mean(named, [str(row["handle"]) for row in people])
        draft.wrong("", NOBODY.format(hint=hint), named)
        return
    person, name = str(found[0]["person_id"]), str(found[0]["name"])
    draft.found("person_id", person, found[0]["handle"])
    if person == whose.person_id:
        draft.wrong("", THEMSELVES.format(name=name), named)
    elif mentors and person not in mentors:
        draft.wrong("", NOT_THEIRS.format(name=name), named)
    elif place := whose.asks("assessments", "rater_id"):
        within = {"mentorship_id": whose.mentorship_id, "person_id": person}
        may_know = draft.values.get("rater_id") == YES
        if not may_know and whose.known.where("members", **within):
            draft.asked.setdefault("rater_id", place)
            told = BY_NAME.format(name=name, learner=whose.learner)
            draft.wrong("rater_id", told)


def _before(whose: Belonging) -> str:
    """Return the person whom a sheet is about that was adopted before."""
    sheet = whose.id_of("assessments", "")
    found = whose.known.where("assessments", assessment_id=sheet)
    return str(found[0]["person_id"]) if found else ""


def _about(draft: Draft, whose: Belonging, row_id: str) -> None:
    """Note which row a hand-in is about; nothing where that is not known."""
    draft.there, draft.target = True, row_id
    whose.found[draft.table] = row_id


def _called(rows: Sequence[Row], key: str, named: str) -> list[Row]:
    """Return the rows that go by a name: their title, or their id."""
    names = ("title", key)
    word = folded(named)
    return [row for row in rows if word in {folded(str(row[n])) for n in names}]


def _unknown(message: str, named: str, rows: Sequence[Row]) -> str:
    names = [str(row["title"]) for row in rows]
    shown = "; ".join(f"“{name}”" for name in names) or "none yet"
    return message.format(hint=did_you_mean(named, names), names=shown)


def _say(whose: Belonging, what: str) -> str:
    return SAY.format(learner=whose.learner, what=what)


def _starts(row: Row) -> tuple[str, dt.date]:
    """Return when a session starts by its own clocks, and on which day that is."""
    moment = dt.datetime.fromisoformat(str(row["starts_at"]))
    local = moment.astimezone(ZoneInfo(str(row["timezone"] or "UTC")))
    return f"{local:%Y-%m-%d %H:%M}", local.date()


def _clocks(rows: Sequence[Row], *, with_id: bool = False) -> str:
    """Return sessions by their clocks, the latest ones."""
    told = sorted((_starts(row)[0], str(row["session_id"])) for row in rows)[-EARLIER:]
    names = [f"{clock} ({key})" if with_id else clock for clock, key in told]
    return ", ".join(names) or "none"
