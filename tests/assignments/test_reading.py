"""One file that came back: whose it is, what it answers, and what is odd in it."""

import copy
import datetime as dt

import msgspec
import pytest

from handed_out import (
    ANSWERS,
    TEMPLATE,
    VALUES,
    as_bytes,
    cell_of,
    manifest,
    notebook,
    values_of,
    words_of,
)
from mentorkit.assignments.channels import Sender, sender_of
from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import Arrival, Assignments
from mentorkit.assignments.values import read as values_in


IN_TIME = dt.datetime(2026, 10, 16, 21, 59, tzinfo=dt.UTC)


def read(assignments, data, path="in/week-1--ada.ipynb", at=IN_TIME, sender=None):
    return assignments.read(Arrival(path, as_bytes(data), at, "file", sender))


def test_every_kind_of_answer_is_read_as_it_was_typed(assignments):
    found = read(assignments, notebook())

    assert values_of(found) == VALUES
    assert (found.learner, found.answered, found.asked) == ("ada", 6, 6)
    assert (found.noted, found.late) == ([], False)


def test_a_copy_that_was_not_touched_answers_nothing(assignments):
    data = notebook(answers={})
    for prompt in TEMPLATE.prompts:
        cell_of(data, prompt.id)["source"] = prompt.starter.replace("\n", " \r\n")

    found = read(assignments, data)

    assert (found.answers, found.answered, found.noted) == ([], 0, [])


def test_late_is_told_and_never_a_reason_to_refuse(assignments):
    found = read(assignments, notebook(), at=IN_TIME + dt.timedelta(seconds=1))

    assert found.late
    assert values_of(found) == VALUES
    assert found.weight is Weight.NOTE


PROMPTS = {prompt.id: prompt for prompt in TEMPLATE.prompts}


@pytest.mark.parametrize(
    ("prompt", "typed", "rows", "misfit"),
    [
        ("mood", "- [X] Stuck", [(0, "choice", "stuck")], False),
        ("mood", "* [ x ]  stuck ", [(0, "choice", "stuck")], False),
        ("mood", "1. [x] STUCK", [(0, "choice", "stuck")], False),
        ("mood", "☑ Stuck\n☐ Done", [(0, "choice", "stuck")], False),
        ("mood", "Stuck", [(0, "choice", "stuck")], False),
        ("mood", "## - [x] Stuck\n- [ ] Done", [(0, "choice", "stuck")], False),
        ("mood", "- [ ] [x] Stuck", [(0, "choice", "stuck")], False),
        ("mood", "- [] Stuck", [], False),
        (
            "mood",
            "- [x] Stuck\n- [x] Done",
            [(0, "choice", "stuck"), (1, "choice", "done")],
            True,
        ),
        ("mood", "- [x] Elated", [(0, "note", "Elated")], True),
        (
            "mood",
            "- [x] Stuck\n\nbut not for long",
            [(0, "choice", "stuck"), (0, "note", "but not for long")],
            False,
        ),
        ("mood", "A bit of both", [(0, "note", "A bit of both")], True),
        ("sure", "4", [(0, "scale", "4")], False),
        ("sure", "7", [(0, "note", "7")], True),
        ("until", "YYYY-MM-DD\n\n2026-10-05", [(0, "date", "2026-10-05")], False),
        ("until", "**٢٠٢٦-١٠-٠٥**", [(0, "date", "2026-10-05")], False),
        ("until", "# 2026-10-05", [(0, "date", "2026-10-05")], False),
        ("until", "5.10.2026", [(0, "text", "5.10.2026")], True),
        ("until", "2026-02-30", [(0, "text", "2026-02-30")], True),
        (
            "week",
            "*Write here.*\n\nIt went well.",
            [(0, "text", "It went well.")],
            False,
        ),
        (
            "week",
            "It *Write here.* went",
            [(0, "text", "It *Write here.* went")],
            False,
        ),
        ("goals", "Goal | Due\n-|-\nRead | May", None, False),
        ("goals", "## | Goal | Due |\n| - | - |\n| Read | May |", None, False),
        ("goals", "| due | GOAL |\n|:-:|--|\n| May | Read |", None, False),
        (
            "goals",
            "| Goal | Due |\n| --- | --- |\n| Read | May | and more |",
            [(0, "goal", "Read"), (0, "due_on", "May"), (0, "note", "and more")],
            True,
        ),
        (
            "goals",
            "| Goal | Due |\n| --- | --- |\n| a<br>b | |\n\nThat is all.",
            [(0, "goal", "a\nb"), (1, "note", "That is all.")],
            False,
        ),
        ("goals", "Read until May", [(0, "note", "Read until May")], True),
    ],
)
def test_answers_are_read_however_people_write_them(prompt, typed, rows, misfit):
    found = values_in(PROMPTS[prompt], typed)

    expected = [(0, "goal", "Read"), (0, "due_on", "May")] if rows is None else rows
    assert sorted(found.rows) == sorted(expected)
    assert found.misfit is misfit


