"""What happened: one line an event, each on its day and in its order."""

from __future__ import annotations

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import happened
from mentorkit.models import Action, Goal, Milestone, Progress, Reflection, Session


@pytest.fixture
def tables(frame):
    circle = {"mentorship_id": "ms-ada"}
    own = {**circle, "owner_id": "p-ada"}
    progress = {"goal_id": "g-one", "by_id": "p-ada"}
    return {
        "sessions": frame(
            Session,
            {**circle, "starts_at": "2026-09-07T22:30Z", "status": "held", "objective": "Begin"},
            {**circle, "starts_at": "2026-09-21T10:00Z", "status": "no_show"},
            {**circle, "starts_at": "2026-09-28T10:00Z", "status": "planned"},
        ),
        "goals": frame(Goal, {**own, "goal_id": "g-one", "title": "Write it", "set_on": "2026-09-01"}),
        "milestones": frame(
            Milestone,
            {"goal_id": "g-one", "title": "Draft", "status": "done", "done_on": "2026-09-10"},
            {"goal_id": "g-one", "title": "Print", "status": "missed", "due_on": "2026-09-12"},
            {"goal_id": "g-one", "title": "Sell", "due_on": "2026-09-13"},
        ).assign(mentorship="ada"),
        "progress": frame(
            Progress,
            {**progress, "recorded_on": "2026-09-11", "value": 3},
            {**progress, "recorded_on": "2026-09-14", "note": "It flows."},
        ).assign(mentorship="ada"),
        "actions": frame(
            Action,
            {**own, "title": "Ask Bo", "set_on": "2026-09-01", "status": "done", "done_on": "2026-09-15"},
            {**own, "title": "Ask Cy", "set_on": "2026-09-01"},
        ),
        "reflections": frame(
            Reflection,
            {"mentorship_id": "ms-ada", "author_id": "p-ada", "written_on": "2026-09-16", "confidence": 4},
        ),
    }  # fmt: skip


def events(found):
    return found.assign(day=found["day"].dt.day)[["day", "event", "what"]].values.tolist()  # fmt: skip


def test_everything_that_happened_has_its_line(tables):
    found = happened(tables, on="2026-09-30", timezone="Europe/Lisbon")

    assert events(found.fillna({"what": ""})) == [
        [1, "goal_set", "Write it"],
        [7, "session_held", "Begin"],
        [10, "milestone_done", "Draft"],
        [11, "progress", "Write it"],
        [12, "milestone_missed", "Print"],
        [14, "progress", "It flows."],
        [15, "action_done", "Ask Bo"],
        [16, "reflection", ""],
        [21, "session_missed", ""],
    ]
    numbers = found.loc[found["value"].notna(), ["event", "value"]]
    assert numbers.values.tolist() == [["progress", 3.0], ["reflection", 4.0]]
    assert set(found["mentorship"]) == {"ada"}


def test_both_ends_of_the_time_belong_to_it(tables):
    found = happened(
        tables, on="2026-09-12", since="2026-09-10", timezone="Europe/Lisbon"
    )

    assert [line[0] for line in events(found)] == [10, 11, 12]


def test_a_session_happens_on_the_day_that_the_clock_there_shows(tables):
    found = happened(
        {"sessions": tables["sessions"]}, on="2026-09-30", timezone="Europe/Helsinki"
    )

    assert [line[0] for line in events(found)] == [8, 21]


def test_where_nothing_happened_there_is_no_line(frame):
    found = happened({"goals": frame(Goal)}, on="2026-09-30", timezone="UTC")

    assert found.empty
    assert found["day"].dtype == "datetime64[us]"


def test_a_table_in_which_nothing_happens_is_named(frame):
    with pytest.raises(MeasureError, match="in people"):
        happened({"people": frame(Goal)}, on="2026-09-30", timezone="UTC")
