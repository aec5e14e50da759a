"""The user's words in the user's language, through gettext catalogues.

Models and forms mark their words with ``N_``; what shows them translates them.
Catalogues lie in ``locale/``; a word without a translation stays English.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path


def N_(message: str) -> str:  # noqa: N802 - gettext's own convention
    """Mark a message for translation and return it as it is."""
    return message


MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
"""The months, for days that are told in words."""


@cache
def catalogue(language: str = "en") -> gettext.NullTranslations:
    """Return the catalogue of a language (English where there is none)."""
    return gettext.translation(
        "mentorkit", Path(__file__).parent / "locale", [language], fallback=True
    )


def translate(message: str, language: str = "en") -> str:
    """Return a message in a language.

    Examples
    --------
    >>> translate("Goal")
    'Goal'
    """
    return catalogue(language).gettext(message) if message else ""
