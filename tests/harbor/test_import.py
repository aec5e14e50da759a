"""A program as it really arrives: made tidy, imported, and reviewed."""

from __future__ import annotations

import pytest

from mentorkit.models import Period
from mentorkit.workspace import Workspace


@pytest.fixture(scope="module")
def harbor(tidied, tmp_path_factory):
    ws = Workspace.create(tmp_path_factory.mktemp("ws") / "harbor", name="Keeper")
    ws.import_folder(tidied[0])
    return ws


def test_every_tidy_row_is_a_row_of_the_store(harbor, tables):
    for table, rows in tables.items():
        extra = {"people": 1, "enrollments": 2}.get(table, 0)
        assert len(harbor.frame(table, audience="pair")) == len(rows) + extra


def test_importing_it_again_changes_nothing(harbor, tidied):
    counts = harbor.import_folder(tidied[0])

    assert (counts[["added", "changed"]] == 0).all(axis=None)


def test_a_formula_and_a_confidence_are_kept_as_they_were_typed(harbor):
    sessions = harbor.sessions(audience="pair")

    assert (sessions["summary"] == '=HYPERLINK("http://x.example","click")').any()
    assert not sessions["summary"].str.contains("CONFIDENTIAL").any()


@pytest.mark.slow
def test_the_quarters_reviews_are_made_from_it(harbor):
    members = harbor.members(audience="pair").set_index("name")["mentorship"]
    chosen = [members[name] for name in ("أمينة الحسن", "陈 美玲", "Zoë Ångström")]

    run = harbor.review("2026Q3", only=chosen)

    assert not run.failed, run.failed
    assert len(run.outcomes) == 3
    assert run.folder.parts[-2:] == (Period.parse("2026Q3").folder, "pair")
    everything = b"".join(
        p.read_bytes() for p in run.folder.parent.rglob("*") if p.is_file()
    )
    assert b"CONFIDENTIAL" not in everything
    assert b"@harbor.example" not in everything
    index = run.index.read_text("utf-8")
    assert "أمينة الحسن" in index
    assert "陈 美玲" in index
    page = (run.folder / f"{run.outcomes[0].handle}.html").read_text("utf-8")
    assert "Sessions" in page
