"""A program's own files become tables: understood, or left out with a note."""

from __future__ import annotations

import pytest
from tests.harbor.conftest import SOURCE, one
from tests.harbor.tidy import tidy

from mentorkit.models import RECORDS, record_of


NEVER_ASKED = {
    *("charters", "consents", "profiles", "concerns", "competencies", "evidence"),
    *("opportunities", "attendance", "resources", "items", "assessments", "responses"),
    "review_runs",
    *("submissions", "receipts"),
}
"""What this program has no file about."""


def noted(notes, place, words):
    return [n for n in notes if n.startswith(place) and words in n]


def record(table, row):
    kept = {name: value for name, value in row.items() if value}
    return record_of(table)(**kept)


def test_every_row_is_a_valid_record(tables):
    records = [record(table, row) for table, rows in tables.items() for row in rows]

    assert len(records) == sum(COUNTS.values())


def test_every_table_is_written_with_columns_of_its_record(tables):
    columns = {table: list(rows[0]) for table, rows in tables.items()}

    assert set(columns) == {r.table for r in RECORDS} - NEVER_ASKED
    for table, names in columns.items():
        known = [field.name for field in record_of(table).fields()]
        assert names == [name for name in known if name in names]


def test_each_reference_leads_to_a_row(tables):
    targets = {
        table: {
            row[key]
            for row in rows
            for key in (record_of(table).key(), "handle")
            if key in row
        }
        for table, rows in tables.items()
    }

    lost = [
        (table, field.name, row[field.name])
        for table, rows in tables.items()
        for row in rows
        for field in record_of(table).fields()
        if field.about.ref and row.get(field.name)
        if row[field.name] not in targets[field.about.ref]
    ]

    assert lost == []


def test_no_id_and_no_unique_value_occurs_twice(tables):
    for table, rows in tables.items():
        keys = [(record_of(table).key(),), *record_of(table).unique]
        for columns in keys:
            values = [tuple(row[c] for c in columns) for row in rows]

            assert len(set(values)) == len(values), (table, columns)


COUNTS = {
    "programs": 1,
    "people": 18,  # 20 sign-ups, one blank and one twice
    "enrollments": 19,  # one of them is mentee and mentor
    "mentorships": 12,  # 13 pairs, one with somebody unknown
    "members": 24,
    "goals": 20,  # 22, two of them under a name that two people bear
    "milestones": 60,
    "progress": 18,  # two are n/a
    "sessions": 69,  # 70, one on a day that doesn't exist
    "actions": 77,
    "reflections": 59,
    "decisions": 8,
}


def test_each_row_of_the_files_is_in_a_table_or_in_a_note(tables):
    counts = {table: len(rows) for table, rows in tables.items()}

    assert counts == COUNTS


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("pairs.csv, row 14:", "nobody@harbor.example never signed up; the pair was"),
        ("session log.csv, row 71:", "31/02/2026 is not a day"),
        ("signup.csv, row 21:", "blank; left out"),
        ("signup.csv, row 20:", "signed up before, in row 4; the newest answer wins"),
        ("signup.csv, row 10:", "known by tom@harbor.example alone"),
        ("signup.csv, row 11:", "known by tom.b@harbor.example alone"),
        ("goals.csv, row 18:", "“Tom” may be tom@harbor.example or tom.b@"),
        ("goals.csv, row 20:", "“tom” may be tom@harbor.example or tom.b@"),
        ("goals.csv, rows 13, 14:", "n/a: no progress"),
        ("goals.csv, row 17:", "“end of September” was read as 2026-09-30"),
        ("goals.csv, rows 2, 3,", "DONE milestones have no day of their own"),
        ("signup.csv, row 9:", "“about 3” hours a month were read as 3"),
        ("session log.csv, rows 6, 11,", "begins with “=”"),
        ("session log.csv, rows 8, 25, 39:", "CONFIDENTIAL"),
        ("session log.csv, rows 10, 12,", "its status is moved"),
        ("session log.csv, rows 10, 12,", "names Ravi, who is not of this pair"),
        ("session log.csv, rows 58, 66,", "status is no_show"),
        ("session log.csv, rows 4, 9,", "one action for each of the two"),
        ("signup.csv, rows 2, 6,", "“Anything we should know”; left out"),
    ],
)
def test_each_oddity_is_noted_with_its_file_and_row(notes, place, words):
    found = noted(notes, place, words)

    assert len(found) == 1


def test_notes_do_not_repeat_what_was_told_in_confidence(notes):
    text = "\n".join(notes)

    assert "leaving the team" not in text
    assert "Screen reader" not in text


def test_the_newest_of_two_sign_ups_wins(tables):
    amina = one(tables["enrollments"], person_id="amina")

    assert float(amina["hours_per_month"]) == 5


def test_somebody_who_joins_as_both_is_enrolled_twice_and_waits_where_unpaired(tables):
    mentee = one(tables["enrollments"], person_id="sofia", role="mentee")
    mentor = one(tables["enrollments"], person_id="sofia", role="mentor")

    assert mentee["status"] == "waiting"
    assert mentor["status"] == "active"
    assert mentor["capacity"] == "2"


def test_addresses_in_capitals_or_with_spaces_are_the_same_people(tables):
    emails = {row["email"] for row in tables["people"]}

    assert {"meiling@harbor.example", "jo@harbor.example"} <= emails
    assert emails == {email.strip().lower() for email in emails}


def test_somebody_whose_address_begins_with_null_is_a_person(tables):
    person = one(tables["people"], handle="null")

    assert person["name"] == 'Robert "Bob" Null'
    assert one(tables["mentorships"], handle="null-jo")["mode"] == "group"


@pytest.mark.parametrize(
    ("owner", "titles"),
    [
        ("tom", ["Present the churn analysis to the leadership team"]),
        (
            "tom.b",
            [
                "Cut the nightly report from 42 to 10 minutes",
                "Interview for a senior analyst post",
            ],
        ),
    ],
    ids=["Tom", "tom"],
)
def test_two_people_of_one_name_have_only_the_goals_under_their_address(
    tables, owner, titles
):
    goals = [row["title"] for row in tables["goals"] if row["owner_id"] == owner]

    assert goals == titles


def test_goals_under_an_address_and_under_a_name_belong_to_one_person(tables):
    owners = [row["owner_id"] for row in tables["goals"]]

    assert [owners.count(who) for who in ("zoe", "meiling", "mj", "ngozi")] == [2] * 4


def test_a_goal_is_set_when_its_pair_began_and_due_when_it_was_said(tables):
    goal = one(tables["goals"], goal_id="g16")

    assert (goal["owner_id"], goal["set_on"]) == ("tom", "2026-07-04")
    assert goal["due_on"] == "2026-09-30"


def test_a_milestone_that_is_done_was_done_on_its_day(tables):
    done = [row for row in tables["milestones"] if row["status"] == "done"]

    assert {row["done_on"] == row["due_on"] for row in done} == {True}
    assert len(done) == 35


def test_the_same_files_give_the_same_tables(tidied, tmp_path):
    tidy(SOURCE, tmp_path)

    again = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    first = {path.name: path.read_bytes() for path in tidied[0].iterdir()}

    assert again == first
