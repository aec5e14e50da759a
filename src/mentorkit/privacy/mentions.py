"""Finding a person's names in any text, and putting a mark in their place.

Pure text: whose texts are searched, and for which names, is decided by ``erasing``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator


ERASED = "(erased)"
"""What stands where a name or a text was."""

ACCENTS = re.compile("[\u0300-\u036f]")

CLUSTER = re.compile("(?s).[\u0300-\u036f\u1160-\u11ff\u3099\u309a]*")
"""A letter with what is drawn onto it, as people may have typed it in pieces."""

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts in which a word does not end at a space."""

LETTERS = 3
"""How long a part of a name is at least that counts as a mention by itself."""


def folded(text: str) -> str:
    """Return a text as it is compared: no case, no accents, one way of encoding.

    Examples
    --------
    >>> folded("Zoe\u0308") == folded("ZOË") == "zoe"
    True
    """
    bare = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare.casefold())


def parts_of(name: str) -> tuple[str, ...]:
    """Return the parts of a name that are long enough to mean somebody.

    Examples
    --------
    >>> parts_of("Ada K. Lovelace-King")
    ('Ada', 'Lovelace', 'King')
    """
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", unicodedata.normalize("NFC", name))
    return tuple(word for word in words if len(word) >= LETTERS)


class Mentions:
    """What looks for some names in texts.

    Parameters
    ----------
    names : iterable of str
        The names.
    others : iterable of str
        Longer names of other people, which are left alone although one of the names
        may be a word of them.
    """

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        own = {folded(name) for name in names}
        forms = {form for name in own for form in _forms(name)}
        self._find = self._keep = None
        if forms:
            self._find = _either(forms)
            longer = {folded(name) for name in others} - own
            kept = {f for n in longer if self._find.search(n) for f in _forms(n)}
            self._keep = _either(kept) if kept else None
            self._find = _either(forms | kept)

    def count(self, text: str) -> int:
        """Return how often the names are in a text."""
        return sum(1 for _ in self._spans(folded(text)))

    def replaced(self, text: str, mark: str = ERASED) -> tuple[str, int]:
        """Return a text with a mark in place of the names, and how many there were."""
        flat = folded(text)
        spans = list(self._spans(flat))
        if not spans:
            return text, 0
        pieces = CLUSTER.findall(text)
        flats = [folded(piece) for piece in pieces]
        if "".join(flats) != flat:  # pieces in an order that nobody types
            pieces = flats = list(flat)
        ends = _ends(flats)
        told, at = [], 0
        for begin, end in spans:
            first = next(i for i, upto in enumerate(ends) if upto > begin)
            last = next(i for i, upto in enumerate(ends) if upto >= end)
            told += [*pieces[at:first], mark]
            at = last + 1
        return "".join([*told, *pieces[at:]]), len(spans)

    def _spans(self, flat: str) -> Iterator[tuple[int, int]]:
        if self._find is None:
            return
        for match in self._find.finditer(flat):
            if self._keep is None or not self._keep.fullmatch(flat, *match.span()):
                yield match.span()


def _either(forms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds the longest of several."""
    return re.compile("|".join(sorted(forms, key=lambda form: (-len(form), form))))


def _ends(flats: list[str]) -> list[int]:
    found, at = [], 0
    for flat in flats:
        at += len(flat)
        found.append(at)
    return found


def _forms(name: str) -> Iterator[str]:
    """Give patterns for a name: as it is, and with its last word first."""
    words = name.split()
    if not any(char.isalpha() for word in words for char in word):
        return  # a number is in too many texts
    yield _pattern(words)
    if len(words) > 1:
        yield _pattern([words[-1], *words[:-1]], ",?")


def _pattern(words: list[str], after_first: str = "") -> str:
    gap = r"\s*" if _unspaced(words[0][-1]) else r"\s+"
    first, *rest = (re.escape(word) for word in words)
    text = gap.join([first + (after_first if rest else ""), *rest])
    begin = "" if _unspaced(words[0][0]) else r"(?<![^\W_])"
    end = "" if _unspaced(words[-1][-1]) else r"(?![^\W_])"
    return f"{begin}{text}{end}"


def _unspaced(char: str) -> bool:
    return unicodedata.name(char, "").startswith(UNSPACED)
