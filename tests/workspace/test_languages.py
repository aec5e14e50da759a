"""Where a workspace's language comes from, and that there is one rule."""

import pytest

import mentorkit as mk
from mentorkit.models import Person


@pytest.fixture
def spoken(workspace, monkeypatch):
    """Open the workspace as somebody whose own language it is, told by sources."""
    toml = workspace.folder / "mentorkit.toml"
    before = toml.read_text("utf-8")

    def opened(*, own="en", toml_says=None, environment=None, asked=None):
        named = f'language = "{toml_says}"\n' if toml_says else ""
        toml.write_text(before + named, "utf-8")
        if environment:
            monkeypatch.setenv("MENTORKIT_LANGUAGE", environment)
        if own != "en":
            workspace.add(Person(handle="layla", name="ليلى", language=own))
        who = "grace" if own == "en" else "layla"
        return mk.open(workspace.folder, as_=who, language=asked)

    return opened


@pytest.mark.parametrize(
    ("sources", "language"),
    [
        ({}, "en"),
        ({"own": "ar"}, "ar"),
        ({"own": "ar-EG"}, "ar-EG"),
        ({"own": "sw"}, "en"),
        ({"own": "ar", "toml_says": "es"}, "es"),
        ({"own": "ar", "toml_says": "en"}, "en"),
        ({"toml_says": "es", "environment": "ar"}, "ar"),
        ({"environment": "ar", "asked": "es_MX"}, "es-MX"),
    ],
)
@pytest.mark.file
def test_the_nearest_that_says_a_language_is_heard(spoken, sources, language):
    ws = spoken(**sources)

    assert ws.language == language
    assert ws.form("person").waiting["language"] == language


@pytest.mark.parametrize(
    "source", ["asked", "environment", "toml_says"], ids=lambda name: name
)
@pytest.mark.file
def test_a_language_that_is_asked_for_and_not_there_is_refused(spoken, source):
    with pytest.raises(mk.MentorkitError, match=r"no language 'sw' here.*ar, en, es"):
        spoken(**{source: "sw"})


@pytest.mark.file
def test_what_the_store_refuses_is_told_in_the_forms_language(workspace):
    ws = mk.open(workspace.folder, language="es")
    form = ws.form("person")
    opened = form.answer({"kind": "open", "seq": "1"})
    values = opened["values"] | {"handle": "ada", "name": "Otra Ada"}

    answer = form.answer(
        {"kind": "save", "seq": "2", "id": opened["id"], "base": None, "values": values}
    )

    (problem,) = answer["problems"]
    assert problem["message"] == (
        "Ya hay otro registro (persona) con el mismo valor en “Nombre corto”."
    )
