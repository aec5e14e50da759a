"""Small groups: what is hidden cannot be worked out, over tables of all kinds."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorkit.privacy.small_cells import TOTAL, audit, folded, hidden


LEAST = 5

enough = settings(max_examples=60)


@st.composite
def tables(draw):
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 4))
    cells = st.integers(0, 12) | st.just(0) | st.integers(0, 400)
    values = draw(
        st.lists(
            st.lists(cells, min_size=columns, max_size=columns),
            min_size=rows,
            max_size=rows,
        )
    )
    return pd.DataFrame(
        values,
        index=[f"group {at}" for at in range(rows)],
        columns=[f"outcome {at}" for at in range(columns)],
    )


def published(counts):
    return counts.assign(**{TOTAL: counts.sum(axis=1)})


@enough
@given(tables())
def test_no_hidden_cell_can_be_worked_out_and_no_small_one_is_shown(counts):
    mask = hidden(counts, LEAST)

    assert audit(counts, mask) == []
    shown = published(counts).where(~mask)
    assert not ((shown > 0) & (shown < LEAST)).to_numpy().any()


@enough
@given(tables())
def test_nothing_is_hidden_in_vain(counts):
    mask = hidden(counts, LEAST)
    whole = published(counts)

    small = (whole > 0) & (whole < LEAST)
    if not small.to_numpy().any():
        assert not mask.to_numpy().any()
    for row, name in zip(*np.nonzero((mask & ~small).to_numpy()), strict=True):
        less = mask.copy()
        less.iloc[row, name] = False
        assert audit(counts, less) != []


@enough
@given(tables())
def test_the_audit_finds_what_linear_algebra_finds(counts):
    """A cell is known when all solutions of the sums agree on it."""
    mask = hidden(counts, LEAST)
    small = (published(counts) > 0) & (published(counts) < LEAST)
    for tried in (mask, small):
        cells = [
            (row, name)
            for row in tried.index
            for name in tried.columns
            if tried.loc[row, name]
        ]
        rows, columns = list(counts.index), [*counts.columns, TOTAL]
        lines = [
            [(r == row) * (-1 if name == TOTAL else 1) for r, name in cells]
            for row in rows
        ] + [[int(n == name) for _, n in cells] for name in columns]
        if not cells:
            assert audit(counts, tried) == []
            continue
        matrix = np.array(lines, dtype=float)
        rank = np.linalg.matrix_rank(matrix)
        units = np.eye(len(cells))
        known = [
            cell
            for cell, unit in zip(cells, units, strict=True)
            if np.linalg.matrix_rank(np.vstack([matrix, unit])) == rank
        ]
        assert sorted(audit(counts, tried)) == sorted(known)


def test_one_group_alone_cannot_be_hidden_behind_the_sums_of_all():
    alone = pd.DataFrame({"yes": [9], "no": [2]}, index=["a"])

    assert hidden(alone, LEAST) is None


@given(st.dictionaries(st.text("abcdef", min_size=1), st.integers(1, 30), max_size=8))
def test_groups_put_together_are_large_enough_or_all_there_is(sizes):
    names = folded(sizes, LEAST)

    together = [name for name, shown in names.items() if not shown]
    assert all(sizes[name] >= LEAST for name in sizes if name not in together)
    if together and len(together) < len(sizes):
        assert len(together) > 1
        assert sum(sizes[name] for name in together) >= LEAST
