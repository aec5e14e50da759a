"""The check: what it finds in a database that somebody or something has spoiled."""

import pytest

import mentorkit as mk
from by_hand import edit, without_checks


def goal(store, title="Read one book"):
    return store.add([mk.Goal(mentorship_id="ada-grace", title=title)], "ada")[0]


def messages(checkup):
    return [str(finding) for finding in checkup.findings]


def test_a_sound_database_passes_and_says_what_was_looked_at(store):
    checkup = store.check()

    assert checkup.ok
    assert checkup.counts == {"rows": 6, "changes": 6}
    assert str(checkup) == "All is well: 6 rows, 6 changes."


PUT_IN = (
    "insert into people (person_id, handle, name, timezone, language, version)"
    " values ('p-1', 'eve', 'Eve', 'UTC', 'en', 1)"
)

WRONG = {
    "a row that its model refuses": (
        "update goals set status = 'nearly'",
        "rows: goals {goal}: status: Choose one of",
    ),
    "a rule between fields": (
        "update goals set due_on = '2001-01-01'",
        "rows: goals {goal}: due_on: The due date cannot be before",
    ),
    "a value changed by hand": (
        "update goals set title = 'By hand'",
        "history: goals {goal}: Its title is not what its last change made of it.",
    ),
    "a version changed by hand": (
        "update goals set version = 9",
        "history: goals {goal}: Its version is 9; its history counts 2.",
    ),
    "a row taken out by hand": (
        "delete from goals",
        "history: goals {goal}: It is missing, and was never erased.",
    ),
    "a row put in by hand": (
        PUT_IN,
        "history: people p-1: It has no history.",
    ),
    "a line taken out of the history": (
        "delete from changes where op = 'add' and table_name = 'goals'",
        "history: goals {goal}: Version 2 follows version 0.",
    ),
    "a line changed in the history": (
        "update changes set after = '\"Other\"' where field = 'title'",
        "history: goals {goal}: Its title is not what",
    ),
    "a line that is no JSON": (
        "update changes set after = 'Other' where field = 'title'",
        "history: goals {goal}: A line of its history is no JSON.",
    ),
    "an undo of nothing": (
        "update changes set undoes = 'cs-none' where field = 'title'",
        "history: goals {goal}: It undoes 'cs-none', which never was.",
    ),
    "a table that is none": (
        "update changes set table_name = 'gaols' where field = 'title'",
        "history: gaols {goal}: There is no such table.",
    ),
    "a clock that runs ahead": (
        "update changes set at = '2999-01-01T00:00:00.000000Z' where field = 'title'",
        "clock: 1 change is dated later than now, up to 2999-01-01 00:00 UTC",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_the_check_finds(store, case):
    statements, told = WRONG[case]
    kept = goal(store, "First")
    store.revise("goals", kept.id, {"title": "Second"}, by="ada")

    refused = case in ("a row that its model refuses", "a rule between fields")
    first = without_checks(store.place, "goals") if refused else []
    edit(store.place, *first, statements)

    found = messages(store.check())
    assert any(told.format(goal=kept.id) in message for message in found), found


@pytest.mark.file
def test_the_check_tells_of_a_damaged_file_instead_of_failing(store):
    for number in range(40):
        goal(store, f"{number} " + "x" * 180)
    store.close()
    edit(store.place, "pragma wal_checkpoint(truncate)")
    content = bytearray(store.place.read_bytes())
    for start in range(8 * 4096, len(content), 4096):
        content[start : start + 400] = b"\xff" * 400
    store.place.write_bytes(content)

    checkup = store.check()

    assert not checkup.ok
    assert checkup.findings[0].area == "file"


@pytest.mark.file
def test_the_check_finds_a_reference_to_nothing(store):
    kept = goal(store)

    edit(store.place, "update goals set owner_id = 'p-gone'")

    found = messages(store.check())
    assert f"references: goals {kept.id}: Its owner_id names 'p-gone'" in found[0]


def test_the_check_repeats_nobodys_words(store):
    goal(store)
    edit(
        store.place,
        *without_checks(store.place, "goals"),
        "update goals set title = '" + "0" * 300 + "'",
    )

    checkup = store.check()

    assert not checkup.ok
    assert "0" * 50 not in str(checkup)
