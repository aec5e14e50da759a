"""From records to tables: columns, checks and keys, for every database alike.

Reads the models and nothing else; it holds no connection.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import Dialect

from mentorkit.models import RECORDS, Field, Record


VERSION = 6
"""The layout's number; a database of a higher one belongs to a newer mentorkit."""

OPERATIONS = ("add", "import", "revise", "erase")

SEAL = "sealed:1:"
"""What a sealed text begins with, and no other may."""

NAMING = "title"
"""The field that tells rows apart in lists, charts and reports: it is never sealed."""


class Day(sa.types.TypeDecorator[dt.date]):
    """A calendar day: ISO text in SQLite, whose own dates keep no check."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the column's type."""
        text = dialect.name == "sqlite"
        return dialect.type_descriptor(sa.Text() if text else sa.Date())

    def process_bind_param(self, value: dt.date | None, dialect: Dialect) -> Any:
        """Write a day."""
        if value is None or dialect.name != "sqlite":
            return value
        return value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.date | None:
        """Read a day."""
        if value is None or dialect.name != "sqlite":
            return None if value is None else dt.date.fromisoformat(str(value))
        return dt.date.fromisoformat(value)


class Instant(sa.types.TypeDecorator[dt.datetime]):
    """A moment in UTC: text of fixed width in SQLite, so that it sorts as time does."""

    impl = sa.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the column's type."""
        text = dialect.name == "sqlite"
        kind = sa.Text() if text else sa.DateTime(timezone=True)
        return dialect.type_descriptor(kind)

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> Any:
        """Write a moment."""
        if value is None or dialect.name != "sqlite":
            return value
        return instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> dt.datetime | None:
        """Read a moment."""
        if value is None or dialect.name != "sqlite":
            return None if value is None else value.astimezone(dt.UTC)
        return dt.datetime.fromisoformat(value)


def instant_text(value: dt.datetime) -> str:
    """Return a moment as ``2026-09-30T15:00:00.000000Z``."""
    utc = value.astimezone(dt.UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}Z"


def moment_told(text: str) -> str:
    """Return a moment as it is kept, as people read it.

    Examples
    --------
    >>> moment_told("2026-09-30T15:00:00.000000Z")
    '2026-09-30 15:00 UTC'
    """
    return f"{text[:16].replace('T', ' ')} UTC"


