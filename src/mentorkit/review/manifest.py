"""The record of a run: ``manifest.json`` for programs, ``index.html`` for people."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
