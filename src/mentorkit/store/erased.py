"""What erasing a person did to the database, or would do, as data and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any


WHAT = {
    "gone": "gone",
    "emptied": "without their texts",
    "changed": "without their names",
}
"""What may become of a row, and how that is told."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of rows and history.

    Attributes
    ----------
    pseudonym : str
        What stands for the person from now on.
    counts_kept : bool
        Whether rows about them stay, without names and texts.
    rows : dict
        By table how many are ``gone``, ``emptied`` (their texts) and ``changed``
        (mentions, signatures and references).
    history : dict
        How many changes were ``removed`` and ``changed``.
    mentions : int
        How many mentions of their names were taken out of texts that stay.
    pairs : frozenset of str
        The mentorships that were theirs and one other's.
    handles : frozenset of str
        What their mentorships are called, or were.
    logins : tuple of str
        Logins of theirs on a server: they have no access any more, and are there still.
    unread : dict of str to int
        By mentorship how many sealed texts that stay did not open here, so that they
        were not looked through.
    sealed : frozenset of str
        The mentorships whose keys sealed any text that changes, goes or stays.
    still_sealed : dict of str to int
        By mentorship how many texts its key still seals.
    moved : dict of str to str
        New names of keys: those of mentorships whose ids were made from the name.
    unfinished : str or None
        What is left to do until nothing is left of them in the database.
    """

    pseudonym: str
    counts_kept: bool
    rows: Mapping[str, Mapping[str, int]]
    history: Mapping[str, int]
    mentions: int
    pairs: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    logins: tuple[str, ...] = ()
    unread: Mapping[str, int] = field(default_factory=dict)
    sealed: frozenset[str] = frozenset()
    still_sealed: Mapping[str, int] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    unfinished: str | None = None

    def __str__(self) -> str:
        lines = [
            f"  {table}: "
            + ", ".join(f"{n:,} {WHAT[what]}" for what, n in counts.items() if n)
            for table, counts in self.rows.items()
        ]
        lines.append(
            f"  history: {self.history['removed']:,} changes gone,"
            f" {self.history['changed']:,} without names and texts"
        )
        noun = "mention" if self.mentions == 1 else "mentions"
        lines.append(f"  {self.mentions:,} {noun} in texts that stay")
        lines += [
            f"  {_counted(count)} of the mentorship '{mentorship}' cannot be looked"
            " through: its key is not here, or damaged"
            for mentorship, count in self.unread.items()
        ]
        if self.logins:
            lines.append(
                f"  logins without access from now on: {', '.join(self.logins)} (the"
                " server's administrator can drop them)"
            )
        return "\n".join(lines)

    def to_be_read(self) -> list[str]:
        """Return what is left to do about texts that were not looked through."""
        return [
            f"read {_counted(count)} of the mentorship '{mentorship}' where its key is:"
            " here it is missing or damaged, so their names may still be in there"
            for mentorship, count in self.unread.items()
        ]

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data; no name is in it but the pseudonym."""
        told = asdict(self)
        return {
            name: told[name]
            for name in (
                "pseudonym",
                "counts_kept",
                "rows",
                "history",
                "mentions",
                "logins",
                "unread",
                "unfinished",
            )
        }


def _counted(texts: int) -> str:
    return f"{texts:,} sealed {'text' if texts == 1 else 'texts'}"
