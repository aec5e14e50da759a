"""One review of invented people, gone through before there are real ones.

What is used for the first time takes longer, and more memory: statements are compiled,
fields described, words looked up. The parent of kernels goes through it once, so that
no kernel has to.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from mentorkit import charts, report
from mentorkit.models import (
    Action,
    Decision,
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
from mentorkit.store import Store
from mentorkit.workspace import open_workspace


PERIOD = "2026Q3"

NOW = dt.datetime(2026, 9, 15, 12, tzinfo=dt.UTC)

DAY = NOW.date()

PARTS = (
    "heading",
    "summary",
    "figures",
    "goals",
    "milestones",
    "confidence",
    "sessions",
    "wins",
    "decisions",
    "reflections",
    "actions",
    "next_steps",
    "colophon",
    "facts",
)


def rehearse() -> None:
    """Go through a review, and leave nothing of it: no file, and no open database."""
    with tempfile.TemporaryDirectory(prefix="mentorkit-rehearsal-") as folder:
        file = Path(folder, "rehearsal.db")
        store = Store.create(file, now=lambda: NOW)
        store.add(_records(), "mentor")
        store.close()
        _review(file)


def _review(file: Path) -> None:
    ws = open_workspace(file, today=DAY, audience="pair", language="en")
    snapshot = ws.snapshot("mentee-mentor", PERIOD, as_of="2026-10-07")
    blocks = [getattr(report, part)(snapshot) for part in PARTS]
    chart = charts.goal_progress(snapshot.goals, snapshot.progress, on=DAY)
    blocks.append(report.section(snapshot, "Goals", snapshot.goals, chart))
    for block in blocks:
        block._repr_mimebundle_()
    ws.store.close()


def _records() -> list[Record]:
    at = {"mentorship_id": "mentee-mentor"}
    goal = {"goal_id": "g-rehearsal"}
    early, late = DAY - dt.timedelta(40), DAY + dt.timedelta(20)
    meeting = dt.datetime(2026, 9, 1, 15, tzinfo=dt.UTC)
    return [
        Program(name="Rehearsal", handle="rehearsal", timezone="Europe/Berlin"),
        Person(name="A Mentor", handle="mentor"),
        Person(name="A Mentee", handle="mentee"),
        Mentorship(handle="mentee-mentor", starts_on=early),
        Member(**at, person_id="mentor", role="mentor"),
        Member(**at, person_id="mentee", role="mentee"),
        Goal(
            **at,
            **goal,
            title="Lead the migration",
            owner_id="mentee",
            metric="tables moved",
            unit="tables",
            baseline=0,
            target=40,
            set_on=early,
            due_on=late,
        ),
        *(
            Milestone(**goal, title=f"Step {n}", due_on=early + dt.timedelta(20 * n))
            for n in range(3)
        ),
        *(
            Progress(**goal, value=10 * n, recorded_on=early + dt.timedelta(10 * n))
            for n in range(3)
        ),
        Session(**at, starts_at=meeting, minutes=45, status="held"),
        Action(**at, title="Write it down", owner_id="mentee", due_on=late),
        *(
            Reflection(
                **at,
                author_id=who,
                text="It went **well**.",
                confidence=3.5,
                written_on=early + dt.timedelta(days),
            )
            for who in ("mentor", "mentee")
            for days in (10, 30)
        ),
        Decision(**at, decision="Meet weekly", rationale="It helps", by_id="mentor"),
    ]
