"""Attainment of mentorships from their goals and the levels that were recorded."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import attainment, gas_t
from mentorkit.models import Goal, Progress


def goal(name, mentorship="ms-ada", **more):
    return {
        "goal_id": f"g-{name}",
        "mentorship_id": mentorship,
        "title": name,
        "status": "active",
        "set_on": "2026-07-01",
        **more,
    }


def seen(name, day, level):
    return {"goal_id": f"g-{name}", "recorded_on": day, "level": level, "note": "Seen."}


@pytest.fixture
def goals(frame):
    return frame(
        Goal,
        goal("talk", importance=3, difficulty=2),
        goal("tutorial", importance=1, difficulty=2, baseline_level=-2),
        goal("pairing", "ms-bo"),
    )


def test_each_mentorship_has_one_row_with_weights_from_importance_and_difficulty(
    frame, goals
):
    progress = frame(
        Progress, seen("talk", "2026-08-01", 1), seen("tutorial", "2026-08-01", 0)
    )

    found = attainment(goals, progress)

    assert list(found["mentorship"]) == ["ada", "bo"]
    assert list(found["n"]) == [2, 0]
    first = found.iloc[0]
    assert first["t_achieved"] == gas_t([1, 0], [6, 2])
    assert first["t_baseline"] == gas_t([-1, -2], [6, 2])
    assert first["change"] == first["t_achieved"] - first["t_baseline"]


def test_a_mentorship_without_levels_has_no_score(frame, goals):
    found = attainment(goals, frame(Progress))

    assert found[["t_baseline", "t_achieved", "change"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (dt.date(2026, 8, 1), 0),
        (dt.date(2026, 8, 31), 0),
        ("2026-09-01", 2),
        (None, -1),
    ],
)
def test_the_latest_level_up_to_the_day_counts(frame, goals, day, level):
    progress = frame(
        Progress,
        seen("pairing", "2026-12-01", -1),
        seen("pairing", "2026-08-01", -2),
        seen("pairing", "2026-08-01", 0),
        seen("pairing", "2026-09-01", 2),
        seen("pairing", "2026-09-02", None),
    )

    found = attainment(goals, progress, on=day).set_index("mentorship")

    assert found.loc["bo", "t_achieved"] == gas_t([level])


@pytest.mark.parametrize("status", ["draft", "dropped", "superseded"])
def test_goals_that_were_not_agreed_or_were_given_up_are_not_scored(frame, status):
    goals = frame(Goal, goal("kept"), goal("other", status=status))
    progress = frame(
        Progress, seen("kept", "2026-08-01", 1), seen("other", "2026-08-01", -2)
    )

    found = attainment(goals, progress)

    assert list(found["n"]) == [1]
    assert list(found["t_achieved"]) == [gas_t([1])]


def test_a_goal_set_after_the_day_is_not_scored(frame, goals):
    progress = frame(Progress, seen("talk", "2026-06-01", 1))

    found = attainment(goals, progress, on="2026-06-30")

    assert list(found["n"]) == [0, 0]


def test_no_goals_give_an_empty_frame_with_the_same_dtypes(frame, goals):
    full = attainment(goals, frame(Progress))

    empty = attainment(frame(Goal), frame(Progress))

    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)
    assert dict(full.dtypes.astype("str")) == {
        "mentorship_id": "str",
        "mentorship": "str",
        "n": "Int64",
        "t_baseline": "float64",
        "t_achieved": "float64",
        "change": "float64",
    }


def test_a_missing_column_is_named(frame, goals):
    with pytest.raises(MeasureError, match="goals has no status, set_on"):
        attainment(goals.drop(columns=["status", "set_on"]), frame(Progress))


@pytest.mark.parametrize("day", ["soon", "2026-13-01", "NaT"])
def test_a_day_that_is_none_is_refused(frame, goals, day):
    with pytest.raises(MeasureError, match=f"'{day}' is not a day"):
        attainment(goals, frame(Progress), on=day)
