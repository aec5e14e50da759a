"""From bytes to cells: what somebody sent is decoded, and never run or believed.

A strict and quick decoder comes first, which skips outputs; what it refuses, or what
holds answers in outputs, is looked at value by value. What cells mean is not known here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mentorkit.assignments.prompt import NAMESPACE
from mentorkit.assignments.remarks import Noted, Refused, Remark


ANSWER_TYPE = "application/vnd.mentorkit.answer.v1+json"
"""Where a widget leaves its answer in the outputs of its cell."""

MOST_CELLS = 10_000
DEEPEST = 200
DIGITS = 30
"""Of a whole number; those of a notebook have two."""

BOM = b"\xef\xbb\xbf"
BEGINNINGS = (
    (b"PK\x03\x04", Remark.ARCHIVE),
    (b"PK\x05\x06", Remark.ARCHIVE),
    (b"\x1f\x8b", Remark.ARCHIVE),
    (b"\xff\xfe", Remark.BAD_ENCODING),
    (b"\xfe\xff", Remark.BAD_ENCODING),
    (b"<", Remark.WEB_PAGE),
)

Untyped = Mapping[str, Any]


class Ours(msgspec.Struct, gc=False):
    """What is ours in a cell's metadata."""

    prompt: str = ""
    role: str = ""


class Nbgrader(msgspec.Struct, gc=False):
    """What is nbgrader's in it."""

    grade_id: str = ""


class Marks(msgspec.Struct, gc=False):
    """A cell's metadata, as far as they are looked at."""

    mentorkit: Ours | None = None
    nbgrader: Nbgrader | None = None
    tags: tuple[str, ...] = ()
    editable: bool = True
    deletable: bool = True


class Cell(msgspec.Struct, gc=False):
    """One cell, without its outputs."""

    cell_type: str
    source: str | list[str] = ""
    id: str = ""
    metadata: Marks = msgspec.field(default_factory=Marks)

    @property
    def text(self) -> str:
        """What was typed, however it was saved."""
        return self.source if isinstance(self.source, str) else "".join(self.source)


class About(msgspec.Struct, gc=False):
    """What a notebook says of itself."""

    template: str = ""
    version: str = ""
    assignment: str = ""
    learner: str = ""
    ticket: str = ""


class _OfNotebook(msgspec.Struct, gc=False):
    mentorkit: About | None = None


class _Quick(msgspec.Struct):
    nbformat: int
    cells: list[Cell]
    metadata: _OfNotebook = msgspec.field(default_factory=_OfNotebook)


@dataclass(slots=True)
class Notebook:
    """A notebook as it is looked at.

    Attributes
    ----------
    cells : list of Cell
        Those of which something can be read.
    about : About or None
        What it says of itself, if anything is left of that.
    widgets : list of dict
        What widgets left in outputs.
    noted : list of Noted
        What was odd in it.
    """

    cells: list[Cell]
    about: About | None
    widgets: list[Untyped] = field(default_factory=list)
    noted: list[Noted] = field(default_factory=list)


QUICK = msgspec.json.Decoder(_Quick)
WIDGET = ANSWER_TYPE.encode()


def decode(data: bytes) -> Notebook:
    """Return a notebook's cells.

    Raises
    ------
    Refused
        It is no notebook of format 4 that could be read.
    """
    found = _quickly(data) if WIDGET not in data else None
    if found is None:
        found = _tolerantly(sniffed(data))
    if not found.cells:
        raise Refused(Remark.NO_CELLS)
    if len(found.cells) > MOST_CELLS:
        raise Refused(Remark.TOO_MANY_CELLS)
    return found


def _quickly(data: bytes) -> Notebook | None:
    try:
        found = QUICK.decode(data)
    except (ValueError, RecursionError):  # what msgspec raises are ValueErrors
        return None
    if found.nbformat != 4:
        raise Refused(Remark.BAD_FORMAT)
    return Notebook(found.cells, found.metadata.mentorkit)


