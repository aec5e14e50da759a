"""A run on one sheet of paper, for whoever leads: numbers, who needs a call, what changed.

Made from the same facts as the index, for the same people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.report.markup import el, filled, joined, said
from mentorkit.report.parts.numbers import Told, row_of_figures
from mentorkit.report.run.entry import (
    NOT_MADE,
    link,
    pair,
    shown_state,
    state_of,
)
from mentorkit.report.run.groups import Listing, many
from mentorkit.report.run.names import INDEX, numbered
from mentorkit.report.run.reasons import needs_of, reasons_of
from mentorkit.report.run.told import Run
from mentorkit.report.telling import share
from mentorkit.report.template import rendered


NOT_MADE_OF = NN_("{n} could not be made", "{n} could not be made")

CALLS, FAILURES = 12, 5
"""How many lines these lists have on the sheet; a longer one is told by its reasons."""

ACROSS = 95
"""How many letters stand in one line of the sheet."""


def summary_page(run: Run) -> str:
    """Return the page that prints on one sheet."""
    language = run.language
    title = translate(N_("The run on one sheet"), language)
    values = {
        "title": f"{title}: {run.program}",
        "heading": title,
        "index": INDEX,
        "lede": run.lede(),
        "figures": row_of_figures(_figures(run), language),
        "sections": [*_sections(run)],
        "version": str(run.about.get("mentorkit") or ""),
        "template": str(run.about.get("template") or ""),
    }
    return rendered("summary.html.j2", language, run.values() | values, "run.css")


def _figures(run: Run) -> Iterator[Told]:
    language = run.language
    facts = [
        e["facts"] for e in run.entries if e["facts"] and e["status"] not in NOT_MADE
    ]

    def total(name: str) -> int:
        return sum(int(each.get(name) or 0) for each in facts)

    def of(n: int) -> str:
        return fill(N_("of {total}"), language, total=number_text(n, language))

    def told(n: int) -> str:
        return number_text(n, language)

    failed = run.failed.count
    yield (
        N_("Reviews made"),
        told(run.made),
        of(len(run.entries)),
        plural(*NOT_MADE_OF, failed, language) if failed else "",
    )
    goals, reached = total("goals"), total("goals_reached")
    part = (
        fill(
            N_("{share} of those agreed on"),
            language,
            share=share(reached / goals, language),
        )
        if goals
        else ""
    )
    yield N_("Goals reached"), told(reached), of(goals), part
    late = total("milestones_late")
    yield (
        N_("Milestones done"),
        told(total("milestones_done")),
        of(total("milestones")),
        fill(N_("{n} late"), language, n=told(late)) if late else "",
    )
    yield (
        N_("Sessions held"),
        told(total("sessions_held")),
        "",
        _planned(facts, language),
    )


def _planned(facts: Sequence[Mapping[str, Any]], language: str) -> str:
    """Return how many sessions were held of those that a rhythm asks for."""
    agreed = [each for each in facts if each.get("sessions_expected")]
    if not agreed:
        return translate(N_("no rhythm agreed on"), language)
    held = sum(min(each["sessions_held"], each["sessions_expected"]) for each in agreed)
    planned = sum(each["sessions_expected"] for each in agreed)
    return fill(
        N_("{held} of {planned} that were agreed on"),
        language,
        held=number_text(held, language),
        planned=number_text(planned, language),
    )


def _sections(run: Run) -> Iterator[tuple[str, str, Markup]]:
    """Give each section that has something to say: its anchor, title and content."""
    language = run.language
    if run.calls.count:
        lines = [
            joined(
                el("strong", pair(entry, language)),
                " ",
                el("span", reasons_of(needs_of(entry))),
            )
            for entry in run.by_name
            if needs_of(entry)
        ]
        yield "calls", run.calls.title, _fitting(run.calls, lines, CALLS, language)
    if run.failed.count:
        failed = [entry for entry in run.by_name if entry["status"] in NOT_MADE]
        lines = [joined(el("strong", link(e)), " ", said(e["message"])) for e in failed]
        yield (
            "failed",
            run.failed.title,
            _fitting(run.failed, lines, FAILURES, language),
        )
    if run.changes is not None:
        counted = [
            joined(
                group.reason,
                ": ",
                el("strong", number_text(len(group.items), language)),
            )
            for group in run.changes.groups
        ]
        told = el("p", run.changes.lead) if run.changes.lead else Markup()
        yield "changes", run.changes.title, told + _list(counted, "counts")
    states = Counter(state_of(entry) for entry in run.entries)
    counted = [
        joined(
            shown_state(word, language), ": ", el("strong", number_text(n, language))
        )
        for word, n in sorted(states.items())
    ]
    yield "states", translate(N_("How they stand"), language), _list(counted, "counts")


def _fitting(
    listing: Listing, lines: Sequence[Markup], room: int, language: str
) -> Markup:
    """Return a list by name where it fits on the sheet, else its reasons with counts."""
    if sum(map(_height, lines)) <= room:
        return _list(lines, "brief")
    told, left = [], listing.count
    for group in listing.groups:
        n = len(group.items)
        line = joined(el("strong", many(n, language)), " ", _short(group.reason))
        room -= _height(line)
        if room < 1 and n < left:
            words = NN_("{n} more for other reasons", "{n} more for other reasons")
            told.append(escape(plural(*words, left, language)))
            break
        told.append(line)
        left -= n
    page = numbered(listing.kind, 1) if listing.long else INDEX
    where = filled(
        translate(N_("Each of them is named in {page}."), language),
        page=el("a", page, href=page),
    )
    return _list(told, "brief") + el("p", where, class_="hint")


def _height(line: Markup) -> int:
    """Return how many lines of the sheet something takes, roughly."""
    return len(line.striptags()) // ACROSS + 1


def _short(reason: Markup) -> Markup:
    words = reason.striptags()
    return said(words if len(words) <= ACROSS else f"{words[:ACROSS]}…")


def _list(items: Sequence[Markup], class_: str) -> Markup:
    return el("ul", joined(*(el("li", item) for item in items)), class_=class_)
