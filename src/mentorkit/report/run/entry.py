"""One review as a run's pages know it: its state, its name as a link, who is in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from mentorkit.i18n import N_, fill, number_text, translate
from mentorkit.report.markup import el, filled, joined, said, small
from mentorkit.report.parts.opening import people
from mentorkit.report.table import MORE, part_of, state


Entry = Mapping[str, Any]

NOT_MADE = ("failed", "lost")

LETTERS = {
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ى": "ي",
    "ة": "ه",
    "ـ": "",
}
"""Letters that Unicode takes no accent from, as they are sorted and looked for."""

FORMATS = {
    "pdf": "PDF",
    "md": "Markdown",
    "txt": N_("Text"),
    "csv": "CSV",
    "mail": N_("E-mail"),
}
"""What the formats beside a page are called."""

COLUMNS = (
    N_("Mentor"),
    N_("Goals reached"),
    N_("Milestones done"),
    N_("Sessions held"),
    N_("State"),
)


def by_name(entry: Entry) -> tuple[str, str, str]:
    """Return what a review is sorted by: an accent moves nobody to the end."""
    whole = unicodedata.normalize("NFKD", name_of(entry)).casefold()
    bare = "".join(
        LETTERS.get(sign, sign) for sign in whole if not unicodedata.combining(sign)
    )
    return bare, whole, str(entry["handle"])


def name_of(entry: Entry) -> str:
    """Return what people know a review by."""
    return str(entry["names"] or entry["handle"])


def state_of(entry: Entry) -> str:
    """Return the state that a review is listed with.

    Examples
    --------
    >>> state_of({"status": "ok", "facts": {"state": "paused"}})
    'paused'
    """
    if entry["status"] in NOT_MADE:
        return "failed"
    facts = entry["facts"]
    if facts.get("needs_call") or facts.get("calls_open"):
        return "call"
    status = str(facts.get("state") or "active")
    return status if status in MORE or status == "paused" else "active"


@cache
def shown_state(word: str, language: str) -> Markup:
    """Return a state as its shape and its word."""
    return state(word, language)


def link(entry: Entry) -> Markup:
    """Return a review's name, as a link to its page where there is one."""
    name = said(name_of(entry))
    page = str(entry.get("page") or "")
    return el("a", name, href=quote(page)) if page else name


def pair(entry: Entry, language: str) -> Markup:
    """Return who is in a mentorship: the mentees as a link, and with whom."""
    mentors = entry["facts"].get("mentors") or []
    if not mentors:
        return link(entry)
    message = translate(N_("{mentees} with {mentors}"), language)
    return filled(message, mentees=link(entry), mentors=people(mentors, language))


def row(entry: Entry, language: str) -> tuple[object, ...]:
    """Return a review as a row of the table of all: its name and :data:`COLUMNS`."""
    facts = entry["facts"]
    name = joined(link(entry), _formats(entry, language))
    mentors = people(facts.get("mentors") or [], language) or el("span", "–")
    word = shown_state(state_of(entry), language)
    if not facts:
        gap = el("span", "–", class_="none")
        return name, gap, gap, gap, gap, word
    late = facts["milestones_late"]
    steps: list[object] = [
        part_of(facts["milestones_done"], facts["milestones"], language)
    ]
    if late:
        told = fill(N_("{n} late"), language, n=number_text(late, language))
        steps.append(small(told))
    return (
        name,
        mentors,
        part_of(facts["goals_reached"], facts["goals"], language),
        joined(*steps),
        part_of(facts["sessions_held"], facts["sessions_expected"], language),
        word,
    )


def _formats(entry: Entry, language: str) -> Markup:
    """Return links to the same review in other formats, where there are any."""
    files = entry.get("files") or {}
    links = [
        el(
            "a",
            word,
            href=quote(str(files[name])),
            aria_label=f"{name_of(entry)}, {word}",
        )
        for name, word in ((n, translate(w, language)) for n, w in FORMATS.items())
        if files.get(name)
    ]
    found = [small(Markup(" ").join(links), class_="files")] if links else []
    for name, reason in (entry.get("unmade") or {}).items():
        word = translate(FORMATS.get(name, name), language)
        told = fill(
            N_("{format} could not be made: {why}"), language, format=word, why=reason
        )
        found.append(small(said(told)))
    return joined(*found)
