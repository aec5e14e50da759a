"""The list of calls: who, why, by which rule, what to do, and what was seen to."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, NN_, day_text, plural, translate
from mentorkit.report.block import Block
from mentorkit.report.markup import el, filled, joined, said, small
from mentorkit.report.parts.opening import people
from mentorkit.report.parts.outline import empty, lead, not_shared, section
from mentorkit.report.program.standing import ProgramStanding, program_standing_of
from mentorkit.report.table import state, table


def calls(snapshot: ProgramSnapshot) -> Block:
    """Return who needs a call, by name: why, by which rule, and what is settled."""
    language, standing = snapshot.language, program_standing_of(snapshot)
    title = translate(N_("Who needs a call"), language)
    found = standing.calls
    if found.empty:
        return empty(
            snapshot, "calls", title, N_("Nobody, by the rules of this program.")
        )
    columns = (N_("Who"), N_("What is so"), N_("What to do"), N_("State"))
    shown = table(
        translate(N_("Who needs a call, and why"), language),
        [translate(name, language) for name in columns],
        [_row(about, rows, standing) for about, rows in _by_name(found, standing)],
        class_="grid calls",
    )
    hint = N_(
        "A rule begins a conversation; it judges nobody. A note settles what was so on"
        " its day, for {days} days: what still holds then is open again."
    )
    days = snapshot.program["stale_after_days"]
    words = translate(hint, language).format(days=days)
    note = el("p", words, class_="hint")
    return section(
        snapshot, "calls", title, joined(lead(_tally(standing)), shown, note)
    )


def named(about: str, standing: ProgramStanding) -> Markup:
    """Return the names behind a handle: mentees with their mentors, or who waits."""
    language, pairs = standing.snapshot.language, standing.pairs
    found = pairs[pairs["mentorship"] == about]
    if found.empty:
        known = standing.snapshot.people
        names = known.loc[known["handle"] == about, "name"]
        return said(names.iloc[0] if len(names) else about)
    row = found.iloc[0]
    who = people(row["mentees"], language) if row["mentees"] else said(about)
    if not row["mentors"]:
        return who
    by = filled(
        translate(N_("with {mentors}"), language),
        mentors=people(row["mentors"], language),
    )
    return joined(who, small(by))


def _by_name(
    found: pd.DataFrame, standing: ProgramStanding
) -> list[tuple[str, list[dict[Hashable, Any]]]]:
    """Return the reasons of each, what is open first, and by name in both."""
    open_ = set(standing.called["open"])
    order = [*standing.pairs["mentorship"]]
    places = {handle: at for at, handle in enumerate(order)}
    groups = {
        str(about): rows.to_dict("records") for about, rows in found.groupby("about")
    }
    return sorted(
        groups.items(),
        key=lambda item: (
            item[0] not in open_,
            places.get(item[0], len(places)),
            item[0],
        ),
    )


def _row(
    about: str, rows: list[dict[Hashable, Any]], standing: ProgramStanding
) -> tuple[object, ...]:
    so = [el("p", row["why"], small(row["rule"])) for row in rows]
    todo = [el("p", words) for words in dict.fromkeys(str(row["todo"]) for row in rows)]
    states = [_state(row, standing) for row in rows]
    told = states[:1] if len(set(states)) == 1 else states
    return (
        el("div", named(about, standing), class_="what"),
        el("div", *so, class_="reasons"),
        el("div", *todo),
        el("div", *told),
    )


def _state(row: Mapping[Hashable, Any], standing: ProgramStanding) -> Markup:
    snapshot = standing.snapshot
    language = snapshot.language
    if row["state"] == "open":
        return el("p", state("open_call", language))
    when = day_text(row["settled_on"].date(), language, short=True)
    note = row["note"] if isinstance(row["note"], str) else not_shared(snapshot)
    told = small(filled("{}: {}", when, said(note)))
    return el("p", state("settled", language), told)


def _tally(standing: ProgramStanding) -> str:
    language = standing.snapshot.language
    open_, settled = (len(standing.called[word]) for word in ("open", "settled"))
    told = plural(*NN_("{n} is open", "{n} are open"), open_, language)
    if settled:
        more = plural(*NN_("{n} is settled", "{n} are settled"), settled, language)
        told = translate(N_("{first}, {second}"), language).format(
            first=told, second=more
        )
    return told + "."
