"""A database file on a network share: refused in words, before anything is made."""

import pytest

import mentorkit as mk
from mentorkit.store import Store, shares


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """Let the system say that a folder is a share, as it does where one is mounted."""
    mounts = tmp_path / "mounts"
    folder = tmp_path / "files of all"
    folder.mkdir()
    named = str(folder).replace(" ", "\\040")
    mounts.write_text(f"/dev/vda / ext4 rw 0 0\nserver:/all {named} nfs4 rw 0 0\n")
    monkeypatch.setattr(shares, "MOUNTS", mounts)
    return folder


def test_a_database_is_not_laid_out_on_a_share_and_nothing_is_left(shared):
    with pytest.raises(mk.StorageError, match=r"network share \(nfs4\).*PostgreSQL"):
        Store.create(shared / "new" / "mentorkit.db")

    assert list(shared.iterdir()) == []


def test_a_database_that_was_moved_to_a_share_is_not_opened(shared, tmp_path):
    Store.create(tmp_path / "mentorkit.db").close()
    (tmp_path / "mentorkit.db").rename(shared / "mentorkit.db")

    with pytest.raises(mk.StorageError, match="where two computers that write"):
        Store(shared / "mentorkit.db")


def test_whoever_is_sure_may_use_it_all_the_same(shared, monkeypatch):
    monkeypatch.setenv("MENTORKIT_ALLOW_NETWORK_SHARE", "1")

    store = Store.create(shared / "mentorkit.db")

    assert store.check().ok
    store.close()


@pytest.mark.usefixtures("shared")
def test_a_disk_of_ones_own_is_no_share(tmp_path):
    Store.create(tmp_path / "mentorkit.db").close()
