"""Databases of an older layout: brought along on opening, once, whole, after a backup."""

import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

import mentorkit as mk
from by_hand import edit
from mentorkit.models import RECORDS
from mentorkit.store import Store, backups, restoring
from mentorkit.store.schema import METADATA, VERSION


LAYOUTS = Path(__file__).parents[1] / "data" / "layouts"


EARLIER = tuple(range(1, VERSION))
"""The layouts that there were."""


def older_file(path, layout=1):
    with sqlite3.connect(path) as raw:
        raw.executescript((LAYOUTS / f"{layout}-sqlite.sql").read_text("utf-8"))
        raw.execute("pragma journal_mode = wal")
    raw.close()
    return path


@pytest.fixture
def layout():
    """Which layout the older database has: the first, where a test needs only one."""
    return 1


@pytest.fixture
def older(database, layout, request):
    """Where a database lies as an earlier layout had it."""
    if not isinstance(database, str):
        yield older_file(database, layout)
        return
    server = request.getfixturevalue("server")
    name = server.new_database()
    with psycopg.connect(server.url(name), autocommit=True) as raw:
        raw.execute((LAYOUTS / f"{layout}-postgresql.sql").read_text("utf-8"))
    yield server.url(name)
    server.drop(name)


MADE = {
    2: {
        *("profiles", "concerns", "competencies", "evidence", "opportunities"),
        *("attendance", "resources", "items", "assessments", "responses"),
    },
    4: {"review_runs", "submissions", "receipts"},
    5: set(),
}
MADE[3] = MADE[4]
MADE[2] |= MADE[3]
MADE[1] = MADE[2] | {"charters", "consents"}
"""The tables that each layout did not have."""

every_layout = pytest.mark.parametrize("layout", EARLIER)


def shape(store):
    """Return what a database holds its tables to, whatever the order of columns."""
    with store._database.reading() as connection:
        inspector = sa.inspect(connection)
        return {
            name: {
                "columns": {
                    each["name"]: (str(each["type"]), each["nullable"], each["default"])
                    for each in inspector.get_columns(name)
                    if name != "changes" or each["name"] != "seq"
                },
                "key": inspector.get_pk_constraint(name)["constrained_columns"],
                "checks": {
                    each["name"]: normal(each["sqltext"])
                    for each in inspector.get_check_constraints(name)
                },
                "references": {
                    (*each["constrained_columns"], each["referred_table"])
                    for each in inspector.get_foreign_keys(name)
                },
                "once": {
                    (each["name"], *each["column_names"])
                    for each in inspector.get_unique_constraints(name)
                },
                "indexes": indexes(connection, name),
            }
            for name in METADATA.tables
        }


def indexes(connection, table):
    """Return what makes each index, expressions and conditions included."""
    query = {
        "sqlite": "select name, sql from sqlite_master"
        " where type = 'index' and sql is not null and tbl_name = :name",
        "postgresql": "select indexname, indexdef from pg_indexes"
        " where schemaname = 'mentorkit' and tablename = :name",
    }[connection.dialect.name]
    found = connection.execute(sa.text(query), {"name": table}).all()
    return {name: normal(sql) for name, sql in found}


def normal(sql):
    return " ".join(sql.split())


def strict(path):
    with sqlite3.connect(path) as raw:
        query = "select name, sql from sqlite_master where type = 'table'"
        found = dict(raw.execute(query).fetchall())
    raw.close()
    return {name for name, sql in found.items() if sql.rstrip().endswith("STRICT")}


@every_layout
def test_an_older_database_opens_in_the_present_layout_with_all_it_held(older):
    store = Store(older)

    (goal,) = store.rows("goals")
    assert (goal["title"], goal["target"]) == ("Read one book", 250)
    assert [row["summary"] for row in store.rows("sessions")] == ["We talked"]
    assert [row["asks_consent"] for row in store.rows("programs")] in ([0], [False])
    assert len(store.history("goals", goal["goal_id"])) == 2
    assert store.check().ok, store.check()
    store.add(
        [
            mk.Charter(mentorship_id="ada-grace", section="ending", text="In May"),
            mk.Evidence(person_id="ada", mentorship_id="ada-grace", title="A talk"),
        ],
        "ada",
    )
    store.undo(by="ada")
    assert store.check().ok, store.check()
    store.close()


# An index on an expression is compared by what SQLite itself tells of it.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression")
@every_layout
def test_it_is_then_like_one_that_was_laid_out_today(older):
    store = Store(older)
    new = shape(store)
    store.close()
    if isinstance(older, str):
        edit(
            older, "DROP SCHEMA mentorkit CASCADE", "DROP SCHEMA mentorkit_seen CASCADE"
        )
        Store.create(older).close()
        today = Store(older)
    else:
        today = Store.create(older.with_name("today.db"))
        assert strict(older) == strict(today.place) == {*METADATA.tables}

    assert new == shape(today)
    today.close()


@pytest.mark.file
def test_a_file_is_backed_up_before(older):
    Store(older).close()

    (kept,) = (older.parent / "backups").glob("*.db")
    assert "-layout-1" in kept.name
    with sqlite3.connect(kept) as raw:
        assert raw.execute("select version from schema_info").fetchall() == [(1,)]
    raw.close()


def test_a_server_keeps_the_tables_as_they_were(server):
    name = server.new_database()
    url = server.url(name)
    with psycopg.connect(url, autocommit=True) as raw:
        raw.execute((LAYOUTS / "1-postgresql.sql").read_text("utf-8"))
    Store(url).close()

    with psycopg.connect(url) as raw:
        kept = raw.execute("select title from mentorkit_layout_1.goals").fetchall()
        version = raw.execute("select version from mentorkit_layout_1.schema_info")
        assert (kept, version.fetchone()) == ([("Read one book",)], (1,))
    server.drop(name)


