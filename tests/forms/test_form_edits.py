"""Editing a row that lies there: reasons, conflicts, and whose row it is."""

from __future__ import annotations

import datetime as dt

from mentorkit.models import Goal


def test_the_front_end_cannot_change_a_row_that_the_form_is_not_about(
    open_form, shelf, goal, front_end
):
    form = open_form(Goal)

    answer = front_end.save(
        form, {"id": goal.id, "version": 1, "values": {}}, {"title": "Mine now"}
    )

    assert answer["kind"] == "failed"
    assert "not about goal 'g-one'" in answer["message"]
    assert shelf.rows[goal.id]["title"] == "Lead the migration"


def test_an_edit_hands_over_only_what_changed(open_form, shelf, goal, front_end):
    form = open_form(Goal, row_id=goal.id)
    opened = front_end.open(form)
    same = {**opened["values"], "title": "Lead all of it"}

    answer = front_end.save(form, opened, same)

    assert answer["kind"] == "saved"
    assert shelf.submissions[0].values == {"title": "Lead all of it"}
    assert answer["summary"] == [["Title", "Lead all of it"]]


def test_a_change_that_asks_for_its_reason_is_refused_without_one(
    open_form, shelf, goal, front_end
):
    form = open_form(Goal, row_id=goal.id)
    opened = front_end.open(form)

    bare = front_end.save(form, opened, {"due_on": "2027-01-15"})
    reasoned = front_end.save(
        form, opened, {"due_on": "2027-01-15"}, why="A late start"
    )

    assert front_end.told(bare) == {"reason_for_change": "Say why this changes."}
    assert reasoned["kind"] == "saved"
    assert shelf.submissions[-1].why == "A late start"


def test_a_field_that_cannot_be_empty_is_not_emptied_by_an_edit(
    open_form, goal, front_end
):
    form = open_form(Goal, row_id=goal.id)

    answer = front_end.save(form, front_end.open(form), {"owner_id": ""})

    assert front_end.told(answer) == {"owner_id": "Enter “Whose goal”."}


def test_a_conflict_says_who_changed_what_and_what_holds_now(
    open_form, shelf, goal, front_end
):
    form = open_form(Goal, row_id=goal.id)
    opened = front_end.open(form)
    shelf.put(
        Goal(**{**goal.model_dump(), "due_on": dt.date(2027, 1, 15)}), why="Archive"
    )

    answer = front_end.save(form, opened, {"due_on": "2027-02-01"}, why="Holidays")

    assert answer["kind"] == "conflict"
    assert (answer["version"], answer["values"]) == (2, {"due_on": "2027-01-15"})
    assert answer["changes"] == [
        {
            "field": "due_on",
            "label": "Due on",
            "who": "Ada Lovelace, 1 September 2026, 10:30",
            "why": "Archive",
            "before": "1 December 2026",
            "theirs": "15 January 2027",
            "mine": "1 February 2027",
        }
    ]


def test_a_conflict_tells_nothing_of_a_field_that_the_form_hides(
    open_form, shelf, goal, front_end
):
    form = open_form(Goal, row_id=goal.id, hidden={"relevant": None})
    opened = front_end.open(form)
    shelf.put(Goal(**{**goal.model_dump(), "relevant": "Between the two of us"}))

    answer = front_end.save(form, opened, {"title": "Lead all of it"})

    assert answer["kind"] == "conflict"
    assert "Between" not in str(answer)
    assert answer["version"] == 2


def test_neither_the_widgets_state_nor_its_outputs_hold_any_data(
    open_form, goal, front_end
):
    form = open_form(Goal, row_id=goal.id)
    front_end.open(form)
    front_end.save(form, front_end.open(form), {"title": "Typed by somebody"})

    held = str(form.get_state()) + str(form._repr_mimebundle_()) + repr(form)

    for private in ("Lead the migration", "Ada Lovelace", "Grace Hopper", "Typed by"):
        assert private not in held
    assert repr(form) == "Goal form: run this cell to open it."
