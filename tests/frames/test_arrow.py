"""Large tables of a server, read by its Arrow driver: the same frames, the same moment."""

import datetime as dt

import pandas as pd
import pytest

import mentorkit as mk
from mentorkit.frames.tidy import frame_of
from mentorkit.models import RECORDS
from mentorkit.store import Store, arrow, restoring
from mentorkit.store.arrow import ArrowRows


@pytest.fixture(scope="module")
def program(server, demo_folder, tmp_path_factory):
    """The demo program on a server."""
    name = server.new_database()
    kept = tmp_path_factory.mktemp("kept") / "kept.db"
    now = dt.datetime(2026, 10, 8, tzinfo=dt.UTC)
    backup = demo_folder / "mentorkit.db"
    restoring.restore(server.url(name), backup, now, kept)
    yield name
    server.drop(name)


@pytest.fixture
def store(server, program):
    made = Store(server.url(program))
    yield made
    made.close()


@pytest.fixture
def at_once(monkeypatch):
    """Let the driver read every table, however small."""
    monkeypatch.setattr(arrow, "MANY", 1)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_frame_is_the_same_whichever_way_its_rows_arrive(store, record, monkeypatch):
    one_by_one = store.rows(record.table)
    monkeypatch.setattr(arrow, "MANY", 1)
    at_once = store.rows(record.table)

    assert isinstance(at_once, ArrowRows)
    assert not isinstance(one_by_one, ArrowRows)
    pd.testing.assert_frame_equal(
        frame_of(record, at_once), frame_of(record, one_by_one)
    )
    key = record.key()
    assert sorted(at_once, key=lambda row: row[key]) == sorted(
        one_by_one, key=lambda row: row[key]
    )


@pytest.mark.usefixtures("at_once")
def test_what_is_read_at_once_belongs_to_its_moment(store, server, program):
    other = Store(server.url(program))
    with store.one_moment() as moment:
        before = len(moment.rows("people", {"handle": ["amara"]}))
        (added,) = other.add([mk.Person(handle="late", name="Late")], "ingrid")
        handles = moment.rows("people").columns["handle"]
        after = store.rows("people").columns["handle"]
    other.erase("people", added.id, by="ingrid")
    other.close()

    assert before == 1
    assert "late" not in handles
    assert "late" in after


@pytest.mark.usefixtures("at_once")
def test_a_login_reads_at_once_what_it_may_and_no_more(store, server, program):
    login = f"ingrid_{program}"
    word = store.grant("ingrid", login).password
    mine = Store(server.url(program, login, word))
    try:
        rows = mine.rows("reflections")
        circles = mine.rows("mentorships").columns["handle"]
    finally:
        mine.close()
        store.revoke("ingrid")
        server.sql(f"DROP ROLE {login}")

    assert isinstance(rows, ArrowRows)
    assert "amara-ingrid" in circles
    assert 0 < len(circles) < len(store.rows("mentorships"))
    assert set(rows.columns["mentorship_id"]) < set(
        store.rows("reflections").columns["mentorship_id"]
    )


def test_a_small_table_is_read_as_everywhere(store):
    assert not isinstance(store.rows("programs"), ArrowRows)


@pytest.mark.usefixtures("at_once")
def test_without_the_driver_everything_works(store, monkeypatch):
    monkeypatch.setattr(arrow, "find_spec", lambda _: None)

    rows = store.rows("goals")

    assert rows
    assert not isinstance(rows, ArrowRows)
