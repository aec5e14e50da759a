"""All rows of a large table as they stood at a moment, walked back column by column.

For a server's tables that come as Arrow columns (``arrow``); its log then does, too. The
meaning of a line is ``past``'s, where rows are walked back one by one.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any

import numpy as np
import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import log
from mentorkit.store.arrow import ArrowRows, columns_of, lined_up, whole
from mentorkit.store.lined_up import Texts, UnknownWord, way_of
from mentorkit.store.schema import SEAL


LINE = ("row_id", "op", "field", "before", "change_set", "undoes")
"""What is read of a line; a change set only where it undoes or may be undone."""

LATER = """(
  SELECT row_id, op, field, before, undoes,
    CASE WHEN op = 'import' OR undoes IS NOT NULL THEN change_set END AS change_set
  FROM changes WHERE table_name = %(table)s AND at > %(as_of)s ORDER BY seq
) AS lines"""


def columns_then(
    connection: sa.Connection, record: type[Record], as_of: dt.datetime
) -> ArrowRows | None:
    """Return all rows of a moment, or nothing where they are better read otherwise.

    Parameters
    ----------
    connection : sqlalchemy.Connection
        An open read.
    record : type of Record
        Whose rows they are.
    as_of : datetime.datetime
        The moment, which is included.
    """
    now = whole(connection, record)
    if now is None:
        return None
    ways = dict.fromkeys(LINE, Texts())
    asked = {"table": record.table, "as_of": as_of}
    sent = lined_up(connection, ways, LATER, asked)
    lines = None if sent is None else columns_of(ways, sent, "row_id")
    if lines is None or _mentions_seal(lines["before"]):
        return None
    try:
        return ArrowRows(_walked_back(record, now.table, lines))
    except UnknownWord:
        return None


def _mentions_seal(texts: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    compute = import_module("pyarrow.compute")
    return bool(compute.any(compute.match_substring(texts, SEAL)).as_py())


class _Lines:
    """The lines of the log, by the row that each is of.

    Attributes
    ----------
    ids : pyarrow.Array
        The rows that there are lines of.
    row : numpy.ndarray
        For each line the place of its row in them.
    settled : numpy.ndarray
        For each row the line before which it was as that says, or the number of lines.
    """

    def __init__(self, lines: Any) -> None:
        rows, self._ops = (
            lines[name].combine_chunks().dictionary_encode()
            for name in ("row_id", "op")
        )
        self.lines, self.ids = lines, rows.dictionary
        self.row = rows.indices.to_numpy()
        settling = np.flatnonzero(
            self._are("erase") | self._are("add") | self._undone_imports()
        )
        self.settled = np.full(len(self.ids), len(self.row))
        settled, first = np.unique(self.row[settling], return_index=True)
        self.settled[settled] = settling[first]

    def _are(self, op: str) -> np.ndarray:
        words = self._ops.dictionary.to_pylist()
        place = words.index(op) if op in words else -1
        return np.asarray(self._ops.indices.to_numpy() == place)

    def _undone_imports(self) -> np.ndarray:
        """Return for each line whether it is an import that was taken back."""
        compute = import_module("pyarrow.compute")
        undoings = self.lines.filter(compute.is_valid(self.lines["undoes"]))
        newest_first = (
            reversed(undoings[name].to_pylist()) for name in ("change_set", "undoes")
        )
        undone = sorted(log.taken_back(zip(*newest_first, strict=True)))
        wanted = import_module("pyarrow").array(undone, "large_string")
        taken = compute.is_in(self.lines["change_set"], value_set=wanted)
        found: np.ndarray = taken.to_numpy() & self._are("import")
        return found

    def erased(self) -> list[dict[str, Any]]:
        """Return the rows that were erased, as they were before."""
        told = self.settled[self.settled < len(self.row)]
        texts = self.lines["before"].take(told[self._are("erase")[told]])
        return [json.loads(text) for text in texts.to_pylist()]

    def held(self) -> Iterator[tuple[str, Any, list[Any]]]:
        """Give for each revised column the rows, and what they held in it before."""
        fields = self.lines["field"].combine_chunks().dictionary_encode()
        count = max(len(fields.dictionary), 1)
        places = np.arange(len(self.row))
        revised = np.flatnonzero(
            self._are("revise") & (places < self.settled[self.row])
        )
        field = fields.indices.fill_null(0).to_numpy()[revised]
        _, first = np.unique(self.row[revised] * count + field, return_index=True)
        for place, name in enumerate(fields.dictionary.to_pylist()):
            mine = revised[first[field[first] == place]]
            if len(mine):
                texts = self.lines["before"].take(mine).fill_null("null").to_pylist()
                values = json.loads(f"[{','.join(texts)}]")
                yield name, self.ids.take(self.row[mine]), values


def _walked_back(record: type[Record], now: Any, lines: Any) -> Any:
    """Take changes back: what a row held before its first one is what it held."""
    arrow, compute = import_module("pyarrow"), import_module("pyarrow.compute")
    told, key = _Lines(lines), record.key()
    settled = told.ids.filter(told.settled < len(told.row))
    gone = compute.is_in(now[key], value_set=settled)
    found = now.filter(compute.invert(gone))
    if erased := told.erased():
        back = {f.name: [row.get(f.name) for row in erased] for f in record.fields()}
        more = {name: _array(record, name, each) for name, each in back.items()}
        found = arrow.concat_tables([found, arrow.table(more)])
    for name, ids, values in told.held():
        if name in found.column_names:
            places = compute.index_in(ids, value_set=found[key])
            there = compute.is_valid(places)
            column = _with_values(
                found[name].combine_chunks(),
                places.filter(there).to_numpy(),
                _array(record, name, values).filter(there),
            )
            found = found.set_column(found.column_names.index(name), name, column)
    return found


def _with_values(column: Any, places: np.ndarray, values: Any) -> Any:
    """Return a column with values put in."""
    order = np.arange(len(column))
    order[places] = len(column) + np.arange(len(values))
    return import_module("pyarrow").concat_arrays([column, values]).take(order)


def _array(record: type[Record], name: str, values: Sequence[Any]) -> Any:
    """Return plain values, as the log has them, as a column's array."""
    arrow, field = import_module("pyarrow"), record.field(name)
    kind = way_of(field).kind()
    if field.vocabulary:
        words = field.vocabulary.words()
        places: Mapping[str, int] = {word: at for at, word in enumerate(words)}
        if not places.keys() >= {*values} - {None}:
            raise UnknownWord
        codes = arrow.array([places.get(value) for value in values], "int8")
        return arrow.DictionaryArray.from_arrays(codes, arrow.array(words))
    if field.kind in ("date", "instant"):
        return arrow.array(values, "string").cast(kind)
    return arrow.array(values, kind)
