"""A chart as a figure: drawn, described, captioned, and told again as a table.

What charts say is written with the charts; here it is only set out. ``show`` is how a
notebook shows a chart, or a frame.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import altair as alt
import pandas as pd
from markupsafe import Markup

from mentorkit.i18n import N_, direction, translate
from mentorkit.report.listing import Listing, shown
from mentorkit.report.markup import el, joined
from mentorkit.report.svg import picture
from mentorkit.report.table import table


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in one or two widths, with all that its readers need.

    Attributes
    ----------
    title, description, caption : str
        What it is about, what it says, and how to read it.
    columns, rows : sequence
        The chart as a table, cells as text.
    specs : tuple of dict
        Vega-Lite specifications: for a wide page, then for a phone.
    """

    title: str
    description: str
    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    specs: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, *charts: alt.TopLevelMixin) -> Self:
        """Return the figure of a chart that was made in one or two widths.

        A chart that says nothing about itself gets a plain title and no table.
        """
        specs = [chart.to_dict(validate=False) for chart in charts]
        about = specs[0].get("usermeta", {}).get("mentorkit", {})
        told = about.get("table", {"columns": [], "rows": []})
        return cls(
            title=about.get("title") or _text(specs[0].get("title")) or N_("Chart"),
            description=str(specs[0].get("description") or ""),
            caption=about.get("caption", ""),
            columns=told["columns"],
            rows=told["rows"],
            specs=tuple(
                {k: v for k, v in spec.items() if k != "usermeta"} for spec in specs
            ),
        )

    def content(self) -> dict[str, Any]:
        """Return the figure as plain data."""
        return {
            "title": self.title,
            "description": self.description,
            "caption": self.caption,
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "specs": list(self.specs),
        }

    @classmethod
    def from_content(cls, content: Mapping[str, Any]) -> Self:
        """Return the figure that :meth:`content` gave."""
        return cls(
            **{
                name: str(content[name]) for name in ("title", "description", "caption")
            },
            columns=[str(name) for name in content["columns"]],
            rows=[[str(cell) for cell in row] for row in content["rows"]],
            specs=tuple(dict(spec) for spec in content["specs"]),
        )

    @property
    def text(self) -> str:
        """The figure as plain text: what it says."""
        return self.description

    def html(self, language: str, *, widths: int = 2) -> Markup:
        """Return the figure as HTML, drawn in up to so many of its widths."""
        specs = self.specs[:widths]
        names = ("wide", "narrow") if len(specs) == 2 else ("only",)
        way = "ltr" if direction(language) == "rtl" else None  # a drawing has one
        drawings = [
            el("div", picture(spec, self.title, self.description), class_=name, dir=way)
            for name, spec in zip(names, specs, strict=True)
        ]
        caption = el("figcaption", self.caption) if self.caption else ""
        return joined(el("figure", *drawings, caption), self._table(language))

    def _table(self, language: str) -> Markup:
        if not self.rows:
            return Markup()
        numbers = table(self.title, self.columns, self.rows, class_="data")
        scroll = el("div", numbers, class_="scroll", tabindex="0", role="group")
        summary = el("summary", translate(N_("Show as a table"), language))
        return el("details", summary, scroll)


@dataclass(frozen=True, slots=True)
class Shown:
    """A chart as a notebook shows it: a figure, offline and described."""

    figure: Figure
    language: str = "en"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> dict[str, str]:
        from mentorkit.report.style import framed  # noqa: PLC0415 - reads files

        del include, exclude
        drawn = el("div", self.figure.html(self.language, widths=1), class_="block")
        html = framed(drawn, self.language)
        return {"text/html": str(html), "text/plain": self.figure.text}

    def __repr__(self) -> str:
        return self.figure.text


def show(
    what: alt.TopLevelMixin | pd.DataFrame | Sequence[str],
    *,
    title: str = "",
    empty: str = "",
    language: str = "en",
) -> Shown | Listing:
    """Show a chart or a frame in a notebook as people read it.

    A chart becomes a figure: drawn, captioned, described, and as a table. A frame
    becomes a table with labels, days in words and whole sentences; ids are left out.
    Both work without a network and without a script, stay in the saved notebook, read
    well to a screen reader, and follow the notebook's light or dark theme.

    Parameters
    ----------
    what : altair.Chart, pandas.DataFrame or sequence of str
        A chart of :mod:`mentorkit.charts` or of your own; a frame; or a few sentences.
    title : str
        What stands above a frame.
    empty : str
        What to say of a frame without rows.
    language : str
        Language tag for the words around it.

    Raises
    ------
    ReviewError
        It can be neither drawn nor told.
    """
    if isinstance(what, alt.TopLevelMixin):
        return Shown(Figure.of(what), language)
    return shown(what, title, empty, language)


def _text(title: Any) -> str:
    return str(title.get("text", "")) if isinstance(title, Mapping) else title or ""
