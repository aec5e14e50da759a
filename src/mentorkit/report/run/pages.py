"""All pages of a run, each by its name: made from its manifest and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from mentorkit.i18n import N_, translate
from mentorkit.report.markup import el, filled, joined, said, small
from mentorkit.report.run.entry import COLUMNS, Entry, name_of, row
from mentorkit.report.run.groups import EACH, Listing, many, place_in
from mentorkit.report.run.names import INDEX, SEARCH, SUMMARY, numbered
from mentorkit.report.run.search import search_page
from mentorkit.report.run.summary import summary_page
from mentorkit.report.run.told import SUBJECTS, Run
from mentorkit.report.table import table
from mentorkit.report.template import rendered


STYLE = "run.css"

SEARCHED = 30
"""How many reviews there are at most where a search would be no help."""


def run_pages(
    about: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]
) -> dict[str, str]:
    """Return the pages that a run of reviews opens with, by their names.

    ``index.html`` is always among them; a long run goes on on others, and has a search.

    Parameters
    ----------
    about : mapping
        What holds for the run: ``period`` (as :meth:`Period.parse` reads it),
        ``program`` (its name), ``audience``, ``cut`` (ISO instant), ``language``,
        ``subject`` (what a review is about, a mentorship when left out), ``changes``
        and ``missing`` (see :func:`mentorkit.review.comparing.since`).
    entries : iterable of mappings
        One a mentorship: ``handle``, ``names`` (of the mentees), ``status`` (``ok``,
        ``failed``, ``lost`` or ``skipped``), ``message`` (what went wrong, or why it was
        skipped), ``page`` (path relative to the index), ``files`` (such paths by the
        name of their format, if there are any), ``facts`` (what
        :func:`mentorkit.report.facts` gave).
    """
    run = Run(about, list(entries))
    parts = [run.by_name[at : at + EACH] for at in range(0, len(run.entries), EACH)]
    found = dict(_lists(run))
    if len(parts) > 1:
        found |= dict(_by_name(run, parts))
    if len(run.entries) > SEARCHED:
        found[SEARCH] = search_page(run, [*_jumps(run, parts)])
    if run.subject in {"mentorship", "program"} and run.made:
        found[SUMMARY] = summary_page(run)
    found[INDEX] = _index(run, parts, found)
    return found


def _index(run: Run, parts: Sequence[list[Entry]], others: Mapping[str, str]) -> str:
    sections = [each for each in (run.failed, run.calls, run.changes) if each]
    if len(parts) > 1:
        every = el("ol", joined(*_jumps(run, parts)), class_="jumps")
    else:
        every = _table(run, run.by_name) if run.entries else Markup()
    values = {
        "lede": run.lede(),
        "links": [
            (name, translate(words, run.language))
            for name, words in (
                (SUMMARY, N_("The run on one sheet")),
                (SEARCH, N_("Search and filter")),
            )
            if name in others
        ],
        "listings": [
            (each.kind, each.title, each.lead, each.body(run.language))
            for each in sections
            if each.count or each is run.changes
        ],
        "every": every,
        "spread": len(parts) > 1,
        "of": SUBJECTS[run.subject][1],
    }
    return rendered("run.html.j2", run.language, run.values() | values, STYLE)


def _table(run: Run, entries: Sequence[Entry]) -> Markup:
    name, title, _ = SUBJECTS[run.subject]
    return table(
        translate(title, run.language),
        [translate(word, run.language) for word in (name, *COLUMNS)],
        [row(entry, run.language) for entry in entries],
        class_="grid run",
    )


def _jumps(run: Run, parts: Sequence[Sequence[Entry]]) -> Iterator[Markup]:
    """Give a line for each page of names: from whom to whom, and how many."""
    message = translate(N_("{first} to {last}"), run.language)
    for number, part in enumerate(parts, 1):
        ends = {"first": said(name_of(part[0])), "last": said(name_of(part[-1]))}
        page = numbered("by_name", number) if len(parts) > 1 else INDEX
        where = el("a", filled(message, **ends), href=page)
        yield el("li", where, small(many(len(part), run.language)))


def _by_name(run: Run, parts: Sequence[list[Entry]]) -> Iterator[tuple[str, str]]:
    title = translate(SUBJECTS[run.subject][1], run.language)
    jumps = [*_jumps(run, parts)]
    message = translate(N_("{first} to {last}"), run.language)
    for number, part in enumerate(parts, 1):
        ends = {"first": said(name_of(part[0])), "last": said(name_of(part[-1]))}
        body = el(
            "section",
            el("h2", filled(message, **ends), id="these"),
            _table(run, part),
            aria_labelledby="these",
        )
        more = el("ol", joined(*jumps), class_="jumps")
        yield _listed(run, "by_name", title, (number, len(parts)), body, more)


def _lists(run: Run) -> Iterator[tuple[str, str]]:
    for listing in (run.failed, run.calls, run.changes):
        if listing is not None:
            yield from _spread(run, listing)


def _spread(run: Run, listing: Listing) -> Iterator[tuple[str, str]]:
    pages = [*listing.pages(run.language)]
    for number, body in enumerate(pages, 1):
        place = (number, len(pages))
        yield _listed(run, listing.kind, listing.title, place, body, Markup())


def _listed(
    run: Run, kind: str, title: str, place: tuple[int, int], body: Markup, more: Markup
) -> tuple[str, str]:
    """Return one of the pages that a long list is spread over, and its name."""
    number, last = place
    where = place_in(number, last, run.language)
    ways = [
        (numbered(kind, number - 1) if number > 1 else "", N_("Page before")),
        (numbered(kind, number + 1) if number < last else "", N_("Next page")),
    ]
    values = {
        "title": f"{title}: {where}, {run.program}",
        "heading": title,
        "where": where,
        "index": INDEX,
        "ways": [(name, translate(w, run.language)) for name, w in ways if name],
        "body": body,
        "more": more,
    }
    page = rendered("run_list.html.j2", run.language, run.values() | values, STYLE)
    return numbered(kind, number), page
