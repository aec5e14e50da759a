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


MOODLE = re.compile(r"(?P<who>.{1,200}?)(?:_\d{1,12})?_assignsubmission_[a-z]+(?:_|$)")
"""Name, number, kind of submission; a team of those who are in none has no number."""

CANVAS = re.compile(
    r"(?:(?P<who>[^\W_][^\s.,-]{0,200}?)(?P<late>_LATE)?_\d{1,20}"
    r"|(?P<anonymously_late>LATE_)?(?P<nobody>anon_[A-Za-z0-9]{1,20}))"
    r"_(?:\d{1,20}_.+|text\.html|link\.html)"
)
"""Name, whether late, number, the file's number, the file's name; no name where those
who grade are not told whose it is."""

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
SUBMITTED, SUBMISSIONS = "submitted", "submissions"
"""Folders of nbgrader's, and of GitHub Classroom's own program, that hold others."""

ARCHIVE = ".zip"


def is_archive(name: str) -> bool:
    """Return whether a name is an archive's."""
    return name.lower().endswith(ARCHIVE)


def sender_of(parts: Sequence[str], assignments: Sequence[str]) -> Sender | None:
    """Return who sent a file, where its path is one that a platform makes.

    The outermost name counts: what lies in it is the sender's to name.

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
    for place, part in enumerate(parts):
        is_name = place == len(parts) - 1 or is_archive(part)
        if found := _named_by(part, assignments, is_name=is_name):
            return found
        if part == SUBMITTED and _is_of(parts[place + 2 : -1], assignments):
            return Sender(parts[place + 1], "nbgrader")
    for above, part in pairwise(parts[:-1]):
        if part in assignments:
            return Sender(above, "nbgrader")
    return None


def _named_by(part: str, assignments: Sequence[str], *, is_name: bool) -> Sender | None:
    """Return who sent what lies in one folder, or is called so."""
    if found := MOODLE.match(part):
        return Sender(found["who"].strip(), "moodle")
    if is_name:
        return _of_canvas(part)
    if found := EXCHANGE.fullmatch(part):
        return Sender(found["who"], "nbgrader")
    return _on_github(part, assignments)


def _is_of(folders: Sequence[str], assignments: Sequence[str]) -> bool:
    return bool(folders) and folders[0] in assignments


def _of_canvas(name: str) -> Sender | None:
    """Look for what Canvas makes of a file's name."""
    if (found := CANVAS.fullmatch(name)) is None:
        return None
    late = found["late"] or found["anonymously_late"]
    return Sender(found["who"] or found["nobody"], "canvas", late=bool(late))


def _on_github(folder: str, assignments: Sequence[str]) -> Sender | None:
    """Look for the folders that GitHub Classroom makes: ASSIGNMENT-LOGIN.

    Its own program puts them into one that is called ASSIGNMENT-submissions.
    """
    for name in assignments:
        login = folder.removeprefix(f"{name}-")
        if login not in {folder, "", SUBMISSIONS}:
            return Sender(login, "github")
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
