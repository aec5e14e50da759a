"""From plain rows to a typed frame: one dtype a kind of field, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from mentorkit.models import Field, Record


def frame_of(
    record: type[Record], rows: Iterable[Mapping[str, Any]]
) -> pd.DataFrame:
    """Return rows as a frame, sorted as the record says.

    Text becomes ``str``, whole numbers ``Int64``, numbers ``float64``, yes or no
    ``boolean``, days ``datetime64[us]``, moments ``datetime64[us, UTC]`` and words of
    a vocabulary ``category`` with all of its words.
    """
    ordered = sorted(
        rows, key=lambda row: [(row[n] is None, row[n]) for n in record.order]
    )
    return pd.DataFrame(
        {
            field.name: column(field, [row[field.name] for row in ordered])
            for field in record.fields()
        }
    )


def column(field: Field, values: list[Any]) -> pd.Series:
    """Return plain values as a typed column."""
    if field.kind == "integer":
        return pd.Series(values, dtype="Int64")
    if field.kind == "number":
        return pd.Series(values, dtype="float64")
    if field.kind == "boolean":
        flags = [None if value is None else bool(value) for value in values]
        return pd.Series(flags, dtype="boolean")
    if field.kind == "date":
        days = pd.to_datetime(pd.Series(values, dtype="str"), format="%Y-%m-%d")
        return days.astype("datetime64[us]")
    if field.kind == "instant":
        text = pd.Series(values, dtype="str")
        moments = pd.to_datetime(text, format="ISO8601", utc=True)
        return moments.astype("datetime64[us, UTC]")
    if field.vocabulary:
        words = pd.Categorical(values, categories=field.vocabulary.words())
        return pd.Series(words)
    return pd.Series(values, dtype="str")
