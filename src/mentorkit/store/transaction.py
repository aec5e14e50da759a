"""Changes that are kept together, on an open writing connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record, record_of
from mentorkit.store import adding, log, sealing, undoing, writes
from mentorkit.store.database import Database
from mentorkit.store.log import Signature
from mentorkit.store.names import find_id
from mentorkit.store.undone import Undone


class Transaction:
    """Changes that are kept together."""

    def __init__(
        self, connection: sa.Connection, signature: Signature, database: Database
    ) -> None:
        self._connection = connection
        self._signature = signature
        self._database = database

    @property
    def change_set(self) -> str:
        """What names these changes together."""
        return self._signature.change_set

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Take back alone what is changed inside, where it raises.

        What the database refuses is told in its words, and the others can go on.
        """
        with self._database.in_words(), self._connection.begin_nested():
            yield

    def add(self, records: Iterable[Record], *, op: str = "add") -> list[Record]:
        """Add records."""
        return writes.add(self._connection, records, self._signature, op)

    def add_new(self, records: Sequence[Record]) -> list[Record]:
        """Add those records that are not there yet by their ids, many at once."""
        return adding.add_new(self._connection, records, self._signature)

    def revise(
        self,
        table: str,
        row_id: str,
        changes: Mapping[str, Any],
        version: int | None = None,
    ) -> tuple[Record, int]:
        """Change fields of a row."""
        record = record_of(table)
        return writes.revise(
            self._connection, record, row_id, changes, self._signature, version
        )

    def erase(self, table: str, row_id: str) -> Record:
        """Take a row out."""
        return writes.erase(self._connection, record_of(table), row_id, self._signature)

    def undo(self, change_set: str | None = None) -> Undone:
        """Take a change set back; the signer's last one when none is named."""
        return undoing.undo(self._connection, self._signature, change_set)

    def find_id(self, table: str, name: str) -> str:
        """Return the id that an id, a handle or an e-mail address stands for."""
        return find_id(self._connection, table, name)

    def get(self, table: str, row_id: str) -> tuple[Record, int]:
        """Return a row as its record, and its version."""
        return writes.get(self._connection, record_of(table), row_id)

    def history(self, table: str, row_id: str) -> list[dict[str, Any]]:
        """Return the log of one row, oldest first, its texts as they are kept."""
        return log.of_row(self._connection, table, row_id)

    def histories(
        self, table: str, row_ids: Sequence[str]
    ) -> dict[str, list[dict[str, Any]]]:
        """Return the logs of those of a few rows that ever were, as they read."""
        found: dict[str, list[dict[str, Any]]] = {}
        lines = log.of_rows(self._connection, table, row_ids)
        for line in sealing.of(self._connection).lines(lines):
            found.setdefault(line["row_id"], []).append(line)
        return found

    def same_row(self, record: Record) -> str | None:
        """Return the id of the row that a record is about, by id or natural key."""
        return writes.same_row(self._connection, record)
