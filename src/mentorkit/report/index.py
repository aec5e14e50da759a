"""The pages that no notebook is behind: a run's index, and a review that failed.

The index goes by name, never by how far anybody has come.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape

from mentorkit.i18n import N_, NN_, day_text, fill, plural, translate
from mentorkit.models import Period, Visibility
from mentorkit.report.markup import el, filled, joined, one_line, said
from mentorkit.report.parts.opening import people
from mentorkit.report.parts.outline import lead
from mentorkit.report.table import MORE, part_of, state, table
from mentorkit.report.telling import count, listed, span
from mentorkit.report.template import rendered


NOT_MADE = ("failed", "lost")

SUBJECTS = {
    "mentorship": (N_("Mentorship"), N_("All mentorships, by name")),
    "program": (N_("Program"), N_("All programs, by name")),
    "milestone": (N_("Milestone"), N_("All milestones, by name")),
    "person": (N_("Person"), N_("Everybody, by name")),
}
"""What the reviews of a run are about: what a column of them is called, and the table."""


def failed_page(*, title: str, message: str, language: str = "en") -> str:
    """Return the page that stands where a review could not be made.

    Parameters
    ----------
    title : str
        The names of those whom the review is about.
    message : str
        What went wrong, in words; no traceback belongs on a page.
    language : str
        Language tag for the words of the page.
    """
    names = one_line(title)
    values = {
        "title": fill(N_("{names}: review not made"), language, names=names),
        "names": said(names),
        "message": said(message or translate(N_("The reason is not known."), language)),
    }
    return rendered("failed.html.j2", language, values)


def index_page(about: Mapping[str, Any], entries: Iterable[Mapping[str, Any]]) -> str:
    """Return the page that a run of reviews opens with.

    Parameters
    ----------
    about : mapping
        What holds for the run: ``period`` (as :meth:`Period.parse` reads it),
        ``program`` (its name), ``audience``, ``cut`` (ISO instant), ``language``,
        ``subject`` (what a review is about, a mentorship when left out).
    entries : iterable of mappings
        One a mentorship: ``handle``, ``names`` (of the mentees), ``status`` (``ok``,
        ``failed``, ``lost`` or ``skipped``), ``message`` (what went wrong, or why it was
        skipped), ``page`` (path relative to the index), ``facts`` (what
        :func:`mentorkit.report.facts` gave).
    """
    language = str(about.get("language") or "en")
    subject = str(about.get("subject") or "mentorship")
    found = sorted(entries, key=_by_name)
    failed = [entry for entry in found if entry["status"] in NOT_MADE]
    calls = [entry for entry in found if entry["facts"].get("needs_call")]
    period = Period.parse(about["period"])
    days = span(period.start, period.end, language)
    program = one_line(about.get("program") or translate(N_("Mentoring"), language))
    values = {
        "title": fill(
            N_("{program}, reviews of {days}"), language, program=program, days=days
        ),
        "program": said(program),
        "meta": _meta(about, days, _mentorships(found), language),
        "lede": _lede(found, failed, calls, language),
        "failed": [_failure(entry, language) for entry in failed],
        "calls": [_call(entry, language) for entry in calls],
        "rules": _rules(calls),
        "entries": _entries(found, subject, language) if found else Markup(),
    }
    return rendered("run.html.j2", language, values)


def _by_name(entry: Mapping[str, Any]) -> str:
    """Return what a mentorship is sorted by: an accent moves nobody to the end."""
    return unicodedata.normalize("NFKD", str(entry["names"])).casefold()


def _mentorships(found: Iterable[Mapping[str, Any]]) -> int:
    """Return how many mentorships reviews are of: one each, or a program's."""
    return sum(int(entry["facts"].get("mentorships", 1)) for entry in found)


def _meta(
    about: Mapping[str, Any], days: str, n: int, language: str
) -> list[Markup | str]:
    told: list[Markup | str] = [
        days,
        plural(*NN_("{n} mentorship", "{n} mentorships"), n, language),
    ]
    if about.get("audience"):
        circle = translate(Visibility(about["audience"]).label, language)
        told.append(fill(N_("For: {circle}"), language, circle=circle))
    if about.get("cut"):
        cut = dt.datetime.fromisoformat(str(about["cut"])).date()
        when = day_text(cut, language)
        told.append(fill(N_("As written down by {day}"), language, day=when))
    return told


