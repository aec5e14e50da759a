"""Answers that tell of what is there already: it is found, by whoever looks if need be."""

import pandas as pd
import pytest
from tests.workspace.test_adopting import GOALS, states

import mentorkit as mk


PREPARED = {
    "day": "2026-09-10",
    "kind": "formal_review",
    "objective": "Whether to go on",
    "since_last": "Nothing yet",
    "agenda": [("10", "The talk"), ("", "Next steps"), ("٥", "Who else")],
    "wanted": ["listening", "advice"],
}


def planned(ws, at="2026-09-10T23:30Z", **given):
    """Plan a session: in London half past midnight on the next day."""
    return ws.add(mk.Session(mentorship_id="ada-grace", starts_at=at, **given)).id


@pytest.mark.file
def test_an_agenda_goes_into_the_session_of_its_day(workspace, handed):
    name = handed("session-agenda", PREPARED)
    (problem,) = workspace.proposed(name).problems["ada"]
    assert problem.field == "day"
    assert "No session of this mentorship is planned for 2026-09-10" in problem.message
    session = planned(workspace, at="2026-09-10T08:00Z")
    planned(workspace)  # by its own clocks it is on the 11th

    workspace.adopt(workspace.proposed(name))

    row = workspace.sessions().set_index("session_id").loc[session]
    assert row["agenda"] == "10 min: The talk\nNext steps\n5 min: Who else"
    assert (row["objective"], row["kind"]) == ("Whether to go on", "formal_review")
    said = workspace.reflections()
    assert set(said["session_id"]) == {session}
    assert set(said["kind"]) == {"pre_session"}
    assert set(said["text"]) == {
        "Nothing yet",
        "- Somebody who listens\n- Advice: what would you do?",
    }
    assert states(workspace.proposed(name)) == {"same"}
    workspace.undo()
    assert workspace.reflections().empty
    assert workspace.sessions()["agenda"].isna().all()


@pytest.mark.file
def test_what_a_mentor_wrote_for_a_session_stays(workspace, handed):
    session = planned(workspace, at="2026-09-10T08:00Z", agenda="5 min: Tea")
    planned(workspace, at="2026-09-10T15:00Z")
    wrong = PREPARED | {"agenda": [("ten", "The talk"), ("5", "")]}
    name = handed("session-agenda", wrong)

    first, *others = workspace.proposed(name).problems["ada"]
    assert session in first.message
    assert [(each.field, each.row) for each in others] == [("agenda", 1), ("agenda", 2)]

    handed("session-agenda", PREPARED)
    look = workspace.proposed(name, about={"ada": session})
    done = workspace.adopt(look)

    (left,) = [each for each in done.outcomes if each.state == "left"]
    assert left.said().endswith("(instead of “5 min: Tea”)")
    assert (
        left.told == "Somebody has written something else there: it was left as it is."
    )
    row = workspace.sessions().set_index("session_id").loc[session]
    assert (row["agenda"], row["objective"]) == ("5 min: Tea", "Whether to go on")


REACHED = {
    "title": "first TABLE",
    "status": "done",
    "done_on": "2026-08-08",
    "verified_by": "metric",
    "learned": "To ask sooner",
    "plan": "move",
    "milestones": [
        ("A second table", "2026-11-01", "It runs"),
        ("First table", "2026-10-09", ""),
    ],
}


@pytest.mark.file
def test_what_is_said_at_a_milestone_goes_to_that_milestone(workspace, handed):
    workspace.adopt(workspace.proposed(handed("goals", GOALS)))
    name = handed("milestone-review", REACHED | {"title": "Frist table"})
    (problem,) = workspace.proposed(name).problems["ada"]
    assert (problem.field, problem.value) == ("title", "Frist table")
    assert "Did you mean 'First table'" in problem.message
    look = workspace.proposed(name, about={"ada": "First table"})
    assert look.problems == {}

    handed("milestone-review", REACHED)
    look = workspace.proposed(name)
    before = look.frame().query("field == 'status'")["before"]
    assert list(before) == ["planned"]
    workspace.adopt(look)

    steps = workspace.milestones().set_index("title")
    first = steps.loc["First table"]
    assert (first["status"], first["verified_by"]) == ("done", "metric")
    assert first["due_on"] == pd.Timestamp("2026-10-09")
    assert list(steps.index) == ["First table", "The rest", "A second table"]
    (said,) = workspace.reflections().to_dict("records")
    assert (said["text"], said["kind"]) == ("To ask sooner", "after_action")
    assert said["milestone_id"] == first["milestone_id"]
    assert states(workspace.proposed(name)) == {"same"}

    workspace.revise(
        "milestones", first["milestone_id"], due_on="2026-10-16", why="Ill"
    )
    handed("milestone-review", REACHED | {"learned": "To ask at once"})
    done = workspace.adopt(workspace.proposed(name))
    (left,) = [each for each in done.outcomes if each.state == "left"]
    assert (*left.fields,) == ("title", "due_on")
    assert list(workspace.reflections()["text"]) == ["To ask at once"]


LOOKED = {
    "work": "The talk, second version",
    "strengths": "The picture",
    "clarity": 3,
    "learned": "To draw more",
}


def test_about_whose_work_a_peer_speaks_is_said_by_whoever_looks(workspace, handed):
    name = handed("peer-review", LOOKED)
    (problem,) = workspace.proposed(name).problems["ada"]
    assert problem.field is None
    assert "--about ada=HANDLE" in problem.message
    for who, told in {"ada": "somebody else", "bne": "Did you mean 'ben'"}.items():
        (problem,) = workspace.proposed(name, about={"ada": who}).problems["ada"]
        assert told in problem.message

    workspace.adopt(workspace.proposed(name, about={"ada": "ben"}))

    (sheet,) = workspace.assessments().to_dict("records")
    assert (sheet["rater"], sheet["person"]) == ("ada", "ben")
    assert (sheet["rater_group"], sheet["mentorship"]) == ("peer", "ada-grace")
    assert sheet["note"] == "The talk, second version"
    answers = workspace.responses().set_index("item")
    assert answers.loc["peer-review.strengths", "text"] == "The picture"
    assert answers.loc["peer-review.clarity", "value"] == 3
    assert list(workspace.reflections()["text"]) == ["To draw more"]
    as_ben = mk.open(workspace.folder, as_="ben")
    assert as_ben.assessments().empty
    as_ben.store.close()
    assert states(workspace.proposed(name)) == {"same"}


@pytest.mark.file
def test_a_peer_is_not_named_to_whom_they_spoke_of_unless_they_allow_it(
    workspace, handed
):
    workspace.add(mk.Member(mentorship_id="ada-grace", person_id="ben", role="mentee"))
    name = handed("peer-review", LOOKED)
    for named in ({}, {"named": "no"}):
        handed("peer-review", LOOKED | named)
        look = workspace.proposed(name, about={"ada": "ben"})
        (problem,) = workspace.adopt(look).problems["ada"]
        assert problem.field == "named"
        assert workspace.assessments().empty

    handed("peer-review", LOOKED | {"named": "yes"})
    workspace.adopt(workspace.proposed(name, about={"ada": "ben"}))
    assert list(workspace.assessments()["person"]) == ["ben"]
