"""Days and numbers as a language writes them.

What is known of languages is Babel's, from Unicode's CLDR. English of no country puts
the day first, and its numbers need no Babel, so that an English form opens without it.
"""

from __future__ import annotations

import datetime as dt
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

WIDEST = 1100
"""Digits of the longest number that a float can hold."""


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
    return with_digits(text, language)


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
    return with_digits(text, language)


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
    return both.format(with_digits(clock, language), day)


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
    exact = exactly(value, digits)
    if language == ENGLISH:
        text = f"{exact:,f}" if grouped else f"{exact:f}"
    else:
        text = _written(exact, language, grouped=grouped)
    if signed and exact > 0:
        text = f"{sign_of('plus_sign', language)}{text}"
    return with_digits(text, language).replace("-", "−")


def percent_text(percent: float, language: str | None = None) -> str:
    """Return a percentage.

    Examples
    --------
    >>> percent_text(85), percent_text(85, "ar-EG")
    ('85%', '٨٥%')
    """
    language = language or current_language()
    text = _numbers().format_percent(
        exactly(percent, None) / 100,
        locale=locale_of(language),
        decimal_quantization=False,
        numbering_system="default",
    )
    return with_digits(text, language).replace("-", "−")


def exactly(value: float, digits: int | None) -> Decimal:
    """Return a number without needless zeros, and nothing as nothing but 0."""
    text = repr(value) if digits is None else f"{value:.{digits}f}"
    exact = Decimal(text)
    if exact == exact.to_integral_value():
        return Decimal(int(exact))
    return exact if "e" in text else Decimal(text.rstrip("0"))


def _written(exact: Decimal, language: str, *, grouped: bool) -> str:
    with localcontext(prec=WIDEST):
        text: str = _numbers().format_decimal(
            exact,
            locale=locale_of(language),
            decimal_quantization=False,
            group_separator=grouped,
            numbering_system="default",
        )
    return text


def sign_of(name: str, language: str, *, digits: str = "default") -> str:
    """Return what a language writes between or before a number's digits."""
    if language == ENGLISH:
        return {"decimal": ".", "plus_sign": "+"}[name]
    symbol = getattr(_numbers(), f"get_{name}_symbol")
    return str(symbol(locale_of(language), numbering_system=digits))


def with_digits(text: str, language: str) -> str:
    """Return a text with the digits that a language writes."""
    if language == ENGLISH:
        return text
    system = locale_of(language).default_numbering_system
    return text.translate(DIGITS.get(system, {}))


@cache
def _dates() -> Any:
    """Import Babel's part when it is first needed: starting stays quick."""
    return import_module("babel.dates")


@cache
def _numbers() -> Any:
    return import_module("babel.numbers")
