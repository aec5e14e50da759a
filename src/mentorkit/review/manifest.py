"""The record of a run: ``manifest.json`` for programs, ``index.html`` for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mentorkit import report
from mentorkit.review.files import write_whole
from mentorkit.review.job import Outcome
from mentorkit.review.run import Run


def publish(run: Run, about: Mapping[str, Any]) -> None:
    """Write a run's manifest and index beside its reviews.

    Reviews of the same period, cut and audience that an earlier run left in the folder
    stay listed.

    Parameters
    ----------
    run : Run
        What was run.
    about : mapping
        What holds for all of it: ``period``, ``cut``, ``audience``, ``template``,
        ``program``, ``mentorkit`` (the version), ``language``.
    """
    path = run.folder / "manifest.json"
    entries = {o["handle"]: o for o in _earlier(path, about)}
    entries |= {outcome.handle: asdict(outcome) for outcome in run.outcomes}
    reviews = [entries[handle] for handle in sorted(entries)]
    manifest = {"schema": 1, **about, "reviews": reviews}
    write_whole(path, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    write_whole(run.index, _index(about, [Outcome(**entry) for entry in reviews]))


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
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    manifest["reviews"] = [
        each for each in manifest["reviews"] if each["handle"] not in handles
    ]
    manifest = _each_text(manifest, told)
    write_whole(path, json.dumps(manifest, indent=1, ensure_ascii=False) + "\n")
    about = {name: value for name, value in manifest.items() if name != "reviews"}
    outcomes = [Outcome(**entry) for entry in manifest["reviews"]]
    write_whole(folder / "index.html", _index(about, outcomes))


def _each_text(value: Any, told: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {name: _each_text(item, told) for name, item in value.items()}
    if isinstance(value, list):
        return [_each_text(item, told) for item in value]
    return told(value) if isinstance(value, str) else value


def _earlier(path: Path, about: Mapping[str, Any]) -> list[dict[str, Any]]:
    try:
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return []
    same = all(manifest.get(key) == about[key] for key in ("period", "cut", "audience"))
    kept: list[dict[str, Any]] = manifest.get("reviews", []) if same else []
    return kept


def _index(about: Mapping[str, Any], outcomes: list[Outcome]) -> str:
    return report.index_page(about, [asdict(outcome) for outcome in outcomes])
