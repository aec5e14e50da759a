"""What a form answers, asked as its front end asks: no browser needed."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.errors import StorageError
from mentorkit.forms import RecordForm
from mentorkit.models import Goal, Session


def test_a_new_row_is_kept_with_its_hidden_values(open_form, shelf, front_end):
    form = open_form(Goal)
    opened = front_end.open(form)

    answer = front_end.save(form, opened, {"title": "Lead it", "due_on": "2026-12-01"})

    assert answer["kind"] == "saved"
    row = shelf.rows[opened["id"]]
    assert (row["title"], row["mentorship_id"]) == ("Lead it", "ms-one")
    assert row["due_on"] == dt.date(2026, 12, 1)
    assert form.saved.id == opened["id"]


def test_what_was_saved_is_said_in_words(open_form, front_end):
    form = open_form(Goal)

    answer = front_end.save(
        form,
        front_end.open(form),
        {"title": "Lead it", "owner_id": "p-ada", "due_on": "2026-12-01"},
    )

    assert answer["summary"] == [
        ["Whose goal", "Ada Lovelace"],
        ["Title", "Lead it"],
        ["Due on", "1 December 2026"],
        ["Who may read it", "Mentor and mentee"],
    ]


def test_everything_wrong_is_told_at_once_in_the_order_of_the_form(
    open_form, front_end
):
    form = open_form(Goal)

    answer = front_end.save(
        form,
        front_end.open(form),
        {"baseline": "lots", "set_on": "2026-09-01", "due_on": "2026-08-01"},
    )

    assert answer["message"] == "Not saved yet: 3 things to put right"
    assert list(front_end.told(answer)) == ["title", "baseline", "due_on"]
    assert front_end.told(answer)["title"] == "Give the goal a title."
    assert "before 1 September 2026" in front_end.told(answer)["due_on"]


def test_a_half_typed_date_is_told_beside_what_else_is_wrong(open_form, front_end):
    form = open_form(Goal)

    answer = front_end.save(
        form, front_end.open(form), {}, incomplete=["due_on", "title"]
    )

    assert "Finish this date" in front_end.told(answer)["due_on"]
    assert front_end.told(answer)["title"] == "Give the goal a title."


def test_the_front_end_cannot_set_what_the_form_does_not_show(
    open_form, shelf, front_end
):
    form = open_form(Goal)
    opened = front_end.open(form)
    sly = {"goal_id": "g-other", "mentorship_id": "ms-other", "superseded_by": "g-x"}

    answer = front_end.save(form, opened, {"title": "Lead it", **sly})

    row = shelf.rows[opened["id"]]
    assert answer["kind"] == "saved"
    assert (row["goal_id"], row["mentorship_id"]) == (opened["id"], "ms-one")
    assert row["superseded_by"] is None


def test_a_new_row_never_takes_an_id_that_no_form_makes(open_form, shelf, front_end):
    form = open_form(Goal)

    answer = front_end.save(
        form, {"id": "../up", "version": None, "values": {}}, {"title": "Lead it"}
    )

    assert answer["kind"] == "saved"
    assert "../up" not in shelf.rows


def test_one_submission_sent_twice_makes_one_row(open_form, shelf, front_end):
    form = open_form(Goal)
    opened = front_end.open(form)

    first = front_end.save(form, opened, {"title": "Lead it"})
    again = front_end.save(form, opened, {"title": "Lead it"})

    assert again == first
    assert (len(shelf.rows), shelf.versions[opened["id"]]) == (1, 1)


def test_text_changed_while_the_first_save_was_under_way_becomes_an_edit(
    open_form, shelf, front_end
):
    form = open_form(Goal)
    opened = front_end.open(form)
    front_end.save(form, opened, {"title": "Lead it"})

    again = front_end.save(form, opened, {"title": "Lead all of it"})
    edit = {"title": "Lead all of it"}
    kept = front_end.save(form, again, edit)

    assert (again["kind"], again["version"]) == ("kept", 1)
    assert "saved a moment ago" in again["message"]
    assert kept["kind"] == "saved"
    assert [row["title"] for row in shelf.rows.values()] == ["Lead all of it"]


def test_a_row_saved_before_the_page_was_reloaded_is_not_added_again(
    open_form, shelf, front_end
):
    first = open_form(Goal)
    opened = front_end.open(first)
    front_end.save(first, opened, {"title": "Lead it"})

    again = open_form(Goal)
    same = front_end.save(again, opened, {"title": "Lead it"})
    other = front_end.save(again, opened, {"title": "Lead all of it"})

    assert (same["kind"], other["kind"]) == ("saved", "kept")
    assert [row["title"] for row in shelf.rows.values()] == ["Lead it"]


def test_a_row_changed_by_another_since_its_lost_answer_is_a_conflict(
    open_form, shelf, front_end
):
    first = open_form(Goal)
    opened = front_end.open(first)
    front_end.save(first, opened, {"title": "Lead it"})
    kept = shelf.rows[opened["id"]]
    shelf.put(Goal(**{**kept, "title": "Lead half of it"}))

    again = open_form(Goal)
    answer = front_end.save(again, opened, {"title": "Lead it"})
    now = {"id": opened["id"], "version": answer["version"], "values": {}}
    settled = front_end.save(again, now, {"title": "Lead it"})

    assert (answer["kind"], answer["values"]) == (
        "conflict",
        {"title": "Lead half of it"},
    )
    assert settled["kind"] == "saved"
    assert shelf.rows[opened["id"]]["title"] == "Lead it"


def test_an_instant_is_read_in_the_zone_of_the_form(open_form, shelf, front_end):
    form = open_form(Session)

    front_end.save(
        form, front_end.open(form), {"starts_at": "2026-07-01T15:00", "minutes": "45"}
    )

    assert shelf.submissions[0].values["starts_at"] == dt.datetime(
        2026, 7, 1, 14, 0, tzinfo=dt.UTC
    )


def test_an_hour_that_the_clocks_skip_is_refused_in_words(open_form, front_end):
    form = open_form(Session)

    answer = front_end.save(
        form, front_end.open(form), {"starts_at": "2026-03-29T01:30"}
    )

    assert "skip 01:30 on that day" in front_end.told(answer)["starts_at"]


def test_a_private_note_is_not_shown_back(open_form, shelf, front_end):
    form = open_form(Session)

    answer = front_end.save(
        form,
        front_end.open(form),
        {"starts_at": "2026-07-01T15:00", "private_note": "He seems tired"},
    )

    assert shelf.submissions[0].values["private_note"] == "He seems tired"
    assert ["Private note", "Written. Only you can read it."] in answer["summary"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (StorageError("The disk is full."), "The disk is full."),
        (RuntimeError("INSERT INTO goals ..."), "something went wrong (RuntimeError)"),
    ],
    ids=["of mentorkit", "unexpected"],
)
def test_a_save_that_fails_is_answered_in_words(error, words, front_end):
    def save(_submission):
        raise error

    form = RecordForm(Goal, save=save, hidden={"mentorship_id": "ms-one"})

    answer = front_end.save(form, front_end.open(form), {"title": "Lead it"})

    assert (answer["kind"], answer["seq"]) == ("failed", "2")
    assert words in answer["message"]
    assert "INSERT" not in answer["message"]
    assert form.error is error


@pytest.mark.parametrize(
    "message",
    [{}, {"kind": "save"}, {"kind": "save", "base": "x", "id": None, "values": 3}],
    ids=["empty", "without values", "of wrong types"],
)
def test_a_message_that_no_form_sends_is_answered_too(open_form, message):
    answer = open_form(Goal).answer(message)

    assert answer["kind"] == "failed"
