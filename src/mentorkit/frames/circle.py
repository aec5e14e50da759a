"""Who belongs to a mentorship, in two small reads: forms ask it each time they open.

Nobody's name or part is redacted, only whether a reader sees the mentorship at all, so
that no frame is needed to take anything out.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorkit.privacy import Reader
from mentorkit.store import Store


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody by name, and what they are in a mentorship, if one is asked about."""

    person_id: str
    name: str
    role: str = ""


def parts_in(store: Store, mentorship: str | None, reader: Reader) -> list[Part]:
    """Return the parts that people have in a mentorship, in the order of its members.

    Parameters
    ----------
    store : Store
        Where the rows are.
    mentorship : str or None
        The mentorship's id; without one, everybody is told, by handle.
    reader : Reader
        Who asks; nobody is told of a mentorship that the reader does not see.
    """
    with store.one_moment() as moment:
        if mentorship is None:
            everybody = sorted(moment.rows("people"), key=lambda row: row["handle"])
            return [Part(row["person_id"], row["name"]) for row in everybody]
        if not reader.sees_one(mentorship):
            return []
        kept = moment.rows("members", {"mentorship_id": [mentorship]})
        people = moment.rows("people", {"person_id": kept.columns["person_id"]})
    names = {row["person_id"]: row["name"] for row in people}
    parts = [
        Part(row["person_id"], names[row["person_id"]], row["role"]) for row in kept
    ]
    return sorted(parts, key=lambda part: (part.role, part.person_id))
