"""A form's undo takes back exactly that save, or says what is in the way."""

from __future__ import annotations

import pytest

import mentorkit as mk
from mentorkit.workspace import open_workspace


@pytest.fixture
def ask():
    def asked(form, kind, **message):
        return form.answer({"kind": kind, "seq": 1, **message})

    return asked


def save(ask, form, **values):
    opened = ask(form, "open")
    is_new = opened["version"] is None
    return ask(
        form,
        "save",
        id=opened["id"],
        base=opened["version"],
        values={**opened["values"], **values} if is_new else values,
    )


def test_exactly_that_save_is_taken_back(workspace, ask):
    form = workspace.form("goal")
    saved = save(ask, form, title="Read one book")
    workspace.add(
        type(workspace.store.get("goals", saved["id"])[0])(
            mentorship_id="ada-grace", title="Added later"
        )
    )

    undone = ask(form, "undo", change_set=saved["change_set"])

    assert (undone["kind"], undone["version"]) == ("undone", None)
    assert undone["values"]["title"] == "Read one book"
    assert workspace.goals()["title"].tolist() == ["Added later"]
    history = workspace.history("goals", saved["id"])
    assert history["op"].tolist() == ["add", "erase"]


def test_an_undo_can_be_taken_back_and_asked_twice(workspace, ask):
    form = workspace.form("goal")
    saved = save(ask, form, title="Read one book")

    undone = ask(form, "undo", change_set=saved["change_set"])
    again = ask(form, "undo", change_set=saved["change_set"])
    back = ask(form, "undo", change_set=undone["change_set"])

    assert again == undone
    assert (back["kind"], back["stands"]) == ("undone", True)
    assert workspace.goals()["title"].tolist() == ["Read one book"]
    edited = ask(
        form, "save", id=saved["id"], base=back["version"], values={"title": "Two"}
    )
    assert edited["kind"] == "saved"


def test_an_edit_is_taken_back_and_the_row_can_be_edited_again(workspace, ask):
    goal = save(ask, workspace.form("goal"), title="Read one book")["id"]
    form = workspace.form("goal", id=goal)
    saved = save(ask, form, title="Read two books")

    undone = ask(form, "undo", change_set=saved["change_set"])
    title = workspace.goals()["title"].iloc[0]
    edited = ask(
        form, "save", id=goal, base=undone["version"], values={"title": "Read three"}
    )

    assert (title, edited["kind"]) == ("Read one book", "saved")


def test_an_undo_is_refused_in_words_when_somebody_changed_it_since(workspace, ask):
    form = workspace.form("goal")
    saved = save(ask, form, title="Read one book")
    ada = open_workspace(workspace.settings.shown, as_="ada")
    ada.revise("goals", saved["id"], title="Read two books")
    ada.store.close()

    answer = ask(form, "undo", change_set=saved["change_set"])

    assert answer["kind"] == "failed"
    assert "The goal was changed later, by Ada Lovelace on" in answer["message"]
    assert "(Europe/London): “Title”." in answer["message"]
    assert workspace.goals()["title"].tolist() == ["Read two books"]


@pytest.mark.file
def test_a_refused_undo_is_told_in_the_readers_language_without_ids(workspace):
    goal = workspace.add(mk.Goal(mentorship_id="ada-grace", title="Read one book"))
    workspace.add(mk.Milestone(goal_id=goal.id, title="Half of it"))
    workspace.undo()
    ada = open_workspace(workspace.settings.shown, as_="ada")
    ada.add(mk.Milestone(goal_id=goal.id, title="Half of it"))
    ada.store.close()
    spanish = open_workspace(workspace.settings.shown, as_="grace", language="es")

    with pytest.raises(mk.InUse) as refused:
        spanish.undo()

    assert str(refused.value) == (
        "No se ha deshecho nada. Otros registros remiten a este registro (objetivo):"
        " hito (1). Bórrelos o cámbielos primero."
    )


def test_a_form_takes_back_its_own_saves_alone(workspace, ask):
    first = workspace.form("goal")
    saved = save(ask, first, title="Read one book")

    answer = ask(workspace.form("goal"), "undo", change_set=saved["change_set"])

    assert answer["kind"] == "failed"
    assert len(workspace.goals()) == 1


def test_a_lost_answer_and_a_new_kernel_still_make_one_row(workspace, ask):
    first = workspace.form("goal")
    opened = ask(first, "open")
    message = {
        "id": opened["id"],
        "base": None,
        "values": {**opened["values"], "title": "Read one book"},
    }
    ask(first, "save", **message)
    later = workspace.form("goal")

    again = ask(later, "save", **message)
    message["values"]["title"] = "Read two books"
    more = ask(later, "save", **message)

    assert (again["kind"], more["kind"]) == ("saved", "kept")
    assert workspace.goals()["title"].tolist() == ["Read one book"]
    assert ask(later, "undo", change_set=again["change_set"])["kind"] == "undone"


def test_nobody_elses_row_is_taken_for_ones_own(workspace, ask):
    goal = save(ask, workspace.form("goal"), title="Read one book")
    ada = open_workspace(workspace.settings.shown, as_="ada")
    form = ada.form("goal", mentorship="ada-grace")
    opened = ask(form, "open")

    answer = ask(
        form,
        "save",
        id=goal["id"],
        base=None,
        values={**opened["values"], "title": "Mine"},
    )
    ada.store.close()

    assert answer["kind"] == "invalid"
    assert "Read one book" not in str(answer)
