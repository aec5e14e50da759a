"""Erasing a person: what goes with them, what stays without their words and names.

Pure rules over plain rows, made from what the models say of their fields. The store
reads the rows, asks here what becomes of each value, and writes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentorkit.models import RECORDS, Mode, Record, holder_of, new_id
from mentorkit.models.member import MemberRole
from mentorkit.privacy.mentions import Mentions, parts_of
from mentorkit.privacy.remains import Place, Plan, Row, is_free
from mentorkit.privacy.subject import is_shared, notes_of, subjects_of


Tables = Mapping[str, Sequence[Row]]
PREFIX = "erased"

NAMED = ("name", "handle", "email")
"""What a person is known by."""

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


def names_of(
    person: Row, people: Iterable[Row], *, parts: bool = False, ids: Sequence[str] = ()
) -> Mentions:
    """Return what finds a person's names in texts.

    Parameters
    ----------
    person : row
        The person.
    people : iterable of rows
        Everybody: names of others that are like theirs are left alone.
    parts : bool
        Whether a part of their name by itself means them, too.
    ids : sequence of str
        What else names them.
    """
    whole = [str(person[n]) for n in NAMED if person[n]]
    some = [p for n in NAMED[:2] for p in parts_of(str(person[n]))] if parts else []
    others = [
        str(row[name])
        for row in people
        if row["person_id"] != person["person_id"]
        for name in NAMED
        if row[name]
    ]
    return Mentions([*whole, *some, *ids], others)


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
        self.names = names_of(person, now["people"])
        self.parts = names_of(person, now["people"], parts=True)
        self.now = now
        self.all = {
            r.table: [*now.get(r.table, ()), *past.get(r.table, ())] for r in RECORDS
        }
        theirs = [m for m in self.all["members"] if m["person_id"] == self.id]
        self.circles = frozenset(str(m["mentorship_id"]) for m in theirs)
        self.pairs = frozenset(c for c in self.circles if self._is_pair(c, theirs))
        self.at = {place: row for _, place, row in self._records()}

    def plan(self) -> Plan:
        theirs = self._theirs()
        gone = frozenset() if self.counts else self._hanging(theirs | self._empty())
        who = ("people", self.id)
        near = frozenset(
            place
            for record, place, row in self._records()
            if self._is_near(record, row)
        )
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
            if each.about.ref == "people" and each.name not in notes_of(record)
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
            names=self.names,
            parts=self.parts,
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
            if any(row[name] == self.id for name in subjects_of(record))
        }
        hanging = {
            place
            for record, place, row in self._records()
            if is_shared(record) and _holder_place(record, row) in own
        }
        return frozenset(own | hanging)

    def _empty(self) -> set[Place]:
        """Return their mentorships in which there is nobody else, with all in them."""
        peopled = {
            row["mentorship_id"]
            for record, _, row in self._records(self.now)
            if "mentorship_id" in row
            and any(row[n] not in (None, self.id) for n in subjects_of(record))
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
        texts = {f.name for f in record.fields() if is_free(f)}
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
        holder = holder_of(record)
        if holder is not None and not record.author:
            held_by = self.at.get(_holder_place(record, row))
            return held_by is not None and self._wrote(holder, held_by)
        if not record.author or row[record.author] != self.id:
            return False
        common = is_shared(record) and "program_id" in row
        return not common or row.get("visibility") == "private"

    def _is_near(self, record: type[Record], row: Row) -> bool:
        held_by = self.at.get(_holder_place(record, row), row)
        return (
            held_by.get("mentorship_id") in self.circles
            or row.get("person_id") == self.id
        )

    def _renamed(self, near: frozenset[Place]) -> dict[Place, str]:
        """Return new ids for rows whose ids were made from their names."""
        found = {}
        names, parts = self.names, self.parts
        for record, place, _ in self._records():
            mentions = parts if place in near else names
            if place[0] != "people" and mentions.count(place[1]):
                found[place] = new_id(record.prefix)
        return found

    def _records(
        self, tables: Tables | None = None
    ) -> Iterator[tuple[type[Record], Place, Row]]:
        for record in RECORDS:
            for row in (tables or self.all).get(record.table, ()):
                yield record, (record.table, str(row[record.key()])), row

    def _rows(self) -> Iterator[tuple[Place, Row]]:
        return ((place, row) for _, place, row in self._records())


def _holder_place(record: type[Record], row: Row) -> Place:
    """Return where the row is that a row hangs on; nowhere where it hangs on none."""
    holder = holder_of(record)
    return (holder.table, str(row[record.within])) if holder else ("", "")
