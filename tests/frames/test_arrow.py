"""Large tables of a server, read as columns: the same frames, the same moment."""

import datetime as dt
import itertools

import pandas as pd
import psycopg
import pytest

import mentorkit as mk
from by_hand import edit, without_checks
from mentorkit.frames.tidy import frame_of
from mentorkit.models import RECORDS, record_of
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


TOLD = [record for record in RECORDS if not record.automatic]
"""The tables that a demo program has rows of."""


@pytest.fixture
def store(server, program):
    made = Store(server.url(program))
    yield made
    made.close()


@pytest.fixture
def at_once(monkeypatch):
    """Let every table be read as columns, however small."""
    monkeypatch.setattr(arrow, "MANY", 1)


@pytest.mark.parametrize("record", TOLD, ids=lambda record: record.table)
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
def test_without_pyarrow_everything_works(store, monkeypatch):
    monkeypatch.setattr(arrow, "find_spec", lambda _: None)

    rows = store.rows("goals")

    assert rows
    assert not isinstance(rows, ArrowRows)


TEXTS = (
    None,
    "",
    "\"quoted\", 'so', \\x41 \\N \\.",
    "lines\nand\r\nmore\r",
    "tabs\tand\x1f\x01 marks",
    "Zoë 鷹 👩🏽‍🚀 \u202eback\u202c",
    "NULL",
    "=1+1, €",
)
"""What people type, and an empty text, which only others' hands put there."""


@pytest.mark.usefixtures("at_once")
def test_every_value_arrives_as_it_is(store, server, program):
    columns = {
        "summary": TEXTS,
        "starts_at": ("1999-12-31T23:59:59.999999Z", "2026-03-29T01:30:00.000001Z"),
        "minutes": (None, 1, 1440),
        "medium": (None, "video", "in_person"),
    }
    ids = sorted(store.rows("sessions").columns["session_id"])[: len(TEXTS)]
    with psycopg.connect(
        server.url(program), options="-c search_path=mentorkit"
    ) as raw:
        for name, values in columns.items():
            for row_id, value in zip(ids, itertools.cycle(values), strict=False):
                raw.execute(
                    f"update sessions set {name} = %s where session_id = %s",
                    [value, row_id],
                )
    rows = store.rows("sessions")
    found = {row["session_id"]: row for row in rows}

    assert isinstance(rows, ArrowRows)
    for name, values in columns.items():
        told = [found[row_id][name] for row_id in ids]
        assert told == [*itertools.islice(itertools.cycle(values), len(ids))]
    frame = frame_of(record_of("sessions"), rows).set_index("session_id")
    assert frame.loc[ids, "summary"].isna().tolist() == [True] + [False] * 7
    assert frame.loc[ids[1:], "summary"].tolist() == [*TEXTS[1:]]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("texts", [("abcd", "éé", "鷹x"), ("",), (None, "abcd")])
def test_texts_of_one_length_arrive_as_they_are(store, server, program, texts):
    ids = sorted(store.rows("sessions").columns["session_id"])
    wanted = dict(zip(ids, itertools.cycle(texts), strict=False))
    with psycopg.connect(
        server.url(program), options="-c search_path=mentorkit"
    ) as raw:
        raw.cursor().executemany(
            "update sessions set objective = %s where session_id = %s",
            [(text, row_id) for row_id, text in wanted.items()],
        )
    rows = store.rows("sessions")

    assert isinstance(rows, ArrowRows)
    found = zip(rows.columns["session_id"], rows.columns["objective"], strict=True)
    assert dict(found) == wanted


@pytest.mark.usefixtures("at_once")
def test_numbers_days_and_flags_arrive_as_they_are(store):
    numbers, flags = [None, 0.1, -1e300, 5e-324], [True, None, False]
    days = [dt.date(1987, 1, 5), None, dt.date(2100, 2, 28)]
    goals = [
        mk.Goal(mentorship_id="amara-ingrid", title="x", target=number)
        for number in numbers
    ]
    resources = [
        mk.Resource(handle=f"r-{n}", title="x", kind="book", captions=flag)
        for n, flag in enumerate(flags)
    ]
    milestones = [
        mk.Milestone(goal_id=goals[0].id, title="x", due_on=day) for day in days
    ]
    store.add([*goals, *resources, *milestones], "ingrid")

    def told(made, name):
        rows = store.rows(made[0].table)
        assert isinstance(rows, ArrowRows)
        found = {row[made[0].key()]: row[name] for row in rows}
        return [found[row.id] for row in made]

    assert told(goals, "target") == numbers
    assert told(resources, "captions") == flags
    assert told(milestones, "due_on") == ["1987-01-05", None, "2100-02-28"]
    store.undo(by="ingrid")


@pytest.mark.usefixtures("at_once")
def test_what_a_server_cannot_line_up_is_read_row_by_row(store, monkeypatch):
    monkeypatch.setattr(arrow, "_query", lambda *_: "SELECT repeat('x', 2000000000)")

    with store.one_moment() as moment:
        rows = moment.rows("goals")
        people = moment.rows("people", {"handle": ["amara"]})

    assert rows
    assert not isinstance(rows, ArrowRows)
    assert len(people) == 1


@pytest.mark.usefixtures("at_once")
def test_a_word_that_the_model_does_not_have_is_still_told(server, store, program):
    url = server.url(program)
    ids = store.rows("decisions").columns["decision_id"]
    edit(
        url,
        *without_checks(url, "decisions"),
        f"update decisions set about = 'odd' where decision_id = '{ids[0]}'",
    )

    assert "odd" in store.rows("decisions").columns["about"]
