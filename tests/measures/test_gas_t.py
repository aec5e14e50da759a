"""The T-score against numbers that were published, and the laws it must keep."""

from __future__ import annotations

import math

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from mentorkit.errors import MeasureError
from mentorkit.measures import gas_t


FACTORS = (10, 6.2017, 4.5644, 3.6274, 3.0151, 2.5820, 2.2588, 2.0080)

levels = st.integers(-2, 2)
weights = st.integers(0, 9).map(float)
pairs = st.lists(st.tuples(levels, weights), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("attained", "expected"),
    [
        pytest.param([2, 2, 2], 77.38613, id="all much more than expected"),
        pytest.param([0, 1, 1], 59.12871, id="as expected and a little more"),
        pytest.param([2, 1, 2], 72.82177, id="one a step lower"),
        pytest.param([-1, 0, 1], 50.0, id="sum of nothing"),
        pytest.param([1], 60.0, id="one goal, one step up"),
        pytest.param([-2], 30.0, id="one goal, two steps down"),
    ],
)
def test_the_score_is_the_published_one(attained, expected):
    score = gas_t(attained)

    assert score == pytest.approx(expected, abs=5e-6)


@pytest.mark.parametrize(
    ("count", "factor"),
    list(enumerate(FACTORS, start=1)),
)
def test_equal_weights_give_the_tabled_factor_of_their_number(count, factor):
    score = gas_t([1] + [0] * (count - 1))

    assert score == pytest.approx(50 + factor, abs=5e-5)


def test_without_correlation_the_score_is_wider():
    assert gas_t([2, 2, 2], rho=0) == pytest.approx(84.641, abs=5e-4)


def test_toward_full_correlation_the_score_nears_the_mean_level():
    assert gas_t([2, 2, 2], rho=1 - 1e-12) == pytest.approx(70)


def test_weights_count_as_in_the_formula():
    score = gas_t([2, -1], [6, 2])

    assert score == pytest.approx(50 + 100 / math.sqrt(0.7 * 40 + 0.3 * 64))


def test_a_pair_with_a_missing_level_or_weight_is_left_out():
    score = gas_t([2, None, 1], [1, 1, float("nan")])

    assert score == gas_t([2])


def test_weights_that_are_all_zero_count_as_none():
    assert gas_t([2, 1, 2], [0, 0, 0]) == gas_t([2, 1, 2])


@pytest.mark.parametrize("attained", [[], [None], [float("nan")]])
def test_without_a_level_there_is_no_score(attained):
    assert math.isnan(gas_t(attained))


@pytest.mark.parametrize(
    ("attained", "given_weights", "rho", "words"),
    [
        pytest.param([1], [-1], 0.3, "never negative", id="negative weight"),
        pytest.param([1], [math.inf], 0.3, "A weight is a number", id="endless weight"),
        pytest.param([1], [1, 1], 0.3, "1 levels and 2 weights", id="uneven"),
        pytest.param([3], None, 0.3, "from -2 to 2", id="level off the scale"),
        pytest.param([1], None, 1, "below 1", id="rho of one"),
        pytest.param([1], None, -0.1, "at least 0", id="rho below nought"),
        pytest.param([1], None, math.nan, "at least 0", id="rho that is no number"),
    ],
)
def test_what_cannot_be_scored_is_refused_in_words(attained, given_weights, rho, words):
    with pytest.raises(MeasureError, match=words):
        gas_t(attained, given_weights, rho=rho)


@given(pairs, st.floats(1e-6, 1e6))
def test_only_the_proportions_of_weights_matter(found, scale):
    attained, given_weights = zip(*found, strict=True)

    scaled = gas_t(attained, [scale * weight for weight in given_weights])

    assert scaled == pytest.approx(gas_t(attained, given_weights))


@given(pairs, levels)
def test_a_goal_without_weight_has_no_effect(found, level):
    attained, given_weights = zip(*found, strict=True)
    assume(any(given_weights))

    more = gas_t([*attained, level], [*given_weights, 0])

    assert more == pytest.approx(gas_t(attained, given_weights))


@given(pairs, st.data())
def test_a_higher_level_never_lowers_the_score(found, data):
    attained, given_weights = map(list, zip(*found, strict=True))
    place = data.draw(st.integers(0, len(attained) - 1))
    assume(attained[place] < 2)
    higher = attained.copy()
    higher[place] += 1

    before, after = gas_t(attained, given_weights), gas_t(higher, given_weights)

    counts = given_weights[place] > 0 or not any(given_weights)
    assert after > before if counts else after == before


@given(pairs)
def test_the_opposite_levels_mirror_the_score(found):
    attained, given_weights = zip(*found, strict=True)

    mirrored = gas_t([-level for level in attained], given_weights)

    assert mirrored == pytest.approx(100 - gas_t(attained, given_weights))
