"""Snapshots of all mentorships at once are those that are taken one by one."""

import dataclasses
import datetime as dt

import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.frames import review
from mentorkit.models import Member, Mentorship


@pytest.fixture
def program(workspace):
    """Three mentorships: one full, one with a goal alone, one just begun."""
    workspace.add(
        *(Mentorship(handle=name, status="active") for name in ("full", "bare", "new"))
    )
    workspace.add(
        *(
            Member(mentorship_id=m, person_id="ada", role="mentee")
            for m in ("full", "new")
        )
    )
    goals = workspace.add(
        *(mk.Goal(mentorship_id=m, owner_id="ada", title=m) for m in ("full", "bare"))
    )
    workspace.add(
        mk.Milestone(goal_id=goals[0].id, title="Half", due_on="2026-09-20"),
        mk.Progress(goal_id=goals[0].id, level=0, note="Slowly", by_id="ada"),
        mk.Session(
            mentorship_id="full",
            starts_at=dt.datetime(2026, 8, 20, 9, tzinfo=dt.UTC),
            status="held",
            summary="We talked",
        ),
        *(
            mk.Reflection(mentorship_id="full", author_id="ada", text=v, visibility=v)
            for v in ("private", "pair", "program")
        ),
        mk.Decision(
            mentorship_id="bare", decision="Weekly", rationale="x", by_id="ada"
        ),
    )
    return workspace


@pytest.mark.file
@pytest.mark.parametrize("few", [review.FEW, 0], ids=["theirs", "whole tables"])
@pytest.mark.parametrize("audience", ["pair", "program"])
def test_all_at_once_is_one_by_one(program, audience, few, monkeypatch):
    monkeypatch.setattr(review, "FEW", few)
    asked = {"as_of": program.now(), "audience": audience}
    period = "2026-07-01/2026-09-30"

    found = list(program.snapshots(period, **asked))

    assert [each.handle for each in found] == list(program.mentorships()["handle"])
    for snapshot in found:
        alone = program.snapshot(snapshot.handle, period, **asked)
        for field in dataclasses.fields(snapshot):
            one, other = getattr(snapshot, field.name), getattr(alone, field.name)
            if isinstance(one, pd.DataFrame):
                pd.testing.assert_frame_equal(one, other)
            else:
                assert one == other, field.name


@pytest.mark.file
def test_where_everything_stands_is_told_by_handle(program):
    standing = program.status().set_index("mentorship")

    assert {"bare", "full", "new"} <= {*standing.index}
    assert standing.loc["full", ["milestones", "sessions_held"]].tolist() == [1, 1]
    assert standing.loc["full", "last_session"] == "20 Aug"
    assert standing.loc["new", "goals"] == 0