def sniffed(data: bytes) -> str:
    """Return the text of what may be a notebook, or say what else it is."""
    if not data.strip(b" \t\r\n\0"):
        raise Refused(Remark.EMPTY)
    data = data.removeprefix(BOM).lstrip()
    for beginning, remark in BEGINNINGS:
        if data.startswith(beginning):
            raise Refused(remark)
    if not data.startswith(b"{"):
        raise Refused(Remark.NOT_A_NOTEBOOK)
    if b"\0" in data[:2]:
        raise Refused(Remark.BAD_ENCODING)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(Remark.BAD_ENCODING) from None


def _tolerantly(text: str) -> Notebook:
    raw = parsed(text, _whole)
    cells = raw.get("cells")
    if raw.get("nbformat") != 4 or isinstance(raw["nbformat"], bool):
        raise Refused(Remark.BAD_FORMAT)
    if not isinstance(cells, list):
        raise Refused(Remark.NO_CELLS)
    if len(cells) > MOST_CELLS:
        raise Refused(Remark.TOO_MANY_CELLS)
    found = Notebook([], _about(_under(raw, "metadata")))
    for number, cell in enumerate(cells, 1):
        if (read := _cell(cell)) is None:
            found.noted.append(Noted(Remark.BAD_CELL, str(number)))
            continue
        found.cells.append(read)
        found.widgets += _answers(cell.get("outputs"))
    return found


def parsed(text: str, whole: Callable[[str], int] = int) -> dict[str, Any]:
    """Return what a text that begins with a brace holds, as Python's own parser sees it.

    It takes what real notebooks hold and strict ones refuse: NaN, half surrogates.
    """
    if _depth(text) > DEEPEST:
        raise Refused(Remark.TOO_DEEP)
    try:
        found: dict[str, Any] = json.loads(text, parse_int=whole)
    except RecursionError:
        raise Refused(Remark.TOO_DEEP) from None
    except ValueError:
        raise Refused(Remark.BAD_JSON) from None
    return found


DEPTH = re.compile(r'"(?:[^"\\]|\\.)*"?|[\[{]|[\]}]', re.DOTALL)


def _depth(text: str) -> int:
    """Return how deep brackets lie in each other, those in strings left out."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return 0
    depth = deepest = 0
    for match in DEPTH.finditer(text):
        sign = match[0]
        if sign in ("[", "{"):
            depth += 1
            if depth > deepest:
                deepest = depth
                if deepest > DEEPEST:
                    break
        elif sign in ("]", "}"):
            depth -= 1
    return deepest


def _whole(digits: str) -> int:
    """Read a whole number; one of a million digits would take for ever."""
    return int(digits[:DIGITS])


def _under(value: Any, name: str) -> Untyped:
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, dict) else {}


def _word(value: Untyped, name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _about(metadata: Untyped) -> About | None:
    ours = _under(metadata, NAMESPACE)
    names = ("template", "version", "assignment", "learner", "ticket")
    return About(**{name: _word(ours, name) for name in names}) if ours else None


def _cell(cell: Any) -> Cell | None:
    """Return a cell of which something can be read."""
    if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
        return None
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        return None
    return Cell(
        cell_type=cell["cell_type"],
        source=source,
        id=_word(cell, "id"),
        metadata=_marks(_under(cell, "metadata")),
    )


def _marks(metadata: Untyped) -> Marks:
    ours, theirs = _under(metadata, NAMESPACE), _under(metadata, "nbgrader")
    tags = metadata.get("tags")
    return Marks(
        mentorkit=Ours(_word(ours, "prompt"), _word(ours, "role")) if ours else None,
        nbgrader=Nbgrader(_word(theirs, "grade_id")) if theirs else None,
        tags=tuple(tag for tag in tags if isinstance(tag, str))
        if isinstance(tags, list)
        else (),
        editable=metadata.get("editable") is not False,
        deletable=metadata.get("deletable") is not False,
    )


def _answers(outputs: Any) -> Iterator[Any]:
    """Give what widgets left in a cell's outputs."""
    for output in outputs if isinstance(outputs, list) else ():
        found = _under(output, "data").get(ANSWER_TYPE)
        if isinstance(found, dict):
            yield found
