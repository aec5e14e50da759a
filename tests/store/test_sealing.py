"""Private text at rest: what no byte shows, what a lost key means, what still works."""

import contextlib
import datetime as dt
import json
import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import sqlalchemy as sa

import mentorkit as mk
from mentorkit.models import RECORDS, Member, Mentorship, Person, Program
from mentorkit.store import Store, backups
from mentorkit.store.schema import SEALED, TABLES
from mentorkit.store.sealing import MISSING


PRIVATE = "kestrel"
"""A word that is only ever planted in private texts."""

OPEN = "visible heading"


@pytest.fixture
def keys(tmp_path):
    return tmp_path / "elsewhere" / "keys"


@pytest.fixture
def sealed(place, keys, clock):
    """A store that seals from its first day, with one mentorship in it."""
    store = Store.create(place, now=clock, keys=keys)
    populate(store)
    yield store
    store.close()


def populate(store):
    store.add(
        [
            Program(handle="first", name="First program"),
            Person(handle="ada", name="Ada Lovelace"),
            Person(handle="grace", name="Grace Hopper"),
            Mentorship(handle="ada-grace", status="active"),
            Mentorship(handle="ada-mary", status="active"),
        ],
        "grace",
    )
    store.add(
        [
            Member(mentorship_id="ada-grace", person_id="ada", role="mentee"),
            Member(mentorship_id="ada-mary", person_id="ada", role="mentee"),
            Member(mentorship_id="ada-grace", person_id="grace", role="mentor"),
        ],
        "grace",
    )


def lived_in(store, mentorship="ada-grace"):
    """Plant private words in every way that a text gets into a database."""
    (goal,) = store.add(
        [
            mk.Goal(
                mentorship_id=mentorship,
                title=OPEN,
                specific=f"{PRIVATE} one",
                level_0=f"{PRIVATE} ünö — 鷹",
            )
        ],
        "ada",
    )
    kept, taken = store.add(
        [
            mk.Milestone(goal_id=goal.id, title=OPEN, success_means=f"{PRIVATE} two"),
            mk.Milestone(goal_id=goal.id, title=OPEN, success_means=f"{PRIVATE} three"),
        ],
        "ada",
    )
    (session,) = store.add(
        [
            mk.Session(
                mentorship_id=mentorship,
                starts_at=dt.datetime(2026, 9, 1, 15, tzinfo=dt.UTC),
                summary=f"{PRIVATE} " * 4000,
                private_note=f"{PRIVATE} four",
            )
        ],
        "grace",
    )
    store.revise("goals", goal.id, {"specific": f"{PRIVATE} five"}, by="ada")
    store.revise("goals", goal.id, {"specific": f"{PRIVATE} six"}, by="ada")
    store.undo(by="ada")
    store.erase("milestones", taken.id, by="ada")
    store.erase("milestones", kept.id, by="ada")
    store.undo(by="ada")
    store.revise("sessions", session.id, {"agenda": f"{PRIVATE} seven"}, by="grace")
    store.revise("sessions", session.id, {"agenda": None}, by="grace")
    return goal.id, kept.id, session.id


def bytes_of(folder):
    """Return every byte of every file in a folder but the keys, by name."""
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".key"
    }


def kept_as(store):
    """Return everything that the tables hold, as the database keeps it."""
    with store._database.reading() as connection:
        names = [*TABLES, "changes"]
        found = [connection.exec_driver_sql(f"select * from {n}").all() for n in names]
    return str(found)


def row(store, table, row_id):
    return next(r for r in store.rows(table) if r[next(iter(r))] == row_id)


def test_what_is_sealed_is_private_free_text_of_rows_of_a_mentorship():
    expected = {
        "milestones": {"success_means"},
        "progress": {"note"},
        "sessions": {"objective", "agenda", "summary", "private_note"},
        "reflections": {"prompt", "text"},
        "decisions": {"decision", "rationale"},
    }

    assert {k: set(v) for k, v in SEALED.items() if k in expected} == expected
    for record in RECORDS:
        for name in SEALED.get(record.table, ()):
            field = record.field(name)
            assert field.free_text
            assert field.about.reads != "all"
            assert all(name not in names for names in (record.order, *record.unique))
    assert "people" not in SEALED
    assert "title" not in SEALED["goals"]


