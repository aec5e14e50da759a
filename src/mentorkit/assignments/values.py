"""From what was typed to values: each kind of answer as rows of parts.

Pure, and linear in the length of what it is given: it comes from anybody.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from mentorkit.assignments.nbgrader import STUB
from mentorkit.assignments.prompt import Kind, Prompt
from mentorkit.assignments.tables import cells_of, is_rule


LONGEST = 100_000
"""Characters of one value; a reflection has room for as many."""

MOST_VALUES = 2_000
"""Of one answer."""

LINE = 2_000
"""Characters of a line that are looked at for a box."""

TEXT, OTHER = "text", "note"
"""The part of what was typed as it is, and of what stands beside a typed answer."""

BOX = re.compile(
    r"(?:(?:[-*+•]|\d{1,3}[.)])\s+)?"
    r"(?:\[\s{0,3}\]\s{0,3}(?=\[))?"  # editors begin a new line of a list with a box
    r"\[\s{0,3}([^\]\s]?)\s{0,3}\]\s*(.*)"
)
HEADING = re.compile(r"#{1,6}\s+")
"""What a digit, pressed while keys are commands, puts before a cell's first line."""

TICKS = frozenset("xX✓✔☑☒✗✘хХ")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
UNTICKED, TICKED = "☐", "☑☒✅"


@dataclass(slots=True)
class Values:
    """What an answer says.

    Attributes
    ----------
    rows : list of tuple
        For each value: the row of the answer, the part, and the value itself.
    misfit : bool
        Whether it is not in the form that was asked for; it is kept as it is.
    truncated : bool
        Whether a value was too long, and only its beginning is kept.
    mended : bool
        Whether it held what no text has, such as half a sign.
    """

    rows: list[tuple[int, str, str]] = field(default_factory=list)
    misfit: bool = False
    truncated: bool = False
    mended: bool = False

    @property
    def is_odd(self) -> bool:
        """Whether anything is to be said of it."""
        return self.misfit or self.truncated or self.mended

    def add(self, row: int, name: str, value: str) -> None:
        """Keep one value, unless it is empty."""
        value = value.strip()
        if (kept := whole(value)) != value:
            value, self.mended = kept, True
        if len(value) > LONGEST:
            value, self.truncated = value[:LONGEST], True
        if value and len(self.rows) >= MOST_VALUES:
            self.truncated = True
        elif value:
            self.rows.append((row, name, value))


def whole(text: str) -> str:
    """Return a text with a mark in place of what no database keeps as text.

    Examples
    --------
    >>> whole("half a sign: " + chr(0xD83D))
    'half a sign: �'
    """
    if text.isascii():
        return text.replace("\0", "\ufffd")
    pairs = text.encode("utf-16-le", "surrogatepass")
    return pairs.decode("utf-16-le", "replace").replace("\0", "\ufffd")


def read(prompt: Prompt, source: str) -> Values:
    r"""Return what somebody answered; no rows where they did not.

    Examples
    --------
    >>> from mentorkit.assignments.prompt import Option
    >>> asked = Prompt("sure", Kind.SCALE, "Sure?", "How sure?", "- [ ] 1\n- [ ] 2",
    ...                (Option("1", "1"), Option("2", "2")))
    >>> read(asked, "- [ ] 1\n- [x] 2").rows
    [(0, 'scale', '2')]
    """
    if source == prompt.starter:
        return Values()
    if prompt.kind is Kind.TEXT:
        return _text(prompt, source)
    if heading := HEADING.match(source):
        source = source[heading.end() :]
    match prompt.kind:
        case Kind.TABLE:
            return _table(prompt, source)
        case Kind.DATE:
            return _date(prompt, source)
        case _:
            return _ticked(prompt, source)


def read_widget(prompt: Prompt, value: Any) -> Values:
    """Return what a widget left as an answer: a text, a list of them, or of rows."""
    if isinstance(value, str):
        return read(prompt, value) if prompt.kind != Kind.TABLE else _as_text(value)
    found = Values()
    items = value if isinstance(value, list) else []
    if prompt.kind == Kind.TABLE:
        names = {column.name for column in prompt.columns}
        rows = [item for item in items if isinstance(item, dict)]
        for number, row in enumerate(rows):
            for name, each in row.items():
                if name in names and isinstance(each, str):
                    found.add(number, name, each)
        found.misfit = not found.rows
        return found
    return _chosen(prompt, [item for item in items if isinstance(item, str)], [])


def _as_text(source: str) -> Values:
    found = Values(misfit=True)
    found.add(0, TEXT, source)
    return found


def _text(prompt: Prompt, source: str) -> Values:
    found = Values()
    found.add(0, TEXT, "\n".join(_own_lines(prompt, source)))
    return found


def _own_lines(prompt: Prompt, source: str) -> list[str]:
    """Return the lines of an answer without what stood there before."""
    before = [line.rstrip() for line in prompt.starter.splitlines() if line.strip()]
    before.append(STUB)
    own = []
    for line in source.splitlines():
        there = next((each for each in before if line.startswith(each)), None)
        if there is None:
            own.append(line)
            continue
        before.remove(there)
        if rest := line.removeprefix(there).strip():
            own.append(rest)
    return own


