"""Commenting and giving back through the front door; how is told in ``feedback``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from mentorkit.workspace.reading import Reading


if TYPE_CHECKING:
    import pandas as pd

    from mentorkit.forms import RecordForm
    from mentorkit.workspace import Workspace
    from mentorkit.workspace.feedback import Returned


class Returning(Reading):
    """The part of a workspace that says something to answers and gives them back."""

    def comment(self, assignment: str, learner: str) -> RecordForm:
        """Return the form of your feedback to one learner: a comment and a level each.

        It opens again with what you have said already.

        Parameters
        ----------
        assignment : str
            Its name.
        learner : str
            Their handle.

        Examples
        --------
        >>> import mentorkit as mk
        >>> ws = mk.open("my-program")  # doctest: +SKIP
        >>> ws.comment("week-1", "ada")  # doctest: +SKIP
        """
        from mentorkit.workspace import commenting  # noqa: PLC0415 - needs widgets
        from mentorkit.workspace.handed_in import chosen, kept_of  # noqa: PLC0415
        from mentorkit.workspace.rating import new_sheet, reopened  # noqa: PLC0415
        from mentorkit.workspace.whose import Known  # noqa: PLC0415

        manifest = kept_of(self, assignment)
        chosen(manifest, {}, [learner])
        items = commenting.items_of(manifest)
        title = commenting.title_of(self, manifest, learner)
        ws = cast("Workspace", self)
        sheets = commenting.sheets_of(self, assignment).get(learner, [])
        if row := commenting.own_sheet(self, sheets):
            return reopened(ws, row, title=title)
        home = commenting.home_of(self, Known.of(self.store), manifest, learner)
        values = {
            "person_id": self.store.find_id("people", learner),
            **commenting.head_of(self, home),
        }
        new = [*items.values()]
        return new_sheet(ws, new, home, values, brings=new, title=title)

    def feedback(
        self,
        assignment: str,
        *learners: str,
        comments: str | Path | pd.DataFrame | None = None,
        out: str | Path | None = None,
    ) -> Returned:
        """Give answers back with what was said to them, a page and a notebook each.

        Nothing that was handed in is touched, and nobody gets anything of another's.
        The same call again gives the same bytes, and leaves a notebook alone that
        somebody has begun.

        Parameters
        ----------
        assignment : str
            Its name.
        *learners : str
            Handles; everybody to whom something was said when left out.
        comments : str, pathlib.Path or pandas.DataFrame, optional
            What you say, to be kept first: a table with the columns ``learner``,
            ``prompt`` (empty for the whole), ``comment`` and ``level``.
        out : str or pathlib.Path, optional
            Where the learners' folders go; ``assignments/NAME/feedback`` in the
            workspace when left out.

        Returns
        -------
        Returned
            ``.frame()`` has a row for each learner; ``.waiting`` says who has handed in
            and to whom nothing was said yet.

        Raises
        ------
        AssignmentError
            There is no such assignment, or a row of the table cannot be kept: all of
            them are told, and none was kept.

        Examples
        --------
        >>> import mentorkit as mk
        >>> ws = mk.open("my-program")  # doctest: +SKIP
        >>> ws.feedback("week-1", comments="comments.csv").frame()  # doctest: +SKIP
        """
        from mentorkit.workspace import commenting  # noqa: PLC0415 - heavy
        from mentorkit.workspace.comment_sheet import read_comments  # noqa: PLC0415
        from mentorkit.workspace.feedback import give_back  # noqa: PLC0415
        from mentorkit.workspace.handed_in import chosen, kept_of  # noqa: PLC0415

        manifest = kept_of(self, assignment)
        chosen(manifest, {}, learners)
        change_set = None
        if comments is not None:
            items = commenting.items_of(manifest)
            people = [*self.store.rows("people")]
            told = read_comments(comments, manifest, items, people)
            change_set = commenting.keep(self, manifest, told)
        return give_back(self, manifest, learners, out, change_set)
