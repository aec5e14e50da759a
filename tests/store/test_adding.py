"""Many rows added at once: kept, checked and remembered as rows that come one by one."""

import datetime as dt

import pytest

import mentorkit as mk
from sealed_program import OPEN, PRIVATE, kept_as


MADE = ("change_set", "at", "row_id", "seq")


def add_new(store, rows, by="grace"):
    with store.transaction(by, "collect") as transaction:
        return transaction.add_new(rows)


def records(store, tail):
    """Return records with columns of every kind, complete, with ids of their own."""
    mentorship = store.find_id("mentorships", "ada-grace")
    person = store.find_id("people", "ada")
    receipt = mk.Receipt(
        receipt_id=f"rc-{tail}",
        person_id=person,
        assignment="week-1",
        template="reflection",
        template_version="1.0.0",
        fingerprint="0" * 64,
        path="in/%(x)s ünö.ipynb",
        received_at=dt.datetime(
            2026, 9, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2))
        ),
        received_by="file",
        late=True,
        answered=3,
    )
    goal = mk.Goal(
        goal_id=f"g-{tail}",
        mentorship_id=mentorship,
        owner_id=person,
        title=OPEN,
        set_on=dt.date(2026, 9, 1),
    )
    progress = mk.Progress(
        progress_id=f"p-{tail}",
        goal_id=goal.id,
        recorded_on=dt.date(2026, 9, 1),
        by_id=person,
        value=2.5,
        note=PRIVATE,
    )
    return [receipt, goal, progress]


def remembered(store, record):
    return [
        {name: value for name, value in line.items() if name not in MADE}
        for line in store.history(record.table, record.id)
    ]


def kept(store, record):
    key = record.key()
    (row,) = store.rows(record.table, {key: [record.id]})
    return {name: value for name, value in row.items() if name not in {key, "goal_id"}}


def test_rows_are_kept_and_remembered_as_those_that_are_added_one_by_one(store):
    with store.transaction("grace", "collect") as transaction:
        one_by_one = transaction.add(records(store, "one"), op="import")

    at_once = add_new(store, records(store, "many"))

    for one, many in zip(one_by_one, at_once, strict=True):
        assert kept(store, many) == kept(store, one)
        assert remembered(store, many) == remembered(store, one)
    assert store.check().ok
    assert add_new(store, records(store, "many")) == []


def test_a_row_that_was_taken_out_comes_back_with_the_next_version(store):
    (receipt, *_) = records(store, "many")
    add_new(store, [receipt])
    store.erase("receipts", receipt.id, by="grace")

    add_new(store, [receipt])

    assert store.get("receipts", receipt.id)[1] == 3
    assert store.check().ok


def test_one_that_is_refused_is_told_and_none_is_kept(store):
    good, goal, progress = records(store, "many")
    bad = progress.model_copy(update={"progress_id": "p-bad", "goal_id": "g-nowhere"})

    with store.transaction("grace") as transaction:
        with (
            pytest.raises(mk.InvalidRecord, match="The database refused it"),
            transaction.apart(),
        ):
            transaction.add_new([goal, progress, bad])
        transaction.add_new([good])

    assert [len(store.rows(t)) for t in ("goals", "progress", "receipts")] == [0, 0, 1]
    assert store.history("progress", progress.id) == []
    assert store.check().ok


def test_private_text_is_sealed_in_many_rows_too(sealed):
    add_new(sealed, records(sealed, "many"))

    assert sealed.rows("progress")[0]["note"] == PRIVATE
    assert PRIVATE not in kept_as(sealed)
