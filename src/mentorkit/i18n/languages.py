"""Which languages there are, which one is being spoken, and which way it runs.

A language is named by its tag: ``es``, or ``es-MX`` where a country's way of writing
days and numbers is meant. Catalogues lie in ``mentorkit/locale``.
"""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mentorkit.errors import MentorkitError, did_you_mean


if TYPE_CHECKING:
    from babel import Locale


LOCALE = Path(__file__).parent.parent / "locale"

ENGLISH = "en"

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})

_speaking: ContextVar[str] = ContextVar("mentorkit_language", default=ENGLISH)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language to whoever is answered inside, wherever words are made."""
    before = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(before)


def current_language() -> str:
    """Return the language that is being spoken.

    Examples
    --------
    >>> with speaking("ar"):
    ...     current_language()
    'ar'
    """
    return _speaking.get()


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are words in.

    Examples
    --------
    >>> languages()
    ('ar', 'en', 'es')
    """
    found = {file.parts[-3] for file in LOCALE.glob("*/LC_MESSAGES/mentorkit.mo")}
    return tuple(sorted(found | {ENGLISH}))


@cache
def known_language(tag: str) -> str:
    """Return a language's tag as browsers know it.

    Raises
    ------
    MentorkitError
        There are no words in it, or no such country.

    Examples
    --------
    >>> known_language("es_mx")
    'es-MX'
    """
    name, _, country = tag.strip().replace("_", "-").partition("-")
    name, country = name.lower(), country.upper()
    if name not in languages():
        raise MentorkitError(
            f"There is no language '{tag}' here.{did_you_mean(tag, languages())}"
            f" There are: {', '.join(languages())}."
        )
    if not country:
        return name
    try:
        _babel().Locale.parse(f"{name}_{country}")
    except (ValueError, _babel().UnknownLocaleError):
        raise MentorkitError(
            f"There is no language '{tag}' here: a country's way of writing days and"
            f" numbers is named as in {name} or es-MX."
        ) from None
    return f"{name}-{country}"


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Return the direction that a language is written in.

    Examples
    --------
    >>> direction("ar-EG"), direction("es")
    ('rtl', 'ltr')
    """
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language (English where there is none)."""
    names = [language.replace("-", "_"), language.partition("-")[0]]
    return gettext.translation("mentorkit", LOCALE, names, fallback=True)


@cache
def locale_of(language: str) -> Locale:
    """Return what is known of how a language writes days and numbers."""
    babel = _babel()
    try:
        found: Locale = babel.Locale.parse(language.replace("-", "_"))
    except (ValueError, babel.UnknownLocaleError):
        found = babel.Locale(ENGLISH)
    return found


@cache
def _babel() -> Any:
    """Import Babel when it is first needed: starting stays quick."""
    return import_module("babel")
