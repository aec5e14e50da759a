"""A notebook that came back, mended so that nbgrader's batch does not stop at it.

Bytes in, text out. Every cell in which something stands is kept, with what was typed as
it was typed; files are the business of who calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from mentorkit.assignments.compiling import as_text
from mentorkit.assignments.marks import (
    CELL_TYPES,
    MARK,
    Data,
    has_tasks,
    name_of,
    pasted,
    put_right,
)
from mentorkit.assignments.mends import Done, Mend, Mended
from mentorkit.assignments.notebook import BOM, parsed, sniffed
from mentorkit.assignments.remarks import Refused, Remark
from mentorkit.assignments.sound import CELL_ID
from mentorkit.assignments.values import whole


MINOR = 5
"""Of the format in which cells have ids."""

CODE = "code"


def mended(data: bytes) -> Mended:
    """Return a notebook in which nothing stops nbgrader, and what was mended.

    Raises
    ------
    Refused
        It is no notebook that could be read, so nothing can be mended.

    Examples
    --------
    >>> answer = {"cell_type": "markdown", "metadata": {}, "source": "Mine."}
    >>> data = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [answer]}
    >>> [each.told("en") for each in mended(json.dumps(data).encode()).done]
    ['A cell had no id of its own: number 1.']
    """
    tree = _tree(data)
    done = [*_metadata(tree), *_cells(tree), *_ids(tree), *_marks(tree["cells"])]
    text = as_text(tree)
    if (kept := whole(text)) != text or data.startswith(BOM):
        done.append(Done(Mend.TEXT))
    return Mended(kept, tuple(done))


def _tree(data: bytes) -> Data:
    tree = parsed(sniffed(data))
    if tree.get("nbformat") != 4 or isinstance(tree["nbformat"], bool):
        raise Refused(Remark.BAD_FORMAT)
    if not isinstance(tree.get("cells"), list) or not tree["cells"]:
        raise Refused(Remark.NO_CELLS)
    return tree


def _metadata(tree: Data) -> Iterator[Done]:
    minor, metadata = tree.get("nbformat_minor"), tree.get("metadata")
    sound = isinstance(minor, int) and not isinstance(minor, bool) and minor >= 0
    if not (sound and isinstance(metadata, dict)):
        tree["nbformat_minor"] = minor if sound else MINOR
        tree["metadata"] = metadata if isinstance(metadata, dict) else {}
        yield Done(Mend.METADATA)


def _cells(tree: Data) -> Iterator[Done]:
    """Make cells of what is none, and leave out what holds nothing."""
    cells = []
    for number, raw in enumerate(tree["cells"], 1):
        sound = _cell(raw)
        if sound is None or sound != raw:
            yield Done(Mend.CELL, str(number))
        if sound is not None:
            cells.append(sound)
    tree["cells"] = cells


def _cell(raw: Any) -> Data | None:
    """Return a cell as the format has it, with whatever text is in it."""
    if raw is None:
        return None
    held = raw if isinstance(raw, dict) else {"source": raw}
    kind = held.get("cell_type")
    kind = kind if kind in CELL_TYPES else "markdown"
    metadata = held.get("metadata")
    found: Data = {
        "cell_type": kind,
        "metadata": _tagged(metadata) if isinstance(metadata, dict) else {},
        "source": _source(held.get("source")),
    }
    if "id" in held:
        found["id"] = held["id"]
    if isinstance(held.get("attachments"), dict):
        found["attachments"] = held["attachments"]
    return found | (_ran(held) if kind == CODE else {})


def _tagged(metadata: Data) -> Data:
    tags = metadata.get("tags", [])
    if isinstance(tags, list) and all(isinstance(tag, str) for tag in tags):
        return metadata
    return {name: value for name, value in metadata.items() if name != "tags"}


def _source(source: Any) -> str | list[str]:
    """Return what was typed; of what is no text, how it is written."""
    if isinstance(source, str):
        return source
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        return source
    return "" if source is None else json.dumps(source, ensure_ascii=False)


def _ran(held: Data) -> Data:
    """Return what a cell of code has besides, as far as it is what it should be."""
    outputs, count = held.get("outputs"), held.get("execution_count")
    sound = isinstance(outputs, list) and all(
        isinstance(each, dict) and isinstance(each.get("output_type"), str)
        for each in outputs
    )
    counted = isinstance(count, int) and not isinstance(count, bool)
    return {
        "outputs": outputs if sound else [],
        "execution_count": count if counted else None,
    }


def _ids(tree: Data) -> Iterator[Done]:
    """Give each cell an id of its own, the same ones each time."""
    if tree["nbformat_minor"] < MINOR:
        return
    taken: set[str] = set()
    for number, cell in enumerate(tree["cells"], 1):
        name = cell.get("id")
        if not (isinstance(name, str) and CELL_ID.fullmatch(name)) or name in taken:
            said = json.dumps([number, cell["source"]])
            name = sha256(said.encode()).hexdigest()[:16]
            cell["id"] = name
            yield Done(Mend.CELL_ID, str(number))
        taken.add(name)


def _marks(cells: list[Data]) -> Iterator[Done]:
    """Put nbgrader's marks right, and leave each to one cell alone."""
    tasks = has_tasks(cells)
    for number, cell in enumerate(cells, 1):
        if MARK in cell["metadata"]:
            name = name_of(cell) or str(number)
            if mend := put_right(cell, tasks=tasks):
                yield Done(mend, name)
    for cell in pasted(cells):
        yield Done(Mend.PASTED, name_of(cell))
        del cell["metadata"][MARK]
