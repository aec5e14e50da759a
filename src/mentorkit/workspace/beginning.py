"""Beginning a mentorship: the people and the membership that a first goal needs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from mentorkit.errors import NotFound, WorkspaceError
from mentorkit.models import Enrollment, Member, Mentorship, Person
from mentorkit.store import Store, Transaction


def handle_for(name: str, taken: Container[str], fallback: str = "person") -> str:
    """Return a short free handle for a name.

    Examples
    --------
    >>> handle_for("Zoë Ångström", taken=[])
    'zoe'
    >>> handle_for("Zoë Berg", taken=["zoe"])
    'zoe-berg'
    >>> handle_for("陈 美玲", taken=["person"])
    'person-2'
    """
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", latin.lower())
    stem = "-".join(words) or fallback
    for choice in (words[0] if words else fallback, stem):
        if choice not in taken:
            return choice
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def begin(
    store: Store, user: str, *, mentee: str, mentor: str, handle: str | None
) -> str:
    """Begin a one-to-one mentorship in the workspace's program; return its handle."""
    programs = store.rows("programs")
    if len(programs) != 1:
        raise WorkspaceError(
            f"There are {len(programs) or 'no'} programs here, and a mentorship begins"
            " in one: add the mentorship with ws.add(mk.Mentorship(...))."
        )
    taken = {row["handle"] for table in ("people",) for row in store.rows(table)}
    with store.transaction(user) as transaction:
        people = {
            role: _person(transaction, name, taken, programs[0]["timezone"])
            for role, name in (("mentor", mentor), ("mentee", mentee))
        }
        if people["mentor"] == people["mentee"]:
            raise WorkspaceError("A mentor and a mentee are two people.")
        handles = {role: person.handle for role, person in people.items()}
        made = handle or f"{handles['mentee']}-{handles['mentor']}"
        (mentorship,) = transaction.add(
            [
                Mentorship(
                    handle=made,
                    starts_on=store.today(),
                    status="active",
                )
            ]
        )
        for role, person in people.items():
            transaction.add(
                [Member(mentorship_id=mentorship.id, person_id=person.id, role=role)]
            )
            enrollment = Enrollment(person_id=person.id, role=role, status="active")
            if transaction.same_row(_in(enrollment, programs[0])) is None:
                transaction.add([enrollment])
    return made


def _in(enrollment: Enrollment, program: dict[str, str]) -> Enrollment:
    return enrollment.model_copy(update={"program_id": program["program_id"]})


def _person(
    transaction: Transaction, name: str, taken: set[str], timezone: str
) -> Person:
    try:
        found, _ = transaction.get("people", transaction.find_id("people", name))
    except NotFound:
        new = Person(name=name, handle=handle_for(name, taken), timezone=timezone)
        taken.add(new.handle)
        (found,) = transaction.add([new])
    if not isinstance(found, Person):
        raise TypeError
    return found
