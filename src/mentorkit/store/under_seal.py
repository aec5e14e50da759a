"""Looking through sealed texts when a person is erased, and sealing them again.

What becomes of a text is the plan's to say; here it is opened first. What does not
change stays as it is kept, byte for byte; what does not open is counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from mentorkit.errors import Sealed
from mentorkit.privacy.mentions import ERASED
from mentorkit.privacy.remains import Place, Plan
from mentorkit.store.schema import SEAL, SEALED
from mentorkit.store.sealed import is_sealed, owner
from mentorkit.store.sealing import Seals, encrypted


Kept = tuple[Place, str, str]
"""A sealed text: the row and the field that it is or was in, and how it is kept."""


class UnderSeal:
    """What a plan comes to for sealed texts.

    Attributes
    ----------
    met : set of str
        The mentorships of all sealed texts that were met.
    left : dict of str to set of Kept
        By mentorship the texts that stay sealed.
    unread : dict of str to set of Kept
        Those among them that do not open here although their key may be elsewhere.
    """

    def __init__(self, seals: Seals, plan: Plan) -> None:
        self.met: set[str] = set()
        self.left: dict[str, set[Kept]] = defaultdict(set)
        self.unread: dict[str, set[Kept]] = defaultdict(set)
        self._seals = seals
        self._plan = plan
        self._known: dict[Kept, tuple[Any, int]] = {}

    def value(self, place: Place, name: str, value: Any) -> tuple[Any, int]:
        """Return what a field holds from now on, and how many mentions were taken out.

        The same ciphertext becomes the same in a row and in its history.
        """
        if name not in SEALED.get(place[0], ()) or not is_sealed(value):
            return self._plan.value(place, name, value)
        kept = (place, name, value)
        if kept not in self._known:
            self.met.add(owner(value))
            self._known[kept] = self._changed(kept)
        return self._known[kept]

    def pass_over(self, table: str, row: Mapping[str, Any]) -> None:
        """Take note of the keys of a row that goes."""
        for name in SEALED.get(table, ()):
            if is_sealed(row.get(name)):
                self.met.add(owner(row[name]))

    def moved(self) -> dict[str, str]:
        """Return new names of keys: of mentorships whose ids are made anew."""
        moves = {each: self._home(each) for each in sorted(self.left)}
        return {old: new for old, new in moves.items() if old != new}

    def told(self) -> dict[str, int]:
        """Return how many texts could not be looked through, by mentorship."""
        return {self._home(each): len(some) for each, some in self.unread.items()}

    def _changed(self, kept: Kept) -> tuple[Any, int]:
        place, name, value = kept
        if name in self._plan.blank.get(place, ()):
            return self._plan.value(place, name, value)
        text, closed = self._seals.read(value)
        new, count = (text, 0) if closed else self._plan.value(place, name, text)
        if new and new != ERASED:
            self.left[owner(value)].add(kept)
        if closed and closed.kind != "dropped":
            self.unread[owner(value)].add(kept)
        return (self._named(value) if new == text else self._sealed(value, new)), count

    def _home(self, mentorship: str) -> str:
        return self._plan.new_id(("mentorships", mentorship))

    def _named(self, value: str) -> str:
        """Return a text as it is kept, with the id that its mentorship has from now on."""
        token = value.removeprefix(f"{SEAL}{owner(value)}:")
        return f"{SEAL}{self._home(owner(value))}:{token}"

    def _sealed(self, value: str, text: str | None) -> str | None:
        """Return a text sealed with the key that opened what it was."""
        if not text or text == ERASED:
            return text
        mentorship = owner(value)
        key = self._seals.keys.get(mentorship) if self._seals.keys else None
        if key is None:
            raise Sealed(
                f"The key of the mentorship '{mentorship}' went away meanwhile. Put it"
                " back and try again. Nothing was changed."
            )
        return encrypted(key, self._home(mentorship), text)
