"""The steps from each layout to the next, as they were when that layout was new.

A step never looks at today's models: it must do the same when they have changed.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from alembic.operations import Operations

from mentorkit.store.step_columns import DAY, FLAG, WHOLE, checks, long, reference
from mentorkit.store.steps_to_3 import to_3
from mentorkit.store.steps_to_4 import to_4
from mentorkit.store.steps_to_5 import to_5
from mentorkit.store.steps_to_6 import to_6


def to_2(op: Operations) -> None:
    """Add charters and consents, and room for texts that are sealed."""
    _charters(op)
    _consents(op)
    with op.batch_alter_table("programs") as programs:
        asks: sa.Column[bool] = sa.Column(
            "asks_consent", FLAG, nullable=False, server_default="0"
        )
        programs.add_column(asks)
    with op.batch_alter_table("programs") as programs:
        programs.alter_column("asks_consent", server_default=None)
    for table, lengths in LENGTHS_TO_2.items():
        with op.batch_alter_table(table) as changed:
            for column, most in lengths.items():
                name = f"{table}_{column}_long"
                changed.drop_constraint(name, type_="check")
                changed.create_check_constraint(name, long(column, most))
    op.create_index("changes_kind", "changes", ["table_name", "op", "field", "at"])


LENGTHS_TO_2 = {
    "goals": {
        "relevant": 2_000,
        "specific": 2_000,
        "achievable": 2_000,
        "metric": 200,
        "level_m2": 500,
        "level_m1": 500,
        "level_0": 500,
        "level_p1": 500,
        "level_p2": 500,
    },
    "milestones": {"success_means": 2_000},
    "progress": {"note": 5_000},
    "sessions": {
        "objective": 500,
        "agenda": 5_000,
        "summary": 100_000,
        "private_note": 100_000,
    },
    "actions": {"tried": 5_000, "learned": 5_000, "adjust": 5_000},
    "reflections": {"prompt": 500, "text": 100_000},
    "decisions": {"decision": 2_000, "rationale": 5_000},
}
"""For each table the columns whose texts may be sealed, and their greatest length."""


def _charters(op: Operations) -> None:
    sections = (
        "'purpose', 'role', 'goal', 'channel', 'response_time', 'cadence', 'critique',"
        " 'boundary', 'confidentiality', 'data', 'disagreement', 'escalation',"
        " 'review_rhythm', 'contingency', 'ending', 'glossary'"
    )
    circles = "'private', 'pair', 'peers', 'program', 'public'"
    found = {
        "mentorship_id_short": "length(mentorship_id) >= 1",
        "edition_least": "edition >= 1",
        "edition_most": "edition <= 1000",
        "section_word": f"section IN ({sections})",
        "position_least": "position >= 1",
        "position_most": "position <= 1000",
        "label_long": long("label", 120),
        "text_short": "length(text) >= 1",
        "text_long": long("text", 5000),
        "visibility_word": f"visibility IN ({circles})",
    }
    op.create_table(
        "charters",
        sa.Column("charter_id", sa.Text, primary_key=True),
        reference("mentorship_id", "mentorships.mentorship_id", nullable=False),
        sa.Column("edition", WHOLE, nullable=False),
        sa.Column("section", sa.Text, nullable=False),
        sa.Column("position", WHOLE, nullable=False),
        sa.Column("label", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("agreed_on", DAY, nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        *checks("charters", found),
        sa.UniqueConstraint(
            *("mentorship_id", "edition", "section", "position"),
            name="charters_mentorship_id_edition_section_position_once",
        ),
        sqlite_strict=True,
    )
    op.create_index("ix_charters_mentorship_id", "charters", ["mentorship_id"])


def _consents(op: Operations) -> None:
    scopes = (
        "'share_program', 'share_peers', 'publish', 'statistics', 'research', 'contact'"
    )
    found = {
        "person_id_short": "length(person_id) >= 1",
        "scope_word": f"scope IN ({scopes})",
        "note_long": long("note", 2000),
        "rule_1": "withdrawn_on >= given_on",
        "rule_2": "expires_on >= given_on",
        "rule_3": "granted OR withdrawn_on IS NULL",
    }
    op.create_table(
        "consents",
        sa.Column("consent_id", sa.Text, primary_key=True),
        reference("person_id", "people.person_id", nullable=False),
        reference("mentorship_id", "mentorships.mentorship_id", nullable=True),
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("granted", FLAG, nullable=False),
        sa.Column("given_on", DAY, nullable=False),
        sa.Column("withdrawn_on", DAY),
        sa.Column("expires_on", DAY),
        sa.Column("note", sa.Text),
        sa.Column("version", sa.Integer, nullable=False),
        *checks("consents", found),
        sqlite_strict=True,
    )
    for name in ("person_id", "mentorship_id"):
        op.create_index(f"ix_consents_{name}", "consents", [name])


STEPS: dict[int, Callable[[Operations], None]] = {
    2: to_2,
    3: to_3,
    4: to_4,
    5: to_5,
    6: to_6,
}
"""What makes each layout from the one before."""
