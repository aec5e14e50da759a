"""Erasing a person from a sealed workspace: keys, backups, older layouts."""

import shutil
import sqlite3
from pathlib import Path

import psycopg
import pytest

import mentorkit as mk
from mentorkit.privacy.mentions import ERASED
from mentorkit.store import postgresql
from mentorkit.workspace.erasures import Erasures
from planted import found_in_bytes


LAYOUTS = Path(__file__).parents[1] / "data" / "layouts"


@pytest.fixture
def told(workspace, tmp_path):
    """A sealed workspace in which Ada and Grace have written something."""
    workspace.seal(tmp_path / "keys")
    workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="Read", specific="hushed 1"),
        mk.Session(
            mentorship_id="ada-grace",
            starts_at="2026-08-01T15:00:00Z",
            status="held",
            summary="hushed 2",
        ),
    )
    workspace.pair = workspace.store.find_id("mentorships", "ada-grace")
    return workspace


def keys_of(ws):
    return sorted(path.name for path in ws.settings.keys.iterdir())


def reflected(ws):
    return ws.add(mk.Reflection(mentorship_id="ada-grace", text="Ada made me think"))


def test_the_key_of_a_pair_goes_when_nothing_is_sealed_with_it_any_more(told):
    backup = told.backup()
    copy = told.folder.parent / "kept.db"
    shutil.copy(backup, copy)
    would = told.erase_person("ada", dry_run=True)
    assert would.keys.destroyed == (told.pair,)
    assert "Keys that are destroyed" in str(would)
    assert keys_of(told) == [f"{told.pair}.key"]

    done = told.erase_person("ada")

    assert done.keys == would.keys
    assert done.unfinished == ()
    assert keys_of(told) == []
    assert set(told.sessions()["summary"]) == {ERASED}
    assert told.check().ok, told.check()
    assert told.seal().texts == 0
    told.add(mk.Reflection(mentorship_id=told.pair, text="Alone again"))
    assert told.reflections()["text"].to_list() == ["Alone again"]
    assert told.check().ok, told.check()
    with sqlite3.connect(copy) as raw:
        (kept,) = raw.execute("select specific from goals").fetchone()
    raw.close()
    assert told.store.seals.closed(kept)


def test_the_key_of_a_pair_stays_for_what_the_other_wrote_alone(told):
    reflected(told)
    would = told.erase_person("ada", dry_run=True)
    assert would.keys.kept == {told.pair: 1}
    assert f"{told.pair}.key: 1 text" in str(would)

    done = told.erase_person("ada")

    assert done.keys == would.keys
    assert keys_of(told) == [f"{told.pair}.key"]
    assert told.reflections()["text"].to_list() == [f"{ERASED} made me think"]
    assert told.check().ok, told.check()
    assert done.as_dict()["keys"]["kept"] == {told.pair: 1}


def test_without_the_key_it_says_what_was_not_looked_through_and_who_can(told):
    reflected(told)
    key = told.settings.keys / f"{told.pair}.key"
    key.rename(told.folder.parent / key.name)
    would = told.erase_person("ada", dry_run=True)
    assert would.records.unread == {told.pair: 1}

    done = told.erase_person("ada")

    (left,) = done.unfinished
    assert f"read 1 sealed text of the mentorship '{told.pair}'" in left
    assert done.keys.destroyed == ()
    (told.folder.parent / key.name).rename(key)
    assert told.reflections()["text"].to_list() == ["Ada made me think"]


def test_a_key_that_is_elsewhere_is_told_to_whoever_has_it(told):
    shutil.move(told.settings.keys / f"{told.pair}.key", told.folder.parent)

    done = told.erase_person("ada")

    assert done.keys.elsewhere == (told.pair,)
    assert "for whoever has them to destroy" in str(done)
    assert done.unfinished == ()
    assert told.check().ok, told.check()


def test_a_restore_looks_through_sealed_texts_too(told):
    reflected(told)
    old = told.backup()
    told.erase_person("ada")

    done = told.restore(old)

    assert done.unread == {}
    assert told.reflections()["text"].to_list() == [f"{ERASED} made me think"]
    assert set(told.sessions()["summary"]) == {ERASED}
    assert told.check().ok, told.check()
    told.unseal()
    assert told.check().ok
    old.unlink()
    assert not found_in_bytes(told.store, ["hushed", "Ada made"])


