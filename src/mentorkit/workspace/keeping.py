"""Keeping a workspace whole: taking back, looking it over, backups."""

from __future__ import annotations

from mentorkit.store.undone import Undone
from mentorkit.workspace.identity import Identity


class Keeping(Identity):
    """The part of a workspace that keeps it whole."""

    def undo(self, change_set: str | None = None, *, why: str | None = None) -> Undone:
        """Take back your last change: everything that was saved together with it.

        Called again, it takes back the change before. An undo is a change like any
        other: its row in the history names what it took back. Undos are passed over;
        to take one back, name its change set, and what it undid stands again.

        Parameters
        ----------
        change_set : str, optional
            A change set of yours, as ``ws.history`` shows it; the last one that is not
            taken back yet when it is left out.
        why : str, optional
            The reason.

        Returns
        -------
        Undone
            What was taken back; printed, it says so in words.

        Raises
        ------
        NotFound
            There is nothing of yours to take back.
        Conflict
            Somebody changed the same field or row later; nothing was taken back.
        InUse
            Other rows refer to a row that would go; nothing was taken back.
        """
        return self.store.undo(by=self.user, change_set=change_set, why=why)
