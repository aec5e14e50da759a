"""The questions of every week, asked of a workspace: for its member and for the lead."""

from __future__ import annotations

import datetime as dt

import pytest

import mentorkit as mk
from mentorkit.models import Member, Mentorship


PLANTED = "Quillwort"

HOUR = "2026-09-01T14:00+00:00"


@pytest.fixture
def told(workspace):
    """A mentorship whose members have written things that are nobody else's."""
    goal = workspace.add(
        mk.Goal(mentorship_id="ada-grace", title=f"{PLANTED} goal", status="active")
    )
    workspace.add(
        mk.Milestone(
            goal_id=goal.id, title=f"{PLANTED} step", due_on=dt.date(2026, 9, 3)
        ),
        mk.Action(
            mentorship_id="ada-grace",
            owner_id="ada",
            title=f"{PLANTED} promise",
            due_on=dt.date(2026, 9, 4),
        ),
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-08-20T14:00+00:00",
            status="held",
            minutes=50,
            objective=f"{PLANTED} objective",
            summary=f"{PLANTED} summary",
            private_note=f"{PLANTED} note",
        ),
        mk.Reflection(
            mentorship_id="ada-grace",
            text=f"{PLANTED} alone",
            visibility="private",
            written_on=dt.date(2026, 8, 21),
        ),
        mk.Reflection(
            mentorship_id="ada-grace",
            text=f"{PLANTED} both",
            written_on=dt.date(2026, 8, 22),
        ),
        mk.Decision(
            mentorship_id="ada-grace",
            decision=f"{PLANTED} decision",
            rationale=f"{PLANTED} reason",
        ),
    )
    return workspace


def test_the_program_team_is_told_days_and_counts_and_no_words(told):
    team = mk.open(told.folder, audience="program")

    answers = [
        team.due(),
        team.attention(),
        team.contact(),
        team.waiting(),
        team.happened(),
        team.happened("ada-grace", since="last session"),
    ]

    assert PLANTED not in "\n".join(answer.to_csv() for answer in answers)
    assert team.due()[["what", "days"]].values.tolist() == [
        ["milestone", 2],
        ["action", 3],
    ]
    assert "reflection" not in set(team.happened()["event"])


def test_what_both_may_read_holds_nothing_that_is_one_persons_alone(told):
    both = told.happened("ada-grace", audience="pair")["what"].tolist()
    own = told.happened("ada-grace")["what"].tolist()

    assert f"{PLANTED} both" in both
    assert f"{PLANTED} alone" not in both
    assert f"{PLANTED} alone" in own


def test_since_the_last_session_begins_with_that_session(told):
    found = told.happened("ada-grace", since="last session", audience="pair")

    assert found["event"].tolist() == [
        "session_held",
        "reflection",
        "goal_set",
        "decision",
    ]


def test_a_session_of_today_is_not_yet_the_last_one(told):
    told.add(
        mk.Session(mentorship_id="ada-grace", starts_at=HOUR, status="held", minutes=30)
    )

    found = told.happened("ada-grace", since="last session")

    assert f"{found['day'].iloc[0]:%Y-%m-%d}" == "2026-08-20"


def test_mentorships_at_rest_are_passed_over_unless_they_are_asked_for(told):
    told.revise("mentorships", "ada-grace", status="paused")

    assert told.due().empty
    assert len(told.due(mentorship="ada-grace")) == 2


def test_the_agenda_knows_what_is_open_and_how_long_sessions_are(told):
    before = told.agenda("ada-grace")
    told.revise(
        "milestones", told.milestones()["milestone_id"].iloc[0],
        due_on=dt.date(2026, 8, 31), why="It was agreed so.",
    )  # fmt: skip
    late = told.agenda("ada-grace")

    assert (before["minutes"].sum(), late["minutes"].sum()) == (50, 50)
    assert (len(before), len(late)) == (5, 6)
    assert told.agenda("ada-grace", minutes=25)["minutes"].sum() == 25


def test_a_session_that_is_planned_for_today_is_the_one_that_opens(told):
    planned = told.add(
        mk.Session(
            mentorship_id="ada-grace",
            starts_at=HOUR,
            agenda="10 min: Arrive\n20 min: The talk",
        )
    )

    assert told.session_today("ada-grace") == {"id": planned.id}
    assert told.agenda("ada-grace")["item"].tolist() == ["Arrive", "The talk"]
    form = told.form("session", **told.session_today("ada-grace"))
    opened = form.answer({"kind": "open", "seq": "1"})
    assert opened["id"] == planned.id


def test_without_a_plan_today_opens_a_new_session_with_its_agenda(told):
    form = told.form("session", **told.session_today("ada-grace"))

    values = form.answer({"kind": "open", "seq": "1"})["values"]

    assert values["starts_at"].startswith("2026-09-01T")
    assert (values["minutes"], values["status"]) == ("50", "held")
    assert values["agenda"].startswith('[{"minutes":"5","topic":"Arrive')


def test_the_first_session_is_a_kickoff_and_the_last_one_closes(workspace):
    first = workspace.session_today("ada-grace")
    workspace.add(
        mk.Session(mentorship_id="ada-grace", starts_at=HOUR, status="held", minutes=60)
    )
    usual = workspace.session_today("ada-grace")
    workspace.revise("mentorships", "ada-grace", status="ending")
    last = workspace.session_today("ada-grace")

    assert [each["kind"] for each in (first, usual, last)] == [
        "kickoff",
        "deep_dive",
        "closure",
    ]
    assert [each["minutes"] for each in (first, usual, last)] == [45, 60, 60]


def test_the_next_date_keeps_the_mentorships_own_rhythm(told):
    usual = told.next_date("ada-grace")
    told.revise("mentorships", "ada-grace", cadence_days=7)

    assert f"{usual:%Y-%m-%d %H:%M %Z}" == "2026-09-15 15:00 BST"
    assert f"{told.next_date('ada-grace'):%Y-%m-%d}" == "2026-09-08"


def test_a_question_goes_into_the_form(told):
    question = told.prompts("ada-grace", few=1)[0]

    form = told.form("reflection", mentorship="ada-grace", prompt=question)

    opened = form.answer({"kind": "open", "seq": "1"})
    assert opened["values"]["prompt"] == question


def test_my_mentorship_is_one_that_runs(workspace):
    workspace.revise(
        "mentorships", "ada-grace", status="closed", close_reason="goals_met"
    )
    assert workspace.my_mentorship() == "ada-grace"
    zoe = workspace.begin(mentee="Zoë")
    others = workspace.add(Mentorship(handle="a-b", status="active"))

    assert workspace.my_mentorship() == zoe
    workspace.add(Member(mentorship_id=others.id, person_id="grace", role="observer"))
    assert workspace.my_mentorship() == "a-b"


def test_whoever_is_in_no_mentorship_is_told_how_to_begin_one(workspace):
    workspace.add(mk.Person(handle="lin", name="Lin"))

    with pytest.raises(mk.WorkspaceError, match="lin is in no mentorship yet"):
        mk.open(workspace.folder, as_="lin").my_mentorship()
