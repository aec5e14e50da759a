"""From plain rows to a typed frame and back: one dtype a kind of field."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

from mentorkit.frames.arrow import frame_from_arrow
from mentorkit.models import Field, Record
from mentorkit.models.vocabulary import Vocabulary
from mentorkit.store.arrow import ArrowRows
from mentorkit.store.rows import Rows
from mentorkit.store.schema import instant_text


FEW = 1000
"""Rows below which sorting values is quicker than sorting what they became."""

Typed = pd.api.extensions.ExtensionArray | np.ndarray
"""The values of a column, as pandas keeps them."""


def frame_of(record: type[Record], rows: Rows) -> pd.DataFrame:
    """Return rows as a frame, sorted as the record says.

    Text becomes ``str``, whole numbers ``Int64``, numbers ``float64``, yes or no
    ``boolean``, days ``datetime64[us]``, moments ``datetime64[us, UTC]`` and words of
    a vocabulary ``category`` with all of its words.
    """
    if isinstance(rows, ArrowRows):
        return frame_from_arrow(record, rows.table)
    order = _order(record, rows)
    few = len(order) < FEW
    columns = {}
    for field in record.fields():
        values = rows.columns[field.name]
        columns[field.name] = (
            column(field, [values[place] for place in order])
            if few
            else column(field, values).take(np.array(order, dtype=np.intp))
        )
    return pd.DataFrame(columns, copy=False)


def _order(record: type[Record], rows: Rows) -> list[int]:
    """Return the places of rows in the record's order; what is empty comes last."""
    order = list(range(len(rows)))
    for name in reversed(record.order):
        values = rows.columns[name]
        if None in values:
            order.sort(key=[(value is None, value) for value in values].__getitem__)
        else:
            order.sort(key=values.__getitem__)
    return order


def column(field: Field, values: list[Any]) -> Typed:
    """Return plain values as a typed column."""
    if field.vocabulary:
        places, dtype = _words(field.vocabulary, _text())
        return pd.Categorical.from_codes(
            np.array([places.get(value, -1) for value in values], dtype="int8"),
            dtype=dtype,
        )
    return TYPED.get(field.kind, texts)(values)


def _text() -> Any:
    """Return the dtype of text: kept in Arrow, or where that is not, in Python."""
    return pd.StringDtype(na_value=np.nan)


@cache
def _words(
    vocabulary: type[Vocabulary], text: Any
) -> tuple[dict[str, int], pd.CategoricalDtype]:
    words = vocabulary.words()
    kept = pd.CategoricalDtype(pd.Index(words, dtype=text))
    return {word: n for n, word in enumerate(words)}, kept


def texts(values: list[Any]) -> Typed:
    """Return plain texts as a column."""
    return _array(values, _text(), "large_string")


def _integers(values: list[Any]) -> Typed:
    return _array(values, pd.Int64Dtype(), "int64")


def _numbers(values: list[Any]) -> Typed:
    return np.array(values, dtype="float64")


def _flags(values: list[Any]) -> Typed:
    flags = [None if value is None else bool(value) for value in values]
    return _array(flags, pd.BooleanDtype(), "bool_")


def _array(values: list[Any], dtype: Any, kind: str) -> Typed:
    """Return values as an array; where pandas keeps text in Arrow, by way of that.

    It takes a quarter of the time: pandas alone looks at each value for what it is.
    """
    found: Typed
    if _text().storage == "pyarrow":
        arrow = import_module("pyarrow")
        found = dtype.__from_arrow__(arrow.array(values, getattr(arrow, kind)()))
    else:
        found = pd.array(values, dtype=dtype)
    return found


def _days(values: list[Any]) -> Typed:
    return np.array(values, dtype="datetime64[us]")


def _instants(values: list[Any]) -> Typed:
    texts = np.array(values, dtype="object")
    found: Typed = pd.to_datetime(texts, format="ISO8601", utc=True).as_unit("us").array
    return found


TYPED: dict[str, Callable[[list[Any]], Typed]] = {
    "integer": _integers,
    "number": _numbers,
    "boolean": _flags,
    "date": _days,
    "instant": _instants,
}
"""How the values of each kind become a column; all others are text."""


def rows_of(record: type[Record], frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as plain values, as :func:`frame_of` took them."""
    columns = {
        field.name: [_plain(field, value) for value in frame[field.name]]
        for field in record.fields()
    }
    return [
        dict(zip(columns, values, strict=True))
        for values in zip(*columns.values(), strict=True)
    ]


def _plain(field: Field, value: Any) -> Any:
    return None if pd.isna(value) else PLAIN.get(field.kind, str)(value)


def _day_text(value: pd.Timestamp) -> str:
    return value.date().isoformat()


def _moment_text(value: pd.Timestamp) -> str:
    return instant_text(value.to_pydatetime())


PLAIN: dict[str, Callable[[Any], Any]] = {
    "integer": int,
    "number": float,
    "boolean": bool,
    "date": _day_text,
    "instant": _moment_text,
}
"""How a value of each kind becomes plain again; all others are text."""