RTL = '<div dir="rtl">\n\n{}\n\n</div>'


@pytest.mark.parametrize(
    ("prompt", "typed", "rows"),
    [
        ("week", "قرأت كتابًا.\n\nثم آخر.", [(0, "text", "قرأت كتابًا.\n\nثم آخر.")]),
        ("mood", ANSWERS["mood"], [(0, "choice", "stuck")]),
        ("until", "2026-10-05", [(0, "date", "2026-10-05")]),
        ("goals", ANSWERS["goals"].rpartition("\n")[0], None),
    ],
)
def test_what_is_written_from_right_to_left_is_read_without_its_wrapping(
    prompt, typed, rows
):
    plain = PROMPTS[prompt]
    asked = msgspec.structs.replace(plain, starter=RTL.format(plain.starter))
    expected = rows or [(0, "goal", "Read | write"), (0, "due_on", "May")]

    for source in (RTL.format(typed), typed):
        assert values_in(asked, source).rows == expected
        assert not values_in(asked, source).misfit
    assert not values_in(asked, asked.starter + "\n").rows


def pasted(data, cell_id, source, *, above):
    """Paste an answer's cell as JupyterLab does: a new id, the same metadata."""
    original = cell_of(data, cell_id)
    again = copy.deepcopy(original) | {"id": "0b1c-new", "source": source}
    del again["metadata"]["deletable"]
    at = data["cells"].index(original) + (0 if above else 1)
    data["cells"].insert(at, again)
    return data


@pytest.mark.parametrize("above", [True, False])
def test_a_pasted_answer_is_kept_beside_the_original(assignments, above):
    found = read(assignments, pasted(notebook(), "week", "Another.", above=above))

    assert values_of(found) == VALUES
    assert values_of(found, copy=1) == {("week", 0, "text", "Another.")}
    assert words_of(found) == {"answer-duplicated:week"}
    assert found.weight is Weight.PERSON


def test_of_a_pasted_answer_whose_original_is_empty_the_copy_is_the_answer(assignments):
    data = notebook(answers={})

    found = read(assignments, pasted(data, "week", "Here.", above=False))

    assert values_of(found) == {("week", 0, "text", "Here.")}
    assert not found.noted


def typed_anew(source, *, cell_type="markdown"):
    return {"cell_type": cell_type, "id": "new", "metadata": {}, "source": source}


@pytest.mark.parametrize("cell_type", ["markdown", "code", "raw"])
def test_an_answer_that_was_deleted_and_typed_anew_is_found_by_its_place(
    assignments, cell_type
):
    data = notebook()
    original = cell_of(data, "week")
    at = data["cells"].index(original)
    data["cells"][at] = typed_anew(ANSWERS["week"], cell_type=cell_type)

    found = read(assignments, data)

    assert values_of(found) == VALUES
    assert words_of(found) == {"matched-by-position:week"}
    assert {a.via for a in found.answers if a.prompt == "week"} == {"position"}


