"""Making answers records through the front door; how is told in ``making_records``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from mentorkit.workspace.reading import Reading


if TYPE_CHECKING:
    from mentorkit.workspace.adoption import Adoption


class Adopting(Reading):
    """The part of a workspace that makes collected answers records."""

    def proposed(
        self,
        assignment: str,
        *learners: str,
        mentorship: str | tuple[str, ...] = (),
        about: Mapping[str, str] | None = None,
    ) -> Adoption:
        """Return the records that an assignment's answers would be; change nothing.

        The newest file of each learner counts. Where an answer goes is said by the
        template, beside its prompt.

        Parameters
        ----------
        assignment : str
            Its name.
        *learners : str
            Handles; everybody of whom something has come when left out.
        mentorship : str or tuple of str
            The mentorship that answers belong to, for learners who are in several.
        about : mapping of str to str, optional
            Whom or what answers are about, by learner, where they cannot say it or have
            not: the handle of whose work a peer looked at, a milestone's title or id, a
            session's day or id.

        Returns
        -------
        Adoption
            ``.frame()`` has a row for each field; ``.problems`` says what is wrong, by
            learner; ``.waiting`` whose answers wait, and for what.

        Raises
        ------
        AssignmentError
            There is no such assignment, or its template does not say where answers go.

        Examples
        --------
        >>> import mentorkit as mk
        >>> ws = mk.open("my-program")  # doctest: +SKIP
        >>> look = ws.proposed("week-1")  # doctest: +SKIP
        >>> look.frame()  # doctest: +SKIP
        >>> ws.adopt(look)  # doctest: +SKIP
        """
        from mentorkit.workspace.making_records import (  # noqa: PLC0415 - heavy
            Asked,
            adopt,
        )

        named = (mentorship,) if isinstance(mentorship, str) else tuple(mentorship)
        return adopt(self, Asked(assignment, learners, named, about or {}))

    def adopt(self, look: Adoption, *learners: str) -> Adoption:
        """Make answers records, as somebody has looked at them.

        Of each learner all are made or none; the others go on. Doing it again adds
        nothing. Where a learner has handed in anew, their records are revised, unless
        somebody has changed them since. Nothing is deleted. ``ws.undo()`` takes back
        what one call has done.

        Parameters
        ----------
        look : Adoption
            What ``ws.proposed`` gave.
        *learners : str
            Handles; all in it when left out.

        Returns
        -------
        Adoption
            What became of each record.
        """
        from mentorkit.workspace.making_records import (  # noqa: PLC0415 - heavy
            Asked,
            adopt,
        )

        chosen = learners or tuple(look.files)
        return adopt(self, Asked(look.assignment, chosen, look.named, look.about, look))
