"""A section of one's own: words, charts and frames that no part of ours shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt
import pandas as pd
from markupsafe import Markup

from mentorkit.charts.theme import plain_config
from mentorkit.errors import ReviewError
from mentorkit.frames.snapshot import Reviewed
from mentorkit.i18n import N_
from mentorkit.report.block import Block
from mentorkit.report.figure import Figure
from mentorkit.report.listing import listing
from mentorkit.report.markup import joined, prose
from mentorkit.report.parts.outline import empty
from mentorkit.report.parts.outline import section as block


IN_EXPRESSION = re.compile(r"datum(?:\.|\[')(\w+)")

MANY = 200
"""Rows from which on a chart's data are no table that anybody reads."""

NOTHING = N_("Nothing was recorded in this period.")


def section(
    snapshot: Reviewed,
    title: str,
    *what: alt.TopLevelMixin | pd.DataFrame | str,
    half: bool = False,
) -> Block:
    """Return a section of your own: words, tables and charts, in the page's looks.

    Parameters
    ----------
    snapshot : Snapshot, ProgramSnapshot or another
        What the review is about; it says for whom the section is.
    title : str
        Its heading.
    *what : altair chart, pandas.DataFrame or str
        Text is Markdown; a frame becomes a table with labels, ids left out; a chart is
        drawn in the page's colours, light or dark, after the rest. A chart of your own
        needs a ``description``: a sentence that says what it shows, for everybody who
        does not see it. Of its data only the columns that it uses go along, and they
        are a table, too.
    half : bool
        Whether half a page's width is enough for it.

    Raises
    ------
    ReviewError
        A chart has no description, or something can be neither drawn nor told.

    Examples
    --------
    .. code-block:: python

        counts = snapshot.sessions.groupby("kind", as_index=False).size()
        chart = alt.Chart(
            counts, description="Micro sessions make up half of all."
        ).mark_bar().encode(x="size", y="kind")
        mk.report.section(snapshot, "Kinds of sessions", chart)
    """
    texts = list(_told(snapshot, title, what))
    figures = [_figure(one, title) for one in what if _is_chart(one)]
    anchor = "-".join(title.lower().split()) or "section"
    if not texts and not figures:
        return empty(snapshot, anchor, title, NOTHING, half=half)
    return block(snapshot, anchor, title, joined(*texts), *figures, half=half)


def _is_chart(one: object) -> bool:
    return isinstance(one, alt.TopLevelMixin)


def _told(snapshot: Reviewed, title: str, what: Sequence[object]) -> Iterator[Markup]:
    for one in what:
        if isinstance(one, pd.DataFrame):
            told = listing(one, title="", language=snapshot.language)
            yield told.html
        elif isinstance(one, str):
            yield prose(one)
        elif not _is_chart(one):
            raise ReviewError(
                f"The section '{title}' is given a {type(one).__name__}. It takes"
                " texts, frames and charts."
            )


def _figure(chart: Any, title: str) -> Figure:
    with alt.theme.enable("none" if alt.theme.active == "default" else None):
        found = Figure.of(chart)
    if not found.description:
        raise ReviewError(
            f"A chart of the section '{title}' has no description. Say in a sentence"
            " what it shows, for those who do not see it:"
            " alt.Chart(frame, description='...')."
        )
    (spec,) = found.specs
    spec, used = _pruned(spec)
    spec["config"] = _merged(plain_config(), spec.get("config", {}))
    named = found.title if found.title != N_("Chart") else title
    if found.rows or not used or len(used) > MANY:
        return replace(found, title=named, specs=(spec,))
    frame = pd.DataFrame(used)
    return replace(
        found,
        title=named,
        specs=(spec,),
        columns=[str(name) for name in frame.columns],
        rows=[[str(cell) for cell in row] for row in frame.itertuples(index=False)],
    )


def _pruned(spec: Mapping[str, Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return a specification with the columns that it names, and the rows, if of one.

    Altair puts whole frames into it, with columns that nobody meant to show.
    """
    drawing = {name: part for name, part in spec.items() if name != "datasets"}
    words = set(_words(drawing))
    datasets = {
        name: [{k: v for k, v in row.items() if k in words} for row in rows]
        for name, rows in spec.get("datasets", {}).items()
    }
    used = next(iter(datasets.values())) if len(datasets) == 1 else []
    return {**drawing, **({"datasets": datasets} if datasets else {})}, used


def _words(part: Any) -> Iterator[str]:
    """Give every word of a specification that may be a column's name."""
    if isinstance(part, Mapping):
        for name, each in part.items():
            if name not in ("type", "name", "description", "title"):
                yield from _words(each)
    elif isinstance(part, list):
        for each in part:
            yield from _words(each)
    elif isinstance(part, str):
        yield part
        yield from IN_EXPRESSION.findall(part)


def _merged(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """Return a configuration in which theirs goes before ours, setting by setting."""
    merged = {**ours, **theirs}
    for name, part in ours.items():
        if isinstance(part, Mapping) and isinstance(theirs.get(name), Mapping):
            merged[name] = {**part, **theirs[name]}
    return merged
