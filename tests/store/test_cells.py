"""Cells: what a spreadsheet would run is disarmed, and every text comes back."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentorkit.models import RECORDS, Goal, Person, Program, Progress
from mentorkit.models.cells import as_typed, disarmed
from mentorkit.store.csv_files import read_folder, write_file


DANGEROUS = tuple("=+-@\t\r＝＋－＠")

awkward = st.text(
    st.one_of(
        st.sampled_from("=+-@\t\r\n'\"\\,;| aä美\u2028\x85\ufeff＝"),
        st.characters(codec="utf-8", exclude_characters="\0"),
    )
)


@given(text=awkward)
@example(text="'=1+1")
@example(text="''")
@example(text="'tis")
def test_every_text_comes_back_from_its_cell(text):
    assert as_typed(disarmed(text)) == text


@given(text=awkward)
def test_no_disarmed_cell_begins_as_a_formula(text):
    assert not disarmed(text).startswith(DANGEROUS)


@pytest.mark.parametrize("text", ["", "plain", "'tis", "a=1", "1-2", "”=1"])
def test_a_text_that_runs_nowhere_is_left_as_it_is(text):
    assert disarmed(text) == text


@given(texts=st.lists(awkward.map(str.strip).filter(bool), min_size=1, max_size=4))
@example(texts=["a\rb"])
@example(texts=['"', '",\n"', "'\r"])
def test_a_file_gives_back_every_text_that_was_written(tmp_path_factory, texts):
    folder = tmp_path_factory.mktemp("cells")
    programs = [
        Program(handle=f"p{number}", name="N", purpose=text)
        for number, text in enumerate(texts)
    ]

    write_file(Program, [program.model_dump() for program in programs], folder)

    reading = read_folder(folder)
    assert reading.problems == []
    found = {line.record.id: line.record for line in reading.lines}
    assert found == {program.id: program for program in programs}


def test_the_bytes_hold_no_formula_and_numbers_and_ids_as_they_are(tmp_path):
    row = Program(handle="first", name="-5", purpose="=cmd|' /C calc'!A0").model_dump()

    file = write_file(Program, [row], tmp_path)

    content = file.read_bytes()
    assert b",'-5,'=cmd|' /C calc'!A0," in content
    assert content.endswith(b"\r\n")
    cells = next(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert cells["program_id"] == row["program_id"]
    assert cells["cadence_days"] == "14"


def test_negative_numbers_are_not_touched(store, tmp_path):
    store.add([Goal(goal_id="g-1", mentorship_id="ada-grace", title="A goal")], "grace")
    store.add([Progress(goal_id="g-1", value=-2.5, level=-1)], "grace")

    file = write_file(Progress, store.rows("progress"), tmp_path)

    (row,) = csv.DictReader(io.StringIO(file.read_text(), newline=""))
    assert (row["value"], row["level"]) == ("-2.5", "-1")


def test_only_texts_without_a_pattern_can_look_like_a_formula():
    free = {field.name for field in Person.fields() if field.free_text}

    assert free == {"name", "email", "timezone", "language", "org_unit"}
    for record in RECORDS:
        assert not record.field(record.key()).free_text
