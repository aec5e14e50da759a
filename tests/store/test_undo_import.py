"""Undoing an import: all of it goes, and its past with it."""

import pytest

from mentorkit.store.transfer import import_folder


@pytest.fixture
def imported(store, tmp_path):
    folder = tmp_path / "spring"
    folder.mkdir()
    people = "\n".join(f"p{number},Person {number}" for number in range(12))
    (folder / "people.csv").write_text(f"handle,name\nada,Ada L.\n{people}\n", "utf-8")
    import_folder(store, folder, by="grace")
    return store


def test_an_import_is_taken_back_as_a_whole(imported):
    undone = imported.undo(by="grace")

    rows = {row["handle"]: row["name"] for row in imported.rows("people")}
    assert rows == {"ada": "Ada Lovelace", "grace": "Grace Hopper"}
    assert "(import of spring)" in str(undone)
    assert "12 people are out again" in str(undone)


def test_what_an_undone_import_brought_was_not_there_before_it(imported, clock):
    undone = imported.undo(by="grace")

    long_ago = undone.at.replace(year=2020)
    assert len(imported.rows("people", as_of=undone.at)) == 14
    assert len(imported.rows("people", as_of=clock())) == 2
    assert imported.rows("people", as_of=long_ago) == []

    imported.undo(by="grace", change_set=undone.change_set)
    assert len(imported.rows("people", as_of=long_ago)) == 12
