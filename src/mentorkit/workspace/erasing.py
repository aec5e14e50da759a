"""Erasing people through the front door: the database, the folder, the backups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit.errors import NotFound
from mentorkit.models import Person
from mentorkit.privacy import Pseudonyms, retention
from mentorkit.privacy.erasing import names_of
from mentorkit.store.erased import Erased
from mentorkit.workspace.copies import Backups, Keys
from mentorkit.workspace.erasures import Erasures
from mentorkit.workspace.identity import Identity
from mentorkit.workspace.pseudonym_key import path_of, pseudonym_key
from mentorkit.workspace.settings import TOML


if TYPE_CHECKING:
    from mentorkit.privacy.mentions import Mentions
    from mentorkit.workspace.traces import Traces


EXPIRED = "The time for which the program keeps personal data is over"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a person did, or would do.

    Attributes
    ----------
    person : str
        Whom it was asked for.
    done : bool
        Whether it was done; a dry run changes nothing.
    records : Erased
        What became of rows and history.
    removed : tuple of str
        Reports and files of exports that were removed.
    rewritten : tuple of str
        Runs of reviews whose manifest and index were written again.
    left : dict of str to str
        Files that name the person and are left to whoever put them there.
    backups : tuple of str
        Backups that hold the person, a server's tables of earlier layouts too.
    backups_removed : bool
        Whether those were deleted.
    keys : Keys
        What becomes of the keys of sealed texts.
    unfinished : tuple of str
        What is left to do, in words.
    """

    person: str
    done: bool
    records: Erased
    removed: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()
    left: dict[str, str] = field(default_factory=dict)
    backups: tuple[str, ...] = ()
    backups_removed: bool = False
    keys: Keys = field(default_factory=Keys)
    unfinished: tuple[str, ...] = ()

    def __str__(self) -> str:
        verb = "Erased" if self.done else "Would erase"
        stands = f"; '{self.records.pseudonym}' stands for them" if self.done else ""
        told = [f"{verb} {self.person}{stands}:", str(self.records)]
        told += _part(
            "Reports and exports that go (reviews of others can be run again)",
            _by_folder(self.removed),
        )
        told += _part("Lists of reviews that are written again", self.rewritten)
        told += _part(
            "Files that name them, and are yours to see to",
            [f"{file} {why}" for file, why in self.left.items()],
        )
        fate = (
            "Backups that are deleted"
            if self.backups_removed
            else "Backups that hold them (--backups deletes these; a restore of one"
            " erases them again)"
        )
        told += _part(fate, self.backups)
        for heading, lines in self.keys.told().items():
            told += _part(heading, lines)
        told += _part("Still to be done", self.unfinished)
        return "\n".join(told)

    __repr__ = __str__

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        told = {k: v for k, v in asdict(self).items() if k != "records"}
        return told | {"records": self.records.as_dict()}


def _by_folder(files: Iterable[str]) -> list[str]:
    """Return files, those of one folder in one line where they are many."""
    folders: dict[str, list[str]] = {}
    for file in files:
        folders.setdefault(str(Path(file).parent), []).append(file)
    told = []
    for folder, some in folders.items():
        told += some if len(some) < 5 else [f"{folder}: {len(some)} files"]
    return told


def _part(heading: str, lines: tuple[str, ...] | list[str]) -> list[str]:
    return [f"{heading}:", *(f"  {line}" for line in lines)] if lines else []


