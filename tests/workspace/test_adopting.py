"""Answers that came back become records after a look: once, whole, and never in silence."""

from dataclasses import replace

import pandas as pd
import pytest
import sqlalchemy as sa

import mentorkit as mk
from mentorkit.errors import AssignmentError


GOALS = {
    "title": "Lead the migration",
    "kind": "project",
    "measure": [("tables moved", "0", "40")],
    "level_0": "All of it moved",
    "due_on": "2026-12-01",
    "milestones": [("First table", "2026-10-01", "It runs"), ("The rest", "", "")],
    "others": [("Speak up", "talks", "")],
}
REFLECTION = {
    "kind": "misstep",
    "happened": "I **forgot** it.",
    "learned": "To write it down",
    "confidence": 4,
    "visibility": "program",
}


def counts(ws):
    return {name: len(rows) for name, rows in ws.store.everything().items()}


def states(adoption):
    return {str(each.state) for each in adoption.outcomes}


def test_looking_changes_nothing_and_adopting_makes_what_was_looked_at(
    workspace, handed
):
    name = handed("goals", GOALS)
    before = counts(workspace)

    look = workspace.proposed(name)

    assert counts(workspace) == before
    assert (look.problems, look.waiting, states(look)) == ({}, {}, {"new"})
    told = look.frame().set_index("prompt")["answer"]
    assert told["measure.target"] == "40"

    done = workspace.adopt(look)

    assert done.frame().equals(look.frame())
    after = counts(workspace)
    assert {n: after[n] - before[n] for n in after if after[n] != before[n]} == {
        "goals": 2,
        "milestones": 2,
    }
    goal = workspace.goals().set_index("title").loc["Lead the migration"]
    assert (goal["owner"], goal["mentorship"]) == ("ada", "ada-grace")
    assert (goal["baseline"], goal["target"]) == (0, 40)
    assert (goal["status"], goal["visibility"]) == ("draft", "pair")
    assert goal["due_on"] == pd.Timestamp("2026-12-01")
    assert goal["set_on"] == pd.Timestamp("2026-08-09")
    steps = workspace.milestones()
    assert list(steps["title"]) == ["First table", "The rest"]
    assert set(steps["goal_id"]) == {goal["goal_id"]}
    assert workspace.check().ok


def test_again_adds_nothing_and_an_undo_takes_all_of_it_back(workspace, handed):
    name = handed("goals", GOALS)
    handed("goals", {"title": "Learn to rest"}, "ben")
    before = workspace.store.everything()["goals"]
    look = workspace.proposed(name)
    workspace.adopt(look)
    kept = workspace.goals()

    again = workspace.adopt(look)

    assert (again.change_set, states(again)) == (None, {"same"})
    assert workspace.goals().equals(kept)

    workspace.undo()

    assert [*workspace.store.everything()["goals"]] == [*before]
    assert states(workspace.adopt(workspace.proposed(name))) == {"new"}
    assert list(workspace.goals()["goal_id"]) == list(kept["goal_id"])


def test_a_reflection_is_its_learners_and_read_by_whom_they_said(workspace, handed):
    name = handed("reflection", REFLECTION)

    workspace.adopt(workspace.proposed(name))

    rows = workspace.reflections().set_index("prompt")
    assert set(rows["author"]) == {"ada"}
    assert set(rows["mentorship"]) == {"ada-grace"}
    assert set(rows["visibility"]) == {"program"}
    assert set(rows["kind"]) == {"misstep"}
    assert rows.loc["What happened?", "text"] == "I **forgot** it."
    sure = rows.loc["How confident do you feel about your goals?"]
    assert sure["confidence"] == 4
    assert rows["confidence"].count() == 1

    name = handed("after-action", {"learned": "To ask", "occurred_on": "2026-08-05"})
    workspace.adopt(workspace.proposed(name))
    row = workspace.reflections().query("text == 'To ask'").iloc[0]
    assert (row["visibility"], row["kind"]) == ("pair", "after_action")
    assert row["written_on"] == pd.Timestamp("2026-08-05")


