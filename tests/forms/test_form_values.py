"""Between what a control holds, what a model reads and what a person reads."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.forms.values import from_control, in_words, is_empty, to_control
from mentorkit.models import Goal, Milestone, Session


ZONES = st.sampled_from(["UTC", "Europe/London", "Asia/Kolkata", "America/St_Johns"])
START = dt.datetime(1990, 1, 1, tzinfo=dt.UTC)
MINUTES = st.integers(0, 60 * 24 * 365 * 70).map(
    lambda n: START + dt.timedelta(minutes=n)
)


@given(MINUTES, ZONES)
def test_an_instant_comes_back_as_the_clock_showed_it(at, zone):
    field = Session.field("starts_at")
    shown = to_control(field, at, zone)

    back = from_control(field, shown, zone)

    assert to_control(field, back, zone) == shown
    assert abs(back - at) in (dt.timedelta(0), dt.timedelta(hours=1))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_comes_back_as_it_is(number):
    field = Goal.field("target")

    back = from_control(field, to_control(field, number, "UTC"), "UTC")

    assert float(back) == number


@given(st.text(min_size=1).filter(str.strip))
def test_a_text_comes_back_as_it_was_typed(text):
    assert from_control(Goal.field("specific"), text, "UTC") == text


@pytest.mark.parametrize(
    "value",
    [None, "", "  \n", float("nan"), pd.NA, pd.NaT],
    ids=["None", "empty", "blank", "NaN", "NA", "NaT"],
)
def test_nothing_is_nothing_in_every_control(value):
    assert is_empty(value)
    assert to_control(Goal.field("due_on"), value, "UTC") == ""
    assert to_control(Milestone.field("review"), value, "UTC") is False
    assert in_words(Goal.field("due_on"), value, {}, "UTC", "en") == ""


@pytest.mark.parametrize("typed", ["−2.5", " -2.5 ", "-2.5\u00a0"])
def test_a_number_may_be_typed_with_a_minus_sign_and_spaces(typed):
    assert from_control(Goal.field("target"), typed, "UTC") == "-2.5"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        (Goal.field("due_on"), "2026-09-30", "30 September 2026"),
        (Goal.field("due_on"), pd.Timestamp("2026-09-30"), "30 September 2026"),
        (Goal.field("due_on"), "soon", "soon"),
        (Goal.field("kind"), "wellbeing", "Well-being"),
        (Goal.field("target"), -2.0, "−2"),
        (Milestone.field("review"), True, "Yes"),
        (
            Session.field("starts_at"),
            dt.datetime(2026, 7, 1, 14, 0, tzinfo=dt.UTC),
            "1 July 2026, 15:00 (Europe/London)",
        ),
        (Goal.field("owner_id"), "p-ada", "Ada"),
    ],
)
def test_a_value_is_said_in_words(field, value, words):
    assert in_words(field, value, {"p-ada": "Ada"}, "Europe/London", "en") == words


def test_a_long_text_is_said_in_part():
    said = in_words(Goal.field("specific"), "word " * 200, {}, "UTC", "en")

    assert len(said) <= 281
    assert said.endswith("word…")
