"""The keys of drafts: one a person and workspace, in the person's own data folder."""

from __future__ import annotations

import base64

import pytest

from mentorkit.workspace import Workspace
from mentorkit.workspace.draft_key import draft_key, path_of


pytestmark = pytest.mark.file


@pytest.fixture
def settings(workspace):
    return workspace.settings


def test_a_key_is_made_once_and_read_by_its_owner_alone(settings, data_home):
    first = draft_key(settings, "grace")
    path = path_of(settings, "grace")

    assert first is not None
    assert (len(first), draft_key(settings, "grace")) == (32, first)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.is_relative_to(data_home)
    assert settings.folder not in path.parents


def test_each_person_and_each_workspace_has_its_own(settings, tmp_path):
    other = Workspace.create(tmp_path / "other", name="Grace Hopper")

    keys = {
        draft_key(settings, "grace"),
        draft_key(settings, "ada"),
        draft_key(other.settings, "grace"),
    }
    other.store.close()

    assert len(keys) == 3


def test_a_form_hands_its_key_to_its_front_end_alone(workspace):
    form = workspace.form("goal")
    key = draft_key(workspace.settings, workspace.user)

    told = form.answer({"kind": "open", "seq": 1})["drafts"]["key"]
    held = str(form.get_state()) + str(form._repr_mimebundle_()) + repr(form)

    assert base64.b64decode(told) == key
    assert told not in held


def test_a_form_opens_where_no_key_can_be_kept(workspace, monkeypatch, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "taken"))

    opened = workspace.form("goal").answer({"kind": "open", "seq": 1})

    assert opened["kind"] == "opened"
    assert opened["drafts"]["key"] is None


def test_a_damaged_key_is_left_as_it_is(settings):
    draft_key(settings, "grace")
    path = path_of(settings, "grace")
    path.write_bytes(b"half a k")

    assert draft_key(settings, "grace") is None
    assert path.read_bytes() == b"half a k"
