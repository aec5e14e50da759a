"""Handing templates out through the front door; how it is done is in ``handing_out``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mentorkit.workspace.identity import Identity


if TYPE_CHECKING:
    from mentorkit.workspace.handing_out import Assigned


class Assigning(Identity):
    """The part of a workspace that hands templates out."""

    def assign(  # noqa: PLR0913 - what, to whom, until when, as what
        self,
        template: str,
        *,
        to: str | Path | Sequence[str],
        due: str | dt.datetime | None = None,
        name: str | None = None,
        language: str | None = None,
        out: str | Path | None = None,
        role: str = "mentee",
        add_people: bool = False,
        forms: bool = False,
    ) -> Assigned:
        """Make a personal copy of a template for each learner.

        The same call again writes the same bytes: it adds copies for new learners, and
        leaves alone what somebody has begun.

        Parameters
        ----------
        template : str
            A template's name, or the path of a source or a notebook of your own.
        to : str, pathlib.Path or sequence of str
            A program's handle, a cohort, a person; a file with a column ``handle``,
            ``name`` or ``e-mail``; or handles.
        due : str or datetime.datetime, optional
            A moment in the program's time zone, such as ``2026-10-16T23:59``, or a day,
            until its end.
        name : str, optional
            What the assignment is called; the template and the day it is due when left
            out. With it, a later call can move the due date.
        language : str, optional
            The template's language; the workspace's when left out.
        out : str or pathlib.Path, optional
            Where the copies go; ``assignments/NAME/copies`` in the workspace when left
            out.
        role : str
            As what they take part, where a program or a cohort is named.
        add_people : bool
            Add those of a file who are not in the workspace, so that what they hand in
            can be kept.
        forms : bool
            Let answers be given in forms, which stay in the notebook's file; for
            learners who have mentorkit. Without, they are written as Markdown.

        Returns
        -------
        Assigned
            ``assigned.frame()`` has a row for each learner.

        Raises
        ------
        AssignmentError
            Nobody is meant, a row of the file names nobody, or another template was
            handed out under this name; no copy was written.
        InvalidTemplate
            Something is wrong with the template.

        Examples
        --------
        >>> ws.assign("reflection", to="roster.csv", due="2026-10-16T23:59",
        ...           name="week-1")  # doctest: +SKIP
        """
        from mentorkit.workspace.handing_out import (  # noqa: PLC0415 - rarely needed
            Asked,
            hand_out,
        )

        asked = Asked(template, to, due, name, language, out, role, add_people, forms)
        return hand_out(self, asked)
