"""How a program stands on its review day: the numbers that several parts tell.

Measured with :mod:`mentorkit.measures`; no words for a page are chosen here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import pandas as pd

from mentorkit import measures
from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.measures.reading import local_times


@dataclass(frozen=True)
class ProgramStanding:
    """The measures of one program's snapshot, each taken when it is first asked for."""

    snapshot: ProgramSnapshot

    @property
    def least(self) -> int:
        """The smallest group that anything is told of."""
        return int(str(self.snapshot.program["min_cell"]))

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables that measures ask for, of the mentorships of the period."""
        told = self.snapshot
        ran = told.ran
        tables = {
            "programs": pd.DataFrame([told.program]),
            "mentorships": ran,
            "people": told.people,
            "enrollments": told.enrollments,
            "decisions": told.decisions,
        }
        for name in ("members", "goals", "sessions", "reflections", "opportunities"):
            frame = getattr(told, name)
            kept = frame["mentorship_id"].isin(ran["mentorship_id"])
            tables[name] = frame[kept].reset_index(drop=True)
        for name in ("milestones", "progress"):
            frame = getattr(told, name)
            kept = frame["goal_id"].isin(tables["goals"]["goal_id"])
            tables[name] = frame[kept].reset_index(drop=True)
        return tables

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """How each mentorship stands, by name."""
        told = self.snapshot
        return measures.overview(
            self.tables, start=told.period.start, on=told.day, timezone=told.timezone
        )

    @cached_property
    def calls(self) -> pd.DataFrame:
        """Every reason to call, with its rule, and whether somebody has seen to it."""
        told = self.snapshot
        return measures.calls(
            self.tables, on=told.day, timezone=told.timezone, language=told.language
        )

    @cached_property
    def called(self) -> dict[str, list[str]]:
        """By handle, whom there is an open reason for, and whom settled ones alone."""
        found = self.calls
        open_ = set(found.loc[found["state"] == "open", "about"])
        return {
            "open": sorted(open_),
            "settled": sorted({*found["about"]} - open_),
        }

    @cached_property
    def scores(self) -> pd.DataFrame:
        """The T-score of each person's goals: ``person``, ``score``, ``call``."""
        goals = self.tables["goals"]
        owned = goals.assign(mentorship_id=goals["owner_id"], mentorship=goals["owner"])
        found = measures.attainment(
            owned, self.tables["progress"], on=self.snapshot.day
        )
        found = found[found["n"] > 0]
        known = goals.loc[goals["mentorship"].isin(self.called["open"]), "owner_id"]
        return pd.DataFrame(
            {
                "person": found["mentorship"],
                "score": found["t_achieved"],
                "call": found["mentorship_id"].isin(known),
            }
        )

    @cached_property
    def goals(self) -> pd.DataFrame:
        """Where each goal stands that was agreed on and still holds."""
        found = measures.pace(
            self.tables["goals"], self.tables["progress"], on=self.snapshot.day
        )
        return found[~found["status"].isin(["draft", "dropped", "superseded"])]

    @cached_property
    def moods(self) -> pd.DataFrame:
        """The mentees' first and latest rating, of those who gave two or more."""
        rated = measures.confidence(self.tables["reflections"], self.tables["members"])
        rated = rated[rated["role"] == "mentee"]
        people = rated.groupby("person")["confidence"]
        found = people.agg(["first", "last", "size"])
        return found[found["size"] > 1]

    @cached_property
    def met(self) -> pd.DataFrame:
        """The sessions that were held in the period."""
        sessions, told = self.tables["sessions"], self.snapshot
        days = local_times(sessions["starts_at"], told.timezone).dt.normalize()
        first, last = pd.Timestamp(told.period.start), pd.Timestamp(told.day)
        return sessions[(sessions["status"] == "held") & days.between(first, last)]

    @cached_property
    def asked(self) -> pd.DataFrame:
        """Everybody who asked to be mentored, and what became of it."""
        told = self.snapshot
        return measures.access(
            told.enrollments, told.people, told.mentorships, told.members, on=told.day
        )

    def total(self, column: str) -> int:
        """Return the sum of one of the counts of all mentorships."""
        return int(self.pairs[column].sum())


_TAKEN: WeakKeyDictionary[ProgramSnapshot, ProgramStanding] = WeakKeyDictionary()


def program_standing_of(snapshot: ProgramSnapshot) -> ProgramStanding:
    """Return a program's measures; those that a part took serve the next, too."""
    return _TAKEN.setdefault(snapshot, ProgramStanding(snapshot))
