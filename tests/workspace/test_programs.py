"""A program through the front door: who settles a call, and what its review may hold."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.errors import MentorkitError, NotAllowed, NotFound
from mentorkit.frames.program import stands_for
from mentorkit.models import Concern, Evidence, Opportunity, Profile
from mentorkit.workspace import open_workspace


PERIOD = "2026-07-01/2026-09-30"

SECRET = "Zaffre"  # noqa: S105


@pytest.fixture
def quiet(workspace):
    """A mentorship that has not met since it began in July, with texts of its own."""
    workspace.revise("mentorships", "ada-grace", starts_on=dt.date(2026, 7, 1))
    workspace.revise("mentorships", "ada-grace", status="active")
    goal = workspace.add(
        mk.Goal(
            mentorship_id="ada-grace",
            title=f"{SECRET}-goal",
            set_on=dt.date(2026, 7, 2),
        )
    )
    own = {"mentorship_id": "ada-grace"}
    workspace.add(
        mk.Milestone(goal_id=goal.id, title=f"{SECRET}-step", success_means=SECRET),
        mk.Progress(goal_id=goal.id, level=0, note=f"{SECRET}-note"),
        mk.Session(**own, starts_at="2026-07-02T10:00Z", status="held", summary=SECRET),
        mk.Session(**own, starts_at="2026-07-03T10:00Z", private_note=SECRET),
        mk.Decision(**own, decision=f"{SECRET}-decision", rationale=SECRET),
        mk.Reflection(**own, text=f"{SECRET}-pair"),
        mk.Reflection(**own, text=f"{SECRET}-private", visibility="private"),
        mk.Action(**own, title=f"{SECRET}-action", owner_id="ada"),
        Concern(handler_id="grace", text=f"{SECRET}-concern"),
        Opportunity(**own, person_id="ada", title=SECRET, note=SECRET),
        Evidence(**own, person_id="ada", title=f"{SECRET}-evidence"),
        Profile(person_id="ada", kind="demographic", topic=f"{SECRET}-who"),
    )
    return workspace


@pytest.mark.file
def test_no_text_of_a_pair_is_in_what_a_programs_review_is_made_from(quiet):
    snapshot = quiet.program_snapshot("", PERIOD)

    frames = [
        value
        for field in dataclasses.fields(snapshot)
        if isinstance(value := getattr(snapshot, field.name), pd.DataFrame)
    ]
    assert len(frames) == 11
    assert all(len(frame) for frame in frames if "goal_id" in frame)
    assert SECRET not in " ".join(frame.to_csv() for frame in frames)


@pytest.mark.file
def test_a_programs_review_is_for_the_program_team_alone(quiet):
    pair = open_workspace(quiet.folder, audience="pair")

    with pytest.raises(MentorkitError, match="made for the program team alone"):
        pair.program_snapshot("", PERIOD)
    with pytest.raises(MentorkitError, match="not made for the audience 'pair'"):
        pair.review(PERIOD, template="program", audience="pair")


@pytest.mark.file
def test_what_stands_for_a_program_changes_with_what_its_readers_see(quiet):
    before = stands_for(quiet.program_snapshot("", PERIOD))

    quiet.add(
        mk.Reflection(mentorship_id="ada-grace", text="Mine", visibility="private")
    )
    assert stands_for(quiet.program_snapshot("", PERIOD)) == before
    quiet.add(
        mk.Session(
            mentorship_id="ada-grace", starts_at="2026-08-31T10:00Z", status="held"
        )
    )
    assert stands_for(quiet.program_snapshot("", PERIOD)) != before


def test_a_lead_settles_a_call_with_a_note_and_takes_it_back(quiet):
    saved = quiet.settle("ada-grace", "Called both; they meet on Monday.")

    assert saved.rationale == "The last session was 61 days ago."
    (row,) = quiet.attention().to_dict("records")
    assert (row["state"], row["note"]) == (
        "settled",
        "Called both; they meet on Monday.",
    )
    quiet.undo()
    assert list(quiet.attention()["state"]) == ["open"]


def test_settling_needs_a_lead_and_a_reason(quiet):
    with pytest.raises(NotFound, match=r"Nothing about 'ada'.*What does: ada-grace"):
        quiet.settle("ada", "Called.")
    mentee = open_workspace(quiet.folder, as_="ada", today=dt.date(2026, 9, 1))
    with pytest.raises(NotAllowed, match="Only whoever leads"):
        mentee.settle("ada-grace", "Called.")
