"""Erasing a person whose name is in sealed texts, and whose texts are sealed."""

import re

import pytest

import mentorkit as mk
from mentorkit.privacy.mentions import ERASED
from mentorkit.store import Store
from mentorkit.store.schema import SEAL
from mentorkit.store.sealing import MISSING
from planted import PEOPLE, Secrets, found_in_bytes, patterns_of, plant
from sealed_program import kept_as, row


TOKEN = re.compile(r"sealed:1:([\w-]+):([\w=-]+)")


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def planted(request, database, keys, clock, secrets):
    """A store that seals, with texts in every field."""
    store = Store.create(database, now=clock, keys=keys)
    plant(store, PEOPLE[getattr(request, "param", "combining")], secrets)
    yield store
    store.close()


@pytest.mark.file
@pytest.mark.parametrize("planted", ["cyrillic", "chinese"], indirect=True)
def test_names_in_other_scripts_are_found_when_all_is_opened(planted, secrets):
    erased_and_opened(planted, secrets, counts=False)


@pytest.mark.parametrize("counts", [False, True])
def test_once_all_is_opened_no_byte_of_the_person_shows_and_others_words_do(
    planted, secrets, counts
):
    erased_and_opened(planted, secrets, counts=counts)


def erased_and_opened(planted, secrets, *, counts):
    """Erase a person, open every seal, and look at the bytes."""
    patterns = patterns_of(planted, secrets)
    found = TOKEN.finditer(kept_as(planted))
    opened = " ".join(planted.seals.text(token.group()) for token in found)
    sealed = {word for word in secrets.kept if word in opened}
    assert len(sealed) > 20, "others' texts are sealed"
    assert not found_in_bytes(planted, sealed)

    done = planted.erase_person(planted.person[0], by="grace", counts=counts)

    assert (done.unfinished, done.unread) == (None, {})
    assert planted.check().ok, planted.check()
    assert found_in_bytes(planted, patterns) == []
    assert not found_in_bytes(planted, sealed)
    planted.unseal()
    assert found_in_bytes(planted, patterns) == []
    assert set(found_in_bytes(planted, sealed)) == sealed
    assert planted.check().ok, planted.check()


@pytest.fixture
def goals(sealed):
    """Two goals of Ada's mentorship with Mary, who has one text that names Ada."""
    sealed.add([mk.Person(handle="mary", name="Mary Somerville")], "grace")
    sealed.add(
        [mk.Member(mentorship_id="ada-mary", person_id="mary", role="mentor")], "mary"
    )
    named, other, erased = sealed.add(
        [
            mk.Goal(
                mentorship_id="ada-mary",
                owner_id="mary",
                title="Listen",
                specific=specific,
                relevant="For both of us",
            )
            for specific in ("When Ada talks", "When others talk", "As ADA did")
        ],
        "mary",
    )
    sealed.revise("goals", named.id, {"specific": "While Ada talks"}, by="mary")
    sealed.erase("goals", erased.id, by="mary")
    return named.id, other.id, erased.id


def tokens(store):
    return set(TOKEN.findall(kept_as(store)))


def test_what_does_not_name_them_stays_byte_for_byte(sealed, goals):
    before = tokens(sealed)
    mary = sealed.find_id("mentorships", "ada-mary")

    sealed.erase_person("ada", by="grace")

    named, other, erased = goals
    new = tokens(sealed) - before
    assert len(before & tokens(sealed)) == 4
    assert {mentorship for mentorship, _ in new} == {mary}
    assert len(new) == 3, "the text now, the one before, and that of the erased goal"
    assert row(sealed, "goals", named)["specific"] == f"While {ERASED} talks"
    assert row(sealed, "goals", other)["specific"] == "When others talk"
    past = [
        (line["before"], line["after"])
        for line in sealed.history("goals", named)
        if line["field"] == "specific" and not line["change_set"].startswith("er-")
    ]
    assert past == [(f"When {ERASED} talks", f"While {ERASED} talks")]
    (line,) = [e for e in sealed.history("goals", erased) if e["op"] == "erase"]
    assert line["before"]["specific"] == f"As {ERASED} did"
    assert sealed.check().ok


