"""The step to layout 4: indexes by which the past of a few rows is found at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


LEAVES = (
    "op = 'erase' OR field IN"
    " ('mentorship_id', 'assessment_id', 'goal_id', 'session_id')"
)

LEFT = (
    'CAST(CASE WHEN json_valid("before") THEN coalesce('
    "json_extract(\"before\", '$.mentorship_id'),"
    " json_extract(\"before\", '$.assessment_id'),"
    " json_extract(\"before\", '$.goal_id'),"
    " json_extract(\"before\", '$.session_id'),"
    " CASE op WHEN 'revise' THEN json_extract(\"before\", '$') END) END AS TEXT)"
)


def to_4(op: Operations) -> None:
    """Index the log by a row's moments and, in a file, by what rows left."""
    op.drop_index("changes_row", "changes")
    op.create_index("changes_row", "changes", ["table_name", "row_id", "at"])
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(
            "changes_left",
            "changes",
            ["table_name", sa.literal_column(LEFT), "at"],
            sqlite_where=sa.literal_column(LEAVES),
        )
