"""The past of some rows is what the past of all of them says, whatever happened since."""

import datetime as dt
from contextlib import suppress

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mentorkit as mk
from mentorkit.models import RECORDS, Mentorship
from mentorkit.store import Store, arrow
from mentorkit.store.arrow import ArrowRows
from mentorkit.store.schema import HOLDS


GOALS = st.sampled_from(["g-1", "g-2", "g-3"])
SIGNERS = st.sampled_from(["ada", "grace"])
PAIRS = st.sampled_from(["ms-1", "ms-2"])
DAYS = (None, dt.date(2026, 12, 1))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["add", "import"]), SIGNERS, GOALS, PAIRS),
        st.tuples(st.just("mentorship_id"), SIGNERS, GOALS, PAIRS),
        st.tuples(st.just("title"), SIGNERS, GOALS, st.sampled_from(["One", "Två"])),
        st.tuples(st.just("due_on"), SIGNERS, GOALS, st.sampled_from(DAYS)),
        st.tuples(st.just("status"), SIGNERS, GOALS, st.sampled_from(["active"])),
        st.tuples(st.just("target"), SIGNERS, GOALS, st.sampled_from([None, 2.5])),
        st.tuples(st.just("importance"), SIGNERS, GOALS, st.sampled_from([2, 5])),
        st.tuples(st.just("erase"), SIGNERS, GOALS, st.none()),
        st.tuples(st.sampled_from(["undo", "redo"]), SIGNERS, st.none(), st.none()),
    ),
    max_size=20,
)
FILTERS = (
    {"mentorship_id": ["ms-1"]},
    {"mentorship_id": ["ms-2"]},
    {"mentorship_id": ["ms-2", "ms-1", "ms-2"]},
    {"title": ["Två"]},
    {"goal_id": ["g-1", "g-3"]},
    {"mentorship_id": ["ms-1"], "title": ["One"]},
    {"mentorship_id": []},
)


def has(record, name):
    return name in {field.name for field in record.fields()}


HELD = [
    record
    for record in RECORDS
    if record.within or (has(record, "mentorship_id") and record is not Mentorship)
]
"""The records whose rows belong to a mentorship, or hang on another row."""


def laid_out(store):
    store.add([mk.Program(handle="p", name="P")], "ada")
    people = [mk.Person(handle=name, name=name) for name in ("ada", "grace")]
    pairs = [mk.Mentorship(mentorship_id=f"ms-{n}", handle=f"m-{n}") for n in (1, 2)]
    store.add([*people, *pairs], "ada")
    return store


def taken(store, step, undos):
    """Take a step; one that does not fit what is there changes nothing."""
    op, by, goal, value = step
    if op in ("add", "import"):
        made = mk.Goal(goal_id=goal, mentorship_id=value, owner_id="ada", title="One")
        with store.transaction(by) as transaction:
            transaction.add([made], op=op)
    elif op == "undo":
        undos.append((by, store.undo(by=by).change_set))
    elif op == "redo":
        theirs = [change_set for who, change_set in undos if who == by]
        store.undo(by=by, change_set=theirs[-1] if theirs else "none")
    elif op == "erase":
        store.erase("goals", goal, by=by)
    else:
        store.revise("goals", goal, {op: value}, by=by)


def by_id(rows):
    return sorted(rows, key=lambda row: row["goal_id"])


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_the_past_of_some_rows_is_that_part_of_the_past_of_all(
    fresh, clock, monkeypatch, steps
):
    store = laid_out(fresh())
    undos, moments = [], [(clock(), by_id(store.rows("goals")))]
    for step in steps:
        with suppress(mk.InvalidRecord, mk.NotFound, mk.Conflict, mk.InUse):
            taken(store, step, undos)
        moments.append((clock(), by_id(store.rows("goals"))))

    seen_last = moments[-1][1]
    imported = any(op == "import" for op, *_ in steps)
    for moment, seen in moments:
        then = by_id(store.rows("goals", as_of=moment))
        assert imported or then == seen
        for where in FILTERS:
            fit = [row for row in then if all(row[n] in v for n, v in where.items())]
            assert by_id(store.rows("goals", where, as_of=moment)) == fit
        with monkeypatch.context() as patched:
            patched.setattr(arrow, "MANY", 1)
            at_once = store.rows("goals", as_of=moment)
            on_server = isinstance(store.place, str)
            assert isinstance(at_once, ArrowRows) == (on_server and bool(seen_last))
            assert by_id(at_once) == then