def test_an_answer_that_was_deleted_is_told(assignments):
    data = notebook()
    data["cells"].remove(cell_of(data, "week"))

    found = read(assignments, data)

    assert words_of(found) == {"answer-missing:week"}
    assert found.answered == 5


def test_text_beside_an_answer_and_before_all_questions_is_kept(assignments):
    data = notebook()
    at = data["cells"].index(cell_of(data, "week")) + 1
    data["cells"].insert(at, typed_anew("One thing more."))
    data["cells"].insert(1, typed_anew("Dear Grace,"))

    found = read(assignments, data)

    assert values_of(found) == VALUES | {("", 0, "text", "Dear Grace,")}
    assert values_of(found, copy=1) == {("week", 0, "text", "One thing more.")}
    assert words_of(found) == {
        "text-elsewhere",
        "answer-duplicated:week",
        "matched-by-position:week",
    }


def test_code_that_somebody_tried_out_is_no_answer(assignments):
    data = notebook()
    data["cells"].append(typed_anew("import math", cell_type="code"))

    assert read(assignments, data).noted == []


def test_what_was_typed_into_a_questions_own_cell_is_not_lost(assignments):
    data = notebook(answers={})
    cell_of(data, "week-question")["source"] += "\n\nI read a book."

    found = read(assignments, data)

    assert values_of(found) == {("week", 0, "text", "I read a book.")}
    assert words_of(found) == {"prompt-altered:week", "matched-by-position:week"}


@pytest.mark.parametrize("answer", ["mentorkit", "nbgrader", "id"])
def test_one_mark_of_three_is_enough(assignments, answer):
    data = notebook()
    for cell in data["cells"]:
        if answer != "mentorkit":
            cell["metadata"].pop("mentorkit", None)
        if answer != "nbgrader":
            cell["metadata"].pop("nbgrader", None)
        if answer != "id":
            cell["id"] = f"x{cell['id']}"

    found = read(assignments, data)

    ways = {"mentorkit": "mark", "nbgrader": "grade-id", "id": "cell-id"}
    assert values_of(found) == VALUES
    assert {each.via for each in found.answers} == {ways[answer]}
    assert found.weight is Weight.NOTE


WIDGET = "application/vnd.mentorkit.answer.v1+json"


def answered_by_widgets(values):
    data = notebook(answers={})
    for number, (prompt, value) in enumerate(values.items()):
        cell = typed_anew("mk.form()", cell_type="code") | {"id": f"form-{number}"}
        told = {WIDGET: {"schema": 1, "prompt": prompt, "value": value}}
        output = {"output_type": "display_data", "data": told, "metadata": {}}
        data["cells"].append(cell | {"outputs": [output], "execution_count": 1})
    return data


def test_what_widgets_left_in_outputs_is_read(assignments):
    values = {
        "week": ANSWERS["week"],
        "mood": "stuck",
        "helps": ["reading", "Practice"],
        "sure": "4",
        "goals": [{"goal": "Read | write", "due_on": "May"}, {"due_on": "June"}],
        "until": "2026-10-05",
    }

    found = read(assignments, answered_by_widgets(values))

    assert values_of(found) == VALUES
    assert {each.via for each in found.answers} == {"widget"}
    assert not found.noted


def test_what_is_typed_counts_before_what_a_widget_left(assignments):
    data = answered_by_widgets({"week": "By the form."})
    cell_of(data, "week")["source"] = "Typed."

    found = read(assignments, data)

    assert values_of(found) == {("week", 0, "text", "Typed.")}
    assert values_of(found, copy=1) == {("week", 0, "text", "By the form.")}
    assert words_of(found) == {"answer-duplicated:week"}


def test_a_friends_copy_is_refused_although_its_ticket_is_right(assignments):
    found = read(assignments, notebook(), sender=Sender("Ben Okri", "moodle"))

    assert words_of(found) == {"wrong-learner:ada, ben"}
    assert (found.learner, found.answers) == ("", [])


