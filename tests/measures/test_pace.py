"""How far goals have come by a day, in every direction a number can go."""

from __future__ import annotations

import math

import hypothesis.strategies as st
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from mentorkit.measures import PACE_STATES, pace
from mentorkit.models import Goal, Progress


DAY = "2026-09-15"


def goal(**more):
    return {
        "goal_id": "g-1",
        "mentorship_id": "ms-ada",
        "owner_id": "p-amina",
        "title": "Move the tables",
        "metric": "tables moved",
        "unit": "tables",
        "baseline": 0,
        "target": 40,
        "set_on": "2026-07-01",
        "due_on": "2026-09-30",
        "status": "active",
        **more,
    }


def seen(day, value=None, level=None):
    return {
        "goal_id": "g-1",
        "recorded_on": day,
        "value": value,
        "level": level,
        "note": "Seen.",
    }


@pytest.fixture
def one(frame):
    """Return the row of one goal with the observations given."""

    def row(*observations, on=DAY, **changes):
        found = pace(
            frame(Goal, goal(**changes)), frame(Progress, *observations), on=on
        )
        assert len(found) == 1
        return found.iloc[0]

    return row


def test_a_row_says_what_was_agreed_and_what_was_measured_last(one):
    row = one(seen("2026-09-10", 34, -1), seen("2026-08-01", 10))

    assert row["owner"] == "amina"
    assert row["value"] == 34
    assert row["level"] == -1
    assert row["share"] == 0.85
    assert row["expected"] == pytest.approx(76 / 91)


def test_falling_targets_count_as_progress_when_the_number_falls(one):
    row = one(seen("2026-09-10", 18), baseline=42, target=10)

    assert row["share"] == 0.75


@pytest.mark.parametrize(("value", "share"), [(-10, -0.25), (0, 0), (40, 1), (60, 1.5)])
def test_the_share_can_lie_below_nought_and_above_one(one, value, share):
    assert one(seen("2026-09-10", value))["share"] == share


def test_an_observation_after_the_day_has_not_happened_yet(one):
    row = one(seen("2026-09-15", 10), seen("2026-09-16", 40))

    assert row["value"] == 10


def test_without_a_baseline_the_first_of_several_numbers_stands_in(one):
    row = one(seen("2026-07-05", 20), seen("2026-09-01", 30), baseline=None)

    assert (row["baseline"], row["share"]) == (20, 0.5)


def test_without_a_baseline_one_number_alone_says_nothing_of_the_pace(one):
    row = one(seen("2026-07-05", 20), baseline=None)

    assert math.isnan(row["share"])
    assert row["state"] == "not_measured"


@pytest.mark.parametrize(
    ("value", "share", "state"), [(5, 1, "done"), (4, None, "not_measured")]
)
def test_a_target_equal_to_the_baseline_is_reached_or_unknown(one, value, share, state):
    row = one(seen("2026-08-01", value), baseline=5, target=5)

    assert row["share"] == share or (share is None and math.isnan(row["share"]))
    assert row["state"] == state


@pytest.mark.parametrize(
    ("changes", "on", "expected"),
    [
        pytest.param({}, "2026-06-01", 0, id="before it was set"),
        pytest.param({}, "2026-12-01", 1, id="after it was due"),
        pytest.param({"due_on": "2026-07-01"}, "2026-07-01", 1, id="due when set"),
        pytest.param(
            {"due_on": "2026-07-01"}, "2026-06-30", 0, id="due when set, before"
        ),
        pytest.param({"due_on": "2026-07-03"}, "2026-07-02", 0.5, id="half way"),
    ],
)
def test_the_expected_share_is_the_time_that_is_gone(one, changes, on, expected):
    assert one(on=on, **changes)["expected"] == expected


def test_without_a_due_date_nothing_is_expected_and_nothing_is_late(one):
    row = one(seen("2026-08-01", 1), due_on=None)

    assert math.isnan(row["expected"])
    assert row["state"] == "on_track"


