"""Asking through the front door: what is due, who needs a call, what the next hour is.

Each method reads the tables that a measure asks for, at one moment, and hands them on.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from mentorkit import measures
from mentorkit.frames.reading import Scope
from mentorkit.measures.attention import READ as ATTENDED
from mentorkit.models import AT_REST
from mentorkit.workspace.reading import Reading


HAPPENS = (
    "sessions",
    "goals",
    "milestones",
    "progress",
    "actions",
    "decisions",
    "reflections",
)

LAST_SESSION = "last session"

USUAL_MINUTES = 45
"""How long a session is where none was held: the middle of 30, 45 and 60."""


class Asking(Reading):
    """The part of a workspace that answers the questions of every week."""

    def due(
        self,
        *,
        days: int = 7,
        mentorship: str | None = None,
        audience: str | None = None,
    ) -> pd.DataFrame:
        """Return what is overdue, and what is due within some days.

        Parameters
        ----------
        days : int
            How many days ahead.
        mentorship : str, optional
            A handle or id; all that are not at rest when left out.
        audience : {"pair", "program"}, optional
            Whom to redact for; the person who is signed in when left out.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.due`.
        """
        names = ("mentorships", "goals", "milestones", "actions", "sessions")
        tables = self._asked(names, mentorship, audience)
        mentorships = tables.pop("mentorships")
        if mentorship is None:
            known = mentorships[~mentorships["status"].isin(AT_REST)]["handle"]
            tables = {
                name: frame[frame["mentorship"].isin(known)]
                for name, frame in tables.items()
            }
        return measures.due(tables, on=self.today, timezone=self.timezone, days=days)

    def attention(self, *, audience: str | None = None) -> pd.DataFrame:
        """Return what somebody should look at: each line says why and what to do.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.attention`.
        """
        return measures.attention(
            self._asked(ATTENDED, None, audience),
            on=self.today,
            timezone=self.timezone,
            language=self.language,
        )

    def contact(self, *, audience: str | None = None) -> pd.DataFrame:
        """Return when each running mentorship last met, the longest silence first.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.contact`.
        """
        names = ("mentorships", "sessions", "programs")
        tables = self._asked(names, None, audience)
        return measures.contact(
            *(tables[name] for name in names), on=self.today, timezone=self.timezone
        )

    def waiting(self, *, audience: str | None = None) -> pd.DataFrame:
        """Return who waits to be in a mentorship, the longest wait first.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.waiting`.
        """
        tables = self._asked(("enrollments", "people"), None, audience)
        return measures.waiting(tables["enrollments"], tables["people"], on=self.today)

    def happened(
        self,
        mentorship: str | None = None,
        *,
        since: str | dt.date | None = None,
        audience: str | None = None,
    ) -> pd.DataFrame:
        """Return what happened, one line an event, oldest first.

        Parameters
        ----------
        mentorship : str, optional
            A handle or id; all that you see when left out.
        since : str or datetime.date, optional
            The first day, or ``"last session"``: since the day on which this
            mentorship last met before today. The beginning when left out.
        audience : {"pair", "program"}, optional
            Whom to redact for; the person who is signed in when left out.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.happened`.
        """
        tables = self._asked(HAPPENS, mentorship, audience)
        if since == LAST_SESSION:
            since = self._last_met(tables["sessions"])
        return measures.happened(
            tables, on=self.today, timezone=self.timezone, since=since
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

    def _asked(
        self, names: tuple[str, ...], mentorship: str | None, audience: str | None
    ) -> dict[str, pd.DataFrame]:
        """Return tables at one moment, as their reader may see them."""
        scope = Scope(mentorships=None if mentorship is None else (mentorship,))
        reader = self._reader(audience)
        with self._frames.one_moment() as frames:
            return {name: frames.table(name, reader, scope) for name in names}

    def _days(self, sessions: pd.DataFrame) -> list[dt.date]:
        return list(sessions["starts_at"].dt.tz_convert(self.timezone).dt.date)

    def _of_today(self, sessions: pd.DataFrame) -> pd.DataFrame:
        """Return the sessions that are planned for today."""
        planned = sessions[sessions["status"] == "planned"]
        return planned[[day == self.today for day in self._days(planned)]]

    def _last_met(self, sessions: pd.DataFrame) -> dt.date | None:
        held = sessions[sessions["status"] == "held"]
        return max((day for day in self._days(held) if day < self.today), default=None)


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
