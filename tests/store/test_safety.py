"""Backups and restores: while others write, and when the disk refuses."""

import contextlib
import datetime as dt
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

import mentorkit as mk
from mentorkit.store import Store, backups, restoring


NOBODY = 65534


def goal(store, title="Read one book", by="ada"):
    return store.add([mk.Goal(mentorship_id="ada-grace", title=title)], by)[0]


def titles(path):
    store = Store(path)
    found = sorted(row["title"] for row in store.rows("goals"))
    store.close()
    return found


def beside(path):
    """Return the names of all files in a database's folder but SQLite's own."""
    own = tuple(f"{path.name}{end}" for end in ("-wal", "-shm", "-lock"))
    return sorted(p.name for p in path.parent.iterdir() if p.name not in own)


@contextlib.contextmanager
def as_nobody(*owned):
    """Work without the superuser's rights, in case the tests have them."""
    if os.geteuid() != 0:
        yield
        return
    for path in owned:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder():
    """A folder whose path everybody may walk."""
    made = Path(tempfile.mkdtemp(prefix="mentorkit-test-"))
    made.chmod(0o755)
    yield made
    made.chmod(0o755)
    shutil.rmtree(made)


def test_a_backup_is_the_same_database_readable_by_its_owner_only(store, tmp_path):
    goal(store)
    target = tmp_path / "copy.db"

    contents = backups.back_up(store.place, target)

    assert titles(target) == ["Read one book"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert (contents.programs, contents.mentorships) == (("First program",), 1)
    assert contents.changes == 7


@pytest.mark.file
def test_a_backup_leaves_nothing_beside_itself(store, tmp_path):
    backups.back_up(store.place, tmp_path / "copy.db")

    assert beside(store.place) == ["copy.db", "mentorkit.db"]


def test_a_backup_never_overwrites(store, tmp_path):
    (tmp_path / "mine.txt").write_text("keep")

    with pytest.raises(mk.WorkspaceError, match="is there already"):
        backups.back_up(store.place, tmp_path / "mine.txt")

    assert (tmp_path / "mine.txt").read_text() == "keep"


def test_backups_of_the_same_second_have_names_of_their_own(store, clock, tmp_path):
    clock.at = dt.datetime(2026, 9, 1, 9, 0, 5, tzinfo=dt.UTC)
    now = clock.at
    first = backups.name_for(tmp_path / "mentorkit.db", now)
    backups.back_up(store.place, first)

    second = backups.name_for(tmp_path / "mentorkit.db", now)

    assert first.name == "mentorkit-2026-09-01T090005Z.db"
    assert second.name == "mentorkit-2026-09-01T090005Z-2.db"
    assert stat.S_IMODE(first.parent.stat().st_mode) == 0o700


WRITER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    import mentorkit as mk
    from mentorkit.store import Store

    store = Store(sys.argv[1])
    print("ready", flush=True)
    for number in range(int(sys.argv[3])):
        pair = [
            mk.Goal(mentorship_id="ada-grace", title=f"{sys.argv[2]} {number} {half}")
            for half in "ab"
        ]
        store.add(pair, "ada")
    """
)


def python(code, *words, **how):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def test_backups_while_two_processes_write_are_whole_and_lose_nobody_a_save(
    store, tmp_path
):
    writers = [python(WRITER, store.place, name, 40) for name in "xy"]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    made = []
    for number in range(6):
        made.append(tmp_path / f"{number}.db")
        backups.back_up(store.place, made[-1])

    said = [writer.communicate(timeout=60) for writer in writers]

    assert said == [("", ""), ("", "")]
    assert len(store.rows("goals")) == 160
    counts = []
    for copy in made:
        kept = Store(copy)
        found = {row["title"] for row in kept.rows("goals")}
        assert {title[:-1] + "b" for title in found if title.endswith("a")} == {
            title for title in found if title.endswith("b")
        }
        assert kept.check().ok, kept.check()
        counts.append(len(found))
        kept.close()
    assert counts == sorted(counts)


@pytest.mark.file
def test_in_a_folder_that_may_not_be_written_a_backup_says_so(store, open_folder):
    backups.back_up(store.place, open_folder / "mentorkit.db")
    target = open_folder / "closed" / "copy.db"
    target.parent.mkdir(mode=0o555)

    refused = pytest.raises(mk.StorageError, match="Permission denied")
    with as_nobody(open_folder, open_folder / "mentorkit.db"), refused:
        backups.back_up(open_folder / "mentorkit.db", target)

    assert list(target.parent.iterdir()) == []


@pytest.mark.file
def test_a_database_that_may_only_be_read_is_not_restored_and_says_so(
    store, open_folder, clock
):
    live, copy = open_folder / "mentorkit.db", open_folder / "copy.db"
    backups.back_up(store.place, live)
    goal(store)
    backups.back_up(store.place, copy)
    before = live.read_bytes()
    live.chmod(0o444)

    refused = pytest.raises(mk.StorageError, match="may only be read")
    with as_nobody(open_folder, copy), refused:
        restoring.restore(live, copy, clock())

    assert live.read_bytes() == before


FULL = textwrap.dedent(
    """
    import datetime as dt, resource, sys
    from pathlib import Path
    import mentorkit as mk
    from mentorkit.store import Store, backups, restoring

    what, path, other, limit = sys.argv[1:]
    store = Store(Path(path))
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    try:
        if what == "save":
            goals = [
                mk.Goal(mentorship_id="ada-grace", title=f"{n}", specific="x" * 1900)
                for n in range(200)
            ]
            store.add(goals, "ada")
        elif what == "backup":
            backups.back_up(Path(path), Path(other))
        else:
            restoring.restore(Path(path), Path(other), dt.datetime.now(dt.UTC))
    except mk.StorageError as error:
        print(error)
    """
)


@pytest.mark.file
@pytest.mark.parametrize("what", ["save", "backup", "restore"])
def test_on_a_full_disk_nothing_is_half_written_and_the_error_says_so(
    store, tmp_path, what
):
    other = tmp_path / "other.db"
    if what == "restore":
        backups.back_up(store.place, other)
        goal(store)
    before = (beside(store.place), store.rows("goals"))
    store.close()

    told, wrong = python(FULL, what, store.place, other, 100_000).communicate(
        timeout=60
    )

    assert "could not be read or written" in told, (told, wrong)
    assert "Nothing was changed" in told
    left = [name for name in beside(store.place) if name != "backups"]
    assert (left, store.rows("goals")) == before
    assert not list((tmp_path / "backups").glob("*"))
    assert store.check().ok


CLOSE = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from mentorkit.store import Store

    store = Store(sys.argv[1])
    store.rows("goals")
    store.close()
    """
)


@pytest.mark.file
def test_a_kernel_that_backed_up_and_restored_loses_no_save_when_another_closes(
    store, tmp_path, clock
):
    backups.back_up(store.place, tmp_path / "copy.db")
    restoring.restore(store.place, tmp_path / "copy.db", clock())
    assert python(CLOSE, store.place).communicate(timeout=60) == ("", "")

    goal(store, "After it")

    assert python(CLOSE, store.place).communicate(timeout=60) == ("", "")
    assert titles(store.place) == ["After it"]
    assert store.check().ok
