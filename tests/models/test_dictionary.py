"""The data dictionary and the table schemas: made from the models, and nothing else."""

import re
from pathlib import Path

import pytest

from mentorkit.models import RECORDS, Goal, Milestone, Session
from mentorkit.models.data_package import table_schema
from mentorkit.models.dictionary import entries, page, rules


PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_in_the_docs_is_what_the_models_say():
    assert PAGE.read_text("utf-8") == page(), "Run: just dictionary"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_the_page_tells_every_column_word_and_label(record):
    section = re.search(rf"## {record.table}\n(.*?)(\n## |\Z)", page(), re.DOTALL)[1]

    for field in record.fields():
        assert f"| `{field.name}` | {field.about.label} |" in section
        for word in field.vocabulary or ():
            assert f"{word.value} ({word.label})" in section


def test_every_row_of_the_page_has_as_many_cells_as_its_heading():
    rows = [line for line in page().splitlines() if line.startswith("|")]

    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {8}


def test_rules_are_told_with_the_labels_that_people_know():
    assert rules(Goal) == [
        "The due date cannot be before “Set on”, the day the goal was set."
    ]
    assert "Only a milestone whose status is done has a day it was done." in rules(
        Milestone
    )


def test_readers_and_limits_are_told_in_words():
    told = {entry["column"]: entry for entry in entries(Goal)}
    note = {entry["column"]: entry for entry in entries(Session)}["private_note"]

    assert told["importance"]["limits"] == "0 to 3"
    assert told["baseline_level"]["limits"] == "−2 to 2"
    assert told["baseline_level"]["required"] == "when left out: -1"
    assert told["owner_id"]["type"] == "reference to people"
    assert told["title"]["readers"] == "the row’s circle"
    assert note["readers"] == "its author alone"
    assert note["limits"] == "100,000 characters at most"


def test_a_schema_states_what_the_model_holds_to():
    schema = table_schema(Goal)
    fields = {field["name"]: field for field in schema["fields"]}

    assert schema["fieldsMatch"] == "exact"
    assert schema["missingValues"] == [""]
    assert schema["primaryKey"] == ["goal_id"]
    assert {
        "fields": ["superseded_by"],
        "reference": {"resource": "", "fields": ["goal_id"]},
    } in schema["foreignKeys"]
    assert fields["title"]["constraints"] == {
        "minLength": 1,
        "maxLength": 200,
        "required": True,
    }
    assert fields["importance"]["constraints"]["maximum"] == 3
    assert fields["status"]["constraints"]["enum"][0] == "draft"
    assert fields["status"]["categories"][0] == {"value": "draft", "label": "Draft"}
    assert fields["goal_id"]["constraints"]["pattern"] == "[A-Za-z0-9][A-Za-z0-9._-]*"
    assert fields["due_on"]["type"] == "date"


def test_a_text_that_was_taken_out_for_a_reader_is_not_required():
    fields = {f["name"]: f for f in table_schema(Goal, whole=False)["fields"]}

    assert "required" not in fields["title"]["constraints"]
    assert fields["mentorship_id"]["constraints"]["required"]


def test_an_apostrophe_before_a_formula_counts_for_free_texts_only():
    fields = {f["name"]: f for f in table_schema(Goal, apostrophes=True)["fields"]}

    assert fields["title"]["constraints"]["maxLength"] == 201
    assert fields["goal_id"]["constraints"] == {
        "pattern": "[A-Za-z0-9][A-Za-z0-9._-]*",
        "required": True,
    }
