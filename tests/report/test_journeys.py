"""What reviews of journeys, pilots and milestones say, and a mentor's own statement."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report import journeys, stories
from tests.report.booklets import KINDS
from tests.report.conftest import OTHERS
from tests.report.stories import decided, goal, met, step, wrote

from mentorkit import report


def text(part, told, *more):
    return getattr(report, part)(told, *more).text


def test_a_closing_review_is_called_so():
    assert text("heading", journeys.closed(), "closure").startswith(
        "Closing review\nAmina Okafor\n1 April to 28 September 2026"
    )


def test_a_good_end_is_told_point_by_point():
    told = journeys.closed()

    lines = text("closure_check", told).split("\n")
    assert "2 points are left." in lines
    assert "Every goal is decided · Open · 2 goals still have no end." in lines
    assert "Nothing that was promised is open · Open · 3 actions are open." in lines
    assert "A last look with the same questions · Done" in lines
    assert "A closing letter · Done" in lines
    assert "What stays is agreed on · Done" in lines


def test_what_is_missing_at_the_end_is_said():
    told = text("closure_check", journeys.journey())

    assert "1 mentee has not said what may stay." in told
    assert "Nobody has written one yet." in told
    assert "No sheet was filled in at the end." in told
    assert "3 points are left." in told


def test_the_letter_stands_in_its_own_words():
    assert text("letter", journeys.closed()).split("\n") == [
        "Closing letter",
        "Dear Daniel,",
        "thank you.",
        "Amina Okafor, 27 September 2026",
    ]


def test_what_there_is_to_show_goes_by_day_and_says_what_came_of_it():
    told = text("evidence", journeys.closed())

    assert (
        told.index("The talk") < told.index("Tutorial 1") < told.index("Met the head")
    )
    assert "An introduction · Taken" in told


def test_a_pilot_answers_its_three_questions():
    told = journeys.journey(
        stories.snapshot(
            mentorship={"starts_on": "2026-08-04"},
            period="2026-08-04/2026-09-28",
            goals=[
                goal("g-1", "Learn", target=2, status="met", set_on="2026-08-04"),
                goal(
                    "g-2", "Teach", target=2, set_on="2026-08-04", due_on="2026-09-01"
                ),
            ],
            milestones=[
                step(1, "g-1", "A", "2026-08-05", "2026-08-20", "2026-08-19"),
                step(
                    2,
                    "g-2",
                    "B",
                    "2026-08-05",
                    "2026-09-20",
                    original_due_on="2026-09-01",
                ),
            ],
            sessions=[
                met(1, "2026-08-05"),
                met(2, "2026-08-12", None, "no_show"),
            ],
            reflections=[
                wrote(1, "2026-08-20", kind="success", text="First try."),
                wrote(
                    2, "2026-08-28", kind="misstep", text="I said nothing.", by="p-d"
                ),
                wrote(3, "2026-08-05", confidence=2.0),
                wrote(4, "2026-09-20", confidence=3.5),
            ],
            decisions=[decided(1, "2026-09-01", "Meet in the morning.", "Tired.")],
        )
    )

    assert text("worked", told).split("\n") == [
        "What worked",
        "1 goal is reached or on track.",
        "1 milestone is done.",
        "Confidence rose from 2 to 3.5 of 5.",
        "Amina Okafor, 20 August",
        "First try.",
    ]
    assert text("not_worked", told).split("\n") == [
        "What didn’t",
        "They met once, of 8 times that were meant.",
        "1 session was missed.",
        "1 goal is behind its pace.",
        "1 milestone is late or missed.",
        "Daniel Reyes, 28 August",
        "I said nothing.",
    ]
    assert text("adjustments", told).split("\n") == [
        "What changes",
        "1 September",
        "Meet in the morning.",
        "Tired.",
        "The date of 1 milestone was moved.",
        "A pilot of 56 days ends with a formal review; none is on record in it.",
    ]


def test_a_pilot_knows_its_formal_review():
    told = stories.snapshot(sessions=[met(1, "2026-09-20", kind="formal_review")])

    assert "A formal review was held." in text("adjustments", journeys.journey(told))


def test_a_milestone_says_what_was_planned_what_moved_and_what_was_done():
    told = journeys.milestone()

    assert text("milestone_summary", told) == "Done on 17 September 2026, in time."
    lines = text("milestone_plan", told).split("\n")
    assert "First agreed for · 11 September 2026" in lines
    assert "Due on · 18 September 2026 · Moved by 7 days." in lines


@pytest.mark.parametrize(
    ("which", "said"),
    [
        ("m-3", "Done on 11 August 2026, 4 days late."),
        ("m-6", "It is late. It is due on 11 September 2026."),
        ("m-7", "It is under way. It is due on 9 October 2026."),
        ("m-8", "It is planned and has not begun. It is due on 16 October 2026."),
    ],
)
def test_each_state_of_a_milestone_has_a_sentence(which, said):
    told = replace(journeys.milestone(), milestone_id=which)

    assert text("milestone_summary", told) == said


def test_success_stands_beside_what_shows_it_and_what_followed():
    told = journeys.milestone()

    success = text("milestone_success", told)
    assert "Thirty tables, and no night shift." in success
    assert "Seen by: a number." in success
    assert "The log of the move" in success
    follows = text("milestone_follows", told)
    assert follows.index("Move the last 10 tables") < follows.index(
        "Asked to advise sales"
    )


def test_what_the_program_may_not_read_is_not_told_of_a_milestone():
    told = journeys.milestone()
    seen = stories.for_program(told)
    hidden = replace(
        seen,
        evidence=seen.evidence.assign(title=None, annotation=None).astype("object"),
    )

    for part in ("milestone_heading", "milestone_success", "milestone_follows"):
        words = text(part, hidden)
        assert "Thirty tables" not in words
        assert "log of the move" not in words
        assert "30 tables" not in words


def test_a_statement_names_nobody_and_counts():
    told = journeys.statement(thanks=[journeys.THANKS, journeys.KEPT])

    whole = "\n".join(
        text(part, told)
        for part in ("statement_heading", "statement_summary", "statement_figures")
    )
    assert "Beside three people, for 4.5 hours; 5 goals were reached." in whole
    assert "Åsa" not in whole
    assert text("thanks", told).split("\n") == [
        "Thanks",
        "1 September",
        "You asked, and then you waited.",
        "1 more is not public, so it is not told here.",
    ]
    assert report.statement_facts(told)["sessions_held"] == 6


@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("name", OTHERS)
def test_every_part_of_every_kind_speaks_every_language(name, language):
    made, kind = OTHERS[name]
    told = replace(made(), language="en")
    other = replace(told, language=language)

    for part in KINDS[kind]:
        if not part.endswith("facts"):
            assert text(part, other) != text(part, told), part


def test_nobody_is_to_be_called_for_a_journey_that_is_over():
    quiet = stories.rich(sessions=[met(1, "2026-07-01")])

    assert report.facts(quiet)["needs_call"]
    told = report.journey_facts(journeys.journey(quiet))
    assert told["needs_call"] == []
    assert told["sessions_held"] == 1
