"""The list of who was erased: it outlives a restore, and holds no names.

An older backup still holds people who were erased since. The list beside the database
has a fingerprint of each one's id and the day; a restore looks there.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import secrets
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mentorkit.errors import StorageError
from mentorkit.review.places import write_whole
from mentorkit.store import Store, backups, contents
from mentorkit.store.schema import VERSION


ABOUT = (
    "Who was erased: fingerprints of ids, and days; no names. A restore of an older"
    " backup erases them again. Keep this file beside the database."
)


@dataclass(frozen=True, slots=True)
class Again:
    """Somebody in a backup who was erased since.

    Attributes
    ----------
    person_id : str
        Their id in the backup.
    on : datetime.date
        The day on which they were erased.
    counts : bool
        Whether rows about them stayed, without names and texts.
    """

    person_id: str
    on: dt.date
    counts: bool


@dataclass(frozen=True, slots=True)
class Clean:
    """A backup without those who were erased since.

    Attributes
    ----------
    file : pathlib.Path
        It, or a copy from which they were taken out.
    again : tuple of Again
        Who those are.
    unread : dict of str to int
        By mentorship how many sealed texts could not be looked through for them.
    """

    file: Path
    again: tuple[Again, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)


class Erasures:
    """The list beside a database.

    Parameters
    ----------
    beside : pathlib.Path
        The database file, or what stands for one that is on a server.
    """

    def __init__(self, beside: Path) -> None:
        self.beside = beside
        self.path = beside.with_name(f"{beside.stem}-erased.json")

    def add(self, person_id: str, on: dt.date, *, counts: bool) -> None:
        """Put somebody on the list."""
        held = self._held()
        entry = {
            "fingerprint": _fingerprint(person_id, held["salt"]),
            "on": on.isoformat(),
            "counts": counts,
        }
        held["erased"].append(entry)
        write_whole(self.path, json.dumps(held, indent=1) + "\n")

    def among(self, ids: set[str]) -> list[Again]:
        """Return those of some people who are on the list."""
        held = self._held()
        listed = {entry["fingerprint"]: entry for entry in held["erased"]}
        found = ((i, listed.get(_fingerprint(i, held["salt"]))) for i in sorted(ids))
        return [
            Again(person_id, dt.date.fromisoformat(entry["on"]), entry["counts"])
            for person_id, entry in found
            if entry
        ]

    @contextmanager
    def taken_out(
        self, backup: Path, by: str, keys: Path | None = None
    ) -> Iterator[Clean]:
        """Give a backup without those who were erased since; it itself stays as it is.

        Parameters
        ----------
        backup : pathlib.Path
            The backup.
        by : str
            Who signs it.
        keys : pathlib.Path, optional
            The folder of the keys that open sealed texts in it.
        """
        again, older = [], False
        if self.path.is_file() and not self._is_live(backup):
            older = contents.examine(backup).layout < VERSION
            again = self.among(contents.people_in(backup))
        if not again:
            yield Clean(backup)
            return
        with tempfile.TemporaryDirectory(
            dir=self.path.parent, prefix=".restoring-"
        ) as scratch:
            copy = Path(scratch) / backup.name
            backups.copy_of(backup, copy)
            if older:
                from mentorkit.store.migrating import (  # noqa: PLC0415 - seldom due
                    migrate_copy,
                )

                migrate_copy(copy)  # opening it would keep another copy of them
            store = Store(copy, keys=keys)
            try:
                unread = dict(_erased_again(store, again, by))
            finally:
                store.close()
            yield Clean(copy, tuple(again), unread)

    def _is_live(self, backup: Path) -> bool:
        there = self.beside.exists() and backup.exists()
        return there and backup.samefile(self.beside)

    def _held(self) -> dict[str, Any]:
        if not self.path.exists():
            return {"about": ABOUT, "salt": secrets.token_hex(16), "erased": []}
        try:
            held: dict[str, Any] = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StorageError(
                f"{self.path} says who was erased, and cannot be read ({error})."
                " Put it back from a copy; without it a restore could bring"
                " erased people back. Nothing was changed."
            ) from None
        return held


def _erased_again(
    store: Store, again: list[Again], by: str
) -> Iterator[tuple[str, int]]:
    """Erase people from a copy; give the texts that could not be looked through."""
    for each in again:
        done = store.erase_person(
            each.person_id,
            by=by,
            why=f"Erased on {each.on}; again, since a backup was restored",
            counts=each.counts,
        )
        yield from done.unread.items()


def _fingerprint(person_id: str, salt: str) -> str:
    key = bytes.fromhex(salt)
    return hashlib.blake2b(person_id.encode(), key=key, digest_size=16).hexdigest()
