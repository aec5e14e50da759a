"""Days, numbers and lists told in words, and the phrases made of them.

No HTML here, and no frames: values in, text out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from mentorkit.i18n import MONTHS, N_, catalogue, translate


COUNTS = (
    N_("no"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
    N_("eleven"),
    N_("twelve"),
)


def spoken(language: str) -> str:
    """Return the language that the words come out in: English without a catalogue.

    Examples
    --------
    >>> spoken("xx")
    'en'
    """
    return str(catalogue(language).info().get("language") or "en")


def fill(message: str, language: str, **values: object) -> str:
    """Return a message in a language with its gaps filled in."""
    return translate(message, language).format(**values)


def plural(one: str, many: str, n: int, language: str, **values: object) -> str:
    """Return the form of a message that goes with a number; ``{n}`` is the number.

    Examples
    --------
    >>> plural("{n} goal", "{n} goals", 2, "en")
    '2 goals'
    """
    form = catalogue(language).ngettext(one, many, n)
    return form.format(**({"n": number(n)} | values))


def day(value: dt.date, language: str, *, year: bool = False) -> str:
    """Return a day in words.

    Examples
    --------
    >>> day(dt.date(2026, 7, 8), "en"), day(dt.date(2026, 7, 8), "en", year=True)
    ('8 July', '8 July 2026')
    """
    message = N_("{day} {month} {year}") if year else N_("{day} {month}")
    month = translate(MONTHS[value.month - 1], language)
    return fill(message, language, day=value.day, month=month, year=value.year)


def span(start: dt.date, end: dt.date, language: str) -> str:
    """Return a stretch of days in words.

    Examples
    --------
    >>> span(dt.date(2026, 7, 1), dt.date(2026, 9, 30), "en")
    '1 July to 30 September 2026'
    """
    first = day(start, language, year=start.year != end.year)
    last = day(end, language, year=True)
    return fill(N_("{first} to {last}"), language, first=first, last=last)


def number(value: float, digits: int = 1) -> str:
    """Return a number as people write it: no needless zeros, a true minus.

    Examples
    --------
    >>> number(4.0), number(4.25), number(12500), number(-0.5)
    ('4', '4.2', '12,500', '−0.5')
    """
    text = f"{value:,.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "0") else text.replace("-", "−")


def count(n: int, language: str) -> str:
    """Return a whole number as a word up to twelve, in digits after that."""
    return translate(COUNTS[n], language) if 0 <= n < len(COUNTS) else number(n)


def share(value: float) -> str:
    """Return a share as a percentage: never 100% before the whole, nor 0% after none.

    Examples
    --------
    >>> share(0.85), share(0.998), share(1)
    ('85%', '99%', '100%')
    """
    percent = round(value * 100)
    if percent == 100 and value < 1:
        percent = 99
    if percent == 0 and value > 0:
        percent = 1
    return f"{number(percent)}%"


def listed(items: Sequence[str], language: str) -> str:
    """Return items as a list in a sentence.

    Examples
    --------
    >>> listed(["Ada", "Grace", "Alan"], "en")
    'Ada, Grace and Alan'
    """
    if len(items) < 2:
        return "".join(items)
    most = ", ".join(items[:-1])
    return fill(N_("{most} and {last}"), language, most=most, last=items[-1])


def together(minutes: float, language: str) -> str:
    """Return a time spent in words: minutes below an hour and a half, then hours.

    Examples
    --------
    >>> together(45, "en"), together(495, "en")
    ('45 minutes', '8.2 hours')
    """
    if minutes < 90:
        return plural("{n} minute", "{n} minutes", round(minutes), language)
    return fill(N_("{hours} hours"), language, hours=number(minutes / 60))
