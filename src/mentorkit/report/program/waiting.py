"""Who asked, who was matched and how long it took, by group; and the time together."""

from __future__ import annotations

from markupsafe import Markup

from mentorkit import measures
from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, NN_, fill, number_text, plural, translate
from mentorkit.measures.access import GROUPS, Shown
from mentorkit.models import Stage
from mentorkit.report.block import Block
from mentorkit.report.markup import el, joined, said
from mentorkit.report.parts.outline import empty, lead, section
from mentorkit.report.program.standing import ProgramStanding, program_standing_of
from mentorkit.report.table import table
from mentorkit.report.telling import listed, share


LABELS = {
    "stage": N_("Stage"),
    "cohort": N_("Cohort"),
    "org_unit": N_("Team or department"),
    "language": N_("Language"),
}


def access(snapshot: ProgramSnapshot) -> Block:
    """Return equity and waiting: how many were matched, how fast, and group by group."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("Equity and waiting"), language)
    if standing.asked.empty:
        return empty(
            snapshot, "access", title, N_("Nobody has asked for a mentor yet.")
        )
    tables, hidden = [], []
    for group in GROUPS:
        shown = measures.by_group(standing.asked, group, standing.least)
        if shown:
            tables.append(_table(group, shown, language))
        else:
            hidden.append(translate(LABELS[group], language).lower())
    words = [lead(_matched(standing)), *tables]
    if hidden:
        message = N_(
            "Not shown: {groups}, where fewer than two groups have {n} or more people."
        )
        told = fill(
            message, language, groups=listed(hidden, language), n=standing.least
        )
        words.append(el("p", told, class_="hint"))
    if tables:
        note = N_(
            "Counts from 1 to {most} are not shown, nor others that would give them away."
        )
        told = fill(note, language, most=standing.least - 1)
        words.append(el("p", told, class_="hint"))
    return section(snapshot, "access", title, joined(*words))


def time_together(snapshot: ProgramSnapshot) -> Block:
    """Return how often and how long people met, which is no outcome in itself."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("Time together"), language)
    held = standing.met
    if held.empty:
        message = N_("No session was held in this period.")
        return empty(snapshot, "time", title, message)
    pieces = [
        fill(
            N_("{n} sessions were held, {hours} hours in all."),
            language,
            n=number_text(len(held), language),
            hours=number_text(held["minutes"].sum() / 60, language, digits=0),
        )
    ]
    expected = standing.total("sessions_expected")
    if expected:
        message = N_("{n} were expected.")
        pieces.append(fill(message, language, n=number_text(expected, language)))
    lengths = held["minutes"].dropna()
    if len(lengths) >= standing.least:
        median = number_text(float(lengths.median()), language, digits=0)
        pieces.append(
            fill(N_("Typically {minutes} minutes long."), language, minutes=median)
        )
    return section(snapshot, "time", title, el("p", " ".join(pieces)))


def _matched(standing: ProgramStanding) -> str:
    language, asked = standing.snapshot.language, standing.asked
    matched = asked[asked["state"] == "matched"]
    told = [
        plural(
            *NN_(
                "{matched} of {n} person who asked for a mentor was matched.",
                "{matched} of {n} people who asked for a mentor were matched.",
            ),
            len(asked),
            language,
            matched=len(matched),
        )
    ]
    days = matched["days"].dropna()
    if len(days) >= standing.least:
        half = number_text(float(days.median()), language, digits=0)
        told.append(
            fill(N_("Half of them waited {days} days or less."), language, days=half)
        )
    waits = asked[asked["state"] == "waiting"]
    if len(waits):
        words = NN_("{n} waits now", "{n} wait now")
        now = plural(*words, len(waits), language)
        longest = waits["days"].dropna()
        if len(longest):
            message = N_("{now}, the longest for {days} days.")
            told.append(fill(message, language, now=now, days=int(longest.max())))
        else:
            told.append(f"{now}.")
    return " ".join(told)


def _table(group: str, shown: list[Shown], language: str) -> Markup:
    label = translate(LABELS[group], language)
    columns = (
        label,
        translate(N_("People"), language),
        translate(N_("Matched"), language),
        translate(N_("Median wait"), language),
    )
    rows = [
        (
            _name(group, each.group, language),
            _number(each.people, language),
            _rate(each, language),
            _wait(each.days, language),
        )
        for each in shown
    ]
    caption = fill(N_("Matched and waiting, by group: {group}"), language, group=label)
    return table(caption, columns, rows, class_="grid access")


def _name(group: str, name: str, language: str) -> Markup:
    if not name:
        return el("span", translate(N_("Smaller groups together"), language))
    if group == "stage":
        return el("span", translate(Stage(name).label, language))
    return said(name)


def _kept_back(language: str) -> Markup:
    return el("span", translate(N_("not shown"), language), class_="none")


def _number(value: int | None, language: str) -> Markup:
    if value is None:
        return _kept_back(language)
    return el("span", number_text(value, language))


def _rate(each: Shown, language: str) -> Markup:
    if not each.people or each.matched is None:
        return _kept_back(language)
    return el("span", share(each.matched / each.people, language))


def _wait(days: float | None, language: str) -> Markup:
    if days is None:
        return _kept_back(language)
    told = number_text(days, language, digits=0)
    return el("span", fill(N_("{n} days"), language, n=told))
