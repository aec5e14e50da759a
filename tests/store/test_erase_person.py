"""Erasing a person: what is left of them, byte for byte, and what stays of others."""

import re

import pytest

import mentorkit as mk
from mentorkit.models import RECORDS, record_of
from mentorkit.store import Store
from planted import PEOPLE, Secrets, found_in_bytes, patterns_of, plant


EVERYBODY = pytest.mark.parametrize("ours", PEOPLE, indirect=True)
"""In every script that people are planted in, in a file; otherwise one of them."""


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def ours(request, database, clock, secrets):
    """A store with texts in every field: of one person, and of others who name them."""
    store = Store.create(database, now=clock)
    plant(store, PEOPLE[getattr(request, "param", "combining")], secrets)
    yield store
    store.close()


@pytest.mark.file
@EVERYBODY
def test_no_byte_of_a_person_is_left_and_others_keep_their_words(ours, secrets):
    patterns = patterns_of(ours, secrets)
    spoken = found_in_bytes(ours, secrets.kept)
    assert len(spoken) > 50
    assert len(found_in_bytes(ours, patterns)) > 60

    done = ours.erase_person(ours.person[0], by="grace", why=f"{ours.person[1]} asked")

    assert done.unfinished is None
    assert found_in_bytes(ours, patterns) == []
    assert found_in_bytes(ours, secrets.kept) == spoken
    assert ours.check().ok, ours.check()


def test_signing_it_themselves_leaves_no_byte_either(ours, secrets):
    patterns = patterns_of(ours, secrets)

    done = ours.erase_person(ours.person[2], by=ours.person[0])

    assert found_in_bytes(ours, patterns) == []
    (line, *_) = [
        line
        for line in ours.history("people", done.pseudonym)
        if line["change_set"].startswith("er-")
    ]
    assert line["by"] == done.pseudonym


@pytest.mark.file
@EVERYBODY
def test_with_consent_to_counts_the_rows_stay_and_the_words_go(ours, secrets):
    patterns = patterns_of(ours, secrets)
    before = {name: len(rows) for name, rows in ours.everything().items()}

    done = ours.erase_person(ours.person[0], by="grace", counts=True)

    assert found_in_bytes(ours, patterns) == []
    assert {name: len(rows) for name, rows in ours.everything().items()} == before
    (goal,) = ours.rows("goals", {"goal_id": [ours.ids["own"]]})
    assert (goal["owner_id"], goal["title"]) == (done.pseudonym, "(erased)")
    assert ours.check().ok, ours.check()


def test_counts_stay_only_while_a_general_consent_to_them_holds(store):
    def counts_kept():
        return store.erase_person("ada", by="grace", dry_run=True).counts_kept

    def says(granted, day, **more):
        answer = {"person_id": "ada", "scope": "statistics", **more}
        store.add([mk.Consent(granted=granted, given_on=day, **answer)], "ada")
        return counts_kept()

    assert not counts_kept()
    assert not says(True, "2026-08-01", mentorship_id="ada-grace")
    assert says(True, "2026-08-02")
    assert not says(False, "2026-08-02")
    assert says(True, "2026-08-03", expires_on="2026-09-01")
    assert not says(True, "2026-08-04", expires_on="2026-08-31")
    assert not says(True, "2026-08-05", withdrawn_on="2026-09-01")
    assert not says(True, "2026-09-02")


def test_a_dry_run_says_the_same_and_changes_nothing(ours):
    before = (ours.everything(), ours.history("goals", ours.ids["own"]))

    would = ours.erase_person(ours.person[0], by="grace", dry_run=True)

    assert (ours.everything(), ours.history("goals", ours.ids["own"])) == before
    done = ours.erase_person(ours.person[0], by="grace")
    assert would.rows == done.rows
    assert would.history == done.history
    assert would.mentions == done.mentions > 0


def test_rows_of_the_past_hold_together_without_the_person(ours, clock):
    before = clock()
    pseudonym = ours.erase_person(ours.person[0], by="grace").pseudonym

    then = {record.table: ours.rows(record.table, as_of=before) for record in RECORDS}

    assert ours.person[0] not in str(then)
    assert ours.ids["own"] not in str(then)
    for record in RECORDS:
        keys = {
            field.name: {row[target.key()] for row in then[target.table]}
            for field in record.fields()
            if field.about.ref
            for target in [record_of(field.about.ref)]
        }
        for row in then[record.table]:
            values = {name: row[name] for name in keys if row[name] is not None}
            assert all(value in keys[name] for name, value in values.items()), row
    handles = {row["handle"] for row in then["mentorships"]}
    assert handles == {f"{pseudonym}-grace", "circle"}


def test_what_they_reported_of_others_stays_without_their_words(ours):
    done = ours.erase_person(ours.person[0], by="grace")

    reported, _ = ours.get("progress", ours.ids["reported"])
    assert (reported.by_id, reported.level) == (done.pseudonym, 1)
    assert reported.note == "(erased)"
    stub, _ = ours.get("people", done.pseudonym)
    assert (stub.name, stub.email, stub.org_unit) == ("(erased)", None, None)


def test_what_they_rated_others_stays_and_what_others_rated_them_goes(ours):
    handle = ours.person[0]
    done = ours.erase_person(handle, by="grace")

    for by in (handle, "grace"):
        gone = {"assessment_id": [ours.ids[f"{handle} by {by}"]]}
        assert not ours.rows("assessments", gone)
        assert not ours.rows("responses", gone)
    kept = {"assessment_id": [ours.ids[f"eve by {handle}"]]}
    (sheet,) = ours.rows("assessments", kept)
    (answer,) = ours.rows("responses", kept)
    assert (sheet["rater_id"], sheet["note"]) == (done.pseudonym, "(erased)")
    assert (answer["value"], answer["text"]) == (4, "(erased)")
    assert {row["sponsor_id"] for row in ours.rows("opportunities")} == {done.pseudonym}


