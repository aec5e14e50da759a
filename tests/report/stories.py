"""Snapshots that reviews are tested with: records written down, frames made of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd

from mentorkit.frames import Snapshot
from mentorkit.frames.tidy import frame_of
from mentorkit.models import (
    Action,
    Decision,
    Goal,
    Mentorship,
    Milestone,
    Period,
    Program,
    Progress,
    Reflection,
    Session,
    Visibility,
)
from mentorkit.privacy import Reader, redact
from mentorkit.store.rows import Rows


HANDLED = {"owner_id", "person_id", "by_id", "author_id"}
KEPT = {
    "goals": Goal,
    "milestones": Milestone,
    "progress": Progress,
    "sessions": Session,
    "actions": Action,
    "reflections": Reflection,
    "decisions": Decision,
}
PROGRAM = {
    "program_id": "pr-1",
    "handle": "data",
    "name": "Data track",
    "timezone": "Europe/Berlin",
    "cadence_days": 7,
}
MENTORSHIP = {
    "mentorship_id": "ms-1",
    "program_id": "pr-1",
    "handle": "amina-daniel",
    "status": "active",
    "starts_on": "2026-04-01",
}
PAIR = (
    ("p-a", "amina", "Amina Okafor", "mentee"),
    ("p-d", "daniel", "Daniel Reyes", "mentor"),
)


def frame(record, rows, people):
    """Return records as the workspace's frame of them, with readable handles."""
    made = [record(**row).model_dump(mode="json") for row in rows]
    found = frame_of(record, Rows.of(record, made))
    for name in list(found):
        if name in HANDLED:
            handles = found[name].map(people).astype("str")
            found.insert(found.columns.get_loc(name) + 1, name[:-3], handles)
        if name == "mentorship_id":
            at = found.columns.get_loc(name) + 1
            found.insert(
                at, "mentorship", pd.Series("amina-daniel", found.index, "str")
            )
    return found


def snapshot(*, members=PAIR, mentorship=None, program=None, **tables):
    """Return the snapshot of a quarter; what is left out is empty."""
    people = {person: handle for person, handle, _, _ in members}
    about = {name: tables.pop(name, None) for name in ("audience", "day", "period")}
    day = about["day"] or dt.date(2026, 9, 28)
    return Snapshot(
        handle="amina-daniel",
        mentorship=Mentorship(**MENTORSHIP | (mentorship or {})).model_dump(),
        program=Program(**PROGRAM | (program or {})).model_dump(),
        period=Period.parse(about["period"] or "2026Q3"),
        day=day,
        cut=dt.datetime.combine(day, dt.time(15, 30), tzinfo=dt.UTC),
        audience=about["audience"] or "pair",
        language="en",
        timezone="Europe/Berlin",
        members=pd.DataFrame(
            list(members), columns=["person_id", "person", "name", "role"], dtype="str"
        ),
        **{
            name: frame(record, tables.get(name, ()), people)
            for name, record in KEPT.items()
        },
    )


def goal(goal_id, title, **more):
    return {
        "goal_id": goal_id,
        "mentorship_id": "ms-1",
        "owner_id": "p-a",
        "title": title,
        "baseline": 0,
        "set_on": "2026-07-01",
        "due_on": "2026-10-31",
        "status": "active",
    } | more


def step(number, goal_id, title, starts_on, due_on, done_on=None, **more):
    return {
        "milestone_id": f"m-{number}",
        "goal_id": goal_id,
        "position": number,
        "title": title,
        "starts_on": starts_on,
        "due_on": due_on,
        "original_due_on": due_on,
        "done_on": done_on,
        "status": "done" if done_on else "planned",
    } | more


def seen(number, goal_id, day, value=None, level=None):
    return {
        "progress_id": f"pg-{number}",
        "goal_id": goal_id,
        "recorded_on": day,
        "value": value,
        "level": level,
        "by_id": "p-a",
    }


