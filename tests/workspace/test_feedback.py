"""Comments are kept once, and go back to whom they are for, and to nobody else."""

import json
from pathlib import Path

import pandas as pd
import pytest
from tests.workspace.test_sheets import again, opened, save

import mentorkit as mk
from answering import hand_in
from mentorkit.errors import AssignmentError


ANSWERS = {"kind": "success", "happened": "It **went** well.", "confidence": 4}


@pytest.fixture
def ws(workspace, tmp_path):
    """Grace's workspace, in which Ada and Ben have answered and Cho has not."""
    for name in ("Ben Okri", "Cho Chang"):
        workspace.begin(mentee=name)
    workspace.assign("reflection", to=["ada", "ben", "cho"], name="week-1")
    hand_in(workspace, "week-1", "ada", ANSWERS, tmp_path / "in")
    hand_in(workspace, "week-1", "ben", {"happened": "Quillwort"}, tmp_path / "in")
    return workspace


def table(*rows):
    columns = ["learner", "prompt", "comment", "level"]
    return pd.DataFrame(rows, columns=columns)


SAID = table(
    ("ada", "happened", "Good that you say so.", "well"),
    ("Ada Lovelace", "How confident do you feel about your goals?", None, 3),
    ("ada", None, "=You came a long way.", None),
)


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.*")}


def test_what_was_said_goes_back_to_whom_it_is_for(ws, tmp_path):
    handed_in = files(tmp_path / "in")

    done = ws.feedback("week-1", comments=SAID, out=tmp_path / "back")

    assert done.waiting == ("ben",)
    (row,) = done.frame().to_dict("records")
    assert (row["learner"], row["comments"], row["state"]) == ("ada", 4, "new")
    back = files(tmp_path / "back")
    assert {*back} == {f"ada/week-1--feedback.{kind}" for kind in ("html", "ipynb")}
    for name, data in back.items():
        text = data.decode()
        for told in ("Good that you say so.", "3 · Well", "=You came a long way."):
            assert told in text, name
        for other in ("Quillwort", "Ben", "Grace", "grace", "ada-grace"):
            assert other not in text, name
        assert (tmp_path / "back" / name).stat().st_mode & 0o777 == 0o600
    assert files(tmp_path / "in") == handed_in
    # What goes back is nobody's hand-in, should it come in again.
    again = ws.collect(tmp_path / "back")
    assert {str(each.weight) for each in again.hand_ins} == {"refused"}


def test_the_same_again_keeps_and_writes_nothing_new(ws, tmp_path):
    before = ws.assessments()
    first = ws.feedback("week-1", comments=SAID, out=tmp_path / "back")
    back, kept = files(tmp_path / "back"), ws.responses()

    second = ws.feedback("week-1", comments=SAID, out=tmp_path / "back")

    assert first.change_set
    assert second.change_set is None
    assert files(tmp_path / "back") == back
    assert ws.responses().equals(kept)
    assert ws.check().ok

    ws.feedback("week-1", comments=table(("ada", "happened", "Other.", None)))
    answers = ws.responses().dropna(subset="text")
    assert list(answers["text"]) == ["Other."]
    ws.undo()
    ws.undo()
    assert ws.responses().empty
    assert ws.assessments().equals(before)
    assert ws.items().empty


def sheets(ws):
    """Return whom anything was said to, and whether there are questions for it."""
    said, items = ws.assessments(), ws.items()
    assert len(items) in {0, 16}
    return sorted(said["person"]), not items.empty


def test_an_instrument_comes_with_the_first_comments_and_goes_with_the_last(ws):
    one, two = (table((who, "happened", "Well.", None)) for who in ("ada", "ben"))
    first = ws.feedback("week-1", comments=one).change_set
    second = ws.feedback("week-1", comments=two).change_set
    assert sheets(ws) == (["ada", "ben"], True)

    out = ws.undo(first)
    assert sheets(ws) == (["ben"], True)
    ws.undo(out.change_set)
    assert sheets(ws) == (["ada", "ben"], True)
    ws.undo(first)
    out = ws.undo(second)
    assert sheets(ws) == ([], False)
    back = ws.undo(out.change_set)
    assert sheets(ws) == (["ben"], True)
    again = ws.undo(back.change_set)
    assert sheets(ws) == ([], False)
    ws.undo(again.change_set)
    assert sheets(ws) == (["ben"], True)
    assert ws.undo().undoes == second
    assert sheets(ws) == ([], False)
    assert ws.check().ok


@pytest.mark.file
def test_what_somebody_else_has_said_keeps_the_instrument(ws):
    ws.feedback("week-1", comments=table(("ada", "happened", "Well.", None)))
    ws.add(mk.Enrollment(person_id="ben", role="lead", status="active"))
    as_ben = mk.open(ws.folder, as_="ben")
    as_ben.feedback("week-1", comments=table(("cho", "happened", "And?", None)))

    ws.undo()
    ws.undo()

    assert sheets(ws) == (["cho"], True)
    as_ben.undo()
    assert sheets(ws) == ([], False)
    as_ben.store.close()


