"""What the steps between layouts make tables of; it stays as it is for good."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from alembic.operations import Operations


DAY = sa.Date().with_variant(sa.Text(), "sqlite")
FLAG = sa.Boolean().with_variant(sa.Integer(), "sqlite")
WHOLE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
NUMBER: sa.types.TypeEngine[Any] = sa.Double().with_variant(sa.REAL(), "sqlite")


def long(column: str, most: int) -> str:
    """Return the check on the length of a text that may be sealed."""
    return f"length({column}) <= {most} OR substr({column}, 1, 9) = 'sealed:1:'"


def reference(name: str, target: str, *, nullable: bool) -> sa.Column[str]:
    """Return a column that refers to another table's key."""
    key = sa.ForeignKey(target, deferrable=True, initially="IMMEDIATE")
    return sa.Column(name, sa.Text, key, nullable=nullable)


def checks(table: str, found: Mapping[str, str]) -> list[sa.CheckConstraint]:
    """Return the checks of a table, by the name that each has in it."""
    return [
        sa.CheckConstraint(sql, name=f"{table}_{name}") for name, sql in found.items()
    ]


@dataclass(frozen=True, slots=True)
class Layout:
    """One table, said shortly.

    ``columns`` names them as ``name:kind>table?``: text where it says no kind, a
    reference where it says a table, and may be empty where it ends so.
    """

    key: str
    columns: str
    words: Mapping[str, str] = field(default_factory=dict)
    lengths: Mapping[str, tuple[int | None, int | None]] = field(default_factory=dict)
    sealed: str = ""
    limits: Mapping[str, tuple[float | None, float | None]] = field(
        default_factory=dict
    )
    once: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


KINDS: dict[str, sa.types.TypeEngine[Any]] = {
    "": sa.Text(),
    "whole": WHOLE,
    "number": NUMBER,
    "flag": FLAG,
    "day": DAY,
    "instant": INSTANT,
}


def make(op: Operations, table: str, layout: Layout, keys: Mapping[str, str]) -> None:
    """Make a table.

    Parameters
    ----------
    op : alembic.operations.Operations
        What makes it.
    table : str
        Its name.
    layout : Layout
        What it holds.
    keys : mapping of str to str
        The key of each table that it may refer to.
    """
    columns, referring = _columns(layout, keys)
    once = [
        sa.UniqueConstraint(
            *names.split(), name=f"{table}_{'_'.join(names.split())}_once"
        )
        for names in layout.once
    ]
    op.create_table(
        table,
        sa.Column(layout.key, sa.Text, primary_key=True),
        *columns,
        sa.Column("version", sa.Integer, nullable=False),
        *checks(table, dict(_checks(layout))),
        *once,
        sqlite_strict=True,
    )
    for name in referring:
        op.create_index(f"ix_{table}_{name}", table, [name])


def _columns(
    layout: Layout, keys: Mapping[str, str]
) -> tuple[list[sa.Column[Any]], list[str]]:
    """Return the columns, and the names of those that refer to other tables."""
    found: list[sa.Column[Any]] = []
    referring: list[str] = []
    for word in layout.columns.split():
        said = re.fullmatch(r"(\w+)(?::(\w+))?(?:>(\w+))?(\?)?", word)
        name, kind, table, empty = said.groups() if said else ("", "", "", "")
        if table:
            target = f"{table}.{keys[table]}"
            found.append(reference(name, target, nullable=bool(empty)))
            referring.append(name)
        else:
            found.append(sa.Column(name, KINDS[kind or ""], nullable=bool(empty)))
    return found, referring


def _checks(layout: Layout) -> Iterator[tuple[str, str]]:
    for name, words in layout.words.items():
        listed = ", ".join(f"'{word}'" for word in words.split())
        yield f"{name}_word", f"{name} IN ({listed})"
    for name, (least, most) in layout.limits.items():
        if least is not None:
            yield f"{name}_least", f"{name} >= {least}"
        if most is not None:
            yield f"{name}_most", f"{name} <= {most}"
    yield from _checks_of_texts(layout)
    for number, rule in enumerate(layout.rules, 1):
        yield f"rule_{number}", rule


def _checks_of_texts(layout: Layout) -> Iterator[tuple[str, str]]:
    for name, (short, most) in layout.lengths.items():
        if short:
            yield f"{name}_short", f"length({name}) >= {short}"
        if most:
            sealed = name in layout.sealed.split()
            plain = f"length({name}) <= {most}"
            yield f"{name}_long", long(name, most) if sealed else plain
