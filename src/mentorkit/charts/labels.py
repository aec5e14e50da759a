"""Labels beside the ends of lines, pushed apart so that each can be read.

Places only; what the labels say is the chart's.
"""

from __future__ import annotations

from collections.abc import Sequence


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Push places apart to at least a gap, within bounds as far as there is room.

    Examples
    --------
    >>> apart([10.0, 12.0, 100.0], 15, 0, 110)
    [3.5, 18.5, 100.0]
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    room = (high - low) / max(len(places) - 1, 1)
    gap = min(gap, room)
    blocks: list[list[float]] = []
    for rank, index in enumerate(order):
        blocks.append([places[index] - rank * gap, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            value, count = blocks.pop()
            before, many = blocks[-1]
            blocks[-1] = [
                (before * many + value * count) / (many + count),
                many + count,
            ]
    even = [value for value, count in blocks for _ in range(int(count))]
    top = high - (len(places) - 1) * gap
    found = [0.0] * len(places)
    for rank, index in enumerate(order):
        found[index] = min(max(even[rank], low), top) + rank * gap
    return found
