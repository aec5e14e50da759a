"""Days and numbers as a language writes them, and numbers as people type them.

What is known of languages is Babel's, from Unicode's CLDR; English of no country puts
the day first, as mentorkit always did.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal, localcontext
from functools import cache
from importlib import import_module
from typing import Any

from mentorkit.i18n.languages import ENGLISH, current_language, locale_of


SKELETONS = {
    (True, False): "yMMMMd",
    (False, False): "MMMMd",
    (True, True): "yMMMd",
    (False, True): "MMMd",
}
"""How Unicode names a day's parts, by whether there is a year and whether it is short."""

HOUSE = {"yMMMMd": "d MMMM y", "MMMMd": "d MMMM", "yMMMd": "d MMM y", "MMMd": "d MMM"}
"""How English of no country writes them."""

DIGITS = {"arab": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")}

TWO_WAYS = frozenset({"ar", "es"})
"""Languages whose countries disagree on whether 1.234 is more than a thousand."""

WIDEST = 1100
"""Digits of the longest number that a float can hold."""

UNSEEN = re.compile("[\u061c\u200e\u200f\u2066-\u2069]")
SPACES = re.compile("[ \u00a0\u2009\u202f'’]")
GROUPED = r"\d{1,3}(?:%s\d{3})+"
LAKHS = r"\d{1,2}(?:,\d{2})+,\d{3}"


class TwoNumbers(ValueError):  # noqa: N818 - named by the situation
    """A typed number that can be read in two ways: ``whole`` and ``parted``."""

    def __init__(self, whole: str, parted: str) -> None:
        super().__init__(whole, parted)
        self.whole, self.parted = whole, parted


def day_text(
    day: dt.date, language: str | None = None, *, year: bool = True, short: bool = False
) -> str:
    """Return a day in words.

    Examples
    --------
    >>> day_text(dt.date(2026, 9, 8)), day_text(dt.date(2026, 9, 8), "es")
    ('8 September 2026', '8 de septiembre de 2026')
    >>> day_text(dt.date(2026, 9, 8), "en", year=False, short=True)
    '8 Sep'
    """
    language = language or current_language()
    skeleton = SKELETONS[year, short]
    if language == ENGLISH:
        text = _dates().format_date(day, HOUSE[skeleton], locale=ENGLISH)
    elif year and not short:
        text = _dates().format_date(day, "long", locale=locale_of(language))
    else:
        text = _dates().format_skeleton(skeleton, day, locale=locale_of(language))
    return _digits(text, language)


def month_text(day: dt.date, language: str | None = None, *, year: bool = False) -> str:
    """Return a day's month in a few letters.

    Examples
    --------
    >>> month_text(dt.date(2026, 9, 8)), month_text(dt.date(2026, 9, 8), year=True)
    ('Sep', 'Sep 2026')
    """
    language = language or current_language()
    pattern = "LLL y" if year else "LLL"
    text = _dates().format_date(day, pattern, locale=locale_of(language))
    return _digits(text, language)


def moment_text(moment: dt.datetime, language: str | None = None) -> str:
    """Return a day and its time by the clock, on which midnight is 00:00.

    Examples
    --------
    >>> moment_text(dt.datetime(2026, 9, 8, 15, 4))
    '8 September 2026, 15:04'
    """
    language = language or current_language()
    locale = locale_of(language)
    clock = _dates().format_skeleton("Hm", moment, locale=locale)
    both = str(locale.datetime_formats["medium"])
    day = day_text(moment, language)
    return both.format(_digits(clock, language), day)


def number_text(
    value: float,
    language: str | None = None,
    *,
    digits: int | None = None,
    grouped: bool = True,
    signed: bool = False,
) -> str:
    """Return a number as people write it: no needless zeros, a true minus.

    Parameters
    ----------
    value : float
        The number.
    language : str, optional
        The language; the one that is being spoken when left out.
    digits : int, optional
        After how many decimals it is rounded; not at all when left out.
    grouped : bool
        Whether thousands stand apart.
    signed : bool
        Whether more than nothing has a plus before it.

    Examples
    --------
    >>> number_text(4.0), number_text(4.25, digits=1), number_text(-12500)
    ('4', '4.2', '−12,500')
    >>> number_text(12500.5, "es"), number_text(12500.5, "ar-EG")
    ('12.500,5', '١٢٬٥٠٠٫٥')
    """
    language = language or current_language()
    with localcontext(prec=WIDEST):
        text = _numbers().format_decimal(
            _exact(value, digits),
            locale=locale_of(language),
            decimal_quantization=False,
            group_separator=grouped,
            numbering_system="default",
        )
    if signed and value > 0:
        plus = _numbers().get_plus_sign_symbol
        text = plus(locale_of(language), numbering_system="default") + text
    return _digits(text, language).replace("-", "−")


def percent_text(percent: float, language: str | None = None) -> str:
    """Return a percentage.

    Examples
    --------
    >>> percent_text(85), percent_text(85, "ar-EG")
    ('85%', '٨٥%')
    """
    language = language or current_language()
    text = _numbers().format_percent(
        _exact(percent, None) / 100,
        locale=locale_of(language),
        decimal_quantization=False,
        numbering_system="default",
    )
    return _digits(text, language).replace("-", "−")


def typed_number(value: float, language: str | None = None) -> str:
    """Return a number as it would be typed: it reads back as the same.

    Examples
    --------
    >>> typed_number(40.0), typed_number(-2.5, "es"), typed_number(1.234, "es")
    ('40', '-2,5', '1,2340')
    """
    language = language or current_language()
    text = f"{_exact(value, None):f}"
    if language in TWO_WAYS and re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text):
        text += "0"
    mark = _numbers().get_decimal_symbol(
        locale_of(language), numbering_system="default"
    )
    return _digits(text.replace(".", mark), language)


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
        mark = typed_number(0.5, language).strip("05٠٥")
        raise TwoNumbers(together, f"{sign}{head}{mark}{tail}0")
    decimal = _numbers().get_decimal_symbol(
        locale_of(language), numbering_system="latn"
    )
    return parted if mark == decimal else together


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


def _exact(value: float, digits: int | None) -> Decimal:
    """Return a number without needless zeros, and nothing as nothing but 0."""
    text = repr(value) if digits is None else f"{value:.{digits}f}"
    exact = Decimal(text)
    if exact == exact.to_integral_value():
        return Decimal(int(exact))
    return exact if "e" in text else Decimal(text.rstrip("0"))


def _digits(text: str, language: str) -> str:
    system = locale_of(language).default_numbering_system
    return text.translate(DIGITS.get(system, {}))


@cache
def _dates() -> Any:
    """Import Babel's part when it is first needed: starting stays quick."""
    return import_module("babel.dates")


@cache
def _numbers() -> Any:
    return import_module("babel.numbers")
