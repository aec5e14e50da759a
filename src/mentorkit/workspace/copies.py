"""Where else somebody is who is erased: backups, and the keys that open texts in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mentorkit.errors import MentorkitError
from mentorkit.store import Store, contents
from mentorkit.store.erased import Erased


@dataclass(frozen=True, slots=True)
class Backups:
    """Backups that hold somebody, or that nobody can look into.

    Attributes
    ----------
    files : tuple of pathlib.Path
        Those in the ``backups`` folder.
    layouts : tuple of str
        Schemas in which a server keeps tables of an earlier layout.
    """

    files: tuple[Path, ...] = ()
    layouts: tuple[str, ...] = ()

    @classmethod
    def of(cls, store: Store, beside: Path, person_id: str) -> Backups:
        """Look for them, beside a database and in it."""
        folder = beside.parent / "backups"
        held = [file for file in sorted(folder.glob("*.db")) if _holds(file, person_id)]
        cut_short = sorted(folder.glob(".*.part"))
        return cls((*held, *cut_short), tuple(store.earlier_layouts(person_id)))

    def delete(self, store: Store) -> dict[Path | str, str]:
        """Delete them; return those that could not be, and why."""
        left: dict[Path | str, str] = {}
        for file in self.files:
            try:
                for end in ("", "-wal", "-shm"):
                    file.with_name(f"{file.name}{end}").unlink(missing_ok=True)
            except OSError as error:
                left[file] = str(error.strerror)
        try:
            if self.layouts:
                store.drop_layouts(self.layouts)
        except MentorkitError as error:
            left |= {f"the schema {name}": str(error) for name in self.layouts}
        return left


@dataclass(frozen=True, slots=True)
class Keys:
    """What becomes of the keys of the mentorships that were somebody's.

    A key of a mentorship of two that seals nothing any more only opens texts in old
    backups: it is destroyed, so that nothing does.

    Attributes
    ----------
    destroyed : tuple of str
        Mentorships whose keys are destroyed.
    kept : dict of str to int
        Those whose keys stay, and how many texts they still seal: the other's.
    elsewhere : tuple of str
        Those whose keys are not here, and seal nothing here any more.
    moved : dict of str to str
        New names of keys that were named by an id with the person's name in it.
    """

    destroyed: tuple[str, ...] = ()
    kept: dict[str, int] = field(default_factory=dict)
    elsewhere: tuple[str, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, erased: Erased) -> Keys:
        """Find out what becomes of them; nothing is touched."""
        keys = store.seals.keys
        kept = {
            m: erased.still_sealed[m] for m in erased.pairs & {*erased.still_sealed}
        }
        idle = erased.pairs - kept.keys()
        here = {m for m in idle if keys is not None and keys.path(m).exists()}
        gone = {m for m in idle if keys is not None and keys.dropped_on(m)}
        return cls(
            destroyed=tuple(sorted(here)),
            kept=dict(sorted(kept.items())),
            elsewhere=tuple(sorted(idle & erased.sealed - here - gone)),
            moved=dict(erased.moved),
        )

    def destroy(self, store: Store) -> list[str]:
        """Destroy those that are to be; return what is left to do, in words."""
        if not self.destroyed:
            return []
        names = ", ".join(f"{each}.key" for each in self.destroyed)
        try:
            done = store.drop_unused_keys(self.destroyed)
        except MentorkitError as error:
            return [f"destroy {names} ({error})"]
        return [
            f"{each}.key stays: texts were sealed with it meanwhile"
            for each in self.destroyed
            if each not in done
        ]

    def told(self) -> dict[str, list[str]]:
        """Return it in words, by heading."""
        return {
            "Keys that are destroyed, so that nobody reads what they sealed in backups"
            " (copies of them elsewhere are yours to destroy)": [
                f"{each}.key" for each in self.destroyed
            ],
            "Keys that stay, since the other person's texts are sealed with them": [
                f"{each}.key: {count:,} {'text' if count == 1 else 'texts'}"
                for each, count in self.kept.items()
            ],
            "Keys that seal nothing here any more, for whoever has them to destroy": [
                f"{each}.key" for each in self.elsewhere
            ],
            "Keys with a new name (older backups need the old one: it names them, and"
            " is yours to see to)": [
                f"{old}.key is {new}.key as well" for old, new in self.moved.items()
            ],
        }


def _holds(backup: Path, person_id: str) -> bool:
    try:
        return person_id in contents.people_in(backup)
    except MentorkitError:
        return True
