"""Snapshots of whole programs: none, small, and as large as programs get."""

from __future__ import annotations

import datetime as dt

from tests.report.stories import HOSTILE

from mentorkit.frames import ProgramSnapshot
from mentorkit.frames.tidy import frame_of
from mentorkit.models import (
    Decision,
    Enrollment,
    Goal,
    Member,
    Mentorship,
    Milestone,
    Opportunity,
    Period,
    Person,
    Program,
    Progress,
    Reflection,
    Session,
)
from mentorkit.store.rows import Rows


RECORDS = {
    "mentorships": Mentorship,
    "members": Member,
    "people": Person,
    "enrollments": Enrollment,
    "goals": Goal,
    "milestones": Milestone,
    "progress": Progress,
    "sessions": Session,
    "reflections": Reflection,
    "decisions": Decision,
    "opportunities": Opportunity,
}
PEOPLE = ("person_id", "owner_id", "author_id", "by_id")
DAY = dt.date(2026, 9, 30)


def snapshot(*, program=None, language="en", **tables):
    """Return a program's snapshot of a quarter; what is left out is empty."""
    names = {row["person_id"]: row["name"] for row in tables.get("people", ())}
    about = {
        "program_id": "pr-1",
        "handle": "data",
        "name": "Data track",
        "timezone": "Europe/Berlin",
    }
    return ProgramSnapshot(
        handle="data",
        program=Program(**about | (program or {})).model_dump(),
        period=Period.parse("2026Q3"),
        day=DAY,
        cut=dt.datetime(2026, 10, 7, 21, tzinfo=dt.UTC),
        audience="program",
        language=language,
        timezone="Europe/Berlin",
        **{
            name: _frame(record, tables.get(name, ()), names)
            for name, record in RECORDS.items()
        },
    )


def _frame(record, rows, names):
    plain = [record(**row).model_dump(mode="json") for row in rows]
    found = frame_of(record, Rows.of(record, plain))
    for name in (*PEOPLE, "mentorship_id"):
        if name in found and name != record.key():
            handles = found[name].str.replace(r"^\w+?-", "", regex=True)
            found[name.removesuffix("_id")] = handles.mask(found[name].isna())
    if record is Member:
        found["name"] = found["person_id"].map(names).astype("str")
    return found


def person(key, name, **more):
    return {"person_id": f"p-{key}", "handle": key, "name": name} | more


def enrolled(key, applied_on="2026-04-01", **more):
    return {
        "enrollment_id": f"e-{key}",
        "program_id": "pr-1",
        "person_id": f"p-{key}",
        "role": "mentee",
        "status": "active",
        "applied_on": applied_on,
    } | more


def pair(key, mentee, mentor, **more):
    """Return the rows of a mentorship and of its members."""
    row = {
        "mentorship_id": f"ms-{key}",
        "program_id": "pr-1",
        "handle": key,
        "status": "active",
        "starts_on": "2026-05-01",
    }
    members = [
        {
            "mentorship_id": f"ms-{key}",
            "person_id": f"p-{who}",
            "role": role,
            "joined_on": "2026-05-01",
        }
        for who, role in ((mentee, "mentee"), (mentor, "mentor"))
    ]
    return row | more, members


def goal(key, owner, number=0, **more):
    return {
        "goal_id": f"g-{key}-{number}",
        "mentorship_id": f"ms-{key}",
        "owner_id": f"p-{owner}",
        "title": "A goal",
        "set_on": "2026-05-02",
        "due_on": "2026-12-01",
        "status": "active",
    } | more


def met(key, day, **more):
    return {
        "mentorship_id": f"ms-{key}",
        "starts_at": f"{day}T14:00:00+02:00",
        "timezone": "Europe/Berlin",
        "minutes": 45,
        "status": "held",
    } | more


LEAD = (
    person("ines", "Inês Duarte"),
    enrolled("ines", role="lead", status="active"),
)

STAGES = ("foundation", "developing", "proficient")
UNITS = ("North", "South", "East", "Harbour")


