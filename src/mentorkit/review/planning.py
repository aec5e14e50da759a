"""Which reviews have to be made, and which are there already as they should be."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mentorkit.report.formats import FORMATS
from mentorkit.review import journal
from mentorkit.review.job import Job, Outcome
from mentorkit.review.places import Place


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do.

    Attributes
    ----------
    jobs : list of Job
        What is to be run.
    unchanged : list of Outcome
        What an earlier run made of the same template, parameters and records.
    others : list of Outcome
        What is listed beside them, though nobody asked for it now.
    """

    jobs: list[Job]
    unchanged: list[Outcome]
    others: list[Outcome]


def digest(template: Path) -> str:
    """Return what stands for a notebook as it is now."""
    return hashlib.sha256(template.read_bytes()).hexdigest()


def inputs_of(
    template: str, parameters: Mapping[str, Any], records: str, day: str
) -> str:
    """Return what stands for all that a review is made from.

    Parameters
    ----------
    template : str
        What stands for the notebook.
    parameters : mapping
        What is injected into it; of the cut, only its day counts, since a later moment
        of the day that knows the same records gives the same review.
    records : str
        What stands for the records.
    day : str
        The day of the cut.
    """
    told = {name: value for name, value in parameters.items() if name != "as_of"}
    made_from = [template, told, records, day, version("mentorkit")]
    text = json.dumps(made_from, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def plan(
    jobs: Sequence[Job],
    place: Place,
    about: Mapping[str, Any],
    *,
    partly: bool,
    force: bool,
    retry_failed: bool,
) -> Plan:
    """Return what there is to do.

    Parameters
    ----------
    jobs : sequence of Job
        What is asked for.
    place : Place
        Where the reviews are to be.
    about : mapping
        What holds for the whole run; see :func:`manifest.publish`.
    partly : bool
        Whether the others that an earlier run of the same kind made stay listed.
    force : bool
        Make all of it again.
    retry_failed : bool
        Make again what failed.
    """
    manifest = journal.read_manifest(place)
    listed = [Outcome(**entry) for entry in manifest.get("reviews", [])]
    earlier = {outcome.handle: outcome for outcome in listed} | journal.left(place)
    there = _There(place.names(), place.apart.names(), retry_failed)
    kept, planned = set(), []
    for job in jobs:
        found = None if force else earlier.get(job.handle)
        if found is not None and there.whole(job, found):
            kept.add(job.handle)
        else:
            planned.append(there.prepared(job, found))
    asked = {job.handle for job in jobs}
    same = partly and _kind(manifest) == _kind(about)
    others = [each for each in earlier.values() if same and each.handle not in asked]
    return Plan(
        jobs=planned,
        unchanged=[there.listed(earlier[handle]) for handle in sorted(kept)],
        others=others,
    )


@dataclass(frozen=True, slots=True)
class _There:
    """The files that there are, and what they are still good for."""

    files: set[str]
    notebooks: set[str]
    retry_failed: bool

    def whole(self, job: Job, found: Outcome) -> bool:
        """Return whether a review is there in all formats, as it should be."""
        if found.inputs != job.inputs or found.page not in self.files:
            return False
        again = {"lost", "failed"} if self.retry_failed else {"lost"}
        if found.status in again or not self._has_notebook(found):
            return False
        settled = set(self._made(found))
        settled |= set() if self.retry_failed else found.unmade.keys()
        return found.status != "ok" or settled.issuperset(job.formats)

    def prepared(self, job: Job, found: Outcome | None) -> Job:
        """Return a job that knows what it can be made from, and what it replaces."""
        stale = tuple(job.file(name) for name in FORMATS)
        job = replace(job, stale=tuple(name for name in stale if name in self.files))
        if (
            found is None
            or (found.inputs, found.status) != (job.inputs, "ok")
            or not (found.notebook and self._has_notebook(found))
        ):
            return job
        wanted = {*job.formats, *self._made(found)}
        formats = tuple(name for name in FORMATS if name in wanted)
        return replace(job, formats=formats, kept=True)

    def listed(self, found: Outcome) -> Outcome:
        """Return an outcome with those of its files that are still there."""
        return replace(found, files=self._made(found))

    def _has_notebook(self, found: Outcome) -> bool:
        return not found.notebook or Path(found.notebook).name in self.notebooks

    def _made(self, found: Outcome) -> dict[str, str]:
        return {name: file for name, file in found.files.items() if file in self.files}


def _kind(about: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what runs have in common whose reviews are listed on one page."""
    day = str(about.get("cut"))[:10]
    return (str(about.get("period")), str(about.get("audience")), day)
