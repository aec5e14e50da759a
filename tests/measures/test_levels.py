"""Levels of attainment that cannot be told apart are named, and no others."""

from __future__ import annotations

import pytest

from mentorkit.measures import levels
from mentorkit.models import Goal


def reasons(**texts):
    return list(levels(texts)["reason"])


@pytest.mark.parametrize(
    "texts",
    [
        {},
        {"level_m1": "fewer than 10", "level_0": "10 to 19", "level_p1": "20 or more"},
        {"level_m1": "30 days", "level_0": "20 days", "level_p1": "10 days"},
        {"level_m2": "None", "level_0": "Leads with help", "level_p1": "Leads alone"},
        {"level_m1": "up to 10", "level_0": "more than 10", "level_p1": "over 30"},
        {"level_m1": "1,5 h", "level_0": "2,5 h", "level_p2": "3 h"},
    ],
)
def test_levels_that_can_be_told_apart_are_left_alone(texts):
    assert reasons(**texts) == []


def test_a_number_that_fits_two_levels_is_named():
    (told,) = reasons(level_m1="10–20", level_0="20–30", level_p1="31+")
    assert told == (
        "Both “Less than expected (−1)” and “As expected (0)” fit 20:"
        " leave no number in two levels."
    )


def test_the_same_words_in_two_levels_are_named_once():
    (told,) = reasons(level_m1="Leads it.", level_0="leads it", level_p1="Teaches it")
    assert told.startswith("“Less than expected (−1)” and “As expected (0)” say")


def test_numbers_that_turn_round_are_named():
    (told,) = reasons(level_m1="30", level_0="20", level_p1="25")
    assert "More than expected (+1)" in told


@pytest.mark.parametrize(
    ("texts", "field", "word"),
    [
        ({"level_p1": "More"}, "level_0", "As expected"),
        ({"level_m1": "Some", "level_0": "Half"}, "level_p1", "above"),
        ({"level_0": "Half", "level_p2": "All"}, "level_m1", "below"),
    ],
)
def test_a_missing_level_is_asked_for_where_it_belongs(texts, field, word):
    found = levels(texts)
    assert list(found["field"]) == [field]
    assert word in found["reason"][0]


def test_a_goal_and_its_row_are_read_alike():
    goal = Goal(mentorship_id="ms-1", title="Read", level_m1="5", level_0="5 or more")
    assert levels(goal).equals(levels(goal.model_dump()))
    assert "level_0" in set(levels(goal)["field"])
