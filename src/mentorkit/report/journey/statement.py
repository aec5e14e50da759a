"""A mentor's own statement: what they gave, what came of it, and thanks they may show."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd
from markupsafe import Markup, escape

from mentorkit import measures
from mentorkit.frames.snapshot import Statement
from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.models import Visibility
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, plain, prose, said
from mentorkit.report.parts.closing import Facts, made_how
from mentorkit.report.parts.numbers import Told, row_of_figures
from mentorkit.report.parts.opening import headed, opened
from mentorkit.report.parts.outline import dated, empty, lead, section
from mentorkit.report.table import entries
from mentorkit.report.telling import count, span, together


SHOWN = (Visibility.PUBLIC.value,)
"""Who may read thanks that may be shown to anybody."""


def statement_heading(snapshot: Statement) -> Block:
    """Return whose statement it is, and for which days."""
    language = snapshot.language
    facts = [
        escape(span(snapshot.period.start, snapshot.period.end, language)),
        said(snapshot.program.get("name") or ""),
    ]
    html = el(
        "div",
        el("p", translate(N_("What I gave as a mentor"), language), class_="kicker"),
        el("h1", said(snapshot.person)),
        entries([fact for fact in facts if fact], "meta"),
        class_="title",
    )
    title = f"{plain(str(said(snapshot.person)))}, {plain(str(facts[0]))}"
    return headed(snapshot, html, title)


def statement_summary(snapshot: Statement) -> Block:
    """Return one sentence that says what was given and what came of it."""
    language, found = snapshot.language, _overview(snapshot)
    mentees = _mentees(snapshot)
    if not mentees:
        words: Markup = escape(
            translate(N_("No mentorship ran in this period."), language)
        )
    else:
        whom = plural(
            *NN_(
                "Beside *{count} person*, for *{time}*",
                "Beside *{count} people*, for *{time}*",
            ),
            mentees,
            language,
            count=count(mentees, language),
            time=together(int(found["minutes"].sum()), language),
        )
        reached = int(found["goals_reached"].sum())
        came = plural(
            *NN_("{n} goal was reached", "{n} goals were reached"), reached, language
        )
        message = N_("{whom}; {came}.") if reached else N_("{whom}.")
        sentence = fill(message, language, whom="{whom}", came=came)
        one, two, three, four, five = whom.split("*")
        set_off = filled(
            "{}{}{}{}{}", one, el("strong", two), three, el("strong", four), five
        )
        words = filled(sentence, whom=set_off)
    return opened(snapshot, "summary", el("p", words, class_="lede"))


def statement_figures(snapshot: Statement) -> Block:
    """Return goals reached, milestones done, doors opened and sessions in one row."""
    language, found = snapshot.language, _overview(snapshot)
    goals, steps = int(found["goals"].sum()), int(found["done_in_period"].sum())
    of = fill(N_("of {total}"), language, total=goals) if goals else ""
    doors = snapshot.opportunities
    taken = int(doors["outcome"].isin(["taken", "succeeded"]).sum())
    hours = together(int(found["minutes"].sum()), language)
    told: tuple[Told, ...] = (
        (
            N_("Goals reached"),
            str(int(found["goals_reached"].sum())),
            of,
            translate(N_("by the people I mentor"), language),
        ),
        (
            N_("Milestones done"),
            str(steps),
            "",
            translate(N_("in this period"), language),
        ),
        (
            N_("Doors opened"),
            str(len(doors)),
            "",
            fill(N_("{n} taken up"), language, n=taken) if len(doors) else "",
        ),
        (
            N_("Sessions held"),
            number_text(int(found["sessions_held"].sum()), language),
            "",
            fill(N_("{time} together"), language, time=hours),
        ),
    )
    return opened(snapshot, "figures", row_of_figures(told, language))


def thanks(snapshot: Statement) -> Block:
    """Return the thanks that may be shown; the others are counted."""
    language, title = snapshot.language, translate(N_("Thanks"), snapshot.language)
    found = snapshot.thanks
    free = found["visibility"].isin(SHOWN) & (
        found["annotation"].notna() | found["title"].notna()
    )
    shown, kept = found[free], int((~free).sum())
    words = ""
    if kept:
        words = plural(
            *NN_(
                "{n} more is not public, so it is not told here.",
                "{n} more are not public, so they are not told here.",
            ),
            kept,
            language,
        )
    if shown.empty:
        return empty(
            snapshot, "thanks", title, words or N_("None is written down yet.")
        )
    items = [
        el("li", dated(row["occurred_on"], language), el("blockquote", _said(row)))
        for _, row in shown.iterrows()
    ]
    html = el("ul", *items, class_="dated") + (lead(words) if words else Markup())
    return section(snapshot, "thanks", title, html)


def _said(row: pd.Series) -> Markup:
    note = row["annotation"]
    return prose(note if isinstance(note, str) else row["title"])


READING = N_(
    "This page is for you alone: it is made for nobody else, names nobody whom you"
    " mentor, and says nothing that they wrote. Goals are theirs; reaching them was"
    " their work. Show it to whom you like."
)


def statement_colophon(snapshot: Statement) -> Block:
    """Return how to read the statement and how it was made."""
    return made_how(snapshot, translate(READING, snapshot.language))


def statement_facts(snapshot: Statement) -> Facts:
    """Return the figures of a statement, for an index and for other programs.

    Returns
    -------
    dict
        ``mentorships``, ``mentees_n``, ``goals``, ``goals_reached``, ``milestones``,
        ``milestones_done``, ``milestones_late``, ``sessions_held``,
        ``sessions_expected`` (None), ``minutes``, ``thanks``.
    """
    found = _overview(snapshot)
    counts = (
        "goals",
        "goals_reached",
        "milestones",
        "milestones_done",
        "milestones_late",
        "sessions_held",
        "minutes",
    )
    facts = Facts(
        mentorships=len(found),
        mentees_n=_mentees(snapshot),
        **{name: int(found[name].sum()) for name in counts},
        sessions_expected=None,
        thanks=len(snapshot.thanks),
    )
    facts.audience, facts.language = snapshot.audience, snapshot.language
    return facts


@lru_cache(maxsize=1)
def _overview(snapshot: Statement) -> pd.DataFrame:
    names = ("mentorships", "members", "goals", "milestones", "progress", "sessions")
    tables = {name: getattr(snapshot, name) for name in names}
    tables["programs"] = pd.DataFrame([snapshot.program])
    return measures.overview(
        tables,
        start=snapshot.period.start,
        on=snapshot.day,
        timezone=snapshot.timezone,
    )


def _mentees(snapshot: Statement) -> int:
    members = snapshot.members
    return int(members.loc[members["role"] == "mentee", "person_id"].nunique())
