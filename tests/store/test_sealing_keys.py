"""Keys of private text: missing, damaged, destroyed, needed by two at once."""

import contextlib
import os
import stat
import subprocess
import sys
import textwrap

import pytest
import sqlalchemy as sa

import mentorkit as mk
from mentorkit.store import Store, backups, restoring
from mentorkit.store.schema import TABLES
from mentorkit.store.sealing import MISSING
from sealed_program import (
    OPEN,
    PRIVATE,
    lived_in,
    row,
    row_as_kept,
)


def test_without_the_key_text_reads_as_a_sentence_and_nothing_fails(sealed, database):
    goal, _, session = lived_in(sealed)

    with contextlib.closing(Store(database)) as other:
        assert row(other, "goals", goal)["specific"] == MISSING
        assert row(other, "goals", goal)["title"] == OPEN
        assert row(other, "goals", goal)["relevant"] is None
        assert row(other, "sessions", session)["private_note"] == MISSING
        assert other.get("goals", goal)[0].specific == MISSING
        assert other.history("goals", goal)[1]["before"] == MISSING
        assert PRIVATE not in str(other.everything())


def test_without_the_key_other_fields_change_and_the_text_is_not_lost(sealed, database):
    goal, *_ = lived_in(sealed)
    with contextlib.closing(Store(database)) as other:
        shown = other.get("goals", goal)[0].model_dump()
        told = {**shown, "title": "renamed", "specific": MISSING}

        other.revise("goals", goal, told, by="ada")
        with pytest.raises(mk.Sealed, match="key"):
            other.revise("goals", goal, {"specific": "mine"}, by="ada")
        with pytest.raises(mk.Sealed, match="key"):
            other.revise("goals", goal, {"specific": None}, by="ada")

    assert row(sealed, "goals", goal)["title"] == "renamed"
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert sealed.check().ok


def test_without_the_key_a_row_can_be_erased_and_brought_back_whole(sealed, database):
    _, milestone, _ = lived_in(sealed)
    with contextlib.closing(Store(database)) as other:
        other.erase("milestones", milestone, by="ada")
        other.undo(by="ada")
        assert (
            other.history("milestones", milestone)[-2]["before"]["success_means"]
            == MISSING
        )

    assert row(sealed, "milestones", milestone)["success_means"] == f"{PRIVATE} two"
    assert sealed.check().ok


def test_without_the_key_a_change_of_a_text_is_not_taken_back(sealed, database):
    goal, *_ = lived_in(sealed)
    sealed.revise("goals", goal, {"specific": f"{PRIVATE} eight"}, by="ada")

    with (
        contextlib.closing(Store(database)) as other,
        pytest.raises(mk.Sealed, match="cannot be changed here"),
    ):
        other.undo(by="ada")

    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} eight"


def test_a_sentence_that_comes_back_never_takes_the_place_of_the_text(sealed):
    goal, *_ = lived_in(sealed)

    sealed.revise("goals", goal, {"specific": MISSING, "title": "new"}, by="ada")

    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert row(sealed, "goals", goal)["title"] == "new"


