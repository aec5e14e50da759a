"""The tables of an earlier layout that a server's database keeps from a migration.

They are a backup within the database: whoever was in it then is in them.
"""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from mentorkit.store.database import attempt
from mentorkit.store.rules import SCHEMA


def name_for(version: int) -> str:
    """Return the schema in which a migration keeps the tables of a layout."""
    return f"{SCHEMA}_layout_{version}"


KEPT = sa.text(
    "SELECT nspname FROM pg_namespace WHERE nspname ~ :like ORDER BY nspname"
).bindparams(like=f"^{name_for(0)[:-1]}[0-9]+$")

HOLDS = """
SELECT EXISTS (SELECT FROM {0}.people WHERE person_id = :person)
    OR EXISTS (SELECT FROM {0}.changes WHERE table_name = 'people' AND row_id = :person)
"""


def holding(connection: sa.Connection, person_id: str) -> list[str]:
    """Return the schemas that hold somebody, or that nobody can look into."""
    found = connection.execute(KEPT).scalars().all()
    return [name for name in found if _holds(connection, name, person_id)]


def drop(connection: sa.Connection, schemas: Iterable[str]) -> None:
    """Take schemas of earlier layouts away, with all that is in them."""
    for name in schemas:
        connection.execute(sa.schema.DropSchema(name, cascade=True, if_exists=True))


def _holds(connection: sa.Connection, schema: str, person_id: str) -> bool:
    query = sa.text(HOLDS.format(schema))
    try:
        with attempt(connection):
            return bool(connection.execute(query, {"person": person_id}).scalar_one())
    except DBAPIError:
        return True
