"""What stands for people and mentorships where everybody may look.

The same key gives the same pseudonyms; without it nobody can tell whose they are.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from mentorkit.models import Mentorship, Person, Record
from mentorkit.models.record import ALPHABET
from mentorkit.privacy.mentions import Mentions, folded, parts_of


NAMED = {"people": Person.prefix, "mentorships": Mentorship.prefix}
"""The tables whose rows go by pseudonyms, and what those begin with."""

ADDRESS = re.compile(r"[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[^\s@<>()\[\]]+")

HIDDEN = "(…)"
"""What stands where an address was."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be named in a text: by these words, and as this from now on."""

    names: tuple[str, ...]
    folded: tuple[str, ...]
    shown: str


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What stands for whom.

    Attributes
    ----------
    key : bytes
        The secret; whoever has it can tell whose a pseudonym is.
    handles : dict of str to str
        The id of each mentorship, by its handle.
    people : sequence of mapping
        Rows of the table of people.
    shown : dict of str to str
        What people are called, by id; their code when they are not in it. They are
        found in texts by any part of their names, others by their whole names.
    """

    key: bytes = field(repr=False)
    handles: Mapping[str, str] = field(default_factory=dict, repr=False)
    people: Iterable[Mapping[str, Any]] = field(default=(), repr=False)
    shown: Mapping[str, str] = field(default_factory=dict, repr=False)
    _known: tuple[Known, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_known", tuple(map(self._as_known, self.people)))

    def of(self, table: str, row_id: str) -> str:
        """Return what stands for a person's or a mentorship's id and handle.

        The first 40 bits of an HMAC-SHA256 (RFC 2104) of the id.
        """
        drawn = hmac.digest(self.key, f"{table}\n{row_id}".encode(), hashlib.sha256)
        number = int.from_bytes(drawn[:5], "big")
        code = "".join(ALPHABET[number >> n & 31] for n in range(0, 40, 5))
        return f"{NAMED[table]}-{code}"

    def name(self, person_id: str) -> str:
        """Return what a person is called."""
        return self.shown.get(person_id) or self.of("people", person_id)

    def applied(self, frame: pd.DataFrame, record: type[Record]) -> pd.DataFrame:
        """Return a frame in which nobody is named.

        Parameters
        ----------
        frame : pandas.DataFrame
            As :mod:`mentorkit.frames` gives it, ids beside handles.
        record : type of Record
            Whose rows they are.
        """
        columns: dict[str, pd.Series] = {}
        for about in record.fields():
            table = record.table if about.name == record.key() else about.about.ref
            if table in NAMED:
                columns[about.name] = self._ids(frame[about.name], table)
                columns[about.name.removesuffix("_id")] = columns[about.name]
            elif about.free_text and about.name in frame:
                columns[about.name] = self._texts(frame[about.name])
        if record.table in NAMED:
            columns["handle"] = columns[record.key()]
        if "mentorship" in frame and "mentorship" not in columns:
            ids = frame["mentorship"].map(self.handles)
            columns["mentorship"] = self._ids(ids, "mentorships")
        if "name" in frame and "person_id" in frame:
            columns["name"] = _mapped(frame["person_id"], self.name)
        return frame.assign(**{n: c for n, c in columns.items() if n in frame})

    def _ids(self, column: pd.Series, table: str) -> pd.Series:
        return _mapped(column, lambda row_id: self.of(table, row_id))

    def _texts(self, column: pd.Series) -> pd.Series:
        return _mapped(column, self.text)

    def text(self, text: str) -> str:
        """Return a text in which nobody who is known is named, and no address is."""
        told, flat = ADDRESS.sub(HIDDEN, text), folded(text)
        for person in self._known:
            if any(name in flat for name in person.folded):
                told, _ = Mentions(person.names).replaced(told, person.shown)
        return told

    def _as_known(self, row: Mapping[str, Any]) -> Known:
        person_id, name = str(row["person_id"]), str(row["name"])
        parts = parts_of(name) if person_id in self.shown else ()
        names = (name, str(row["handle"]), *parts)
        return Known(names, tuple(map(folded, names)), self.name(person_id))


def _mapped(column: pd.Series, named: Any) -> pd.Series:
    unique = {each: named(str(each)) for each in column.dropna().unique()}
    return column.map(unique).astype("str")
