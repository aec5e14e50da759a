"""What a board answers: where cards lie, what a move fills in, and why one is refused."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import pytest

from mentorkit.errors import Conflict, NotAllowed
from mentorkit.forms import Board, Card, Look
from mentorkit.models import Milestone
from mentorkit.models.field import About
from mentorkit.models.milestone import MilestoneStatus


TODAY = dt.date(2026, 9, 1)


class Guarded(Milestone):
    """A milestone whose status asks for a reason."""

    status: Annotated[MilestoneStatus, About("Status", why=True)] = (
        MilestoneStatus.PLANNED
    )


class Table:
    """Cards that lie in memory, and what was done to them."""

    def __init__(self, *cards):
        self.lying = {card.id: card for card in cards}
        self.moves, self.undone = [], []
        self.raises = None

    def cards(self):
        return list(self.lying.values())

    def move(self, submission):
        if self.raises:
            raise self.raises
        self.moves.append(submission)
        card, values = self.lying[submission.id], submission.values
        self.lying[card.id] = Card(
            card.id,
            card.version + 1,
            card.title,
            values["status"],
            card.about,
            card.due_on,
            values["done_on"],
        )
        return f"cs-{len(self.moves)}"

    def undo(self, name):
        self.undone.append(name)


@pytest.fixture
def table():
    return Table(
        Card("m-1", 3, "Draft", "in_progress", "Write it", dt.date(2026, 8, 1)),
        Card("m-2", 1, "Print", "planned", "Write it", dt.date(2026, 9, 1)),
        Card("m-3", 2, "Read", "missed", "Write it", dt.date(2026, 7, 1)),
    )


def opened(table, record=Milestone):
    return Board(table, Look(record, TODAY, signed_as="Grace Hopper"))


def move(board, row="m-1", to="done", **more):
    message = {"kind": "move", "id": row, "version": 3, "to": to, "why": ""}
    return board.answer({**message, "seq": "7", **more})


def test_the_columns_are_the_words_of_the_model(table):
    answer = opened(table).answer({"kind": "open", "seq": "1"})

    assert [each["status"] for each in answer["spec"]["columns"]] == (
        MilestoneStatus.words()
    )
    assert answer["spec"]["title"] == "Milestone board"


def test_a_card_is_late_while_it_is_to_be_done_and_its_day_is_over(table):
    cards = opened(table).answer({"kind": "open"})["cards"]

    assert [(card["when"], card["late"]) for card in cards] == [
        ("Due 1 August 2026", "Late"),
        ("Due 1 September 2026", ""),
        ("Due 1 July 2026", ""),
    ]


def test_moving_to_done_fills_in_the_day_and_says_so(table):
    answer = move(opened(table), why=" It went quickly. ")

    (kept,) = table.moves
    assert kept.values == {"status": "done", "done_on": TODAY}
    assert (kept.why, kept.base_version) == ("It went quickly.", 3)
    assert answer["kind"] == "moved"
    assert answer["message"] == (
        "“Draft” moved from “In progress” to “Done”. Done on: 1 September 2026."
    )
    assert (answer["seq"], answer["undo"], answer["id"]) == ("7", "cs-1", "m-1")
    assert answer["cards"][0]["status"] == "done"


def test_moving_away_from_done_empties_the_day(table):
    board = opened(table)
    move(board)
    move(board, to="planned", version=4)

    assert table.moves[-1].values == {"status": "planned", "done_on": None}


def test_a_move_that_arrives_twice_is_made_once(table):
    board = opened(table)
    move(board)
    again = move(board)

    assert len(table.moves) == 1
    assert again["message"] == "“Draft” is under “Done” already."


def test_a_move_is_taken_back_by_its_name(table):
    board = opened(table)
    name = move(board)["undo"]

    answer = board.answer({"kind": "undo", "id": "m-1", "undo": name})

    assert table.undone == ["cs-1"]
    assert (answer["kind"], answer["id"]) == ("undone", "m-1")


def test_somebody_who_was_faster_is_named_and_nothing_is_overwritten(table):
    table.raises = Conflict("Faster.", changed=[{"field": "status", "by": "Ada"}])

    answer = move(opened(table))

    assert answer["kind"] == "refused"
    assert answer["message"].startswith("Not moved: Ada changed “Draft”")
    assert answer["cards"][0]["status"] == "in_progress"


def test_what_the_database_refuses_is_told_as_it_is(table):
    table.raises = NotAllowed("It is not yours to change.")

    assert move(opened(table))["message"] == "It is not yours to change."


def test_a_card_that_is_gone_is_told(table):
    answer = move(opened(table), row="m-9")

    assert answer["message"].startswith("It is not there any more.")
    assert len(answer["cards"]) == 3


def test_what_breaks_is_told_by_its_kind_and_kept_for_whoever_looks(table):
    board = opened(table)
    table.raises = ZeroDivisionError("inside")

    assert "ZeroDivisionError" in move(board)["message"]
    assert isinstance(board.error, ZeroDivisionError)


def test_a_column_that_does_not_exist_takes_no_card(table):
    answer = move(opened(table), to="<script>")

    assert answer["kind"] == "refused"
    assert table.moves == []


def test_a_reason_is_asked_for_where_the_model_asks(table):
    board = opened(table, Guarded)

    refused = move(board)
    kept = move(board, why="The printer is gone.")

    assert (refused["kind"], refused["asks"]) == ("refused", True)
    assert kept["kind"] == "moved"
    assert [each.why for each in table.moves] == ["The printer is gone."]


def test_neither_the_file_nor_the_state_holds_a_card(table):
    board = opened(table)
    move(board, why="Quillwort")

    data, _ = board._repr_mimebundle_()
    state = repr(board.get_state())

    closed = "Milestone board: run this cell to open it."
    assert (data["text/plain"], data["text/html"]) == (closed, f"<p>{closed}</p>")
    for word in ("Draft", "Write it", "Quillwort"):
        assert word not in state
        assert word not in repr(data)
