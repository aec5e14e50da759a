"""Sorting by bytes: the same order that comparing rows gives."""

import datetime as dt

import pandas as pd
import pyarrow as pa
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.frames.arrow import frame_from_arrow
from mentorkit.frames.sorting import LONG, order_of
from mentorkit.frames.tidy import frame_of
from mentorkit.models import Milestone
from mentorkit.store.lined_up import way_of
from mentorkit.store.rows import Rows


WORDS = ("video", "phone", "in_person")

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6)


def words(values):
    codes = pa.array([None if v is None else WORDS.index(v) for v in values], "int8")
    return pa.DictionaryArray.from_arrays(codes, pa.array(WORDS))


KINDS = {
    "text": (TEXTS, lambda values: pa.array(values, pa.large_string()), str.encode),
    "word": (st.sampled_from(WORDS), words, str.encode),
    "integer": (
        st.integers(-(2**63), 2**63 - 1) | st.integers(-2, 2),
        lambda values: pa.array(values, pa.int64()),
        int,
    ),
    "day": (
        st.dates(),
        lambda values: pa.array(values, pa.date32()),
        dt.date.toordinal,
    ),
    "moment": (
        st.datetimes(timezones=st.just(dt.UTC)),
        lambda values: pa.array(values, pa.timestamp("us", "UTC")),
        lambda value: value - EPOCH,
    ),
}
"""For each kind of column its values, how they become one, and what they sort by."""


@st.composite
def keys(draw):
    """Give some columns of one length, as kinds and values."""
    count = draw(st.integers(0, 12))
    kinds = draw(st.lists(st.sampled_from([*KINDS]), min_size=1, max_size=3))
    values = [
        draw(
            st.lists(st.none() | KINDS[kind][0], min_size=count, max_size=count)
            | st.lists(KINDS[kind][0], min_size=count, max_size=count)
        )
        for kind in kinds
    ]
    return kinds, values


@given(keys())
@example((["text"], [["b" * LONG, "b" * (LONG + 1), "", None, "a"]]))
@example((["integer"], [[2**63 - 1, -(2**63), None, 0]]))
def test_rows_are_sorted_as_by_comparing_them(given_keys):
    kinds, values = given_keys

    found = order_of(
        [KINDS[kind][1](column) for kind, column in zip(kinds, values, strict=True)]
    )

    def place(row):
        told = [(KINDS[k][2], v[row]) for k, v in zip(kinds, values, strict=True)]
        return [(v is None, None if v is None else by(v)) for by, v in told]

    assert found.tolist() == sorted(range(len(values[0])), key=place)


def some_ids(first):
    return st.text("0a", min_size=2, max_size=2).map(first.__add__) | TEXTS.map(
        first.__add__
    )


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "milestone_id": some_ids("m-"),
                "goal_id": st.sampled_from(["g-1", "g-2"]),
                "title": st.just("even") | TEXTS,
                "position": st.integers(1, 3),
                "due_on": st.none() | st.dates().map(str),
            }
        ),
        unique_by=lambda row: row["milestone_id"],
    )
)
def test_a_frame_of_columns_is_the_frame_of_its_rows(rows):
    plain = Rows.of(Milestone, rows)
    table = pa.table(
        {
            field.name: arrow_array(field, plain.columns[field.name])
            for field in Milestone.fields()
        }
    )

    pd.testing.assert_frame_equal(
        frame_from_arrow(Milestone, table), frame_of(Milestone, plain)
    )


def arrow_array(field, values):
    kind = way_of(field).kind()
    if field.kind in ("date", "instant"):
        return pa.array(values, "string").cast(kind)
    return pa.array(values, kind)
