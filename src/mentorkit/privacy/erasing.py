"""Erasing a person: what goes with them, what stays without their words and names.

Pure rules over plain rows, made from what the models say of their fields. The store
reads the rows, asks here what becomes of each value, and writes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mentorkit.models import RECORDS, Field, Mode, Record, new_id
from mentorkit.models.member import MemberRole
from mentorkit.privacy.mentions import ERASED, Mentions, parts_of
from mentorkit.privacy.subject import is_shared


Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
Place = tuple[str, str]
"""A row: its table and its id."""

PREFIX = "erased"

CODES = frozenset({"timezone", "language"})
"""Text fields that hold words of a standard, not of a person."""

STATISTICS = "statistics"
"""The consent that lets counts stay."""

PAIR = frozenset({MemberRole.MENTOR.value, MemberRole.MENTEE.value})


def keeps_counts(
    person_id: str, consents: Iterable[Row], day: dt.date, *, said: bool | None = None
) -> bool:
    """Return whether what somebody did may be counted after they were erased.

    Parameters
    ----------
    person_id : str
        The person.
    consents : iterable of rows
        The answers of everybody; the newest general one of this person counts, and of
        two given on one day a no.
    day : datetime.date
        The day of the erasure.
    said : bool, optional
        The answer where it was given in another way; the consents' when left out.
    """
    if said is not None:
        return said
    on = day.isoformat()
    answers = [
        (row["given_on"], not _holds(row, on))
        for row in consents
        if row["person_id"] == person_id
        and row["scope"] == STATISTICS
        and row["mentorship_id"] is None
        and (row["given_on"] or "") <= on
    ]
    return bool(answers) and not max(answers)[1]


def _holds(row: Row, on: str) -> bool:
    withdrawn, expires = row["withdrawn_on"], row["expires_on"]
    return (
        bool(row["granted"])
        and not (withdrawn and withdrawn <= on)
        and not (expires and expires < on)
    )


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
        key = f"{place[0]}.{name}"
        if about.about.ref:
            return self._reference(place, about, value), 0
        if key in KEYS:
            return self.renamed.get((place[0], value), value), 0
        if name in self.blank.get(place, ()):
            return (None if about.about.author else ERASED), 0
        if key == "mentorships.handle":
            return self._handle(place, value)
        return self._text(place, about, value)

    def why(self, place: Place, by: str, why: str | None) -> tuple[str | None, int]:
        """Return the reason of a change."""
        if why is None:
            return None, 0
        if self.signed(by) or self.blank.get(place):
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
        if place[0] == "people" or not _free(about) or not isinstance(value, str):
            return value, 0
        if value in self.ids:
            return self.ids[value], 0
        told, count = self._mentions(place).replaced(value)
        return (told[: about.max_length] if count else value), count

    def _mentions(self, place: Place) -> Mentions:
        return self.parts if place in self.near else self.names


KEYS = frozenset(f"{record.table}.{record.key()}" for record in RECORDS)


def _free(about: Field) -> bool:
    return about.free_text and about.name not in CODES


def plan(person_id: str, now: Tables, past: Tables, *, counts: bool) -> Plan:
    """Work out what becomes of everything when a person is erased.

    Parameters
    ----------
    person_id : str
        The person.
    now : mapping of str to rows
        Every table.
    past : mapping of str to rows
        Rows that were erased before, as they were last.
    counts : bool
        Whether rows about them stay without names and texts.
    """
    person = next(r for r in now["people"] if r["person_id"] == person_id)
    return _Planner(person, now, past, counts=counts).plan()


class _Planner:
    """Goes through all rows, those of today and those that were erased before."""

    def __init__(self, person: Row, now: Tables, past: Tables, *, counts: bool) -> None:
        self.person, self.counts = person, counts
        self.id = str(person["person_id"])
        self.now = now
        self.all = {
            r.table: [*now.get(r.table, ()), *past.get(r.table, ())] for r in RECORDS
        }
        theirs = [m for m in self.all["members"] if m["person_id"] == self.id]
        self.circles = frozenset(str(m["mentorship_id"]) for m in theirs)
        self.pairs = frozenset(c for c in self.circles if self._is_pair(c, theirs))
        owned = [g for g in self.all["goals"] if g["mentorship_id"] in self.circles]
        self.goals = frozenset(str(goal["goal_id"]) for goal in owned)

    def plan(self) -> Plan:
        theirs = self._theirs()
        gone = frozenset() if self.counts else self._hanging(theirs | self._empty())
        who = ("people", self.id)
        near = frozenset(place for place, row in self._rows() if self._is_near(row))
        blank = {
            place: fields
            for record, place, row in self._records()
            if place not in gone | {who}
            and (fields := self._blank(record, row, place in theirs))
        }
        stub = self.counts or any(
            row[each.name] == self.id and place not in gone
            for record, place, row in self._records(self.now)
            for each in record.fields()
            if each.about.ref == "people" and each.name not in _notes(record)
        )
        pseudonym = new_id(PREFIX)
        renamed = {who: pseudonym, **self._renamed(near)}
        return Plan(
            person=self.person,
            pseudonym=pseudonym,
            counts=self.counts,
            stub=stub,
            circles=self.circles,
            pairs=self.pairs,
            gone=gone if stub else gone | {who},
            blank=blank,
            renamed=renamed,
            near=near,
            names=self._names(),
            parts=self._parts(),
            ids=dict.fromkeys(place[1] for place in gone)
            | {place[1]: new for place, new in renamed.items()},
            _fields={r.table: {f.name: f for f in r.fields()} for r in RECORDS},
        )

    def _is_pair(self, circle: str, theirs: Sequence[Row]) -> bool:
        """Return whether a mentorship was theirs and at most one other's."""
        roles = {m["role"] for m in theirs if m["mentorship_id"] == circle}
        others = {
            m["person_id"]
            for m in self.now["members"]
            if m["mentorship_id"] == circle
            and m["person_id"] != self.id
            and m["role"] in PAIR
        }
        if not roles & PAIR:
            return not others
        modes = {
            m["mode"] for m in self.all["mentorships"] if m["mentorship_id"] == circle
        }
        return len(others) < 2 or Mode.ONE_TO_ONE.value in modes

    def _theirs(self) -> frozenset[Place]:
        """Return the rows that are about them, and what hangs on their goals."""
        own = {
            place
            for record, place, row in self._records()
            if any(row[name] == self.id for name in _subjects(record))
        }
        goals = {row_id for table, row_id in own if table == "goals"}
        hanging = {
            place
            for record, place, row in self._records()
            if is_shared(record) and row.get("goal_id") in goals
        }
        return frozenset(own | hanging)

    def _empty(self) -> set[Place]:
        """Return their mentorships in which there is nobody else, with all in them."""
        peopled = {
            row["mentorship_id"]
            for record, _, row in self._records(self.now)
            if "mentorship_id" in row
            and any(row[n] not in (None, self.id) for n in _subjects(record))
        }
        left = self.circles - peopled
        return {
            place for place, row in self._rows() if row.get("mentorship_id") in left
        }

    def _hanging(self, gone: Iterable[Place]) -> frozenset[Place]:
        """Return rows with those that cannot be without them."""
        found = set(gone)
        for record, place, row in self._records():
            for each in record.fields():
                target = (each.about.ref, row[each.name])
                if target in found and not each.nullable:
                    found.add(place)
        return frozenset(found)

    def _blank(self, record: type[Record], row: Row, theirs: bool) -> frozenset[str]:  # noqa: FBT001
        """Return the fields of a row that stays whose texts go."""
        texts = {f.name for f in record.fields() if _free(f)}
        if theirs:
            return frozenset(texts)
        if row.get("mentorship_id") in self.pairs and is_shared(record):
            return frozenset(texts)
        if self._wrote(record, row):
            return frozenset(texts)
        notes = {f.name for f in record.fields() if f.about.author}
        return frozenset(
            n for n in notes if row[record.field(n).about.author] == self.id
        )

    def _wrote(self, record: type[Record], row: Row) -> bool:
        """Return whether a row's words are theirs alone, and not a whole group's."""
        if not record.author or row[record.author] != self.id:
            return False
        common = is_shared(record) and "program_id" in row
        return not common or row.get("visibility") == "private"

    def _is_near(self, row: Row) -> bool:
        return (
            row.get("mentorship_id") in self.circles
            or row.get("goal_id") in self.goals
            or row.get("person_id") == self.id
        )

    def _renamed(self, near: frozenset[Place]) -> dict[Place, str]:
        """Return new ids for rows whose ids were made from their names."""
        found = {}
        names, parts = self._names(), self._parts()
        for record, place, _ in self._records():
            mentions = parts if place in near else names
            if place[0] != "people" and mentions.count(place[1]):
                found[place] = new_id(record.prefix)
        return found

    def _names(self) -> Mentions:
        return self._mentions([self.person[n] for n in ("name", "email", "handle")])

    def _parts(self) -> Mentions:
        name, handle = str(self.person["name"]), str(self.person["handle"])
        whole = [name, self.person["email"], handle]
        return self._mentions([*whole, *parts_of(name), *parts_of(handle)])

    def _mentions(self, names: Iterable[Any]) -> Mentions:
        others = [
            str(row[name])
            for row in self.now["people"]
            if row["person_id"] != self.id
            for name in ("name", "handle", "email")
            if row[name]
        ]
        return Mentions([str(name) for name in names if name], others)

    def _records(
        self, tables: Tables | None = None
    ) -> Iterator[tuple[type[Record], Place, Row]]:
        for record in RECORDS:
            for row in (tables or self.all).get(record.table, ()):
                yield record, (record.table, str(row[record.key()])), row

    def _rows(self) -> Iterator[tuple[Place, Row]]:
        return ((place, row) for _, place, row in self._records())


def _notes(record: type[Record]) -> set[str]:
    """Return the fields that name who wrote a note of a row."""
    return {field.about.author for field in record.fields()} - {""}


def _subjects(record: type[Record]) -> list[str]:
    """Return the fields that name whom a row is about: not who signed or noted it."""
    if record.whole_row:
        return [record.author]
    return [
        each.name
        for each in record.fields()
        if each.about.ref == "people"
        and each.about.fill != "signer"
        and each.name not in _notes(record)
    ]
