"""Marking messages, and telling them in a language with their gaps filled in."""

from __future__ import annotations

import unicodedata

from mentorkit.i18n.figures import number_text
from mentorkit.i18n.languages import catalogue, current_language, direction


START, END = "\u2068", "\u2069"
"""Unicode's marks around a text whose direction is its own."""

OTHERS = {"ltr": ("R", "AL"), "rtl": ("L",)}
"""What Unicode calls letters that run the other way."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own convention
    """Mark a message for translation and return it as it is."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802
    """Mark a message that goes with a number, as it is for one and for many."""
    return one, many


def translate(message: str, language: str | None = None) -> str:
    """Return a message in a language, or in the one that is being spoken.

    Examples
    --------
    >>> translate("Goal"), translate("Goal", "es")
    ('Goal', 'Objetivo')
    """
    found = catalogue(language or current_language())
    return found.gettext(message) if message else ""


def fill(message: str, language: str | None = None, /, **values: object) -> str:
    """Return a message in a language with its gaps filled in.

    Examples
    --------
    >>> fill("For example: {example}", "es", example="40")
    'Por ejemplo: 40'
    """
    return _filled(translate(message, language), language, values)


def plural(
    one: str, many: str, n: int, language: str | None = None, /, **values: object
) -> str:
    """Return the form of a message that goes with a number; ``{n}`` is the number.

    Examples
    --------
    >>> plural("{n} goal", "{n} goals", 2, "en")
    '2 goals'
    >>> plural("{n} goal", "{n} goals", 1, "es")
    '1 objetivo'
    """
    form = catalogue(language or current_language()).ngettext(one, many, n)
    return _filled(form, language, {"n": number_text(n, language)} | values)


def isolated(text: str, language: str | None = None) -> str:
    """Return a text that runs its own way among words that run the other way.

    Examples
    --------
    >>> isolated("Ada", "es"), isolated("Ada", "ar") == f"{START}Ada{END}"
    ('Ada', True)
    """
    towards = direction(language or current_language())
    others = OTHERS[towards]
    if any(unicodedata.bidirectional(sign) in others for sign in text):
        return f"{START}{text}{END}"
    return text


def _filled(message: str, language: str | None, values: dict[str, object]) -> str:
    apart = {
        name: isolated(value, language) if isinstance(value, str) else value
        for name, value in values.items()
    }
    return message.format(**apart)