def _ticked(prompt: Prompt, source: str) -> Values:
    ticked, said, open_ = [], [], _open_boxes(prompt)
    for line in source.splitlines():
        if line in open_:
            continue
        box = _box(line.strip())
        if box is None:
            said.append(line)
        elif box[0]:
            ticked.append(box[1])
    return _chosen(prompt, ticked, _without_starter(prompt, said))


@lru_cache(maxsize=1024)
def _open_boxes(prompt: Prompt) -> frozenset[str]:
    """Return the lines that went out with a box to tick; left so, they say nothing."""
    lines = prompt.starter.splitlines()
    return frozenset(
        line for line in lines if (box := _box(line.strip())) and not box[0]
    )


def _box(line: str) -> tuple[bool, str] | None:
    """Return whether the box of a line is ticked, and what stands behind it."""
    head, rest = line[:LINE], line[LINE:]
    bare = head.lstrip("-*+• ")
    if bare[:1] in TICKED or bare[:1] == UNTICKED:
        return (bare[:1] in TICKED, bare[1:].strip() + rest) if bare else None
    found = BOX.match(head)
    if found is None:
        return None
    sign, label = found.groups()
    if sign and sign not in TICKS:
        return None
    return bool(sign), label.strip() + rest


def _chosen(prompt: Prompt, ticked: list[str], said: Iterable[str]) -> Values:
    """Return the options that were chosen, and what was said beside them."""
    found, options = Values(), _options(prompt)
    chosen: list[str] = []
    beside = [line for line in said if line.strip()]
    for label in ticked:
        if (value := options.get(_folded(label))) is None:
            beside.append(label)
            found.misfit = True
        elif value not in chosen:
            chosen.append(value)
    if not chosen and len(beside) == 1:
        typed = options.get(_folded(beside[0]))
        chosen, beside = ([typed], []) if typed is not None else (chosen, beside)
    for row, value in enumerate(chosen):
        found.add(row, prompt.kind.value, value)
    found.add(0, OTHER, "\n".join(beside))
    several = len(chosen) > 1 and prompt.kind != Kind.MULTIPLE
    found.misfit |= several or (bool(beside) and not chosen)
    return found


@lru_cache(maxsize=1024)
def _options(prompt: Prompt) -> Mapping[str, str]:
    """Return the value of each option by its label and by itself."""
    labels = {_folded(option.label): option.value for option in prompt.options}
    return {_folded(option.value): option.value for option in prompt.options} | labels


def _folded(label: str) -> str:
    """Return a label as two are compared."""
    plain = label if label.isascii() else unicodedata.normalize("NFC", label)
    return " ".join(plain.casefold().split())


def _without_starter(prompt: Prompt, lines: Iterable[str]) -> list[str]:
    known = _lines_of_starter(prompt)
    return [line for line in lines if line.strip() not in known]


@lru_cache(maxsize=1024)
def _lines_of_starter(prompt: Prompt) -> frozenset[str]:
    return frozenset({STUB, *(line.strip() for line in prompt.starter.splitlines())})


def _date(prompt: Prompt, source: str) -> Values:
    typed = "\n".join(_without_starter(prompt, source.splitlines())).strip()
    day = day_of(typed.strip("*_` "))
    if day is None:
        return _as_text(typed) if typed else Values()
    found = Values()
    found.add(0, prompt.kind.value, day.isoformat())
    return found


def day_of(text: str) -> dt.date | None:
    """Return a day, in the digits of any script; no other form is guessed at."""
    if not DAY.fullmatch(text):
        return None
    try:
        return dt.date(*(int(part) for part in text.split("-")))
    except ValueError:
        return None


def _table(prompt: Prompt, source: str) -> Values:
    found, beside, known = Values(), [], _rows_of_starter(prompt)
    header: list[str | None] | None = None
    number = 0
    for line in source.splitlines():
        cells = cells_of(line)
        if cells is None:
            beside.append(line)
        elif header is None:
            header = _header(prompt, cells)
            if header is None:
                beside.append(line)
        elif not is_rule(cells) and any(cells) and tuple(cells) not in known:
            found.misfit |= _row(found, number, header, cells)
            number += 1
    said = "\n".join(_without_starter(prompt, beside)).strip()
    found.misfit |= bool(said) and not number
    found.add(number, OTHER, said)
    return found


def _row(
    found: Values, number: int, header: list[str | None], cells: list[str]
) -> bool:
    """Keep a row of a table; return whether it has more cells than the header."""
    spare = []
    for place, cell in enumerate(cells):
        name = header[place] if place < len(header) else None
        if name is None:
            spare.append(cell)
        else:
            found.add(number, name, cell)
    said = " | ".join(cell for cell in spare if cell)
    found.add(number, OTHER, said)
    return bool(said)


def _header(prompt: Prompt, cells: list[str]) -> list[str | None] | None:
    """Return the column under each heading; nothing where none of them is known."""
    names = {_folded(column.name): column.name for column in prompt.columns}
    names |= {_folded(column.label): column.name for column in prompt.columns}
    found: list[str | None] = []
    for cell in cells:
        name = names.get(_folded(cell))
        found.append(None if name in found else name)
    return found if any(found) else None


@lru_cache(maxsize=1024)
def _rows_of_starter(prompt: Prompt) -> frozenset[tuple[str, ...]]:
    rows = map(cells_of, prompt.starter.splitlines())
    return frozenset(tuple(cells) for cells in rows if cells is not None)