class Erasing(Identity):
    """The part of a workspace that forgets people."""

    def erase_person(
        self,
        person: str,
        *,
        why: str | None = None,
        keep_counts: bool | None = None,
        backups: bool = False,
        dry_run: bool = False,
    ) -> Erasure:
        """Take everything about a person out of the workspace, for good.

        Rows about them and what they wrote go, with their history; in what others keep
        their name is replaced. Reports and exports in the workspace's folder that name
        them are removed. It cannot be undone.

        Parameters
        ----------
        person : str
            Their handle, id or e-mail address.
        why : str, optional
            The reason, for the history.
        keep_counts : bool, optional
            Whether days, statuses and numbers of what they did stay, without name and
            text; by default only if they consented to that.
        backups : bool
            Delete the backups that hold them, too.
        dry_run : bool
            Say what would happen, and change nothing.

        Returns
        -------
        Erasure
            What happened; ``unfinished`` says what is left to do.

        Raises
        ------
        NotFound
            There is nobody of that name.
        NotAllowed
            On a server: the login does not own the database.
        """
        found, _ = self.store.get("people", person)
        if not isinstance(found, Person):
            raise TypeError
        if retention.is_stub(found.model_dump()):
            raise NotFound(f"'{person}' was erased before.")
        records = self.store.erase_person(
            found.id, by=self.user, why=why, counts=keep_counts, dry_run=True
        )
        named = names_of(found.model_dump(), self.store.rows("people"), ids=[found.id])
        where = self._traces(named, records.handles | self._public_names(found.id))
        held = Backups.of(self.store, self.settings.beside, found.id)
        keys = Keys.of(self.store, records)
        unfinished: list[str] = []
        if not dry_run:
            # Listed first: were it to end in between, a restore would still know.
            Erasures(self.settings.beside).add(
                found.id, self.today, counts=records.counts_kept
            )
            records = self.store.erase_person(
                found.id, by=self.user, why=why, counts=keep_counts
            )
            keys = Keys.of(self.store, records)
            left = where.remove(named) | (held.delete(self.store) if backups else {})
            unfinished += [f"remove {self._told(f)} ({w})" for f, w in left.items()]
            unfinished += [*keys.destroy(self.store), *records.to_be_read()]
            unfinished += [records.unfinished] if records.unfinished else []
        return Erasure(
            person=person,
            done=not dry_run,
            records=records,
            removed=self._names([*where.reports, *where.exports]),
            rewritten=self._names(where.runs),
            left={self._told(file): why for file, why in where.told.items()},
            backups=(
                *self._names(held.files),
                *(f"the schema {name}" for name in held.layouts),
            ),
            backups_removed=backups,
            keys=keys,
            unfinished=tuple(unfinished),
        )

    def expired(self) -> pd.DataFrame:
        """Return whose data every program has kept for as long as it says.

        Returns
        -------
        pandas.DataFrame
            ``person`` (the handle), ``person_id``, ``ended_on``, ``due_on``.
        """
        due = retention.due(self.store.everything(), self.today)
        rows = [
            (each.handle, each.person_id, each.ended_on, each.due_on) for each in due
        ]
        return pd.DataFrame(rows, columns=["person", "person_id", "ended_on", "due_on"])

    def erase_expired(
        self, *, backups: bool = False, dry_run: bool = False
    ) -> list[Erasure]:
        """Erase everybody whose data was kept for as long as their programs say."""
        return [
            self.erase_person(handle, why=EXPIRED, backups=backups, dry_run=dry_run)
            for handle in self.expired()["person"]
        ]

    def finish_erasing(self) -> str | None:
        """Take what was erased out of free pages and logs; say what is left to do."""
        return self.store.scrub()

    def _public_names(self, person_id: str) -> frozenset[str]:
        """Return what reviews for everybody call somebody's mentorships."""
        if not path_of(self.settings).exists():
            return frozenset()
        bare = Pseudonyms(pseudonym_key(self.settings))
        rows = self.store.rows("members", {"person_id": [person_id]})
        return frozenset(bare.of("mentorships", row["mentorship_id"]) for row in rows)

    def _traces(self, named: Mentions, handles: frozenset[str]) -> Traces:
        from mentorkit.workspace import traces  # noqa: PLC0415 - heavy

        if not (self.folder / TOML).is_file():
            return traces.Traces()  # a database alone: the folder is no workspace
        database = self.settings.database
        file = database if isinstance(database, Path) else None
        return traces.find(self.folder, file, named, handles)

    def _names(self, files: Any) -> tuple[str, ...]:
        return tuple(sorted(self._told(file) for file in files))

    def _told(self, file: Path | str) -> str:
        if isinstance(file, str):
            return file
        near = file.is_relative_to(self.folder)
        return str(file.relative_to(self.folder)) if near else str(file)
