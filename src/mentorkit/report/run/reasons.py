"""Why reviews failed, and why somebody should call: reviews listed by their reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from mentorkit.i18n import N_, translate
from mentorkit.report.markup import el, joined, said
from mentorkit.report.parts.outline import lead
from mentorkit.report.run.entry import NOT_MADE, Entry, link, name_of, pair
from mentorkit.report.run.groups import Group, Listing
from mentorkit.report.telling import listed


OWN = re.compile(r"\"[^\"]*\"|'[^']*'|“[^”]*”|\d+(?:[.,]\d+)*")
"""What one failure has for itself, where others failed for the same reason."""

LEFT_OUT = "…"


def failures(entries: Iterable[Entry], language: str) -> Listing:
    """Return the reviews that could not be made, those with one reason together."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry["status"] in NOT_MADE:
            found[_alike(entry)].append(entry)
    groups, short = [], []
    for alike in sorted(found, key=lambda text: (-len(found[text]), text)):
        failed = found[alike]
        messages = {_message(entry, language) for entry in failed}
        if len(messages) == 1:
            reason = said(messages.pop())
            items = [link(entry) for entry in failed]
            short.append(_notice(items, reason, language))
        else:
            reason = said(alike)
            items = [
                joined(link(entry), el("p", said(_message(entry, language))))
                for entry in failed
            ]
            short += [
                _notice([link(e)], said(_message(e, language)), language)
                for e in failed
            ]
        groups.append(Group(reason, items))
    return Listing(
        "not_made",
        translate(N_("Could not be made"), language),
        translate(
            N_(
                "Put the cause right, then run these reviews again: the others stay as"
                " they are."
            ),
            language,
        ),
        groups,
        el("ul", joined(*short), class_="notices bad"),
        "names",
    )


def _message(entry: Entry, language: str) -> str:
    return str(entry["message"]) or translate(N_("The reason is not known."), language)


def _alike(entry: Entry) -> str:
    """Return a message without what it may say of this review alone."""
    message = str(entry["message"])
    for own in (str(entry["handle"]), name_of(entry)):
        message = re.sub(rf"\b{re.escape(own)}\b", LEFT_OUT, message)
    return OWN.sub(LEFT_OUT, message)


def _notice(names: Sequence[Markup], reason: Markup, language: str) -> Markup:
    marks = listed([f"{{{at}}}" for at in range(len(names))], language)
    who = escape(marks).format(*names)
    return el("li", el("strong", who), el("p", reason))


def calls(entries: Iterable[Entry], language: str) -> Listing:
    """Return the reviews that ask for a call, with the rules that put them there."""
    found: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
    short = []
    for entry in entries:
        asked = needs_of(entry)
        if asked:
            found[rules_of(asked)].append(entry)
            reasons = reasons_of(asked)
            short.append(
                el("li", el("strong", pair(entry, language)), el("p", reasons))
            )
    groups = [
        Group(
            said(" ".join(rules)),
            [
                joined(pair(entry, language), el("p", reasons_of(needs_of(entry))))
                for entry in found[rules]
            ],
        )
        for rules in sorted(found, key=lambda rules: (-len(found[rules]), rules))
    ]
    every = sorted({rule for rules in found for rule in rules})
    return Listing(
        "calls",
        translate(N_("Somebody should call"), language),
        "",
        groups,
        joined(lead(" ".join(every)), el("ul", joined(*short), class_="notices")),
        "notices",
    )


def needs_of(entry: Entry) -> Sequence[dict[str, str]]:
    """Return why somebody should call, each reason with its rule."""
    found: Sequence[dict[str, str]] = entry["facts"].get("needs_call") or ()
    return () if entry["status"] in NOT_MADE else found


def rules_of(asked: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """Return the rules that ask for a call."""
    return tuple(sorted({each["rule"] for each in asked}))


def reasons_of(asked: Sequence[dict[str, str]]) -> str:
    """Return the reasons for a call as one text."""
    return " ".join(each["reason"] for each in asked)
