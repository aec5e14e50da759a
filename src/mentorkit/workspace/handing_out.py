"""Handing an assignment out: which copies are written, and which are left alone.

A file that a learner has begun differs from what went out, and is never written over.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mentorkit.assignments import library, manifest
from mentorkit.assignments.copies import (
    Learner,
    Round,
    copy_for,
    file_name,
    ticket_of,
)
from mentorkit.assignments.prompt import SCHEMA, Copy, Manifest, Template
from mentorkit.assignments.sound import NAME
from mentorkit.assignments.with_forms import with_forms
from mentorkit.errors import AssignmentError
from mentorkit.i18n import ENGLISH
from mentorkit.models import Person
from mentorkit.review.places import Folder, write_whole
from mentorkit.store.keys import write_once
from mentorkit.store.mapping.cells import Unreadable, read_moment
from mentorkit.workspace.roster import Roster, roster_of


if TYPE_CHECKING:
    import pandas as pd

    from mentorkit.workspace.assigning import Assigning

SECRET = "tickets.key"  # noqa: S105 - a file's name

LONGEST = 80
"""Signs of an assignment's name: file names have room for 255 bytes."""

LAST = dt.time(23, 59)
"""When something is due on a day."""


class State(StrEnum):
    """What became of a learner's copy."""

    NEW = "new"
    SAME = "same"
    RENEWED = "renewed"
    BEGUN = "begun"
    KEPT = "kept"


Planned = tuple[Copy, State, str]
"""A copy, what is to become of it, and its text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One learner's copy, and what became of it.

    ``begun`` copies differ from what went out and were left alone; ``kept`` ones belong
    to learners who are not on the roster any more.
    """

    learner: str
    file: str
    state: State


