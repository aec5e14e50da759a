"""The step to layout 4: review runs, and indexes that find the past of a few rows."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations

from mentorkit.store.step_columns import Layout, make


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

KEYS = {"programs": "program_id", "mentorships": "mentorship_id"}

TABLES = {
    "review_runs": Layout(
        key="review_run_id",
        columns="""
            program_id>programs mentorship_id>mentorships? template period language
            cut_at:instant made_at:instant status seconds:number error? inputs folder
            visibility
        """,
        words={
            "status": "ok failed lost",
            "visibility": "private pair peers program public",
        },
        lengths={
            "template": (1, 200),
            "period": (1, 40),
            "language": (2, 12),
            "error": (None, 5000),
            "folder": (None, 2000),
        },
        limits={"seconds": (0, None)},
        sealed="error",
    ),
}


def to_4(op: Operations) -> None:
    """Make the tables, and index the log by moments and, in a file, what rows left."""
    for table, layout in TABLES.items():
        make(op, table, layout, KEYS)
    op.drop_index("changes_row", "changes")
    op.create_index("changes_row", "changes", ["table_name", "row_id", "at"])
    if op.get_bind().dialect.name == "sqlite":
        op.create_index(
            "changes_left",
            "changes",
            ["table_name", sa.literal_column(LEFT), "at"],
            sqlite_where=sa.literal_column(LEAVES),
        )
