"""What a record leaves open and the store knows: the day, the signer, the program."""

from __future__ import annotations

from functools import cache
from typing import Any

import sqlalchemy as sa

from mentorkit.errors import InvalidRecord, NotFound, Problem
from mentorkit.i18n import N_, NN_, fill, plural, translate
from mentorkit.models import Field, Record
from mentorkit.store.log import Signature
from mentorkit.store.names import find_id
from mentorkit.store.schema import TABLES


def filled(connection: sa.Connection, record: Record, signature: Signature) -> Record:
    """Return a record whose open fields are filled in, checked again as a whole.

    Raises
    ------
    InvalidRecord
        A field must be filled in by a person: it says why and how.
    """
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for field in _to_fill(type(record)):
        value = getattr(record, field.name)
        author = field.about.author
        try:
            if field.about.fill and value in (None, ""):
                found[field.name] = _value(connection, record, field, signature)
            elif author and value is not None and getattr(record, author) is None:
                found[author] = _signer(connection, signature)
        except NotFound as error:
            problems.append(Problem(str(error), field.name))
    if problems:
        raise InvalidRecord(record.noun, problems)
    return type(record)(**(record.model_dump() | found)) if found else record


@cache
def _to_fill(record: type[Record]) -> list[Field]:
    """Return the fields that something is filled in for."""
    return [f for f in record.fields() if f.about.fill or f.about.author]


def _value(
    connection: sa.Connection, record: Record, field: Field, signature: Signature
) -> Any:
    match field.about.fill:
        case "today":
            found: Any = signature.today
        case "signer":
            found = _signer(connection, signature)
        case "mentee":
            found = _only_mentee(connection, _mentorship(connection, record))
        case "program":
            found = _program(connection, record)
        case "timezone":
            found = _timezone(connection, _program(connection, record))
        case _:
            found = getattr(record, "due_on", None)
    return found


def _timezone(connection: sa.Connection, program: str) -> str:
    column = TABLES["programs"].c
    query = sa.select(column.timezone).where(column.program_id == program)
    return str(connection.execute(query).scalar_one())


def _signer(connection: sa.Connection, signature: Signature) -> str:
    try:
        return find_id(connection, "people", signature.by)
    except NotFound:
        told = N_(
            "This needs to know who you are, and '{name}' is not among the people here."
            " Open the workspace as somebody: mk.open(as_='HANDLE')."
        )
        raise NotFound(fill(told, name=signature.by)) from None


def _mentorship(connection: sa.Connection, record: Record) -> str:
    return find_id(connection, "mentorships", getattr(record, "mentorship_id", ""))


def _only_mentee(connection: sa.Connection, mentorship: str) -> str:
    members = TABLES["members"].c
    query = sa.select(members.person_id).where(
        members.mentorship_id == mentorship, members.role == "mentee"
    )
    found = list(connection.execute(query).scalars())
    if len(found) == 1:
        return str(found[0])
    if not found:
        told = N_("This mentorship has no mentees: say whose goal it is.")
        raise NotFound(translate(told))
    forms = NN_(
        "This mentorship has {n} mentee: say whose goal it is.",
        "This mentorship has {n} mentees: say whose goal it is.",
    )
    raise NotFound(plural(*forms, len(found)))


def _program(connection: sa.Connection, record: Record) -> str:
    if record.key() != "mentorship_id" and getattr(record, "mentorship_id", None):
        mentorships = TABLES["mentorships"].c
        query = sa.select(mentorships.program_id).where(
            mentorships.mentorship_id == _mentorship(connection, record)
        )
        return str(connection.execute(query).scalar_one())
    found = list(
        connection.execute(sa.select(TABLES["programs"].c.program_id)).scalars()
    )
    if len(found) == 1:
        return str(found[0])
    if not found:
        raise NotFound(translate(N_("There are no programs here: say which one.")))
    forms = NN_(
        "There is {n} program here: say which one.",
        "There are {n} programs here: say which one.",
    )
    raise NotFound(plural(*forms, len(found)))
