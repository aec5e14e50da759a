"""What remains of each value when a person is erased.

Pure: a plan, made by ``erasing``, and what becomes by it of a value, a reason, a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorkit.models import RECORDS, Field
from mentorkit.privacy.mentions import ERASED, Mentions


Row = Mapping[str, Any]
Place = tuple[str, str]
"""A row: its table and its id."""

CODES = frozenset({"timezone", "language", "period"})
"""Text fields that hold words of a standard, not of a person."""


@dataclass(frozen=True)
class Plan:
    """What becomes of every value when a person is erased.

    Attributes
    ----------
    person : mapping
        Their row.
    pseudonym : str
        What stands for them from now on, as id, handle and signature.
    counts : bool
        Whether rows about them stay without names and texts.
    stub : bool
        Whether a nameless row stays for them, since others refer to it.
    circles, pairs : frozenset of str
        The mentorships that they belonged to; those that were theirs and one other's.
    gone : frozenset of Place
        Rows that are removed with their history.
    blank : dict
        By row the fields whose texts go.
    renamed : dict
        New ids, by row.
    near : frozenset of Place
        Rows of their mentorships, in which parts of their name mean them, too.
    names, parts : Mentions
        What finds their names; what finds the parts of them, too.
    ids : dict
        What becomes of an id where it stands as a text.
    """

    person: Row
    pseudonym: str
    counts: bool
    stub: bool
    circles: frozenset[str]
    pairs: frozenset[str]
    gone: frozenset[Place]
    blank: Mapping[Place, frozenset[str]]
    renamed: Mapping[Place, str]
    near: frozenset[Place]
    names: Mentions
    parts: Mentions
    ids: Mapping[str, str | None]
    _fields: Mapping[str, Mapping[str, Field]] = field(repr=False)

    @property
    def who(self) -> Place:
        """Their row's place."""
        return "people", str(self.person["person_id"])

    def new_id(self, place: Place) -> str:
        """Return the id that a row has from now on."""
        return self.renamed.get(place, place[1])

    def value(self, place: Place, name: str, value: Any) -> tuple[Any, int]:
        """Return what a field holds from now on, and how many mentions were taken out.

        The same for a value of today and for one in the history, so that both fit.
        """
        about = self._fields.get(place[0], {}).get(name)
        if value is None or about is None:
            return value, 0
        if place == self.who:
            return self._of_stub(about), 0
        if about.about.ref:
            return self._reference(place, about, value), 0
        return self._text(place, about, value)

    def why(self, place: Place, by: str, why: str | None) -> tuple[str | None, int]:
        """Return the reason of a change."""
        if why is None:
            return None, 0
        fields = self._fields.get(place[0], {})
        emptied = any(not fields[n].about.author for n in self.blank.get(place, ()))
        if self.signed(by) or emptied:
            return ERASED, 0
        return self._mentions(place).replaced(why)

    def by(self, by: str) -> str:
        """Return whom a change is signed by."""
        return self.pseudonym if self.signed(by) else self.names.replaced(by)[0]

    def signed(self, by: str) -> bool:
        """Return whether a signature is theirs."""
        names = (self.person[n] for n in ("person_id", "handle", "email", "name"))
        return by.casefold() in {str(name).casefold() for name in names if name}

    def said(self, text: str | None) -> str | None:
        """Return a text of whoever erases, such as the reason, without the names."""
        return None if text is None else self.parts.replaced(text)[0]

    def stub_row(self) -> dict[str, Any]:
        """Return the nameless row that stands for them."""
        fields = self._fields["people"].values()
        return {each.name: self._of_stub(each) for each in fields}

    def _of_stub(self, about: Field) -> Any:
        if about.name in ("person_id", "handle"):
            return self.pseudonym
        return ERASED if about.name == "name" else about.default

    def _reference(self, place: Place, about: Field, value: str) -> str | None:
        target = (str(about.about.ref), value)
        if target == self.who:
            noted = {f.about.author for f in self._fields[place[0]].values()}
            return None if about.name in noted else self.pseudonym
        if target in self.gone:
            return None
        return self.renamed.get(target, value)

    def _handle(self, place: Place, value: str) -> tuple[str, int]:
        """Return the handle of a mentorship: theirs, where it is not of their names."""
        if place not in self.near:
            return value, 0
        told, count = self.parts.replaced(value, self.pseudonym)
        about = self._fields["mentorships"]["handle"]
        if len(told) > (about.max_length or len(told)):
            told = f"{self.pseudonym}-{self.new_id(place)}"
        return told, count

    def _text(self, place: Place, about: Field, value: Any) -> tuple[Any, int]:
        if f"{place[0]}.{about.name}" in KEYS:
            return self.renamed.get((place[0], value), value), 0
        if about.name in self.blank.get(place, ()):
            return (None if about.about.author else ERASED), 0
        if place[0] == "mentorships" and about.name == "handle":
            return self._handle(place, value)
        if place[0] == "people" or not is_free(about) or not isinstance(value, str):
            return value, 0
        return self._free(place, about, value)

    def _free(self, place: Place, about: Field, value: str) -> tuple[str | None, int]:
        if value in self.ids:
            return self.ids[value] or (None if about.nullable else ERASED), 0
        told, count = self._mentions(place).replaced(value)
        return (told[: about.max_length] if count else value), count

    def _mentions(self, place: Place) -> Mentions:
        return self.parts if place in self.near else self.names


KEYS = frozenset(f"{record.table}.{record.key()}" for record in RECORDS)


def is_free(about: Field) -> bool:
    """Return whether people write what they like in a field."""
    return about.free_text and about.name not in CODES