class Flag(sa.types.TypeDecorator[bool]):
    """Yes or no: 1 or 0 in SQLite's strict tables, which have no booleans."""

    impl = sa.Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> sa.types.TypeEngine[Any]:
        """Choose the column's type."""
        number = dialect.name == "sqlite"
        return dialect.type_descriptor(sa.Integer() if number else sa.Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:  # noqa: FBT001
        """Write a flag."""
        return int(value) if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002
        """Read a flag."""
        return None if value is None else bool(value)


WHOLE = sa.Integer().with_variant(sa.BigInteger(), "postgresql")
"""A whole number of 64 bits, which SQLite's integers always are."""


def sealed_fields(record: type[Record]) -> tuple[str, ...]:
    """Return the fields that are sealed: private free text of a mentorship's rows.

    Not what is confided to somebody, who may have no key of the mentorship.

    Examples
    --------
    >>> from mentorkit.models import Milestone, Person
    >>> sealed_fields(Milestone), sealed_fields(Person)
    (('success_means',), ())
    """
    names = {field.name for field in record.fields()}
    if record.confided or not (record.within or "mentorship_id" in names):
        return ()
    return tuple(
        field.name
        for field in record.fields()
        if field.free_text and field.about.reads != "all" and field.name != NAMING
    )


def column_type(field: Field) -> sa.types.TypeEngine[Any]:
    """Return the type of a field's column."""
    types: dict[str, sa.types.TypeEngine[Any]] = {
        "integer": WHOLE,
        "number": sa.Double().with_variant(sa.REAL(), "sqlite"),
        "boolean": Flag(),
        "date": Day(),
        "instant": Instant(),
    }
    return types.get(field.kind, sa.Text())


def table_of(record: type[Record], metadata: sa.MetaData) -> sa.Table:
    """Return the table of a record, with every check that its model states."""
    columns: list[Any] = []
    for field in record.fields():
        args: list[Any] = []
        if field.about.ref:
            target = next(r for r in RECORDS if r.table == field.about.ref)
            key = f"{target.table}.{target.key()}"
            args.append(sa.ForeignKey(key, deferrable=True, initially="IMMEDIATE"))
        columns.append(
            sa.Column(
                field.name,
                column_type(field),
                *args,
                primary_key=field.name == record.key(),
                nullable=field.nullable,
                index=bool(field.about.ref) or None,
            )
        )
    columns.append(sa.Column("version", sa.Integer, nullable=False))
    checks = [
        sa.CheckConstraint(sql, name=f"{record.table}_{name}")
        for name, sql in checks_of(record)
    ]
    keys = [
        sa.UniqueConstraint(*names, name=f"{record.table}_{'_'.join(names)}_once")
        for names in record.unique
    ]
    return sa.Table(
        record.table, metadata, *columns, *checks, *keys, sqlite_strict=True
    )


def checks_of(record: type[Record]) -> list[tuple[str, str]]:
    """Return the name and SQL of each check of a record's table.

    A sealed text is longer than what was typed, whose length the model has checked.
    """
    found = []
    sealed = sealed_fields(record)
    for field in record.fields():
        name = field.name
        if field.vocabulary:
            words = ", ".join(f"'{word}'" for word in field.vocabulary.words())
            found.append((f"{name}_word", f"{name} IN ({words})"))
        if field.minimum is not None:
            found.append((f"{name}_least", f"{name} >= {field.minimum}"))
        if field.maximum is not None:
            found.append((f"{name}_most", f"{name} <= {field.maximum}"))
        if field.min_length:
            found.append((f"{name}_short", f"length({name}) >= {field.min_length}"))
        if field.max_length:
            long = f"length({name}) <= {field.max_length}"
            if name in sealed:
                long += f" OR substr({name}, 1, {len(SEAL)}) = '{SEAL}'"
            found.append((f"{name}_long", long))
    found += [(f"rule_{i}", rule.sql()) for i, rule in enumerate(record.rules, 1)]
    return found


METADATA = sa.MetaData()

TABLES: dict[str, sa.Table] = {r.table: table_of(r, METADATA) for r in RECORDS}
"""The table of each record, by name."""

SCHEMA_INFO = sa.Table(
    "schema_info",
    METADATA,
    sa.Column("version", sa.Integer, nullable=False),
    sqlite_strict=True,
)

SEALED = {r.table: names for r in RECORDS if (names := sealed_fields(r))}
"""For each table that has any, the columns that are sealed where a workspace seals."""

HOLDS = ("mentorship_id", *sorted({r.within for r in RECORDS if r.within}))
"""The references by which rows belong to what they are asked for by."""

LEAVES = f"op = 'erase' OR field IN {HOLDS}"
"""Whether a line of the log tells that a row left what it belonged to."""

LEFT = {
    "sqlite": (
        'CAST(CASE WHEN json_valid("before") THEN coalesce('
        + ", ".join(f"json_extract(\"before\", '$.{name}')" for name in HOLDS)
        + ", CASE op WHEN 'revise' THEN json_extract(\"before\", '$') END) END AS TEXT)"
    ),
    "postgresql": (
        "(CASE op WHEN 'erase' THEN coalesce("
        + ", ".join(f"CAST(before AS json) ->> '{name}'" for name in HOLDS)
        + ") ELSE CAST(before AS json) #>> '{}' END)"
    ),
}
"""What the row belonged to until then, in each kind of database's words."""

CHANGES = sa.Table(
    "changes",
    METADATA,
    sa.Column("seq", WHOLE, primary_key=True, autoincrement=True),
    sa.Column("change_set", sa.Text, nullable=False),
    sa.Column("undoes", sa.Text),
    sa.Column("at", Instant, nullable=False),
    sa.Column("by", sa.Text, nullable=False),
    sa.Column("why", sa.Text),
    sa.Column("table_name", sa.Text, nullable=False),
    sa.Column("row_id", sa.Text, nullable=False),
    sa.Column("op", sa.Text, nullable=False),
    sa.Column("field", sa.Text),
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    sa.Column("version", sa.Integer, nullable=False),
    sa.CheckConstraint(f"op IN {OPERATIONS}", name="changes_op_word"),
    sa.Index("changes_row", "table_name", "row_id", "at"),
    sa.Index("changes_at", "table_name", "at"),
    sa.Index("changes_kind", "table_name", "op", "field", "at"),
    sa.Index("changes_set", "change_set"),
    sa.Index(
        "changes_undoes", "undoes", sqlite_where=sa.literal_column("undoes IS NOT NULL")
    ),
    *(
        sa.Index(
            "changes_left",
            "table_name",
            sa.literal_column(left),
            "at",
            sqlite_where=sa.literal_column(LEAVES),
            postgresql_where=sa.literal_column(LEAVES),
        ).ddl_if(dialect=dialect)
        for dialect, left in LEFT.items()
    ),
    sqlite_strict=True,
)
"""Every change, one row a record and field, never updated and never removed.

Changes that were made together share a ``change_set``; those that take another change
set back name it in ``undoes``.
"""
