"""Agendas: minutes that add up, and lines that come back as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from mentorkit.errors import MeasureError
from mentorkit.measures import agenda, agenda_of, agenda_text
from mentorkit.models import SessionKind


@given(
    some.integers(6, 1440),
    some.sampled_from(SessionKind.words()),
    some.integers(0, 3),
    some.integers(0, 3),
)
def test_the_minutes_always_add_up_and_no_part_is_empty(minutes, kind, promised, late):
    found = agenda(minutes, kind=kind, promised=promised, late=late)

    assert found["minutes"].sum() == minutes
    assert found["minutes"].min() >= 1
    assert (
        found["from_minute"].tolist()
        == found["minutes"].cumsum().shift(fill_value=0).tolist()
    )


def test_what_is_not_there_to_be_talked_about_is_left_out():
    def parts(**counts):
        return len(agenda(45, **counts))

    assert (parts(), parts(promised=1), parts(promised=1, late=1)) == (4, 5, 6)


@pytest.mark.parametrize("minutes", [30, 45, 60, 90])
def test_the_topic_gets_most_of_a_usual_session(minutes):
    found = agenda(minutes, promised=2, late=2)

    longest = found["minutes"].idxmax()
    assert "one thing" in found["item"].iloc[longest]
    assert (found["minutes"] % 5 == 0).all() == (minutes >= 45)


def test_a_session_too_short_for_its_parts_is_refused():
    with pytest.raises(MeasureError, match="5 minutes are not a session with 6 parts"):
        agenda(5, kind="kickoff")


def test_an_agenda_comes_back_from_its_text():
    made = agenda(60, kind="formal_review")

    again = agenda_of(agenda_text(made))

    assert again.equals(made)


@pytest.mark.parametrize(
    ("line", "minutes", "item"),
    [
        ("10 min: Arrive", 10, "Arrive"),
        ("10 minutes - Arrive", 10, "Arrive"),
        ("  5' Arrive ", 5, "Arrive"),
        ("10 min Arrive", 10, "Arrive"),
        ("5: Arrive", 5, "Arrive"),
        ("5 – Arrive", 5, "Arrive"),
        ("Arrive", None, "Arrive"),
        ("Read chapter 5", None, "Read chapter 5"),
        ("10", None, "10"),
        ("3 questions about the paper", None, "3 questions about the paper"),
        ("10:30 Coffee", None, "10:30 Coffee"),
        ("1. Arrive", None, "1. Arrive"),
        ("2026: what comes", None, "2026: what comes"),
    ],
)
def test_lines_are_read_as_people_write_them(line, minutes, item):
    (found,) = agenda_of(line).to_dict("records")

    assert found["item"] == item
    assert (found["minutes"] == minutes) if minutes else agenda_of(line)["minutes"].isna().all()  # fmt: skip


def test_a_text_without_times_is_an_agenda_too():
    found = agenda_of("What I look for\n\nWhat he wants me not to look at\n")

    assert found["minutes"].isna().all()
    assert agenda_text(found).splitlines() == [
        "What I look for",
        "What he wants me not to look at",
    ]