def test_a_text_that_does_not_open_is_counted_and_left_as_it_is(sealed, goals, keys):
    mary = sealed.find_id("mentorships", "ada-mary")
    sealed.seals.keys.path(mary).rename(keys.parent / "away.key")
    before = tokens(sealed)
    told = sealed.erase_person("ada", by="grace", dry_run=True)

    done = sealed.erase_person("ada", by="grace")

    assert told.unread == done.unread == {mary: 7}
    assert f"7 sealed texts of the mentorship '{mary}' cannot be looked through" in str(
        told
    )
    assert tokens(sealed) == before
    assert row(sealed, "goals", goals[0])["specific"] == MISSING
    (keys.parent / "away.key").rename(sealed.seals.keys.path(mary))
    assert row(sealed, "goals", goals[0])["specific"] == "While Ada talks"


def test_a_destroyed_key_leaves_nothing_to_look_through(sealed, goals):
    sealed.seals.drop(sealed.find_id("mentorships", "ada-mary"))

    done = sealed.erase_person("ada", by="grace")

    assert done.unread == {}
    assert row(sealed, "goals", goals[0])["title"] == "Listen"


def test_texts_are_opened_by_the_id_that_their_mentorship_gets(sealed, keys):
    sealed.add(
        [
            mk.Mentorship(
                mentorship_id="team-of-ada",
                handle="team",
                mode="group",
                status="active",
            ),
            mk.Person(handle="mary", name="Mary Somerville"),
        ],
        "grace",
    )
    sealed.add(
        [
            mk.Member(mentorship_id="team-of-ada", person_id=who, role=role)
            for who, role in (
                ("ada", "mentee"),
                ("mary", "mentee"),
                ("grace", "mentor"),
            )
        ],
        "grace",
    )
    said, heard = sealed.add(
        [
            mk.Goal(
                mentorship_id="team-of-ada",
                owner_id="mary",
                title="Listen",
                specific=text,
            )
            for text in ("When Ada talks", "When others talk")
        ],
        "mary",
    )

    done = sealed.erase_person("ada", by="grace")

    new = sealed.find_id("mentorships", "team")
    assert done.moved == {"team-of-ada": new}
    assert {path.stem for path in keys.iterdir()} == {"team-of-ada", new}
    assert row(sealed, "goals", said.id)["specific"] == f"When {ERASED} talks"
    assert row(sealed, "goals", heard.id)["specific"] == "When others talk"
    assert f"{SEAL}team-of-ada" not in kept_as(sealed)
    sealed.revise("goals", heard.id, {"specific": "Always"}, by="mary")
    assert sealed.check().ok


def test_a_title_that_only_looks_sealed_is_looked_through(sealed):
    (goal,) = sealed.add(
        [
            mk.Goal(
                mentorship_id="ada-grace",
                owner_id="grace",
                title=f"{SEAL}word: teach Ada",
            )
        ],
        "grace",
    )

    sealed.erase_person("ada", by="grace")

    assert row(sealed, "goals", goal.id)["title"] == f"{SEAL}word: teach {ERASED}"


def test_emptied_texts_need_no_key_and_are_sealed_by_none(sealed, keys):
    (session,) = sealed.add(
        [
            mk.Session(
                mentorship_id="ada-grace",
                starts_at="2026-09-01T15:00:00Z",
                summary="Between us",
            )
        ],
        "grace",
    )
    pair = sealed.find_id("mentorships", "ada-grace")
    done = sealed.erase_person("ada", by="grace")
    assert (done.sealed, done.still_sealed) == ({pair}, {})

    assert sealed.drop_unused_keys(done.pairs) == [pair]

    assert list(keys.iterdir()) == []
    assert row(sealed, "sessions", session.id)["summary"] == ERASED
    assert sealed.seal(keys).texts == 0
    sealed.revise("sessions", session.id, {"minutes": 30}, by="grace")
    assert sealed.check().ok
    sealed.revise("sessions", session.id, {"summary": "Alone"}, by="grace")
    assert row(sealed, "sessions", session.id)["summary"] == "Alone"
    assert sealed.check().ok


def test_a_key_that_seals_anything_is_never_destroyed_as_unused(sealed):
    pair = sealed.find_id("mentorships", "ada-grace")
    (mine,) = sealed.add(
        [mk.Reflection(mentorship_id="ada-grace", text="Mine alone")], "grace"
    )
    sealed.erase("reflections", mine.id, by="grace")

    done = sealed.erase_person("ada", by="grace")

    assert done.still_sealed == {pair: 1}
    assert sealed.drop_unused_keys(done.pairs) == []
    (line,) = [e for e in sealed.history("reflections", mine.id) if e["op"] == "erase"]
    assert line["before"]["text"] == "Mine alone"