def test_a_newer_file_revises_what_nobody_has_had_in_hand(workspace, handed):
    name = handed("goals", GOALS)
    workspace.adopt(workspace.proposed(name))
    steps = workspace.milestones().set_index("title")["milestone_id"]
    workspace.revise("milestones", steps["First table"], title="The first table")
    others = workspace.goals().set_index("title")["goal_id"]
    workspace.erase("goals", others["Speak up"])

    newer = GOALS | {
        "title": "Lead all of it",
        "milestones": [("Table one", "2026-10-01", "It runs")],
    }
    handed("goals", newer)
    done = workspace.adopt(workspace.proposed(name))

    told = {each.told for each in done.outcomes if each.state == "left"}
    assert told == {
        "Somebody has changed it since: it was left as it is.",
        "Somebody has taken it out since: it was left out.",
        "The newest file does not say it any more: it was left as it is.",
    }
    assert done.needs_person
    assert list(workspace.goals()["title"]) == ["Lead all of it"]
    assert list(workspace.milestones()["title"]) == ["The first table", "The rest"]
    last = workspace.history("goals", others["Lead the migration"]).iloc[-1]
    assert (last["before"], last["why"]) == ("Lead the migration", "adopt goals-1")

    workspace.undo()
    assert list(workspace.goals()["title"]) == ["Lead the migration"]


def test_a_wrong_value_holds_one_learner_back_and_says_where(workspace, handed):
    wrong = GOALS | {
        "due_on": "!in autumn",
        "measure": [("tables", "few", "40")],
        "milestones": [("First", "soon", "")],
        "kind": ["project", "career"],
    }
    name = handed("goals", wrong)
    handed("goals", {"title": "Learn to rest"}, "ben")
    workspace.accept("ada", why="looked at it")

    done = workspace.adopt(workspace.proposed(name))

    assert list(workspace.goals()["title"]) == ["Learn to rest"]
    assert workspace.milestones().empty
    number = "Enter a number, such as 2.5."
    day = "Enter a date that exists as year-month-day, such as 2026-09-30."
    assert [(p.field, p.row, p.value, p.message) for p in done.problems["ada"]] == [
        (
            *("kind", None, "project, career"),
            "Several are chosen, and one was asked for: keep one.",
        ),
        ("measure.baseline", None, "few", number),
        ("due_on", None, "in autumn", day),
        ("milestones.due_on", 1, "soon", day),
    ]
    assert all(p.file.endswith("ada.ipynb") for p in done.problems["ada"])


@pytest.mark.file
def test_in_which_of_several_mentorships_must_be_said(workspace, handed):
    name = handed("reflection", REFLECTION)
    workspace.begin(mentee="ada", mentor="ben", handle="ada-ben")
    # The copy was handed out while there was one: that is what it is for.
    assert workspace.proposed(name).homes == {"ada": "ada-grace"}
    name = handed("action-items", {"actions": [("Send it", "ben", "")]})

    look = workspace.proposed(name)

    assert workspace.adopt(look).change_set is None
    assert "Say which of them" in look.waiting["ada"]
    done = workspace.adopt(workspace.proposed(name, mentorship="ada-ben"))
    assert done.homes == {"ada": "ada-ben"}
    (action,) = workspace.actions().to_dict("records")
    assert (action["mentorship"], action["owner"]) == ("ada-ben", "ben")


@pytest.mark.file
def test_names_are_looked_for_among_their_own_and_not_guessed_at(workspace, handed):
    rows = [("Send", "Grace", ""), ("Ask", "the boss", ""), ("Read", "", "")]
    name = handed("action-items", {"actions": rows})

    (problem,) = workspace.proposed(name).problems["ada"]

    assert (problem.field, problem.row) == ("actions.owner_id", 2)
    assert "There are: ada, grace" in problem.message
    handed("action-items", {"actions": [rows[0], rows[2]]})
    workspace.adopt(workspace.proposed(name))
    owners = workspace.actions().set_index("title")["owner"]
    assert dict(owners) == {"Send": "grace", "Read": "ada"}


