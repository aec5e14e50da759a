"""Snapshots through the front door that are no mentorship's quarter.

A whole program, a whole journey, a pilot, a milestone, and a mentor's own statement.
"""

from __future__ import annotations

import datetime as dt

from mentorkit.errors import MentorkitError
from mentorkit.frames.journey import take_journey, take_milestone
from mentorkit.frames.program import AUDIENCE as PROGRAM_TEAM
from mentorkit.frames.program import take_program
from mentorkit.frames.snapshot import Journey, ProgramSnapshot, Statement
from mentorkit.frames.statement import take_statement
from mentorkit.workspace.reading import Reading


class Looking(Reading):
    """The part of a workspace that looks at more than a mentorship's quarter."""

    def program_snapshot(
        self,
        program: str,
        period: str,
        *,
        as_of: str | dt.date | None = None,
    ) -> ProgramSnapshot:
        """Return a whole program in a period as the program team may see it.

        Parameters
        ----------
        program : str
            Its handle; the only program's when empty.
        period : str
            ``2026Q3``, ``2026-09`` or ``2026-07-01/2026-09-30``.
        as_of : str or datetime.date, optional
            The cut; by default the period's end and the program's grace days, or now.

        Raises
        ------
        MentorkitError
            The workspace was opened for another audience, or there is no such program.
        """
        if self.audience not in (None, PROGRAM_TEAM):
            raise MentorkitError(
                f"A program's review is made for the {PROGRAM_TEAM} team alone, not for"
                f" '{self.audience}'. Open the workspace with audience='{PROGRAM_TEAM}'."
            )
        asked = self._reviewed(period, as_of, PROGRAM_TEAM)
        return take_program(self._frames, self._program_id(program), asked)

    def _program_id(self, name: str) -> str:
        if name:
            return self.store.find_id("programs", name)
        known = self.programs()
        if len(known) == 1:
            return str(known["program_id"].iloc[0])
        raise MentorkitError(
            f"There are {len(known)} programs: {', '.join(known['handle'])}. Say which."
        )

    def journey(
        self,
        mentorship: str,
        period: str,
        *,
        pilot: bool = False,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> Journey:
        """Return a mentorship from its first day to its last, or through its pilot.

        Parameters
        ----------
        mentorship : str
            Its handle.
        period : str
            The period in which it ends; one that has not is looked at up to its end.
        pilot : bool
            Up to the end of its pilot: the program's ``pilot_weeks``, or eight.
        as_of : str or datetime.date, optional
            The cut; by default the period's end and the program's grace days, or now.
        audience : {"pair", "program", "public"}, optional
            Whom it is made for; the workspace's audience, else ``pair``.
        """
        asked = self._reviewed(period, as_of, audience)
        found = self._mentorship(mentorship, asked)
        return take_journey(self._frames, found, asked, pilot=pilot)

    def milestone_snapshot(
        self,
        milestone: str,
        period: str,
        *,
        as_of: str | dt.date | None = None,
        audience: str | None = None,
    ) -> Journey:
        """Return what one milestone's review is made from: its mentorship so far.

        Parameters
        ----------
        milestone : str
            Its id.
        period : str
            The period in which it was due or done.
        as_of : str or datetime.date, optional
            The cut; by default the period's end and the program's grace days, or now.
        audience : {"pair", "program", "public"}, optional
            Whom it is made for; the workspace's audience, else ``pair``.
        """
        found, _ = self.store.get("milestones", milestone)
        asked = self._reviewed(period, as_of, audience)
        return take_milestone(self._frames, found.id, asked)

    def statement(
        self, period: str, *, as_of: str | dt.date | None = None
    ) -> Statement:
        """Return what you did as a mentor in a period: your own, for you alone.

        Parameters
        ----------
        period : str
            ``2026Q3``, ``2026-09`` or ``2026-07-01/2026-09-30``.
        as_of : str or datetime.date, optional
            The cut; by default the period's end and the program's grace days, or now.

        Raises
        ------
        MentorkitError
            Nobody is signed in whom the workspace knows.
        """
        person = self.person
        if person is None:
            raise MentorkitError(
                f"A statement is about whoever is signed in, and nobody here is called"
                f" '{self.user}'. Open the workspace with as_= and your handle."
            )
        asked = self._reviewed(period, as_of, "pair")
        mentored = self._reader_of(person).mentorships or frozenset()
        return take_statement(self._frames, person.id, mentored, asked)
