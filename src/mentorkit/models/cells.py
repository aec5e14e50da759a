"""Texts in cells that spreadsheets open: formulas are disarmed, and armed again.

Knows nothing of files; ``csv_files`` writes and reads with it.
"""

from __future__ import annotations

import re


STARTS = "=+\\-@\t\r\n＝＋－＠"
"""What spreadsheets take for the start of a formula, in its wide forms too."""

RISKY = re.compile(f"'*[{STARTS}]")
DISARMED = re.compile(f"'+[{STARTS}]")


def disarmed(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before a formula.

    A text that begins with apostrophes and a formula gets one more, so that
    :func:`as_typed` gives back every text as it was.

    Examples
    --------
    >>> disarmed("=1+1"), disarmed("'=1+1"), disarmed("'tis")
    ("'=1+1", "''=1+1", "'tis")
    """
    return f"'{text}" if RISKY.match(text) else text


def as_typed(cell: str) -> str:
    """Return the text that a cell stands for.

    Examples
    --------
    >>> as_typed("'=1+1"), as_typed("=1+1"), as_typed("'tis")
    ('=1+1', '=1+1', "'tis")
    """
    return cell[1:] if DISARMED.match(cell) else cell
