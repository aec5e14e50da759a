"""Labels that are put into a drawing after it was drawn.

Vega measures every label, which takes longer than all the rest of a drawing. On a sheet
of fixed size nothing hangs on what it measures, so it gets one letter for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import ascii_letters, digits
from typing import Any


LETTERS = ascii_letters + digits
"""What stands for a label while it is drawn: letters that every font has."""


def unlettered(spec: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return a chart with a letter for each label, and the label of each letter.

    Where that could change a drawing (its size hangs on its labels, or a text is made
    in another way than from a column of its own), it stays as it is.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification.
    """
    if spec.get("autosize") != {"type": "none"}:
        return spec, {}
    places = {
        (_name(layer), layer["encoding"].get("text", {}).get("field"))
        for layer in spec.get("layer", ())
        if _is_text(layer)
    }
    tables = spec.get("datasets", {})
    if any(name not in tables or not field for name, field in places):
        return spec, {}
    if places & set(_read_elsewhere(spec)):
        return spec, {}
    labels = dict.fromkeys(
        row[field] for name, field in sorted(places) for row in tables[name]
    )
    if len(labels) > len(LETTERS):
        return spec, {}
    letters = dict(zip(filter(None, labels), LETTERS, strict=False))
    blank = dict(tables)
    for name, field in places:
        blank[name] = [
            {**row, field: letters.get(row[field], "")} for row in blank[name]
        ]
    return {**spec, "datasets": blank}, {v: k for k, v in letters.items()}


def _is_text(layer: Mapping[str, Any]) -> bool:
    mark = layer.get("mark")
    return mark == "text" or (isinstance(mark, Mapping) and mark.get("type") == "text")


def _name(layer: Mapping[str, Any]) -> Any:
    return layer.get("data", {}).get("name")


def _read_elsewhere(spec: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
    """Give the columns, each with its table, that anything but a label is read off."""
    for layer in spec["layer"]:
        for channel, said in layer.get("encoding", {}).items():
            if isinstance(said, Mapping) and not (
                channel == "text" and _is_text(layer)
            ):
                yield _name(layer), said.get("field")
