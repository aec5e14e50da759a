"""Opening a board on the workspace: its cards, and where a move is kept."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit.errors import Conflict, WorkspaceError
from mentorkit.forms import Board, Card, Look, Submission
from mentorkit.i18n import N_, translate
from mentorkit.models import Action, Milestone, Record
from mentorkit.workspace.editing import with_names


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


BOARDS: dict[type[Record], str] = {
    Milestone: N_("Milestone {n}, kept private"),
    Action: N_("Action {n}, kept private"),
}
"""The records that there is a board of, and what stands for a title that is withheld."""


def board(ws: Workspace, record: type[Record], mentorship: str | None) -> Board:
    """Return a board of a mentorship's rows, or of all that the reader sees."""
    if record not in BOARDS:
        names = ", ".join(f"'{each.noun}'" for each in BOARDS)
        raise WorkspaceError(
            f"There is no board of a {record.noun}. There is one of each of {names}."
        )
    person = ws.person
    look = Look(record, ws.today, ws.language, person.name if person else ws.user)
    if mentorship is not None:
        ws.store.find_id("mentorships", mentorship)
    return Board(Rows(ws, record, mentorship), look)


class Rows:
    """The deck of a board: one table's rows, read and changed through a workspace."""

    def __init__(
        self, ws: Workspace, record: type[Record], mentorship: str | None
    ) -> None:
        self._ws, self._record, self._mentorship = ws, record, mentorship

    def cards(self) -> Sequence[Card]:
        """Return the rows as they are now: what was done last, then what is due first."""
        ws, record = self._ws, self._record
        frame = ws.frame(record.table, mentorship=self._mentorship)
        titles = _titles(frame, BOARDS[record], ws.language)
        frame = frame.assign(title=titles, about=self._about(frame))
        frame = frame.sort_values(["done_on", "due_on"], ascending=[False, True])
        return [self._card(row) for row in frame.to_dict("records")]

    def _card(self, row: Mapping[Hashable, Any]) -> Card:
        row_id = str(row[self._record.key()])
        _, version = self._ws.store.get(self._record.table, row_id)
        return Card(
            id=row_id,
            version=version,
            title=str(row["title"]),
            status=str(row["status"]),
            about="" if pd.isna(row["about"]) else str(row["about"]),
            due_on=None if pd.isna(row["due_on"]) else row["due_on"].date(),
            done_on=None if pd.isna(row["done_on"]) else row["done_on"].date(),
        )

    def _about(self, frame: pd.DataFrame) -> pd.Series:
        """Return the goal that each row leads to, or who took it on."""
        if "owner_id" in frame:
            people = self._ws.people().set_index("person_id")["name"]
            return frame["owner_id"].map(people.to_dict())
        goals = self._ws.goals(mentorship=self._mentorship).set_index("goal_id")
        return frame["goal_id"].map(goals["title"].to_dict())

    def move(self, submission: Submission) -> str:
        """Keep a new status; return the change set that it was saved in."""
        ws, table = self._ws, submission.record.table
        try:
            ws.revise(
                table,
                submission.id,
                why=submission.why or None,
                version=submission.base_version,
                **submission.values,
            )
        except Conflict as overtaken:
            raise with_names(ws, overtaken) from None
        return str(ws.store.history(table, submission.id)[-1]["change_set"])

    def undo(self, name: str) -> None:
        """Take a move back."""
        self._ws.undo(name)


def _titles(frame: pd.DataFrame, stand_in: str, language: str) -> pd.Series:
    told = translate(stand_in, language)
    numbered = [told.format(n=at + 1) for at in range(len(frame))]
    return frame["title"].fillna(pd.Series(numbered, index=frame.index, dtype="str"))
