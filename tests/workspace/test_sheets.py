"""Forms for several rows: a charter, a rubric, what people take on."""

from __future__ import annotations

import datetime as dt

import pytest

import mentorkit as mk
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


@pytest.fixture
def rated(ws):
    """A rubric that Grace filled in, with two of its six answers."""
    ws.add_instrument("mentoring-skills")
    form = ws.form("assessment", mentorship="ada-grace", instrument="mentoring-skills")
    save(form, wave="mid", answer_1="4", answer_3="2", note="A long week.")
    return ws.assessments()["assessment_id"].iloc[0]


def given(ws):
    items = ws.items().set_index("item_id")["position"]
    rows = ws.responses()
    return dict(zip(rows["item_id"].map(items), rows["value"], strict=True))


def test_a_rubric_that_was_filled_in_opens_as_its_grid_again(ws, rated):
    form = ws.form("assessment", id=rated)
    began = opened(form)
    assert began["spec"]["title"] == "Mentoring skills"
    held = {name: began["values"][name] for name in ("answer_1", "answer_2", "note")}
    assert held == {"answer_1": "4", "answer_2": "", "note": "A long week."}

    answer = again(form, began, answer_1="3", answer_2="1", answer_3="", note="")

    assert answer["kind"] == "saved", answer
    assert given(ws) == {1: 3.0, 2: 1.0}
    assert ws.assessments()["note"].isna().all()
    undo = {"kind": "undo", "seq": "3", "change_set": answer["change_set"]}
    back = form.answer(undo)
    assert (back["values"]["answer_1"], back["values"]["note"]) == ("4", "A long week.")
    assert given(ws) == {1: 4.0, 3: 2.0}


def test_a_rubric_can_be_edited_as_soon_as_it_is_saved(ws):
    ws.add_instrument("mentoring-skills")
    form = ws.form("assessment", mentorship="ada-grace", instrument="mentoring-skills")
    answer = save(form, wave="mid", answer_1="4")

    edited = again(form, answer, answer_1="3")

    assert edited["kind"] == "saved", edited
    assert given(ws) == {1: 3.0}
    assert again(form, edited, answer_1="3")["change_set"] is None


def test_two_people_who_edit_a_rubric_hear_of_each_others_answers(ws, rated):
    form, other = (ws.form("assessment", id=rated) for _ in range(2))
    began = opened(form)
    again(other, opened(other), answer_1="1", answer_2="2", answer_3="")

    answer = again(form, began, answer_1="3", note="A better week.")

    assert answer["kind"] == "conflict"
    assert answer["values"] == {"answer_1": "1", "answer_2": "2", "answer_3": ""}
    told = {each["field"]: each for each in answer["changes"]}["answer_1"]
    assert (told["before"], told["theirs"], told["mine"]) == ("4", "1", "3")
    assert told["who"].startswith("Grace Hopper")
    now = {**began, "version": answer["version"]}
    assert again(form, now, answer_1="3", note="A better week.")["kind"] == "saved"
    assert given(ws) == {1: 3.0, 2: 2.0}


def test_an_answer_that_was_changed_and_changed_back_is_no_conflict(ws, rated):
    form, other = (ws.form("assessment", id=rated) for _ in range(2))
    began = opened(form)
    again(other, opened(other), answer_1="1")
    ws.undo()

    assert again(form, began, answer_1="3")["kind"] == "saved"
    assert given(ws) == {1: 3.0, 3: 2.0}


def test_a_draft_of_a_rubric_that_was_changed_meanwhile_overwrites_nothing(ws, rated):
    began = opened(ws.form("assessment", id=rated))
    other = ws.form("assessment", id=rated)
    again(other, opened(other), answer_1="1")
    after_a_reload = ws.form("assessment", id=rated)

    answer = again(after_a_reload, began, answer_1="3")

    assert (answer["kind"], answer["values"]) == ("conflict", {"answer_1": "1"})
    assert given(ws) == {1: 1.0, 3: 2.0}


def test_a_rubric_keeps_at_least_one_answer_and_only_such_as_fit(ws, rated):
    form = ws.form("assessment", id=rated)
    began = opened(form)

    none = again(form, began, answer_1="", answer_3="")
    wrong = again(form, began, answer_1="12")

    assert none["problems"][0]["message"] == "Answer at least one of the questions."
    assert [problem["field"] for problem in wrong["problems"]] == ["answer_1"]
    assert given(ws) == {1: 4.0, 3: 2.0}


def test_a_rubric_that_one_may_not_read_does_not_open(ws, rated):
    ws.revise("assessments", rated, visibility="private")
    ada = mk.open(ws.folder, as_="ada")
    with pytest.raises(NotFound, match="that you may read"):
        ada.form("assessment", id=rated)


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
