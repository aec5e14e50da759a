"""The page that finds reviews: a script of ours over data, offline, and nothing else.

It is the only page with a script; the policy names the script by its digest. What
people typed travels as JSON and is put on the page as text.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from mentorkit.i18n import N_, fill, number_text, translate
from mentorkit.report.markup import el, joined, one_line
from mentorkit.report.run.changing import KINDS
from mentorkit.report.run.entry import LETTERS, Entry, name_of, shown_state, state_of
from mentorkit.report.run.names import INDEX
from mentorkit.report.run.told import Run
from mentorkit.report.style import script
from mentorkit.report.table import MORE
from mentorkit.report.telling import COMMA, spoken
from mentorkit.report.template import rendered


WORDS = {
    "found": N_("{n} of {all} found."),
    "first": N_("{n} of {all} found; the first {shown} are shown."),
    "none": N_("Nothing found. Try fewer letters, or all states."),
    "with": N_("{mentees} with {mentors}"),
}
"""What the script says; its gaps are filled by it."""

MOVED, NEW, ANEW = 1, 2, 4
"""What changed since the last run, as the bits of a number."""

CHANGES = (
    (MOVED, N_("In another state now")),
    (NEW, KINDS["new"]),
    (ANEW, KINDS["anew"]),
)


def search_page(run: Run, jumps: Sequence[Markup]) -> str:
    """Return the page that finds reviews by name, mentor, handle, state and change."""
    language = run.language
    words = sorted({state_of(entry) for entry in run.entries}, key=_rank)
    marks = _marks(run)
    rows = [_row(entry, words, marks, language) for entry in run.by_name]
    data = {
        "lang": spoken(language),
        "letters": LETTERS,
        "words": {name: translate(text, language) for name, text in WORDS.items()},
        "rows": rows,
    }
    title = translate(N_("Search and filter"), language)
    values = {
        "title": f"{title}: {run.program}",
        "heading": title,
        "index": INDEX,
        "data": _inert(data),
        "script": script("search.js"),
        "states": [shown_state(word, language) for word in words],
        "filters": _filters(run, words, marks),
        "jumps": el("ol", joined(*jumps), class_="jumps"),
    }
    return rendered(
        "search.html.j2", language, run.values() | values, "run.css", "search.js"
    )


def _rank(word: str) -> tuple[int, str]:
    """Return where a state stands in the filter: what asks for somebody comes first."""
    return (["failed", "call", *MORE]).index(word) if word in MORE else 99, word


def _row(
    entry: Entry, words: list[str], marks: dict[str, int], language: str
) -> list[Any]:
    """Return a review as the script reads it; its page only where its name says it not."""
    mentors = [one_line(name) for name in entry["facts"].get("mentors") or ()]
    handle, page = str(entry["handle"]), str(entry.get("page") or "")
    return [
        one_line(name_of(entry)),
        translate(COMMA, language).join(mentors),
        handle,
        words.index(state_of(entry)),
        marks.get(handle, 0),
        quote(page) if page != f"{handle}.html" else 0,
    ]


def _marks(run: Run) -> dict[str, int]:
    """Return what changed of which review, where that is told."""
    told = run.about.get("changes")
    found: Counter[str] = Counter()
    if run.changes is None or not told:
        return found
    for mark, handles in (
        (MOVED, told["was"]),
        (NEW, told["new"]),
        (ANEW, told["anew"]),
    ):
        found.update(dict.fromkeys(handles, mark))
    return found


def _filters(run: Run, words: list[str], marks: dict[str, int]) -> Markup:
    """Return what can be chosen: all, a state, or a change, each with how many."""
    language = run.language
    states = Counter(state_of(entry) for entry in run.entries)
    of_state = [
        _option(
            f"s{at}", shown_state(word, language).striptags(), states[word], language
        )
        for at, word in enumerate(words)
    ]
    here = [marks.get(str(entry["handle"]), 0) for entry in run.entries]
    of_change = [
        _option(f"c{mark}", translate(label, language), n, language)
        for mark, label in CHANGES
        if (n := sum(bool(each & mark) for each in here))
    ]
    every = _option("", translate(N_("All"), language), len(run.entries), language)
    groups = [el("optgroup", *of_state, label=translate(N_("State"), language))]
    if of_change:
        label = translate(N_("Since the last run"), language)
        groups.append(el("optgroup", *of_change, label=label))
    return joined(every, *groups)


def _option(value: str, label: str, n: int, language: str) -> Markup:
    told = fill(
        N_("{what} ({n})"), language, what=label.strip(), n=number_text(n, language)
    )
    return el("option", told, value=value)


def _inert(data: Any) -> Markup:
    """Return data as JSON that ends no element and opens no comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - holds no sign that HTML knows
