"""Help while a goal is written: per letter, per level, and never in the way."""

from __future__ import annotations

import pytest

from mentorkit.models import Goal, Milestone


def advice(form, **typed):
    return form.answer({"kind": "advise", "seq": "7", "values": typed})


def test_each_letter_is_ok_or_says_why(open_form):
    found = advice(open_form(Goal), title="Learn Python", relevant="The team needs it")
    told = {point["term"]: (point["ok"], point["text"]) for point in found["points"]}
    assert list(told) == [
        "Specific",
        "Measurable",
        "Achievable",
        "Relevant",
        "Time-bound",
    ]
    assert told["Relevant"][0] is True
    assert told["Specific"] == (
        False,
        "Name the thing that will be there; “learn” leaves it open.",
    )


def test_levels_that_overlap_are_told_beside_them(open_form):
    found = advice(
        open_form(Goal), level_m1="5 to 10", level_0="10 to 20", level_p1="21+"
    )
    assert found["fields"].keys() == {"level_0"}


def test_a_number_that_is_half_typed_is_no_error(open_form):
    assert advice(open_form(Goal), target="1.")["kind"] == "advice"
    assert advice(open_form(Goal), target="abc", due_on="")["kind"] == "advice"


def test_a_record_without_advice_offers_none(open_form, front_end):
    assert front_end.open(open_form(Goal))["spec"]["advises"] is True
    assert front_end.open(open_form(Milestone))["spec"]["advises"] is False


@pytest.mark.browser
def test_advice_follows_what_is_typed_and_blocks_nothing(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Learn Python")
    advised = page.locator(".mk-advice")
    advised.locator("text=“learn” leaves it open").wait_for()
    page.field("specific").fill("Rewrite the monthly report as a notebook")
    advised.locator("text=It says what exactly will be done").wait_for()
    assert page.violations() == []
    page.save()
    page.locator("text=Your goal is kept").first.wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Learn Python"]
