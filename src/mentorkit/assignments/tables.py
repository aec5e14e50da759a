"""Tables as Markdown has them: a line's cells, with what stands for bars and new lines."""

from __future__ import annotations

import re


RULE = re.compile(r":?-+:?")

MOST_CELLS = 500
"""Of a line; what is behind them is part of the last."""


def is_rule(cells: list[str]) -> bool:
    """Return whether a row is the line under a table's header."""
    return all(RULE.fullmatch(cell) for cell in cells)


def cells_of(line: str) -> list[str] | None:
    r"""Return the cells of a table's line; nothing where it is none.

    Examples
    --------
    >>> cells_of(r"| read \| write |  |"), cells_of("no table")
    (['read | write', ''], None)
    """
    line = line.strip()
    if "|" not in line:
        return None
    pieces = line.split("|", MOST_CELLS)
    parts = _joined(pieces) if "\\|" in line else pieces
    first, end = int(not parts[0].strip()), len(parts) - (not pieces[-1].strip())
    return [_cell(part) for part in parts[first:end]]


def _joined(pieces: list[str]) -> list[str]:
    """Return pieces between bars with those put together whose bar was typed."""
    *before, last = pieces
    cells: list[list[str]] = [[]]
    for piece in before:
        if _is_escaped(piece):
            cells[-1].append(f"{piece[:-1]}|")
        else:
            cells[-1].append(piece)
            cells.append([])
    cells[-1].append(last)
    return ["".join(cell) for cell in cells]


def _is_escaped(piece: str) -> bool:
    """Return whether the bar behind a piece of a line is one that was typed."""
    return (len(piece) - len(piece.rstrip("\\"))) % 2 == 1


def _cell(part: str) -> str:
    for mark in ("<br>", "<br/>", "<br />") if "<br" in part else ():
        part = part.replace(mark, "\n")
    return part.strip()
