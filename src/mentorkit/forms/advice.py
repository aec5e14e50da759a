"""Help while a form is filled in: what could be clearer, said gently, blocking nothing.

What is said comes from the measures; which records have such help is listed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mentorkit.forms import words
from mentorkit.i18n import translate
from mentorkit.models import Goal, Record


Advice = dict[str, Any]
"""``heading``, ``points`` (``term``, ``ok``, ``text``) and ``fields`` (hints by field)."""


def on_goal(values: Mapping[str, Any], language: str) -> Advice:
    """Say letter by letter whether a goal is SMART, and which levels are hard to tell."""
    from mentorkit.measures import levels, smart  # noqa: PLC0415 - pandas, when asked

    letters = smart(values, language=language).itertuples()
    hints = levels(values, language=language).itertuples()
    return {
        "heading": translate(words.SMART, language),
        "points": [
            {"term": str(it.word), "ok": it.verdict == "ok", "text": str(it.reason)}
            for it in letters
        ],
        "fields": {str(hint.field): str(hint.reason) for hint in hints},
    }


ADVISED: dict[type[Record], Callable[[Mapping[str, Any], str], Advice]] = {
    Goal: on_goal
}
"""The records whose forms help while they are filled in."""
