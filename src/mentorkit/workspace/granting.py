"""Access to a workspace whose database is on a server: who has it, and by which login."""

from __future__ import annotations

import pandas as pd

from mentorkit.store.logins import Granted
from mentorkit.workspace.identity import Identity


class Granting(Identity):
    """The part of a workspace that lets people in."""

    def grant(self, person: str, *, login: str | None = None) -> Granted:
        """Give a person access to the database by a login of their own.

        What they may read and write follows from the records: a member reads their
        mentorships, a lead the program's mentorships without the pairs' texts, and
        what is private its author alone. The server holds to it, whichever program
        they use.

        Parameters
        ----------
        person : str
            Their handle, id or e-mail address.
        login : str, optional
            The login's name; their handle when it is left out. Where the server has no
            such login, it is made, with a first password.

        Returns
        -------
        Granted
            ``login``, ``mentorships``, ``leads`` and, for a login that was made,
            ``password``: tell it to them, it is kept nowhere.

        Raises
        ------
        WorkspaceError
            The database is a file, which knows no logins, or the login is another's.
        NotAllowed
            You do not own the database, or there is no such login and you may not make
            one.

        Examples
        --------
        >>> import mentorkit as mk
        >>> ws = mk.open("team")  # doctest: +SKIP
        >>> ws.grant("grace").password  # doctest: +SKIP
        'vN2qgfO1XK6yJw3A'
        """
        return self.store.grant(person, login)

    def revoke(self, person: str) -> list[str]:
        """Take a person's access away; return their logins, which the server keeps.

        Raises
        ------
        NotFound
            They have none.
        """
        return self.store.revoke(person)

    def grants(self) -> pd.DataFrame:
        """Return who has access: ``person``, ``login``, ``mentorships``, ``leads``.

        One row a login; the last two are handles, separated by commas.
        """
        rows = [
            {
                "person": each.person,
                "login": each.login,
                "mentorships": ", ".join(each.mentorships),
                "leads": ", ".join(each.leads),
            }
            for each in self.store.granted()
        ]
        columns = ["person", "login", "mentorships", "leads"]
        return pd.DataFrame(rows, columns=columns).astype("str")
