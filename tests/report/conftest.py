"""Pages and snapshots that several tests read; made once."""

from __future__ import annotations

import pytest
from tests.report import stories
from tests.report.booklets import KINDS, executed
from tests.report.journeys import JOURNEYS
from tests.report.programs import PROGRAMS

from mentorkit import report


OTHERS = JOURNEYS | {name: (told, "program") for name, told in PROGRAMS.items()}
"""What pages other than quarterly ones are made of, and their kind."""


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
    made = {
        name: report.page(executed(told(), KINDS[kind]))
        for name, (told, kind) in OTHERS.items()
    }
    made |= {name: report.page(executed(told)) for name, told in others.items()}
    return {"rich": report.page(rich_notebook)} | made
