"""Sealing all that a database holds already, and opening it again: rows and history.

What texts say stays as it is, so this is no change in the history; how they are kept
changes everywhere in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import StorageError
from mentorkit.models import Record, record_of
from mentorkit.privacy.mentions import ERASED
from mentorkit.store.database import Database
from mentorkit.store.schema import CHANGES, SEALED, TABLES
from mentorkit.store.sealed import RowKey, is_sealed, owner, owners, turned_lines
from mentorkit.store.sealing import Seals


BATCH = 2_000
"""How many rows are written at a time."""

Turn = Callable[[str | None, str], str]
"""Gives how a text is kept from now on, for the mentorship that its row belongs to."""


@dataclass(frozen=True, slots=True)
class Resealed:
    """What sealing or unsealing a database did.

    Attributes
    ----------
    keys : pathlib.Path or None
        The folder of the keys, where it is sealed from now on.
    texts, logged : int
        How many texts of rows, and lines of the history, are kept differently now.
    clean : bool
        Whether nothing is left of what was written over.
    closed : tuple of str
        Ids of mentorships whose texts did not open, and stayed as they were.
    """

    keys: Path | None
    texts: int
    logged: int
    clean: bool
    closed: tuple[str, ...] = ()

    def __str__(self) -> str:
        done = "Unsealed" if self.keys is None else "Sealed"
        texts = f"{self.texts:,} text{'' if self.texts == 1 else 's'}"
        lines = f"{self.logged:,} line{'' if self.logged == 1 else 's'}"
        told = [f"{done} {texts} of rows and {lines} of their history."]
        if self.keys is not None:
            told.append(f"The keys are in {self.keys}: keep a copy of that folder.")
        if self.closed:
            told.append(f"Still sealed, for want of a key: {', '.join(self.closed)}.")
        if not self.clean:
            told.append(LEFT)
        return "\n  ".join(told)

    __repr__ = __str__

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


LEFT = (
    "Not finished: what was written over is still in the database's files, because"
    " another program is reading it or the disk is full. Close notebooks that are"
    " open and run this again."
)


def seal(database: Database, seals: Seals) -> Resealed:
    """Seal every private text that is kept in the clear; leave nothing of it behind."""
    if seals.keys is None:
        raise ValueError
    with database.writing() as connection:
        database.require_owner(connection, "seal it")

        def turn(mentorship: str | None, text: str) -> str:
            if mentorship is None or is_sealed(text) or text == ERASED:
                return text
            return seals.seal(connection, mentorship, text)

        texts, logged = _turn_everything(connection, turn)
    return Resealed(seals.keys.folder, texts, logged, _scrubbed(database))


def unseal(database: Database, seals: Seals) -> Resealed:
    """Open every sealed text for good; those that do not open stay sealed."""
    closed: set[str] = set()

    def turn(_mentorship: str | None, text: str) -> str:
        if seals.closed(text):
            closed.add(owner(text))
            return text
        opened: str = seals.text(text)
        return opened

    with database.writing() as connection:
        database.require_owner(connection, "unseal it")
        texts, logged = _turn_everything(connection, turn)
    clean = _scrubbed(database)
    return Resealed(None, texts, logged, clean, tuple(sorted(closed)))


def _scrubbed(database: Database) -> bool:
    """Return whether nothing is left of what was written over."""
    try:
        return database.scrub() is None
    except StorageError:
        return False


def _turn_everything(connection: sa.Connection, turn: Turn) -> tuple[int, int]:
    known = owners(connection)
    done = [_turn_table(connection, record_of(table), known, turn) for table in SEALED]
    return sum(texts for texts, _ in done), sum(logged for _, logged in done)


def _turn_table(
    connection: sa.Connection,
    record: type[Record],
    owners: Mapping[RowKey, str],
    turn: Turn,
) -> tuple[int, int]:
    """Turn one table's rows and history: the same text of a field in the same way."""
    table, names = TABLES[record.table], SEALED[record.table]
    known: dict[tuple[str, str, str], str] = {}

    def turned(row_id: str, name: str, text: Any) -> Any:
        if not text or not isinstance(text, str):
            return text
        place = (row_id, name, text)
        if place not in known:
            known[place] = turn(owners.get((record.table, row_id)), text)
        return known[place]

    key = table.c[record.key()]
    texts = 0
    changed = []
    for row in connection.execute(sa.select(key, *(table.c[n] for n in names))).all():
        row_id, *before = row
        after = [turned(row_id, *item) for item in zip(names, before, strict=True)]
        if after != before:
            texts += sum(a != b for a, b in zip(after, before, strict=True))
            changed.append({"_key": row_id, **dict(zip(names, after, strict=True))})
    query = sa.update(table).where(key == sa.bindparam("_key"))
    _write(connection, query.values({n: sa.bindparam(n) for n in names}), changed)

    lines = list(turned_lines(connection, record.table, turned))
    query = sa.update(CHANGES).where(CHANGES.c.seq == sa.bindparam("_seq"))
    sides: dict[str, Any] = {s: sa.bindparam(s) for s in ("before", "after")}
    _write(connection, query.values(sides), lines)
    return texts, len(lines)


def _write(
    connection: sa.Connection, query: sa.Update, rows: Iterable[dict[str, Any]]
) -> None:
    batch = list(rows)
    for start in range(0, len(batch), BATCH):
        connection.execute(query, batch[start : start + BATCH])
