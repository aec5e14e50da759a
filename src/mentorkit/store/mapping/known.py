"""The rows that a map can refer to: those of the store, and those made so far.

Finds by folded text and never chooses between two; changes nothing in the store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from mentorkit.i18n import N_, translate
from mentorkit.models import Record, record_of
from mentorkit.store.mapping.cells import Unreadable, folded, text_of


Values = dict[str, Any]

Index = dict[str, dict[str, None]]
"""For each folded text the ids of the rows that hold it, in their order."""

FIRST_NAME = "first_name"
"""What a person may be looked up by besides their columns."""

NOBODY = N_("There is no {noun} with this {columns}.")
SEVERAL = N_("More than one {noun} could be meant: {who}. Name one in full.")
TAKEN = N_(
    "The handle “{handle}” is somebody else's here ({other}). Let the map make"
    " another one."
)


class Known:
    """Rows by table.

    Parameters
    ----------
    stored : callable
        Gives the rows of a table in the store, as plain values.
    """

    def __init__(self, stored: Callable[[str], Iterable[Mapping[str, Any]]]) -> None:
        self._stored = stored
        self._tables: dict[str, dict[str, Values]] = {}
        self._indexes: dict[tuple[str, str], Index] = {}

    def row(self, table: str, row_id: str) -> Values | None:
        """Return the row with an id."""
        return self._rows(table).get(row_id)

    def put(self, table: str, values: Mapping[str, Any]) -> Values:
        """Add a row, or what is known of it now; return all of it."""
        key = str(values[record_of(table).key()])
        kept = self._rows(table).setdefault(key, {})
        kept.update(values)
        for (of, column), index in self._indexes.items():
            if of == table:
                _enter(index, kept, column, key)
        return kept

    def find(self, table: str, wanted: Mapping[str, str]) -> list[Values]:
        """Return the rows in which each column holds a text, however it is spelt."""
        rows = self._rows(table)
        keys: list[str] | None = None
        for column, text in wanted.items():
            found = self._index(table, column).get(folded(text), {})
            keys = (
                list(found) if keys is None else [key for key in keys if key in found]
            )
        return [rows[key] for key in keys or []]

    def one(
        self, table: str, text: str, by: Iterable[str], among: Iterable[str] = ()
    ) -> Values:
        """Return the one row that a text names, by the first column that knows it.

        Raises
        ------
        Unreadable
            No row, or more than one, could be meant.
        """
        record, tried = record_of(table), []
        circle = set(among)
        for column in by:
            tried.append(_said(record, column))
            found = self.find(table, {column: text})
            if circle:
                found = [row for row in found if row[record.key()] in circle]
            if found:
                return only(record, found)
        columns = translate(N_(" or ")).join(tried)
        raise Unreadable(translate(NOBODY).format(noun=record.noun, columns=columns))

    def id_of(self, table: str, text: str) -> str:
        """Return the id that an id, a handle or an address stands for, or the text."""
        record = record_of(table)
        names = [field.name for field in record.fields()]
        for column in (record.key(), "handle", "email"):
            if column in names and (found := self.find(table, {column: text})):
                return str(only(record, found)[record.key()])
        return text

    def same(self, record: type[Record], values: Mapping[str, Any]) -> Values | None:
        """Return the row that values are about, by the columns that occur once.

        Raises
        ------
        Unreadable
            Somebody else has that handle.
        """
        for names in reversed(record.unique):
            wanted = {name: text_of(values.get(name)) for name in names}
            if not all(wanted.values()):
                continue
            found = [
                row
                for row in self.find(record.table, wanted)
                if all(_alike(row.get(name), text) for name, text in wanted.items())
            ]
            if not found:
                continue
            if names == ("handle",) and _another(found[0], values):
                other = found[0].get("email") or found[0].get("name")
                message = translate(TAKEN).format(handle=values["handle"], other=other)
                raise Unreadable(message)
            return found[0]
        return None

    def _rows(self, table: str) -> dict[str, Values]:
        if table not in self._tables:
            key = record_of(table).key()
            rows = (dict(row) for row in self._stored(table))
            self._tables[table] = {str(row[key]): row for row in rows}
        return self._tables[table]

    def _index(self, table: str, column: str) -> Index:
        if (table, column) not in self._indexes:
            index: Index = {}
            for key, row in self._rows(table).items():
                _enter(index, row, column, key)
            self._indexes[table, column] = index
        return self._indexes[table, column]


def only(record: type[Record], found: list[Values]) -> Values:
    """Return the only row there is.

    Raises
    ------
    Unreadable
        There is more than one; they are named, so that a person can choose.
    """
    if len(found) == 1:
        return found[0]
    who = ", ".join(
        sorted(
            str(row.get("email") or row.get("handle") or row[record.key()])
            for row in found
        )
    )
    raise Unreadable(translate(SEVERAL).format(noun=record.noun, who=who))


def _enter(index: Index, row: Mapping[str, Any], column: str, key: str) -> None:
    if column == FIRST_NAME:
        words = folded(text_of(row.get("name"))).split()
        text = words[0] if words else ""
    else:
        text = folded(text_of(row.get(column)))
    if text:
        index.setdefault(text, {})[key] = None


def _alike(value: Any, text: str) -> bool:
    """Say whether two keys are one: of case alone, never of accents."""
    return text_of(value).casefold() == text.casefold()


def _another(row: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Say whether a row with the same handle is somebody else, as far as is known."""
    if "email" not in row:
        return False
    if row["email"] and values.get("email"):
        return folded(str(row["email"])) != folded(str(values["email"]))
    names = (text_of(row.get("name")), text_of(values.get("name")))
    return all(names) and folded(names[0]) != folded(names[1])


def _said(record: type[Record], column: str) -> str:
    if column == FIRST_NAME:
        return translate(N_("first name"))
    return translate(record.field(column).about.label).lower()
