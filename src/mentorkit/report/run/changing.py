"""What changed since the last run, told in words; ``review`` is what compares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup, escape

from mentorkit.i18n import N_, NN_, day_text, fill, number_text, plural, translate
from mentorkit.report.markup import el, filled, joined, said, small
from mentorkit.report.run.entry import Entry, link, shown_state, state_of
from mentorkit.report.run.groups import SHOWN, Group, Listing
from mentorkit.report.telling import COMMA


KINDS = {
    "failed": N_("Could be made before, and not now"),
    "mended": N_("Could not be made before, and is there now"),
    "call": N_("Needs a call now"),
    "calm": N_("Needs no call any more"),
    "other": N_("In another state now"),
    "new": N_("New"),
    "gone": N_("No longer there"),
    "anew": N_("Made anew"),
}


def changed(
    about: Mapping[str, Any], entries: Iterable[Entry], language: str
) -> Listing | None:
    """Return what changed since the last run, or nothing where nothing is known."""
    told = about.get("changes")
    if not told or about.get("missing"):
        return None
    listed = {entry["handle"]: entry for entry in entries}
    items = _items(told, listed, language)
    anew = [listed[handle] for handle in told["anew"] if handle in listed]
    remark = _made_anew(len(anew), len(listed), language) if anew else ""
    if anew and len(anew) + sum(map(len, items.values())) <= SHOWN:
        items["anew"] = [link(entry) for entry in anew]
    groups = [
        Group(escape(translate(KINDS[kind], language)), found)
        for kind, found in items.items()
        if found
    ]
    if not groups and not remark:
        return None
    return Listing(
        "changes",
        translate(N_("What changed since the last run"), language),
        " ".join(filter(None, [_since(about, told, language), remark])),
        groups,
        joined(*(_short(group) for group in groups)),
        "names",
    )


def _short(group: Group) -> Markup:
    items = joined(*(el("li", item) for item in group.items))
    return el("h3", group.reason) + el("ul", items, class_="names")


def _items(
    told: Mapping[str, Any], listed: Mapping[str, Entry], language: str
) -> dict[str, list[Markup]]:
    """Return the reviews of each kind of change, in the order of :data:`KINDS`."""
    found: dict[str, list[Markup]] = {kind: [] for kind in KINDS}
    for handle, entry in listed.items():
        was = told["was"].get(handle)
        if was is not None:
            kind = _kind(was, state_of(entry))
            found[kind].append(_moved(entry, was, kind, language))
    new = set(told["new"])
    found["new"] = [link(entry) for handle, entry in listed.items() if handle in new]
    found["gone"] = [said(names) for _, names in told["gone"]]
    return found


def _kind(was: str, now: str) -> str:
    if now == "failed":
        return "failed"
    if was == "failed":
        return "mended"
    if now == "call":
        return "call"
    return "calm" if was == "call" else "other"


def _moved(entry: Entry, was: str, kind: str, language: str) -> Markup:
    """Return a review and the states that its kind of change does not say by itself."""
    before = filled(
        translate(N_("before: {state}"), language), state=shown_state(was, language)
    )
    now = filled(
        translate(N_("now: {state}"), language),
        state=shown_state(state_of(entry), language),
    )
    shown = {"failed": [before], "mended": [now], "call": [before], "calm": [now]}
    comma = escape(translate(COMMA, language))
    states = comma.join(shown.get(kind, [before, now]))
    return joined(link(entry), small(states))


def _made_anew(n: int, whole: int, language: str) -> str:
    if n == whole:
        return translate(N_("All of them were made anew."), language)
    return plural(
        *NN_(
            "{n} was made anew, since something that it is made from changed; the other"
            " {rest} are as they were.",
            "{n} were made anew, since something that they are made from changed; the"
            " other {rest} are as they were.",
        ),
        n,
        language,
        rest=number_text(whole - n, language),
    )


def _since(about: Mapping[str, Any], told: Mapping[str, Any], language: str) -> str:
    """Return what the last run showed, unless it showed the same day."""
    before = dt.datetime.fromisoformat(str(told["since"])).date()
    if str(about.get("cut"))[:10] == before.isoformat():
        return ""
    day = day_text(before, language)
    return fill(
        N_("The last run showed what was written down by {day}."), language, day=day
    )
