"""A large program for the benchmarks: 10,000 mentorships and a year of changes.

Rows are made by the records themselves and written in bulk through the tables'
metadata; from the same seed come the same rows.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa

from mentorkit.models import (
    Action,
    Decision,
    Enrollment,
    Goal,
    Member,
    Mentorship,
    Milestone,
    Person,
    Program,
    Progress,
    Record,
    Reflection,
    Session,
)
from mentorkit.store.schema import CHANGES, TABLES


SEED = 20261122
MENTORSHIPS = 10_000
YEAR = dt.datetime(2026, 1, 1, 8, 0, tzinfo=dt.UTC)
SECONDS = 364 * 24 * 3600
QUARTER_END = dt.datetime(2026, 9, 30, 23, 59, 59, 999999, tzinfo=dt.UTC)
MOVED, ERASED, REVISIONS = 200, 400, 280_000

Line = dict[str, Any]


def build(connection: sa.Connection) -> dict[str, int]:
    """Fill empty tables; return how many rows each has now."""
    rng = random.Random(SEED)  # noqa: S311 - the same rows every time
    rows = {name: list(made) for name, made in _tables(rng)}
    lines = [
        _line(YEAR + dt.timedelta(seconds=n % SECONDS), table, row, "add")
        for table, records in rows.items()
        for n, row in enumerate(records)
    ]
    lines += _revisions(rng, rows["goals"])
    lines += _erasures(rng, rows["goals"])
    lines.sort(key=lambda line: line["at"])
    for seq, line in enumerate(lines, 1):
        line["seq"] = seq
    for name, records in rows.items():
        connection.execute(sa.insert(TABLES[name]), records)
    connection.execute(sa.insert(CHANGES), lines)
    return {**{name: len(records) for name, records in rows.items()}, "changes": seq}


def _tables(rng: random.Random) -> Iterator[tuple[str, Iterator[Line]]]:
    """Give each table's rows, those that others refer to first."""
    many = MENTORSHIPS

    def rows(count: int, make: Callable[[int], Record]) -> Iterator[Line]:
        return (make(n).model_dump() | {"version": 1} for n in range(count))

    def day(n: int) -> dt.date:
        return (YEAR + dt.timedelta(days=n % 364)).date()

    yield (
        "programs",
        rows(1, lambda _: Program(program_id="pr-0", handle="p", name="P")),
    )
    yield (
        "people",
        rows(
            2 * many,
            lambda n: Person(
                person_id=id_of("p", n),
                handle=f"person-{n}",
                name=f"Person {n}",
                email=f"{n}@example.org",
            ),
        ),
    )
    yield (
        "enrollments",
        rows(
            2 * many,
            lambda n: Enrollment(
                enrollment_id=id_of("e", n),
                program_id="pr-0",
                person_id=id_of("p", n),
                role="mentor" if n % 2 else "mentee",
                status="active",
            ),
        ),
    )
    yield (
        "mentorships",
        rows(
            many,
            lambda n: Mentorship(
                mentorship_id=id_of("ms", n),
                program_id="pr-0",
                handle=f"pair-{n}",
                status="active",
                starts_on=YEAR.date(),
            ),
        ),
    )
    yield (
        "members",
        rows(
            2 * many,
            lambda n: Member(
                member_id=id_of("mb", n),
                mentorship_id=id_of("ms", n // 2),
                person_id=id_of("p", n),
                role="mentor" if n % 2 else "mentee",
                joined_on=YEAR.date(),
            ),
        ),
    )
    yield (
        "goals",
        rows(
            4 * many,
            lambda n: Goal(
                goal_id=id_of("g", n),
                mentorship_id=id_of("ms", n // 4),
                owner_id=id_of("p", n // 4 * 2),
                title=f"Goal {n} in one line",
                specific="The customer tables move to the new system, one by one.",
                metric="tables moved",
                unit="tables",
                baseline=0,
                target=rng.randrange(10, 90),
                set_on=YEAR.date(),
                due_on=day(200 + n),
                status="active",
            ),
        ),
    )
    yield (
        "milestones",
        rows(
            4 * many,
            lambda n: Milestone(
                milestone_id=id_of("m", n),
                goal_id=id_of("g", n),
                position=n % 3,
                title=f"Step {n}",
                due_on=day(n),
                original_due_on=day(n),
            ),
        ),
    )
    yield (
        "progress",
        rows(
            8 * many,
            lambda n: Progress(
                progress_id=id_of("pg", n),
                goal_id=id_of("g", n // 2),
                recorded_on=day(n),
                value=rng.randrange(90),
                note="Two more are done" if n % 3 == 0 else None,
                by_id=id_of("p", n // 8 * 2),
            ),
        ),
    )
    yield (
        "sessions",
        rows(
            8 * many,
            lambda n: Session(
                session_id=id_of("s", n),
                mentorship_id=id_of("ms", n // 8),
                starts_at=YEAR + dt.timedelta(hours=rng.randrange(364 * 24)),
                timezone="Europe/London",
                minutes=45,
                status="held",
                summary=_summary(n),
            ),
        ),
    )
    yield (
        "actions",
        rows(
            2 * many,
            lambda n: Action(
                action_id=id_of("a", n),
                mentorship_id=id_of("ms", n // 2),
                title=f"Send outline {n}",
                owner_id=id_of("p", n),
                set_on=day(n),
            ),
        ),
    )
    yield (
        "reflections",
        rows(
            2 * many,
            lambda n: Reflection(
                reflection_id=id_of("r", n),
                mentorship_id=id_of("ms", n // 2),
                author_id=id_of("p", n),
                text="It went better than I thought.",
                confidence=rng.randrange(2, 11) / 2,
                written_on=day(n),
            ),
        ),
    )
    yield (
        "decisions",
        rows(
            many,
            lambda n: Decision(
                decision_id=id_of("d", n),
                program_id="pr-0",
                mentorship_id=id_of("ms", n),
                decided_on=day(n),
                decision="We meet every other week.",
                rationale="Weekly was too often.",
                by_id=id_of("p", 2 * n),
            ),
        ),
    )


def _summary(n: int) -> str:
    """Return a sentence; they are of many lengths, as people's are."""
    more = ("and why", "who can help", "what comes first", "and what to leave alone")
    told = [f", {words}" for bit, words in enumerate(more) if n * 7_919 >> bit & 1]
    return f"We looked at {n % 1_000} tables that moved{''.join(told)}."


def id_of(prefix: str, n: int) -> str:
    """Return an id that looks as if drawn by lot, as real ones are; none comes twice."""
    return f"{prefix}-{n * 2_654_435_761 % 2**32:08x}"


def _line(at: dt.datetime, table: str, row: Line, op: str, **change: Any) -> Line:
    row_id = next(iter(row.values()))
    return {
        "change_set": f"cs-{table}-{row_id}-{row['version']}",
        "undoes": None,
        "at": at,
        "by": "person-0",
        "why": None,
        "table_name": table,
        "row_id": row_id,
        "op": op,
        "version": row["version"],
        "field": change.get("field"),
        "before": _json(change.get("before")),
        "after": _json(change.get("after")),
    }


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value)


def _revisions(rng: random.Random, goals: list[Line]) -> Iterator[Line]:
    """Revise goals all year long, some of them into another mentorship."""
    moments = sorted(rng.randrange(86_400, SECONDS) for _ in range(REVISIONS))
    moves = set(rng.sample(range(REVISIONS), MOVED))
    for n, seconds in enumerate(moments):
        goal = rng.choice(goals)
        name, value = _next(rng, goal, moves=n in moves)
        goal["version"] += 1
        at = YEAR + dt.timedelta(seconds=seconds)
        change = {"field": name, "before": goal[name], "after": value}
        yield _line(at, "goals", goal, "revise", **change)
        goal[name] = value


def _next(rng: random.Random, goal: Line, *, moves: bool) -> tuple[str, Any]:
    if moves:
        return "mentorship_id", id_of("ms", rng.randrange(MENTORSHIPS))
    name = rng.choice(["title", "target", "importance", "specific"])
    if name == "target":
        return name, goal[name] + 1.0
    if name == "importance":
        return name, (goal[name] + 1) % 4
    return name, f"{name.capitalize()}, put as it was on try {goal['version']}."


def _erasures(rng: random.Random, goals: list[Line]) -> Iterator[Line]:
    """Tell of goals that were added and erased within the year."""
    for n in range(ERASED):
        was = Goal(**{k: v for k, v in rng.choice(goals).items() if k != "version"})
        gone = was.model_copy(update={"goal_id": f"g-erased-{n}"})
        row = gone.model_dump(mode="json") | {"version": 1}
        yield _line(YEAR, "goals", row, "add")
        at = YEAR + dt.timedelta(seconds=rng.randrange(86_400, SECONDS))
        row = {**row, "version": 2}
        before = gone.model_dump(mode="json")
        yield _line(at, "goals", row, "erase", before=before)
