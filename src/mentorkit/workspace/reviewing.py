"""Planning a review run on the workspace: which mentorships, which notebook, where to."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit.errors import ReviewError
from mentorkit.models import Period
from mentorkit.review.job import Job
from mentorkit.review.manifest import publish
from mentorkit.review.run import Run, Watcher, run
from mentorkit.review.template import find_template
from mentorkit.review.watching import Bar
from mentorkit.workspace.identity import known_audience


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


NOT_YET = ("proposed", "accepted", "declined")
"""Statuses of mentorships that there is nothing to review of."""


def review(
    ws: Workspace,
    period: str,
    asked: Mapping[str, Any],
    *,
    workers: int | None,
    watcher: Watcher | None,
) -> Run:
    """Run a review notebook for the mentorships of a period, and publish the run."""
    span = Period.parse(period)
    audience = known_audience(asked["audience"]) or "pair"
    cut = ws.moment(asked["as_of"]) or ws.cut(span)
    if cut.date() < span.start:
        raise ReviewError(
            f"{span} has not begun on {cut:%Y-%m-%d}: there is nothing to review yet."
        )
    template = find_template(asked["template"], ws.folder)
    folder = _folder(ws, span, audience, template.stem, asked["out"])
    chosen = _chosen(ws, span, asked["only"])
    jobs = [
        Job(
            handle=handle,
            names=names,
            template=str(template),
            folder=str(folder),
            parameters={
                "workspace": _seen_from(ws, folder / "notebooks"),
                "mentorship": handle,
                "period": span.name,
                "audience": audience,
                "language": ws.language,
                "as_of": cut.isoformat(),
            },
        )
        for handle, names in chosen.items()
    ]
    folder.mkdir(parents=True, exist_ok=True)
    password = ws.settings.password
    result = run(
        jobs,
        folder,
        workers=workers or os.cpu_count() or 1,
        watcher=watcher or Bar(),
        environment={"PGPASSWORD": password} if password else {},
    )
    publish(
        result,
        {
            "period": span.name,
            "cut": cut.isoformat(),
            "audience": audience,
            "template": template.stem,
            "program": ", ".join(ws.programs()["name"]),
            "language": ws.language,
            "mentorkit": version("mentorkit"),
        },
    )
    return result


def _folder(
    ws: Workspace, span: Period, audience: str, template: str, out: Any
) -> Path:
    """Return the run's folder; each audience and template has one of its own."""
    if out is not None:
        return Path(out).expanduser().absolute()
    parts = [span.folder]
    if template != "quarterly":
        parts.append(template)
    if audience != "pair":
        parts.append(audience)
    return ws.folder / "reports" / "-".join(parts)


def _chosen(ws: Workspace, span: Period, only: Sequence[str]) -> dict[str, str]:
    """Return handles and the names behind them, in the order of the handles."""
    mentorships = ws.mentorships(audience="pair")
    if only:
        ids = [ws.store.find_id("mentorships", name) for name in only]
        mentorships = mentorships[mentorships["mentorship_id"].isin(ids)]
    else:
        begun = mentorships["starts_on"].fillna(pd.Timestamp(span.start))
        ended = mentorships["ends_on"].fillna(pd.Timestamp(span.end))
        mentorships = mentorships[
            ~mentorships["status"].isin(NOT_YET)
            & (begun <= pd.Timestamp(span.end))
            & (ended >= pd.Timestamp(span.start))
        ]
    if mentorships.empty:
        raise ReviewError(
            f"No mentorship ran in {span}, so there is nothing to review."
        )
    members = ws.members(audience="pair")
    people = ws.people(audience="pair").set_index("person_id")["name"]
    mentees = members[members["role"] == "mentee"]
    names = (
        mentees["person_id"]
        .map(people)
        .groupby(mentees["mentorship_id"])
        .agg(", ".join)
    )
    return {
        str(row.handle): str(names.get(row.mentorship_id, row.handle))
        for row in mentorships.itertuples()
    }


def _seen_from(ws: Workspace, folder: Path) -> str:
    """Return the workspace's path as a notebook in a folder says it.

    Relative where it can be, so that a workspace may be moved as a whole, and no
    report tells where on a computer it was made.
    """
    if (ws.folder / "mentorkit.toml").is_file():
        return os.path.relpath(ws.folder, folder)
    found = ws.settings.database
    return (
        os.path.relpath(found, folder) if isinstance(found, Path) else ws.settings.shown
    )
