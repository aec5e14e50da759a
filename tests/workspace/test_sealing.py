"""Sealing through the front door: settings, forms, frames, exports, the command line."""

import json
import shutil

import pytest
from click.testing import CliRunner

import mentorkit as mk
from mentorkit.cli import main
from mentorkit.store.sealing import MISSING
from sealed_program import kept_as, shown_in


PRIVATE = "kestrel"


@pytest.fixture(autouse=True)
def data(monkeypatch, tmp_path):
    """Where this user's own data is."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def goal(workspace):
    return workspace.add(
        mk.Goal(mentorship_id="ada-grace", title="Read", specific=f"{PRIVATE} one")
    )


def typed(ws, noun, **values):
    """Fill in a form and save it."""
    form = ws.form(noun, mentorship="ada-grace")
    opening = form.answer({"kind": "open", "seq": 1})
    answer = form.answer(
        {
            "kind": "save",
            "seq": 2,
            "id": opening["id"],
            "base": opening["version"],
            "values": {**opening["values"], **values},
            "incomplete": [],
            "why": "",
        }
    )
    assert answer["kind"] == "saved", answer


def test_a_sealed_workspace_reads_as_before_and_keeps_its_keys_elsewhere(
    workspace, goal, data
):
    before = workspace.goals()

    done = workspace.seal()

    keys = data / "mentorkit" / "keys" / "program"
    assert done.keys == workspace.settings.keys == keys
    assert [path.suffix for path in keys.iterdir()] == [".key"]
    assert workspace.goals().equals(before)
    again = mk.open(workspace.folder, as_="grace")
    assert again.goals()["specific"].to_list() == [f"{PRIVATE} one"]
    assert again.history("goals", goal.id)["op"].to_list() == ["add"]
    assert PRIVATE not in kept_as(again.store)


def test_what_is_typed_into_forms_is_sealed(workspace):
    workspace.seal()
    ws = mk.open(workspace.folder, as_="grace")

    typed(ws, "goal", title="Read", specific=f"{PRIVATE} two")
    typed(ws, "reflection", text=f"{PRIVATE} three")
    typed(ws, "session", starts_at="2026-09-01T10:00", private_note=f"{PRIVATE} four")

    assert PRIVATE not in kept_as(ws.store)
    assert ws.reflections()["text"].to_list() == [f"{PRIVATE} three"]
    assert ws.sessions()["private_note"].to_list() == [f"{PRIVATE} four"]
    assert ws.check().ok


def test_an_edit_without_the_key_keeps_the_text_of_the_form(workspace, goal, tmp_path):
    workspace.seal()
    keys = workspace.settings.keys
    keys.rename(tmp_path / "away")
    ws = mk.open(workspace.folder, as_="grace")

    form = ws.form("goal", id=goal.id)
    opening = form.answer({"kind": "open", "seq": 1})
    answer = form.answer(
        {
            "kind": "save",
            "seq": 2,
            "id": opening["id"],
            "base": opening["version"],
            "values": {**opening["values"], "title": "Read more"},
            "incomplete": [],
            "why": "",
        }
    )

    assert answer["kind"] == "saved", answer
    assert ws.goals()["specific"].to_list() == [MISSING]
    (tmp_path / "away").rename(keys)
    assert ws.goals()["specific"].to_list() == [f"{PRIVATE} one"]
    assert ws.goals()["title"].to_list() == ["Read more"]


@pytest.mark.usefixtures("goal")
def test_exports_hold_the_opened_text_and_come_back_unchanged(workspace, tmp_path):
    workspace.seal()

    workspace.export(tmp_path / "out")

    assert PRIVATE in (tmp_path / "out" / "goals.csv").read_text("utf-8")
    counts = workspace.import_folder(tmp_path / "out")
    assert not counts["changed"].any()


@pytest.mark.usefixtures("goal")
def test_an_export_made_without_the_key_never_takes_the_texts_place(
    workspace, tmp_path
):
    workspace.seal()
    keys = workspace.settings.keys
    keys.rename(tmp_path / "away")
    workspace.export(tmp_path / "out")
    (tmp_path / "away").rename(keys)
    assert MISSING in (tmp_path / "out" / "goals.csv").read_text("utf-8")

    workspace.import_folder(tmp_path / "out")

    assert workspace.goals()["specific"].to_list() == [f"{PRIVATE} one"]


@pytest.mark.file
def test_a_copied_workspace_shows_no_private_word_in_any_byte(
    workspace, goal, tmp_path
):
    workspace.revise("goals", goal.id, specific=f"{PRIVATE} five")
    workspace.seal()
    workspace.backup()
    workspace.undo()

    shutil.copytree(workspace.folder, tmp_path / "copy")

    assert len(list((tmp_path / "copy" / "backups").iterdir())) == 1
    assert shown_in(tmp_path / "copy") == []


@pytest.mark.file
@pytest.mark.usefixtures("goal")
def test_a_backup_is_read_with_the_keys_and_not_without(workspace):
    workspace.seal()
    backup = workspace.backup()
    workspace.drop_key("ada-grace")

    workspace.restore(backup)

    assert workspace.goals()["specific"].to_list() == [MISSING]
    assert workspace.goals()["title"].to_list() == ["Read"]
    assert workspace.check().ok


@pytest.mark.file
@pytest.mark.usefixtures("goal")
def test_a_database_file_opened_by_itself_finds_the_keys_of_its_workspace(workspace):
    workspace.seal()

    ws = mk.open(workspace.settings.database, as_="grace")

    assert ws.goals()["specific"].to_list() == [f"{PRIVATE} one"]


@pytest.mark.usefixtures("goal")
def test_unsealing_takes_the_setting_away_and_keeps_the_keys(workspace):
    toml = workspace.folder / "mentorkit.toml"
    before = toml.read_text("utf-8")
    workspace.seal()
    keys = list(workspace.settings.keys.iterdir())
    assert toml.read_text("utf-8").startswith(before)

    workspace.unseal()

    assert toml.read_text("utf-8") == before
    assert all(key.is_file() for key in keys)
    assert PRIVATE in kept_as(workspace.store)
    assert mk.open(workspace.folder, as_="grace").goals()["specific"].iloc[0]
    with pytest.raises(mk.WorkspaceError, match="not sealed"):
        workspace.unseal()


@pytest.mark.usefixtures("goal")
def test_keys_may_be_beside_the_workspace(workspace):
    workspace.seal(workspace.folder.parent / "our keys")
    toml = workspace.folder / "mentorkit.toml"
    text = toml.read_text("utf-8")
    toml.write_text(text.replace(str(workspace.folder.parent), ".."), "utf-8")

    ws = mk.open(workspace.folder, as_="grace")

    assert 'keys = "../our keys"' in toml.read_text("utf-8")
    assert ws.goals()["specific"].to_list() == [f"{PRIVATE} one"]


@pytest.mark.usefixtures("goal")
def test_keys_are_not_begun_in_a_second_place(workspace, tmp_path):
    workspace.seal()

    with pytest.raises(mk.WorkspaceError, match="move that folder"):
        workspace.seal(tmp_path / "other")

    assert workspace.goals()["specific"].to_list() == [f"{PRIVATE} one"]


@pytest.mark.usefixtures("goal")
def test_sealing_that_fails_leaves_the_settings_as_they_were(workspace, tmp_path):
    toml = workspace.folder / "mentorkit.toml"
    before = toml.read_text("utf-8")
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(mk.StorageError):
        workspace.seal(tmp_path / "file" / "keys")

    assert toml.read_text("utf-8") == before
    assert mk.open(workspace.folder).settings.keys is None


@pytest.mark.usefixtures("goal")
def test_only_a_mentorship_or_a_key_is_dropped(workspace):
    workspace.seal()

    for name in ("ada-grade", "../program", "..", ""):
        with pytest.raises(mk.NotFound):
            workspace.drop_key(name)

    assert workspace.goals()["specific"].to_list() == [f"{PRIVATE} one"]


def run(*words, said=""):
    result = CliRunner().invoke(main, [str(word) for word in words], input=said)
    assert "Traceback" not in result.output, result.output
    return result.exit_code, result.output


@pytest.mark.usefixtures("goal")
def test_the_commands_seal_and_unseal_and_say_where_the_keys_are(workspace, tmp_path):
    where = ("-w", workspace.folder)

    code, said = run("seal", "--keys", tmp_path / "keys", *where)
    assert code == 0
    assert "Sealed 1 text of rows" in said
    assert str(tmp_path / "keys") in said.replace("\n", "")
    code, told = run("seal", "--json", *where)
    assert code == 0
    assert json.loads(told) == {
        "keys": str(tmp_path / "keys"),
        "texts": 0,
        "logged": 0,
        "clean": True,
        "closed": [],
    }

    code, said = run("unseal", *where)
    assert code == 0
    assert "Unsealed 1 text" in said
    code, said = run("unseal", *where)
    assert code == 2
    assert "not sealed" in said


@pytest.mark.usefixtures("goal")
def test_destroying_a_key_asks_first_and_says_what_it_means(workspace):
    where = ("-w", workspace.folder)
    run("seal", *where)

    code, said = run("seal", "--drop", "ada-grace", *where, said="n\n")
    assert code == 130
    assert "gone for good" in said
    assert "every backup" in said
    assert mk.open(workspace.folder, as_="grace").goals()["specific"].iloc[0] != MISSING

    code, said = run("seal", "--drop", "ada-grace", *where, said="y\n")
    assert code == 0
    assert "is destroyed" in said
    assert mk.open(workspace.folder, as_="grace").goals()["specific"].iloc[0] == MISSING

    code, told = run("seal", "--drop", "ada-grace", "--yes", "--json", *where)
    assert code == 0
    assert json.loads(told) == {"mentorship": "ada-grace", "destroyed": False}


def test_unsealing_in_part_ends_with_1_and_names_the_mentorship(workspace, goal):
    where = ("-w", workspace.folder)
    run("seal", *where)
    run("seal", "--drop", "ada-grace", "--yes", *where)

    code, said = run("unseal", *where)

    assert code == 1
    assert goal.mentorship_id in said


def test_typing_over_a_text_that_does_not_open_is_answered_in_words(
    workspace, goal, tmp_path
):
    workspace.seal()
    workspace.settings.keys.rename(tmp_path / "away")
    form = mk.open(workspace.folder, as_="grace").form("goal", id=goal.id)
    opening = form.answer({"kind": "open", "seq": 1})

    answer = form.answer(
        {
            "kind": "save",
            "seq": 2,
            "id": opening["id"],
            "base": opening["version"],
            "values": {**opening["values"], "specific": "mine"},
            "incomplete": [],
            "why": "",
        }
    )

    assert answer["kind"] == "failed", answer
    assert "Whoever has the key" in str(answer)
    (tmp_path / "away").rename(workspace.settings.keys)
    assert workspace.goals()["specific"].to_list() == [f"{PRIVATE} one"]


@pytest.mark.parametrize("keys", ["3", '""', "true"])
def test_keys_that_are_no_folder_are_told_of(workspace, keys):
    with (workspace.folder / "mentorkit.toml").open("a") as toml:
        toml.write(f"keys = {keys}\n")

    with pytest.raises(mk.WorkspaceError, match="keys must be the path of a folder"):
        mk.open(workspace.folder)
