"""The step to layout 6: a server's index of what rows left, as a file has it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from mentorkit.store.steps_to_4 import LEAVES


LEFT = (
    "(CASE op WHEN 'erase' THEN coalesce("
    "CAST(before AS json) ->> 'mentorship_id',"
    " CAST(before AS json) ->> 'assessment_id',"
    " CAST(before AS json) ->> 'goal_id',"
    " CAST(before AS json) ->> 'session_id')"
    " ELSE CAST(before AS json) #>> '{}' END)"
)


def to_6(op: Operations) -> None:
    """Make the index."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_index(
            "changes_left",
            "changes",
            ["table_name", sa.literal_column(LEFT), "at"],
            postgresql_where=sa.literal_column(LEAVES),
        )
