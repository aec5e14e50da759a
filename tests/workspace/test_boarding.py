"""Boards on a workspace: a move is a change like any other, of what one may read."""

from __future__ import annotations

import datetime as dt

import pytest

import mentorkit as mk


@pytest.fixture
def draft(workspace):
    """A milestone of Ada's."""
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Write it"))
    return workspace.add(mk.Milestone(goal_id=goal.id, title="Draft"))


def card_of(board):
    (card,) = board.answer({"kind": "open"})["cards"]
    return card


def move(board, card, to, **more):
    message = {"kind": "move", "id": card["id"], "version": card["version"], "to": to}
    return board.answer(message | more)


def test_a_move_is_saved_with_its_day_and_reason_and_can_be_undone(workspace, draft):
    board = workspace.board(mentorship="ada-grace")
    answer = move(board, card_of(board), "done", why="It is printed.")

    (row,) = workspace.milestones().to_dict("records")
    assert (row["status"], row["done_on"].date()) == ("done", dt.date(2026, 9, 1))
    last = workspace.history("milestones", draft.id).iloc[-1]
    assert (last["by"], last["why"]) == ("grace", "It is printed.")

    undone = board.answer({"kind": "undo", "id": draft.id, "undo": answer["undo"]})
    assert undone["kind"] == "undone"
    assert workspace.milestones()["status"].tolist() == ["planned"]
    assert workspace.milestones()["done_on"].isna().all()


def test_an_older_card_overwrites_nothing(workspace, draft):
    board = workspace.board(mentorship="ada-grace")
    seen = card_of(board)
    workspace.revise("milestones", draft.id, status="dropped", why="Not needed.")

    answer = move(board, seen, "in_progress")

    assert answer["message"].startswith("Not moved: Grace Hopper changed “Draft”")
    assert workspace.milestones()["status"].tolist() == ["dropped"]
    assert answer["cards"][0]["status"] == "dropped"


def test_actions_have_a_board_too_with_who_took_them_on(workspace):
    workspace.add(
        mk.Action(mentorship_id="ada-grace", owner_id="ada", title="Ask three people")
    )
    board = workspace.board("action", mentorship="ada-grace")

    assert card_of(board)["about"] == "Ada Lovelace"
    assert move(board, card_of(board), "done")["kind"] == "moved"
    assert workspace.actions()["status"].tolist() == ["done"]


@pytest.mark.usefixtures("draft")
def test_whoever_may_not_read_a_title_sees_a_stand_in(workspace):
    lead = mk.Person(handle="lin", name="Lin")
    workspace.add(lead)
    workspace.add(mk.Enrollment(person_id="lin", role="lead", status="active"))

    seen = mk.open(workspace.folder, as_="lin").board(mentorship="ada-grace")

    assert card_of(seen)["title"] == "Milestone 1, kept private"
    assert "Write it" not in str(seen.answer({"kind": "open"}))


def test_there_is_no_board_of_what_has_no_columns(workspace):
    with pytest.raises(mk.WorkspaceError, match="'milestone', 'action'"):
        workspace.board("reflection")
    with pytest.raises(mk.NotFound, match="Did you mean 'ada-grace'"):
        workspace.board(mentorship="ada-grce")
