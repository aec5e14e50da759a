"""A survey's answers, one column a question, become sheets and responses by a map."""

import pytest

import mentorkit as mk


pytestmark = pytest.mark.file

FILE = """Timestamp,Email,Time well used?,Could say it?,Anything else?
2026-08-20,keeper@mail.example,4,,
2026-08-27,keeper@mail.example,5,4,Shorter next time
"""

SHEETS = """
name = "pulse"
[sources.pulse]
file = "pulse.csv"
finds.me = { heading = "Email", find = "people", by = "email" }

[[rows]]
table = "assessments"
source = "pulse"
key = ["rater_id", "taken_on"]
[rows.columns]
instrument = { value = "session-pulse" }
wave = { value = "pulse" }
person_id = { value = "{me.id}" }
rater_id = { value = "{me.id}" }
taken_on = "Timestamp"
note = "Anything else?"
"""

ANSWERS = """
[[rows]]
name = "%(item)s"
table = "responses"
source = "pulse"
key = ["assessment_id", "item_id"]
when = { heading = "%(heading)s", filled = true }
[rows.columns]
assessment_id = { value = "{assessments.id}" }
item_id = { value = "session-pulse.%(item)s" }
value = "%(heading)s"
"""

QUESTIONS = {"time-well-used": "Time well used?", "said-it": "Could say it?"}


@pytest.fixture
def pulse(empty, tmp_path):
    """Return a function that imports a survey's answers as they arrive."""
    empty.add_instrument("session-pulse")
    empty.revise("people", "keeper", email="keeper@mail.example")
    parts = [ANSWERS % {"item": i, "heading": h} for i, h in QUESTIONS.items()]
    (tmp_path / "map.toml").write_text("".join([SHEETS, *parts]), "utf-8")

    def call(text=FILE):
        (tmp_path / "pulse.csv").write_text(text, "utf-8")
        return empty.import_files(tmp_path / "pulse.csv", tmp_path / "map.toml").counts

    call.ws = empty
    return call


def test_each_row_is_a_sheet_and_each_answer_a_row(pulse):
    counts = pulse()

    assert {table: tally["added"] for table, tally in counts.items()} == {
        "assessments": 2,
        "responses": 3,
    }
    answers = pulse.ws.responses()
    assert sorted(answers["value"]) == [4, 4, 5]
    assert set(answers["item"]) == {f"session-pulse.{item}" for item in QUESTIONS}
    assert set(pulse.ws.assessments()["note"].dropna()) == {"Shorter next time"}


def test_the_same_survey_again_changes_nothing_and_a_corrected_answer_its_row(pulse):
    pulse()

    assert not any(tally["added"] or tally["changed"] for tally in pulse().values())
    counts = pulse(FILE.replace("example,5,4", "example,5,3"))

    assert counts["responses"] == {"added": 0, "changed": 1, "unchanged": 2}
    assert sorted(pulse.ws.responses()["value"]) == [3, 4, 5]


def test_an_answer_off_the_scale_is_told_by_its_cell(pulse):
    with pytest.raises(mk.ImportRefused, match=r"row 2, Time well used\?.*from 1 to 5"):
        pulse(FILE.replace("example,4", "example,9"))

    assert pulse.ws.assessments().empty
