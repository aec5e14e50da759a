"""Numbers as people type them: written into a control, and read from one.

What was typed is read where it can mean one number only; what is no number is left for
the model to refuse.
"""

from __future__ import annotations

import re
import unicodedata

from mentorkit.i18n.figures import exactly, sign_of, with_digits
from mentorkit.i18n.languages import current_language


TWO_WAYS = frozenset({"ar", "es"})
"""Languages whose countries disagree on whether 1.234 is more than a thousand."""

UNSEEN = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
SPACES = re.compile("[ \u00a0\u2009\u202f'’]")
GROUPED = r"\d{1,3}(?:%s\d{3})+"
LAKHS = r"\d{1,2}(?:,\d{2})+,\d{3}"


class TwoNumbers(ValueError):  # noqa: N818 - named by the situation
    """A typed number that can be read in two ways: ``whole`` and ``parted``."""

    def __init__(self, whole: str, parted: str) -> None:
        super().__init__(whole, parted)
        self.whole, self.parted = whole, parted


def typed_number(value: float, language: str | None = None) -> str:
    """Return a number as it would be typed: it reads back as the same.

    Examples
    --------
    >>> typed_number(40.0), typed_number(-2.5, "es"), typed_number(1.234, "es")
    ('40', '-2,5', '1,2340')
    """
    language = language or current_language()
    text = f"{exactly(value, None):f}"
    if language in TWO_WAYS and re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):
        text += "0"
    return with_digits(text.replace(".", sign_of("decimal", language)), language)


def read_number(text: str, language: str | None = None, *, whole: bool = False) -> str:
    """Return a typed number as Python writes it; a text that is none as it is.

    Digits of every script are read, and the marks of every language, as far as what
    was typed can mean one number only. Where a country decides what a single mark
    before three digits means, the language must name it.

    Parameters
    ----------
    text : str
        What was typed.
    language : str, optional
        The language of the form; the one that is being spoken when left out.
    whole : bool
        Whether it can only be a whole number.

    Raises
    ------
    TwoNumbers
        It can mean two numbers.

    Examples
    --------
    >>> read_number("12,500"), read_number("2,5"), read_number("١٢٬٥٠٠٫٥", "ar")
    ('12500', '2.5', '12500.5')
    >>> read_number("1.234", "es-ES"), read_number("1.234", "es-MX")
    ('1234', '1.234')
    """
    language = language or current_language()
    plain = "".join(_latin(sign) for sign in UNSEEN.sub("", text).strip())
    plain = SPACES.sub(" ", plain.replace("−", "-").replace("،", ","))
    sign, body = (plain[0], plain[1:]) if plain[:1] in ("+", "-") else ("", plain)
    marks = "".join(dict.fromkeys(re.findall(r"[^\d]", body)))
    if not body or marks.strip(".,٫٬ "):
        return text.strip()
    if len(marks) == 1 and marks in ".," and body.count(marks) == 1:
        return _one_mark(sign, body, marks, language, whole=whole) or plain
    head, tail = body, ""
    if marks and marks[-1] in ".,٫" and body.count(marks[-1]) == 1:
        head, _, tail = body.rpartition(marks[-1])
    number = _ungrouped(head)
    return text.strip() if number is None else _joined(sign, number, tail)


def _one_mark(
    sign: str, body: str, mark: str, language: str, *, whole: bool
) -> str | None:
    """Read a number with one point or one comma in it."""
    head, _, tail = body.partition(mark)
    parted = _joined(sign, head, tail)
    if not re.fullmatch(GROUPED % re.escape(mark), body) or head.startswith("0"):
        return parted
    together = f"{sign}{head}{tail}"
    if language in TWO_WAYS:
        if whole:
            return together
        own = sign_of("decimal", language)
        raise TwoNumbers(together, f"{sign}{head}{own}{tail}0")
    own = sign_of("decimal", language, digits="latn")
    return parted if mark == own else together


def _ungrouped(head: str) -> str | None:
    """Return digits without what sets thousands apart; nothing if that stands wrong."""
    marks = set(re.findall(r"\D", head))
    if len(marks) > 1:
        return None
    mark = next(iter(marks), "")
    if mark and not re.fullmatch(GROUPED % re.escape(mark), head):
        return head.replace(",", "") if re.fullmatch(LAKHS, head) else None
    return head.replace(mark, "") if mark else head


def _joined(sign: str, head: str, tail: str) -> str:
    return f"{sign}{head}.{tail}" if tail else f"{sign}{head}"


def _latin(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign
