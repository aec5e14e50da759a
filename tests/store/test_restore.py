"""Restores: what they bring back, what they refuse, and who goes on meanwhile."""

import stat
import subprocess
import sys
import textwrap

import pytest
import sqlalchemy as sa

import mentorkit as mk
from by_hand import edit
from mentorkit.store import Store, backups, restoring
from mentorkit.store.schema import TABLES


def goal(store, title="Read one book"):
    return store.add([mk.Goal(mentorship_id="ada-grace", title=title)], "ada")[0]


def titles(path):
    store = Store(path)
    found = sorted(row["title"] for row in store.rows("goals"))
    store.close()
    return found


def python(code, *words):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_restore_brings_back_the_backup_and_keeps_what_was_there(
    store, tmp_path, clock
):
    goal(store, "Before")
    backups.back_up(store.place, tmp_path / "copy.db")
    goal(store, "After")

    done = restoring.restore(
        store.place, tmp_path / "copy.db", clock(), tmp_path / "kept.db"
    )

    assert [row["title"] for row in store.rows("goals")] == ["Before"]
    assert titles(done.kept) == ["After", "Before"]
    assert done.kept.name.endswith("-before-restore.db")
    assert "First program: 1 mentorship, 7 changes until 2026-09-01" in str(done)
    assert "8 changes" in str(done)
    assert store.check().ok


OPEN = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    import mentorkit as mk
    from mentorkit.store import Store

    store = Store(sys.argv[1])
    (goal,) = store.rows("goals", {"title": ["Before"]})
    _, version = store.get("goals", goal["goal_id"])
    print(version, flush=True)
    sys.stdin.readline()
    try:
        store.revise(
            "goals", goal["goal_id"], {"title": "X"}, by="ada", version=version
        )
    except mk.Conflict as error:
        print(str(error).splitlines()[0], flush=True)
    store.add([mk.Goal(mentorship_id="ada-grace", title="Goes on")], "ada")
    print(sorted(row["title"] for row in store.rows("goals")), flush=True)
    """
)


RESTORED = (
    "A backup was restored, and with it an earlier state of this goal, after you"
    " opened it, so yours was not saved"
)


def test_another_process_goes_on_with_what_was_restored(store, tmp_path, clock):
    kept = goal(store, "First")
    backups.back_up(store.place, tmp_path / "copy.db")
    store.revise("goals", kept.id, {"title": "Before"}, by="ada")
    process = python(OPEN, store.place)
    assert process.stdout.readline() == "2\n"

    restoring.restore(store.place, tmp_path / "copy.db", clock())

    told, wrong = process.communicate("go\n", timeout=60)
    assert wrong == ""
    assert told.splitlines() == [
        f"{RESTORED}:",
        "['First', 'Goes on']",
    ]
    assert store.check().ok, store.check()


def test_a_reader_sees_one_moment_while_a_backup_is_restored(store, tmp_path, clock):
    backups.back_up(store.place, tmp_path / "copy.db")
    goal(store, "After")
    query = sa.select(sa.func.count()).select_from(TABLES["goals"])
    with store._database.reading() as connection:
        before = connection.execute(query).scalar_one()

        restoring.restore(store.place, tmp_path / "copy.db", clock())

        assert connection.execute(query).scalar_one() == before == 1
    assert store.rows("goals") == []


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.write_text("shopping list"), "not a mentorkit database"),
        (lambda path: path.unlink(), "There is no file"),
        (
            lambda path: edit(path, "update schema_info set version = 99"),
            "Update mentorkit",
        ),
        (lambda path: edit(path, "drop table schema_info"), "not a mentorkit database"),
        (
            lambda path: edit(path, "drop table goals"),
            "table 'goals' lacks achievable",
        ),
        (lambda path: path.write_bytes(path.read_bytes()[:40_960]), "damaged"),
    ],
    ids=["no database", "missing", "newer", "another's", "not laid out", "torn"],
)
def test_what_is_no_good_is_not_restored_and_changes_nothing(
    store, tmp_path, clock, spoil, told
):
    goal(store)
    copy = tmp_path / "copy.db"
    backups.back_up(store.place, copy)
    spoil(copy)

    with pytest.raises(mk.MentorkitError, match=told):
        restoring.restore(store.place, copy, clock())

    assert len(store.rows("goals")) == 1
    assert not (tmp_path / "backups").exists()


@pytest.mark.file
def test_a_database_is_not_restored_from_itself(store, clock):
    with pytest.raises(mk.WorkspaceError, match="is the database itself"):
        restoring.restore(store.place, store.place, clock())


@pytest.mark.file
@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\x00torn"])
def test_a_damaged_database_is_moved_aside_as_it_is_and_restored(
    store, tmp_path, clock, content
):
    goal(store)
    copy = tmp_path / "copy.db"
    backups.back_up(store.place, copy)
    store.close()
    store.place.write_bytes(content)

    done = restoring.restore(store.place, copy, clock())

    assert titles(store.place) == ["Read one book"]
    assert done.kept.read_bytes() == content
    assert "damaged file that was there is kept" in str(done)
    assert stat.S_IMODE(store.place.stat().st_mode) == 0o600


@pytest.mark.file
def test_a_database_that_is_gone_is_restored(store, tmp_path, clock):
    copy = tmp_path / "copy.db"
    backups.back_up(store.place, copy)
    store.close()
    store.place.unlink()

    done = restoring.restore(store.place, copy, clock())

    assert done.kept is None
    assert len(Store(store.place).rows("people")) == 2
