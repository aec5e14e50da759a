"""Who has answered, what they wrote, and how the group did, in frames that people read."""

import pandas as pd
import pytest

import mentorkit as mk
from answering import hand_in
from mentorkit.errors import AssignmentError


pytestmark = pytest.mark.file

NAMES = (
    "Ada Lovelace",
    "Ben Okri",
    "Cho Chang",
    "Dan Brown",
    "Eve Online",
    "Fay Weldon",
)


@pytest.fixture
def ws(workspace, tmp_path):
    """Grace's workspace: six were asked, five have answered, one of them late."""
    for name in NAMES[1:]:
        workspace.begin(mentee=name)
    learners = [name.split()[0].lower() for name in NAMES]
    workspace.assign("reflection", to=learners, name="week-1", due="2026-08-08")
    for learner, kind in zip(learners, ("journal",) * 4 + ("success",), strict=False):
        said = {"kind": kind, "happened": f"What {learner} saw.", "confidence": 4}
        hand_in(workspace, "week-1", learner, said, tmp_path / "in")
    return workspace


def test_all_that_went_out_and_who_has_answered(ws):
    (row,) = ws.assignments().to_dict("records")
    assert (row["assignment"], row["title"]) == ("week-1", "Looking back")
    assert (row["given"], row["handed_in"]) == (6, 5)
    assert row["due_at"] == pd.Timestamp("2026-08-08T22:59Z")

    told = ws.answered("week-1").set_index("learner")
    assert dict(told.loc["ada", ["answered", "asked", "late"]]) == {
        "answered": 3,
        "asked": 8,
        "late": True,
    }
    assert told.loc["fay"].isna().sum() == 4


def test_answers_side_by_side_in_the_words_that_were_chosen(ws):
    told = ws.answers("week-1")

    assert list(told["prompt"].unique()) == ["kind", "happened", "confidence"]
    assert list(ws.answers("week-1", "happened")["answer"]) == [
        f"What {learner} saw." for learner in ("ada", "ben", "cho", "dan", "eve")
    ]
    assert set(ws.answers("week-1", "kind")["answer"]) == {
        "The past days in general",
        "Something that went well",
    }
    with pytest.raises(AssignmentError, match="Did you mean 'happened'"):
        ws.answers("week-1", "happend")


def test_how_a_small_group_answered_is_not_told(ws):
    counts = ws.option_counts("week-1").set_index(["prompt", "value"])

    assert counts.loc[("confidence", "4"), "count"] == 5
    assert counts.loc["kind", "answered"].eq(5).all()
    assert pd.isna(counts.loc[("kind", "journal"), "count"])
    assert pd.isna(counts.loc[("kind", "success"), "count"])
    words = mk.charts.told(mk.charts.option_counts(ws.option_counts("week-1")))
    assert "4 quite (5 of 5)" in words.description
    # Somebody who has refused is not among those who are counted.
    ws.add(mk.Consent(person_id="ada", scope="share_program", granted=False))
    assert ws.option_counts("week-1")["answered"].isna().all()


def test_a_workspace_in_which_nothing_was_handed_out(workspace):
    assert workspace.assignments().empty
    with pytest.raises(AssignmentError, match="no assignment 'week-1' here"):
        workspace.answered("week-1")