@pytest.mark.file
def test_a_file_that_needs_a_look_or_came_after_it_waits(workspace, handed):
    name = handed("reflection", REFLECTION)
    look = workspace.proposed(name)
    handed("reflection", REFLECTION | {"happened": "I lost it."})

    assert "look again" in workspace.adopt(look).waiting["ada"]
    handed("reflection", REFLECTION | {"kind": ["misstep", "journal"]})
    assert "--accept ada" in workspace.proposed(name).waiting["ada"]

    workspace.accept("ada", why="spoke with her")
    (problem,) = workspace.proposed(name).problems["ada"]
    assert problem.field == "kind"
    assert workspace.reflections().empty


def test_a_sheet_is_answered_item_by_item_about_whom_it_says(workspace, handed):
    name = handed("rubric", {"listening": 4, "doors": 2})
    (problem,) = workspace.proposed(name).problems["ada"]
    assert problem.field == "rater_group"
    assert workspace.items().empty

    handed("rubric", {"rater_group": "mentee", "listening": 4, "doors": 2})
    workspace.adopt(workspace.proposed(name))

    (sheet,) = workspace.assessments().to_dict("records")
    assert (sheet["rater"], sheet["person"]) == ("ada", "grace")
    assert (sheet["instrument"], sheet["wave"]) == ("mentoring-skills", "pulse")
    answers = workspace.responses().set_index("item")["value"]
    assert dict(answers) == {
        "mentoring-skills.listening": 4,
        "mentoring-skills.doors": 2,
    }
    name = handed("self-assessment", {"wave": "mid", "time": 3})
    workspace.adopt(workspace.proposed(name))
    mine = workspace.assessments().query("instrument == 'self-assessment'").iloc[0]
    assert (mine["rater"], mine["person"], mine["wave"]) == ("ada", "ada", "mid")
    workspace.undo()
    assert set(workspace.items()["instrument"]) == {"mentoring-skills"}
    workspace.undo()
    assert workspace.items().empty


def test_what_somebody_brings_is_added_and_what_the_team_wrote_stays(workspace, handed):
    rows = workspace.enrollments().query("person == 'ben'")
    (ben,) = rows["enrollment_id"]
    workspace.revise("enrollments", ben, hopes="As he told us")
    intake = {
        "hopes": "To lead",
        "skill_want": [("SQL", "for work")],
        "format": ["video", "chat"],
        "interest": "Old maps",
    }
    name = handed("intake", intake)
    handed("intake", intake, "ben")

    look = workspace.proposed(name)
    workspace.adopt(look)

    hopes = workspace.enrollments().query("role == 'mentee'")
    hopes = hopes.set_index("person")["hopes"]
    assert dict(hopes) == {"ada": "To lead", "ben": "As he told us"}
    mine = workspace.profiles().query("person == 'ada'")
    assert set(zip(mine["kind"], mine["topic"], strict=True)) == {
        ("skill_want", "SQL"),
        ("format", "By video"),
        ("format", "By chat"),
        ("interest", "Old maps"),
    }


@pytest.mark.file
def test_a_charter_counts_once_it_is_agreed(workspace, handed):
    name = handed("charter", {"purpose": "To grow"})
    (problem,) = workspace.proposed(name).problems["ada"]
    assert problem.field == "agreed_on"

    handed("charter", {"purpose": "To grow", "agreed_on": "2026-08-01"})
    workspace.adopt(workspace.proposed(name))

    (clause,) = workspace.charters().to_dict("records")
    assert (clause["section"], clause["edition"]) == ("purpose", 1)
    assert clause["agreed_on"] == pd.Timestamp("2026-08-01")


@pytest.mark.file
def test_numbers_and_days_are_read_as_their_language_writes_them(workspace, handed):
    arabic = {
        "title": "أن أقود المشروع",
        "measure": [("جداول", "٠", "١٢٬٥٠٠٫٥")],
        "due_on": "٢٠٢٦-١٢-٠١",
        "milestones": [("الأول", "٢٠٢٦-١٠-٠١", "")],
    }
    name = handed("goals", arabic, language="ar")

    workspace.adopt(workspace.proposed(name))

    (goal,) = workspace.goals().to_dict("records")
    assert (goal["target"], goal["due_on"].month) == (12500.5, 12)
    assert workspace.milestones()["due_on"][0].day == 1


