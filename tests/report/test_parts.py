"""What the parts say, in numbers and in words."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.report import stories
from tests.report.booklets import PARTS
from tests.report.stories import goal, met, snapshot, step, took, wrote

from mentorkit import report


def text(part, told):
    return getattr(report, part)(told).text


def test_the_heading_says_whose_review_it_is(rich):
    assert text("heading", rich).split("\n") == [
        "Quarterly mentoring review",
        "Amina Okafor",
        "1 July to 30 September 2026",
        "Mentor: Daniel Reyes",
        "Data track",
    ]


@pytest.mark.parametrize(
    ("period", "occasion"),
    [
        ("2026Q3", "Quarterly mentoring review"),
        ("2026-09", "Monthly mentoring review"),
        ("2026-09-01/2026-09-14", "Mentoring review"),
    ],
)
def test_the_heading_calls_the_review_by_its_period(period, occasion):
    assert text("heading", snapshot(period=period)).startswith(occasion)


def test_a_group_is_named_up_to_a_point():
    told = text("heading", stories.group())

    assert "Ada Obi, Bo Lind, Chen Wei and two more" in told
    assert "Group" in told


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        pytest.param(
            stories.rich,
            "Amina Okafor has reached two of four goals, finished five milestones in"
            " this period and has one late milestone to settle next.",
            id="a full quarter",
        ),
        pytest.param(
            snapshot,
            "Amina Okafor has nothing on record for this period.",
            id="nothing at all",
        ),
        pytest.param(
            stories.begun,
            "Amina Okafor has just begun, with one goal agreed on.",
            id="just begun",
        ),
        pytest.param(
            lambda: snapshot(goals=[goal("g-1", "Learn", target=4)]),
            "Amina Okafor has one goal agreed on, and nothing new in this period.",
            id="a plan and silence",
        ),
        pytest.param(
            lambda: snapshot(mentorship={"status": "paused"}),
            "This mentorship is paused; nothing is expected of anyone now.",
            id="paused",
        ),
        pytest.param(
            lambda: stories.rich(mentorship={"status": "paused"}),
            "This mentorship is paused; nothing is expected of anyone now. Amina Okafor"
            " has reached two of four goals, finished five milestones in this period"
            " and met eleven times.",
            id="paused after work",
        ),
        pytest.param(
            lambda: snapshot(
                mentorship={"status": "closed", "close_reason": "goals_met"}
            ),
            "This mentorship is closed.",
            id="closed",
        ),
        pytest.param(
            lambda: snapshot(reflections=[wrote(1, "2026-08-01", text="Hm.")]),
            "Amina Okafor wrote one reflection.",
            id="a note only",
        ),
        pytest.param(
            lambda: snapshot(
                sessions=[met(1, "2026-08-01")],
                goals=[goal("g-1", "Learn", target=4, status="met")],
            ),
            "Amina Okafor has reached the one goal and met once.",
            id="all reached",
        ),
        pytest.param(
            stories.group,
            "The group has agreed on five goals and met three times.",
            id="a group",
        ),
    ],
)
def test_the_summary_is_one_honest_sentence(told, sentence):
    assert text("summary", told()) == sentence


def test_the_figures_say_what_they_are_measured_against(rich):
    assert text("figures", rich).split("\n") == [
        "Goal attainment · 49 from 36",
        "50 is as expected; 2 of 4 goals reached",
        "Milestones done · 5 of 8",
        "1 late, 2 still open",
        "Sessions held · 11 of 12 expected",
        "8.2 hours together",
        "Confidence · 4.2 of 5",
        "from 2.6 on 1 July",
    ]


def test_figures_of_nothing_claim_nothing():
    assert text("figures", snapshot(mentorship={"status": "paused"})).split("\n") == [
        "Goal attainment · 0",
        "no goals agreed on yet",
        "Milestones done · 0",
        "none planned yet",
        "Sessions held · 0",
        "none in this period",
        "Confidence · –",
        "not rated in this period",
    ]


def test_the_confidence_of_several_mentees_is_told_as_their_median():
    told = text("figures", stories.group())

    assert "3.2 of 5\nmedian of 5 mentees, from 2.2" in told


def test_drafts_and_dropped_goals_are_shown_and_not_counted():
    told = snapshot(
        goals=[
            goal("g-1", "Kept", target=2, status="met"),
            goal("g-2", "Draft one", status="draft"),
            goal("g-3", "Given up", status="dropped"),
        ]
    )

    shown = text("goals", told)

    assert "1 of 1 goal reached." in shown
    assert "Draft one" in shown
    assert "Dropped" in shown


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("partly_met", "Partly met"),
        ("not_met", "Not met"),
        ("paused", "Paused"),
        ("superseded", "Replaced"),
        ("draft", "Draft"),
    ],
)
def test_a_goal_is_told_by_what_became_of_it(status, words):
    told = snapshot(goals=[goal("g-1", "Learn", status=status, target=3)])

    assert words in text("goals", told)


def test_a_number_that_should_fall_is_told_with_where_it_came_from():
    told = snapshot(
        goals=[goal("g-1", "Shorter reviews", baseline=30, target=10, unit="minutes")],
        progress=[stories.seen(1, "g-1", "2026-09-01", 14)],
    )

    assert "14, from 30 to 10 minutes" in text("goals", told)


def test_done_counts_only_when_it_was_done_by_the_review_day():
    told = snapshot(
        day=dt.date(2026, 8, 1),
        goals=[goal("g-1", "Learn")],
        milestones=[
            step(1, "g-1", "Early", "2026-07-01", "2026-07-20", "2026-07-19"),
            step(2, "g-1", "Later", "2026-07-21", "2026-08-20", "2026-08-19"),
        ],
    )

    assert "Early" in text("wins", told)
    assert "Later" not in text("wins", told)
    assert "Later" in text("next_steps", told)


def test_next_steps_are_five_at_most_and_the_earliest():
    told = snapshot(
        actions=[took(at, f"Step {at}", f"2026-10-{10 + at}") for at in range(9)]
    )

    lines = text("next_steps", told)

    assert "Step 4" in lines
    assert "Step 5" not in lines
    assert "4 more are planned." in lines


def test_action_items_that_were_done_long_ago_are_left_out():
    told = snapshot(
        actions=[
            took(
                1,
                "Old",
                "2026-05-01",
                set_on="2026-04-01",
                status="done",
                done_on="2026-05-01",
            ),
            took(2, "Late one", "2026-09-01"),
            took(3, "Without a date", None),
        ]
    )

    shown = text("actions", told)

    assert "Old" not in shown
    assert "Late one · Amina Okafor · 1 September · Late" in shown
    assert "Without a date · Amina Okafor · no date · Open" in shown


def test_days_are_told_in_the_programs_time_zone():
    late = met(1, "2026-09-29", status="planned", objective="Talk") | {
        "starts_at": "2026-09-29T23:30:00+00:00"
    }

    assert "session on 30 September" in text("next_steps", snapshot(sessions=[late]))


def test_a_reflection_keeps_its_emphasis_and_its_author(rich):
    html = str(report.reflections(rich).html)

    assert "<strong>before</strong>" in html
    assert "Amina Okafor</bdi>, 28 August" in html


def test_successes_stand_under_wins_and_not_under_reflections(rich):
    assert "Thirty tables moved" in text("wins", rich)
    assert "Thirty tables moved" not in text("reflections", rich)


def test_the_program_team_is_told_that_a_text_is_not_shared(rich):
    told = stories.for_program(rich)

    shown = "\n".join(text(part, told) for part in PARTS if part != "facts")

    assert "Goal 1" in shown
    assert "it is not shared with the program team." in text("goals", told)
    assert "Not shared with the program team" in text("decisions", told)
    assert "Lead the customer-data migration" not in shown
    assert "stuck" not in shown


def test_the_colophon_says_for_whom_and_as_of_when(rich):
    shown = text("colophon", rich)

    assert "For: Mentor and mentee" in shown
    assert "as it stood on 28 September 2026" in shown
    assert "28 September 2026, 17:30" in shown


@pytest.mark.parametrize("part", [part for part in PARTS if part != "facts"])
@pytest.mark.parametrize(
    "told",
    [
        snapshot,
        stories.begun,
        stories.crowded,
        stories.group,
        stories.hostile,
        lambda: stories.for_program(stories.hostile()),
        lambda: snapshot(members=()),
    ],
    ids=["empty", "begun", "crowded", "group", "hostile", "shared", "nobody"],
)
def test_every_part_says_something_whatever_there_is(part, told):
    assert getattr(report, part)(told()).text


def test_a_quiet_page_gathers_what_there_is_nothing_of(pages):
    html = pages["empty"]

    assert html.count("<section") == 1
    assert "No goals are written down yet." in html
    assert "<nav" not in html