def _lede(
    found: list[Mapping[str, Any]],
    failed: list[Mapping[str, Any]],
    calls: list[Mapping[str, Any]],
    language: str,
) -> Markup:
    if not found:
        return escape(translate(N_("No mentorship was reviewed."), language))
    made = len(found) - len(failed)
    parts = [
        (*NN_("{n} review is ready", "{n} reviews are ready"), made),
        (*NN_("{n} could not be made", "{n} could not be made"), len(failed)),
        (*NN_("{n} needs a call", "{n} need a call"), len(calls)),
    ]
    told = []
    for one, many, n in parts:
        if n or one == parts[0][0]:
            message = plural(one, many, n, language, n="{n}")
            told.append(filled(message, n=el("strong", count(n, language))))
    marks = listed([f"{{{at}}}" for at in range(len(told))], language)
    sentence = str(filled(marks, *told)) + "."
    at = sentence.index(">") + 1 if sentence.startswith("<") else 0
    first = sentence[:at] + sentence[at].upper() + sentence[at + 1 :]
    return Markup(first)  # noqa: S704 - made of escaped pieces


def _failure(entry: Mapping[str, Any], language: str) -> Markup:
    message = entry["message"] or translate(N_("The reason is not known."), language)
    return joined(el("strong", _link(entry)), el("p", said(message)))


def _call(entry: Mapping[str, Any], language: str) -> Markup:
    reasons = " ".join(each["reason"] for each in entry["facts"]["needs_call"])
    mentors = entry["facts"].get("mentors") or []
    who: Markup = _link(entry)
    if mentors:
        message = translate(N_("{mentees} with {mentors}"), language)
        who = filled(message, mentees=who, mentors=people(mentors, language))
    return joined(el("strong", who), el("p", reasons))


def _rules(calls: list[Mapping[str, Any]]) -> Markup:
    found = {each["rule"] for entry in calls for each in entry["facts"]["needs_call"]}
    return lead(" ".join(sorted(found))) if found else Markup()


def _entries(found: list[Mapping[str, Any]], subject: str, language: str) -> Markup:
    name, title = SUBJECTS[subject]
    columns = (
        name,
        N_("Mentor"),
        N_("Goals reached"),
        N_("Milestones done"),
        N_("Sessions held"),
        N_("State"),
    )
    return table(
        translate(title, language),
        [translate(name, language) for name in columns],
        [_row(entry, language) for entry in found],
        class_="grid run",
    )


def _row(entry: Mapping[str, Any], language: str) -> tuple[object, ...]:
    facts = entry["facts"]
    mentors = people(facts.get("mentors") or [], language) or el("span", "–")
    word = _state(entry)
    if not facts:
        gap = el("span", "–", class_="none")
        return _link(entry), gap, gap, gap, gap, state(word, language)
    late = facts["milestones_late"]
    steps: list[object] = [
        part_of(facts["milestones_done"], facts["milestones"], language)
    ]
    if late:
        steps.append(el("small", fill(N_("{n} late"), language, n=late)))
    return (
        _link(entry),
        mentors,
        part_of(facts["goals_reached"], facts["goals"], language),
        joined(*steps),
        part_of(facts["sessions_held"], facts["sessions_expected"], language),
        state(word, language),
    )


def _state(entry: Mapping[str, Any]) -> str:
    if entry["status"] in NOT_MADE:
        return "failed"
    facts = entry["facts"]
    if facts.get("needs_call") or facts.get("calls_open"):
        return "call"
    status = str(facts.get("state") or "active")
    return status if status in MORE or status == "paused" else "active"


def _link(entry: Mapping[str, Any]) -> Markup:
    name = said(entry["names"] or entry["handle"])
    page = str(entry.get("page") or "")
    return el("a", name, href=quote(page)) if page else name
