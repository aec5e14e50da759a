"""The axis of time: marks that can be read, whatever the span."""

from __future__ import annotations

import hypothesis.strategies as st
import pandas as pd
import pytest
from hypothesis import given

from mentorkit.charts.theme import Sheet
from mentorkit.charts.timeline import Span, grid, ticks


def labels(first, last, pixels):
    span = Span.over(pixels, [pd.Timestamp(first), pd.Timestamp(last)])
    return [label for _, label in ticks(span, "en")]


@pytest.mark.parametrize(
    ("first", "last", "pixels", "found"),
    [
        ("2026-07-01", "2026-07-03", 700, ["29 Jun", "30 Jun", "1 Jul", "2 Jul", "3 Jul",
                                           "4 Jul", "5 Jul", "6 Jul"]),
        ("2026-07-01", "2026-07-31", 500, ["6 Jul", "13 Jul", "20 Jul", "27 Jul"]),
        ("2026-07-02", "2026-07-31", 180, ["6 Jul", "20 Jul"]),
        ("2026-07-01", "2026-10-16", 500, ["Jul", "Aug", "Sep", "Oct"]),
        ("2026-11-15", "2027-02-15", 500, ["Dec", "Jan 2027", "Feb"]),
        ("2025-09-01", "2027-01-20", 300, ["Oct", "Jan 2026", "Apr", "Jul", "Oct",
                                           "Jan 2027"]),
        ("2020-06-01", "2027-06-01", 200, ["2022", "2024", "2026"]),
    ],
)  # fmt: skip
def test_the_axis_is_marked_as_finely_as_there_is_room(first, last, pixels, found):
    assert labels(first, last, pixels) == found


@given(
    st.dates(pd.Timestamp("1990-01-01").date(), pd.Timestamp("2060-01-01").date()),
    st.integers(0, 5000),
    st.integers(170, 800),
)
def test_there_is_a_mark_and_labels_never_meet(start, length, pixels):
    first = pd.Timestamp(start)
    span = Span.over(pixels, [first, first + pd.Timedelta(days=length)])

    _, words = grid(span, Sheet(pixels, 100), "en", [(0, 100)])

    rows = words.data["values"]
    starts = [span.at(pd.Timestamp(row["day"])) for row in rows]
    ends = [at + 7 * len(row["label"]) for at, row in zip(starts, rows, strict=True)]
    assert ticks(span, "en")
    assert all(0 <= at <= pixels for at in [*starts, *ends])
    assert all(end < at for end, at in zip(ends[:-1], starts[1:], strict=True))