def large(pairs=120, **more):
    """A program of many pairs: some silent, some late, people waiting, names of all kinds."""
    tables = {name: [] for name in RECORDS}
    tables["people"].append(LEAD[0])
    tables["enrollments"].append(LEAD[1])
    given = ("Åsa", "Béatrice", "Chen", "ديما", "Ева", "Fumiko", "Zoë")
    for at in range(pairs):
        key, mentor = f"m{at:03}", f"t{at // 3:03}"
        tables["people"].append(
            person(
                key,
                f"{given[at % 7]} {['Lind', 'Obi', 'Marek', 'Wei'][at % 4]} {at}",
                org_unit=UNITS[at % 3 + (at % 41 == 0)],
                language=("en", "es", "ar")[at % 3],
            )
        )
        if at % 3 == 0:
            tables["people"].append(person(mentor, f"Mentor {at // 3}"))
        day = dt.date(2026, 4, 1) - dt.timedelta(days=at % 60)
        tables["enrollments"].append(
            enrolled(key, str(day), stage=STAGES[at % 3], cohort="2026")
        )
        row, members = pair(f"{key}-{mentor}", key, mentor)
        tables["mentorships"].append(row)
        tables["members"] += members
        _progressing(tables, f"{key}-{mentor}", key, at)
    for at in range(9):
        key = f"w{at}"
        tables["people"].append(person(key, f"Waiting {at}", org_unit=UNITS[at % 2]))
        tables["enrollments"].append(
            enrolled(key, "2026-08-01", status="waiting", stage=STAGES[at % 3])
        )
    return snapshot(**tables | more)


def _progressing(tables, key, owner, at):
    for number in range(2):
        tables["goals"].append(goal(key, owner, number))
        tables["progress"].append(
            {
                "goal_id": f"g-{key}-{number}",
                "recorded_on": "2026-09-01",
                "level": (at + number) % 4 - 1,
                "by_id": f"p-{owner}",
            }
        )
        for step in range(3):
            done = step == 0 or at % 5 != 0
            tables["milestones"].append(
                {
                    "goal_id": f"g-{key}-{number}",
                    "position": step,
                    "title": "A step",
                    "due_on": "2026-08-20",
                    "status": "done" if done else "planned",
                    "done_on": "2026-08-18" if done else None,
                }
            )
    last = 31 if at % 11 == 0 else 12
    for day in (4, last):
        month = 8 if last == 31 else 9
        tables["sessions"].append(met(key, f"2026-{month:02}-{min(day, 28):02}"))


def single():
    """A program with one mentorship that met once."""
    row, members = pair("ada-bo", "ada", "bo")
    return snapshot(
        people=[person("ada", "Ada Obi"), person("bo", "Bo Lind")],
        enrollments=[enrolled("ada")],
        mentorships=[row],
        members=members,
        sessions=[met("ada-bo", "2026-09-20")],
    )


def settled(language="en"):
    """Two that have gone quiet, one of them seen to; and a hostile name and note."""
    first, members = pair("ada-bo", "ada", "bo")
    other, others = pair("eva-bo", "eva", "bo")
    return snapshot(
        language=language,
        program={"name": HOSTILE[:200]},
        people=[
            person("ada", HOSTILE[:200]),
            person("eva", "Eva Marek"),
            person("bo", "Bo Lind"),
            LEAD[0],
        ],
        enrollments=[enrolled("ada"), enrolled("eva"), LEAD[1]],
        mentorships=[first, other],
        members=members + others,
        sessions=[met("ada-bo", "2026-08-01"), met("eva-bo", "2026-08-02")],
        decisions=[
            {
                "program_id": "pr-1",
                "mentorship_id": "ms-ada-bo",
                "ref_id": "ms-ada-bo",
                "decided_on": "2026-09-20",
                "about": "mentorship",
                "decision": HOSTILE,
                "rationale": "Silence",
                "by_id": "p-ines",
                "visibility": "program",
            }
        ],
    )


PROGRAMS = {
    "programs-large": large,
    "programs-single": single,
    "programs-settled": settled,
    "programs-arabic": lambda: settled("ar"),
    "programs-empty": snapshot,
}
"""Programs that pages are made of, by what they are about."""