def test_sealed_from_the_beginning_no_private_word_is_ever_kept(sealed, keys):
    goal, milestone, session = lived_in(sealed)

    held = kept_as(sealed)
    assert PRIVATE not in held
    assert OPEN in held
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert row(sealed, "goals", goal)["level_0"] == f"{PRIVATE} ünö — 鷹"
    assert row(sealed, "milestones", milestone)["success_means"] == f"{PRIVATE} two"
    assert row(sealed, "sessions", session)["summary"].count(PRIVATE) == 4000
    told = [(line["before"], line["after"]) for line in sealed.history("goals", goal)]
    assert told[1:] == [
        (f"{PRIVATE} one", f"{PRIVATE} five"),
        (f"{PRIVATE} five", f"{PRIVATE} six"),
        (f"{PRIVATE} six", f"{PRIVATE} five"),
    ]
    assert [path.suffix for path in keys.iterdir()] == [".key"]
    assert sealed.check().ok


@pytest.mark.file
def test_no_byte_of_the_file_its_log_or_a_backup_shows_a_private_word(sealed, tmp_path):
    lived_in(sealed)
    backups.back_up(sealed.place, tmp_path / "backups.db")

    found = bytes_of(tmp_path)

    assert {Path("mentorkit.db"), Path("mentorkit.db-wal"), Path("backups.db")} <= {
        *found
    }
    assert [
        name for name, content in found.items() if PRIVATE.encode() in content
    ] == []
    assert any(OPEN.encode() in content for content in found.values())


def test_sealing_later_covers_rows_history_and_what_was_erased(store, keys):
    goal, milestone, session = lived_in(store)
    before = (store.everything(), store.history("goals", goal))
    assert PRIVATE in kept_as(store)

    done = store.seal(keys)

    assert PRIVATE not in kept_as(store)
    assert done.clean
    assert done.texts == 5
    assert (store.everything(), store.history("goals", goal)) == before
    assert store.check().ok
    erased = [
        line["before"]["success_means"]
        for line in store.history("milestones", milestone)
        if line["op"] == "erase"
    ]
    assert erased == [f"{PRIVATE} two"]
    again = store.seal(keys)
    assert (again.texts, again.logged) == (0, 0)


@pytest.mark.file
def test_sealing_later_leaves_no_private_word_in_any_byte(store, keys, tmp_path):
    lived_in(store)
    assert any(PRIVATE.encode() in content for content in bytes_of(tmp_path).values())

    store.seal(keys)

    assert [
        n for n, content in bytes_of(tmp_path).items() if PRIVATE.encode() in content
    ] == []


READER = textwrap.dedent(
    """
    import sqlite3, sys
    raw = sqlite3.connect(sys.argv[1], isolation_level=None)
    raw.execute("begin")
    raw.execute("select count(*) from goals").fetchall()
    print("reading", flush=True)
    sys.stdin.readline()
    raw.close()
    """
)


