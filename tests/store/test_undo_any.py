"""Undo, for any changes by anybody: it leaves what the other changes would have made."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import mentorkit as mk


ROWS = st.sampled_from(["p-1", "p-2"])
CHANGES = st.one_of(
    st.tuples(st.just("add"), ROWS, st.sampled_from(["one", "two"]), st.just("")),
    st.tuples(
        st.just("revise"),
        ROWS,
        st.sampled_from(["one", "two", "three"]),
        st.sampled_from(["name", "org_unit"]),
    ),
    st.tuples(st.just("erase"), ROWS, st.just(""), st.just("")),
    st.just(("undo", "", "", "")),
)
STEPS = st.lists(st.tuples(st.sampled_from(["ada", "grace"]), CHANGES), max_size=14)


def replayed(changes):
    """Return the rows that a list of changes leaves: the whole model."""
    rows = {}
    for _, (op, row, value, field) in changes:
        if op == "add":
            rows[row] = {"name": value, "org_unit": None}
        elif op == "erase":
            del rows[row]
        else:
            rows[row] = rows[row] | {field: value}
    return rows


def in_the_way(change, later):
    op, row, _, field = change[1]
    return any(
        row == other and not (op == what == "revise" and field != touched)
        for _, (what, other, _, touched) in later
    )


def fits(rows, change):
    op, row, value, field = change
    if op == "add":
        return row not in rows
    return row in rows and (op == "erase" or rows[row][field] != value)


def apply(store, who, change):
    op, row, value, field = change
    if op == "add":
        store.add([mk.Person(person_id=row, handle=row, name=value)], who)
    elif op == "erase":
        store.erase("people", row, by=who)
    else:
        store.revise("people", row, {field: value}, by=who)


def people(store, **asked):
    return {
        row["person_id"]: {"name": row["name"], "org_unit": row["org_unit"]}
        for row in store.rows("people", **asked)
    }


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_undo_leaves_what_all_other_changes_alone_would_have_made(fresh, clock, steps):
    store = fresh()
    standing, moments = [], []
    for who, change in steps:
        if change[0] != "undo":
            if fits(replayed(standing), change):
                apply(store, who, change)
                standing.append((who, change))
        else:
            own = [i for i, (author, _) in enumerate(standing) if author == who]
            if not own:
                with pytest.raises(mk.NotFound):
                    store.undo(by=who)
            elif in_the_way(standing[own[-1]], standing[own[-1] + 1 :]):
                with pytest.raises(mk.Conflict):
                    store.undo(by=who)
            else:
                store.undo(by=who)
                del standing[own[-1]]
        assert people(store) == replayed(standing)
        moments.append((clock(), replayed(standing)))

    for moment, rows in moments:
        assert people(store, as_of=moment) == rows


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(changes=st.lists(CHANGES, max_size=8))
def test_undoing_every_undo_in_turn_brings_everything_back(fresh, changes):
    store = fresh()
    made = []
    for change in changes:
        if change[0] != "undo" and fits(replayed(made), change):
            apply(store, "ada", change)
            made.append(("ada", change))

    undos = [store.undo(by="ada") for _ in made]
    assert people(store) == {}
    for undone in reversed(undos):
        store.undo(by="ada", change_set=undone.change_set)

    assert people(store) == replayed(made)
