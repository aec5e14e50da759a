"""Planning a review run on the workspace: which notebook, of whom, where to."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from mentorkit.errors import ReviewError
from mentorkit.i18n import N_, fill
from mentorkit.models import Period
from mentorkit.report.formats import chosen
from mentorkit.review.job import Job
from mentorkit.review.journal import forget, left
from mentorkit.review.manifest import publish
from mentorkit.review.places import Folder, Place, is_url, place_of
from mentorkit.review.planning import Plan, digest, inputs_of, plan
from mentorkit.review.processes import Processes
from mentorkit.review.run import Run, Watcher, Workers, begun, run
from mentorkit.review.template import find_template, own_parameters, subject_of
from mentorkit.review.watching import Bar
from mentorkit.workspace.audiences import PRIVATE, PUBLIC, audience_for
from mentorkit.workspace.pseudonym_key import VARIABLE, path_of, pseudonym_key
from mentorkit.workspace.recording import Recorder
from mentorkit.workspace.subjects import Subject, about_whom
from mentorkit.workspace.withdrawing import take_back


if TYPE_CHECKING:
    from mentorkit.workspace.looking import Looking


NOT_NOTED = N_("The reviews are made, but could not be noted in the database: {why}")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants of a run; see :meth:`Workspace.review`."""

    only: Sequence[str] = ()
    audience: str | None = None
    template: str = "quarterly"
    out: str | Path | None = None
    as_of: str | dt.date | None = None
    parameters: Mapping[str, Any] | None = None
    force: bool = False
    retry_failed: bool = False
    dry_run: bool = False
    workers: int | None = None
    dask: str | None = None
    seconds: int | None = None
    memory: int | None = None
    formats: Sequence[str] = ()


def review(ws: Looking, period: str, asked: Asked, watcher: Watcher | None) -> Run:
    """Run a review notebook for the mentorships of a period, and publish the run."""
    span, formats = Period.parse(period), chosen(asked.formats)
    template = find_template(asked.template, ws.folder)
    subject = subject_of(template)
    audience = audience_for(subject, asked.audience, template.stem)
    cut = ws.moment(asked.as_of) or ws.cut(span)
    if cut.date() < span.start:
        raise ReviewError(
            f"{span} has not begun on {cut:%Y-%m-%d}: there is nothing to review yet."
        )
    place = place_of(_where(ws, span, audience, template.stem, asked.out))
    about = {
        "period": span.name,
        "cut": cut.isoformat(),
        "audience": audience,
        "template": template.stem,
        "subject": subject,
        "program": ", ".join(ws.programs()["name"]),
        "language": ws.language,
        "mentorkit": version("mentorkit"),
    }
    given = {
        "workspace": _seen_from(ws, place),
        "period": span.name,
        "audience": audience,
        "language": ws.language,
        "as_of": cut.isoformat(),
    }
    parameters = given | own_parameters(template, asked.parameters or {}, given)
    limits = {"seconds": asked.seconds, "memory": asked.memory}
    common = Job(
        handle="",
        names="",
        template=str(template),
        folder=place.where,
        parameters=parameters,
        limits={name: value for name, value in limits.items() if value},
        formats=formats,
    )
    if audience == PUBLIC and not asked.dry_run:
        with place.held():
            take_back(ws, place)
    given_for = asked.parameters or {}
    subjects = about_whom(ws, template, span, cut, audience, asked.only, given_for)
    if asked.dry_run:
        return begun(_planned(ws, place, common, subjects, about, asked), place)
    with place.held():
        planned = _planned(ws, place, common, subjects, about, asked)
        places = {each.handle: each.place for each in subjects if each.place}
        watching = _Watching(about, watcher or Bar(), places)
        result = _made(ws, planned, place, asked, watching)
        publish(
            place,
            [*planned.others, *planned.unchanged, *result.outcomes],
            about,
            missing=len(result.missing),
            partly=bool(asked.only),
        )
        forget(place)
    return result