@pytest.mark.file
def test_a_reader_that_keeps_the_old_text_is_told_of_and_sealing_again_helps(
    store, keys, tmp_path, monkeypatch
):
    monkeypatch.setattr("mentorkit.store.sqlite.PATIENCE", 0.2)
    lived_in(store)
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(store.place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout.readline() == "reading\n"

    first = store.seal(keys)
    shown = [n for n, c in bytes_of(tmp_path).items() if PRIVATE.encode() in c]
    reader.communicate("enough\n", timeout=30)
    second = store.seal(keys)

    assert not first.clean
    assert shown != []
    assert "run this again" in str(first)
    assert second.clean
    assert [n for n, c in bytes_of(tmp_path).items() if PRIVATE.encode() in c] == []


def test_a_kernel_that_waits_with_the_database_open_does_not_keep_the_old_text(
    store, keys
):
    lived_in(store)
    other = Store(store.place)
    other.rows("goals")

    assert store.seal(keys).clean

    other.close()


def test_unsealing_gives_every_text_back_in_the_clear(sealed):
    goal, *_ = lived_in(sealed)
    before = (sealed.everything(), sealed.history("goals", goal))

    done = sealed.unseal()

    assert done.closed == ()
    assert (sealed.everything(), sealed.history("goals", goal)) == before
    assert "sealed:" not in kept_as(sealed)
    assert sealed.check().ok
    sealed.add(
        [mk.Goal(mentorship_id="ada-grace", title="t", specific="in clear")], "ada"
    )
    assert "in clear" in kept_as(sealed)


def test_texts_of_the_greatest_length_are_sealed_and_longer_ones_still_refused(sealed):
    (goal,) = sealed.add(
        [mk.Goal(mentorship_id="ada-grace", title="t", specific="é" * 2000)], "ada"
    )

    assert row(sealed, "goals", goal.id)["specific"] == "é" * 2000
    with pytest.raises(mk.InvalidRecord, match="2000"):
        sealed.revise("goals", goal.id, {"specific": "é" * 2001}, by="ada")


def test_the_database_still_refuses_a_clear_text_that_is_too_long(sealed):
    (goal,) = sealed.add([mk.Goal(mentorship_id="ada-grace", title="t")], "ada")
    query = sa.update(TABLES["goals"]).values(specific="x" * 2001)

    with (
        pytest.raises(sa.exc.IntegrityError, match="goals_specific_long"),
        sealed._database.writing() as connection,
    ):
        connection.execute(query)

    assert row(sealed, "goals", goal.id)["specific"] is None


def test_the_past_is_read_with_its_texts_opened(sealed, clock):
    goal, milestone, _ = lived_in(sealed)
    first = sealed.history("goals", goal)[0]["at"]

    then = sealed.rows("goals", as_of=first)
    erased = sealed.history("milestones", milestone)
    gone = next(line["at"] for line in erased if line["op"] == "erase")

    assert [r["specific"] for r in then] == [f"{PRIVATE} one"]
    before = sealed.rows("milestones", as_of=gone - dt.timedelta(microseconds=1))
    assert f"{PRIVATE} two" in {r["success_means"] for r in before}


def test_without_the_key_text_reads_as_a_sentence_and_nothing_fails(sealed, place):
    goal, milestone, session = lived_in(sealed)

    with contextlib.closing(Store(place)) as other:
        assert row(other, "goals", goal)["specific"] == MISSING
        assert row(other, "goals", goal)["title"] == OPEN
        assert row(other, "goals", goal)["relevant"] is None
        assert row(other, "sessions", session)["private_note"] == MISSING
        assert other.get("goals", goal)[0].specific == MISSING
        assert other.history("goals", goal)[1]["before"] == MISSING
        assert PRIVATE not in str(other.everything())


def test_without_the_key_other_fields_change_and_the_text_is_not_lost(sealed, place):
    goal, *_ = lived_in(sealed)
    with contextlib.closing(Store(place)) as other:
        shown = other.get("goals", goal)[0].model_dump()
        told = {**shown, "title": "renamed", "specific": MISSING}

        other.revise("goals", goal, told, by="ada")
        with pytest.raises(mk.Sealed, match="key"):
            other.revise("goals", goal, {"specific": "mine"}, by="ada")
        with pytest.raises(mk.Sealed, match="key"):
            other.revise("goals", goal, {"specific": None}, by="ada")

    assert row(sealed, "goals", goal)["title"] == "renamed"
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert sealed.check().ok


def test_without_the_key_a_row_can_be_erased_and_brought_back_whole(sealed, place):
    goal, milestone, _ = lived_in(sealed)
    with contextlib.closing(Store(place)) as other:
        other.erase("milestones", milestone, by="ada")
        other.undo(by="ada")
        assert (
            other.history("milestones", milestone)[-2]["before"]["success_means"]
            == MISSING
        )

    assert row(sealed, "milestones", milestone)["success_means"] == f"{PRIVATE} two"
    assert sealed.check().ok


def test_without_the_key_a_change_of_a_text_is_not_taken_back(sealed, place):
    goal, *_ = lived_in(sealed)
    sealed.revise("goals", goal, {"specific": f"{PRIVATE} eight"}, by="ada")

    with (
        contextlib.closing(Store(place)) as other,
        pytest.raises(mk.Sealed, match="cannot be changed here"),
    ):
        other.undo(by="ada")

    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} eight"


def test_a_sentence_that_comes_back_never_takes_the_place_of_the_text(sealed):
    goal, *_ = lived_in(sealed)

    sealed.revise("goals", goal, {"specific": MISSING, "title": "new"}, by="ada")

    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"
    assert row(sealed, "goals", goal)["title"] == "new"


def test_a_conflict_shows_what_was_written_not_how_it_is_kept(sealed):
    goal, *_ = lived_in(sealed)
    _, version = sealed.get("goals", goal)
    sealed.revise("goals", goal, {"specific": f"{PRIVATE} nine"}, by="grace")

    with pytest.raises(mk.Conflict) as caught:
        sealed.revise("goals", goal, {"specific": "mine"}, by="ada", version=version)

    assert caught.value.changed[-1]["after"] == f"{PRIVATE} nine"
    assert "sealed:" not in str(caught.value)