@pytest.mark.parametrize("past", [False, True])
def test_rows_are_found_by_more_values_than_a_database_takes_at_once(
    fresh, clock, past
):
    store = laid_out(fresh())
    goals = [
        mk.Goal(goal_id=f"g-{n}", mentorship_id="ms-1", owner_id="ada", title="One")
        for n in range(3)
    ]
    store.add(goals, "ada")
    as_of = clock() if past else None
    for goal in goals:
        store.revise("goals", goal.id, {"title": "Two"}, by="ada")

    ids = [f"g-{n}" for n in range(40_000)]
    rows = store.rows("goals", {"goal_id": ids}, as_of=as_of)

    assert sorted(rows.columns["goal_id"]) == ["g-0", "g-1", "g-2"]
    assert set(rows.columns["title"]) == {"One" if past else "Two"}


def test_what_is_read_in_one_moment_fits_together(store):
    with store.one_moment() as moment:
        before = len(moment.rows("people"))
        other = Store(store.place)
        other.add([mk.Person(handle="lin", name="Lin")], "grace")
        other.close()

        assert len(moment.rows("people")) == before
        assert moment.rows("people", {"handle": ["lin"]}) == []
    assert len(store.rows("people", {"handle": ["lin"]})) == 1


def test_a_row_that_left_and_was_erased_is_found_where_it_was(store, clock):
    store.add([mk.Mentorship(handle="other")], "grace")
    (kept,) = store.add([mk.Goal(mentorship_id="ada-grace", title="One")], "grace")
    before = clock()
    store.revise("goals", kept.id, {"mentorship_id": "other"}, by="grace")
    store.erase("goals", kept.id, by="grace")

    ids = {h: store.find_id("mentorships", h) for h in ("ada-grace", "other")}
    found = {
        handle: len(store.rows("goals", {"mentorship_id": [name]}, as_of=before))
        for handle, name in ids.items()
    }

    assert found == {"ada-grace": 1, "other": 0}


def test_rows_that_left_a_goal_are_found_there(store, clock):
    one, two = store.add(
        [mk.Goal(mentorship_id="ada-grace", title=title) for title in ("One", "Two")],
        "grace",
    )
    moved, gone, _ = store.add(
        [mk.Milestone(goal_id=one.id, title=title) for title in ("a", "b", "c")],
        "grace",
    )
    before = clock()
    store.revise("milestones", moved.id, {"goal_id": two.id}, by="grace")
    store.erase("milestones", gone.id, by="grace")

    def titles(goal, **asked):
        return sorted(
            row["title"]
            for row in store.rows("milestones", {"goal_id": [goal.id]}, **asked)
        )

    assert titles(one) == ["c"]
    assert titles(one, as_of=before) == ["a", "b", "c"]
    assert titles(two, as_of=before) == []


@pytest.mark.file
def test_the_past_of_what_belongs_together_is_found_by_indexes(store, clock):
    asked = []
    engine = store._database.engine
    with engine.connect() as connection:
        connection.connection.driver_connection.set_trace_callback(asked.append)
    for record in HELD:
        where = {record.within or "mentorship_id": ["x"]}
        store.rows(record.table, where, as_of=clock())

    looks = [sql for sql in asked if "FROM changes" in sql]
    with engine.connect() as connection:
        plans = [
            [row for *_, row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
            for sql in looks
        ]

    assert len(plans) == len(HELD)
    for plan in plans:
        looked = [row for row in plan if "changes" in row]
        assert all("row_id=? AND at>?" in row or "<expr>=?" in row for row in looked)
        assert any("changes_left" in row for row in looked)


@pytest.mark.server
def test_a_server_finds_it_by_indexes_too(store, clock):
    engine, looks = store._database.engine, []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def _take_down(_connection, _cursor, statement, values, *_):
        if "FROM changes" in statement:
            looks.append((statement, values))

    for record in HELD:
        where = {record.within or "mentorship_id": ["x"]}
        store.rows(record.table, where, as_of=clock())

    asked = tuple(looks)
    with engine.connect() as connection:
        connection.exec_driver_sql("SET search_path = mentorkit")
        connection.exec_driver_sql("SET enable_seqscan = off")  # few rows are scanned
        plans = [
            connection.exec_driver_sql(f"EXPLAIN {sql}", values).scalars().all()
            for sql, values in asked
        ]
    assert len(plans) == len(HELD)
    for plan in plans:
        looked = [row for row in plan if " on changes" in row]
        assert all(
            "using changes_row" in row or "changes_left" in row for row in looked
        )
        assert any("changes_left" in row for row in looked)


def test_what_a_row_belongs_to_comes_first_in_the_index():
    for record in HELD:
        first = next(name for name in HOLDS if has(record, name))
        assert first == (record.within or "mentorship_id")
