"""What a program's review says, and whom it keeps out of it."""

from __future__ import annotations

import re

import pytest
from tests.report import programs
from tests.report.booklets import PROGRAM_PARTS

from mentorkit import report


def text(part, told):
    return getattr(report, part)(told).text


@pytest.fixture(scope="module")
def large():
    return programs.large()


def test_it_opens_with_what_happened_in_one_sentence(large):
    assert text("program_heading", large).split("\n") == [
        "Program review",
        "Data track",
        "1 July to 30 September 2026",
        "120 mentorships",
        "120 mentees",
        "40 mentors",
    ]
    assert text("program_summary", large) == (
        "120 mentorships ran, 180 of 240 goals are reached and 41 calls are to be made."
    )


def test_outcomes_stand_before_hours():
    labels = re.findall(
        r"<dt>(.*?)</dt>", report.program_figures(programs.large(9)).html
    )

    assert labels == ["Goals reached", "Milestones done", "Confidence", "Sessions held"]
    assert PROGRAM_PARTS.index("outcomes") < PROGRAM_PARTS.index("time_together")


def test_each_call_tells_the_rule_that_put_it_there_and_its_state():
    told = text("calls", programs.settled())

    lines = told.split("\n")
    assert "1 is open, 1 is settled." in lines
    quiet = "The last session was 59 days ago."
    rule = "Call when no session was held for more than 28 days."
    assert sum(quiet in line for line in lines) == 1
    assert sum(rule in line for line in lines) == 2
    assert told.index("Open") < told.index("Settled")
    assert "20 Sep 2026: <script>" in told


def test_mentorships_stand_by_name_and_are_not_ranked(large):
    html = report.mentorships(large).html
    names = re.findall(r'<th scope="row"[^>]*><bdi>(.*?)</bdi>', html)

    assert len(names) == 120
    latin = [name for name in names if name[0] < "ﬀ"]
    assert latin[0].startswith("Åsa")
    assert latin[17].startswith("Åsa")
    assert latin[18].startswith("Béatrice")


def test_a_person_is_a_dot_and_no_dot_has_a_name(large):
    (figure,) = report.spread(large).figures
    spec = figure.specs[0]
    marks = [layer for layer in spec["layer"] if layer["mark"].get("shape")]
    dots = [row for mark in marks for row in spec["datasets"][mark["data"]["name"]]]

    assert len(dots) == 120
    assert {*dots[0]} == {"x", "y"}
    assert sum(int(row[1]) for row in figure.rows) == 120
    assert sum(int(row[2]) for row in figure.rows) == 32


def test_of_few_people_no_median_and_no_spread_is_told():
    few = programs.large(4)

    assert report.spread(few).kind == "empty"
    assert "median" not in text("program_figures", few)
    assert "Half of them" not in text("access", few)


def test_small_groups_are_not_told(large):
    told = text("access", large)

    assert "120 of 129 people who asked for a mentor were matched." in told
    assert "9 wait now, the longest for 60 days." in told
    assert "Harbour" not in told
    assert re.findall(r"(Foundation|Developing|Proficient) · (.*)", told) == [
        ("Developing", "43 · not shown · 60 days"),
        ("Foundation", "43 · not shown · 58 days"),
        ("Proficient", "43 · not shown · 60 days"),
    ]


def test_a_program_without_anybody_is_a_calm_page():
    empty = programs.snapshot()

    assert text("program_summary", empty) == "No mentorship ran in this period."
    kinds = {part: getattr(report, part)(empty) for part in PROGRAM_PARTS}
    assert {
        part for part, block in kinds.items() if getattr(block, "kind", "") == "empty"
    } == {
        "calls",
        "spread",
        "outcomes",
        "access",
        "time_together",
        "program_decisions",
        "mentorships",
    }


def test_the_facts_are_those_of_the_page(large):
    facts = report.program_facts(large)

    assert facts["mentorships"] == 120
    assert facts["calls_open"] == 41
    assert facts["asked"] == {"matched": 120, "waiting": 9, "left": 0}
