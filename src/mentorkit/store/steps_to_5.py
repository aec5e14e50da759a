"""The step to layout 5: review runs, and what came back of assignments."""

from __future__ import annotations

from alembic.operations import Operations

from mentorkit.store.step_columns import Layout, make


KEYS = {
    "programs": "program_id",
    "people": "person_id",
    "mentorships": "mentorship_id",
}

FINGERPRINTED = "person_id>people assignment template template_version fingerprint"

LENGTHS: dict[str, tuple[int | None, int | None]] = {
    "person_id": (1, None),
    "assignment": (None, 120),
    "template": (None, 120),
    "template_version": (None, 40),
    "fingerprint": (64, None),
}

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
    "submissions": Layout(
        key="submission_id",
        columns=f"""
            {FINGERPRINTED} prompt kind copy_number:whole row_number:whole part value
            found_by visibility
        """,
        words={
            "kind": "text choice multiple scale table date",
            "found_by": "mark widget grade-id cell-id position",
            "visibility": "private pair peers program public",
        },
        lengths={
            **LENGTHS,
            "prompt": (None, 64),
            "part": (None, 64),
            "value": (1, 100000),
        },
        limits={"copy_number": (0, 10000), "row_number": (0, 1000000)},
    ),
    "receipts": Layout(
        key="receipt_id",
        columns=f"""
            {FINGERPRINTED} path sender? received_at:instant received_by late:flag
            answered:whole asked:whole state remarks?
        """,
        words={
            "received_by": "exchange archive file",
            "state": "taken person accepted",
        },
        lengths={
            **LENGTHS,
            "path": (1, 4000),
            "sender": (None, 200),
            "remarks": (None, 100000),
        },
        limits={"answered": (0, 10000), "asked": (0, 10000)},
    ),
}


def to_5(op: Operations) -> None:
    """Make the tables."""
    for table, layout in TABLES.items():
        make(op, table, layout, KEYS)
