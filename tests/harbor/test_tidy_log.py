"""What the session log says becomes sessions, ratings, actions and decisions."""

from __future__ import annotations

import pytest
from tests.harbor.conftest import one


def session_on(tables, mentorship, day):
    of_pair = [s for s in tables["sessions"] if s["mentorship_id"] == mentorship]
    return next(s for s in of_pair if s["starts_at"].startswith(day))


@pytest.mark.parametrize(
    ("mentorship", "starts_at", "minutes"),
    [
        ("zoe-grace", "2026-07-22T09:30:00+02:00", 60),
        ("amina-sofia", "2026-07-06T16:00:00+03:00", 90),
        ("null-jo", "2026-07-07T16:00:00+10:30", 60),
        ("tom-sofia", "2026-07-13T09:30:00-04:00", 60),
    ],
    ids=["9.30 for 1h", "4pm", "60 min", "another zone"],
)
def test_a_session_starts_on_the_mentees_clock(tables, mentorship, starts_at, minutes):
    session = session_on(tables, mentorship, starts_at[:10])

    assert session["starts_at"] == starts_at
    assert int(session["minutes"]) == minutes


@pytest.mark.parametrize(
    ("mentorship", "day", "status"),
    [
        ("yuki-omar", "2026-07-15", "no_show"),
        ("mj-jo", "2026-07-14", "moved"),
        ("zoe-grace", "2026-07-04", "held"),
    ],
)
def test_what_became_of_a_session_is_its_status(tables, mentorship, day, status):
    session = session_on(tables, mentorship, day)

    assert session["status"] == status


def test_a_summary_keeps_its_lines_and_its_equals_sign(tables):
    first = session_on(tables, "zoe-grace", "2026-07-04")
    formula = session_on(tables, "zoe-grace", "2026-08-09")

    assert first["summary"].splitlines()[0] == "We talked about scope."
    assert formula["summary"] == '=HYPERLINK("http://x.example","click")'


def test_what_was_confidential_is_the_mentors_private_note_alone(tables):
    session = session_on(tables, "lukasz-henrik", "2026-07-05")

    assert session["summary"] == "Career talk: what does 'senior' mean here?"
    assert session["private_note"] == "thinking of leaving the team"
    assert session["private_note_by"] == "henrik"


def test_a_confidence_rating_is_the_mentees_own_for_the_pair(tables):
    session = session_on(tables, "zoe-grace", "2026-07-04")
    rating = one(tables["reflections"], session_id=session["session_id"])

    assert (rating["author_id"], rating["visibility"]) == ("zoe", "pair")
    assert (rating["confidence"], rating["written_on"]) == ("2.6", "2026-07-04")


@pytest.mark.parametrize(
    ("mentorship", "day", "steps"),
    [
        ("zoe-grace", "2026-07-31", [("grace", "intro to finance lead", "")]),
        ("meiling-priya", "2026-07-07", [("meiling", "send draft", "2026-07-14")]),
        ("tom.b-priya", "2026-08-19", [("tom.b", "send draft", "2026-08-26")]),
        ("darcy-omar", "2026-07-22", [("darcy", "send draft", "2026-07-29")]),
        (
            "zoe-grace",
            "2026-07-22",
            [
                ("grace", "book the room", ""),
                ("zoe", "book the room", ""),
                ("zoe", "read chapter 3", ""),
            ],
        ),
    ],
    ids=["me", "a Chinese name", "one of two names", "an apostrophe", "both"],
)
def test_next_steps_become_actions_of_those_who_took_them_on(
    tables, mentorship, day, steps
):
    session = session_on(tables, mentorship, day)

    actions = [
        (row["owner_id"], row["title"], row["due_on"])
        for row in tables["actions"]
        if row["session_id"] == session["session_id"]
    ]

    assert actions == steps


def test_a_decision_carries_the_words_before_it_as_its_reason(tables):
    decision = tables["decisions"][0]

    assert decision["decision"] == "ship one chart first."
    assert decision["rationale"].endswith("Agreed to cut the second dashboard")
    assert decision["by_id"] == "grace"
