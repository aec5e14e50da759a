"""How a review opens: whose it is, for which days, and how the people are named.

What happened is told by the summary and the figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from mentorkit.frames.snapshot import Reviewed, Snapshot
from mentorkit.i18n import N_, NN_, plural, translate
from mentorkit.models import MentorshipStatus, Mode
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, plain, said
from mentorkit.report.table import entries
from mentorkit.report.telling import count, listed, span


SHOWN_NAMES = 4
"""How many mentees a title names; the rest are counted."""


OCCASIONS = {"closure": N_("Closing review"), "pilot": N_("Pilot review")}
"""What reviews are called that are made on an occasion, and not by the calendar."""


def heading(snapshot: Snapshot, occasion: str = "") -> Block:
    """Return whose review it is: mentees, period, mentor, program, form.

    Parameters
    ----------
    snapshot : Snapshot
        What is reviewed.
    occasion : {"", "closure", "pilot"}
        What the review is made for; by the calendar when empty.
    """
    language = snapshot.language
    facts = [el("span", span(snapshot.period.start, snapshot.period.end, language))]
    for one, many, role in (
        (*NN_("Mentor", "Mentors"), "mentor"),
        (*NN_("Sponsor", "Sponsors"), "sponsor"),
    ):
        names = snapshot.names(role)
        if names:
            label = plural(one, many, len(names), language)
            facts.append(filled("{}: {}", label, people(names, language)))
    facts.append(said(snapshot.program.get("name") or ""))
    facts += [escape(translate(word, language)) for word in _form(snapshot)]
    called = OCCASIONS.get(occasion) or _occasion(snapshot)
    html = el(
        "div",
        el("p", translate(called, language), class_="kicker"),
        el("h1", titles(snapshot)),
        entries([fact for fact in facts if fact], "meta"),
        class_="title",
    )
    named = plain(str(titles(snapshot)))
    return headed(snapshot, html, f"{named}, {facts[0].striptags()}")


def people(names: Sequence[str], language: str) -> Markup:
    """Return names as a list in a sentence, each in its own direction."""
    marks = listed([f"{{{at}}}" for at in range(len(names))], language)
    return filled(marks, *(said(name) for name in names))


def titles(snapshot: Snapshot) -> Markup:
    """Return the mentees' names, or the handle of a mentorship that has none yet."""
    names = snapshot.names("mentee")
    if not names:
        return said(snapshot.handle)
    if len(names) <= SHOWN_NAMES:
        return people(names, snapshot.language)
    rest = count(len(names) - SHOWN_NAMES + 1, snapshot.language)
    more = translate(N_("{names} and {n} more"), snapshot.language)
    first = Markup(", ").join(said(name) for name in names[: SHOWN_NAMES - 1])
    return filled(more, names=first, n=rest)


def _occasion(snapshot: Snapshot) -> str:
    name = snapshot.period.name
    if "Q" in name:
        return N_("Quarterly mentoring review")
    return N_("Mentoring review") if "/" in name else N_("Monthly mentoring review")


def _form(snapshot: Snapshot) -> list[str]:
    mode, status = snapshot.mentorship.get("mode"), snapshot.mentorship.get("status")
    words = [] if mode in (None, "one_to_one") else [Mode(str(mode)).label]
    if status not in (None, "active"):
        words.append(MentorshipStatus(str(status)).label)
    return words


def headed(snapshot: Reviewed, html: Markup, title: str) -> Block:
    """Return a heading, with what files made of the review say of themselves."""
    data = {"title": title, "day": snapshot.day.isoformat()}
    return replace(opened(snapshot, "heading", html), data=data)


def opened(snapshot: Reviewed, kind: str, html: Markup) -> Block:
    """Return a block of the page's opening, which has no heading of its own."""
    return Block(
        id=kind,
        title="",
        kind=kind,
        audience=snapshot.audience,
        language=snapshot.language,
        html=html,
    )
