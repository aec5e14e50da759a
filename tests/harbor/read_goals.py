"""Goals with their milestones, and the one number that tells how far they are."""

from __future__ import annotations

import datetime as dt
import re

from tests.harbor.readings import day, same


FILE = "goals.csv"


def read_goals(out, goals, *, seen_on):
    for number, row in goals:
        owner = goal_owner(out, number, row["Mentee"])
        if owner is None:
            continue
        pair = out.mentorship_of(owner["email"])
        goal = f"g{out.number('goals')}"
        out.add(
            "goals",
            goal_id=goal,
            mentorship_id=pair["handle"],
            owner_id=owner["handle"],
            title=row["Goal"],
            relevant=row["Why it matters"],
            metric=row["Measured by"],
            unit="%" if "%" in row["Measured by"] else "",
            baseline=row["Baseline"],
            target=row["Target"],
            importance=row["Importance (0-3)"],
            difficulty=row["Difficulty (0-3)"],
            set_on=pair["starts_on"],
            due_on=goal_due(out, number, row["Due"]),
            status="active",
        )
        read_milestones(out, number, goal, row["Milestones"])
        if row["Now"] == "n/a":
            out.note(FILE, number, "“Now” is n/a: no progress was recorded.")
            continue
        out.add(
            "progress",
            progress_id=f"pg{out.number('progress')}",
            goal_id=goal,
            recorded_on=seen_on,
            value=row["Now"],
            by_id=owner["handle"],
        )
    words = f"no day is given for “Now”: it is {seen_on}, the last day in the log."
    out.note(FILE, None, words)
    out.note(FILE, None, "goals are taken to be set on the day that their pair began.")


def goal_owner(out, number, key):
    """Find whose goal it is; a name that two people bear settles nothing."""
    if found := out.people.get(same(key)):
        return found
    named = out.by_name(key)
    if len(named) == 1:
        return named[0]
    who = " or ".join(p["email"] for p in named) or "nobody who signed up"
    words = f"“{key}” may be {who}; the goal was left out rather than given to one."
    out.note(FILE, number, words if named else f"“{key}” is {who}; left out.")
    return None


def goal_due(out, number, text):
    if found := day(text):
        return found
    out.note(FILE, number, f"“{text}” was read as 2026-09-30.")
    return {"end of september": dt.date(2026, 9, 30)}[same(text)]


def read_milestones(out, number, goal, text):
    finished = False
    for position, line in enumerate(text.splitlines()):
        found = re.fullmatch(r"(.+) - (\S+)( DONE)?", line.strip())
        due, done = day(found[2]), bool(found[3])
        finished = finished or done
        out.add(
            "milestones",
            milestone_id=f"m{out.number('milestones')}",
            goal_id=goal,
            position=position,
            title=found[1],
            due_on=due,
            original_due_on=due,
            status="done" if done else "planned",
            done_on=due if done else "",
        )
    if finished:
        words = "DONE milestones have no day of their own: the day due was taken."
        out.note(FILE, number, words)
