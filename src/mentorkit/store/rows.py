"""Rows as they are read: kept by column, given one by one as plain values by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, Self

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import log
from mentorkit.store.schema import TABLES


PART = 500
"""How many rows are taken from the database at a time: few enough to stay in cache."""

Where = Mapping[str, Sequence[str]]
"""For each column the values that fit."""


class Rows(Sequence[dict[str, Any]]):
    """Rows of one table, as plain values: days and moments as text.

    Parameters
    ----------
    columns : mapping of str to list
        Each column's values, in the order of the rows.

    Examples
    --------
    >>> rows = Rows({"goal_id": ["g-1", "g-2"], "title": ["Read", "Write"]})
    >>> rows[1], len(rows)
    ({'goal_id': 'g-2', 'title': 'Write'}, 2)
    >>> rows.columns["title"]
    ['Read', 'Write']
    """

    __slots__ = ("columns",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, columns: Mapping[str, list[Any]]) -> None:
        self.columns = columns

    @classmethod
    def of(cls, record: type[Record], rows: Iterable[Mapping[str, Any]]) -> Self:
        """Return rows that are given one by one; what one lacks is empty."""
        given = list(rows)
        names = [field.name for field in record.fields()]
        return cls({name: [row.get(name) for row in given] for name in names})

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), []))

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return list(self)[index]
        return {name: values[index] for name, values in self.columns.items()}

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = tuple(self.columns)
        for values in zip(*self.columns.values(), strict=True):
            yield dict(zip(names, values, strict=True))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Rows):
            return self.columns == other.columns
        return isinstance(other, Sequence) and list(self) == list(other)

    def __repr__(self) -> str:
        return f"Rows({list(self)!r})"

    def plus(self, other: Rows) -> Rows:
        """Return these rows and others after them."""
        return Rows({name: v + other.columns[name] for name, v in self.columns.items()})

    def where(self, where: Where) -> Rows:
        """Return the rows that fit."""
        found = self
        for name, values in where.items():
            wanted = set(values)
            found = found.chosen([value in wanted for value in found.columns[name]])
        return found

    def chosen(self, chosen: Sequence[bool]) -> Rows:
        """Return the rows for which it is true."""
        if all(chosen):
            return self
        return Rows({n: list(compress(v, chosen)) for n, v in self.columns.items()})


def read(
    connection: sa.Connection, record: type[Record], *conditions: sa.ColumnElement[bool]
) -> Rows:
    """Return the rows of a table that meet every condition, unsorted."""
    names: list[sa.ColumnClause[Any]] = [
        sa.literal_column(field.name) for field in record.fields()
    ]
    query = sa.select(*names).select_from(TABLES[record.table]).where(*conditions)
    kept: list[list[Any]] = [[] for _ in names]
    for part in connection.execute(query).partitions(PART):
        for values, more in zip(kept, zip(*part, strict=True), strict=True):
            values.extend(more)
    columns = {
        field.name: _plain(values, connection)
        for field, values in zip(record.fields(), kept, strict=True)
    }
    return Rows(columns)


def fitting(record: type[Record], where: Where) -> list[sa.ColumnElement[bool]]:
    """Return a filter as conditions on the record's table."""
    table = TABLES[record.table]
    return [table.c[name].in_(values) for name, values in where.items()]


def _plain(values: list[Any], connection: sa.Connection) -> list[Any]:
    """Return a column's values as plain ones: SQLite keeps nothing else."""
    if connection.dialect.name == "sqlite":
        return values
    return [log.plain(value) for value in values]
