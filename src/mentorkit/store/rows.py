"""Rows as they are read: kept by column, given one by one as plain values by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress
from typing import Any, Self

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from mentorkit.models import Record
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


def read(connection: sa.Connection, record: type[Record], where: Where) -> Rows:
    """Return the rows of a table that fit, unsorted."""
    query = _rows_of(record, tuple(where))
    return fetched(connection, record, query, where)


def fetched(
    connection: sa.Connection,
    record: type[Record],
    query: sa.Select[Any],
    values: Mapping[str, Any],
) -> Rows:
    """Return the rows that a query on :func:`columns_of` a record gives."""
    names = [field.name for field in record.fields()]
    columns = by_column(connection, query, values)
    return Rows(dict(zip(names, columns, strict=True)))


def by_column(
    connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any]
) -> list[list[Any]]:
    """Return the columns that a query gives, as plain values."""
    return _columns(query, connection.execute(query, values).partitions(PART))


def straight(
    connection: sa.Connection, query: sa.Select[Any], values: Mapping[str, Any]
) -> list[list[Any]]:
    """Return the columns that a query gives which is kept, from a file by its driver.

    For a few lines SQLAlchemy's part would take longer than theirs.
    """
    if connection.dialect.name != "sqlite":
        return by_column(connection, query, values)
    sql, parameters = _compiled(query, connection.dialect)
    given = tuple(parameter.written(values) for parameter in parameters)
    driver: Any = connection.connection.driver_connection
    cursor = driver.execute(sql, given)
    return _columns(query, iter(lambda: cursor.fetchmany(PART), []))


def _columns(
    query: sa.Select[Any], parts: Iterable[Sequence[Sequence[Any]]]
) -> list[list[Any]]:
    columns: list[list[Any]] = [[] for _ in query.selected_columns]
    for part in parts:
        for column, more in zip(columns, zip(*part, strict=True), strict=True):
            column.extend(more)
    return columns


@dataclass(frozen=True, slots=True)
class _Parameter:
    """A parameter of a compiled query: how its value is written, or which it has."""

    name: str
    write: Callable[[Any], Any] | None
    value: Any

    def written(self, values: Mapping[str, Any]) -> Any:
        """Return the value as the driver takes it."""
        value = values.get(self.name, self.value)
        return self.write(value) if self.write else value


@lru_cache(maxsize=500)
def _compiled(
    query: sa.Select[Any], dialect: Dialect
) -> tuple[str, Sequence[_Parameter]]:
    compiled: Any = query.compile(dialect=dialect)
    fixed = compiled.params
    found = {
        name: _Parameter(
            name, bind.type.dialect_impl(dialect).bind_processor(dialect), fixed[name]
        )
        for bind, name in compiled.bind_names.items()
    }
    return str(compiled), [found[name] for name in compiled.positiontup]


class DayText(sa.ColumnClause[str]):
    """A column of days that is read as text."""

    inherit_cache = True


class InstantText(sa.ColumnClause[str]):
    """A column of moments that is read as text."""

    inherit_cache = True


@compiles(DayText, "postgresql")
def _day_text(column: DayText, _compiler: Any, **_: Any) -> str:
    return f"to_char({column.name}, 'YYYY-MM-DD')"


@compiles(InstantText, "postgresql")
def _instant_text(column: InstantText, _compiler: Any, **_: Any) -> str:
    form = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'
    return f"to_char({column.name} AT TIME ZONE 'UTC', '{form}')"


AS_TEXT = {"date": DayText, "instant": InstantText}
"""What SQLite keeps as text; a server writes it so, much faster than it is done here."""


def columns_of(record: type[Record]) -> sa.Select[Any]:
    """Return the query for all rows of a table, as plain values."""
    plain: list[sa.ColumnClause[Any]] = [
        AS_TEXT.get(field.kind, sa.ColumnClause)(field.name, is_literal=True)
        for field in record.fields()
    ]
    return sa.select(*plain).select_from(TABLES[record.table])


class Texts(sa.types.TypeDecorator[Sequence[str]]):
    """Any number of texts as one parameter: an array, or a JSON list in SQLite.

    So a query reads the same for one value and for a thousand, and is made once.
    """

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the parameter's type."""
        text = dialect.name == "sqlite"
        return dialect.type_descriptor(sa.Text() if text else sa.ARRAY(sa.Text))

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Write texts."""
        return json.dumps(list(value)) if dialect.name == "sqlite" else list(value)


class Among(FunctionElement[bool]):
    """The condition that a text is one of those of a parameter.

    Parameters
    ----------
    text : sqlalchemy.ColumnElement
        What is looked for.
    name : str
        The parameter's name.
    """

    inherit_cache = True
    type = sa.Boolean()

    def __init__(self, text: sa.ColumnElement[Any], name: str) -> None:
        super().__init__(text, sa.bindparam(name, type_=Texts()))

    def self_group(self, against: Any = None) -> Self:  # noqa: ARG002
        """Stay as it is among other conditions: it is none that needs "= 1"."""
        return self


@compiles(Among, "sqlite")
def _among_json(element: Among, compiler: Any, **options: Any) -> str:
    text, texts = (compiler.process(part, **options) for part in element.clauses)
    return f"{text} IN (SELECT CAST(value AS TEXT) FROM json_each({texts}))"  # noqa: S608


@compiles(Among, "postgresql")
def _among_array(element: Among, compiler: Any, **options: Any) -> str:
    text, texts = (compiler.process(part, **options) for part in element.clauses)
    return f"{text} = ANY ({texts})"


def fitting(record: type[Record], names: Sequence[str]) -> sa.ColumnElement[bool]:
    """Return the condition that columns hold some of the values that are given later."""
    return sa.and_(*(Among(TABLES[record.table].c[name], name) for name in names))


@cache
def _rows_of(record: type[Record], names: tuple[str, ...]) -> sa.Select[Any]:
    """Return a query; made once, since making it takes longer than its rows do."""
    query = columns_of(record)
    return query.where(fitting(record, names)) if names else query