@dataclass(frozen=True, slots=True)
class Assigned:
    """An assignment that was handed out.

    Attributes
    ----------
    folder : pathlib.Path
        Where the copies are.
    manifest : pathlib.Path
        What is kept of it; it stays with the educator.
    strangers : tuple of str
        Handles of learners who are not in the workspace: what they hand in cannot be
        kept until they are.
    """

    assignment: str
    template: Template
    due: dt.datetime | None
    folder: Path
    manifest: Path
    outcomes: tuple[Outcome, ...]
    strangers: tuple[str, ...] = ()

    def frame(self) -> pd.DataFrame:
        """Return a row for each learner: ``learner``, ``file``, ``state``."""
        import pandas as pd  # noqa: PLC0415 - heavy

        rows = [(each.learner, each.file, str(each.state)) for each in self.outcomes]
        return pd.DataFrame(rows, columns=["learner", "file", "state"])


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be handed out, to whom, as the caller said it."""

    template: str
    to: str | Path | Sequence[str]
    due: str | dt.datetime | None
    name: str | None
    language: str | None
    out: str | Path | None
    role: str
    add_people: bool
    forms: bool


def hand_out(ws: Assigning, asked: Asked) -> Assigned:
    """Write the copies of an assignment and keep what it was; see ``ws.assign``."""
    language = asked.language or ws.language.partition("-")[0]
    file = library.find(asked.template, language, [ws.folder / "templates"])
    compiled = library.read_template(file)
    if asked.forms:
        compiled = with_forms(compiled)
    roster = roster_of(ws.store, asked.to, asked.role, ws.timezone)
    due = None if asked.due is None else due_of(asked.due, roster.timezone)
    assignment = asked.name or _usual_name(compiled.template, due)
    _check_name(assignment)
    kept_in = manifest.place_of(ws.folder, assignment)
    folder = Path(asked.out or kept_in.parent / "copies").expanduser().absolute()
    try:
        with Folder(kept_in.parent).held():
            secret = _secret(ws.folder / manifest.FOLDER / SECRET)
            handed = Round(assignment, compiled, secret, due)
            before = manifest.read(kept_in) if kept_in.exists() else None
            if before:
                _check_same(before, compiled.template)
            planned = list(_planned(handed, roster.learners, before, folder))
            strangers = _strangers(ws, roster, add=asked.add_people)
            outcomes = _written(handed, planned, kept_in, folder)
    except OSError as error:
        raise AssignmentError(
            f"{error.filename or folder} cannot be used: {error.strerror}. Run it again"
            " when it can be: what was written already is not written again."
        ) from None
    return Assigned(
        assignment, compiled.template, due, folder, kept_in, outcomes, strangers
    )


def _strangers(ws: Assigning, roster: Roster, *, add: bool) -> tuple[str, ...]:
    """Return who is not in the workspace, after adding them where that is asked."""
    if not add:
        return tuple(sorted(roster.strangers))
    people = [
        Person(
            handle=handle,
            name=given.get("name") or handle,
            email=given.get("email") or None,
            timezone=roster.timezone,
        )
        for handle, given in sorted(roster.strangers.items())
    ]
    if people:
        ws.store.add(people, ws.user, "on a roster")
    return ()


def _written(
    handed: Round, planned: list[Planned], kept_in: Path, folder: Path
) -> tuple[Outcome, ...]:
    """Write copies, and after them what is kept of them; return what became of each."""
    planned.sort(key=lambda each: each[0].learner)
    for copy, state, text in planned:
        if state in {State.NEW, State.RENEWED}:
            write_whole(folder / copy.file, text)
    copies = tuple(copy for copy, _, _ in planned)
    template = handed.compiled.template
    kept = Manifest(SCHEMA, handed.assignment, template, copies, handed.due_at)
    write_whole(kept_in, manifest.as_text(kept))
    return tuple(Outcome(copy.learner, copy.file, state) for copy, state, _ in planned)


def due_of(due: str | dt.datetime, timezone: str) -> dt.datetime:
    """Return the moment when something is due, told in a time zone.

    An hour that clocks show twice is meant the second time, and a day until its end.

    Raises
    ------
    AssignmentError
        It is no moment, or one that the clocks skipped.

    Examples
    --------
    >>> due_of("2026-10-16", "Europe/Madrid").isoformat()
    '2026-10-16T23:59:00+02:00'
    """
    try:
        found = dt.datetime.fromisoformat(due) if isinstance(due, str) else due
        only_day = isinstance(due, str) and re.fullmatch(r"[0-9-]+", due)
        clock = (LAST if only_day else found.timetz()).replace(fold=1)
        zone = read_moment(found.date(), LAST, timezone).tzinfo
        if clock.tzinfo is not None:
            return found.astimezone(zone)
        return read_moment(found.date(), clock, timezone)
    except Unreadable as error:
        raise AssignmentError(f"It cannot be due at {due}: {error}") from None
    except ValueError:
        raise AssignmentError(
            f"'{due}' is no moment. Write a day and a time, such as 2026-10-16T23:59."
        ) from None


def _usual_name(template: Template, due: dt.datetime | None) -> str:
    """Return what an assignment is called when nobody named it."""
    language = "" if template.language == ENGLISH else f"-{template.language}"
    day = "" if due is None else f"-{due:%Y-%m-%d}"
    return f"{template.name}{language}{day}"


def _check_name(assignment: str) -> None:
    if not NAME.fullmatch(assignment) or len(assignment) > LONGEST:
        raise AssignmentError(
            f"An assignment cannot be called '{assignment}': use up to {LONGEST} small"
            " letters and digits, with single hyphens between, such as week-1."
        )


def _check_same(before: Manifest, now: Template) -> None:
    """Refuse another template under the name of one that is out already."""
    there = before.template
    if there == now:
        return
    told = [f"{each.name} {each.version} ({each.language})" for each in (there, now)]
    why = f"this is {told[1]}" if told[0] != told[1] else "it asks otherwise now"
    raise AssignmentError(
        f"'{before.assignment}' was handed out as {told[0]}, and {why}. Answers of two"
        " templates cannot be told apart under one name: give this one another, with"
        " --name."
    )


def _secret(path: Path) -> bytes:
    """Return what tickets are made with, made when it is first asked for."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_once(path, secrets.token_bytes(32))
    return path.read_bytes()


def _planned(
    handed: Round, learners: Sequence[Learner], before: Manifest | None, folder: Path
) -> Iterator[Planned]:
    """Give each copy, what is to become of it, and its text."""
    out = {copy.learner: copy for copy in before.copies} if before else {}
    template = handed.compiled.template
    for learner in learners:
        name, old = learner.handle, out.pop(learner.handle, None)
        ticket = (
            old.ticket
            if old
            else ticket_of(handed.secret, handed.assignment, name, template)
        )
        text = copy_for(learner, handed, ticket)
        file = file_name(handed.assignment, name)
        new = Copy(name, file, ticket, _print(text), learner.mentorship or "")
        state = _state(folder / new.file, new, old)
        left = old if old and state is State.BEGUN else new
        yield left, state, text
    for old in out.values():
        yield old, State.KEPT, ""


def _state(path: Path, new: Copy, old: Copy | None) -> State:
    """Return what is to become of a copy, by what lies in its place."""
    try:
        there = sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return State.NEW
    if there == new.fingerprint:
        return State.SAME
    return State.RENEWED if old and there == old.fingerprint else State.BEGUN


def _print(text: str) -> str:
    """Return what stands for a file's bytes."""
    return sha256(text.encode()).hexdigest()
