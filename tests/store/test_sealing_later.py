"""Turning the sealing of private text on where there is some, and off again."""

import contextlib
import sqlite3
import subprocess
import sys
import textwrap

import pytest

import mentorkit as mk
from mentorkit.store import Store
from mentorkit.store.sealing import MISSING
from sealed_program import (
    PRIVATE,
    kept_as,
    lived_in,
    row,
    shown_in,
)


def test_sealing_later_covers_rows_history_and_what_was_erased(store, keys):
    goal, milestone, _ = lived_in(store)
    before = (store.everything(), store.history("goals", goal))
    assert PRIVATE in kept_as(store)

    done = store.seal(keys)

    assert PRIVATE not in kept_as(store)
    assert done.clean
    assert done.texts == 8
    assert (store.everything(), store.history("goals", goal)) == before
    assert store.check().ok
    erased = [
        line["before"]["success_means"]
        for line in store.history("milestones", milestone)
        if line["op"] == "erase"
    ]
    assert erased == [f"{PRIVATE} two"]
    again = store.seal(keys)
    assert (again.texts, again.logged) == (0, 0)


@pytest.mark.file
def test_sealing_later_leaves_no_private_word_in_any_byte(store, keys, tmp_path):
    lived_in(store)
    assert shown_in(tmp_path) != []

    store.seal(keys)

    assert shown_in(tmp_path) == []


READER = textwrap.dedent(
    """
    import sqlite3, sys
    raw = sqlite3.connect(sys.argv[1], isolation_level=None)
    raw.execute("begin")
    raw.execute("select count(*) from goals").fetchall()
    print("reading", flush=True)
    sys.stdin.readline()
    raw.close()
    """
)


@pytest.mark.file
def test_a_reader_that_keeps_the_old_text_is_told_of_and_sealing_again_helps(
    store, keys, tmp_path, monkeypatch
):
    monkeypatch.setattr("mentorkit.store.sqlite.PATIENCE", 0.2)
    lived_in(store)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(store.place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "reading\n"

    first = store.seal(keys)
    shown = shown_in(tmp_path)
    reader.communicate("enough\n", timeout=30)
    second = store.seal(keys)

    assert not first.clean
    assert shown != []
    assert "run this again" in str(first)
    assert second.clean
    assert shown_in(tmp_path) == []


def test_a_kernel_that_waits_with_the_database_open_does_not_keep_the_old_text(
    store, keys
):
    lived_in(store)
    other = Store(store.place)
    other.rows("goals")

    assert store.seal(keys).clean

    other.close()


def test_unsealing_gives_every_text_back_in_the_clear(sealed):
    goal, *_ = lived_in(sealed)
    before = (sealed.everything(), sealed.history("goals", goal))

    done = sealed.unseal()

    assert done.closed == ()
    assert (sealed.everything(), sealed.history("goals", goal)) == before
    assert "sealed:" not in kept_as(sealed)
    assert sealed.check().ok
    sealed.add(
        [mk.Goal(mentorship_id="ada-grace", title="t", specific="in clear")], "ada"
    )
    assert "in clear" in kept_as(sealed)


def test_unsealing_without_a_key_keeps_those_texts_and_names_the_mentorship(sealed):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    mentorship = sealed.find_id("mentorships", "ada-grace")
    path = sealed.seals.keys.path(mentorship)
    away = path.rename(path.with_name("away"))

    done = sealed.unseal()

    assert done.closed == (mentorship,)
    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    away.rename(path)
    sealed.seal(path.parent)
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"


def test_sealing_that_fails_changes_nothing(store, keys):
    lived_in(store)
    held = kept_as(store)
    keys.parent.write_text("in the way")

    with pytest.raises(mk.StorageError):
        store.seal(keys)

    assert kept_as(store) == held
    store.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="after")], "ada")
    assert "after" in kept_as(store)


@pytest.mark.file
def test_text_that_another_program_deleted_carelessly_does_not_stay_either(
    store, keys, tmp_path
):
    goal, *_ = lived_in(store)
    with contextlib.closing(sqlite3.connect(store.place)) as raw:
        raw.execute("pragma secure_delete = off")
        query = "update goals set specific = ? where goal_id = ?"
        for text in ((PRIVATE + " ") * 250, None):
            raw.execute(query, (text, goal))
            raw.commit()
        raw.execute("pragma wal_checkpoint(truncate)")
    spoiled = store.place.read_bytes().count(PRIVATE.encode())

    store.seal(keys)

    assert spoiled > 100
    assert shown_in(tmp_path) == []
