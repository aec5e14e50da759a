"""Following a map: each source row becomes rows of the tables, or a problem is told.

Saves nothing: it gives the same lines that a folder of tidy files gives.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from mentorkit.errors import InvalidRecord, Problem
from mentorkit.i18n import N_, translate
from mentorkit.models import Record
from mentorkit.models.record import ALPHABET
from mentorkit.store.csv_files import Line, Reading
from mentorkit.store.mapping.cells import Unreadable, text_of
from mentorkit.store.mapping.hand import Hand, Trouble
from mentorkit.store.mapping.known import Known
from mentorkit.store.mapping.maps import Formats, Map, Rows, Source
from mentorkit.store.mapping.sheets import Sheet


DIFFERS = N_("“{column}” says otherwise than row {row}, which came first and is kept.")


@dataclass(slots=True)
class Making:
    """What a map's sources become: lines and problems in ``reading``, and remarks."""

    map: Map
    known: Known
    reading: Reading = dataclass_field(default_factory=Reading)
    remarks: list[Problem] = dataclass_field(default_factory=list)
    lines: dict[tuple[str, str], Line] = dataclass_field(default_factory=dict)
    _again: Counter[str] = dataclass_field(default_factory=Counter)
    _hands: dict[str, list[Hand]] = dataclass_field(default_factory=dict)

    def constant(self, rows: Rows) -> None:
        """Make a row that comes from no file."""
        hand = self._hand(f"{self.map.name}.toml", None, {}, None)
        self._row(rows, hand)

    def rows(self, rows: Rows, source: Source, sheet: Sheet) -> None:
        """Make the rows that each row of a source becomes in one table."""
        name = str(rows.source)
        if name not in self._hands:
            self._hands[name] = [
                self._hand(sheet.file, row.number, row.cells, source)
                for row in sheet.rows
            ]
        for hand in self._hands[name]:
            self._row(rows, hand)

    def finish(self) -> Reading:
        """Return the lines and problems, each problem once."""
        self.reading.lines = list(self.lines.values())
        once = {(p.file, p.row, p.field, p.message): p for p in self.reading.problems}
        self.reading.problems = list(once.values())
        return self.reading

    def _hand(
        self,
        file: str,
        number: int | None,
        cells: Mapping[str, Any],
        source: Source | None,
    ) -> Hand:
        formats = source.formats if source else Formats()
        return Hand(
            file=file,
            number=number,
            cells=cells,
            source=source,
            formats=formats.over(self.map.formats),
            known=self.known,
            remark=self._remark,
        )

    def _remark(self, remark: Problem) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)

    def _row(self, rows: Rows, hand: Hand) -> None:
        """Make what one row becomes in one table: nothing, one row, or several."""
        hand.made[rows.called] = None
        try:
            pieces = hand.pieces(rows.each)
        except Trouble as trouble:
            self.reading.problems += trouble.problems
            return
        for piece in pieces:
            hand.parts = piece
            try:
                if hand.holds(rows.when):
                    hand.made[rows.called] = self._made(rows, hand)
            except Trouble as trouble:
                self.reading.problems += trouble.problems

    def _made(self, rows: Rows, hand: Hand) -> Mapping[str, Any]:
        record = rows.record
        values: dict[str, Any] = {}
        headings: dict[str, str] = {}
        problems: list[Problem] = []
        told_before = False
        for name, column in rows.columns.items():
            try:
                value, heading = hand.column(record.field(name), column)
            except Trouble as trouble:
                problems += trouble.problems
                told_before = told_before or not trouble.problems
                continue
            if value not in (None, ""):
                values[name] = value
            headings[name] = heading or name
        if problems or told_before:
            raise Trouble(*problems)
        return self._kept(rows, hand, values, headings)

    def _kept(
        self, rows: Rows, hand: Hand, values: dict[str, Any], headings: dict[str, str]
    ) -> Mapping[str, Any]:
        """Keep a row: a new one, or more of one that is there already."""
        record, key = rows.record, rows.record.key()
        try:
            there = self.known.same(record, values)
        except Unreadable as error:
            raise hand.trouble(str(error), headings.get("handle")) from None
        row_id = values.get(key) or (there and there[key]) or self._id(rows, values)
        place = (record.table, str(row_id))
        earlier = self.lines.get(place)
        if there and "handle" in there:
            values["handle"] = there["handle"]
        if earlier:
            values = self._joined(earlier, values, headings, hand)
        values[key] = row_id
        try:
            made = record(**{**self._there(record, there or {}), **values})
        except InvalidRecord as error:
            raise Trouble(*_placed(error, headings, hand)) from None
        self.lines[place] = Line(
            made,
            earlier.file if earlier else hand.file,
            (earlier.row if earlier else hand.number) or 0,
            frozenset(values),
            headings,
        )
        return self.known.put(record.table, made.model_dump(include=set(values)))

    def _joined(
        self,
        earlier: Line,
        values: dict[str, Any],
        headings: Mapping[str, str],
        hand: Hand,
    ) -> dict[str, Any]:
        """Return what two rows about one thing say; the first is believed."""
        first = {name: getattr(earlier.record, name) for name in earlier.given}
        for name, value in values.items():
            if name in first and text_of(first[name]) != text_of(value):
                message = translate(DIFFERS).format(
                    column=headings.get(name, name), row=earlier.row
                )
                self._remark(
                    Problem(message, headings.get(name), None, hand.file, hand.number)
                )
        return values | first

    def _there(self, record: type[Record], there: Mapping[str, Any]) -> dict[str, Any]:
        names = {field.name for field in record.fields()}
        return {k: v for k, v in there.items() if k in names and v is not None}

    def _id(self, rows: Rows, values: Mapping[str, Any]) -> str:
        """Make an id of what identifies a row, the same whenever it is read again."""
        record = rows.record
        natural: tuple[str, ...] = next(
            (names for names in reversed(record.unique) if set(names) <= set(values)),
            (),
        )
        names = rows.key or natural or sorted(values)
        said = repr([(name, text_of(values.get(name))) for name in names])
        stem = f"{self.map.name} {record.table} {rows.called} {said}"
        self._again[stem] += 1
        digest = hashlib.sha256(f"{self._again[stem]} {stem}".encode()).digest()
        letters = "".join(ALPHABET[byte % 32] for byte in digest[:10])
        return f"{record.prefix}-{letters}"


def _placed(
    error: InvalidRecord, headings: Mapping[str, str], hand: Hand
) -> list[Problem]:
    """Return a record's problems under the headings that people know."""
    return [
        Problem(
            problem.message,
            headings.get(problem.field or "", problem.field),
            problem.value,
            hand.file,
            hand.number,
        )
        for problem in error.problems
    ]
