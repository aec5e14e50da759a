"""Prompts: the questions fit what happened last."""

from __future__ import annotations

import pytest

from mentorkit.measures import moments, prompts
from mentorkit.measures.prompts import MOMENTS, PROMPTS
from mentorkit.models import Mentorship, Milestone, Session


TODAY = {"on": "2026-09-29", "timezone": "UTC"}

USUAL = ["2026-08-01", "2026-08-15", "2026-09-01", "2026-09-15"]


def met(at, status="held", kind="deep_dive"):
    return {"mentorship_id": "ms-ada", "starts_at": f"{at}T10:00Z", "status": status, "kind": kind}  # fmt: skip


@pytest.fixture
def tables(frame):
    def made(*sessions, milestones=(), **mentorship):
        circle = {"handle": "ada", "status": "active", **mentorship}
        return {
            "mentorships": frame(Mentorship, circle),
            "sessions": frame(Session, *sessions),
            "milestones": frame(Milestone, *milestones),
        }

    return made


def step(status, due_on, done_on=None):
    return {"goal_id": "g-one", "title": "A", "status": status, "due_on": due_on, "done_on": done_on}  # fmt: skip


@pytest.mark.parametrize(
    ("sessions", "moment"),
    [
        ([], "before_the_first"),
        ([met("2026-10-02", "planned")], "before_the_first"),
        ([met("2026-09-20", kind="kickoff")], "after_kickoff"),
        ([met(day) for day in USUAL], "after_session"),
        ([met(USUAL[0]), met("2026-09-20", "no_show")], "after_missed_session"),
        ([met(USUAL[0]), met("2026-09-20", "moved")], "after_session"),
        ([met(USUAL[0]), met("2026-09-20", kind="formal_review")], "after_review"),
        ([met(USUAL[0]), met("2026-09-20", kind="closure")], "closing"),
    ],
)
def test_the_last_session_decides_what_is_asked_first(tables, sessions, moment):
    found = tables(*sessions)

    assert moments(found, **TODAY)[0] == moment
    assert prompts(found, **TODAY)[0] == PROMPTS[moment][0]


@pytest.mark.parametrize(
    ("milestone", "moment"),
    [
        (step("planned", "2026-09-10"), "after_late_milestone"),
        (step("missed", "2026-09-10"), "after_late_milestone"),
        (step("done", "2026-09-30", "2026-09-20"), "after_success"),
        (step("planned", "2026-08-20"), "after_session"),
        (step("planned", "2026-09-29"), "after_session"),
        (step("done", "2026-08-20", "2026-08-20"), "after_session"),
    ],
)
def test_milestones_since_the_session_before_come_before_the_usual(
    tables, milestone, moment
):
    found = tables(*(met(day) for day in USUAL), milestones=[milestone])

    assert moments(found, **TODAY)[0] == moment


@pytest.mark.parametrize(
    ("circle", "moment"),
    [
        ({"ends_on": "2026-10-27"}, "nearly_over"),
        ({"ends_on": "2026-10-28"}, "after_session"),
        ({"status": "ending"}, "closing"),
    ],
)
def test_the_end_is_on_peoples_minds_four_weeks_before_it(tables, circle, moment):
    found = tables(*(met(day) for day in USUAL), **circle)

    assert moments(found, **TODAY)[0] == moment


def test_each_thing_that_happened_asks_before_any_asks_twice(tables):
    found = tables(
        met(USUAL[2]),
        met("2026-09-20", kind="formal_review"),
        milestones=[step("missed", "2026-09-10")],
    )

    assert moments(found, **TODAY) == (
        "after_late_milestone",
        "after_review",
        "after_session",
    )
    assert prompts(found, **TODAY, few=4) == [
        PROMPTS["after_late_milestone"][0],
        PROMPTS["after_review"][0],
        PROMPTS["after_session"][0],
        PROMPTS["after_late_milestone"][1],
    ]


def test_every_moment_has_questions_that_fit_the_forms_field():
    assert PROMPTS.keys() == set(MOMENTS)
    questions = [each for asked in PROMPTS.values() for each in asked]
    assert max(map(len, questions)) <= 500
    assert len(set(questions)) == len(questions)
