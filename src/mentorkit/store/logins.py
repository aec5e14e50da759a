"""Logins of a server's database: whose they are, letting them in and shutting them out.

What a login may then read and write is in ``rights``.
"""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import NotAllowed, NotFound, WorkspaceError
from mentorkit.store import rights
from mentorkit.store.names import find_id
from mentorkit.store.rights import LOGINS
from mentorkit.store.schema import TABLES


@dataclass(frozen=True, slots=True)
class Granted:
    """Access that a person has.

    Attributes
    ----------
    person : str
        Their handle.
    login : str
        The login that is theirs.
    password : str or None
        The login's first password, where the login was made for this; it is kept
        nowhere.
    mentorships, leads : tuple of str
        Handles of the mentorships whose member they are, and of the programs that they
        lead.
    """

    person: str
    login: str
    mentorships: tuple[str, ...]
    leads: tuple[str, ...]
    password: str | None = field(default=None, repr=False)

    def __str__(self) -> str:
        circles = ", ".join(self.mentorships) or "no mentorship yet"
        led = f", and leads {', '.join(self.leads)}" if self.leads else ""
        return f"{self.person} logs in as '{self.login}': reads {circles}{led}."

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return asdict(self)


def signed_in(connection: sa.Connection) -> str | None:
    """Return the id of the person whose login this is; nothing for the owner."""
    found = connection.execute(sa.select(sa.func.mentorkit.me())).scalar_one()
    return None if found is None else str(found)


def grant(connection: sa.Connection, person: str, login: str | None) -> Granted:
    """Give a person access by a login, which is made where there is none.

    Raises
    ------
    NotFound
        There is no such person.
    WorkspaceError
        The login is another's, or the owner's own.
    NotAllowed
        There is no such login, and this one may not make any.
    """
    person_id = find_id(connection, "people", person)
    people = TABLES["people"]
    handle = connection.execute(
        sa.select(people.c.handle).where(people.c.person_id == person_id)
    ).scalar_one()
    login = login or handle
    _check_free(connection, login, person_id)
    password = _made(connection, login)
    connection.execute(sa.delete(LOGINS).where(LOGINS.c.login == login))
    connection.execute(sa.insert(LOGINS).values(login=login, person_id=person_id))
    rights.let_in(connection, login)
    return _told(connection, person_id, handle, login, password)


def revoke(connection: sa.Connection, person: str) -> list[str]:
    """Take access from a person; return the logins that had it, which stay.

    Raises
    ------
    NotFound
        There is no such person, or they have no access.
    """
    logins = shut_out(connection, find_id(connection, "people", person))
    if not logins:
        raise NotFound(f"{person} has no access; nothing was changed.")
    return logins


def shut_out(connection: sa.Connection, person_id: str) -> list[str]:
    """Take access from a person who may have it; return the logins that had it."""
    query = sa.select(LOGINS.c.login).where(LOGINS.c.person_id == person_id)
    logins = [str(login) for login in connection.execute(query).scalars()]
    for login in logins:
        rights.shut_out(connection, login)
    connection.execute(sa.delete(LOGINS).where(LOGINS.c.person_id == person_id))
    return logins


def granted(connection: sa.Connection) -> list[Granted]:
    """Return everybody who has access, by handle."""
    people = TABLES["people"]
    query = (
        sa.select(people.c.person_id, people.c.handle, LOGINS.c.login)
        .join_from(LOGINS, people, LOGINS.c.person_id == people.c.person_id)
        .order_by(people.c.handle, LOGINS.c.login)
    )
    return [_told(connection, *row) for row in connection.execute(query).all()]


def _check_free(connection: sa.Connection, login: str, person_id: str) -> None:
    query = sa.select(LOGINS.c.person_id).where(LOGINS.c.login == login)
    other = connection.execute(query).scalar_one_or_none()
    if other not in (None, person_id):
        raise WorkspaceError(
            f"The login '{login}' is another person's. Nothing was changed."
        )
    owns = connection.execute(
        sa.text(
            "SELECT pg_has_role(rolname, nspowner, 'USAGE')"
            " FROM pg_roles, pg_namespace"
            " WHERE rolname = :login AND nspname = 'mentorkit'"
        ),
        {"login": login},
    ).scalar_one_or_none()
    if owns:
        raise WorkspaceError(
            f"The login '{login}' owns the database and reads all of it already; name"
            " another with --login. Nothing was changed."
        )


def _made(connection: sa.Connection, login: str) -> str | None:
    """Make a login where there is none; return its password."""
    there = sa.text("SELECT 1 FROM pg_roles WHERE rolname = :login")
    if connection.execute(there, {"login": login}).scalar_one_or_none():
        return None
    may = sa.text(
        "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    )
    if not connection.execute(may).scalar_one():
        raise NotAllowed(
            f"There is no login '{login}' on the server, and yours may not make one."
            f" Let the server's administrator make it (CREATE ROLE {login} LOGIN"
            " PASSWORD ...), then grant again. Nothing was changed."
        )
    password = secrets.token_urlsafe(12)
    raw: Any = connection.connection.driver_connection
    # The server's log may hold statements, hence never the password itself.
    kept = raw.pgconn.encrypt_password(
        password.encode(), login.encode(), b"scram-sha-256"
    ).decode()
    name = rights.quoted(connection, login)
    rights.run(connection, f"CREATE ROLE {name} LOGIN PASSWORD '{kept}'")
    return password


def _told(
    connection: sa.Connection,
    person_id: str,
    handle: str,
    login: str,
    password: str | None = None,
) -> Granted:
    members, mentorships = TABLES["members"], TABLES["mentorships"]
    enrollments, programs = TABLES["enrollments"], TABLES["programs"]
    circles = (
        sa.select(mentorships.c.handle)
        .join(members, members.c.mentorship_id == mentorships.c.mentorship_id)
        .where(members.c.person_id == person_id)
    )
    led = (
        sa.select(programs.c.handle)
        .join(enrollments, enrollments.c.program_id == programs.c.program_id)
        .where(
            enrollments.c.person_id == person_id,
            enrollments.c.role == "lead",
            enrollments.c.status != "withdrawn",
        )
    )
    return Granted(
        handle,
        login,
        tuple(sorted(set(connection.execute(circles).scalars()))),
        tuple(sorted(set(connection.execute(led).scalars()))),
        password,
    )
