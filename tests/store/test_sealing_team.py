"""Sealed text on a server, among people with logins and keys of their own."""

import contextlib
import datetime as dt
import shutil

import pytest

import mentorkit as mk
from mentorkit.store import Store
from mentorkit.store.sealing import MISSING
from sealed_program import PRIVATE, kept_as, populate, row


@pytest.fixture
def team(server, tmp_path):
    """Give a function that opens one database as its owner, as Ada or as Grace."""
    name = server.new_database()
    owner = Store.create(server.url(name))
    populate(owner)
    logins = {
        person: server.url(
            name, f"{person}_{name}", owner.grant(person, f"{person}_{name}").password
        )
        for person in ("ada", "grace")
    }
    with contextlib.ExitStack() as stores:

        def login(person):
            store = Store(logins[person], keys=tmp_path / person)
            return stores.enter_context(contextlib.closing(store))

        yield owner, login
    owner.close()
    server.drop(name)
    server.sql(f"DROP ROLE {', '.join(f'{person}_{name}' for person in logins)}")


def test_members_read_each_others_sealed_text_with_the_key_that_was_handed_over(
    team, tmp_path
):
    owner, login = team
    ada, grace = login("ada"), login("grace")
    (goal,) = ada.add(
        [mk.Goal(mentorship_id="ada-grace", title="t", specific=f"{PRIVATE} one")],
        "ada",
    )

    assert PRIVATE not in kept_as(owner)
    assert row(owner, "goals", goal.id)["specific"] == MISSING
    assert row(grace, "goals", goal.id)["specific"] == MISSING
    with pytest.raises(mk.Sealed, match="whoever has it"):
        grace.add(
            [mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "grace"
        )

    shutil.copytree(tmp_path / "ada", tmp_path / "grace")
    assert row(grace, "goals", goal.id)["specific"] == f"{PRIVATE} one"
    grace.revise("goals", goal.id, {"specific": f"{PRIVATE} two"}, by="grace")
    assert row(ada, "goals", goal.id)["specific"] == f"{PRIVATE} two"
    assert PRIVATE not in kept_as(owner)
    assert owner.check().findings[0].area == "keys"


def test_only_the_owner_seals_a_whole_database(team, tmp_path):
    _, login = team

    with pytest.raises(mk.MentorkitError, match="owner"):
        login("ada").seal(tmp_path / "ada")


def test_no_second_key_is_made_where_the_sealed_texts_are_another_persons_own(team):
    _, login = team
    ada, grace = login("ada"), login("grace")
    day = dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC)
    note = mk.Session(mentorship_id="ada-grace", starts_at=day, private_note=PRIVATE)
    grace.add([note], "grace")
    assert ada.rows("sessions")[0]["private_note"] is None

    with pytest.raises(mk.Sealed, match="whoever has it"):
        ada.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada")
