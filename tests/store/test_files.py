"""The database file: who may read it, what is refused, what a kill leaves behind."""

import sqlite3
import subprocess
import sys
import textwrap

import pytest

import mentorkit as mk
from by_hand import edit
from mentorkit.store import Store


@pytest.mark.file
def test_the_file_is_readable_by_its_owner_only(store):
    modes = {
        path.name: path.stat().st_mode & 0o777 for path in store.place.parent.iterdir()
    }

    assert set(modes.values()) == {0o600}, modes


def test_a_missing_database_is_answered_with_what_to_do(tmp_path):
    with pytest.raises(mk.WorkspaceError, match="mentorkit init"):
        Store(tmp_path / "nothing.db")


@pytest.mark.parametrize(
    "content", [b"", b"not a database at all", b"SQLite format 3\x00 but torn"]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "notes.db"
    path.write_bytes(content)

    with pytest.raises(mk.StorageError, match=r"notes\.db (is|cannot)"):
        Store(path)

    assert path.read_bytes() == content


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "shop.db"
    raw = sqlite3.connect(path)
    raw.execute("create table orders (id integer)")
    raw.commit()
    raw.close()
    before = path.read_bytes()

    with pytest.raises(mk.StorageError, match="not a mentorkit database"):
        Store(path)

    assert path.read_bytes() == before


def test_a_database_of_a_newer_mentorkit_is_refused(store):
    edit(store.place, "update schema_info set version = 99")

    with pytest.raises(mk.StorageError, match="Update mentorkit"):
        Store(store.place)


def test_creating_never_overwrites(store):
    with pytest.raises(mk.WorkspaceError, match="already"):
        Store.create(store.place)

    assert len(store.rows("people")) == 2


KEEPER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    import mentorkit as mk
    from mentorkit.store import Store

    path = sys.argv[1]
    first = Store(path)
    first.add([mk.Goal(mentorship_id="ada-grace", title="before")], "ada")
    second = Store(path)
    print("open twice", flush=True)
    sys.stdin.readline()
    first.add([mk.Goal(mentorship_id="ada-grace", title="after")], "ada")
    second.add([mk.Goal(mentorship_id="ada-grace", title="after that")], "ada")
    print("kept", flush=True)
    sys.stdin.readline()
    """
)


def test_a_file_opened_twice_by_one_process_may_be_closed_by_another(store):
    keeper = subprocess.Popen(
        [sys.executable, "-c", KEEPER, str(store.place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert keeper.stdout.readline() == "open twice\n"

    store.close()
    keeper.stdin.write("go on\n")
    keeper.stdin.flush()
    assert keeper.stdout.readline() == "kept\n"
    titles = {row["title"] for row in Store(store.place).rows("goals")}
    keeper.communicate("enough\n", timeout=30)

    assert titles == {"before", "after", "after that"}
