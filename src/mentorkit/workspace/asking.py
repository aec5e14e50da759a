"""Asking through the front door: what is due, what happened, who needs a call.

Each method reads the tables that a measure asks for, at one moment, and hands them on.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd

from mentorkit import measures
from mentorkit.frames.scope import Scope
from mentorkit.measures.settling import READ as SETTLING
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
        audience : {"pair", "program", "public"}, optional
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
        """Return what somebody should look at: why, what to do, and what is settled.

        Returns
        -------
        pandas.DataFrame
            See :func:`mentorkit.measures.calls`; :meth:`settle` settles.
        """
        return measures.calls(
            self._asked(SETTLING, None, audience),
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
        audience : {"pair", "program", "public"}, optional
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

    def _asked(
        self, names: tuple[str, ...], mentorship: str | None, audience: str | None
    ) -> dict[str, pd.DataFrame]:
        """Return tables at one moment, as their reader may see them."""
        scope = Scope(mentorships=None if mentorship is None else (mentorship,))
        reader = self.reader(audience)
        with self._frames.one_moment() as frames:
            return {name: frames.table(name, reader, scope) for name in names}

    def _days(self, sessions: pd.DataFrame) -> list[dt.date]:
        return list(sessions["starts_at"].dt.tz_convert(self.timezone).dt.date)

    def _last_met(self, sessions: pd.DataFrame) -> dt.date | None:
        held = sessions[sessions["status"] == "held"]
        return max((day for day in self._days(held) if day < self.today), default=None)