def test_a_restore_without_the_key_says_what_it_could_not_look_through(told):
    reflected(told)
    old = told.backup()
    told.erase_person("ada")
    shutil.move(told.settings.keys / f"{told.pair}.key", told.folder.parent)

    done = told.restore(old)

    assert done.unread == {told.pair: 1}
    assert "1 sealed text could not be looked through" in str(done)


def test_a_workspace_that_does_not_seal_is_told_nothing_of_keys(workspace):
    done = workspace.erase_person("ada")

    assert "key" not in str(done).casefold()
    assert done.records.unread == {}


def older_file(path):
    """Lay out a database of the first layout, in which Ada is."""
    with sqlite3.connect(path) as raw:
        raw.executescript((LAYOUTS / "1-sqlite.sql").read_text("utf-8"))
        (ada,) = raw.execute("select person_id from people where handle = 'ada'")
    raw.close()
    return ada[0]


def test_a_backup_of_an_older_layout_is_restored_without_the_erased(
    workspace, tmp_path
):
    old = tmp_path / "old.db"
    ada = older_file(old)
    before = old.read_bytes()
    Erasures(workspace.settings.beside).add(ada, workspace.today, counts=False)

    done = workspace.restore(old)

    assert len(done.again) == 1
    assert "ada" not in {row["handle"] for row in workspace.store.rows("people")}
    assert workspace.check().ok, workspace.check()
    assert old.read_bytes() == before
    copies = list(workspace.folder.rglob("*-layout-*"))
    assert copies == []
    assert not list(workspace.folder.glob(".restoring*"))
    for kept in (workspace.folder / "backups").iterdir():
        kept.unlink()
    assert not found_in_bytes(workspace.store, ["Cover to cover", "ada@example.org"])


@pytest.fixture
def migrated(server, tmp_path):
    """A workspace on a server whose database was of the first layout."""
    name = server.new_database()
    url = server.url(name)
    with psycopg.connect(url, autocommit=True) as raw:
        raw.execute((LAYOUTS / "1-postgresql.sql").read_text("utf-8"))
    folder = tmp_path / "team"
    folder.mkdir()
    address = url.replace(f":{server.password}", "")
    (folder / "mentorkit.toml").write_text(f'database = "{address}"\nuser = "grace"\n')
    ws = mk.open(folder)
    yield ws
    ws.store.close()
    server.drop(name)


def schemas(ws):
    with ws.store._database.reading() as connection:
        query = "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'mentorkit%%'"
        return {name for (name,) in connection.exec_driver_sql(query)}


def test_a_servers_tables_of_an_earlier_layout_are_told_and_go_with_the_backups(
    migrated,
):
    words = ["Ada Lovelace", "ada@example.org", "Cover to cover"]
    assert "mentorkit_layout_1" in schemas(migrated)

    would = migrated.erase_person("ada", dry_run=True)

    assert would.backups == ("the schema mentorkit_layout_1",)
    assert "mentorkit_layout_1" in schemas(migrated)

    done = migrated.erase_person("ada", backups=True)

    assert done.unfinished == ()
    assert done.backups_removed
    assert "mentorkit_layout_1" not in schemas(migrated)
    assert found_in_bytes(migrated.store, words) == []
    assert migrated.check().ok, migrated.check()


def test_a_servers_tables_of_an_earlier_layout_stay_until_that_is_asked(migrated):
    migrated.add(mk.Person(handle="eve", name="Eve Online"))
    assert migrated.erase_person("eve").backups == ()

    done = migrated.erase_person("ada")

    assert done.backups == ("the schema mentorkit_layout_1",)
    assert found_in_bytes(migrated.store, ["Ada Lovelace"]) == ["Ada Lovelace"]


def test_tables_that_are_read_meanwhile_are_left_and_told(migrated, monkeypatch):
    impatient = postgresql.SETTINGS.replace("=30s", "=1s")
    monkeypatch.setattr(postgresql, "SETTINGS", impatient)
    again = mk.open(migrated.folder)
    with psycopg.connect(migrated.store.place) as reader:
        reader.execute("TABLE mentorkit_layout_1.people")

        done = again.erase_person("ada", backups=True)
    again.store.close()

    assert any("the schema mentorkit_layout_1" in left for left in done.unfinished)
    assert "ada" not in {row["handle"] for row in migrated.store.rows("people")}
