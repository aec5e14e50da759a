"""A lead's note settles what held on its day, and for a time."""

from __future__ import annotations

import pytest
from tests.measures.test_attention import tables  # noqa: F401 - a fixture

from mentorkit.measures import calls
from mentorkit.models import Decision


LEAD = {
    "enrollment_id": "e-lead",
    "program_id": "pr-one",
    "person_id": "p-lea",
    "role": "lead",
    "status": "active",
}
WAITS = {
    "enrollment_id": "e-wu",
    "program_id": "pr-one",
    "person_id": "p-wu",
    "role": "mentee",
    "status": "waiting",
    "applied_on": "2026-07-01",
}


SESSION = {
    "mentorship_id": "ms-ada",
    "starts_at": "2026-08-01T10:00Z",
    "status": "held",
}


@pytest.fixture
def told(tables, frame):  # noqa: F811
    """Return a function that gives the state and note of each reason."""

    def of(*notes, on="2026-09-29", **rows):
        given = tables(
            enrollments=[LEAD, WAITS],
            sessions=[SESSION],
            **rows,
        )
        given["decisions"] = frame(Decision, *notes)
        found = calls(given, on=on, timezone="UTC")
        keys = zip(found["about"], found["signal"], strict=True)
        return dict(
            zip(keys, zip(found["state"], found["note"], strict=True), strict=True)
        )

    return of


def note(day, ref_id="ms-ada", by="p-lea", **more):
    return {
        "program_id": "pr-one",
        "decided_on": day,
        "decision": f"Called on {day}",
        "rationale": "Silence",
        "ref_id": ref_id,
        "by_id": by,
        **more,
    }


def test_without_a_note_all_is_open(told):
    assert {state for state, _ in told().values()} == {"open"}


def test_a_note_settles_and_is_told(told):
    found = told(note("2026-09-10"), note("2026-09-20"))

    assert found["ada", "silence"] == ("settled", "Called on 2026-09-20")
    assert found["wu", "waiting"][0] == "open"


def test_who_waits_is_settled_by_a_note_about_the_enrollment(told):
    found = told(note("2026-09-20", "e-wu"))

    assert found["wu", "waiting"] == ("settled", "Called on 2026-09-20")
    assert found["ada", "silence"][0] == "open"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        pytest.param(
            "2026-09-01", "settled", id="as many days ago as silence may last"
        ),
        pytest.param("2026-08-31", "open", id="a day more"),
        pytest.param("2026-09-30", "open", id="not yet written"),
    ],
)
def test_a_note_holds_for_as_long_as_the_program_lets_pass_in_silence(told, day, state):
    assert told(note(day))["ada", "silence"][0] == state


def test_what_came_up_after_the_note_is_open(told):
    step = {"goal_id": "g-one", "title": "A step", "status": "planned"}
    late = [{**step, "due_on": "2026-09-22"}, {**step, "due_on": "2026-09-23"}]

    found = told(note("2026-09-20"), milestones=late)

    assert found["ada", "silence"][0] == "settled"
    assert found["ada", "late"][0] == "open"


def test_only_a_lead_settles(told):
    assert told(note("2026-09-20", by="p-ada"))["ada", "silence"][0] == "open"


def test_a_decision_about_something_else_settles_nothing(told):
    assert told(note("2026-09-20", ref_id="g-one"))["ada", "silence"][0] == "open"