@dataclass(frozen=True, slots=True)
class _Watching:
    """Who is told how a run goes, and what its reviews belong to."""

    about: Mapping[str, Any]
    watcher: Watcher
    places: Mapping[str, Mapping[str, str]]


def _made(
    ws: Looking, planned: Plan, place: Place, asked: Asked, watching: _Watching
) -> Run:
    """Run what is planned, and note it in the database but for what is private."""
    if watching.about["audience"] == PRIVATE:
        return run(planned, place, _workers(ws, asked), watching.watcher)
    recorder = Recorder(
        ws, watching.about, _shown(ws, place), watching.watcher, watching.places
    )
    recorder.note(left(place).values())
    result = run(planned, place, _workers(ws, asked), recorder)
    if recorder.refused:
        result.remark = fill(NOT_NOTED, why=recorder.refused)
    return result


def _planned(
    ws: Looking,
    place: Place,
    common: Job,
    subjects: Sequence[Subject],
    about: Mapping[str, Any],
    asked: Asked,
) -> Plan:
    return plan(
        _jobs(ws, common, subjects, dt.datetime.fromisoformat(about["cut"])),
        place,
        about,
        partly=bool(asked.only),
        force=asked.force,
        retry_failed=asked.retry_failed,
    )


def _jobs(
    ws: Looking, common: Job, subjects: Sequence[Subject], cut: dt.datetime
) -> list[Job]:
    """Return a job for each subject, with what stands for its records."""
    day = cut.astimezone(ZoneInfo(ws.timezone)).date().isoformat()
    template = digest(Path(common.template))
    jobs = []
    for subject in subjects:
        parameters = common.parameters | subject.parameters
        stands_for = inputs_of(template, parameters, subject.records, day)
        jobs.append(
            replace(
                common,
                handle=subject.handle,
                names=subject.names,
                parameters=parameters,
                inputs=stands_for,
            )
        )
    return jobs


def _workers(ws: Looking, asked: Asked) -> Workers:
    if asked.dask is not None:
        if asked.audience == PUBLIC and VARIABLE not in os.environ:
            raise ReviewError(
                "Reviews for everybody are made with a key for pseudonyms, which only"
                f" this computer has: leave --dask out, or set {VARIABLE} here and for"
                f" the workers to what is in {path_of(ws.settings)}."
            )
        from mentorkit.review.cluster import Cluster  # noqa: PLC0415 - an extra

        cluster: Workers = Cluster(asked.dask)
        return cluster
    password = ws.settings.password
    environment = {"PGPASSWORD": password} if password else {}
    if asked.audience == PUBLIC:
        environment[VARIABLE] = pseudonym_key(ws.settings).hex()
    return Processes(asked.workers or os.cpu_count() or 1, environment)


def _where(ws: Looking, span: Period, audience: str, template: str, out: Any) -> str:
    """Return the folder of what may be sent: each audience has one in the run's own."""
    whom = ws.user if audience == PRIVATE else audience
    if out is None:
        run = span.folder if template == "quarterly" else f"{span.folder}-{template}"
        return str(ws.folder / "reports" / run / whom)
    if is_url(str(out)):
        return f"{str(out).rstrip('/')}/{whom}"
    return str(Path(out).expanduser().absolute() / whom)


def _shown(ws: Looking, place: Place) -> str:
    """Return the run's folder as the workspace's own files name it."""
    if isinstance(place, Folder) and place.path.is_relative_to(ws.folder):
        return place.path.relative_to(ws.folder).as_posix()
    return place.where


def _seen_from(ws: Looking, place: Place) -> str:
    """Return the workspace's path as a notebook of the run says it.

    Relative where it can be, so that a workspace may be moved as a whole, and no
    report tells where on a computer it was made.
    """
    found = ws.settings.database
    if not isinstance(place, Folder):
        return ws.settings.shown if isinstance(found, str) else str(ws.folder)
    folder = place.apart.path
    if (ws.folder / "mentorkit.toml").is_file():
        return os.path.relpath(ws.folder, folder)
    return (
        os.path.relpath(found, folder) if isinstance(found, Path) else ws.settings.shown
    )
