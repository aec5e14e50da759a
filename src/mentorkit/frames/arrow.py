"""From an Arrow table to the typed frame that its rows would make."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pandas as pd

from mentorkit.frames.sorting import order_of
from mentorkit.models import Field, Record
from mentorkit.store.arrow import one_array, taken


def frame_from_arrow(record: type[Record], table: Any) -> pd.DataFrame:
    """Return a table as a frame, sorted and typed as :func:`frame_of` does it."""
    found = {name: one_array(table[name]) for name in table.column_names}
    order = order_of([found[name] for name in record.order])
    if (order[1:] < order[:-1]).any():
        found = {name: _put_in(values, order) for name, values in found.items()}
    columns = {f.name: _column(f, found[f.name]) for f in record.fields()}
    return pd.DataFrame(columns, copy=False)


def _put_in(values: Any, order: np.ndarray) -> Any:
    """Return values in an order; texts that are equally long, as ids are, in less time."""
    arrow, count = import_module("pyarrow"), len(values)
    if values.null_count == count:
        return values
    is_text = arrow.types.is_large_string(values.type)
    if not is_text or values.null_count or values.offset:
        return taken(values, order)
    _, ends, texts = values.buffers()
    told = np.frombuffer(ends, "int64", count + 1)
    width = int(told[1])
    if not np.array_equal(told, np.arange(0, (count + 1) * width, width or None)):
        return taken(values, order)
    wide = arrow.FixedSizeBinaryArray.from_buffers(
        arrow.binary(width), count, [None, texts]
    )
    sorted_texts = taken(wide, order).buffers()[1]
    return arrow.Array.from_buffers(values.type, count, [None, ends, sorted_texts])


def _column(field: Field, values: Any) -> Any:
    if field.vocabulary:
        codes = values.indices.fill_null(-1).to_numpy()
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
    return values.to_numpy(zero_copy_only=False)


def _days(values: Any) -> Any:
    days = values.cast(import_module("pyarrow").timestamp("us"))
    return days.to_numpy(zero_copy_only=False)


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