def test_their_private_notes_go_from_the_sessions_of_a_group(ours):
    ours.erase_person(ours.person[0], by="grace")

    session, _ = ours.get("sessions", ours.ids["session"])
    assert (session.private_note, session.private_note_by) == (None, None)
    assert "spoken" in session.summary


def test_whoever_had_an_older_version_open_cannot_save_it_back(ours):
    session, seen = ours.get("sessions", ours.ids["told"])
    ours.erase_person(ours.person[0], by="grace")

    with pytest.raises(mk.Conflict):
        ours.revise(
            "sessions",
            session.id,
            {"summary": session.summary + "!"},
            by="grace",
            version=seen,
        )


def test_an_erasure_cannot_be_undone_and_nothing_from_before_brings_it_back(ours):
    (made,) = {
        line["change_set"]
        for line in ours.history("sessions", ours.ids["told"])
        if line["op"] == "revise"
    }
    ours.erase_person(ours.person[0], by="grace")

    with pytest.raises(mk.NotFound, match="cannot be undone"):
        ours.undo(by="grace")
    with pytest.raises(mk.Conflict):
        ours.undo(by="grace", change_set=made)
    assert ours.check().ok


def test_nobody_is_left_of_a_person_whom_no_row_needs(store):
    done = store.erase_person("ada", by="grace", why="asked")

    assert [row["handle"] for row in store.rows("people")] == ["grace"]
    told = store.history("people", done.pseudonym)
    assert [(line["op"], line["by"], line["why"]) for line in told] == [
        ("add", "grace", "asked"),
        ("erase", "grace", "asked"),
    ]
    assert store.rows("members", {"person_id": ["ada"]}) == []
    assert store.check().ok


def test_a_mentorship_goes_with_the_last_of_its_people(store):
    first = store.erase_person("ada", by="grace")
    assert [r["handle"] for r in store.rows("mentorships")] == [
        f"{first.pseudonym}-grace"
    ]

    store.erase_person("grace", by="grace")

    assert store.rows("mentorships") == []
    assert store.rows("people") == []
    assert store.check().ok


def test_ids_that_were_made_from_a_name_are_made_anew(store):
    store.add(
        [
            mk.Goal(
                goal_id="goal-of-ada",
                mentorship_id="ada-grace",
                owner_id="grace",
                title="Teach better",
            ),
            mk.Milestone(goal_id="goal-of-ada", title="Read one book"),
        ],
        "grace",
    )

    store.erase_person("ada", by="grace")

    (goal,) = store.rows("goals")
    (milestone,) = store.rows("milestones")
    assert goal["goal_id"].startswith("g-")
    assert milestone["goal_id"] == goal["goal_id"]
    assert store.check().ok
    words = ["goal-of-ada", "ada-grace", "Ada Lovelace"]
    assert found_in_bytes(store, words) == []


def test_a_namesake_keeps_handle_and_name(store):
    store.add([mk.Person(handle="ada-berg", name="Ada Berg")], "grace")
    store.add(
        [
            mk.Goal(
                mentorship_id="ada-grace",
                owner_id="grace",
                title="Ada Berg and Ada meet ada-berg",
            )
        ],
        "grace",
    )

    store.erase_person("ada", by="grace")

    assert {row["handle"] for row in store.rows("people")} == {"ada-berg", "grace"}
    (goal,) = store.rows("goals")
    assert goal["title"] == "Ada Berg and (erased) meet ada-berg"


@pytest.mark.file
def test_an_open_reader_keeps_the_log_and_finishing_later_empties_it(
    store, monkeypatch
):
    monkeypatch.setattr("mentorkit.store.sqlite.PATIENCE", 0.5)
    reader = Store(store.place)
    words = [re.escape("Ada Lovelace")]
    with reader._database.reading() as connection:
        connection.exec_driver_sql("select count(*) from people").one()

        done = store.erase_person("ada", by="grace")

        assert "mentorkit erase --finish" in done.unfinished
        assert found_in_bytes(store, words)

    assert store.scrub() is None
    assert found_in_bytes(store, words) == []
    reader.close()


def test_many_erasures_and_changes_keep_the_history_whole(store):
    for number in range(3):
        store.add([mk.Person(handle=f"p{number}", name=f"Person {number}")], "grace")
        store.add(
            [
                mk.Member(
                    mentorship_id="ada-grace", person_id=f"p{number}", role="observer"
                )
            ],
            f"p{number}",
        )
        store.erase_person(f"p{number}", by="grace", counts=number == 1)
        assert store.check().ok, store.check()


def test_on_a_server_their_login_has_no_access_any_more(server):
    name = server.new_database()
    store = Store.create(server.url(name))
    store.add([mk.Person(handle="ada", name="Ada Lovelace")], "keeper")
    store.grant("ada", "ada_l")
    try:
        done = store.erase_person("ada", by="keeper")

        assert done.logins == ("ada_l",)
        assert store.granted() == []
        assert found_in_bytes(store, ["Ada Lovelace", "ada_l"]) == []
    finally:
        store.close()
        server.drop(name)
        server.sql("DROP ROLE ada_l")