@pytest.mark.file
def test_progress_finds_its_goal_by_what_it_is_called(workspace, handed):
    workspace.adopt(workspace.proposed(handed("goals", GOALS)))
    rows = [("lead the MIGRATION", "", "12", "", ""), ("Fly", "", "1", "", "")]
    name = handed("progress-notes", {"progress": rows})

    (problem,) = workspace.proposed(name).problems["ada"]

    assert (problem.field, problem.value) == ("progress.goal_id", "Fly")
    assert "“Speak up”" in problem.message
    handed("progress-notes", {"progress": rows[:1]})
    workspace.adopt(workspace.proposed(name))
    (seen,) = workspace.progress().to_dict("records")
    assert (seen["value"], seen["by"]) == (12, "ada")


@pytest.mark.file
def test_what_is_no_assignment_here_is_said(workspace, handed, tmp_path):
    handed("reflection", REFLECTION)
    with pytest.raises(AssignmentError, match="Did you mean 'reflection-1'"):
        workspace.proposed("reflection")
    with pytest.raises(AssignmentError, match="Did you mean 'ada'"):
        workspace.proposed("reflection-1", "adda")
    mine = tmp_path / "mine.md"
    mine.write_text(
        "---\nname: mine\nversion: 1.0.0\nlanguage: en\n---\n# Mine\n\n"
        "## How was it? {#how kind=text}\n",
        "utf-8",
    )
    workspace.assign(str(mine), to=["ada"], name="mine-1")
    with pytest.raises(AssignmentError, match="they stay answers"):
        workspace.proposed("mine-1")


@pytest.mark.file
def test_whoever_may_not_read_answers_is_told_and_makes_nothing_of_them(
    workspace, handed
):
    name = handed("reflection", REFLECTION)
    handed("reflection", REFLECTION, "ben")
    as_ben = mk.open(workspace.folder, as_="ben")

    look = as_ben.proposed(name)

    assert [*look.waiting] == ["ada"]
    assert "You do not read what ada answered" in look.waiting["ada"]
    assert {each.learner for each in look.outcomes} == {"ben"}
    as_ben.store.close()


def test_what_a_login_may_not_write_is_for_somebody_else_to_adopt(
    workspace, handed, database
):
    if not isinstance(database, str):
        pytest.skip("A file knows no logins.")
    workspace.add(mk.Enrollment(person_id="ben", role="lead", status="active"))

    def logged_in(person):
        login = f"{person}_{sa.make_url(database).database}"
        url = sa.make_url(database).set(
            username=login, password=workspace.store.grant(person, login).password
        )
        settings = replace(workspace.settings, database=url.render_as_string(False))
        return type(workspace)(settings)

    said = handed("reflection", REFLECTION)
    handed("reflection", REFLECTION, "ben")
    rubric = handed("rubric", {"rater_group": "mentee", "listening": 4})
    as_ada, as_ben = logged_in("ada"), logged_in("ben")

    done = as_ben.adopt(as_ben.proposed(said))
    with pytest.raises(
        mk.errors.NotAllowed, match="'mentoring-skills' is not here yet"
    ):
        as_ada.adopt(as_ada.proposed(rubric))

    (problem,) = done.problems["ada"]
    assert problem.field == "happened"
    assert "done by ada (whose it is) or the owner" in problem.message
    assert f"mentorkit adopt {said} ada" in problem.message
    assert set(as_ben.reflections()["author"]) == {"ben"}

    assert as_ada.adopt(as_ada.proposed(said)).problems == {}
    assert set(workspace.reflections()["author"]) == {"ada", "ben"}
    workspace.add_instrument("mentoring-skills")
    as_ada.adopt(as_ada.proposed(rubric))
    assert list(workspace.assessments()["rater"]) == ["ada"]
    for person, ws in {"ada": as_ada, "ben": as_ben}.items():
        ws.store.close()
        workspace.store.revoke(person)
