"""The file of the notebook that runs now: where it lies, and the answers that it holds.

It may have another name since its kernel started, or lie where the kernel cannot see
it; then nothing is found, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from mentorkit.assignments.given import Given, given_in
from mentorkit.assignments.library import NOTEBOOK
from mentorkit.assignments.notebook import parsed, sniffed
from mentorkit.assignments.opening import read_plain
from mentorkit.assignments.prompt import NAMESPACE
from mentorkit.assignments.remarks import Refused


MOST = 50
"""Notebooks of a folder that are looked through for the one that runs."""

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Notebook:
    """What a file holds: what it says of itself, and its code cells."""

    about: Data
    cells: tuple[Data, ...]


def own_file(told: str, prompt: str, cell: str, about: Data) -> Path | None:
    """Return the file of a notebook.

    Parameters
    ----------
    told : str
        Where it lay when its kernel started; nothing where nobody says so.
    prompt, cell : str
        The prompt that one of its cells answers, and that cell's id, if it is known.
    about : Mapping
        What its variables say of it, such as its ``assignment``. Where the file was
        renamed, all this tells it from others in the same folder.
    """
    path = Path(told)
    if path.suffix != NOTEBOOK:
        return None
    if path.is_file():
        return path.resolve()
    there = sorted(path.parent.glob(f"*{NOTEBOOK}"))
    if len(there) > MOST:
        return None
    found = [each for each in there if _is(_read(each), prompt, cell, about)]
    return found[0].resolve() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Found:
    """What a file holds of answers to a prompt.

    Attributes
    ----------
    own : Given or None
        That of the cell that is meant; without a value where it holds none, and None
        where the cell is not in the file.
    other : Given
        Another's: a pasted form begins with what its original holds.
    """

    own: Given | None
    other: Given


def answers_in(path: Path, prompt: str, cell: str) -> Found | None:
    """Return the answers to a prompt that a file holds; None where it cannot be read."""
    notebook = _read(path)
    if notebook is None:
        return None
    own, others = None, []
    for each in notebook.cells:
        given = next(given_in(each["outputs"], prompt), Given(""))
        if each.get("id") == (cell or prompt):
            own = given
        else:
            others.append((each.get("id") != prompt, given))
    ordered = (given for _, given in sorted(others, key=lambda each: each[0]))
    return Found(own, next((each for each in ordered if each.value), Given("")))


def _read(path: Path) -> Notebook | None:
    """Return what a file holds; None where it cannot be read."""
    try:
        found = path.stat()
    except OSError:
        return None
    return _read_once(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=8)
def _read_once(path: Path, _changed: int, _size: int) -> Notebook | None:
    try:
        data, _ = read_plain(str(path))
        notebook = parsed(sniffed(data))
    except Refused:
        return None
    return Notebook(_ours(notebook), tuple(_code(notebook.get("cells"))))


def _code(cells: Any) -> Iterator[Data]:
    for cell in cells if isinstance(cells, list) else ():
        if isinstance(cell, dict) and isinstance(cell.get("outputs"), list):
            yield cell


def _is(found: Notebook | None, prompt: str, cell: str, about: Data) -> bool:
    """Return whether a notebook may be the one that is meant."""
    return (
        found is not None
        and all(found.about.get(name, "") == said for name, said in about.items())
        and any(
            (each.get("id"), _ours(each).get("prompt")) == (cell or prompt, prompt)
            for each in found.cells
        )
    )


def _ours(data: Data) -> Data:
    """Return what is ours in the metadata of a notebook or a cell."""
    metadata = data.get("metadata")
    ours = metadata.get(NAMESPACE) if isinstance(metadata, dict) else None
    return ours if isinstance(ours, dict) else {}
