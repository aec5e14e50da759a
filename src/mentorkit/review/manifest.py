"""The record of a run: ``manifest.json`` for programs, ``index.html`` for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mentorkit import report
from mentorkit.review import journal
from mentorkit.review.job import Outcome
from mentorkit.review.places import Folder, Place


def publish(
    place: Place, outcomes: Iterable[Outcome], about: Mapping[str, Any]
) -> None:
    """Write a run's manifest and index beside its reviews.

    Parameters
    ----------
    place : Place
        Where the reviews are.
    outcomes : iterable of Outcome
        Those that are listed.
    about : mapping
        What holds for all of it: ``period``, ``cut``, ``audience``, ``template``,
        ``program``, ``mentorkit`` (the version), ``language``.
    """
    listed = sorted(outcomes, key=lambda outcome: outcome.handle)
    reviews = [asdict(outcome) for outcome in listed]
    for review in reviews:
        del review["made_at"]
    manifest = _text({"schema": 1, **about, "reviews": reviews})
    if place.read(journal.MANIFEST) == manifest and "index.html" in place.names():
        return
    place.write(journal.MANIFEST, manifest)
    place.write("index.html", report.index_page(about, reviews))


def _text(manifest: Mapping[str, Any]) -> str:
    return json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"


def withdraw(
    folder: Path, handles: Collection[str], told: Callable[[str], str]
) -> None:
    """Take reviews out of a run's manifest and index; their files are the caller's.

    Parameters
    ----------
    folder : pathlib.Path
        The run's folder.
    handles : collection of str
        The mentorships whose reviews are listed no more.
    told : callable
        Gives what is said from now on instead of a text of the manifest.
    """
    place = Folder(folder)
    manifest = journal.read_manifest(place)
    journal.forget(place)
    if not manifest:
        return
    manifest["reviews"] = [
        each for each in manifest["reviews"] if each["handle"] not in handles
    ]
    manifest = _each_text(manifest, told)
    place.write(journal.MANIFEST, _text(manifest))
    about = {name: value for name, value in manifest.items() if name != "reviews"}
    place.write("index.html", report.index_page(about, manifest["reviews"]))


def _each_text(value: Any, told: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _each_text(item, told) for name, item in value.items()}
    if isinstance(value, list):
        return [_each_text(item, told) for item in value]
    return told(value) if isinstance(value, str) else value
