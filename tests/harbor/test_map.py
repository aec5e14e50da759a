"""The program's files as they are, through one map: the same tables, nothing lost."""

from __future__ import annotations

import pytest
from tests.harbor.conftest import SOURCE
from tests.harbor.test_tidy import COUNTS

import mentorkit as mk
from mentorkit.workspace import Workspace


MAP = SOURCE / "map.toml"


@pytest.fixture(scope="module")
def arrived(tmp_path_factory):
    ws = Workspace.create(tmp_path_factory.mktemp("map") / "keeper", name="Keeper")
    return ws, ws.import_files(SOURCE, MAP, leave_out_problems=True)


def test_as_many_rows_as_by_hand(arrived):
    _, done = arrived

    assert {table: n["added"] for table, n in done.counts.items()} == COUNTS


def test_known_bad_rows_are_told_by_row_column_and_value_and_nothing_else(arrived):
    _, done = arrived

    assert [(p.file, p.row, p.field, p.value) for p in done.problems] == [
        ("goals.csv", 18, "Mentee", "Tom"),
        ("goals.csv", 20, "Mentee", "tom"),
        ("pairs.csv", 14, "Mentor", "nobody@harbor.example"),
        ("session log.csv", 71, "Date", "31/02/2026"),
    ]
    assert "tom.b@harbor.example, tom@harbor.example" in done.problems[0].message


def test_without_leave_the_bad_rows_refuse_everything(tmp_path):
    ws = Workspace.create(tmp_path / "strict", name="Keeper")

    with pytest.raises(mk.ImportRefused):
        ws.import_files(SOURCE, MAP)

    assert len(ws.people()) == 1


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("signup.csv, row 21:", "The row is blank"),
        ("signup.csv, row 4:", "there again in row 20, which is newer"),
        ("signup.csv, row 9, Hours per month:", "“about 3” was read as 3"),
        ("signup.csv:", "“Skills I can share”; what its 18 cells say is left out"),
    ],
)
def test_what_was_odd_and_understood_is_told(arrived, place, words):
    _, done = arrived

    told = [str(r) for r in done.remarks if str(r).startswith(place)]

    assert [words in line for line in told].count(True) == 1


def test_a_second_import_changes_nothing(arrived):
    ws, _ = arrived

    done = ws.import_files(SOURCE, MAP, leave_out_problems=True)

    assert {(n["added"], n["changed"]) for n in done.counts.values()} == {(0, 0)}
    assert sum(n["unchanged"] for n in done.counts.values()) == sum(COUNTS.values())


def rows(ws, table, *columns):
    """Return columns of a table, with handles where there are any."""
    frame = ws.frame(table, audience="pair")
    return sorted(map(repr, frame[list(columns)].astype(str).to_numpy().tolist()))


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("mentorships", ("handle", "mode", "starts_on", "status")),
        ("members", ("mentorship", "person", "role", "joined_on")),
        ("goals", ("mentorship", "owner", "title", "target", "set_on", "due_on")),
        ("milestones", ("title", "position", "due_on", "status", "done_on")),
        ("progress", ("mentorship", "value", "by")),
        (
            "sessions",
            ("mentorship", "starts_at", "minutes", "kind", "status", "summary"),
        ),
        ("reflections", ("author", "confidence", "written_on", "visibility")),
        ("actions", ("mentorship", "owner", "title", "set_on", "due_on")),
        ("decisions", ("mentorship", "by", "decision", "rationale", "decided_on")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_tables_say_what_the_hand_made_ones_say(
    arrived, tidied, tmp_path, table, columns
):
    ws, _ = arrived
    by_hand = Workspace.create(tmp_path / "hand", name="Keeper")
    by_hand.import_folder(tidied[0])

    assert rows(ws, table, *columns) == rows(by_hand, table, *columns)


def test_what_was_confidential_is_the_mentors_own_note(arrived):
    ws, _ = arrived

    notes = [row for row in ws.store.rows("sessions") if row["private_note"]]

    assert {row["private_note"] for row in notes} == {"thinking of leaving the team"}
    assert all(row["private_note_by"] for row in notes)
    assert not any("CONFIDENTIAL" in (r["summary"] or "") for r in notes)


def test_one_file_alone_becomes_what_it_can(tmp_path):
    ws = Workspace.create(tmp_path / "one", name="Keeper")

    done = ws.import_files(SOURCE / "signup.csv", MAP)

    assert set(done.counts) == {"programs", "people", "enrollments"}
    assert len(done.remarks) > 3


def test_people_who_were_there_before_are_known_by_their_address(tmp_path):
    ws = Workspace.create(tmp_path / "known", name="Keeper")
    ws.add(mk.Person(handle="zo", name="Zoë", email="zoe@harbor.example"))

    ws.import_files(SOURCE, MAP, leave_out_problems=True)

    people = ws.people().set_index("email")
    assert people.loc["zoe@harbor.example", "handle"] == "zo"
    assert people.loc["zoe@harbor.example", "name"] == "Zoë Ångström"
    assert "zo-grace" in set(ws.mentorships(audience="pair")["handle"])


def test_somebody_else_with_the_same_handle_is_never_overwritten(tmp_path):
    ws = Workspace.create(tmp_path / "other", name="Keeper")
    ws.add(mk.Person(handle="zoe", name="Zoe Smith", email="zoe@smith.example"))

    done = ws.import_files(SOURCE / "signup.csv", MAP, dry_run=True)

    assert any("somebody else's here" in p.message for p in done.problems)
    assert ws.people().set_index("handle").loc["zoe", "name"] == "Zoe Smith"
