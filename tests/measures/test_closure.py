"""What a good end needs: each point, there and missing."""

from __future__ import annotations

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import closure_check
from mentorkit.models import Action, Assessment, Consent, Goal, Member, Reflection


OWN = {"mentorship_id": "ms-ada"}
GOAL = {**OWN, "owner_id": "p-ada", "title": "Learn"}
TABLES = {
    "goals": (Goal, {**GOAL, "status": "partly_met"}),
    "actions": (
        Action,
        {**OWN, "title": "Call", "owner_id": "p-ada", "status": "dropped"},
    ),
    "assessments": (Assessment, {"instrument": "skills", "wave": "closure"}),
    "consents": (
        Consent,
        {
            "person_id": "p-ada",
            "scope": "statistics",
            "granted": False,
            "given_on": "2026-09-01",
        },
    ),
    "reflections": (Reflection, {**OWN, "kind": "closing_letter", "text": "Thanks"}),
    "members": (Member, {**OWN, "person_id": "p-ada", "role": "mentee"}),
}


@pytest.fixture
def left(frame):
    """Return a function that gives what is left, with some tables' rows replaced."""

    def of(**rows):
        tables = {}
        for name, (record, row) in TABLES.items():
            given = rows.get(name, [row])
            empty = frame(record, row).iloc[:0]
            tables[name] = frame(record, *given) if given else empty
        found = closure_check(tables, on="2026-09-30")
        assert list(found["met"]) == list(found["left"] == 0)
        return {
            k: n for k, n in zip(found["criterion"], found["left"], strict=True) if n
        }

    return of


def test_nothing_is_left_of_a_good_end(left):
    assert left() == {}


@pytest.mark.parametrize("status", ["draft", "agreed", "active", "paused"])
def test_a_goal_without_an_end_is_left(left, status):
    assert left(goals=[{**GOAL, "status": status}]) == {"goals": 1}


@pytest.mark.parametrize(
    ("name", "criterion"),
    [("assessments", "wave"), ("reflections", "letter"), ("consents", "consent")],
)
def test_what_is_not_there_is_left(left, name, criterion):
    assert left(**{name: []}) == {criterion: 1}


def test_an_open_promise_is_left(left):
    row = {**TABLES["actions"][1], "status": "open"}

    assert left(actions=[row, row]) == {"actions": 2}


def test_each_mentee_is_asked(left):
    people = [
        {**OWN, "person_id": f"p-{who}", "role": "mentee"} for who in ("ada", "bo")
    ]

    assert left(members=people) == {"consent": 1}


def test_an_answer_after_the_day_in_question_is_none_yet(left):
    row = {**TABLES["consents"][1], "given_on": "2026-10-01"}

    assert left(consents=[row]) == {"consent": 1}


def test_a_table_that_is_missing_is_named():
    with pytest.raises(MeasureError, match="also reads goals, actions"):
        closure_check({}, on="2026-09-30")
