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
from mentorkit.store.arrow import ArrowRows, Column, lined_up, one_array, taken, whole
from mentorkit.store.lined_up import Texts, UnknownWord, Words, way_of
from mentorkit.store.schema import OPERATIONS, SEAL


LINE = (
    Column("row_id", Texts(), values=True),
    Column("op", Words(OPERATIONS), values=True),
    *(Column(name, Texts()) for name in ("field", "before", "change_set", "undoes")),
)
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
    asked = {"table": record.table, "as_of": as_of}
    lines = lined_up(connection, LINE, LATER, asked)
    if lines is None or _mentions_seal(lines["before"]):
        return None
    try:
        return ArrowRows(_walked_back(record, now.table, lines))
    except UnknownWord:
        return None


def _mentions_seal(texts: Any) -> bool:
    """Return whether there are sealed texts: those are opened one by one."""
    run_together = texts.buffers()[2]
    return run_together is not None and SEAL.encode() in run_together.to_pybytes()


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

    def __init__(self, lines: Mapping[str, Any]) -> None:
        rows = lines["row_id"].dictionary_encode()
        self.ids, self.row = rows.dictionary, rows.indices.to_numpy()
        self._lines = lines
        self._op = lines["op"].indices.to_numpy()
        settling = np.flatnonzero(
            self._are("erase") | self._are("add") | self._undone_imports()
        )
        self.settled = np.full(len(self.ids), len(self.row))
        np.minimum.at(self.settled, self.row[settling], settling)

    def _are(self, op: str) -> np.ndarray:
        return np.asarray(self._op == OPERATIONS.index(op))

    def _undone_imports(self) -> np.ndarray:
        """Return for each line whether it is an import that was taken back."""
        compute, imports = import_module("pyarrow.compute"), self._are("import")
        undoing = compute.is_valid(self._lines["undoes"])
        if not undoing.true_count:
            return np.zeros_like(imports)
        newest_first = (
            reversed(self._lines[name].filter(undoing).to_pylist())
            for name in ("change_set", "undoes")
        )
        undone = sorted(log.taken_back(zip(*newest_first, strict=True)))
        wanted = import_module("pyarrow").array(undone, "large_string")
        taken = compute.is_in(self._lines["change_set"], value_set=wanted)
        return np.asarray(taken.to_numpy(zero_copy_only=False) & imports)

    def places(self, ids: Any) -> np.ndarray:
        """Return for each row its place among those with some ids, or -1."""
        found = import_module("pyarrow.compute").index_in(ids, value_set=self.ids)
        row = found.fill_null(-1).to_numpy()
        places, told = np.full(len(self.ids), -1), np.flatnonzero(row >= 0)
        places[row[told]] = told
        return places

    def erased(self) -> tuple[np.ndarray, list[dict[str, Any]]]:
        """Return which rows were erased, and each as it was before."""
        rows = np.flatnonzero(self.settled < len(self.row))
        rows = rows[self._are("erase")[self.settled[rows]]]
        texts = taken(self._lines["before"], self.settled[rows])
        return rows, [json.loads(text) for text in texts.to_pylist()]

    def held(self) -> Iterator[tuple[str, np.ndarray, Any]]:
        """Give for each revised column the rows, and what they held in it before."""
        fields = self._lines["field"].dictionary_encode()
        places = np.arange(len(self.row))
        revised = np.flatnonzero(
            self._are("revise") & (places < self.settled[self.row])
        )
        field = fields.indices.fill_null(0).to_numpy()
        newest_first, count = revised[::-1], len(self.ids)
        first = np.full((len(fields.dictionary), count), -1)
        of_field = field[newest_first].astype("int64") * count
        first.ravel()[of_field + self.row[newest_first]] = newest_first
        for name, lines in zip(fields.dictionary.to_pylist(), first, strict=True):
            rows = np.flatnonzero(lines >= 0)
            if len(rows):
                yield name, rows, taken(self._lines["before"], lines[rows])


def _walked_back(record: type[Record], now: Any, lines: Mapping[str, Any]) -> Any:
    """Take changes back: what a row held before its first one is what it held."""
    arrow = import_module("pyarrow")
    told, found = _Lines(lines), now
    place = told.places(one_array(now[record.key()]))
    settled = told.settled < len(told.row)
    if (gone := place[settled & (place >= 0)]).size:
        stays = np.ones(len(now), dtype=bool)
        stays[gone] = False
        found = now.filter(arrow.array(stays))
        place = np.where(place < 0, -1, np.cumsum(stays)[place] - 1)
    place[settled] = -1
    rows, erased = told.erased()
    if erased:
        place[rows] = len(found) + np.arange(len(rows))
        back = {f.name: [row.get(f.name) for row in erased] for f in record.fields()}
        more = {name: _array(record, name, each) for name, each in back.items()}
        found = arrow.concat_tables([found, arrow.table(more)]).combine_chunks()
    for name, rows, texts in told.held():
        if name in found.column_names:
            there = place[rows] >= 0
            values = _decoded(record, name, texts.filter(there))
            column = _with_values(one_array(found[name]), place[rows[there]], values)
            found = found.set_column(found.column_names.index(name), name, column)
    return found


def _with_values(column: Any, places: np.ndarray, values: Any) -> Any:
    """Return a column with values put in."""
    order = np.arange(len(column))
    order[places] = len(column) + np.arange(len(values))
    return taken(import_module("pyarrow").concat_arrays([column, values]), order)


def _decoded(record: type[Record], name: str, texts: Any) -> Any:
    """Return values, as the log writes them, as a column's array; equal ones once."""
    once = texts.fill_null("null").dictionary_encode()
    values = json.loads(f"[{','.join(once.dictionary.to_pylist())}]")
    return _array(record, name, values).take(once.indices)


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
