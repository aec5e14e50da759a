"""Days, numbers and lists told in words, and the phrases made of them.

No HTML here, and no frames: values in, text out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from mentorkit.i18n import (
    N_,
    NN_,
    catalogue,
    day_text,
    fill,
    number_text,
    percent_text,
    plural,
    translate,
)


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


COMMA = N_(", ")
"""What stands between the items of a list."""


def spoken(language: str) -> str:
    """Return the language that the words come out in: English without a catalogue.

    Examples
    --------
    >>> spoken("xx")
    'en'
    """
    return str(catalogue(language).info().get("language") or "en")


def span(start: dt.date, end: dt.date, language: str) -> str:
    """Return a stretch of days in words.

    Examples
    --------
    >>> span(dt.date(2026, 7, 1), dt.date(2026, 9, 30), "en")
    '1 July to 30 September 2026'
    """
    first = day_text(start, language, year=start.year != end.year)
    last = day_text(end, language)
    return fill(N_("{first} to {last}"), language, first=first, last=last)


def rating_text(value: float, language: str) -> str:
    """Return a rating, or another number that one decimal is enough for.

    Examples
    --------
    >>> rating_text(4.0, "en"), rating_text(4.25, "es")
    ('4', '4,2')
    """
    return number_text(value, language, digits=1)


def count(n: int, language: str) -> str:
    """Return a whole number as a word up to twelve, in digits after that."""
    return (
        translate(COUNTS[n], language)
        if 0 <= n < len(COUNTS)
        else number_text(n, language)
    )


def share(value: float, language: str) -> str:
    """Return a share as a percentage: never 100% before the whole, nor 0% after none.

    Examples
    --------
    >>> share(0.85, "en"), share(0.998, "en"), share(1, "en")
    ('85%', '99%', '100%')
    """
    percent = round(value * 100)
    if percent == 100 and value < 1:
        percent = 99
    if percent == 0 and value > 0:
        percent = 1
    return percent_text(percent, language)


def listed(items: Sequence[str], language: str) -> str:
    """Return items as a list in a sentence.

    Examples
    --------
    >>> listed(["Ada", "Grace", "Alan"], "en")
    'Ada, Grace and Alan'
    """
    if len(items) < 2:
        return "".join(items)
    most = translate(COMMA, language).join(items[:-1])
    return fill(N_("{most} and {last}"), language, most=most, last=items[-1])


def together(minutes: float, language: str) -> str:
    """Return a time spent in words: minutes below an hour and a half, then hours.

    Examples
    --------
    >>> together(45, "en"), together(495, "en")
    ('45 minutes', '8.2 hours')
    """
    if minutes < 90:
        return plural(*NN_("{n} minute", "{n} minutes"), round(minutes), language)
    return fill(
        N_("{hours} hours"), language, hours=rating_text(minutes / 60, language)
    )
