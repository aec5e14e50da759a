"""Charters and consents in the store: editions, reasons, undo, past states, checks."""

import datetime as dt

import pytest
import sqlalchemy as sa

import mentorkit as mk
from mentorkit.store.schema import TABLES


def clause(**values):
    given = {"mentorship_id": "ada-grace", "section": "cadence", "text": "Weekly"}
    return mk.Charter(**{**given, **values})


def consent(**values):
    given = {"person_id": "ada", "scope": "share_program", "granted": True}
    return mk.Consent(**{**given, **values})


def test_a_new_edition_keeps_the_rows_of_the_old_one(store):
    store.add([clause(), clause(section="ending", text="In May")], "grace")
    store.add([clause(edition=2, text="Every two weeks")], "grace")

    kept = {(row["edition"], row["text"]) for row in store.rows("charters")}

    assert kept == {(1, "Weekly"), (1, "In May"), (2, "Every two weeks")}


def test_one_place_in_an_edition_holds_one_clause(store):
    store.add([clause()], "grace")

    with pytest.raises(mk.InvalidRecord, match="another charter clause already"):
        store.add([clause(text="Every two weeks")], "grace")
    store.add([clause(position=2, text="Never on Fridays")], "grace")


def test_a_clause_changes_in_place_with_its_reason_alone(store):
    (kept,) = store.add([clause()], "grace")

    with pytest.raises(mk.InvalidRecord, match="Say why this changes"):
        store.revise("charters", kept.id, {"text": "Monthly"}, by="grace")
    store.revise("charters", kept.id, {"text": "Monthly"}, by="grace", why="Exams")

    line = store.history("charters", kept.id)[-1]
    assert (line["before"], line["after"], line["why"]) == (
        "Weekly",
        "Monthly",
        "Exams",
    )


def test_a_consent_is_dated_and_withdrawn_without_giving_a_reason(store):
    (kept,) = store.add([consent()], "ada")
    before = store.now()
    store.revise("consents", kept.id, {"withdrawn_on": "2026-09-01"}, by="ada")

    (row,) = store.rows("consents")
    (past,) = store.rows("consents", as_of=before)
    assert (row["given_on"], row["withdrawn_on"]) == ("2026-09-01", "2026-09-01")
    assert past["withdrawn_on"] is None


def test_undo_and_check_know_the_new_tables(store):
    store.add([clause(), consent(), consent(mentorship_id="ada-grace")], "ada")
    assert store.check().ok, store.check()
    assert "charter clause" in str(store.undo(by="ada"))

    assert not store.rows("charters")
    assert not store.rows("consents")
    assert store.check().ok, store.check()


def test_the_database_itself_refuses_what_the_model_does(store):
    (kept,) = store.add([consent(granted=False)], "ada")
    table = TABLES["consents"]

    for changes in (
        {"withdrawn_on": dt.date(2027, 1, 1)},
        {"granted": True, "withdrawn_on": dt.date(2020, 1, 1)},
        {"expires_on": dt.date(2020, 1, 1)},
        {"scope": "everything"},
    ):
        with (
            pytest.raises(sa.exc.IntegrityError),
            store._database.engine.begin() as connection,
        ):
            connection.execute(
                sa.update(table).where(table.c.consent_id == kept.id).values(**changes)
            )
