"""Who needs a call and who waits: each rule at its limit, and what is said of it."""

from __future__ import annotations

import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import attention, contact, waiting
from mentorkit.models import (
    Enrollment,
    Goal,
    Member,
    Mentorship,
    Milestone,
    Person,
    Program,
    Reflection,
    Session,
)


TODAY = {"on": "2026-09-29", "timezone": "UTC"}

PLANTED = "Quillwort"


def met(at, status="held", **more):
    return {"mentorship_id": "ms-ada", "starts_at": f"{at}T10:00Z", "status": status, "summary": PLANTED, **more}  # fmt: skip


def step(due_on, status="planned"):
    return {"goal_id": "g-one", "title": PLANTED, "due_on": due_on, "status": status}


def rated(day, confidence, author="p-ada"):
    return {
        "mentorship_id": "ms-ada", "author_id": author, "written_on": day,
        "confidence": confidence, "text": PLANTED,
    }  # fmt: skip


@pytest.fixture
def tables(frame):
    """One mentorship that goes well, in a program that calls after 28 days."""

    def made(*, mentorship=None, **rows):
        given = {
            "programs": [{"program_id": "pr-one", "handle": "one", "name": "One"}],
            "mentorships": [
                {
                    "mentorship_id": "ms-ada",
                    "program_id": "pr-one",
                    "handle": "ada",
                    "status": "active",
                    "starts_on": "2026-08-01",
                    **(mentorship or {}),
                }
            ],
            "members": [
                {"mentorship_id": "ms-ada", "person_id": "p-ada", "role": "mentee"},
                {"mentorship_id": "ms-ada", "person_id": "p-bo", "role": "mentor"},
            ],
            "enrollments": [],
            "people": [{"person_id": "p-ada", "handle": "ada", "name": "Ada Lovelace"}],
            "goals": [
                {
                    "goal_id": "g-one",
                    "mentorship_id": "ms-ada",
                    "owner_id": "p-ada",
                    "title": PLANTED,
                    "status": "active",
                }
            ],
            "milestones": [],
            "sessions": [met("2026-09-20")],
            "reflections": [],
            **rows,
        }
        records = {
            "programs": Program, "mentorships": Mentorship, "members": Member,
            "enrollments": Enrollment, "people": Person, "goals": Goal,
            "milestones": Milestone, "sessions": Session, "reflections": Reflection,
        }  # fmt: skip
        return {name: frame(records[name], *given[name]) for name in given}

    return made


def told(tables):
    found = attention(tables, **TODAY)
    return dict(zip(found["signal"], found["why"], strict=True))


def test_a_mentorship_that_goes_well_asks_for_nothing(tables):
    assert attention(tables(), **TODAY).empty


@pytest.mark.parametrize(
    ("last", "why"),
    [
        ("2026-09-01", None),
        ("2026-08-31", "The last session was 29 days ago."),
    ],
)
def test_silence_counts_from_the_day_after_the_programs_limit(tables, last, why):
    assert told(tables(sessions=[met(last)])).get("silence") == why


def test_a_program_sets_its_own_limit(tables):
    rows = {"program_id": "pr-one", "handle": "one", "name": "One"}
    strict = tables(programs=[{**rows, "stale_after_days": 7}])

    found = attention(strict, **TODAY)

    assert found["why"].tolist() == ["The last session was 9 days ago."]
    assert found["rule"].tolist() == [
        "Call when no session was held for more than 7 days."
    ]


def test_a_mentorship_that_never_met_is_silent_since_it_began(tables):
    assert told(tables(sessions=[])) == {
        "silence": "No session was held for at least 59 days."
    }


@pytest.mark.parametrize("status", ["proposed", "paused", "closed"])
def test_a_mentorship_at_rest_asks_for_nothing(tables, status):
    at_rest = {"status": status, "close_reason": "time_up" if status == "closed" else None}  # fmt: skip

    assert told(tables(sessions=[], mentorship=at_rest)) == {}


def test_two_late_milestones_ask_and_one_does_not(tables):
    one = [step("2026-09-28"), step("2026-09-29"), step("2026-09-01", "missed")]

    assert told(tables(milestones=one)) == {}
    assert told(tables(milestones=[*one, step("2026-09-01")])) == {
        "late": "2 milestones are late."
    }


@pytest.mark.parametrize(
    ("ratings", "why"),
    [((4.0, 3.1), None), ((4.0, 3.0), "Confidence fell from 4 to 3."), ((3, 4), None)],
)
def test_confidence_asks_when_it_fell_by_one(tables, ratings, why):
    first, last = ratings
    rows = [rated("2026-08-05", first), rated("2026-09-05", last)]
    mentors = [rated("2026-08-05", 5, "p-bo"), rated("2026-09-05", 1, "p-bo")]

    assert told(tables(reflections=rows + mentors)).get("doubt") == why


