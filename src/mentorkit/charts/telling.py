"""What a chart says in words: its sentence, how to read it, and its table.

The words travel inside the chart (``description`` and ``usermeta``), so that whoever
shows it can show them too; nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.i18n import N_, day_text, number_text, translate


@dataclass(frozen=True, slots=True)
class Told:
    """A chart in words.

    Attributes
    ----------
    title : str
        What it is about.
    caption : str
        How to read its marks; empty when there are none.
    description : str
        What it says, in a sentence or two.
    columns : tuple of str
        The labels of its table.
    rows : tuple of tuple of str
        The table's cells, as they are shown.
    """

    title: str
    caption: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def usermeta(self) -> dict[str, Any]:
        """Return what goes into the chart beside its description."""
        table = {
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
        }
        return {
            "mentorkit": {"title": self.title, "caption": self.caption, "table": table}
        }


def told(chart: alt.TopLevelMixin) -> Told:
    """Return what a chart says in words.

    Parameters
    ----------
    chart : altair chart
        One of mentorkit's charts.

    Raises
    ------
    MeasureError
        The chart carries no words of ours.

    Examples
    --------
    >>> from mentorkit.charts import session_strip
    >>> import pandas as pd
    >>> nothing = pd.DataFrame({"starts_at": [], "minutes": [], "status": []})
    >>> told(session_strip(nothing)).description
    'No sessions yet.'
    """
    meta = getattr(chart, "usermeta", alt.Undefined)
    found = meta.get("mentorkit") if isinstance(meta, dict) else None
    if found is None:
        raise MeasureError(
            "This chart has no words with it. Use a chart from mentorkit.charts, or"
            " give it a description, a caption and a table of its own."
        )
    return Told(
        title=found["title"],
        caption=found["caption"],
        description=str(chart.description),  # type: ignore[attr-defined]
        columns=tuple(found["table"]["columns"]),
        rows=tuple(tuple(row) for row in found["table"]["rows"]),
    )


def day_cell(day: pd.Timestamp | None, language: str) -> str:
    """Return a day as ``28 Sep 2026``, or a dash where there is none."""
    return "–" if day is None else day_text(day, language, short=True)


def number_cell(number: float | None, language: str) -> str:
    """Return a number with two decimals at most, or a dash where there is none.

    Examples
    --------
    >>> number_cell(-2.625, "en"), number_cell(1234567.0, "es"), number_cell(None, "en")
    ('−2.62', '1.234.567', '–')
    """
    return "–" if number is None else number_text(number, language, digits=2)


def title_text(title: object, language: str) -> str:
    """Return a title, or a few words where its reader may not see it."""
    return (
        title if isinstance(title, str) else translate(N_("Title not shared"), language)
    )


def there(value: object) -> Any:
    """Return a cell's value as plain Python, and None where it is missing."""
    if pd.isna(value):  # type: ignore[call-overload]
        return None
    return value.item() if isinstance(value, np.generic) else value
