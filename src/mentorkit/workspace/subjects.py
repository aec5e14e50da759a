"""What a run makes reviews of: mentorships, programs, milestones, or oneself.

A template says by its parameters which of them it is about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit.errors import ReviewError, did_you_mean
from mentorkit.frames.journey import pilot_ends
from mentorkit.frames.program import stands_for
from mentorkit.frames.review import NOT_PUBLISHED
from mentorkit.frames.snapshot import ran_in
from mentorkit.models import Period
from mentorkit.review.template import made_for, subject_of
from mentorkit.workspace.audiences import PUBLIC


if TYPE_CHECKING:
    from mentorkit.workspace.looking import Looking


NOBODY_PUBLISHES = (
    "There is no mentorship in it whose members have all said yes to the consent"
    " 'publish', so nothing may be published."
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What one review is about.

    Attributes
    ----------
    handle : str
        What its files are called.
    names : str
        What people know it by.
    parameters : dict
        What its notebook is given to find it by.
    records : str
        What stands for the records that the review is made from.
    place : dict
        The program, and the mentorship, that it belongs to where its handle is no
        mentorship's.
    """

    handle: str
    names: str
    parameters: dict[str, str]
    records: str
    place: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody wants reviews of."""

    ws: Looking
    template: Path
    span: Period
    cut: dt.datetime
    audience: str
    only: Sequence[str]
    parameters: Mapping[str, Any]


def about_whom(  # noqa: PLR0913, PLR0917 - what, when, for whom
    ws: Looking,
    template: Path,
    span: Period,
    cut: dt.datetime,
    audience: str,
    only: Sequence[str],
    parameters: Mapping[str, Any],
) -> list[Subject]:
    """Return what a run makes reviews of, by handle.

    Raises
    ------
    ReviewError
        There is nothing to review.
    """
    asked = _Asked(ws, template, span, cut, audience, only, parameters)
    found = FINDERS[subject_of(template)](asked)
    return sorted(found, key=lambda subject: subject.handle)


def _mentorships(asked: _Asked) -> list[Subject]:
    chosen = _chosen(asked)
    if asked.audience == PUBLIC:
        return _published(asked, chosen)
    ids = list(chosen["mentorship_id"])
    records = asked.ws.fingerprints(ids, asked.cut, asked.audience)
    names = _names(asked.ws, chosen)
    return [
        Subject(handle, names[key], {"mentorship": handle}, records[key])
        for key, handle in zip(ids, chosen["handle"], strict=True)
    ]


def _published(asked: _Asked, chosen: pd.DataFrame) -> list[Subject]:
    """Return those of some mentorships that may be published, under pseudonyms."""
    found = asked.ws.published()
    ids = {*chosen["mentorship_id"]}
    closed = chosen[~chosen["mentorship_id"].isin(found.values())]
    if asked.only and not closed.empty:
        raise ReviewError(NOT_PUBLISHED.format(which=", ".join(closed["handle"])))
    handles = {handle: key for handle, key in found.items() if key in ids}
    if not handles:
        raise ReviewError(NOBODY_PUBLISHES)
    programs = dict(zip(chosen["mentorship_id"], chosen["program_id"], strict=True))
    records = asked.ws.fingerprints([*handles.values()], asked.cut, asked.audience)
    names = _mentees(asked.ws.members(audience=PUBLIC))
    return [
        Subject(
            handle,
            names.get(handle, handle),
            {"mentorship": handle},
            records[key],
            {"program_id": str(programs[key]), "mentorship_id": key},
        )
        for handle, key in handles.items()
    ]


def _chosen(asked: _Asked) -> pd.DataFrame:
    """Return the mentorships that were named, or those that the template is made for."""
    mentorships = asked.ws.mentorships(audience="pair")
    if asked.only:
        ids = [asked.ws.store.find_id("mentorships", name) for name in asked.only]
        named: pd.DataFrame = mentorships[mentorships["mentorship_id"].isin(ids)]
        return named
    wanted = str(asked.parameters.get("made_for", made_for(asked.template)))
    if wanted not in CHOICES:
        raise ReviewError(
            f"Reviews cannot be made for '{wanted}' mentorships."
            f"{did_you_mean(wanted, [*CHOICES])} There are: {', '.join(CHOICES)}."
        )
    choose, nothing = CHOICES[wanted]
    found: pd.DataFrame = mentorships[choose(asked, mentorships)]
    if found.empty:
        raise ReviewError(f"{nothing.format(span=asked.span)}")
    return found


def _running(asked: _Asked, mentorships: pd.DataFrame) -> pd.Series:
    return ran_in(mentorships, asked.span)


def _closing(asked: _Asked, mentorships: pd.DataFrame) -> pd.Series:
    return _in_span(asked, mentorships["ends_on"]) & ran_in(mentorships, asked.span)


def _in_pilot(asked: _Asked, mentorships: pd.DataFrame) -> pd.Series:
    programs = asked.ws.programs(audience="pair")
    ends = pilot_ends(mentorships, programs)
    return _in_span(asked, ends) & ran_in(mentorships, asked.span)


CHOICES: dict[str, tuple[Callable[[_Asked, pd.DataFrame], pd.Series], str]] = {
    "running": (
        _running,
        "No mentorship ran in {span}, so there is nothing to review.",
    ),
    "closing": (
        _closing,
        "No mentorship ends in {span}. Name one with --only to look at it anyway.",
    ),
    "pilot": (
        _in_pilot,
        "No pilot ends in {span}. Name a mentorship with --only to look at it anyway.",
    ),
}
"""For which mentorships a template may say that it is made, and what if there is none."""


def _in_span(asked: _Asked, days: pd.Series) -> pd.Series:
    first, last = pd.Timestamp(asked.span.start), pd.Timestamp(asked.span.end)
    return days.between(first, last)


def _names(ws: Looking, mentorships: pd.DataFrame) -> dict[str, str]:
    """Return by id the names of the mentees, or the handle where there are none."""
    names = _mentees(ws.members(audience="pair"))
    ids = zip(mentorships["mentorship_id"], mentorships["handle"], strict=True)
    return {str(key): str(names.get(key, handle)) for key, handle in ids}


def _mentees(members: pd.DataFrame) -> dict[str, str]:
    mentees = members[members["role"] == "mentee"]
    joined = mentees.groupby("mentorship_id")["name"].agg(", ".join)
    return {str(key): str(names) for key, names in joined.items()}


def _programs(asked: _Asked) -> list[Subject]:
    ws, found = asked.ws, asked.ws.programs(audience="program")
    if asked.only:
        ids = [ws.store.find_id("programs", name) for name in asked.only]
        found = found[found["program_id"].isin(ids)]
    subjects = []
    for key, handle, name in zip(
        *(found[column] for column in ("program_id", "handle", "name")), strict=True
    ):
        snapshot = ws.program_snapshot(handle, asked.span.name, as_of=asked.cut)
        given = {"program": str(handle)}
        place = {"program_id": str(key)}
        records = stands_for(snapshot)
        subjects.append(Subject(str(handle), str(name), given, records, place))
    if not subjects:
        raise ReviewError("There is no program yet, so there is nothing to review.")
    return subjects


def _milestones(asked: _Asked) -> list[Subject]:
    """Return the milestones that were due or done in the period, and call for a review.

    Of mentorships that are named, all that were.
    """
    ws = asked.ws
    running = _Asked(
        ws, asked.template, asked.span, asked.cut, asked.audience, asked.only, {}
    )
    chosen = _chosen(running)
    records = ws.fingerprints(list(chosen["mentorship_id"]), asked.cut, asked.audience)
    by_handle = dict(zip(chosen["handle"], chosen["mentorship_id"], strict=True))
    programs = dict(zip(chosen["handle"], chosen["program_id"], strict=True))
    names = _names(ws, chosen)
    steps = ws.milestones(audience=asked.audience, as_of=asked.cut)
    steps = steps[steps["mentorship"].isin(by_handle) & (steps["status"] != "dropped")]
    wanted = _in_span(asked, steps["due_on"]) | _in_span(asked, steps["done_on"])
    if not asked.only:
        wanted &= steps["review"]
    subjects = []
    for step in steps[wanted].to_dict("records"):
        key, handle = str(step["milestone_id"]), str(step["mentorship"])
        who = names[by_handle[handle]]
        title = step["title"]
        told = f"{who}: {title}" if isinstance(title, str) else who
        given = {"milestone": key}
        record = records[by_handle[handle]]
        place = {
            "program_id": programs[handle],
            "mentorship_id": by_handle[handle],
        }
        subjects.append(Subject(f"{handle}-{key}", told, given, record, place))
    if not subjects:
        raise ReviewError(NO_MILESTONE[bool(asked.only)].format(span=asked.span))
    return subjects


NO_MILESTONE = {
    True: "No milestone of it was due or done in {span}.",
    False: "No milestone that is followed by a formal review was due or done in {span}."
    " With --only, all milestones of the mentorships that you name are reviewed.",
}
"""What is said where there is none, by whether mentorships were named."""


def _oneself(asked: _Asked) -> list[Subject]:
    """Return the person who is signed in: nobody else's statement is made."""
    statement = asked.ws.statement(asked.span.name, as_of=asked.cut)
    if asked.only and list(asked.only) != [statement.handle]:
        raise ReviewError(
            f"A statement is made for whoever is signed in, which is"
            f" {statement.handle}, and for nobody else."
        )
    if statement.mentorships.empty:
        raise ReviewError(
            f"{statement.person} mentored nobody in {asked.span}, so there is nothing to"
            " state."
        )
    given = {"person": statement.handle}
    records = stands_for(statement)
    return [Subject(statement.handle, statement.person, given, records)]


FINDERS: dict[str, Callable[[_Asked], list[Subject]]] = {
    "mentorship": _mentorships,
    "program": _programs,
    "milestone": _milestones,
    "person": _oneself,
}
"""What finds the subjects of a template."""
