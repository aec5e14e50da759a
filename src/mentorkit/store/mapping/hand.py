"""One row of a source in hand: what the map's settings take from it.

Every value comes from here; what it becomes is the part of ``making``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorkit.errors import Problem
from mentorkit.i18n import N_, translate
from mentorkit.models import Field, record_of
from mentorkit.store.mapping.cells import (
    Cell,
    Unreadable,
    folded,
    split_options,
    split_parts,
    text_of,
)
from mentorkit.store.mapping.known import Known
from mentorkit.store.mapping.maps import Column, Each, Formats, Source, Taking, When
from mentorkit.store.mapping.reading import Manner, manner_of, read


UNLIKE = N_("Enter it in the form that the map expects: {pattern}.")
NO_NAME = N_("The map speaks of “{name}”, and nothing in it has that name.")
NO_PART = N_("The map speaks of “{name}.{part}”, and there is no such part.")
NO_LINK = N_("No {noun} here has {wanted}.")

WORD = re.compile(r"\{(\w+)\.(\w+)\}")


class Trouble(Exception):  # noqa: N818 - turned into problems by whoever asked
    """A row cannot be made, and why; nothing where it was told before."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


@dataclass(slots=True)
class Hand:
    """A row with everything that the map's settings can speak of.

    ``made`` holds the rows that the same source row became before, ``parts`` the
    piece of a cell in hand; ``remark`` takes row, column and words.
    """

    file: str
    number: int | None
    cells: Mapping[str, Cell]
    source: Source | None
    formats: Formats
    known: Known
    remark: Callable[[Problem], None]
    made: dict[str, Mapping[str, Any] | None] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    part_of: str | None = None

    def take(self, taking: Taking) -> tuple[Cell | None, str | None]:
        """Return a setting's cell, and the heading that it stands under."""
        if taking.part is not None:
            if taking.part not in self.parts:
                message = translate(NO_PART).format(name="part", part=taking.part)
                raise self.trouble(message)
            return self.parts[taking.part], self.part_of
        for name in taking.names:
            heading = heading_of(name, self.cells)
            if heading and text_of(self.cells[heading]):
                return self.cells[heading], heading
        if taking.names:
            return None, heading_of(taking.names[0], self.cells) or taking.names[0]
        value = taking.value
        return (self.filled(value) if isinstance(value, str) else value), None

    def filled(self, text: str) -> str:
        """Return a text of the map with its ``{words.in_braces}`` filled in."""
        return WORD.sub(lambda found: self._word(found[1], found[2]), text)

    def holds(self, when: When | None) -> bool:
        """Say whether a condition holds."""
        if when is None:
            return True
        text = self._present(text_of(self.take(when)[0]), None)
        said = [
            when.filled is None or when.filled == bool(text),
            when.matches is None or re.search(when.matches, text) is not None,
            when.one_of is None or folded(text) in map(folded, when.one_of),
        ]
        return all(said)

    def pieces(self, each: Each | None) -> list[dict[str, str]]:
        """Return the parts of a cell that each become a row; one without a cell."""
        if each is None:
            return [{}]
        cell, heading = self.take(each)
        self.part_of = heading
        text = self._present(text_of(cell), each.missing)
        try:
            return [
                {"text": piece, "position": str(position)}
                | self._groups(each.pattern, piece)
                for position, piece in enumerate(pieces_of(text, each))
            ]
        except Unreadable as error:
            raise self.trouble(str(error), heading, text) from None

    def column(self, name: Field, column: Column) -> tuple[Any, str | None]:
        """Return what a column holds, and the heading that it came from.

        Raises
        ------
        Trouble
            It cannot be read, or what it names is not there.
        """
        if not self.holds(column.when):
            return None, None
        cell, heading = self.take(column)
        typed = text_of(cell)
        try:
            text = self._told(typed, column)
            if not text:
                return None, heading
            if column.find:
                row = self._found(column, text)
                return row[record_of(column.find).key()], heading
            same = cell if text == typed and cell is not None else text
            how = manner_of(name, column)
            value = read(how, same, self._manner(name, column, heading))
            if name.about.ref:
                value = self.known.id_of(name.about.ref, str(value))
        except Unreadable as error:
            raise self.trouble(str(error), heading or name.name, typed) from None
        return value, heading

    def trouble(
        self, message: str, heading: str | None = None, value: object = None
    ) -> Trouble:
        """Return what is wrong with this row."""
        return Trouble(Problem(message, heading, value, self.file, self.number))

    def _told(self, text: str, column: Column) -> str:
        """Return a cell's text after everything that the map says to do with it."""
        text = self._present(text, column.missing)
        if text and column.pattern:
            text = _matched(text, column)
        if text and column.split:
            each = Each(split=column.split, options=column.options)
            parts = pieces_of(text, each)
            words = [self._translated(part, column) for part in parts]
            text = words[0] if column.join is None else column.join.join(words)
        elif text:
            text = self._translated(text, column)
        if not text and column.default is not None:
            default = text_of(column.default)
            text = self.filled(default)
        return text

    def _translated(self, text: str, column: Column) -> str:
        for word, meant in column.words.items():
            if folded(word) == folded(text):
                return self.filled(meant)
        if not column.patterns:
            return text
        for pattern, meant in column.patterns.items():
            if re.search(pattern, text):
                return self.filled(meant)
        return ""

    def _present(self, text: str, missing: list[str] | None) -> str:
        words = missing if missing is not None else self.formats.missing or []
        return "" if folded(text) in map(folded, words) else text

    def _groups(self, pattern: str | None, piece: str) -> dict[str, str]:
        if pattern is None:
            return {}
        found = re.fullmatch(pattern, piece, re.DOTALL)
        if found is None:
            raise Unreadable(translate(UNLIKE).format(pattern=pattern))
        return {name: (text or "") for name, text in found.groupdict().items()}

    def _manner(self, name: Field, column: Column, heading: str | None) -> Manner:
        own = Formats(dates=column.dates, decimal=column.decimal)
        formats = own.over(self.formats)
        zone = self.filled(column.timezone or formats.timezone or "")
        time = ""
        if column.time:
            clock, _ = self.take(Taking(heading=column.time))
            time = self._present(text_of(clock), None)

        def note(words: str) -> None:
            self.remark(Problem(words, heading, None, self.file, self.number))

        return Manner(name, formats, note, time, zone)

    def _found(self, column: Column, text: str) -> Mapping[str, Any]:
        among = [self.filled(one) for one in column.among]
        return self.known.one(str(column.find), text, column.by, among)

    def _word(self, name: str, part: str) -> str:
        if name == "part":
            return text_of(self.take(Taking(part=part))[0])
        row = self._row(name)
        if part == "id":
            part = next(key for key in row if key.endswith("_id"))
        if part not in row:
            raise self.trouble(translate(NO_PART).format(name=name, part=part))
        return text_of(row[part])

    def _row(self, name: str) -> Mapping[str, Any]:
        if name in self.made:
            made = self.made[name]
            if made is None:
                raise Trouble
            return made
        if self.source is None or name not in self.source.finds:
            raise self.trouble(translate(NO_NAME).format(name=name))
        return self._linked(self.source.finds[name])

    def _linked(self, column: Column) -> Mapping[str, Any]:
        """Return the row that one of the source's ``finds`` leads to."""
        table = str(column.find)
        if column.where:
            wanted = {key: self.filled(text) for key, text in column.where.items()}
            found = self.known.find(table, wanted)
            if len(found) == 1:
                return found[0]
            message = self._no_link(column, several=bool(found))
            raise self.trouble(message, *self._shown(column))
        cell, heading = self.take(column)
        typed = text_of(cell)
        try:
            return self._found(column, self._told(typed, column))
        except Unreadable as error:
            raise self.trouble(str(error), heading, typed) from None

    def _shown(self, column: Column) -> tuple[str | None, str | None]:
        """Return the heading and the cell that a person would look at."""
        for text in column.where.values():
            for name, _ in WORD.findall(text):
                found = self.source.finds.get(name) if self.source else None
                if found and found.names:
                    cell, heading = self.take(found)
                    return heading, text_of(cell)
        return None, None

    def _no_link(self, column: Column, *, several: bool) -> str:
        record = record_of(str(column.find))
        wanted = ", ".join(f"{name} = {text}" for name, text in column.where.items())
        if several:
            message = N_(
                "More than one {noun} here has {wanted}: it is not clear which."
            )
            return translate(message).format(noun=record.noun, wanted=wanted)
        return translate(NO_LINK).format(noun=record.noun, wanted=wanted)


def heading_of(name: str, headings: Mapping[str, Any]) -> str | None:
    """Return the heading that a map means, whatever its case, accents and spaces."""
    if name in headings:
        return name
    return next((one for one in headings if folded(one) == folded(name)), None)


def pieces_of(text: str, each: Each) -> list[str]:
    """Return the parts of a cell."""
    if each.options:
        return split_options(text, each.split, each.options)
    return split_parts(text, each.split)


def _matched(text: str, column: Column) -> str:
    found = re.search(str(column.pattern), text, re.DOTALL)
    if found is None:
        if column.optional or column.default is not None:
            return ""
        raise Unreadable(translate(UNLIKE).format(pattern=column.pattern))
    return (found[1] or "" if found.re.groups else found[0]).strip()
