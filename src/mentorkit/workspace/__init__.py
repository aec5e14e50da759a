"""The front door: one object that saves what forms emit and hands out frames.

Wires the parts to each other; what the parts do is written where they live.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from mentorkit.models import Enrollment, Person, Program, record_of
from mentorkit.store import Store
from mentorkit.store.opening import is_laid_out
from mentorkit.workspace import settings as folder_settings
from mentorkit.workspace import surroundings
from mentorkit.workspace.adopting import Adopting
from mentorkit.workspace.assigning import Assigning
from mentorkit.workspace.beginning import handle_for
from mentorkit.workspace.collecting import Collecting
from mentorkit.workspace.erasing import Erasing
from mentorkit.workspace.exporting import Exporting
from mentorkit.workspace.granting import Granting
from mentorkit.workspace.identity import as_day, known_timezone
from mentorkit.workspace.keeping import Keeping
from mentorkit.workspace.meeting import Meeting
from mentorkit.workspace.returning import Returning
from mentorkit.workspace.running import Running
from mentorkit.workspace.sealing import Sealing
from mentorkit.workspace.settings import Settings
from mentorkit.workspace.settling import Settling


if TYPE_CHECKING:
    import pandas as pd

    from mentorkit.forms import Board, RecordForm


def open_workspace(
    where: str | Path | None = None,
    *,
    as_: str | None = None,
    today: str | dt.date | None = None,
    audience: str | None = None,
    language: str | None = None,
) -> Workspace:
    """Open a workspace.

    Parameters
    ----------
    where : str or pathlib.Path, optional
        Its folder, a database file or URL (``sqlite:///FILE``,
        ``postgresql://LOGIN@HOST/DATABASE``). When it is left out, the
        nearest folder upward that has a ``mentorkit.toml``.
    as_ : str, optional
        The handle of the person who signs changes and whose private texts are shown.
    today : str or datetime.date, optional
        The day that counts as today.
    audience : {"pair", "program", "public"}, optional
        Whom frames are redacted for; the person who is signed in when left out.
    language : str, optional
        Language of forms and reports, by its tag, such as "es" or "ar-EG". When it is
        left out: ``MENTORKIT_LANGUAGE``, else the ``language`` of ``mentorkit.toml``,
        else the signed in person's, else English.

    Returns
    -------
    Workspace

    Raises
    ------
    WorkspaceError
        There is no workspace there.
    StorageError
        Its database cannot be opened.
    MentorkitError
        There are no words in the language that was asked for.

    Examples
    --------
    >>> import mentorkit as mk
    >>> ws = mk.open("my-program", as_="grace")  # doctest: +SKIP
    """
    settings = folder_settings.find(where)
    found = Workspace(
        settings, as_=as_, today=as_day(today), audience=audience, language=language
    )
    surroundings.when_idle(_get_forms_ready)
    return found


def _get_forms_ready() -> None:
    """Import what forms need, before somebody waits for the first one."""
    with suppress(ImportError):  # told where a form is opened
        import_module("mentorkit.workspace.sheets")


class Workspace(
    Running,
    Settling,
    Meeting,
    Assigning,
    Collecting,
    Adopting,
    Returning,
    Exporting,
    Keeping,
    Sealing,
    Granting,
    Erasing,
):
    """A folder of mentoring records: add and revise, read frames, run reviews.

    Made by :func:`mentorkit.open`; every table has a method of its name that returns
    its frame: ``ws.goals()``, ``ws.sessions(mentorship="ada-grace")``.
    """

    def __repr__(self) -> str:
        count = len(self.mentorships())
        noun = "mentorship" if count == 1 else "mentorships"
        return (
            f"{self.folder.name}: {count or 'no'} {noun} of {self.user},"
            f" {self.today:%d %B %Y}"
        )

    @classmethod
    def create(
        cls,
        folder: str | Path,
        *,
        name: str | None = None,
        timezone: str = "UTC",
        today: dt.date | None = None,
        database: str | None = None,
    ) -> Self:
        """Lay out an empty workspace: settings, notebooks, and you in a program.

        Parameters
        ----------
        folder : str or pathlib.Path
            Where; it is made when it is not there.
        name : str, optional
            Your name; the login name when it is left out.
        timezone : str
            The program's time zone, an IANA name.
        today : datetime.date, optional
            Pins the day that counts as today.
        database : str, optional
            The URL of a database on a server, for a team; a file in the folder when
            it is left out. Where a program is kept there already, the folder joins it.
            A password in it is used now and written nowhere.
        """
        folder = Path(folder).expanduser().absolute()
        known_timezone(timezone)
        name = name or surroundings.login()
        me = Person(name=name, handle=handle_for(name, ()), timezone=timezone)
        program = Program(
            name=folder.name, handle=handle_for(folder.name, ()), timezone=timezone
        )
        folder_settings.check_free(folder)
        if database is not None:
            if is_laid_out(database):
                return cls._join(folder, database, today)
            Store.create(database).close()
        settings = folder_settings.lay_out(
            folder, me.handle, today=today, database=database
        )
        if database is None:
            Store.create(settings.database).close()
        ws = cls(replace(settings, database=database or settings.database))
        ws.add(program, me)
        for role in ("mentor", "lead"):
            ws.add(Enrollment(person_id=me.handle, role=role, status="active"))
        return ws

    @classmethod
    def _join(cls, folder: Path, database: str, today: dt.date | None) -> Self:
        """Lay out a folder for somebody who works in a program that is there."""
        there = cls(Settings(folder, database))
        user = there.user
        there.store.close()
        settings = folder_settings.lay_out(folder, user, today=today, database=database)
        return cls(replace(settings, database=database))

    def status(self, *, days: int = 91) -> pd.DataFrame:
        """Return where every mentorship stands today, one row each, by handle.

        Parameters
        ----------
        days : int
            How far back sessions count.

        Returns
        -------
        pandas.DataFrame
            ``mentorship``, ``status``, ``goals``, ``goals_reached``, ``milestones``,
            ``milestones_done``, ``milestones_late``, ``sessions_held``,
            ``last_session``, ``needs_call`` (the reasons in words, or nothing).
        """
        from mentorkit.workspace.standing import standing  # noqa: PLC0415 - heavy

        return standing(self, days)

    def form(
        self,
        record: str,
        *,
        id: str | None = None,  # noqa: A002
        mentorship: str | None = None,
        **values: Any,
    ) -> RecordForm:
        """Return a form that adds a row, or edits one.

        Parameters
        ----------
        record : str
            What to fill in: ``goal``, ``milestone``, ``session``, ``reflection`` or
            the singular of any other table. ``actions`` takes one thing a line,
            ``charter`` the whole charter by sections, ``assessment`` the items of an
            ``instrument`` (a rubric or a survey), or of the one that ``id`` names.
        id : str, optional
            The row to edit.
        mentorship : str, optional
            The mentorship that a new row belongs to.
        **values
            What to fill in beforehand.
        """
        from mentorkit.workspace.editing import form  # noqa: PLC0415 - needs widgets
        from mentorkit.workspace.sheets import sheet  # noqa: PLC0415

        several = sheet(self, record, id, mentorship, values)
        return several or form(self, record_of(record), id, mentorship, values)

    def board(
        self, record: str = "milestone", *, mentorship: str | None = None
    ) -> Board:
        """Return a board: a column for each status, and cards that people move.

        Each card moves by button or by mouse; moving saves, and can be taken back.

        Parameters
        ----------
        record : str
            What lies on it: ``milestone`` or ``action``.
        mentorship : str, optional
            Whose; everything that you may read when left out.
        """
        from mentorkit.workspace.boarding import board  # noqa: PLC0415 - needs widgets

        return board(self, record_of(record), mentorship)
