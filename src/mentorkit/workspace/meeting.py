"""The hour of a session through the front door: agenda, form, questions, next date."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from mentorkit import measures
from mentorkit.errors import WorkspaceError
from mentorkit.models import AT_REST
from mentorkit.workspace.asking import Asking


USUAL_MINUTES = 45
"""How long a session is where none was held: the middle of 30, 45 and 60."""


class Meeting(Asking):
    """The part of a workspace that a session is prepared and held with."""

    def my_mentorship(self) -> str:
        """Return the handle of your mentorship: of several, one that runs, by name.

        Raises
        ------
        WorkspaceError
            You are in none yet.
        """
        person = self.person
        members, mentorships = self.frame("members"), self.frame("mentorships")
        mine = members[members["person_id"] == (person.id if person else None)]
        own = mentorships[mentorships["handle"].isin(mine["mentorship"])]
        resting = own["status"].isin(AT_REST)
        for handle in [*own.loc[~resting, "handle"], *own.loc[resting, "handle"]]:
            return str(handle)
        raise WorkspaceError(
            f"{self.user} is in no mentorship yet. Begin one with"
            ' ws.begin(mentee="Their name"), or in start_here.ipynb.'
        )

    def agenda(self, mentorship: str, *, minutes: int | None = None) -> pd.DataFrame:
        """Return today's agenda, in boxes of time that add up.

        It is the one that today's session has, or else a proposal by what the session
        is for, what was promised, and what is late.

        Parameters
        ----------
        mentorship : str
            A handle or id.
        minutes : int, optional
            How long the session is; as long as today's, or as sessions usually are,
            when left out.

        Returns
        -------
        pandas.DataFrame
            ``from_minute``, ``minutes`` (Int64), ``item`` (text).
        """
        names = ("mentorships", "sessions", "actions", "milestones", "goals")
        tables = self._asked(names, mentorship, None)
        sessions = tables["sessions"]
        today = self._of_today(sessions)
        if len(today) and pd.notna(today["agenda"].iloc[0]) and minutes is None:
            return measures.agenda_of(str(today["agenda"].iloc[0]))
        steps = {name: tables[name] for name in ("milestones", "goals")}
        due = measures.due(steps, on=self.today, timezone=self.timezone, days=-1)
        return measures.agenda(
            minutes or _usual_minutes(today, sessions),
            kind=_kind(today, sessions, tables["mentorships"]),
            promised=int((tables["actions"]["status"] == "open").sum()),
            late=int((due["what"] == "milestone").sum()),
            language=self.language,
        )

    def session_today(self, mentorship: str) -> dict[str, Any]:
        """Return what the form of today's session is opened with.

        Returns
        -------
        dict
            The ``id`` of the session that is planned for today, where there is one, so
            that it is edited; else the values of a new one: now, held, as long as
            usual, with today's agenda.

        Examples
        --------
        >>> ws.form("session", **ws.session_today("ada-grace"))  # doctest: +SKIP
        """
        sessions = self.frame("sessions", mentorship=mentorship)
        today = self._of_today(sessions)
        if len(today):
            return {"id": str(today["session_id"].iloc[0])}
        boxes = self.agenda(mentorship)
        mentorships = self.frame("mentorships", mentorship=mentorship)
        return {
            "mentorship": mentorship,
            "starts_at": self.now(),
            "minutes": int(boxes["minutes"].sum()),
            "kind": _kind(today, sessions, mentorships),
            "status": "held",
            "agenda": measures.agenda_text(boxes),
        }

    def prompts(self, mentorship: str, *, few: int = 3) -> list[str]:
        """Return a few questions to reflect on, by phase and by what happened last.

        Returns
        -------
        list of str
            See :func:`mentorkit.measures.prompts`.
        """
        names = ("mentorships", "sessions", "milestones")
        return measures.prompts(
            self._asked(names, mentorship, None),
            on=self.today,
            timezone=self.timezone,
            few=few,
            language=self.language,
        )

    def next_date(self, mentorship: str) -> dt.datetime:
        """Return when this mentorship meets next: as planned, or by its rhythm.

        Returns
        -------
        datetime.datetime
            See :func:`mentorkit.measures.next_date`.
        """
        tables = self._asked(("mentorships", "programs", "sessions"), mentorship, None)
        rhythms = pd.concat(
            [tables["mentorships"]["cadence_days"], tables["programs"]["cadence_days"]]
        ).dropna()
        return measures.next_date(
            tables["sessions"],
            every_days=int(rhythms.iloc[0]),
            now=self.now(),
            timezone=self.timezone,
        )

    def _of_today(self, sessions: pd.DataFrame) -> pd.DataFrame:
        """Return the sessions that are planned for today."""
        planned = sessions[sessions["status"] == "planned"]
        return planned.loc[[day == self.today for day in self._days(planned)]]


def _usual_minutes(today: pd.DataFrame, sessions: pd.DataFrame) -> int:
    """Return how long today's session is, or the usual one in steps of five minutes."""
    planned = today["minutes"].dropna()
    if len(planned):
        return int(planned.iloc[0])
    held = sessions.loc[sessions["status"] == "held", "minutes"].dropna()
    if held.empty:
        return USUAL_MINUTES
    return max(5 * round(float(held.median()) / 5), 15)


def _kind(
    today: pd.DataFrame, sessions: pd.DataFrame, mentorships: pd.DataFrame
) -> str:
    """Return what today's session is for."""
    if len(today):
        return str(today["kind"].iloc[0])
    if not (sessions["status"] == "held").any():
        return "kickoff"
    if (mentorships["status"] == "ending").any():
        return "closure"
    return "deep_dive"