def met(number, day, minutes=45, status="held", **more):
    return {
        "session_id": f"s-{number}",
        "mentorship_id": "ms-1",
        "starts_at": f"{day}T14:00:00+02:00",
        "timezone": "Europe/Berlin",
        "minutes": minutes,
        "status": status,
    } | more


def wrote(number, day, *, by="p-a", **more):
    return {
        "reflection_id": f"r-{number}",
        "mentorship_id": "ms-1",
        "author_id": by,
        "written_on": day,
    } | more


def took(number, title, due_on, *, by="p-a", **more):
    return {
        "action_id": f"a-{number}",
        "mentorship_id": "ms-1",
        "title": title,
        "owner_id": by,
        "set_on": "2026-08-01",
        "due_on": due_on,
    } | more


def decided(number, day, decision, rationale, by="p-a"):
    return {
        "decision_id": f"d-{number}",
        "program_id": "pr-1",
        "mentorship_id": "ms-1",
        "decided_on": day,
        "decision": decision,
        "rationale": rationale,
        "by_id": by,
    }


def rich(**more):
    """A full quarter: four goals, eight milestones, thirteen weeks."""
    goals = [
        goal(
            "g-1",
            "Lead the customer-data migration",
            target=40,
            unit="tables",
            importance=3,
            difficulty=2,
            due_on="2026-10-16",
        ),
        goal(
            "g-2",
            "Publish two internal tutorials",
            target=2,
            unit="tutorials",
            due_on="2026-09-15",
            status="met",
        ),
        goal(
            "g-3",
            "Present at the regional meetup",
            target=1,
            unit="talks",
            difficulty=2,
            due_on="2026-11-20",
        ),
        goal(
            "g-4",
            "Pair with one intern for six weeks",
            target=6,
            unit="weeks",
            due_on="2026-09-20",
            status="met",
            baseline_level=-2,
        ),
    ]
    milestones = [
        step(
            1,
            "g-1",
            "Map source tables and owners",
            "2026-07-01",
            "2026-07-17",
            "2026-07-15",
            status="done",
        ),
        step(
            2,
            "g-2",
            "Tutorial 1: reading a schema",
            "2026-07-06",
            "2026-07-31",
            "2026-07-30",
            status="done",
        ),
        step(
            3,
            "g-1",
            "Dry run on a copy",
            "2026-07-15",
            "2026-08-07",
            "2026-08-11",
            status="done",
        ),
        step(
            4,
            "g-2",
            "Tutorial 2: testing a pipeline",
            "2026-08-03",
            "2026-08-28",
            "2026-08-27",
            status="done",
        ),
        step(
            5,
            "g-1",
            "Move the first 30 tables",
            "2026-08-12",
            "2026-09-18",
            "2026-09-17",
            status="done",
            original_due_on="2026-09-11",
        ),
        step(
            6,
            "g-3",
            "Talk outline agreed with mentor",
            "2026-08-24",
            "2026-09-11",
            status="in_progress",
        ),
        step(
            7,
            "g-1",
            "Move the last 10 tables",
            "2026-09-14",
            "2026-10-09",
            status="in_progress",
        ),
        step(8, "g-1", "Hand-over guide for operations", "2026-10-01", "2026-10-16"),
    ]
    progress = [
        seen(1, "g-1", "2026-08-01", 8, -1),
        seen(2, "g-1", "2026-09-25", 34, 0),
        seen(3, "g-2", "2026-07-30", 1, -1),
        seen(4, "g-2", "2026-08-27", 2, 0),
        seen(5, "g-3", "2026-09-01", 0, -1),
        seen(6, "g-4", "2026-09-18", 6, 1),
    ]
    days = pd.date_range("2026-07-01", "2026-09-23", freq="7D").strftime("%Y-%m-%d")
    lengths = (45, 45, 60, 45, None, 45, 45, None, 45, 45, 45, 30, 45)
    status = {4: "moved", 7: "no_show"}
    sessions = [
        met(at, day, minutes, status.get(at, "held"))
        for at, (day, minutes) in enumerate(zip(days, lengths, strict=True))
    ]
    sessions.append(
        met(20, "2026-09-30", None, "planned", objective="Choose a leadership goal")
    )
    rated = (2.6, 2.4, 2.9, 2.7, 3.0, 3.2, 2.8, 3.4, 3.5, 3.9, 3.8, 4.0, 4.2)
    reflections = [
        wrote(at, day, confidence=value)
        for at, (day, value) in enumerate(zip(days, rated, strict=True))
    ]
    reflections += [
        wrote(at, day, by="p-d", confidence=value)
        for at, day, value in (
            (31, "2026-07-14", 3.1),
            (32, "2026-08-12", 2.8),
            (33, "2026-08-31", 4.4),
            (34, "2026-09-22", 4.5),
        )
    ]
    reflections += [
        wrote(
            21,
            "2026-08-28",
            kind="post_session",
            prompt="What changed for you this quarter?",
            text="I used to wait until I was stuck for days. Now I ask after thirty "
            "minutes, and the migration moved faster because of it.",
        ),
        wrote(
            22,
            "2026-09-16",
            kind="after_action",
            prompt="What would you like to do differently?",
            text="I would book the talk rehearsal **before** the outline is "
            "perfect:\n\n- ask two people early\n- write the ending first",
        ),
        wrote(
            23,
            "2026-09-21",
            by="p-d",
            kind="post_session",
            prompt="What did you notice?",
            text="Amina now opens our sessions with a decision she has already "
            "taken, and tells me why. In July she brought questions.",
        ),
        wrote(
            24,
            "2026-09-18",
            kind="success",
            text="Thirty tables moved, and nobody had to stay late for it.",
        ),
    ]
    actions = [
        took(1, "Agree the talk outline", "2026-09-25"),
        took(2, "Introduce Amina to the meetup organizer", "2026-10-05", by="p-d"),
        took(3, "Write the hand-over guide", "2026-10-16"),
        took(
            4,
            "Share rubric notes from the code review",
            "2026-09-24",
            by="p-d",
            status="done",
            done_on="2026-09-23",
        ),
    ]
    decisions = [
        decided(
            1,
            "2026-07-08",
            "Meet weekly on Wednesdays for 45 minutes.",
            "Two weeks were too long to stay stuck.",
        ),
        decided(
            2,
            "2026-08-12",
            "Move the migration in three waves.",
            "The dry run took twice the planned time.",
            "p-d",
        ),
        decided(
            3,
            "2026-09-16",
            "The talk moves from September to November.",
            "The outline is not where we want it, and the migration comes first.",
        ),
    ]
    tables = {
        "goals": goals,
        "milestones": milestones,
        "progress": progress,
        "sessions": sessions,
        "reflections": reflections,
        "actions": actions,
        "decisions": decisions,
    }
    return snapshot(**tables | more)


