"""What is true of milestones on a day, and the starts that nobody gave."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from mentorkit.measures import MILESTONE_STATES, milestone_states
from mentorkit.models import Goal, Milestone


DAY = dt.date(2026, 9, 28)


def step(name="one", **more):
    return {"milestone_id": f"m-{name}", "goal_id": "g-1", "title": name, **more}


@pytest.fixture
def goals(frame):
    return frame(
        Goal,
        {
            "goal_id": "g-1",
            "mentorship_id": "ms-ada",
            "title": "Move the tables",
            "set_on": "2026-07-01",
        },
    )


@pytest.mark.parametrize(
    ("state", "days_late", "changes"),
    [
        ("done", 0, {"status": "done", "done_on": "2026-09-20"}),
        ("done", 0, {"status": "done", "done_on": "2026-09-25"}),
        ("done", 3, {"status": "done", "done_on": "2026-09-28"}),
        ("late", 3, {"status": "done", "done_on": "2026-09-29"}),
        ("late", 3, {"status": "in_progress"}),
        ("late", 3, {"status": "planned"}),
        ("missed", 3, {"status": "missed"}),
        ("dropped", 0, {"status": "dropped"}),
        ("on_track", 0, {"status": "in_progress", "due_on": "2026-09-28"}),
        ("planned", 0, {"status": "planned", "due_on": "2026-09-28"}),
        ("on_track", 0, {"status": "done", "done_on": "2026-09-29", "due_on": "2026-09-30"}),
        ("planned", 0, {"status": "done", "done_on": "2026-10-09", "due_on": "2026-10-09",
                        "starts_on": "2026-09-29"}),
    ],
)  # fmt: skip
def test_the_state_is_what_is_true_on_the_day(frame, goals, state, days_late, changes):
    milestones = frame(Milestone, step(**{"due_on": "2026-09-25", **changes}))

    found = milestone_states(milestones, goals, on=DAY)

    assert list(found["state"]) == [state]
    assert list(found["days_late"]) == [days_late]


def test_without_a_due_date_a_milestone_is_never_late(frame, goals):
    milestones = frame(
        Milestone, step(status="in_progress", original_due_on="2026-01-01")
    )

    found = milestone_states(milestones, goals, on=DAY)

    assert list(found["state"]) == ["on_track"]
    assert found[["days_late", "moved_days"]].isna().all(axis=None)


@pytest.mark.parametrize(
    ("due", "moved"), [("2026-08-15", 14), ("2026-08-01", 0), ("2026-07-30", -2)]
)
def test_a_move_is_counted_in_days_from_the_date_first_agreed(frame, goals, due, moved):
    milestones = frame(Milestone, step(due_on=due, original_due_on="2026-08-01"))

    found = milestone_states(milestones, goals, on=DAY)

    assert list(found["moved_days"]) == [moved]


def test_a_start_nobody_gave_is_the_milestone_before_it_or_the_goal(frame, goals):
    milestones = frame(
        Milestone,
        step("third", position=2, due_on="2026-09-10"),
        step("first", position=0, due_on="2026-07-20"),
        step("given-up", position=1, due_on="2026-08-20", status="dropped"),
        step("second", position=1, due_on="2026-08-05", starts_on="2026-07-25"),
        step("elsewhere", goal_id="g-unknown", due_on="2026-08-01"),
    )

    found = milestone_states(milestones, goals, on=DAY).set_index("title")

    starts = found["starts_on"].dt.strftime("%m-%d")
    assert starts.drop("elsewhere").to_dict() == {
        "third": "08-05",
        "first": "07-01",
        "given-up": "07-20",
        "second": "07-25",
    }
    assert found["starts_on"].isna()["elsewhere"]
    assert found["goal"].isna()["elsewhere"]
    assert found["goal"]["first"] == "Move the tables"


def test_a_filled_start_never_comes_after_its_due_date(frame, goals):
    milestones = frame(
        Milestone,
        step("a", position=0, due_on="2026-09-01"),
        step("b", position=1, due_on="2026-08-01"),
        step("c", position=2, due_on="2026-06-01"),
    )

    found = milestone_states(milestones, goals, on=DAY)

    assert list(found["starts_on"].dt.strftime("%m-%d")) == ["07-01", "07-01", "06-01"]


def test_rows_keep_their_order_and_all_their_columns(frame, goals):
    milestones = frame(Milestone, step("b", position=1), step("a", position=0))

    found = milestone_states(milestones, goals, on=DAY)

    assert list(found["title"]) == ["b", "a"]
    added = ["goal", "state", "moved_days", "days_late"]
    assert list(found.columns) == [*milestones.columns, *added]


def test_milestones_stand_without_their_goals(frame):
    found = milestone_states(frame(Milestone, step(due_on="2026-10-01")), on=DAY)

    assert found["starts_on"].isna().all()
    assert list(found["state"]) == ["planned"]


@pytest.mark.parametrize("with_goals", [True, False])
def test_no_milestones_give_an_empty_frame_with_the_same_dtypes(
    frame, goals, with_goals
):
    full = milestone_states(frame(Milestone, step(due_on="2026-10-01")), goals, on=DAY)

    empty = milestone_states(
        frame(Milestone), frame(Goal) if with_goals else None, on=DAY
    )

    assert len(empty) == 0
    assert list(empty.dtypes) == list(full.dtypes)
    assert empty["state"].dtype == pd.CategoricalDtype(list(MILESTONE_STATES))
    assert [str(full[name].dtype) for name in ("moved_days", "days_late")] == [
        "Int64"
    ] * 2
