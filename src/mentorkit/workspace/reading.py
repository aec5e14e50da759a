"""Reading through the front door: a frame for every table, history, snapshots."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from mentorkit.errors import NotFound
from mentorkit.frames import Snapshot
from mentorkit.frames.fingerprint import fingerprints
from mentorkit.frames.review import Asked, cut_of, end_of_day, take, take_many
from mentorkit.frames.scope import Scope
from mentorkit.models import Period, Person, Visibility, record_of
from mentorkit.models.enrollment import is_leading
from mentorkit.privacy import Pseudonyms, Reader
from mentorkit.workspace.identity import (
    Identity,
    as_day,
    as_moment,
    known_audience,
)
from mentorkit.workspace.pseudonym_key import pseudonym_key


def _table(name: str) -> Any:
    """Return the method that gives one table's frame."""

    def read(
        self: Reading,
        *,
        mentorship: str | None = None,
        program: str | None = None,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> pd.DataFrame:
        return self.frame(
            name,
            mentorship=mentorship,
            program=program,
            as_of=as_of,
            audience=audience,
        )

    read.__name__ = name
    read.__qualname__ = f"Workspace.{name}"
    read.__doc__ = f"""Return the {name} as a tidy frame; see :meth:`frame`.

        Columns: {", ".join(field.name for field in record_of(name).fields())}.
        """
    return read


class Reading(Identity):
    """The part of a workspace that reads."""

    programs = _table("programs")
    people = _table("people")
    enrollments = _table("enrollments")
    profiles = _table("profiles")
    mentorships = _table("mentorships")
    members = _table("members")
    charters = _table("charters")
    consents = _table("consents")
    concerns = _table("concerns")
    competencies = _table("competencies")
    goals = _table("goals")
    milestones = _table("milestones")
    progress = _table("progress")
    evidence = _table("evidence")
    opportunities = _table("opportunities")
    sessions = _table("sessions")
    attendance = _table("attendance")
    actions = _table("actions")
    reflections = _table("reflections")
    resources = _table("resources")
    decisions = _table("decisions")
    items = _table("items")
    assessments = _table("assessments")
    responses = _table("responses")
    review_runs = _table("review_runs")
    submissions = _table("submissions")
    receipts = _table("receipts")

    def frame(
        self,
        table: str,
        *,
        mentorship: str | None = None,
        program: str | None = None,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> pd.DataFrame:
        """Return a table as a tidy, typed frame, as its reader may see it.

        Parameters
        ----------
        table : str
            The table's name; each also has a method of that name.
        mentorship, program : str, optional
            A handle or id: only the rows that belong to it.
        as_of : str or datetime.date, optional
            The rows as they were at the end of that day.
        audience : {"pair", "program", "public"}, optional
            Whom to redact for; the person who is signed in when left out.

        Returns
        -------
        pandas.DataFrame
            One row an observation: the record's fields, ids beside handles.
        """
        scope = Scope(
            mentorships=None if mentorship is None else (mentorship,),
            program=program,
            as_of=self.moment(as_of),
        )
        reader = self.reader(audience)
        found = self._frames.table(table, reader, scope)
        if not reader.is_everybody:
            return found
        known = {table: found, "members": self._frames.table("members", reader, scope)}
        return self._frames.unnamed(self._pseudonym_key(), known, self.language)[table]

    def history(self, table: str, id: str) -> pd.DataFrame:  # noqa: A002
        """Return every change of a row: when, by whom, why, from what to what."""
        name = record_of(table).table
        try:
            row_id = self.store.find_id(name, id)
        except NotFound:
            row_id = id
        return self._frames.history(name, row_id, self.reader())

    def snapshot(
        self,
        mentorship: str,
        period: str,
        *,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> Snapshot:
        """Return one mentorship in a period as it stood at the cut.

        Parameters
        ----------
        mentorship : str
            Its handle.
        period : str
            ``2026Q3``, ``2026-09`` or ``2026-07-01/2026-09-30``.
        as_of : str or datetime.date, optional
            The cut; by default the period's end and the program's grace days, or now.
        audience : {"pair", "program", "public"}, optional
            Whom it is made for; the workspace's audience, else ``pair``.
        """
        asked = self._reviewed(period, as_of, audience)
        found = self._mentorship(mentorship, asked)
        with self._frames.one_moment() as frames:
            return take(frames, found, asked)

    def snapshots(
        self,
        period: str,
        *,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> Iterator[Snapshot]:
        """Give the snapshot of every mentorship that you see, by handle.

        Tables are read once for all of them; see :meth:`snapshot`.
        """
        asked = self._reviewed(period, as_of, audience)
        ids = [str(each) for each in self.mentorships()["mentorship_id"]]
        with self._frames.one_moment() as frames:
            yield from take_many(frames, ids, asked)

    def _reviewed(
        self, period: str, as_of: str | dt.date | None, audience: str | None
    ) -> Asked:
        span = Period.parse(period)
        return Asked(
            period=span,
            cut=self.moment(as_of) or self.cut(span),
            audience=known_audience(audience) or self.audience or "pair",
            language=self.language,
            key=self._pseudonym_key,
        )

    def _pseudonym_key(self) -> bytes:
        return pseudonym_key(self.settings)

    def _mentorship(self, name: str, asked: Asked) -> str:
        """Return the id of a mentorship; where anybody may look, it has a pseudonym."""
        if asked.audience == "public" and name in (known := self.published()):
            return known[name]
        found, _ = self.store.get("mentorships", name)
        return found.id

    def published(self) -> dict[str, str]:
        """Return the id of each mentorship that may be published, by its pseudonym."""
        frame = self._frames.table("mentorships", self.reader("public"), Scope())
        bare = Pseudonyms(self._pseudonym_key())
        ids = [str(each) for each in frame["mentorship_id"]]
        return {bare.of("mentorships", each): each for each in ids}

    def cut(self, period: Period) -> dt.datetime:
        """Return the moment up to which records count in a review of a period."""
        programs = self.store.rows("programs")
        grace = max((int(row["grace_days"]) for row in programs), default=7)
        return cut_of(period, grace, self.timezone, self.now())

    def fingerprints(
        self, mentorships: Sequence[str], cut: dt.datetime, audience: str
    ) -> dict[str, str]:
        """Return for each mentorship what stands for what a review of it is made from.

        Parameters
        ----------
        mentorships : sequence of str
            Their ids.
        cut : datetime.datetime
            Up to when records count.
        audience : {"pair", "program", "public"}
            Whom the review is made for.
        """
        reader = self.reader(audience)
        return fingerprints(self._frames, reader, mentorships, cut)

    def reader(self, audience: str | None = None) -> Reader:
        """Return whom frames are redacted for: an audience, or who is signed in."""
        audience = known_audience(audience) or self.audience
        if audience == "pair":
            return Reader(None, None, None)
        if audience is not None:
            return Reader(None, frozenset(), Visibility(audience))
        person = self.person
        if person is None:
            return Reader(None, frozenset(), Visibility.PROGRAM)
        return self._reader_of(person)

    @property
    def leads(self) -> bool:
        """Whether the person who is signed in leads the program."""
        return self.person is not None and self._leads(self.person)

    def _leads(self, person: Person) -> bool:
        return any(
            map(is_leading, self.store.rows("enrollments", {"person_id": [person.id]}))
        )

    def _reader_of(self, person: Person) -> Reader:
        members = self.store.rows("members", {"person_id": [person.id]})
        return Reader(
            person.id,
            frozenset(str(row["mentorship_id"]) for row in members),
            Visibility.PROGRAM if self._leads(person) else None,
        )

    def moment(self, as_of: str | dt.date | None) -> dt.datetime | None:
        """Return the end of a day in the program's time zone, or a moment as it is."""
        if isinstance(as_of, str) and "T" in as_of:
            as_of = as_moment(as_of)
        if isinstance(as_of, dt.datetime):
            return as_of
        day = as_day(as_of)
        return None if day is None else end_of_day(day, self.timezone)