def begun():
    """A mentorship a week old: one goal, one milestone, a session to come."""
    return snapshot(
        mentorship={"starts_on": "2026-09-21"},
        goals=[goal("g-1", "Lead the migration", target=40, set_on="2026-09-21")],
        milestones=[step(1, "g-1", "Map the tables", "2026-09-21", "2026-10-17")],
        sessions=[met(1, "2026-09-30", None, "planned")],
    )


def crowded():
    """Forty milestones, long reflections, people who write in other scripts."""
    titles = ("Lead the migration", "قيادة نقل البيانات", "带领数据迁移项目")
    goals = [
        goal(f"g-{at}", title, target=40, unit="个", due_on="2026-12-31")
        for at, title in enumerate(titles)
    ]
    starts = pd.date_range("2026-07-01", periods=40, freq="3D")
    milestones = [
        step(
            at,
            f"g-{at % 3}",
            f"{titles[at % 3]} {at}",
            f"{start:%Y-%m-%d}",
            f"{start + pd.Timedelta(days=10):%Y-%m-%d}",
        )
        for at, start in enumerate(starts)
    ]
    long = "A sentence that somebody wrote down after a long and good talk. " * 78
    reflections = [
        wrote(1, "2026-08-01", text=long[:5000], prompt="What happened?"),
        wrote(2, "2026-08-02", text="تعلمت أن أسأل مبكرًا.\n\n- أولًا\n- ثانيًا"),
        wrote(3, "2026-08-03", by="p-d", text="她现在会自己做决定。"),
        wrote(4, "2026-08-04", text="x" * 400, confidence=3.0),
    ]
    members = (
        ("p-a", "amal", "أمل الحسيني", "mentee"),
        ("p-d", "wang", "王小明", "mentor"),
    )
    return snapshot(
        members=members, goals=goals, milestones=milestones, reflections=reflections
    )


