"""Private text at rest: no byte shows it, and everything still reads it."""

import contextlib
import datetime as dt
import json
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

import mentorkit as mk
from mentorkit.models import RECORDS
from mentorkit.store import Store, backups
from mentorkit.store.schema import SEALED, TABLES
from sealed_program import (
    OPEN,
    PRIVATE,
    bytes_of,
    kept_as,
    lived_in,
    row,
    row_as_kept,
    shown_in,
)


def test_what_is_sealed_is_private_free_text_of_rows_of_a_mentorship():
    expected = {
        "milestones": {"success_means"},
        "progress": {"note"},
        "sessions": {"objective", "agenda", "summary", "private_note"},
        "reflections": {"prompt", "text"},
        "decisions": {"decision", "rationale"},
    }

    assert {k: set(v) for k, v in SEALED.items() if k in expected} == expected
    for record in RECORDS:
        for name in SEALED.get(record.table, ()):
            field = record.field(name)
            assert field.free_text
            assert field.about.reads != "all"
            assert all(name not in names for names in (record.order, *record.unique))
    assert "people" not in SEALED
    assert "title" not in SEALED["goals"]


def test_sealed_from_the_beginning_no_private_word_is_ever_kept(sealed, keys):
    goal, milestone, session = lived_in(sealed)

    held = kept_as(sealed)
    assert PRIVATE not in held
    assert OPEN in held
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert row(sealed, "goals", goal)["level_0"] == f"{PRIVATE} ünö — 鷹"
    assert row(sealed, "milestones", milestone)["success_means"] == f"{PRIVATE} two"
    assert row(sealed, "sessions", session)["summary"].count(PRIVATE) == 4000
    told = [(line["before"], line["after"]) for line in sealed.history("goals", goal)]
    assert told[1:] == [
        (f"{PRIVATE} one", f"{PRIVATE} five"),
        (f"{PRIVATE} five", f"{PRIVATE} six"),
        (f"{PRIVATE} six", f"{PRIVATE} five"),
    ]
    assert [path.suffix for path in keys.iterdir()] == [".key"]
    assert sealed.check().ok


@pytest.mark.file
def test_no_byte_of_the_file_its_log_or_a_backup_shows_a_private_word(sealed, tmp_path):
    lived_in(sealed)
    backups.back_up(sealed.place, tmp_path / "backups.db")

    found = bytes_of(tmp_path)

    assert {Path("mentorkit.db"), Path("mentorkit.db-wal"), Path("backups.db")} <= {
        *found
    }
    assert shown_in(tmp_path) == []
    assert any(OPEN.encode() in content for content in found.values())


def test_texts_of_the_greatest_length_are_sealed_and_longer_ones_still_refused(sealed):
    (goal,) = sealed.add(
        [mk.Goal(mentorship_id="ada-grace", title="t", specific="é" * 2000)], "ada"
    )

    assert row(sealed, "goals", goal.id)["specific"] == "é" * 2000
    with pytest.raises(mk.InvalidRecord, match="2000"):
        sealed.revise("goals", goal.id, {"specific": "é" * 2001}, by="ada")


def test_the_database_still_refuses_a_clear_text_that_is_too_long(sealed):
    (goal,) = sealed.add([mk.Goal(mentorship_id="ada-grace", title="t")], "ada")
    query = sa.update(TABLES["goals"]).values(specific="x" * 2001)

    with (
        pytest.raises(sa.exc.IntegrityError, match="goals_specific_long"),
        sealed._database.writing() as connection,
    ):
        connection.execute(query)

    assert row(sealed, "goals", goal.id)["specific"] is None


def test_the_past_is_read_with_its_texts_opened(sealed):
    goal, milestone, _ = lived_in(sealed)
    first = sealed.history("goals", goal)[0]["at"]

    then = sealed.rows("goals", as_of=first)
    erased = sealed.history("milestones", milestone)
    gone = next(line["at"] for line in erased if line["op"] == "erase")

    assert [r["specific"] for r in then] == [f"{PRIVATE} one"]
    before = sealed.rows("milestones", as_of=gone - dt.timedelta(microseconds=1))
    assert f"{PRIVATE} two" in {r["success_means"] for r in before}


def test_a_conflict_shows_what_was_written_not_how_it_is_kept(sealed):
    goal, *_ = lived_in(sealed)
    _, version = sealed.get("goals", goal)
    sealed.revise("goals", goal, {"specific": f"{PRIVATE} nine"}, by="grace")

    with pytest.raises(mk.Conflict) as caught:
        sealed.revise("goals", goal, {"specific": "mine"}, by="ada", version=version)

    assert caught.value.changed[-1]["after"] == f"{PRIVATE} nine"
    assert "sealed:" not in str(caught.value)


def test_nobody_types_what_looks_sealed(sealed, database, keys):
    goal, *_ = lived_in(sealed)
    stolen = row_as_kept(sealed, goal)

    for folder in (keys, None):
        with contextlib.closing(Store(database, keys=folder)) as store:
            mine = mk.Goal(mentorship_id="ada-mary", title="t", specific=stolen)
            with pytest.raises(mk.InvalidRecord, match="cannot begin with"):
                store.add([mine], "ada")
            with pytest.raises(mk.InvalidRecord, match="cannot begin with"):
                store.revise("goals", goal, {"relevant": stolen}, by="ada")


def test_a_decision_of_the_program_alone_stays_in_the_clear(sealed):
    sealed.add(
        [mk.Decision(program_id="first", decision="of all", rationale="r")], "grace"
    )
    sealed.add(
        [mk.Decision(mentorship_id="ada-grace", decision=PRIVATE, rationale=PRIVATE)],
        "grace",
    )

    assert "of all" in kept_as(sealed)
    assert PRIVATE not in kept_as(sealed)
    assert sealed.check().ok


@pytest.mark.file
def test_a_backup_of_a_server_or_a_file_holds_ciphertext_in_its_history(
    sealed, tmp_path
):
    lived_in(sealed)
    copy = tmp_path / "copy.db"
    backups.back_up(sealed.place, copy)

    with contextlib.closing(sqlite3.connect(copy)) as raw:
        lines = raw.execute("select before from changes where op = 'erase'").fetchall()

    values = [json.loads(before) for (before,) in lines]
    assert values
    assert all(v["success_means"].startswith("sealed:1:ms-") for v in values)
    assert all(v["title"] == OPEN for v in values)
