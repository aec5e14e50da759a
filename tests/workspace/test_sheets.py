"""Forms for several rows: a charter, a rubric, what people take on."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.errors import NotFound
from mentorkit.forms.lines import written


def opened(form):
    return form.answer({"kind": "open", "seq": "1"})


def save(form, **values):
    began = opened(form)
    return again(form, began, **values)


def again(form, began, **values):
    message = {"kind": "save", "seq": "2", "id": began["id"], "base": began["version"]}
    if began["version"] is None:
        values = {**began["values"], **values}
    return form.answer({**message, "values": values, "why": values.pop("why", "")})


pytestmark = pytest.mark.file


@pytest.fixture
def ws(workspace):
    return workspace


def test_a_charter_is_written_by_sections_and_kept_clause_by_clause(ws):
    answer = save(
        ws.form("charter", mentorship="ada-grace"),
        purpose="Ada leads a team by spring.",
        boundary="Evenings:\nNo calls after seven.\n\nHolidays are free.",
    )
    assert answer["kind"] == "saved"
    kept = ws.charters(mentorship="ada-grace")
    assert kept["edition"].tolist() == [1, 1, 1]
    texts = dict(zip(kept["label"].fillna(""), kept["text"], strict=True))
    assert texts["Evenings"] == "No calls after seven."
    ws.undo()
    assert ws.charters(mentorship="ada-grace").empty


def test_a_new_edition_keeps_the_old_one_and_asks_why(ws):
    save(ws.form("charter", mentorship="ada-grace"), purpose="First.", ending="Well.")
    form = ws.form("charter", mentorship="ada-grace")
    began = opened(form)
    assert began["values"]["purpose"] == "First."
    refused = again(form, began, purpose="Second.")
    assert [problem["field"] for problem in refused["problems"]] == [
        "reason_for_change"
    ]
    assert again(form, began, purpose="Second.", why="We know more.")["kind"] == "saved"
    kept = ws.charters(mentorship="ada-grace")
    first, second = (kept[kept["edition"] == n]["text"].tolist() for n in (1, 2))
    assert (sorted(first), sorted(second)) == (
        ["First.", "Well."],
        ["Second.", "Well."],
    )


def test_two_people_who_write_a_charter_see_each_others_texts(ws):
    save(ws.form("charter", mentorship="ada-grace"), purpose="First.")
    form = ws.form("charter", mentorship="ada-grace")
    began = opened(form)
    other = ws.form("charter", mentorship="ada-grace")
    again(other, opened(other), purpose="Theirs.", why="Better")
    answer = again(form, began, purpose="Mine.", why="Mine is shorter")
    assert answer["kind"] == "conflict"
    assert answer["values"] == {"purpose": "Theirs."}
    over = again(
        form, {**began, "version": answer["version"]}, purpose="Mine.", why="x"
    )
    assert over["kind"] == "saved"
    assert ws.charters(mentorship="ada-grace")["edition"].max() == 3


def test_what_people_take_on_is_one_action_a_line(ws):
    lines = written(
        [
            {"title": "Send the outline", "owner_id": "ada", "due_on": "2026-09-09"},
            {"title": "Read it", "owner_id": "grace", "due_on": ""},
        ]
    )
    form = ws.form("actions", mentorship="ada-grace")
    answer = save(form, lines=lines)
    assert answer["kind"] == "saved"
    kept = ws.actions(mentorship="ada-grace")
    assert sorted(zip(kept["title"], kept["owner"], strict=True)) == [
        ("Read it", "grace"),
        ("Send the outline", "ada"),
    ]
    assert dt.date(2026, 9, 9) in set(kept["due_on"].dropna().dt.date)


def test_a_line_that_lacks_something_is_named_and_none_is_kept(ws):
    lines = written(
        [
            {"title": "Send the outline", "owner_id": "ada", "due_on": ""},
            {"title": "Read it", "owner_id": "", "due_on": ""},
        ]
    )
    answer = save(ws.form("actions", mentorship="ada-grace"), lines=lines)
    assert answer["problems"] == [
        {"field": "lines", "message": "Line 2: Choose who does it."}
    ]
    assert ws.actions(mentorship="ada-grace").empty


def test_lines_that_are_sent_twice_are_kept_once(ws):
    owner = ws.people().set_index("handle")["person_id"]["ada"]
    lines = written([{"title": "Send it", "owner_id": owner, "due_on": ""}])
    form = ws.form("actions", mentorship="ada-grace")
    began = opened(form)
    for _ in range(2):
        assert again(form, began, lines=lines)["kind"] == "saved"
    assert ws.actions(mentorship="ada-grace")["title"].tolist() == ["Send it"]


def test_a_rubric_is_one_sheet_with_an_answer_an_item_undone_together(ws):
    ws.add_instrument("mentoring-skills")
    form = ws.form("assessment", mentorship="ada-grace", instrument="mentoring-skills")
    answer = save(
        form,
        person_id="grace",
        rater_group="mentee",
        wave="mid",
        answer_1="4",
        answer_3="2",
    )
    assert answer["kind"] == "saved"
    (sheet,) = ws.assessments(mentorship="ada-grace").itertuples()
    assert (sheet.instrument, sheet.wave) == ("mentoring-skills", "mid")
    answers = ws.responses(mentorship="ada-grace")
    assert sorted(answers["value"]) == [2.0, 4.0]
    ws.undo()
    assert ws.assessments().empty
    assert ws.responses().empty


def test_a_rubric_without_an_answer_is_refused_in_words(ws):
    ws.add_instrument("session-pulse")
    form = ws.form("assessment", mentorship="ada-grace")
    answer = save(form, person_id="grace", wave="pulse")
    assert answer["problems"][0]["message"] == "Answer at least one of the questions."
    assert ws.assessments().empty


def test_an_instrument_that_is_not_there_is_named_with_those_that_are(ws):
    ws.add_instrument("session-pulse")
    with pytest.raises(NotFound, match="There are: session-pulse"):
        ws.form("assessment", mentorship="ada-grace", instrument="pulse")


def test_a_save_of_lines_is_taken_back_as_one(ws):
    lines = written(
        [
            {"title": "One", "owner_id": "ada", "due_on": ""},
            {"title": "Two", "owner_id": "ada", "due_on": ""},
        ]
    )
    form = ws.form("actions", mentorship="ada-grace")
    answer = save(form, lines=lines)
    undo = {"kind": "undo", "seq": "3", "change_set": answer["change_set"]}
    assert form.answer(undo)["kind"] == "undone"
    assert ws.actions(mentorship="ada-grace").empty