OPEN = textwrap.dedent(
    """
    import sys
    from mentorkit.store import Store

    sys.stdin.readline()
    store = Store(sys.argv[1])
    print(len(store.rows("goals")), flush=True)
    store.close()
    """
)


def process(code, *words):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_several_that_open_it_at_once_bring_it_along_once(older):
    started = [process(OPEN, older) for _ in range(4)]
    for each in started:
        each.stdin.write("go\n")
        each.stdin.flush()

    answers = [each.communicate(timeout=120) for each in started]

    assert [out for out, _ in answers] == ["1\n"] * 4, answers
    if not isinstance(older, str):
        assert len(list((older.parent / "backups").glob("*.db"))) == 1


SLOW = textwrap.dedent(
    """
    import sys, time
    from mentorkit.store import Store, steps

    real = steps.STEPS[2]

    def slowly(operations):
        real(operations)
        print("in the middle", flush=True)
        time.sleep(60)

    steps.STEPS[2] = slowly
    Store(sys.argv[1])
    """
)


def test_whoever_is_killed_in_the_middle_leaves_it_as_it_was(older):
    halfway = process(SLOW, older)
    assert halfway.stdout.readline() == "in the middle\n", halfway.communicate()
    halfway.kill()
    halfway.communicate()
    version = older_version(older)
    store = Store(older)

    assert version == 1
    assert len(store.rows("goals")) == 1
    assert store.check().ok
    store.close()


def older_version(place):
    query = "select version from schema_info"
    if isinstance(place, str):
        with psycopg.connect(place, options="-c search_path=mentorkit") as raw:
            for _ in range(100):  # the server takes a moment to see that it is gone
                held = "select count(*) from pg_locks where locktype = 'advisory'"
                if not raw.execute(held).fetchone()[0]:
                    break
                time.sleep(0.1)
            return raw.execute(query).fetchone()[0]
    with sqlite3.connect(place) as raw:
        (version,) = raw.execute(query).fetchone()
    raw.close()
    return version


def test_only_the_owner_brings_a_server_along(server):
    name = server.new_database()
    with psycopg.connect(server.url(name), autocommit=True) as raw:
        raw.execute((LAYOUTS / "1-postgresql.sql").read_text("utf-8"))
        raw.execute(f"create role member_{name} login password 'x'")
        raw.execute(f"grant usage on schema mentorkit, mentorkit_seen to member_{name}")
        raw.execute(f"grant select on mentorkit.schema_info to member_{name}")
    try:
        with pytest.raises(mk.NotAllowed, match=r"Only the owner.*layout"):
            Store(server.url(name, f"member_{name}", "x"))
    finally:
        server.drop(name)
        server.sql(f"drop role member_{name}")


def test_logins_keep_their_access_through_it(server):
    name = server.new_database()
    url = server.url(name)
    with psycopg.connect(url, autocommit=True) as raw:
        raw.execute((LAYOUTS / "1-postgresql.sql").read_text("utf-8"))
        raw.execute(f"create role ada_{name} login password 'x'")
        raw.execute(
            "insert into mentorkit.logins select %s, person_id from mentorkit.people"
            " where handle = 'ada'",
            [f"ada_{name}"],
        )
    Store(url).close()
    ada = Store(server.url(name, f"ada_{name}", "x"))

    assert [row["title"] for row in ada.rows("goals")] == ["Read one book"]
    ada.add(
        [mk.Charter(mentorship_id="ada-grace", section="cadence", text="Weekly")], "ada"
    )
    ada.close()
    server.drop(name)
    server.sql(f"drop role ada_{name}")


def test_a_backup_of_an_older_layout_is_restored_in_the_present_one(
    store, tmp_path, clock
):
    old = older_file(tmp_path / "old.db")
    before = old.read_bytes()

    done = restoring.restore(store.place, old, clock(), tmp_path / "kept.db")

    assert [row["title"] for row in store.rows("goals")] == ["Read one book"]
    assert store.rows("charters") == []
    assert store.check().ok
    assert done.contents.layout == 1
    assert old.read_bytes() == before
    names = {path.name for path in tmp_path.rglob("*.db")}
    assert not [name for name in names if "layout" in name]


def test_a_step_leads_to_every_layout():
    from mentorkit.store.steps import STEPS  # noqa: PLC0415 - brings Alembic

    assert sorted(STEPS) == list(range(2, VERSION + 1))


@pytest.mark.file
def test_a_database_that_does_not_hold_together_is_left_as_it_was(older):
    edit(older, "update goals set owner_id = 'p-gone'")

    with pytest.raises(mk.StorageError, match="left as it is"):
        Store(older)

    assert older_version(older) == 1


@pytest.mark.file
def test_where_no_backup_can_be_made_nothing_is_changed(older):
    (older.parent / "backups").write_text("in the way")

    with pytest.raises(mk.StorageError, match="Nothing was changed"):
        Store(older)

    assert older_version(older) == 1


@every_layout
def test_every_table_is_there_in_an_earlier_layout_or_made_by_a_step(older, layout):
    store = Store(older)
    held = {record.table: len(store.rows(record.table)) for record in RECORDS}
    assert {table for table, rows in held.items() if not rows} == MADE[layout]
    assert held["people"] == held["members"] == 2
    store.close()


def test_backups_before_and_after_can_be_told_apart(older, tmp_path):
    store = Store(older)
    made = backups.back_up(store.place, tmp_path / "now.db")
    store.close()

    assert made.layout == VERSION
