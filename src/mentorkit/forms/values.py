"""Between what a control holds, what a model reads, and what a person reads.

Controls hold text, or true and false; an instant is the local time of a time zone, and
a number is typed as the language that is being spoken writes it. Nothing is checked
here except that what was typed can mean one thing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from mentorkit.forms.lines import BadLine, from_lines, to_lines
from mentorkit.i18n import (
    N_,
    TwoNumbers,
    day_text,
    fill,
    isolated,
    moment_text,
    number_text,
    read_number,
    translate,
    typed_number,
)
from mentorkit.models import Field


LONGEST = 280
"""Characters of a text that are shown back."""

SKIPPED = N_(
    "The clocks in {timezone} skip {time} on that day. Choose a time before or after."
)
TWO_READINGS = N_(
    "“{typed}” can be read as {whole} or as {parted}. Write the one that you mean."
)
YES, NO = N_("Yes"), N_("No")
KEPT_PRIVATE = N_("Written. Only you can read it.")


class Unreadable(ValueError):  # noqa: N818 - named by the situation
    """What was typed can be read in no way, or in two; the message says so."""


def is_empty(value: object) -> bool:
    """Tell whether a value stands for nothing: None, blank text, NaN, NaT or NA."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    return type(value).__name__ in ("NAType", "NaTType") or (
        isinstance(value, float) and value != value  # noqa: PLR0124 - only NaN differs
    )


def to_control(field: Field, value: object, timezone: str) -> str | bool:
    """Return a value as the control shows it.

    Examples
    --------
    >>> from mentorkit.models import Goal
    >>> to_control(Goal.field("target"), 40.0, "UTC")
    '40'
    """
    if field.kind == "boolean":
        return not is_empty(value) and _is_true(value)
    if is_empty(value):
        return ""
    if field.about.layout:
        return to_lines(field.about.layout, str(value))
    if field.kind == "date" and isinstance(value, dt.datetime):
        value = value.date()
    if field.kind == "instant":
        return _local(value, timezone)
    if field.kind in ("integer", "number"):
        return _typed(value)
    return str(value)


def from_control(field: Field, raw: object, timezone: str) -> object:
    """Return what a control holds as the model reads it; None for an empty one.

    Raises
    ------
    Unreadable
        The clocks of the time zone never show that local time, a number can be read
        as two, or a line of a text that is made of lines cannot be kept.
    """
    if field.kind == "boolean":
        return raw is True
    if is_empty(raw):
        return None
    text = str(raw)
    if field.about.layout:
        return _lines(field, text)
    if field.kind in ("integer", "number"):
        return _number(text, whole=field.kind == "integer")
    if field.kind == "instant":
        return _utc(text, timezone)
    return text


def _lines(field: Field, text: str) -> object:
    try:
        return from_lines(field.about.layout, text)
    except BadLine as bad:
        raise Unreadable(str(bad)) from None


def in_words(
    field: Field, value: object, labels: Mapping[str, str], timezone: str, language: str
) -> str:
    """Return a value as a person reads it, or "" for nothing.

    Examples
    --------
    >>> import datetime as dt
    >>> from mentorkit.models import Goal
    >>> in_words(Goal.field("due_on"), dt.date(2026, 9, 30), {}, "UTC", "en")
    '30 September 2026'
    """
    if is_empty(value):
        return ""
    if field.about.reads == "author":
        return translate(KEPT_PRIVATE, language)
    word = _fixed_word(field, value)
    if word is not None:
        return translate(word, language)
    if field.kind in ("date", "instant"):
        return _day_in_words(field, value, timezone, language)
    if field.kind in ("integer", "number"):
        return _number_in_words(value, language)
    text = labels.get(str(value), str(value))
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _fixed_word(field: Field, value: object) -> str | None:
    """Return the word for a truth value or a vocabulary's member."""
    if field.kind == "boolean":
        return YES if _is_true(value) else NO
    words = {str(word): word.label for word in field.vocabulary or ()}
    return words.get(str(value))


def _number_in_words(value: object, language: str) -> str:
    try:
        return number_text(float(str(value)), language)
    except (ValueError, OverflowError):
        return str(value)


def _typed(value: object) -> str:
    """Return a number as its control shows it; what is none, as it is."""
    try:
        return typed_number(float(str(value)))
    except (ValueError, OverflowError):
        return str(value)


def _number(text: str, *, whole: bool) -> str:
    try:
        return read_number(text, whole=whole)
    except TwoNumbers as two:
        told = fill(
            TWO_READINGS, typed=text.strip(), whole=two.whole, parted=two.parted
        )
        raise Unreadable(told) from None


def _day_in_words(field: Field, value: object, timezone: str, language: str) -> str:
    try:
        text = str(to_control(field, value, timezone))
        local = dt.datetime.fromisoformat(text)
    except ValueError:
        return str(value)
    if field.kind == "date":
        return day_text(local, language)
    return f"{moment_text(local, language)} ({isolated(timezone, language)})"


def _local(value: object, timezone: str) -> str:
    """Return an instant as its zone's clocks show it, to the minute."""
    at = (
        value
        if isinstance(value, dt.datetime)
        else dt.datetime.fromisoformat(str(value))
    )
    local = at.astimezone(ZoneInfo(timezone)) if at.tzinfo else at
    return f"{local:%Y-%m-%dT%H:%M}"


def _utc(text: str, timezone: str) -> object:
    """Read a local time; text that is none goes on as it is, for the model to refuse."""
    try:
        naive = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    aware = naive if naive.tzinfo else naive.replace(tzinfo=ZoneInfo(timezone))
    instant = aware.astimezone(dt.UTC)
    if (
        not naive.tzinfo
        and instant.astimezone(aware.tzinfo).replace(tzinfo=None) != naive
    ):
        raise Unreadable(fill(SKIPPED, timezone=timezone, time=f"{naive:%H:%M}"))
    return instant


def _is_true(value: object) -> bool:
    return value in (True, "true", "True")
