"""One quarter of one mentorship as frames, and ways to look into a chart."""

from __future__ import annotations

import re
from functools import cached_property
from types import SimpleNamespace

import pandas as pd
import pytest
import vl_convert

from mentorkit.frames.tidy import column
from mentorkit.models import Goal, Member, Milestone, Progress, Reflection, Session


HANDLED = ("mentorship_id", "owner_id", "person_id", "by_id", "author_id")

ASIDE = "kept out of every chart"

GOALS = [
    ("g-1", "Lead the customer-data migration", "tables moved", "tables", 0, 40),
    ("g-2", "Publish two internal tutorials", "tutorials", "tutorials", 0, 2),
    ("g-3", "Present at the regional meetup", "talks given", "talks", 0, 1),
    ("g-4", "Get a build down to ten minutes", "build time", "minutes", 42, 10),
    ("g-5", "Feel at ease with stakeholders", None, None, None, None),
]

MILESTONES = [
    ("g-1", "Map source tables", "2026-07-01", "2026-07-17", None, "2026-07-15"),
    ("g-1", "Dry run on a copy", "2026-07-15", "2026-08-07", None, "2026-08-11"),
    ("g-1", "Move 30 tables", "2026-08-12", "2026-09-18", "2026-09-04", "2026-09-17"),
    ("g-1", "Move the last tables", "2026-09-14", "2026-10-09", None, "in_progress"),
    ("g-1", "Hand-over guide", "2026-10-01", "2026-10-16", None, "planned"),
    ("g-3", "Talk outline agreed", "2026-08-24", "2026-09-11", None, "in_progress"),
    ("g-3", "Rehearsal", None, "2026-08-20", None, "missed"),
    ("g-3", "Second rehearsal", None, "2026-10-05", None, "dropped"),
]

PROGRESS = [
    ("g-1", "2026-07-20", 3),
    ("g-1", "2026-09-05", 25),
    ("g-1", "2026-09-25", 34),
    ("g-1", "2026-10-05", 40),
    ("g-2", "2026-08-27", 2),
    ("g-3", "2026-09-20", 0),
    ("g-4", "2026-08-01", 45),
    ("g-4", "2026-09-24", 18),
]

RATINGS = [
    ("p-amina", "2026-07-03", 2.6),
    ("p-amina", "2026-08-14", 3.4),
    ("p-amina", "2026-09-25", 4.2),
    ("p-daniel", "2026-07-17", 3.1),
    ("p-daniel", "2026-09-25", 4.3),
]

SESSIONS = [
    ("2026-07-01T15:00Z", 45, "held"),
    ("2026-07-08T15:00Z", 60, "held"),
    ("2026-07-15T23:30Z", None, "moved"),
    ("2026-07-22T15:00Z", None, "no_show"),
    ("2026-07-29T15:00Z", None, "held"),
    ("2026-08-05T15:00Z", 45, "planned"),
    ("2026-08-12T15:00Z", None, "planned"),
]


def frame_of(record, *rows):
    plain = [record(**row).model_dump(mode="json") for row in rows]
    columns = {}
    for field in record.fields():
        values = [row[field.name] for row in plain]
        columns[field.name] = column(field, values)
        if field.name in HANDLED:
            handles = [value.partition("-")[2] for value in values]
            columns[field.name.removesuffix("_id")] = pd.Series(handles, dtype="str")
    return pd.DataFrame(columns)


def goal(goal_id, title, metric, unit, baseline, target):
    return {
        "goal_id": goal_id,
        "mentorship_id": "ms-amina-daniel",
        "owner_id": "p-amina",
        "title": title,
        "relevant": ASIDE,
        "metric": metric,
        "unit": unit,
        "baseline": baseline,
        "target": target,
        "set_on": "2026-07-01",
        "due_on": "2026-10-16",
        "status": "active",
    }


def milestone(place, goal_id, title, starts_on, due_on, first_due_on, state):
    done = state if state.startswith("2026") else None
    return {
        "milestone_id": f"m-{place}",
        "goal_id": goal_id,
        "position": place,
        "title": title,
        "success_means": ASIDE,
        "starts_on": starts_on,
        "due_on": due_on,
        "original_due_on": first_due_on or due_on,
        "status": "done" if done else state,
        "done_on": done,
    }


@pytest.fixture
def frame():
    """Return the function that makes a typed frame; handles are ids without prefix."""
    return frame_of


@pytest.fixture
def quarter():
    """Return the frames of one mentorship's quarter; its review day is 28 September."""
    pair = {"mentorship_id": "ms-amina-daniel"}
    members = frame_of(
        Member,
        pair | {"person_id": "p-amina", "role": "mentee"},
        pair | {"person_id": "p-daniel", "role": "mentor"},
    )
    return SimpleNamespace(
        day="2026-09-28",
        goals=frame_of(Goal, *[goal(*values) for values in GOALS]),
        milestones=frame_of(
            Milestone,
            *[milestone(place, *values) for place, values in enumerate(MILESTONES)],
        ),
        progress=frame_of(
            Progress,
            *[
                {"goal_id": of, "recorded_on": day, "value": value, "note": ASIDE}
                for of, day, value in PROGRESS
            ],
        ),
        reflections=frame_of(
            Reflection,
            *[
                pair
                | {"author_id": author, "written_on": day, "confidence": rating}
                | {"text": ASIDE}
                for author, day, rating in RATINGS
            ],
        ),
        sessions=frame_of(
            Session,
            *[
                pair
                | {"starts_at": at, "minutes": minutes, "status": status}
                | {"summary": ASIDE}
                for at, minutes, status in SESSIONS
            ],
        ),
        members=members.assign(name=["Amina Okafor", "Daniel Reyes"]),
    )


class Drawn:
    """A chart seen from outside: its specification, and the SVG made of it."""

    def __init__(self, chart):
        self.spec = chart.to_dict()

    @cached_property
    def svg(self):
        return vl_convert.vegalite_to_svg(self.spec)

    @property
    def texts(self):
        """Every text in the SVG, in the order of drawing."""
        return re.findall(r"<text[^>]*>([^<]*)</text>", self.svg)

    @property
    def layers(self):
        """Every layer's mark with its rows."""
        found = self.spec["datasets"]
        return [(it["mark"], found[it["data"]["name"]]) for it in self.spec["layer"]]

    def rows(self, kind, **look):
        """Return the rows of each layer of a kind of mark that looks like this."""
        return [
            rows
            for mark, rows in self.layers
            if mark["type"] == kind and look.items() <= mark.items()
        ]


@pytest.fixture
def drawn():
    """Return the function that looks into a chart."""
    return Drawn
