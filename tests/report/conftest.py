"""Pages and snapshots that several tests read; made once."""

from __future__ import annotations

import pytest
from tests.report import stories
from tests.report.booklets import executed

from mentorkit import report


@pytest.fixture(scope="session")
def rich():
    return stories.rich()


@pytest.fixture(scope="session")
def rich_notebook(rich):
    return executed(rich)


@pytest.fixture(scope="session")
def pages(rich, rich_notebook):
    """Pages by what they are about."""
    others = {
        "empty": stories.snapshot(),
        "begun": stories.begun(),
        "paused": stories.rich(mentorship={"status": "paused"}),
        "crowded": stories.crowded(),
        "group": stories.group(),
        "hostile": stories.hostile(),
        "program": stories.for_program(rich),
    }
    made = {name: report.page(executed(told)) for name, told in others.items()}
    return {"rich": report.page(rich_notebook)} | made