def test_a_second_key_is_never_made_for_texts_that_are_sealed(sealed, place, tmp_path):
    lived_in(sealed)
    elsewhere = tmp_path / "other machine"

    with contextlib.closing(Store(place, keys=elsewhere)) as other:
        with pytest.raises(mk.Sealed, match=r"\.key.*whoever has it"):
            other.add(
                [mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada"
            )
        other.add([mk.Goal(mentorship_id="ada-grace", title="no text")], "ada")
        other.add([mk.Goal(mentorship_id="ada-mary", title="t", specific="y")], "ada")

    mary = sealed.find_id("mentorships", "ada-mary")
    assert [path.name for path in elsewhere.iterdir()] == [f"{mary}.key"]


def test_a_dropped_key_takes_the_texts_of_its_mentorship_and_no_other(sealed, keys):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    mentorship = sealed.find_id("mentorships", "ada-grace")

    assert sealed.seals.drop(mentorship)

    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    assert not (keys / f"{mentorship}.key").exists()
    with pytest.raises(mk.Sealed, match="was destroyed on"):
        sealed.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada")
    assert sealed.check().ok
    assert not sealed.seals.drop(mentorship)


@pytest.mark.file
def test_an_old_backup_restores_with_all_but_the_texts_whose_key_is_gone(
    sealed, tmp_path, clock
):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    old = tmp_path / "old.db"
    backups.back_up(sealed.place, old)
    sealed.erase("goals", lone(sealed), by="ada")
    before = sealed.rows("goals")
    sealed.seals.drop(sealed.find_id("mentorships", "ada-grace"))

    backups.restore(sealed.place, old, clock())

    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    assert {r["goal_id"] for r in before} <= {
        r["goal_id"] for r in sealed.rows("goals")
    }
    assert sealed.check().ok


def lone(store):
    return store.add([mk.Goal(mentorship_id="ada-mary", title="alone")], "ada")[0].id


def test_the_check_tells_of_missing_keys_and_of_text_in_the_clear(
    sealed, place, tmp_path
):
    lived_in(sealed)
    mentorship = sealed.find_id("mentorships", "ada-grace")
    with contextlib.closing(Store(place)) as plain:
        plain.add(
            [mk.Goal(mentorship_id="ada-mary", title="t", specific="bare")], "ada"
        )
    with contextlib.closing(Store(place, keys=tmp_path / "empty")) as other:
        found = [str(finding) for finding in other.check().findings]

    assert len(found) == 2
    assert found[0].startswith(f"keys: mentorships {mentorship}: Its key is not here")
    assert (
        found[1] == "keys: 1 private text is in the clear. 'mentorkit seal' seals them."
    )


def test_the_check_names_the_row_of_a_text_that_does_not_open(sealed, keys):
    goal, *_ = lived_in(sealed)
    text = row_as_kept(sealed, goal)
    query = sa.update(TABLES["goals"]).values(specific=text[:-9] + "AAAAAAAA=")
    with sealed._database.writing() as connection:
        connection.execute(query.where(TABLES["goals"].c.goal_id == goal))

    found = [f for f in sealed.check().findings if f.area == "keys"]

    assert [(f.table, f.row) for f in found] == [("goals", goal)]
    assert "specific" in found[0].message
    assert sealed.find_id("mentorships", "ada-grace") in found[0].message
    assert "does not open" in row(sealed, "goals", goal)["specific"]
    with pytest.raises(mk.Sealed, match=goal):
        sealed.revise("goals", goal, {"specific": "new"}, by="ada")


def row_as_kept(store, goal):
    columns = TABLES["goals"].c
    with store._database.reading() as connection:
        query = sa.select(columns.specific).where(columns.goal_id == goal)
        return connection.execute(query).scalar_one()


@pytest.mark.parametrize("content", [b"", b"not a key", b"\xff" * 44])
def test_a_damaged_key_is_told_of_left_alone_and_loses_nothing(sealed, keys, content):
    goal, *_ = lived_in(sealed)
    path = keys / f"{sealed.find_id('mentorships', 'ada-grace')}.key"
    good = path.read_bytes()
    path.write_bytes(content)

    assert "does not open" in row(sealed, "goals", goal)["specific"]
    with pytest.raises(mk.StorageError, match="damaged"):
        sealed.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada")
    assert any("damaged" in str(f) for f in sealed.check().findings)
    assert path.read_bytes() == content

    path.write_bytes(good)
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"


def test_keys_are_readable_by_their_owner_only(sealed, keys):
    lived_in(sealed)

    assert stat.S_IMODE(keys.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in keys.iterdir()} == {0o600}


def test_unsealing_without_a_key_keeps_those_texts_and_names_the_mentorship(sealed):
    goal, *_ = lived_in(sealed)
    other, *_ = lived_in(sealed, "ada-mary")
    mentorship = sealed.find_id("mentorships", "ada-grace")
    path = sealed.seals.keys.path(mentorship)
    away = path.rename(path.with_name("away"))

    done = sealed.unseal()

    assert done.closed == (mentorship,)
    assert row(sealed, "goals", goal)["specific"] == MISSING
    assert row(sealed, "goals", other)["specific"] == f"{PRIVATE} five"
    away.rename(path)
    sealed.seal(path.parent)
    assert row(sealed, "goals", goal)["specific"] == f"{PRIVATE} five"


def test_nobody_types_what_looks_sealed(sealed, place, keys):
    goal, *_ = lived_in(sealed)
    stolen = row_as_kept(sealed, goal)

    for folder in (keys, None):
        with contextlib.closing(Store(place, keys=folder)) as store:
            mine = mk.Goal(mentorship_id="ada-mary", title="t", specific=stolen)
            with pytest.raises(mk.InvalidRecord, match="cannot begin with"):
                store.add([mine], "ada")
            with pytest.raises(mk.InvalidRecord, match="cannot begin with"):
                store.revise("goals", goal, {"relevant": stolen}, by="ada")


def test_a_decision_of_the_program_alone_stays_in_the_clear(sealed):
    sealed.add(
        [mk.Decision(program_id="first", decision="of all", rationale="r")], "grace"
    )
    sealed.add(
        [mk.Decision(mentorship_id="ada-grace", decision=PRIVATE, rationale=PRIVATE)],
        "grace",
    )

    assert "of all" in kept_as(sealed)
    assert PRIVATE not in kept_as(sealed)
    assert sealed.check().ok


MAKER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from mentorkit.store.keys import Keys

    keys = Keys(Path(sys.argv[1]))
    sys.stdin.readline()
    for number in range(200):
        keys.make(f"ms-{number}")
    """
)


@pytest.mark.file
def test_two_kernels_that_need_a_key_at_once_get_the_same(tmp_path):
    folder = tmp_path / "keys"
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", MAKER, str(folder)], stdin=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    seen = {}
    for maker in makers:
        maker.stdin.write("go\n")
        maker.stdin.flush()
    while any(maker.poll() is None for maker in makers):
        for path in folder.glob("*.key"):
            content = path.read_bytes()
            assert len(content) == 44
            assert seen.setdefault(path.name, content) == content
    assert [maker.wait() for maker in makers] == [0, 0]
    for maker in makers:
        maker.stdin.close()

    made = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert len(made) == len(set(made.values())) == 200
    assert seen
    assert seen.items() <= made.items()


@pytest.mark.file
def test_a_folder_of_keys_that_cannot_be_written_is_told_of(sealed, tmp_path):
    (tmp_path / "file").write_text("in the way")

    with contextlib.closing(
        Store(sealed.place, keys=tmp_path / "file" / "keys")
    ) as store:
        with pytest.raises(mk.StorageError, match="cannot be (read|written)"):
            store.add(
                [mk.Goal(mentorship_id="ada-grace", title="t", specific="x")], "ada"
            )
        assert store.rows("goals") == []


def test_sealing_that_fails_changes_nothing(store, keys):
    lived_in(store)
    held = kept_as(store)
    keys.parent.write_text("in the way")

    with pytest.raises(mk.StorageError):
        store.seal(keys)

    assert kept_as(store) == held
    store.add([mk.Goal(mentorship_id="ada-grace", title="t", specific="after")], "ada")
    assert "after" in kept_as(store)


@pytest.mark.file
def test_without_the_library_the_error_names_what_to_install(store, keys):
    code = textwrap.dedent(
        f"""
        import sys
        sys.modules["cryptography"] = None
        from pathlib import Path
        import mentorkit as mk
        from mentorkit.store import Store
        Store(Path({str(store.place)!r})).rows("goals")
        try:
            Store(Path({str(store.place)!r}), keys=Path({str(keys)!r}))
        except mk.WorkspaceError as error:
            print(error)
        """
    )

    found = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ},
    )

    assert "pip install 'mentorkit[sealed]'" in found.stdout


@pytest.mark.file
def test_a_backup_of_a_server_or_a_file_holds_ciphertext_in_its_history(
    sealed, tmp_path
):
    lived_in(sealed)
    copy = tmp_path / "copy.db"
    backups.back_up(sealed.place, copy)

    with contextlib.closing(sqlite3.connect(copy)) as raw:
        lines = raw.execute("select before from changes where op = 'erase'").fetchall()

    values = [json.loads(before) for (before,) in lines]
    assert values
    assert all(v["success_means"].startswith("sealed:1:ms-") for v in values)
    assert all(v["title"] == OPEN for v in values)
