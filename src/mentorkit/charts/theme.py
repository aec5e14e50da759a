"""How every chart looks: its colours, its type, and the sheet that it is drawn on.

Nothing here knows what a chart is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final, ParamSpec

import altair as alt
from altair.utils.schemapi import debug_mode

from mentorkit.charts.lettering import fitted
from mentorkit.charts.telling import Told


TOKENS: Final = {
    "ink": "#1d2125",
    "muted": "#565d66",
    "line": "#d8d4cb",
    "hair": "#e8e5de",
    "paper": "#fbfaf7",
    "accent": "#1b5e8c",
    "done": "#0f6b57",
    "on_track": "#1b5e8c",
    "risk": "#a85a00",
    "late": "#b0243a",
    "planned": "#666d76",
}
"""The only colours of a chart; a page swaps them for its own, light or dark."""

FONT: Final = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"

CROSS: Final = "M-1,-1L1,1M1,-1L-1,1"
"""The path of the sign for what was missed."""

TEXT: Final = 13
SMALL: Final = 12

NARROW: Final = 560
"""Below this width, what stood beside a drawing stands above it."""

Rows = list[dict[str, Any]]

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart's outer width, the plot's height, and the room around the plot.

    Everything is in pixels, and the room is fixed: readers' fonts are wider or
    narrower than those that a chart was measured with, and must not move it.
    """

    width: int
    height: float
    left: int = 0
    right: int = 0
    top: int = 0
    bottom: int = 0

    @property
    def plot(self) -> int:
        """The width of the plot itself."""
        return max(self.width - self.left - self.right, 40)

    def y(self, field: str = "y") -> alt.Y:
        """Place by a column of pixels, from the top of the plot downward."""
        scale = alt.Scale(
            domain=[0, self.height], range=[0, self.height], nice=False, zero=False
        )
        return alt.Y(field, type="quantitative", scale=scale, axis=None, stack=None)


def layer(rows: Rows) -> alt.Chart:
    """Begin a layer that holds exactly these rows."""
    return alt.Chart(alt.InlineData(values=rows))


def colour(field: str = "colour") -> alt.Color:
    """Read a colour off a column that holds one of the tokens."""
    return alt.Color(field, type="nominal", scale=None, legend=None)


def written(
    rows: Rows, sheet: Sheet, x: float, limit: float, **mark: str | float
) -> alt.Chart:
    """Write ``words`` at ``y``, each row's, from one edge; too long ends in an ellipsis.

    Colour is the mark's, or the rows' own where they have a ``colour``.
    """
    look: dict[str, Any] = {"align": "left", "baseline": "middle", "fontSize": TEXT}
    look |= mark
    # Vega would measure words again and again to cut them, which takes longer than all
    # the rest of a drawing, and in a font that readers may not have.
    size, bold = look["fontSize"], "fontWeight" in look
    cut = [r | {"words": fitted(r["words"], limit, size, bold=bold)} for r in rows]
    words = (
        layer(cut)
        .mark_text(**look)
        .encode(x=alt.XValue(x), y=sheet.y(), text=alt.Text("words", type="nominal"))
    )
    return words if "color" in mark else words.encode(color=colour())


def framed(layers: Iterable[alt.Chart], sheet: Sheet, told: Told) -> alt.LayerChart:
    """Put the layers that hold anything on a sheet, with what the chart says in words."""
    chart = alt.LayerChart(
        width=sheet.plot,
        height=sheet.height,
        padding={
            "left": sheet.left,
            "right": sheet.right,
            "top": sheet.top,
            "bottom": sheet.bottom,
        },
        autosize=alt.AutoSizeParams(type="none"),
        description=told.description,
        usermeta=told.usermeta(),
        config=alt.Config(**_config()),
    )
    # Given to it at once they would be copied three times, with all their rows, to sort
    # out selections, which none has.
    chart.layer = [one for one in layers if one.data.values]
    return chart


def drawn(draw: Callable[P, alt.LayerChart]) -> Callable[P, alt.LayerChart]:
    """Let a chart be put together without a check of each of its parts.

    Altair checks the whole when it is shown; checking each part first takes longer
    than drawing it.
    """

    @wraps(draw)
    def unchecked(*args: P.args, **options: P.kwargs) -> alt.LayerChart:
        with debug_mode(False):
            return draw(*args, **options)

    return unchecked


def unwritten(told: Told, width: int) -> alt.LayerChart:
    """Return the chart of nothing: its sentence, where the drawing would be."""
    sheet = Sheet(width=width, height=32)
    rows = [{"y": sheet.height / 2, "words": told.description}]
    words = written(rows, sheet, 0, sheet.plot, color=TOKENS["muted"])
    return framed([words], sheet, told)


def _config() -> Mapping[str, Any]:
    return {
        "background": "transparent",
        "font": FONT,
        "view": alt.ViewConfig(stroke=None),
        # The chart speaks as a whole, by its description; its marks alone say nothing.
        "mark": alt.MarkConfig(aria=False),
        "text": alt.MarkConfig(color=TOKENS["ink"], fontSize=TEXT),
    }


def plain_config() -> dict[str, Any]:
    """Return the looks of a chart that is none of ours, as a plain configuration.

    Its colours are the page's, so that they turn with it from light to dark.
    """
    quiet = {"labelColor": TOKENS["muted"], "titleColor": TOKENS["muted"]}
    sizes = {
        "labelFontSize": SMALL,
        "titleFontSize": SMALL,
        "titleFontWeight": "normal",
    }
    lines = {
        "gridColor": TOKENS["hair"],
        "domainColor": TOKENS["line"],
        "tickColor": TOKENS["line"],
    }
    series = ("accent", "risk", "done", "late", "planned")
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None, "continuousWidth": 480, "continuousHeight": 220},
        "mark": {"aria": False, "color": TOKENS["accent"]},
        "text": {"color": TOKENS["ink"], "fontSize": TEXT},
        "title": {"color": TOKENS["ink"], "fontSize": TEXT, "anchor": "start"},
        "axis": quiet | sizes | lines,
        "legend": quiet | sizes,
        "range": {"category": [TOKENS[name] for name in series]},
    }
