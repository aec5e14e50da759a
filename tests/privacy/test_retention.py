"""Retention: who is due, and who is not yet."""

import datetime as dt

import pytest

from mentorkit.privacy.mentions import ERASED
from mentorkit.privacy.retention import due


TODAY = dt.date(2026, 9, 1)


def tables(*, status="closed", ended="2026-06-01", retain=90, **more):
    """Return rows of one person in one mentorship that is over."""
    return {
        "programs": [{"program_id": "pr", "retain_days": retain}],
        "people": [{"person_id": "p-1", "handle": "ada", "name": "Ada Lovelace"}],
        "mentorships": [
            {
                "mentorship_id": "ms",
                "program_id": "pr",
                "status": status,
                "ends_on": ended,
            }
        ],
        "members": [
            {
                "person_id": "p-1",
                "mentorship_id": "ms",
                "left_on": more.get("left_on"),
            }
        ],
        "enrollments": [
            {"person_id": "p-1", "status": word, "left_on": None}
            for word in more.get("enrolled", ())
        ],
    }


def handles(found):
    return [each.handle for each in found]


def test_somebody_is_due_when_the_time_after_their_last_mentorship_is_over():
    (found,) = due(tables(), TODAY)

    assert (found.handle, found.ended_on) == ("ada", dt.date(2026, 6, 1))
    assert found.due_on == dt.date(2026, 8, 30)


def test_nobody_is_due_a_day_before():
    assert handles(due(tables(), dt.date(2026, 8, 30))) == ["ada"]
    assert due(tables(), dt.date(2026, 8, 29)) == []


@pytest.mark.parametrize(
    "rows",
    [
        tables(status="active"),
        tables(status="paused"),
        tables(status="ending"),
        tables(retain=None),
        tables(ended=None),
        tables(enrolled=["active"]),
        tables(enrolled=["completed", "waiting"]),
    ],
    ids=["active", "paused", "ending", "kept for good", "no day", "enrolled", "waits"],
)
def test_whoever_still_takes_part_or_may_be_kept_is_not_due(rows):
    assert due(rows, TODAY) == []


def test_whoever_left_a_mentorship_that_goes_on_is_counted_from_that_day():
    (found,) = due(tables(status="active", ended=None, left_on="2026-05-01"), TODAY)

    assert found.ended_on == dt.date(2026, 5, 1)


def test_every_program_must_have_kept_them_for_long_enough():
    rows = tables()
    rows["programs"].append({"program_id": "two", "retain_days": 400})
    rows["mentorships"].append(
        {
            "mentorship_id": "older",
            "program_id": "two",
            "status": "closed",
            "ends_on": "2026-01-01",
        }
    )
    rows["members"].append(
        {"person_id": "p-1", "mentorship_id": "older", "left_on": None}
    )

    assert due(rows, TODAY) == []
    assert due(rows, dt.date(2027, 2, 5))[0].due_on == dt.date(2027, 2, 5)


def test_somebody_who_was_erased_is_never_due_again():
    rows = tables()
    rows["people"][0] |= {"handle": "p-1", "name": ERASED}

    assert due(rows, TODAY) == []
