"""The store: adding, revising, erasing, and remembering all of it."""

import contextlib
import datetime as dt
import sqlite3

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mentorkit as mk
from by_hand import edit
from mentorkit.models import RECORDS
from mentorkit.store.schema import checks_of


def goal(store, **values):
    given_values = {"mentorship_id": "ada-grace", "title": "Read one book", **values}
    return store.add([mk.Goal(**given_values)], "grace")[0]


def one(store, table="goals"):
    (row,) = store.rows(table)
    return row


def test_a_reference_may_be_a_handle_and_is_kept_as_an_id(store):
    kept = goal(store)

    assert kept.mentorship_id == store.find_id("mentorships", "ada-grace")
    assert kept.owner_id == store.find_id("people", "ada")


def test_an_empty_day_is_the_day_of_the_clock(store):
    assert goal(store).set_on == dt.date(2026, 9, 1)


def test_the_first_due_date_of_a_milestone_is_kept_when_it_moves(store):
    goal_id = goal(store).id
    (step,) = store.add(
        [mk.Milestone(goal_id=goal_id, title="Half", due_on="2026-10-01")], "ada"
    )

    store.revise(
        "milestones", step.id, {"due_on": "2026-11-01"}, by="ada", why="I was ill"
    )

    row = one(store, "milestones")
    assert (row["due_on"], row["original_due_on"]) == ("2026-11-01", "2026-10-01")


def test_what_refers_to_nothing_is_refused_and_the_closest_is_proposed(store):
    with pytest.raises(mk.InvalidRecord, match=r"Did you mean 'ada-grace'\?"):
        goal(store, mentorship_id="ada-grac")

    assert store.rows("goals") == []


def test_several_records_are_added_together_or_not_at_all(store):
    good = mk.Goal(mentorship_id="ada-grace", title="Good")
    bad = mk.Goal(mentorship_id="nobody", title="Bad")

    with pytest.raises(mk.InvalidRecord):
        store.add([good, bad], "grace")

    assert store.rows("goals") == []


def test_a_handle_is_given_once(store):
    with pytest.raises(
        mk.InvalidRecord, match="another person already with the same “Handle”"
    ):
        store.add([mk.Person(handle="ada", name="Another")], "grace")


def test_a_revision_is_remembered_with_who_when_why_and_what_was(store):
    kept = goal(store, due_on="2026-10-01")

    store.revise("goals", kept.id, {"due_on": "2026-11-01"}, by="ada", why="I was ill")

    added, revised = store.history("goals", kept.id)
    assert (added["op"], added["by"]) == ("add", "grace")
    assert (revised["field"], revised["before"], revised["after"]) == (
        "due_on",
        "2026-10-01",
        "2026-11-01",
    )
    assert (revised["by"], revised["why"]) == ("ada", "I was ill")
    assert revised["at"] > added["at"]


def test_a_due_date_does_not_move_without_a_reason(store):
    kept = goal(store, due_on="2026-10-01")

    with pytest.raises(mk.InvalidRecord, match="Say why"):
        store.revise("goals", kept.id, {"due_on": "2026-11-01"}, by="ada")

    assert one(store)["due_on"] == "2026-10-01"


def test_a_first_due_date_needs_no_reason(store):
    kept = goal(store)

    store.revise("goals", kept.id, {"due_on": "2026-11-01"}, by="ada")

    assert one(store)["due_on"] == "2026-11-01"


def test_a_revision_that_changes_nothing_leaves_no_trace(store):
    kept = goal(store)

    _, version = store.revise("goals", kept.id, {"title": kept.title}, by="ada")

    assert version == 1
    assert len(store.history("goals", kept.id)) == 1


def test_a_newer_version_is_not_overwritten_and_the_error_says_whose_it_is(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Hers"}, by="ada", why="clearer")

    with pytest.raises(mk.Conflict) as refused:
        store.revise("goals", kept.id, {"title": "His"}, by="grace", version=1)

    (change,) = refused.value.changed
    assert (change["field"], change["before"], change["after"], change["yours"]) == (
        "title",
        "Read one book",
        "Hers",
        "His",
    )
    assert change["by"] == "ada"
    assert "on top of version 2" in str(refused.value)
    assert one(store)["title"] == "Hers"


def test_a_row_that_others_refer_to_is_not_erased(store):
    goal(store)

    with pytest.raises(mk.InUse, match="1 in goals"):
        store.erase("people", store.find_id("people", "ada"), by="grace")


def test_an_erased_row_is_gone_and_stays_in_the_history(store, clock):
    kept = goal(store)
    before = clock()

    store.erase("goals", kept.id, by="grace", why="entered twice")

    assert store.rows("goals") == []
    last = store.history("goals", kept.id)[-1]
    assert (last["op"], last["why"]) == ("erase", "entered twice")
    assert [row["title"] for row in store.rows("goals", as_of=before)] == [kept.title]


def test_rows_of_the_past_are_found_by_what_they_belonged_to_then(store, clock):
    store.add([mk.Mentorship(handle="other")], "grace")
    kept = goal(store)
    before = clock()

    store.revise("goals", kept.id, {"mentorship_id": "other"}, by="grace")

    was = {"mentorship_id": [store.find_id("mentorships", "ada-grace")]}
    assert len(store.rows("goals", was, as_of=before)) == 1
    assert store.rows("goals", was) == []


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["add", "revise", "erase"]),
        st.integers(0, 4),
        st.sampled_from(["one", "two", "three"]),
    ),
    max_size=12,
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_every_moment_of_the_past_can_be_read_again(fresh, clock, steps):
    store = fresh()
    store.add([mk.Program(handle="p", name="P")], "x")
    expected: dict[str, str] = {}
    moments = []
    for op, number, name in steps:
        row_id = f"p-{number}"
        if op == "add" and row_id not in expected:
            store.add([mk.Person(person_id=row_id, handle=row_id, name=name)], "x")
            expected[row_id] = name
        elif op == "revise" and row_id in expected:
            store.revise("people", row_id, {"name": name}, by="x")
            expected[row_id] = name
        elif op == "erase" and row_id in expected:
            store.erase("people", row_id, by="x")
            del expected[row_id]
        moments.append((clock(), dict(expected)))

    for moment, people in moments:
        rows = store.rows("people", as_of=moment)
        assert {row["person_id"]: row["name"] for row in rows} == people


def test_the_database_itself_holds_every_check_of_the_model(store):
    with store._database.reading() as connection:
        inspector = sa.inspect(connection)
        for record in RECORDS:
            checks = inspector.get_check_constraints(record.table)
            unique = inspector.get_unique_constraints(record.table)

            names = {f"{record.table}_{name}" for name, _ in checks_of(record)}
            assert {each["name"] for each in checks} == names
            assert len(unique) == len(record.unique), record.table


@pytest.mark.file
def test_a_file_holds_each_column_to_its_type(store):
    with contextlib.closing(sqlite3.connect(store.place)) as raw:
        kept = dict(raw.execute("select name, sql from sqlite_master"))

    for record in RECORDS:
        assert kept[record.table].rstrip().endswith("STRICT"), record.table


def test_a_value_outside_the_vocabulary_is_refused_by_the_database_too(store):
    goal(store)

    with pytest.raises(
        (sqlite3.IntegrityError, psycopg.IntegrityError), match="goals_status_word"
    ):
        edit(store.place, "update goals set status = 'nearly'")
