"""How much room words take in a chart, near enough, and words cut to the room there is.

Readers' fonts differ, so no measuring here could be exact; widths are those of a common
sans serif, and a little more.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final


ROOM: Final = 1.04
"""How much wider than the common one a reader's font may be."""

BOLD: Final = 1.08
"""How much wider bold letters are."""

OTHER, WIDE = 600, 1000
"""Thousandths of the size: a letter that is not listed, and one of East Asia."""

WIDTHS: Final = {
    **dict.fromkeys("il'‘’|", 222),
    **dict.fromkeys("It!.,:;/\\[]()f- ", 290),
    **dict.fromkeys('r"“”*`', 340),
    **dict.fromkeys("Jcksvxyz", 500),
    **dict.fromkeys("0123456789abdeghnopquL?#$_", 556),
    **dict.fromkeys("+<>=~FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    **dict.fromkeys("W%@…", 1000),
    **dict.fromkeys("اأإآلء،", 320),
    **dict.fromkeys("بتثپنيىئ", 400),
    **dict.fromkeys("رزژوؤهةفقكکگ٠١٢٣٤٥٦٧٨٩؟", 540),
    **dict.fromkeys("دذعغم", 580),
    **dict.fromkeys("جحخچ", 670),
    **dict.fromkeys("طظ", 800),
    **dict.fromkeys("سشصض", 920),
}
"""Thousandths of the size; of Arabic letters, where they are joined to others."""

AT_THE_END: Final = {
    **dict.fromkeys("سشقن", 340),
    **dict.fromkeys("صضلكکگيىئ", 400),
    **dict.fromkeys("ف", 500),
    **dict.fromkeys("بتثپ", 600),
}
"""How much more room Arabic letters take at the end of a word."""

CUT: Final = "…"


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return about how many pixels wide words may be.

    Examples
    --------
    >>> width("July", 13) < width("August", 13) < width("September", 13)
    True
    """
    letters = sum(map(_letter, words))
    if letters and not words.isascii():
        ends = zip(words, f"{words[1:]} ", strict=True)
        letters += sum(_ending(*each) for each in ends)
    wide = letters * size / 1000 * ROOM
    return wide * BOLD if bold else wide


def fitted(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return words as far as there is room for them; what was cut ends in an ellipsis.

    A letter is never parted from its marks.

    Examples
    --------
    >>> fitted("Nine branches", 300, 13)
    'Nine branches'
    >>> fitted("Nine branches", 60, 13)
    'Nine br…'
    """
    if width(words, size, bold=bold) <= room:
        return words
    left = room - width(CUT, size, bold=bold)
    kept = 0
    for place, letter in enumerate(words):
        left -= width(letter, size, bold=bold)
        if left < 0:
            break
        kept = place + 1
    while kept < len(words) and unicodedata.combining(words[kept]):
        kept -= 1
    return words[:kept].rstrip() + CUT


def _ending(letter: str, after: str) -> int:
    return 0 if after.isalpha() else AT_THE_END.get(letter, 0)


@cache
def _letter(letter: str) -> int:
    if letter in WIDTHS:
        return WIDTHS[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return WIDE
    return WIDTHS.get(unicodedata.normalize("NFD", letter)[0], OTHER)