def test_two_missed_sessions_in_a_row_ask(tables):
    missed = [
        met("2026-09-10"),
        met("2026-09-20", "no_show"),
        met("2026-09-27", "cancelled"),
        met("2026-10-02", "cancelled"),
    ]

    assert told(tables(sessions=missed)) == {
        "missed": "The last 2 sessions were missed."
    }
    assert told(tables(sessions=[*missed, met("2026-09-28")])) == {}


def test_a_goal_is_asked_for_before_the_third_session(tables):
    draft = {"mentorship_id": "ms-ada", "owner_id": "p-ada", "title": "Perhaps"}
    once = tables(goals=[draft])
    twice = tables(goals=[draft], sessions=[met("2026-09-10"), met("2026-09-20")])

    assert told(once) == {}
    assert told(twice) == {"no_goal": "They met 2 times and have agreed on no goal."}


def test_the_end_that_was_agreed_on_asks_once_it_is_over(tables):
    assert told(tables(mentorship={"ends_on": "2026-09-29"})) == {}
    assert told(tables(mentorship={"ends_on": "2026-09-28"})) == {
        "past_end": "It was to end on 28 September 2026 and is still open."
    }


def test_somebody_who_waits_for_long_is_told_of_by_handle(tables):
    waits = {"person_id": "p-ada", "role": "mentee", "status": "waiting"}
    rows = [{**waits, "applied_on": "2026-08-31", "hopes": PLANTED}]

    found = attention(tables(enrollments=rows), **TODAY)

    assert found[["about", "signal", "why"]].values.tolist() == [
        ["ada", "waiting", "Has waited for 29 days."]
    ]


def test_every_line_says_what_to_do_and_repeats_no_text_of_anybody(tables):
    found = attention(
        tables(
            sessions=[met("2026-07-01"), met("2026-07-08")],
            goals=[],
            mentorship={"ends_on": "2026-09-01"},
            reflections=[rated("2026-08-05", 5), rated("2026-09-05", 2)],
        ),
        **TODAY,
    )

    assert found["signal"].tolist() == ["silence", "doubt", "no_goal", "past_end"]
    assert (found[["why", "todo", "rule"]].map(len) > 20).all(axis=None)
    assert PLANTED not in found.to_csv()


def test_a_table_that_is_missing_is_named(tables):
    given = tables()
    del given["members"]

    with pytest.raises(MeasureError, match="also reads members"):
        attention(given, **TODAY)


def test_contact_tells_the_last_and_the_next_day_the_longest_silence_first(frame):
    rows = [
        {
            "mentorship_id": f"ms-{name}",
            "program_id": "pr-one",
            "handle": name,
            "status": "active",
        }
        for name in ("ada", "bo", "cy")
    ]
    sessions = [
        met("2026-09-20"),
        met("2026-10-04", "planned"),
        met("2026-10-01", "planned"),
        {**met("2026-07-01"), "mentorship_id": "ms-bo"},
    ]
    program = {"program_id": "pr-one", "handle": "one", "name": "One"}

    found = contact(
        frame(Mentorship, *rows), frame(Session, *sessions), frame(Program, program),
        **TODAY,
    )  # fmt: skip

    assert found["mentorship"].tolist() == ["bo", "ada", "cy"]
    assert found["days"].tolist()[:2] == [90, 9]
    assert found["days"].isna().tolist() == [False, False, True]
    assert found["stale"].tolist() == [True, False, False]
    assert f"{found['next_on'].iloc[1]:%Y-%m-%d}" == "2026-10-01"


def test_who_waits_is_listed_by_how_long(frame):
    rows = [
        {
            "person_id": f"p-{name}",
            "role": "mentee",
            "status": status,
            "applied_on": day,
        }
        for name, status, day in [
            ("ada", "waiting", "2026-09-01"),
            ("bo", "applied", "2026-08-01"),
            ("cy", "active", "2026-01-01"),
            ("dee", "applied", None),
        ]
    ]
    people = [{"person_id": "p-bo", "handle": "bo", "name": "Bo Diddley"}]

    found = waiting(frame(Enrollment, *rows), frame(Person, *people), on="2026-09-29")

    assert found["name"].tolist() == ["Bo Diddley", "ada", "dee"]
    assert found["days"].tolist()[:2] == [59, 28]
