"""How often and how long people met, by the clock where they live."""

from __future__ import annotations

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import cadence
from mentorkit.models import Session


JULY = {"start": "2026-07-01", "on": "2026-07-31", "timezone": "UTC", "every_days": 7}


def met(at, minutes=45, status="held"):
    return {
        "mentorship_id": "ms-ada", "starts_at": at, "minutes": minutes, "status": status,
    }  # fmt: skip


def test_sessions_are_counted_by_what_became_of_them(frame):
    sessions = frame(
        Session,
        met("2026-06-30T10:00Z"),
        met("2026-07-01T10:00Z", 30),
        met("2026-07-08T10:00Z", None, "moved"),
        met("2026-07-09T10:00Z", 60),
        met("2026-07-15T10:00Z", None, "no_show"),
        met("2026-07-16T10:00Z", None, "cancelled"),
        met("2026-07-24T10:00Z", 45),
        met("2026-08-01T10:00Z", 45),
        met("2026-08-05T10:00Z", 45, "planned"),
    )

    found = cadence(sessions, **JULY)

    assert found == {
        "held": 3,
        "missed": 2,
        "moved": 1,
        "planned": 1,
        "minutes": 135,
        "median_minutes": 45.0,
        "median_gap_days": 11.5,
        "longest_gap_days": 15,
        "days_since_last": 7,
        "expected": 4,
        "share": 0.75,
    }


@pytest.mark.parametrize(
    ("timezone", "held"), [("UTC", 0), ("Pacific/Auckland", 1), ("America/Lima", 0)]
)
def test_a_day_is_the_local_one(frame, timezone, held):
    sessions = frame(Session, met("2026-06-30T22:30Z"))

    assert cadence(sessions, **JULY | {"timezone": timezone})["held"] == held


def test_nights_when_clocks_change_do_not_bend_the_gaps(frame):
    sessions = frame(
        Session, met("2026-03-28T23:30+01:00"), met("2026-03-30T00:10+02:00")
    )

    found = cadence(
        sessions, every_days=7, start="2026-03-28", on="2026-03-30",
        timezone="Europe/Berlin",
    )  # fmt: skip

    assert found["median_gap_days"] == 2


def test_two_sessions_on_one_day_are_no_gap(frame):
    sessions = frame(Session, met("2026-07-01T08:00Z"), met("2026-07-01T15:00Z"))

    found = cadence(sessions, **JULY)

    assert found["held"] == 2
    assert found["median_gap_days"] is None
    assert found["longest_gap_days"] == 30


def test_minutes_that_nobody_wrote_down_are_unknown(frame):
    found = cadence(frame(Session, met("2026-07-02T10:00Z", None)), **JULY)

    assert (found["minutes"], found["median_minutes"]) == (None, None)


def test_without_sessions_nothing_is_made_up(frame):
    found = cadence(frame(Session), **JULY)

    assert found == {
        "held": 0,
        "missed": 0,
        "moved": 0,
        "planned": 0,
        "minutes": 0,
        "median_minutes": None,
        "median_gap_days": None,
        "longest_gap_days": 30,
        "days_since_last": None,
        "expected": 4,
        "share": 0.0,
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"every_days": None}, None, id="no rhythm agreed"),
        pytest.param({"every_days": 60}, 0, id="not due yet"),
        pytest.param({"on": "2026-06-01"}, 0, id="not begun"),
    ],
)
def test_where_nothing_was_expected_there_is_no_share(frame, changes, expected):
    found = cadence(frame(Session), **JULY | changes)

    assert (found["expected"], found["share"]) == (expected, None)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"every_days": 0}, "at least one day apart"),
        ({"timezone": "Mars/Olympus"}, "no time zone 'Mars/Olympus'"),
        ({"timezone": ""}, "no time zone ''"),
        ({"timezone": "../etc/passwd"}, "no time zone"),
        ({"on": "one day"}, "'one day' is not a day"),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words(frame, changes, words):
    with pytest.raises(MeasureError, match=words):
        cadence(frame(Session), **JULY | changes)
