"""Settling a call through the front door: a note that says what was done about it."""

from __future__ import annotations

from typing import cast

import pandas as pd

from mentorkit.errors import NotAllowed, NotFound
from mentorkit.measures.contact import WAITING
from mentorkit.models import Decision, DecisionAbout, Visibility
from mentorkit.workspace.asking import Asking
from mentorkit.workspace.writing import Writing


class Settling(Asking, Writing):
    """The part of a workspace in which a lead settles what asks for a call."""

    def settle(self, about: str, note: str, *, why: str | None = None) -> Decision:
        """Settle what asks for attention today, with a note of what was done.

        The note is a decision about the mentorship, read by its people and the program
        team. It settles what holds today, for as many days as the program lets pass in
        silence; see :func:`mentorkit.measures.calls`. ``ws.undo()`` takes it back.

        Parameters
        ----------
        about : str
            A mentorship's handle, or that of a person who waits, as in
            :meth:`attention`.
        note : str
            What was done, or agreed on.
        why : str, optional
            The reason for it; what asked for attention when left out.

        Returns
        -------
        Decision
            The note, as it was saved.

        Raises
        ------
        NotAllowed
            You do not lead the program.
        NotFound
            Nothing about them asks for attention.

        Examples
        --------
        >>> ws.settle("ada-grace", "Called Grace; they meet on Monday.")  # doctest: +SKIP
        """
        if not self.leads:
            raise NotAllowed(
                "Only whoever leads the program settles a call. Open the workspace as"
                " them, with as_=."
            )
        found = self.attention(audience="program")
        reasons = found[found["about"] == about]
        if reasons.empty:
            known = ", ".join(found["about"].drop_duplicates()) or "nobody"
            raise NotFound(
                f"Nothing about '{about}' asks for attention today. What does: {known}."
            )
        saved = self.add(
            Decision(
                about=DecisionAbout.MENTORSHIP,
                decision=note,
                rationale=why or " ".join(reasons["why"]),
                visibility=Visibility.PROGRAM,
                **self._whom(about, reasons),
            )
        )
        return cast("Decision", saved)

    def _whom(self, about: str, reasons: pd.DataFrame) -> dict[str, str]:
        """Return what ties the note to a mentorship, or to who waits."""
        if set(reasons["signal"]) != {"waiting"}:
            key = self.store.find_id("mentorships", about)
            return {"mentorship_id": key, "ref_id": key}
        enrolled = self.enrollments(audience="program")
        own = enrolled[
            (enrolled["person"] == about) & enrolled["status"].isin(WAITING)
        ].iloc[0]
        return {"program_id": own["program_id"], "ref_id": own["enrollment_id"]}