@pytest.mark.parametrize(
    ("state", "changes", "observations", "on"),
    [
        ("done", {}, [seen("2026-09-01", 40)], DAY),
        ("done", {"status": "met"}, [], "2026-12-01"),
        ("done", {"status": "not_met"}, [seen("2026-09-01", 41)], DAY),
        ("done", {}, [seen("2026-09-01", level=0)], DAY),
        ("on_track", {}, [seen("2026-09-10", 34)], DAY),
        ("on_track", {}, [seen("2026-07-02", 0)], "2026-07-02"),
        ("on_track", {"due_on": "2026-09-15"}, [seen("2026-09-15", 38)], DAY),
        (
            "on_track",
            {"baseline_level": -2},
            [seen("2026-08-01", level=-1)],
            "2026-08-01",
        ),
        ("at_risk", {}, [seen("2026-09-10", 10)], DAY),
        ("at_risk", {}, [seen("2026-09-10", level=-1)], DAY),
        ("at_risk", {}, [seen("2026-09-10", 10, 0)], DAY),
        ("late", {}, [seen("2026-09-10", 39)], "2026-10-01"),
        ("partly_met", {"status": "partly_met"}, [seen("2026-09-10", 30)], DAY),
        ("late", {}, [], "2026-10-01"),
        ("not_started", {"status": "draft"}, [], DAY),
        ("not_started", {"status": "agreed"}, [], "2026-06-30"),
        ("not_measured", {}, [], DAY),
        ("not_measured", {"target": None}, [seen("2026-09-10", 10)], DAY),
        ("paused", {"status": "paused"}, [seen("2026-09-10", 10)], "2026-12-01"),
        ("dropped", {"status": "dropped"}, [], DAY),
        ("dropped", {"status": "superseded"}, [], DAY),
    ],
)
def test_the_state_is_the_first_word_that_is_true(
    one, state, changes, observations, on
):
    assert one(*observations, on=on, **changes)["state"] == state


def test_rows_keep_the_order_of_the_goals_and_are_counted_from_nought(frame):
    goals = frame(Goal, goal(goal_id="g-b"), goal(goal_id="g-a")).set_index(
        "goal_id", drop=False
    )

    found = pace(goals, frame(Progress), on=DAY)

    assert list(found["goal_id"]) == ["g-b", "g-a"]
    assert list(found.index) == [0, 1]


def test_the_frames_given_stay_as_they_were(frame):
    goals = frame(Goal, goal(baseline=None))
    progress = frame(Progress, seen("2026-07-05", 20), seen("2026-09-01", 30))
    before = goals.copy(), progress.copy()

    pace(goals, progress, on=DAY)

    assert goals.equals(before[0])
    assert progress.equals(before[1])


def test_no_goals_give_an_empty_frame_with_the_same_dtypes(frame):
    full = pace(frame(Goal, goal()), frame(Progress, seen(DAY, 3, 1)), on=DAY)

    empty = pace(frame(Goal), frame(Progress), on=DAY)

    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)
    assert list(empty["state"].cat.categories) == list(PACE_STATES)
    assert str(full["level"].dtype) == "Int64"
    assert str(full["due_on"].dtype) == "datetime64[us]"


numbers = st.floats(-1e6, 1e6).map(lambda number: round(number, 3))
goals_drawn = st.tuples(numbers, numbers, numbers).filter(
    lambda drawn: abs(drawn[1] - drawn[0]) > 0.01
)


@given(drawn=st.lists(goals_drawn, min_size=1, max_size=20))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_turning_the_scale_over_leaves_the_share(frame, drawn):
    baselines, targets, values = map(list, zip(*drawn, strict=True))
    ids = [f"g-{place}" for place in range(len(drawn))]
    goals = frame(Goal, *[goal(goal_id=name) for name in ids])
    goals = goals.assign(baseline=baselines, target=targets)
    progress = goals[["goal_id"]].assign(
        recorded_on=goals["set_on"],
        value=values,
        level=pd.array([None] * len(ids), "Int64"),
    )

    upright = pace(goals, progress, on=DAY)
    turned = pace(
        goals.assign(baseline=-goals["baseline"], target=-goals["target"]),
        progress.assign(value=-progress["value"]),
        on=DAY,
    )

    assert list(turned["share"]) == pytest.approx(list(upright["share"]))