def group():
    """Five mentees and their mentor."""
    names = ("Ada Obi", "Bo Lind", "Chen Wei", "Dina Haddad", "Eva Marek")
    mentees = [
        (f"p-{at}", name.split()[0].lower(), name, "mentee")
        for at, name in enumerate(names)
    ]
    goals = [
        goal(f"g-{at}", f"Goal of {name}", owner_id=f"p-{at}", target=10)
        for at, name in enumerate(names)
    ]
    reflections = [
        wrote(
            2 * at + late,
            "2026-09-01" if late else "2026-07-01",
            by=f"p-{at}",
            confidence=2.0 + late + at / 10,
        )
        for at in range(5)
        for late in (0, 1)
    ]
    return snapshot(
        members=[*mentees, ("p-d", "daniel", "Daniel Reyes", "mentor")],
        mentorship={"mode": "group"},
        goals=goals,
        reflections=reflections,
        sessions=[met(at, f"2026-08-{5 + 7 * at:02}") for at in range(3)],
    )


HOSTILE = (
    "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>"
    " [link](javascript:alert(1)) ![pic](https://evil.example/y.png)"
    " \u202etxt.exe\u202c {0} {name} {{ 7*7 }} </title></style>\x07"
)


def hostile():
    """Somebody typed what should do harm into every field that takes text."""
    return snapshot(
        members=(
            ("p-a", "amina", HOSTILE[:200], "mentee"),
            ("p-d", "daniel", HOSTILE[:200], "mentor"),
        ),
        program={"name": HOSTILE[:200]},
        goals=[goal("g-1", HOSTILE[:200], target=4, unit="<b>{unit}</b>")],
        milestones=[
            step(
                1,
                "g-1",
                HOSTILE[:200],
                "2026-07-01",
                "2026-07-20",
                "2026-07-19",
                status="done",
            ),
            step(2, "g-1", HOSTILE[:200], "2026-09-01", "2026-11-01"),
        ],
        progress=[seen(1, "g-1", "2026-08-01", 2)],
        sessions=[
            met(1, "2026-07-08"),
            met(2, "2026-09-29", status="planned", objective=HOSTILE),
        ],
        actions=[took(1, HOSTILE, "2026-10-01")],
        reflections=[
            wrote(1, "2026-08-01", prompt=HOSTILE, text=HOSTILE, confidence=2),
            wrote(2, "2026-08-02", kind="success", text=HOSTILE, confidence=3),
        ],
        decisions=[decided(1, "2026-08-01", HOSTILE, HOSTILE)],
    )


def for_program(told):
    """Return a snapshot as the program team may see it."""
    reader = Reader(None, frozenset(), Visibility.PROGRAM)
    hidden = {}
    for name, record in KEPT.items():
        found = getattr(told, name)
        circle = pd.Series("ms-1", index=found.index, dtype="str")
        hidden[name] = redact(found, record, reader, circle).reset_index(drop=True)
    return replace(told, audience="program", **hidden)
