"""Small groups in published tables: which cells are hidden, and the proof that it holds.

Pure: counts in, a mask out. A table is published with the sums of its rows; the sums of
its columns count as known to everybody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pandas as pd


TOTAL = "total"
"""The column of the sums."""

Cell = tuple[str, str]
"""A group, and a column."""


def folded(sizes: Mapping[str, int], least: int) -> dict[str, str]:
    """Return for each group the name that it is published under.

    Groups smaller than the least go together, if they are two or more and together
    large enough; where they are not, the smallest other group joins them. They are
    then called ``""``.

    Parameters
    ----------
    sizes : mapping of str to int
        How many people each group has.
    least : int
        The smallest group that is shown.

    Examples
    --------
    >>> folded({"a": 9, "b": 3, "c": 4, "d": 8}, 5)
    {'a': 'a', 'b': '', 'c': '', 'd': 'd'}
    >>> folded({"a": 9, "b": 3, "c": 6}, 5)
    {'a': 'a', 'b': '', 'c': ''}
    """
    order = sorted(sizes, key=lambda name: (sizes[name], name))
    small = [name for name in order if sizes[name] < least]
    rest = [name for name in order if sizes[name] >= least]
    while small and rest and (len(small) < 2 or sum(map(sizes.get, small)) < least):  # type: ignore[arg-type]
        small.append(rest.pop(0))
    return {name: "" if name in small else name for name in sizes}


def hidden(counts: pd.DataFrame, least: int) -> pd.DataFrame | None:
    """Return which cells of a table of counts are not published.

    Cells from 1 to the least are hidden, and as many others as it takes that none of
    the hidden can be worked out from what is published; 0 is shown where it can be.

    Parameters
    ----------
    counts : pandas.DataFrame
        A row a group, a column an outcome, whole numbers from 0.
    least : int
        The smallest count that is shown.

    Returns
    -------
    pandas.DataFrame or None
        True where a cell is hidden; the column ``total`` is for the sums of the rows.
        None where nothing can be hidden well enough: such a table is not published.

    Notes
    -----
    As Ofqual and omopgenerics publish counts: nothing from 1 to 4, and 0 as it is. The
    others are chosen greedily: those that leave the least to be worked out, the smaller
    first, zeros and sums last; those that were not needed after all are shown again.

    Examples
    --------
    >>> table = pd.DataFrame({"yes": [9, 8], "no": [2, 7]}, index=["a", "b"])
    >>> hidden(table, 5)["no"].tolist()
    [True, True]
    """
    cells = _cells(counts)
    small = {cell for cell, value in cells.items() if 0 < value < least}
    mask = set(small)
    while _solved(counts, mask):
        free = [cell for cell in cells if cell not in mask]
        if not free:
            return None
        mask.add(min(free, key=lambda cell: _cost(counts, cells, mask, cell)))
    mask = _least_of(counts, mask, small)
    columns = [*map(str, counts.columns), TOTAL]
    return pd.DataFrame(
        [[(str(row), name) in mask for name in columns] for row in counts.index],
        index=counts.index,
        columns=columns,
    )


def audit(counts: pd.DataFrame, mask: pd.DataFrame) -> list[Cell]:
    """Return the hidden cells that can be worked out exactly from the published ones.

    Parameters
    ----------
    counts : pandas.DataFrame
        The counts, without sums.
    mask : pandas.DataFrame
        What :func:`hidden` gives.

    Notes
    -----
    A hidden cell can be worked out when its unit vector lies in the row space of the
    equations between rows, columns and their sums, over the hidden cells (the idea of
    rmoriedata's ``cellsupp``). It is found by exact elimination. That a hidden cell may
    lie in a narrow range, because no count is below 0, is not looked at.

    Examples
    --------
    >>> table = pd.DataFrame({"yes": [9, 8], "no": [2, 7]}, index=["a", "b"])
    >>> mask = pd.DataFrame(False, index=table.index, columns=["yes", "no", "total"])
    >>> mask.loc["a", "no"] = True
    >>> audit(table, mask)
    [('a', 'no')]
    """
    cells = {
        (str(row), str(name))
        for row in mask.index
        for name in mask.columns
        if mask.loc[row, name]
    }
    return _solved(counts, cells)


def _cost(
    counts: pd.DataFrame, cells: dict[Cell, int], mask: set[Cell], cell: Cell
) -> tuple[int, bool, bool, int, Cell]:
    """Return what hiding one cell more costs: the least is hidden first."""
    value, open_ = cells[cell], len(_solved(counts, mask | {cell}))
    return open_, cell[1] == TOTAL, value == 0, value, cell


def _least_of(counts: pd.DataFrame, mask: set[Cell], small: set[Cell]) -> set[Cell]:
    """Return a mask without the cells that it holds as well without."""
    cells = _cells(counts)
    order = sorted(
        mask - small, key=lambda cell: (cell[1] != TOTAL, -cells[cell], cell)
    )
    for cell in order:
        if not _solved(counts, mask - {cell}):
            mask = mask - {cell}
    return mask


def _cells(counts: pd.DataFrame) -> dict[Cell, int]:
    sums = counts.sum(axis=1)
    found = {
        (str(row), str(name)): int(counts.loc[row, name])
        for row in counts.index
        for name in counts.columns
    }
    return found | {(str(row), TOTAL): int(sums[row]) for row in counts.index}


def _solved(counts: pd.DataFrame, mask: set[Cell]) -> list[Cell]:
    """Return the cells of a mask that the sums give away."""
    rows, columns = [*map(str, counts.index)], [*map(str, counts.columns)]
    order = sorted(mask)
    lines = [{(row, name): 1 for name in columns} | {(row, TOTAL): -1} for row in rows]
    lines += [{(row, name): 1 for row in rows} for name in (*columns, TOTAL)]
    matrix = [[Fraction(line.get(cell, 0)) for cell in order] for line in lines]
    reduced = _reduced(matrix)
    return [
        order[next(at for at, value in enumerate(line) if value)]
        for line in reduced
        if sum(value != 0 for value in line) == 1
    ]


def _reduced(matrix: Sequence[list[Fraction]]) -> list[list[Fraction]]:
    """Return the rows of a matrix in reduced echelon form."""
    lines, done = [list(line) for line in matrix], 0
    for column in range(len(lines[0]) if lines else 0):
        pivot = next((at for at in range(done, len(lines)) if lines[at][column]), None)
        if pivot is None:
            continue
        lines[done], lines[pivot] = lines[pivot], lines[done]
        first = lines[done][column]
        lines[done] = [value / first for value in lines[done]]
        for at, line in enumerate(lines):
            if at != done and (factor := line[column]):
                lines[at] = [
                    a - factor * b for a, b in zip(line, lines[done], strict=True)
                ]
        done += 1
    return lines[:done]
