"""Collecting through the front door; what becomes of each file is in ``collected``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mentorkit.models import ReceiptState
from mentorkit.workspace.reading import Reading


if TYPE_CHECKING:
    import pandas as pd

    from mentorkit.assignments.watching import Watcher
    from mentorkit.workspace.collected import Collected


class Collecting(Reading):
    """The part of a workspace that takes back what was handed out."""

    def collect(
        self,
        *sources: str | Path,
        assignment: str | Path | None = None,
        watcher: Watcher | None = None,
    ) -> Collected:
        """Read notebooks that came back; keep every answer as rows.

        Files are read as data: nothing in them is run, and they stay as they are.
        Collecting them again, in any order, adds nothing.

        Parameters
        ----------
        *sources : str or pathlib.Path
            Folders, zip archives or notebooks, as a platform hands them over. Without
            any, nothing new is read, and the answers are those of earlier times.
        assignment : str or pathlib.Path, optional
            The ``assignment.json`` that was kept when it was assigned, or its folder;
            all that lie in the workspace's ``assignments`` folder when left out.
        watcher : Watcher, optional
            Told how it goes; a progress bar when left out.

        Returns
        -------
        Collected
            ``.report()`` has a row for each file, ``.answers()`` one for each value
            that counts; ``.needs_person`` says whether somebody must look.

        Raises
        ------
        MentorkitError
            A source or an assignment is not there or cannot be read; nothing was
            collected.

        Examples
        --------
        >>> import mentorkit as mk
        >>> ws = mk.open("my-program")  # doctest: +SKIP
        >>> ws.collect("inbox", "moodle.zip").report()  # doctest: +SKIP
        """
        from mentorkit.workspace.collected import collect  # noqa: PLC0415 - heavy

        return collect(self, [Path(each) for each in sources], assignment, watcher)

    def accept(
        self, *learners: str, assignment: str | None = None, why: str | None = None
    ) -> int:
        """Say that you have looked at what somebody handed in, and take it as it is.

        Files of theirs that needed a person need none from then on; what they answer
        is not changed.

        Parameters
        ----------
        *learners : str
            Handles.
        assignment : str, optional
            Its name; every assignment when left out.
        why : str, optional
            The reason, for the history.

        Returns
        -------
        int
            How many files that were.

        Raises
        ------
        NotFound
            There is nobody of that name; nothing was accepted.
        """
        where = {
            "person_id": [self.store.find_id("people", each) for each in learners],
            "state": [ReceiptState.PERSON.value],
        }
        if assignment is not None:
            where["assignment"] = [assignment]
        found = [str(row["receipt_id"]) for row in self.store.rows("receipts", where)]
        if found:
            with self.store.transaction(self.user, why) as transaction:
                for receipt in found:
                    changes = {"state": ReceiptState.ACCEPTED}
                    transaction.revise("receipts", receipt, changes)
        return len(found)

    def assignments(self) -> pd.DataFrame:
        """Return what was handed out from here: to how many, how many came back.

        Returns
        -------
        pandas.DataFrame
            ``assignment``, ``title``, ``template``, ``template_version``,
            ``language``, ``due_at``, ``given``, ``handed_in``.
        """
        from mentorkit.workspace import answered  # noqa: PLC0415 - heavy

        return answered.assignments(self)

    def answered(self, assignment: str) -> pd.DataFrame:
        """Return who has answered an assignment, as far as it was collected.

        Parameters
        ----------
        assignment : str
            Its name.

        Returns
        -------
        pandas.DataFrame
            A row for each learner: ``answered`` of how many that were ``asked``
            (missing where nothing came), ``late``, ``received_at``, ``state``.

        Raises
        ------
        AssignmentError
            There is no such assignment.
        """
        from mentorkit.workspace import answered  # noqa: PLC0415 - heavy
        from mentorkit.workspace.handed_in import kept_of  # noqa: PLC0415

        return answered.answered(self, kept_of(self, assignment))

    def answers(
        self,
        assignment: str,
        prompt: str | None = None,
        *,
        audience: str | None = None,
    ) -> pd.DataFrame:
        """Return what was answered, to be read side by side: the newest of everybody.

        Parameters
        ----------
        assignment : str
            Its name.
        prompt : str, optional
            The id of one prompt; all when left out.
        audience : {"pair", "program"}, optional
            Whom to redact for; the person who is signed in when left out.

        Returns
        -------
        pandas.DataFrame
            ``prompt``, ``question``, ``learner``, ``answer``, question by question.

        Raises
        ------
        AssignmentError
            There is no such assignment, or it does not ask that.
        """
        from mentorkit.workspace import answered  # noqa: PLC0415 - heavy
        from mentorkit.workspace.handed_in import kept_of  # noqa: PLC0415

        return answered.answers(self, kept_of(self, assignment), prompt, audience)

    def option_counts(self, assignment: str) -> pd.DataFrame:
        """Return how the group answered: how many chose each option.

        Counts smaller than the program's smallest group are kept back, and as many
        others as it takes that nobody can work them out. It counts what the program
        may read. ``mk.charts.option_counts`` draws it.

        Parameters
        ----------
        assignment : str
            Its name.

        Raises
        ------
        AssignmentError
            There is no such assignment.
        """
        from mentorkit.workspace import answered  # noqa: PLC0415 - heavy
        from mentorkit.workspace.handed_in import kept_of  # noqa: PLC0415

        return answered.option_counts(self, kept_of(self, assignment))
