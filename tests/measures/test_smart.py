"""The gentle check of a goal, letter by letter."""

from __future__ import annotations

import pytest

from mentorkit.measures import smart
from mentorkit.models import Goal, Milestone


GOOD = {
    "goal_id": "g-1",
    "mentorship_id": "ms-ada",
    "title": "Lead the customer-data migration",
    "specific": "Move the 40 customer tables to the new store.",
    "achievable": "Two days a week, and Daniel reviews the plan.",
    "relevant": "The old store closes in December.",
    "metric": "tables moved",
    "unit": "tables",
    "baseline": 0,
    "target": 40,
    "set_on": "2026-07-01",
    "due_on": "2026-09-30",
}


def letters(goal, milestones=None):
    found = smart(Goal(**goal) if isinstance(goal, dict) else goal, milestones)
    return {row.letter: row for row in found.itertuples()}


def test_a_goal_with_all_its_fields_is_smart_from_s_to_t():
    found = smart(Goal(**GOOD))

    assert list(found["letter"]) == ["S", "M", "A", "R", "T"]
    assert list(found["word"]) == [
        "Specific", "Measurable", "Achievable", "Relevant", "Time-bound",
    ]  # fmt: skip
    assert set(found["verdict"]) == {"ok"}
    assert list(found["verdict"].cat.categories) == ["ok", "warn"]


@pytest.mark.parametrize(
    ("letter", "changes", "words"),
    [
        ("S", {"specific": None}, "what exactly will be done"),
        ("M", {"metric": None, "unit": None}, "“Measured by”, “Unit”"),
        ("M", {"target": None}, "“Where it should get to”"),
        ("M", {"target": 0}, "starts where it should end"),
        ("A", {"achievable": None}, "what makes it realistic"),
        ("A", {"importance": 0}, "adds nothing to the score"),
        ("A", {"difficulty": 0}, "adds nothing to the score"),
        ("R", {"relevant": None}, "what changes"),
        ("T", {"due_on": None}, "due date"),
        ("T", {"due_on": "2026-07-01"}, "leave it some time"),
    ],
)
def test_what_is_missing_is_said_in_plain_words(letter, changes, words):
    found = letters(GOOD | changes)

    assert {name for name, row in found.items() if row.verdict == "warn"} == {letter}
    assert words in found[letter].reason


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Improve my SQL", "improve"),
        ("LEARN to delegate", "learn"),
        ("Be better", "better"),
    ],
)
def test_a_word_that_leaves_the_thing_open_is_named(title, word):
    found = letters(GOOD | {"title": title, "specific": None, "metric": None})

    assert f"“{word}” leaves it open" in found["S"].reason


def test_a_wish_that_is_counted_is_not_called_open():
    found = letters(GOOD | {"title": "Improve the test suite", "specific": None})

    assert "leaves it open" not in found["S"].reason


@pytest.mark.parametrize("title", ["Learn Python 3", "Reach level 5", "Join Team 7"])
def test_a_digit_in_the_title_does_not_make_a_goal_measurable(title):
    goal = {"mentorship_id": "ms-ada", "title": title, "set_on": "2026-07-01"}

    found = letters(goal)

    assert found["M"].verdict == "warn"


def test_levels_on_both_sides_of_the_expected_one_count_as_a_measure():
    levels = {"level_m1": "One talk", "level_0": "Two talks", "level_p1": "Three talks"}
    bare = GOOD | {"metric": None, "unit": None, "baseline": None, "target": None}

    assert letters(bare | levels)["M"].verdict == "ok"
    assert letters(bare | levels | {"level_p1": None})["M"].verdict == "warn"


@pytest.mark.parametrize(
    ("step", "verdict"),
    [
        ({"due_on": "2026-08-15"}, "ok"),
        ({"due_on": "2026-09-30"}, "ok"),
        ({"due_on": "2026-10-01"}, "warn"),
        ({}, "warn"),
        ({"due_on": "2026-08-15", "status": "dropped"}, "warn"),
        ({"due_on": "2026-08-15", "goal_id": "g-2"}, "warn"),
    ],
)
def test_a_milestone_on_the_way_is_asked_for_where_milestones_are_known(
    frame, step, verdict
):
    milestones = frame(Milestone, {"goal_id": "g-1", "title": "Dry run", **step})

    assert letters(GOOD, milestones)["T"].verdict == verdict


def test_a_row_of_the_frame_is_read_as_the_record_is(frame):
    row = frame(Goal, GOOD | {"due_on": None, "relevant": None}).iloc[0]

    expected = smart(Goal(**GOOD | {"due_on": None, "relevant": None}))

    assert smart(row).equals(expected)
    assert smart(row.to_dict()).equals(expected)


def test_no_milestones_at_all_ask_for_one(frame):
    assert letters(GOOD, frame(Milestone))["T"].verdict == "warn"
