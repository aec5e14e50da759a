"""The figures that go from a review to the index of its run."""

from __future__ import annotations

import json

import pytest
from tests.report import stories
from tests.report.booklets import cell, executed
from tests.report.stories import goal, met, snapshot, step, wrote

from mentorkit import report


def test_the_facts_travel_in_the_executed_notebook(rich, rich_notebook):
    found = json.loads(json.dumps(report.facts_of(rich_notebook)))

    assert found == dict(report.facts(rich))
    assert found == {
        "mentees": ["Amina Okafor"],
        "mentors": ["Daniel Reyes"],
        "state": "active",
        "goals": 4,
        "goals_reached": 2,
        "milestones": 8,
        "milestones_done": 5,
        "milestones_late": 1,
        "sessions_held": 11,
        "sessions_expected": 12,
        "t_achieved": 48.7,
        "confidence": 4.2,
        "needs_call": [],
    }


def test_facts_are_no_part_of_the_page(rich, pages):
    notebook = executed(rich)
    notebook.cells.pop()

    assert report.page(notebook) == pages["rich"]


def test_a_notebook_without_facts_has_none(rich):
    assert report.facts_of(executed(rich, ("heading",))) == {}


def calls(**tables):
    return [each["reason"] for each in report.facts(snapshot(**tables))["needs_call"]]


LATE = [step(at, "g-1", f"Step {at}", "2026-07-01", "2026-08-01") for at in range(3)]
RATED = [
    wrote(1, "2026-07-01", confidence=4),
    wrote(2, "2026-09-20", confidence=2.5),
]


@pytest.mark.parametrize(
    ("tables", "reasons"),
    [
        pytest.param(
            {"sessions": [met(1, "2026-08-01")]},
            ["The last session was 58 days ago."],
            id="silence",
        ),
        pytest.param(
            {}, ["No session was held for at least 90 days."], id="no session at all"
        ),
        pytest.param({"sessions": [met(1, "2026-08-31")]}, [], id="28 days are fine"),
        pytest.param(
            {"sessions": [met(1, "2026-08-30")]},
            ["The last session was 29 days ago."],
            id="29 are not",
        ),
        pytest.param(
            {
                "sessions": [met(1, "2026-09-20")],
                "goals": [goal("g-1", "Learn")],
                "milestones": LATE,
            },
            ["3 milestones are late."],
            id="late milestones",
        ),
        pytest.param(
            {
                "sessions": [met(1, "2026-09-20")],
                "goals": [goal("g-1", "Learn")],
                "milestones": LATE[:1],
            },
            [],
            id="one late milestone is fine",
        ),
        pytest.param(
            {"sessions": [met(1, "2026-09-20")], "reflections": RATED},
            ["Confidence fell from 4 to 2.5."],
            id="confidence fell",
        ),
        pytest.param({"mentorship": {"status": "paused"}}, [], id="paused"),
        pytest.param({"mentorship": {"starts_on": "2026-09-20"}}, [], id="just begun"),
    ],
)
def test_somebody_should_call_by_rules_that_are_said(tables, reasons):
    assert calls(**tables) == reasons


def test_each_reason_comes_with_its_rule():
    found = report.facts(snapshot(program={"stale_after_days": 40}))["needs_call"]

    assert found[0]["rule"] == ("Call when no session was held for more than 40 days.")


def test_the_facts_of_a_paused_mentorship_expect_no_session():
    told = stories.rich(mentorship={"status": "paused"})

    assert report.facts(told)["sessions_expected"] is None
    assert cell(report.facts(told)).outputs[0].data["text/plain"]
