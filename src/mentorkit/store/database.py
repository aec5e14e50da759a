"""What the store asks of a database, whichever it is: reads, writes, errors in words.

Each kind has a module of its own; what is kept in them is in ``schema``.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import StorageError
from mentorkit.store.schema import VERSION


Place = str | Path
"""Where a database is: a file, or the URL of a server's."""


class Database(ABC):
    """One database, open.

    Attributes
    ----------
    name : str
        What messages call it; never holds a password.
    schema : str or None
        The schema that its tables are in, where the kind has such a thing.
    engine : sqlalchemy.Engine
        What connections come from.
    """

    name: str
    schema: str | None = None
    engine: sa.Engine

    @abstractmethod
    def reading(self) -> AbstractContextManager[sa.Connection]:
        """Give a connection that sees one moment of the database."""

    @abstractmethod
    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Give the turn to write: changes are kept together, or not at all."""

    @abstractmethod
    def clock(self, connection: sa.Connection) -> dt.datetime:
        """Return the moment that all who write here agree on."""

    @abstractmethod
    def in_words(self) -> AbstractContextManager[None]:
        """Tell what the database refuses as errors of ours."""

    @abstractmethod
    def not_ours(self) -> StorageError:
        """Return the error for a database that is something else."""

    @abstractmethod
    def scrub(self) -> str | None:
        """Take what was erased out of free pages and logs; say what is left to do."""

    @abstractmethod
    def require_owner(self, connection: sa.Connection, what: str) -> None:
        """See that who is logged in may change everything."""

    def newer(self, version: int) -> StorageError:
        """Return the error for one that a newer mentorkit wrote."""
        return newer(self.name, version)

    def close(self) -> None:
        """Let go of it."""
        self.engine.dispose()


def newer(name: object, version: int) -> StorageError:
    """Return the error for a database that a newer mentorkit wrote."""
    return StorageError(
        f"{name} was written by a newer mentorkit (layout {version}; this one knows"
        f" {VERSION}). Update mentorkit; it was left as it is."
    )


@contextmanager
def attempt(connection: sa.Connection) -> Iterator[None]:
    """Try a statement that may be refused, and go on in the same transaction.

    SQLite takes back a refused statement by itself; PostgreSQL would give up the
    whole transaction.
    """
    alone: AbstractContextManager[Any] = nullcontext()
    if connection.dialect.name == "postgresql":
        alone = connection.begin_nested()
    with alone:
        yield
