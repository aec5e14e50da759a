"""What erasing a person did to the database, or would do, as data and in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
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
        if self.logins:
            lines.append(
                f"  logins without access from now on: {', '.join(self.logins)} (the"
                " server's administrator can drop them)"
            )
        return "\n".join(lines)

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
                "unfinished",
            )
        }
