"""From an Arrow table to the typed frame that its rows would make."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

from mentorkit.models import Field, Record


def frame_from_arrow(record: type[Record], table: Any) -> pd.DataFrame:
    """Return a table as a frame, sorted and typed as :func:`frame_of` does it."""
    order = _order(record, table)
    columns = {}
    for field in record.fields():
        values = table[field.name]
        if values.null_count < len(values):
            values = values.take(order)
        columns[field.name] = _column(field, values)
    return pd.DataFrame(columns, copy=False)


def _order(record: type[Record], table: Any) -> Any:
    """Return the places of rows in the record's order; words are sorted as words."""
    arrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    arrays = []
    for name in record.order:
        words = record.field(name).vocabulary
        values = table[name].cast(arrow.string()) if words else table[name]
        arrays.append(values.combine_chunks())
    batch = arrow.RecordBatch.from_arrays(arrays, names=[*record.order])
    by = [(name, "ascending") for name in record.order]
    return compute.sort_indices(batch, sort_keys=by)


def _column(field: Field, values: Any) -> Any:
    if field.vocabulary:
        codes = values.combine_chunks().indices.fill_null(-1).to_numpy()
        dtype = pd.CategoricalDtype(field.vocabulary.words())
        return pd.Categorical.from_codes(codes, dtype=dtype)
    return TYPED.get(field.kind, _text)(values)


def _text(values: Any) -> Any:
    arrow = import_module("pyarrow")
    text = pd.StringDtype(na_value=np.nan)
    return _kept_as(text, values.cast(arrow.large_string()))


def _kept_as(dtype: Any, values: Any) -> Any:
    return dtype.__from_arrow__(values)


def _integers(values: Any) -> Any:
    return _kept_as(pd.Int64Dtype(), values)


def _flags(values: Any) -> Any:
    return _kept_as(pd.BooleanDtype(), values)


def _numbers(values: Any) -> Any:
    return values.to_numpy()


def _days(values: Any) -> Any:
    return values.cast(import_module("pyarrow").timestamp("us")).to_numpy()


def _instants(values: Any) -> Any:
    return pd.Series(values.to_pandas()).dt.tz_convert("UTC").dt.as_unit("us").array


TYPED: dict[str, Callable[[Any], Any]] = {
    "integer": _integers,
    "number": _numbers,
    "boolean": _flags,
    "date": _days,
    "instant": _instants,
}
"""How the values of each kind become a column; all others are text."""
