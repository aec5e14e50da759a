"""What is due, and when people meet next: by the clock where they live."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import due, next_date
from mentorkit.models import Action, Goal, Milestone, Session


LISBON = {"on": "2026-09-01", "timezone": "Europe/Lisbon"}


def goal(key, status="active", due_on=None):
    return {
        "goal_id": key, "mentorship_id": "ms-ada", "owner_id": "p-ada", "title": key,
        "status": status, "due_on": due_on,
    }  # fmt: skip


def step(key, due_on, status="planned", goal_id="g-one", **more):
    return {"milestone_id": key, "goal_id": goal_id, "title": key, "due_on": due_on, "status": status, **more}  # fmt: skip


@pytest.fixture
def steps(frame):
    def frame_of(*rows):
        return frame(Milestone, *rows).assign(mentorship="ada")

    return frame_of


def test_what_is_overdue_and_what_comes_within_the_days_is_due(frame):
    actions = frame(
        Action,
        *(
            {
                "mentorship_id": "ms-ada",
                "title": title,
                "owner_id": "p-ada",
                "due_on": day,
                "set_on": "2026-06-01",
            }
            for title, day in [
                ("late", "2026-08-31"),
                ("today", "2026-09-01"),
                ("last", "2026-09-08"),
                ("later", "2026-09-09"),
                ("undated", None),
            ]
        ),
    )

    found = due({"actions": actions}, **LISBON)

    assert found[["title", "days"]].values.tolist() == [
        ["late", -1],
        ["today", 0],
        ["last", 7],
    ]
    assert set(found["person"]) == {"ada"}
    assert due({"actions": actions}, **LISBON, days=0)["title"].tolist() == [
        "late",
        "today",
    ]


def test_what_is_done_or_dropped_is_not_due(frame, steps):
    tables = {
        "goals": frame(Goal, goal("g-one"), goal("g-met", "met", "2026-09-02")),
        "milestones": steps(
            step("m-1", "2026-09-02"),
            step("m-2", "2026-09-02", "done", done_on="2026-08-02"),
            step("m-3", "2026-09-02", "missed"),
        ),
    }

    assert due(tables, **LISBON)["id"].tolist() == ["m-1"]


@pytest.mark.parametrize(
    ("status", "counts"),
    [("draft", 1), ("agreed", 1), ("active", 1), ("paused", 0), ("dropped", 0)],
)
def test_a_milestone_counts_as_long_as_its_goal(frame, steps, status, counts):
    tables = {
        "goals": frame(Goal, goal("g-one", status)),
        "milestones": steps(step("m-1", "2026-09-02")),
    }

    found = due(tables, **LISBON)

    assert len(found) == counts
    assert found["person"].tolist() == ["ada"] * counts


def test_a_session_is_due_on_the_day_that_the_clock_there_shows(frame):
    sessions = frame(
        Session,
        {"mentorship_id": "ms-ada", "starts_at": "2026-09-08T23:30Z"},
        {"mentorship_id": "ms-ada", "starts_at": "2026-09-08T22:30Z"},
    )

    found = due({"sessions": sessions}, **LISBON)

    assert [f"{day:%d %b}" for day in found["due_on"]] == ["08 Sep"]
    assert found["title"].isna().all()


def test_nothing_is_due_where_nothing_is(frame, steps):
    tables = {"goals": frame(Goal), "milestones": steps()}

    assert due(tables, **LISBON).empty


def test_a_table_in_which_nothing_is_due_is_refused(frame):
    with pytest.raises(MeasureError, match="Nothing of decisions is due"):
        due({"decisions": frame(Goal)}, **LISBON)


def met(at, status="held"):
    return {"mentorship_id": "ms-ada", "starts_at": at, "status": status}


NOW = dt.datetime(2026, 10, 20, 16, 40, tzinfo=dt.UTC)


def test_the_next_date_keeps_the_time_of_day_when_the_clocks_change(frame):
    sessions = frame(Session, met("2026-10-06T14:00Z"), met("2026-10-20T14:00Z"))

    found = next_date(sessions, every_days=14, now=NOW, timezone="Europe/Lisbon")

    assert f"{found:%Y-%m-%d %H:%M %Z}" == "2026-11-03 15:00 WET"


def test_a_session_that_is_planned_is_the_next_one(frame):
    sessions = frame(
        Session,
        met("2026-10-06T14:00Z"),
        met("2026-10-01T09:00Z", "planned"),
        met("2026-10-22T09:00Z", "planned"),
        met("2026-10-21T09:00Z", "cancelled"),
    )

    found = next_date(sessions, every_days=14, now=NOW, timezone="UTC")

    assert found == dt.datetime(2026, 10, 22, 9, tzinfo=dt.UTC)


def test_without_any_session_the_next_one_is_at_the_hour_of_now(frame):
    found = next_date(frame(Session), every_days=7, now=NOW, timezone="UTC")

    assert found == dt.datetime(2026, 10, 27, 16, 0, tzinfo=dt.UTC)


def test_a_rhythm_of_no_days_is_refused(frame):
    with pytest.raises(MeasureError, match="at least one day apart"):
        next_date(frame(Session), every_days=0, now=NOW, timezone="UTC")