@pytest.mark.parametrize(
    "name", ["ada", "Ada Lovelace", "lovelaceada", "Lovelace, Ada", "ADA LOVELACE"]
)
def test_a_sender_is_known_by_handle_and_name(assignments, name):
    found = read(assignments, notebook(), sender=Sender(name, "canvas"))

    assert not found.noted


def test_a_sender_whom_nobody_knows_is_told_and_the_ticket_decides(assignments):
    found = read(assignments, notebook(), sender=Sender("al-1815", "github"))

    assert words_of(found) == {"unknown-sender:al-1815"}
    assert (found.learner, found.weight) == ("ada", Weight.NOTE)


def test_a_blank_copy_is_its_senders(assignments):
    data = notebook()
    for name in ("learner", "ticket", "assignment"):
        del data["metadata"]["mentorkit"][name]

    known = read(assignments, data, "x.ipynb", sender=Sender("Ben Okri", "moodle"))
    unknown = read(assignments, data, "x.ipynb")

    assert (known.learner, known.weight) == ("ben", Weight.NOTE)
    assert words_of(unknown) == {"unknown-learner"}


def test_each_file_is_read_against_the_assignment_that_it_names():
    both = Assignments([manifest("ada"), manifest("ada", assignment="week-2")])

    assert read(both, notebook()).assignment == "week-1"
    found = read(both, notebook(assignment="week-2"))
    assert (found.assignment, words_of(found)) == ("week-2", {"renamed"})
    assert words_of(read(both, notebook(assignment="week-3"))) == {
        "other-assignment:week-3"
    }


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("in/week-2--ada.ipynb", "learner-by-name:ada"),
        ("in/week-2/week-2--ada.ipynb", "learner-by-name:ada"),
        ("in/week-2/mine.ipynb", "unknown-learner"),
        ("in/mine.ipynb", "no-assignment"),
    ],
)
def test_a_file_that_names_no_assignment_is_of_the_one_that_its_path_names(path, word):
    both = Assignments([manifest("ada"), manifest("ada", assignment="week-2")])
    data = notebook() | {"metadata": {}}

    assert word in words_of(read(both, data, path))


def test_another_notebook_of_a_known_sender_is_no_hand_in(assignments):
    cells = [typed_anew("# My lab notes"), typed_anew("1 + 1", cell_type="code")]
    data = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}

    found = read(assignments, data, "in/lab.ipynb", sender=Sender("ada", "github"))

    assert words_of(found) == {"not-handed-out"}
    assert (found.answers, found.learner) == ([], "")


@pytest.mark.parametrize(
    ("path", "who", "channel"),
    [
        ("in/Ada Lovelace_12_assignsubmission_file_/a.ipynb", "Ada Lovelace", "moodle"),
        ("in/Ada Lovelace_12_assignsubmission_file_a.ipynb", "Ada Lovelace", "moodle"),
        ("in/Zoë O_Neil_12_assignsubmission_file/a.ipynb", "Zoë O_Neil", "moodle"),
        ("in/lovelaceada_31_877_week-1--ada-2.ipynb", "lovelaceada", "canvas"),
        ("in/lovelaceada_LATE_31_877_a.ipynb", "lovelaceada", "canvas"),
        ("in/week-1-al1815/a.ipynb", "al1815", "github"),
        ("submitted/ada/week-1/a.ipynb", "ada", "nbgrader"),
        (
            "inbound/ada+week-1+2026-10-16 21:00:00.5 UTC+Zm9v/a.ipynb",
            "ada",
            "nbgrader",
        ),
        ("in/week-1--ada.ipynb", None, None),
        ("in/my_notes_2026.ipynb", None, None),
    ],
)
def test_platforms_name_who_sent_a_file(path, who, channel):
    found = sender_of(path.split("/"), ["week-1"])

    assert (found and found.name, found and found.channel) == (who, channel)
    assert bool(found and found.late) == ("_LATE_" in path)
