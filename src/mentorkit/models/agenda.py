"""The lines of an agenda: a point each, with the minutes that it may take before it.

Read and written here alone; what is shown of them is not told here.
"""

from __future__ import annotations

import re


LONGEST = 1440
"""Minutes of a day; a greater number at the beginning of a line is something else."""

TIMED = re.compile(
    r"""
    \s* (?P<minutes>\d{1,4}) \s*
    (?: (?: min(?:utes?)?\b\.? | ['′] ) \s* (?: [-–—:·]+ \s* | (?<=\s) )
      | [-–—:·]+ \s+ )
    (?P<item> \S.* )
    """,
    re.VERBOSE,
)
"""Minutes that say so, as "10 min: ..." and "10' ...", or stand apart, as "10 - ..."."""


def read_point(line: str) -> tuple[int | None, str]:
    """Return the minutes of an agenda's line, where it begins with any, and its point.

    Examples
    --------
    >>> read_point("10 min: Check in")
    (10, 'Check in')
    >>> read_point("3 questions about the paper")
    (None, '3 questions about the paper')
    """
    found = TIMED.fullmatch(line.rstrip())
    minutes = int(found["minutes"]) if found else 0
    if found is None or not 0 < minutes <= LONGEST:
        return None, line.strip()
    return minutes, found["item"]


def written_point(minutes: int | None, item: str) -> str:
    """Return a point as a line of an agenda.

    Examples
    --------
    >>> written_point(10, "Check in")
    '10 min: Check in'
    """
    return item if minutes is None else f"{minutes} min: {item}"


def read_points(text: str) -> list[tuple[int | None, str]]:
    """Return the points of an agenda: a line each, without those that are empty."""
    return [read_point(line) for line in text.splitlines() if line.strip()]
