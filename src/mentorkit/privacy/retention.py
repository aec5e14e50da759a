"""Retention: whose personal data a program has kept for long enough.

Pure rules over plain rows; nothing is erased here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mentorkit.privacy.mentions import ERASED


Row = Mapping[str, Any]

OVER = frozenset({"closed", "declined"})
"""What a mentorship's status is when it is over."""

LEFT = frozenset({"completed", "withdrawn"})
"""What an enrollment's status is when somebody takes part no more."""


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose time is over.

    Attributes
    ----------
    person_id, handle : str
        The person.
    ended_on : datetime.date
        When their last mentorship ended.
    due_on : datetime.date
        From when on their data was to be erased.
    """

    person_id: str
    handle: str
    ended_on: dt.date
    due_on: dt.date


def is_stub(person: Row) -> bool:
    """Return whether a row stands for somebody who was erased."""
    return bool(person["handle"] == person["person_id"] and person["name"] == ERASED)


def due(tables: Mapping[str, Sequence[Row]], today: dt.date) -> list[Due]:
    """Return everybody whose data every program has kept for long enough, by handle.

    Somebody is due when each of their mentorships is over, each of its programs says
    how long it keeps data, and that time has passed since the last of them ended.
    Whoever still takes part in any program is not, nor is anybody with a mentorship
    that is over without a day on which it ended.
    """
    found = [
        _due(person, tables, today)
        for person in tables["people"]
        if not is_stub(person)
    ]
    return sorted((each for each in found if each), key=lambda each: each.handle)


def _due(
    person: Row, tables: Mapping[str, Sequence[Row]], today: dt.date
) -> Due | None:
    own = {
        name: [r for r in tables[name] if r["person_id"] == person["person_id"]]
        for name in ("members", "enrollments")
    }
    on = today.isoformat()
    if any(
        e["status"] not in LEFT and not (e["left_on"] and e["left_on"] <= on)
        for e in own["enrollments"]
    ):
        return None
    mentorships = {m["mentorship_id"]: m for m in tables["mentorships"]}
    keep = {p["program_id"]: p["retain_days"] for p in tables["programs"]}
    ends = []
    for member in own["members"]:
        mentorship = mentorships[member["mentorship_id"]]
        ended, days = _ended(member, mentorship), keep[mentorship["program_id"]]
        if ended is None or days is None:
            return None
        ends.append((ended + dt.timedelta(days=days), ended))
    if not ends or max(ends)[0] > today:
        return None
    last = max(ended for _, ended in ends)
    return Due(str(person["person_id"]), str(person["handle"]), last, max(ends)[0])


def _ended(member: Row, mentorship: Row) -> dt.date | None:
    """Return the day on which a mentorship ended for a member, if it did."""
    days = [member["left_on"]] if member["left_on"] else []
    if mentorship["status"] in OVER and mentorship["ends_on"]:
        days.append(mentorship["ends_on"])
    return min((dt.date.fromisoformat(day) for day in days), default=None)