def test_feedback_in_a_mentorship_stays_between_the_two(ws):
    ws.feedback("week-1", comments=SAID)

    (sheet,) = ws.assessments().to_dict("records")

    assert (sheet["rater"], sheet["person"]) == ("grace", "ada")
    assert (sheet["mentorship"], sheet["visibility"]) == ("ada-grace", "pair")
    assert sheet["rater_group"] == "mentor"
    assert ws.assessments(audience="program").empty


@pytest.mark.file
def test_a_notebook_that_somebody_has_begun_is_left_alone(ws, tmp_path):
    out = tmp_path / "back"
    ws.feedback("week-1", comments=SAID, out=out)
    more = table(("ada", "learned", "And this?", None))

    renewed = ws.feedback("week-1", comments=more, out=out)
    assert list(renewed.frame()["state"]) == ["renewed"]

    notebook = renewed.given[0].notebook
    begun = json.loads(notebook.read_text("utf-8"))
    begun["cells"][0]["source"] = "My own words."
    notebook.write_text(json.dumps(begun), "utf-8")
    more = table(("ada", "learned", "Or that?", None))
    left = ws.feedback("week-1", comments=more, out=out)

    assert list(left.frame()["state"]) == ["begun"]
    assert "My own words." in notebook.read_text("utf-8")
    assert "Or that?" in renewed.given[0].page.read_text("utf-8")


@pytest.mark.file
def test_every_row_that_cannot_be_kept_is_told_and_none_is_kept(ws, tmp_path):
    file = tmp_path / "said.csv"
    table(
        ("adda", "happened", "a", None),
        ("ben", "happend", "a", None),
        ("ben", "happened", None, "9"),
        ("ben", None, None, "2"),
        ("ben", "next", None, None),
        ("ben", "learned", "x" * 10_001, None),
        ("ada", "next", "one", None),
        ("ada", "next", "two", None),
    ).to_csv(file, index=False)

    with pytest.raises(AssignmentError) as caught:
        ws.feedback("week-1", comments=file)

    lines = str(caught.value).splitlines()
    assert [line.partition(": ")[0].strip() for line in lines[1:]] == [
        "said.csv, row 2, learner",
        "said.csv, row 3, prompt",
        "said.csv, row 4, level",
        "said.csv, row 5, level",
        "said.csv, row 6, comment",
        "said.csv, row 7, comment",
        "said.csv, row 9, prompt",
    ]
    assert "Did you mean 'ada'" in lines[1]
    assert "1 Not yet; 2 In part" in lines[3]
    assert ws.assessments().empty


@pytest.mark.file
def test_the_form_says_the_same_as_the_table(ws):
    form = ws.comment("week-1", "ada")
    began = opened(form)
    fields = began["values"]
    assert ws.items().empty

    assert save(form, answer_3="Good.", answer_4="3", note="Whole.")["kind"] == "saved"

    (given,) = ws.feedback("week-1").given
    page = given.page.read_text("utf-8")
    assert given.comments == 3
    assert all(told in page for told in ("Good.", "3 · Well", "Whole."))
    form = ws.comment("week-1", "ada")
    began = opened(form)
    assert began["values"]["answer_3"] == "Good."
    assert again(form, began, answer_3="Better.")["kind"] == "saved"
    assert len(ws.assessments()) == 1
    ws.undo()
    ws.undo()
    assert sheets(ws) == ([], False)
    assert fields["visibility"] == "pair"


@pytest.mark.file
def test_what_is_kept_to_oneself_does_not_go_back(ws):
    save(ws.comment("week-1", "ada"), answer_3="Not yet said.", visibility="private")

    assert ws.feedback("week-1").waiting == ("ada", "ben")


@pytest.mark.file
def test_a_lead_who_is_not_in_the_mentorship_speaks_for_the_program(ws, tmp_path):
    ws.begin(mentee="dan", mentor="ben", handle="dan-ben")
    ws.assign("goals", to=["dan"], name="goals-1")
    hand_in(ws, "goals-1", "dan", {"title": "Sail"}, tmp_path / "in")

    said = table(("dan", "title", "Where to?", None))
    ws.feedback("goals-1", comments=said, out=tmp_path / "back")

    (sheet,) = ws.assessments().to_dict("records")
    assert (sheet["rater_group"], sheet["visibility"]) == ("lead", "program")
    assert pd.isna(sheet["mentorship"])
    assert Path(tmp_path / "back" / "dan").is_dir()


@pytest.mark.file
def test_who_is_erased_leaves_no_feedback_behind(ws):
    ws.feedback("week-1", comments=SAID)
    ws.feedback("week-1", comments=table(("ben", "happened", "And?", None)))
    folder = ws.folder / "assignments" / "week-1" / "feedback"
    assert {path.name for path in folder.iterdir()} == {"ada", "ben"}

    ws.erase_person("ada")

    assert [path.parent.name for path in folder.rglob("*.*")] == ["ben", "ben"]
    assert ws.check().ok
