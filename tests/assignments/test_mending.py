"""Notebooks that would stop nbgrader's batch: mended copies, in which every answer is."""

import hashlib
import json

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from handed_out import VALUES, cell_of, notebook, values_of, words_of
from mentorkit.assignments.mending import mended
from mentorkit.assignments.opening import EPOCH
from mentorkit.assignments.remarks import Refused
from mentorkit.assignments.submission import Arrival
from stopping import stopping


ODD = dict(stopping(notebook(), "week"))


def read(assignments, data):
    held = data if isinstance(data, bytes) else data.encode()
    return assignments.read(Arrival("in/week-1--ada.ipynb", held, EPOCH, "file"))


def words(found):
    return [(each.mend.value, each.detail) for each in found.done]


def test_a_sound_notebook_needs_nothing():
    assert mended(json.dumps(notebook()).encode()).done == ()


@pytest.mark.parametrize("name", ODD)
def test_what_stops_nbgrader_is_mended_once_and_every_answer_kept(assignments, name):
    found = mended(ODD[name])

    assert found.done
    assert all(each.told("en") for each in found.done)
    assert mended(found.text.encode()).done == ()
    before, after = read(assignments, ODD[name]), read(assignments, found.text)
    assert values_of(after) >= VALUES
    assert values_of(before) - values_of(after) <= {("", 0, "text", "\ufffd")}
    valid = nbformat.reads(found.text, as_version=4)
    nbformat.validate(valid)
    MetadataValidator().validate_nb(valid)


def released():
    """Return what nbgrader hands out, with the sum by which it knows an answer."""
    data = notebook(answers={})
    mark = cell_of(data, "week")["metadata"]["nbgrader"]
    told = "*Write here.*markdownTrueTrueFalseweek0.0"
    mark["checksum"] = hashlib.md5(told.encode(), usedforsecurity=False).hexdigest()
    mark["cell_type"] = "markdown"
    return data


def marked(text):
    cells = json.loads(text)["cells"]
    marks = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in cells]
    return [
        (cell["id"], "".join(cell["source"]))
        for cell, mark in zip(cells, marks, strict=True)
        if mark == "week"
    ]


@pytest.mark.parametrize(
    ("original", "pasted", "kept"),
    [
        ("Mine.", "Mine too.", ("week", "Mine.")),
        ("*Write here.*", "Mine.", ("pasted-one", "Mine.")),
        ("*Write here.*", "*Write here.*", ("week", "*Write here.*")),
    ],
    ids=["both answered", "only the pasted one", "neither"],
)
def test_nbgrader_sees_the_cell_in_which_something_was_answered(original, pasted, kept):
    data = released()
    cell = cell_of(data, "week")
    again = json.loads(json.dumps(cell)) | {"id": "pasted-one", "source": pasted}
    cell["source"] = original
    data["cells"].insert(data["cells"].index(cell), again)

    found = mended(json.dumps(data).encode())

    assert words(found) == [("pasted", "week")]
    assert marked(found.text) == [kept]


def test_a_mark_of_which_nothing_is_left_is_made_of_ours():
    data = notebook()
    for name in ("week", "week-question"):
        cell_of(data, name)["metadata"]["nbgrader"] = {}

    cells = json.loads(mended(json.dumps(data).encode()).text)

    answer = cell_of(cells, "week")["metadata"]["nbgrader"]
    question = cell_of(cells, "week-question")["metadata"]["nbgrader"]
    assert (answer["grade"], answer["solution"], answer["grade_id"]) == (
        *(True, True),
        "week",
    )
    assert (question["locked"], question["grade_id"]) == (True, "week-question")


def test_where_questions_are_graded_an_answer_without_a_mark_stays_so():
    data = notebook()
    mark = cell_of(data, "week-question")["metadata"]["nbgrader"]
    mark |= {"task": True, "points": 1}
    cell_of(data, "week")["metadata"]["nbgrader"] = {}

    cells = json.loads(mended(json.dumps(data).encode()).text)

    assert "nbgrader" not in cell_of(cells, "week")["metadata"]


@pytest.mark.parametrize("data", [b"", b"{", b"<html>", b"\xff\xfe{\0", b'{"a": 1}'])
def test_what_is_no_notebook_cannot_be_mended(data):
    with pytest.raises(Refused):
        mended(data)


def test_nothing_odd_is_told_of_a_mended_copy(assignments):
    assert words_of(read(assignments, mended(ODD["answer pasted"]).text)) == set()
