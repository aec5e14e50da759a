"""nbgrader's marks in the cells of a notebook that came back, put right one by one.

By what nbgrader's schema 3 allows; what a cell was worth is in its own database, which
it believes more than the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import md5
from typing import Any

from mentorkit.assignments.mends import Mend
from mentorkit.assignments.prompt import NAMESPACE


MARK = "nbgrader"
VERSION = 3
FLAGS = ("grade", "locked", "solution")
GRADE_ID = re.compile(r"[a-zA-Z0-9_\-]+")
CELL_TYPES = ("code", "markdown", "raw")

Data = dict[str, Any]


def put_right(cell: Data, *, tasks: bool) -> Mend | None:
    """Make a cell's mark one that nbgrader reads; say what was wrong with it.

    Parameters
    ----------
    cell : dict
        A cell that has a mark; it is changed.
    tasks : bool
        Whether questions are graded in its notebook, so that answers have no marks.
    """
    mark = cell["metadata"][MARK]
    held = mark if isinstance(mark, dict) else {}
    sound = _sound(cell, held, tasks=tasks)
    if sound == mark:
        return None
    if sound is None:
        del cell["metadata"][MARK]
        return Mend.MARK
    cell["metadata"][MARK] = sound
    version = {"schema_version": VERSION}
    return Mend.VERSION if held | version == sound else Mend.MARK


def pasted(cells: Iterable[Data]) -> Iterator[Data]:
    """Give the cells whose mark another cell has too, and more rightly.

    The mark stays where something was answered: at the original, whose id is the
    mark's, else at the first. So nbgrader never takes an answer for none.
    """
    groups: dict[str, list[Data]] = {}
    for cell in cells:
        mark = cell["metadata"].get(MARK, {})
        if any(mark.get(name) for name in FLAGS):
            groups.setdefault(mark["grade_id"], []).append(cell)
    for name, group in groups.items():
        kept = min(group, key=lambda cell: (_untouched(cell), cell.get("id") != name))
        yield from (cell for cell in group if cell is not kept)


def has_tasks(cells: Iterable[Data]) -> bool:
    """Return whether questions are graded as tasks, not answers."""
    marks = (cell["metadata"].get(MARK) for cell in cells)
    return any(isinstance(mark, dict) and mark.get("task") is True for mark in marks)


def name_of(cell: Data) -> str:
    """Return what a cell's mark is called, or the cell."""
    mark = cell["metadata"].get(MARK)
    name = mark.get("grade_id") if isinstance(mark, dict) else None
    return next((each for each in (name, cell.get("id")) if isinstance(each, str)), "")


def _sound(cell: Data, held: Data, *, tasks: bool) -> Data | None:
    """Return a mark as it should be; nothing where none can be made of it."""
    grade_id = _grade_id(cell, held)
    found: Data = {"schema_version": VERSION}
    found |= {name: held.get(name) is True for name in FLAGS}
    if "task" in held:
        found["task"] = held["task"] is True
    if not held:
        found |= _of_prompt(cell, tasks=tasks)
    if grade_id is None or not any(found[name] for name in FLAGS):
        return held if held and found | held == held else None
    found |= {"grade_id": grade_id} | _rest(held)
    is_text = found.get("cell_type", cell["cell_type"]) == "markdown"
    if is_text and not found.get("task") and found["grade"] != found["solution"]:
        found |= {"grade": True, "solution": True}
    if found["grade"] or found.get("task"):
        found.setdefault("points", 0)
    return found


def _of_prompt(cell: Data, *, tasks: bool) -> Data:
    """Return what a mark says of which nothing is left but ours beside it."""
    if _ours(cell).get("role") == "question":
        return {"locked": True}
    answer = _ours(cell).get("role") == "answer" and not tasks
    return {"grade": answer, "solution": answer}


def _grade_id(cell: Data, held: Data) -> str | None:
    """Return what a cell is called in nbgrader's database, as far as it can be known."""
    ours = _ours(cell)
    behind = "-question" if ours.get("role") == "question" else ""
    by_prompt = f"{ours['prompt']}{behind}" if ours.get("prompt") else None
    for name in (held.get("grade_id"), by_prompt, cell.get("id")):
        if isinstance(name, str) and GRADE_ID.fullmatch(name):
            return name
    return None


def _rest(held: Data) -> Data:
    """Return what may stand in a mark or not, where it is what it should be."""
    found: Data = {}
    points, checksum = held.get("points"), held.get("checksum")
    if isinstance(points, int | float) and not isinstance(points, bool) and points >= 0:
        found["points"] = points
    if isinstance(checksum, str) and len(checksum) == 32:
        found["checksum"] = checksum
    if held.get("cell_type") in CELL_TYPES:
        found["cell_type"] = held["cell_type"]
    return found


def _ours(cell: Data) -> Data:
    found = cell["metadata"].get(NAMESPACE)
    return found if isinstance(found, dict) else {}


def _untouched(cell: Data) -> bool:
    """Return whether a cell is as nbgrader handed it out, by the sum that it kept."""
    mark = cell["metadata"][MARK]
    kind = mark.get("cell_type", cell["cell_type"])
    source = cell["source"]
    text = source if isinstance(source, str) else "".join(source)
    grade, solution = mark["grade"], mark["solution"]
    locked = not solution and (grade or mark["locked"])
    told = f"{text}{kind}{grade}{solution}{locked}{mark['grade_id']}"
    told += str(float(mark["points"])) if grade else ""
    digest = md5(told.encode("utf-8", "surrogatepass"), usedforsecurity=False)
    return bool(mark.get("checksum") == digest.hexdigest())
