"""The demo program, built once for all that look at it."""

from __future__ import annotations

import pytest

from mentorkit.demo import build


@pytest.fixture(scope="session")
def program():
    return build()


@pytest.fixture(scope="session")
def rows(program):
    """Every record as it stands in the end, by table and id."""
    tables = {entry.what.table for entry in program.entries}
    return {
        table: {record.id: record for record in program.records(table)}
        for table in tables
    }


@pytest.fixture(scope="session")
def mentorships(rows):
    return {record.handle: record for record in rows["mentorships"].values()}