def test_a_second_key_is_never_made_for_texts_that_are_sealed(
    sealed, database, tmp_path
):
    lived_in(sealed)
    elsewhere = tmp_path / "other machine"

    with contextlib.closing(Store(database, keys=elsewhere)) as other:
        with pytest.raises(mk.Sealed, match=r"\.key.*whoever has it"):
            other.add(
                [mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada"
            )
        other.add([mk.Goal(mentorship_id="ada-grace", title="no text")], "ada")
        other.add([mk.Goal(mentorship_id="ada-mary", title="t", specific="y")], "ada")

    mary = sealed.find_id("mentorships", "ada-mary")
    assert [path.name for path in elsewhere.iterdir()] == [f"{mary}.key"]


def test_a_dropped_key_takes_the_texts_of_its_mentorship_and_no_other(sealed, keys):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    mentorship = sealed.find_id("mentorships", "ada-grace")

    assert sealed.seals.drop(mentorship)

    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    assert not (keys / f"{mentorship}.key").exists()
    with pytest.raises(mk.Sealed, match="was destroyed on"):
        sealed.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada")
    assert sealed.check().ok
    assert not sealed.seals.drop(mentorship)


@pytest.mark.file
def test_an_old_backup_restores_with_all_but_the_texts_whose_key_is_gone(
    sealed, tmp_path, clock
):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    old = tmp_path / "old.db"
    backups.back_up(sealed.place, old)
    sealed.erase("goals", lone(sealed), by="ada")
    before = sealed.rows("goals")
    sealed.seals.drop(sealed.find_id("mentorships", "ada-grace"))

    restoring.restore(sealed.place, old, clock())

    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    assert {r["goal_id"] for r in before} <= {
        r["goal_id"] for r in sealed.rows("goals")
    }
    assert sealed.check().ok


def lone(store):
    return store.add([mk.Goal(mentorship_id="ada-mary", title="alone")], "ada")[0].id


def test_the_check_tells_of_missing_keys_and_of_text_in_the_clear(
    sealed, database, tmp_path
):
    lived_in(sealed)
    mentorship = sealed.find_id("mentorships", "ada-grace")
    with contextlib.closing(Store(database)) as plain:
        plain.add(
            [mk.Goal(mentorship_id="ada-mary", title="t", specific="bare")], "ada"
        )
    with contextlib.closing(Store(database, keys=tmp_path / "empty")) as other:
        found = [str(finding) for finding in other.check().findings]

    assert len(found) == 2
    assert found[0].startswith(f"keys: mentorships {mentorship}: Its key is not here")
    assert (
        found[1] == "keys: 1 private text is in the clear. 'mentorkit seal' seals them."
    )


def test_the_check_names_the_row_of_a_text_that_does_not_open(sealed):
    goal, *_ = lived_in(sealed)
    text = row_as_kept(sealed, goal)
    query = sa.update(TABLES["goals"]).values(specific=text[:-9] + "AAAAAAAA=")
    with sealed._database.writing() as connection:
        connection.execute(query.where(TABLES["goals"].c.goal_id == goal))

    found = [f for f in sealed.check().findings if f.area == "keys"]

    assert [(f.table, f.row) for f in found] == [("goals", goal)]
    assert "specific" in found[0].message
    assert sealed.find_id("mentorships", "ada-grace") in found[0].message
    assert "does not open" in row(sealed, "goals", goal)["specific"]
    with pytest.raises(mk.Sealed, match=goal):
        sealed.revise("goals", goal, {"specific": "new"}, by="ada")


@pytest.mark.parametrize("content", [b"", b"not a key", b"\xff" * 44])
def test_a_damaged_key_is_told_of_left_alone_and_loses_nothing(sealed, keys, content):
    goal, *_ = lived_in(sealed)
    path = keys / f"{sealed.find_id('mentorships', 'ada-grace')}.key"
    good = path.read_bytes()
    path.write_bytes(content)

    assert "does not open" in row(sealed, "goals", goal)["specific"]
    with pytest.raises(mk.StorageError, match="damaged"):
        sealed.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada")
    assert any("damaged" in str(f) for f in sealed.check().findings)
    assert path.read_bytes() == content

    path.write_bytes(good)
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"


def test_keys_are_readable_by_their_owner_only(sealed, keys):
    lived_in(sealed)

    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in keys.iterdir()} == {0o600}


MAKER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from mentorkit.store.keys import Keys

    keys = Keys(Path(sys.argv[1]))
    sys.stdin.readline()
    for number in range(200):
        keys.make(f"ms-{number}")
    """
)


@pytest.mark.file
def test_two_kernels_that_need_a_key_at_once_get_the_same(tmp_path):
    folder = tmp_path / "keys"
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", MAKER, str(folder)], stdin=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    seen = {}
    for maker in makers:
        maker.stdin.write("go\n")
        maker.stdin.flush()
    while any(maker.poll() is None for maker in makers):
        for path in folder.glob("*.key"):
            content = path.read_bytes()
            assert len(content) == 44
            assert seen.setdefault(path.name, content) == content
    assert [maker.wait() for maker in makers] == [0, 0]
    for maker in makers:
        maker.stdin.close()

    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(made) == len(set(made.values())) == 200
    assert seen
    assert seen.items() <= made.items()


@pytest.mark.file
def test_a_folder_of_keys_that_cannot_be_written_is_told_of(sealed, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with contextlib.closing(
        Store(sealed.place, keys=tmp_path / "file" / "keys")
    ) as store:
        with pytest.raises(mk.StorageError, match=r"cannot be (read|written)"):
            store.add(
                [mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada"
            )
        assert store.rows("goals") == []


@pytest.mark.file
def test_without_the_library_the_error_names_what_to_install(store, keys):
    code = textwrap.dedent(
        f"""
        import sys
        sys.modules["cryptography"] = None
        from pathlib import Path
        import mentorkit as mk
        from mentorkit.store import Store
        Store(Path({str(store.place)!r})).rows("goals")
        try:
            Store(Path({str(store.place)!r}), keys=Path({str(keys)!r}))
        except mk.WorkspaceError as error:
            print(error)
        """
    )

    found = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ},
    )

    assert "pip install 'mentorkit[sealed]'" in found.stdout
