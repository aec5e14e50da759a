"""Confidence: one line a person, names at the ends, no order among people."""

from __future__ import annotations

from itertools import pairwise

import hypothesis.strategies as st
import pandas as pd
import pytest
from hypothesis import given

from mentorkit.charts import TOKENS, confidence, told
from mentorkit.charts.labels import apart


@pytest.fixture
def chart(quarter):
    return confidence(quarter.reflections, quarter.members)


def test_the_mentor_is_dashed_with_squares_and_the_mentee_is_not(chart, drawn):
    found = drawn(chart)

    (own,) = found.rows("line", strokeDash=[1, 0], color=TOKENS["accent"])
    (mentors,) = found.rows("line", strokeDash=[5, 4])
    assert [len(own), len(mentors)] == [3, 2]
    assert mentors in found.rows("point", shape="square")


def test_the_scale_always_runs_from_one_to_five(quarter, drawn):
    for rows in (quarter.reflections, quarter.reflections.iloc[:1]):
        found = drawn(confidence(rows, quarter.members))

        assert {"1 low", "2", "3", "4", "5 high"} <= set(found.texts)


def test_a_rating_stands_at_its_height_on_the_scale(quarter, drawn):
    rated = quarter.reflections.iloc[:2].assign(confidence=[1, 5])

    found = drawn(confidence(rated, quarter.members))

    assert [row["y"] for row in found.rows("line")[0]] == [found.spec["height"], 0]


@pytest.mark.parametrize("width", [860, 330])
def test_names_stand_at_the_ends_and_apart(quarter, drawn, width):
    found = drawn(confidence(quarter.reflections, quarter.members, width=width))

    (names,) = found.rows("text", fontWeight=600)
    assert [row["words"] for row in names] == ["4.2 Amina Okafor", "4.3 Daniel Reyes"]
    assert {"4.2 Amina Okafor", "4.3 Daniel Reyes"} <= set(found.texts)
    assert names[0]["y"] - names[1]["y"] >= 17


def test_each_of_several_mentees_has_a_sign_of_her_own(quarter, drawn):
    members = quarter.members.assign(role="mentee")

    found = drawn(confidence(quarter.reflections, members))

    signs = [mark["shape"] for mark, _ in found.layers if "shape" in mark]
    assert sorted(set(signs)) == ["circle", "diamond"]


def test_somebody_who_is_no_member_is_dotted(quarter, drawn):
    chart = confidence(quarter.reflections)

    assert len(drawn(chart).rows("line", strokeDash=[2, 3])) == 2
    assert told(chart).caption == "Dotted line: somebody else’s rating."


def test_the_sentences_say_where_each_began_and_ended(chart):
    assert told(chart).description == (
        "Amina Okafor went from 2.6 to 4.2 of 5 (3 ratings, 3 Jul 2026 to 25 Sep 2026)."
        " Daniel Reyes went from 3.1 to 4.3 of 5 (2 ratings, 17 Jul 2026 to 25 Sep 2026)."
    )


def test_a_single_rating_is_told_as_such(quarter):
    words = told(confidence(quarter.reflections.iloc[:1], quarter.members))

    assert words.description == "Amina Okafor rated 2.6 of 5 on 3 Jul 2026."


def test_the_table_holds_every_rating_by_day(chart):
    words = told(chart)

    assert words.columns == ("Day", "Who", "Confidence, 1 to 5")
    assert words.rows[:2] == (
        ("3 Jul 2026", "Amina Okafor", "2.6"),
        ("17 Jul 2026", "Daniel Reyes", "3.1"),
    )


def test_reflections_without_a_rating_are_not_drawn(quarter):
    silent = quarter.reflections.assign(confidence=float("nan"))

    assert told(confidence(silent, quarter.members)).description == "No ratings yet."


def test_ratings_of_one_day_have_an_axis(quarter, drawn):
    found = drawn(confidence(quarter.reflections.iloc[:1], quarter.members, width=330))

    assert "29 Jun" in found.texts or "6 Jul" in found.texts


places = st.lists(st.floats(0, 170), min_size=1, max_size=12)


@given(places)
def test_labels_are_pushed_apart_within_their_bounds_and_keep_their_order(found):
    pushed = apart(found, 17, 0, 170)

    gap = min(17, 170 / max(len(found) - 1, 1))
    ordered = sorted(pushed)
    assert all(-1e-6 <= place <= 170 + 1e-6 for place in pushed)
    assert all(b - a >= gap - 1e-6 for a, b in pairwise(ordered))
    ranks = pd.Series(found).rank(method="first")
    assert list(pd.Series(pushed).rank(method="first")) == list(ranks)


@given(st.lists(st.integers(0, 8), unique=True, min_size=1))
def test_labels_that_are_apart_already_stay_where_they_are(steps):
    spread = [20.0 * step for step in steps]

    assert apart(spread, 17, 0, 170) == pytest.approx(spread)
