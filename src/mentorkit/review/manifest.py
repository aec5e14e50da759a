"""The record of a run: ``manifest.json`` for programs, and pages of it for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from mentorkit import report
from mentorkit.report.run.names import lists_reviews
from mentorkit.review import journal
from mentorkit.review.comparing import since
from mentorkit.review.job import Outcome
from mentorkit.review.places import Place


def publish(
    place: Place,
    outcomes: Iterable[Outcome],
    about: Mapping[str, Any],
    *,
    missing: int = 0,
    partly: bool = False,
) -> None:
    """Write a run's manifest and its pages beside its reviews.

    The manifest comes last: until then the one before stands, so that a run that is
    stopped here tells the same when it is gone on with.

    Parameters
    ----------
    place : Place
        Where the reviews are.
    outcomes : iterable of Outcome
        Those that are listed.
    about : mapping
        What holds for all of it: ``period``, ``cut``, ``audience``, ``template``,
        ``program``, ``mentorkit`` (the version), ``language``.
    missing : int
        How many are still to be made, where the run was stopped.
    partly : bool
        Whether some were asked for by name.
    """
    listed = sorted(outcomes, key=lambda outcome: outcome.handle)
    reviews = [asdict(outcome) for outcome in listed]
    for review in reviews:
        del review["made_at"]
    earlier = journal.read_manifest(place)
    told = since(earlier, about, reviews, missing=missing, partly=partly)
    _write(place, {"schema": 1, **about, **told, "reviews": reviews})


def _write(place: Place, manifest: Mapping[str, Any]) -> None:
    """Write a manifest and the pages made of it, and take away those of a longer run."""
    about = {name: value for name, value in manifest.items() if name != "reviews"}
    text, there = _text(manifest), place.names()
    pages = report.run_pages(about, manifest["reviews"])
    listing = {name for name in there if lists_reviews(name)}
    if place.read(journal.MANIFEST) == text and listing == pages.keys():
        return
    for name, page in pages.items():
        place.write(name, page)
    for name in listing - pages.keys():
        place.remove(name)
    place.write(journal.MANIFEST, text)


def _text(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def withdraw(
    place: Place, handles: Collection[str], told: Callable[[str], str]
) -> None:
    """Take reviews out of a run's manifest and pages; their files are the caller's.

    What changed since the run before is told no longer.

    Parameters
    ----------
    place : Place
        Where the reviews are.
    handles : collection of str
        The mentorships whose reviews are listed no more.
    told : callable
        Gives what is said from now on instead of a text of the manifest.
    """
    manifest = journal.read_manifest(place)
    journal.forget(place)
    if not manifest:
        return
    manifest["reviews"] = [
        each for each in manifest["reviews"] if each["handle"] not in handles
    ]
    for names_of_the_past in ("changes", "before"):
        manifest.pop(names_of_the_past, None)
    _write(place, _each_text(manifest, told))


def _each_text(value: Any, told: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _each_text(item, told) for name, item in value.items()}
    if isinstance(value, list):
        return [_each_text(item, told) for item in value]
    return told(value) if isinstance(value, str) else value
