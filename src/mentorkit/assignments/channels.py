"""How learning platforms name what they hand over: who sent a file, and when.

Names and folders only; nothing is opened here but nbgrader's small file of the time.
What a name says is a claim: a ticket decides, and a mismatch is told.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Sender:
    """Who handed a file in, as a channel says, and whether it calls it late."""

    name: str
    channel: str
    late: bool = False


MOODLE = re.compile(r"(?P<who>.{1,200}?)_(\d{1,12})_assignsubmission_[a-z]+(?:_|$)")
CANVAS = re.compile(
    r"(?P<who>[^\W_][^_]{0,200}?)(?P<late>_LATE)?_(\d{1,20})_(\d{1,20})_.+"
)
EXCHANGE = re.compile(
    r"(?P<who>[^+]{1,200})\+(?P<assignment>[^+]{1,200})\+"
    r"(?P<at>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)"
    r" (?P<zone>[A-Za-z0-9_+/-]{1,60}?)(?:\+[\w+/=-]{1,60})?"
)
STAMP = re.compile(
    r"(?P<at>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?)"
    r"(?: (?P<zone>[A-Za-z0-9_+/-]{1,60}))?"
)
STAMP_FILE = "timestamp.txt"


def sender_of(parts: Sequence[str], assignments: Sequence[str]) -> Sender | None:
    """Return who sent a file, where its path is one that a platform makes.

    Parameters
    ----------
    parts : sequence of str
        The path, under what was collected: folders, and the file.
    assignments : sequence of str
        The assignments that are collected.

    Examples
    --------
    >>> sender_of(["Ada Lovelace_412_assignsubmission_file", "goals.ipynb"], []).name
    'Ada Lovelace'
    >>> sender_of(["lovelaceada_LATE_31_877_goals-1.ipynb"], []).name
    'lovelaceada'
    >>> sender_of(["goals-ada-l", "goals.ipynb"], ["goals"]).channel
    'github'
    """
    folders, file = parts[:-1], parts[-1]
    for part in (file, *reversed(folders)):
        if found := MOODLE.match(part):
            return Sender(found["who"].strip(), "moodle")
    if sender := _in_exchange(folders, assignments) or _on_github(folders, assignments):
        return sender
    if found := CANVAS.fullmatch(file):
        return Sender(found["who"], "canvas", late=bool(found["late"]))
    return None


def _in_exchange(folders: Sequence[str], assignments: Sequence[str]) -> Sender | None:
    """Look for nbgrader's inbound folders, and for submitted/USER/ASSIGNMENT/."""
    for part in reversed(folders):
        if found := EXCHANGE.fullmatch(part):
            return Sender(found["who"], "nbgrader")
    for above, part in pairwise(folders):
        if part in assignments:
            return Sender(above, "nbgrader")
    return None


def _on_github(folders: Sequence[str], assignments: Sequence[str]) -> Sender | None:
    """Look for the folders that GitHub Classroom makes: ASSIGNMENT-LOGIN."""
    for name in assignments:
        for part in folders:
            if part.startswith(f"{name}-") and len(part) > len(name) + 1:
                return Sender(part.removeprefix(f"{name}-"), "github")
    return None


def assignments_in(
    folders: Sequence[str], assignments: Collection[str]
) -> frozenset[str]:
    """Return the assignments that folders are named after, as nbgrader names them.

    Examples
    --------
    >>> inbound = "ada+goals+2026-10-16 21:00:00.5 UTC+Zm9v"
    >>> assignments_in(["inbound", inbound], ["goals", "intake"])
    frozenset({'goals'})
    """
    inbound = filter(None, map(EXCHANGE.fullmatch, folders))
    named = {*folders, *(found["assignment"] for found in inbound)}
    return frozenset(named.intersection(assignments))


def moment_in_folder(folder: str) -> dt.datetime | None:
    """Return when nbgrader's exchange took a folder in, by its name.

    Examples
    --------
    >>> moment_in_folder("ada+goals+2026-10-16 21:00:00.5 UTC+Zm9v").isoformat()
    '2026-10-16T21:00:00.500000+00:00'
    """
    found = EXCHANGE.fullmatch(folder)
    return _moment(found) if found else None


def moment_in_stamp(text: str) -> dt.datetime | None:
    """Return when nbgrader took a folder in, by the file that it writes.

    Examples
    --------
    >>> moment_in_stamp("2026-10-16 21:00:00 Europe/Madrid").isoformat()
    '2026-10-16T19:00:00+00:00'
    """
    found = STAMP.fullmatch(text.strip())
    return _moment(found) if found else None


def _moment(found: re.Match[str]) -> dt.datetime | None:
    try:
        zone = ZoneInfo(found["zone"] or "UTC")
        at = dt.datetime.fromisoformat(found["at"]).replace(tzinfo=zone)
        return at.astimezone(dt.UTC)
    except (ValueError, OSError, KeyError, OverflowError):
        return None
