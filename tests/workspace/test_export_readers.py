"""Exports for a reader, and about a person: nobody's private text slips out."""

import csv
import datetime as dt
import re

import frictionless
import openpyxl
import pandas as pd
import pytest

import mentorkit as mk


pytestmark = pytest.mark.file


KINDS = ("goal", "action", "thought", "choice", "seen")
"""What each planted text begins with: it goes on with whose it is, and for whom."""


@pytest.fixture
def told(workspace):
    """A workspace whose every text says whose it is and who may read it."""
    workspace.add(mk.Person(handle="eve", name="Eve", email="eve-mail@example.org"))
    workspace.add(mk.Enrollment(person_id="eve", role="mentee", hopes="eve-hopes"))
    workspace.begin(mentee="Bo Berg", mentor="eve", handle="bo-eve")
    for pair, mentee, mentor in (
        ("ada-grace", "ada", "grace"),
        ("bo-eve", "bo", "eve"),
    ):
        for who in (mentee, mentor):
            for circle in ("program", "pair", "private"):
                tag = f"{who}-{circle}"
                workspace.add(
                    mk.Goal(
                        goal_id=f"g-{tag}",
                        mentorship_id=pair,
                        owner_id=who,
                        title=f"goal-{tag}",
                        visibility=circle,
                    ),
                    mk.Milestone(goal_id=f"g-{tag}", title=f"step-{tag}"),
                    mk.Action(
                        mentorship_id=pair,
                        owner_id=who,
                        title=f"action-{tag}",
                        visibility=circle,
                    ),
                    mk.Reflection(
                        mentorship_id=pair,
                        author_id=who,
                        text=f"thought-{tag}",
                        visibility=circle,
                    ),
                    mk.Decision(
                        mentorship_id=pair,
                        decision=f"choice-{tag}",
                        rationale="so",
                        by_id=who,
                        visibility=circle,
                    ),
                    mk.Progress(
                        goal_id=f"g-{mentee}-program",
                        note=f"seen-{tag}",
                        by_id=who,
                        visibility=circle,
                    ),
                )
            workspace.add(
                mk.Session(
                    mentorship_id=pair,
                    starts_at=dt.datetime(2026, 8, 20, 9, tzinfo=dt.UTC),
                    summary=f"summary-{who}",
                    private_note=f"note-{who}",
                    private_note_by=who,
                )
            )
    return workspace


def valid(folder):
    """Return what a validator of Data Packages finds wrong with a folder."""
    report = frictionless.validate("datapackage.json", basepath=str(folder))
    found = [error.type for error in report.errors]
    return found + [error.type for task in report.tasks for error in task.errors]


def rows(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def words(folder):
    """Return all bytes of a folder as one text."""
    return "\n".join(
        file.read_bytes().decode("utf-8", "replace") for file in folder.iterdir()
    )


def test_without_an_audience_everything_is_in_an_export(told, tmp_path):
    told.export(tmp_path / "out")

    text = words(tmp_path / "out")
    for who in ("ada", "grace", "bo", "eve"):
        assert f"note-{who}" in text
        for circle in ("private", "pair", "program"):
            assert all(f"{kind}-{who}-{circle}" in text for kind in KINDS)


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize(
    ("audience", "left_out"), [("pair", ("private",)), ("program", ("private", "pair"))]
)
def test_an_audience_reads_nothing_narrower(told, tmp_path, kind, audience, left_out):
    if kind == "parquet":
        pytest.importorskip("pyarrow")

    told.export(tmp_path / "out", format=kind, audience=audience)

    text = said_in(tmp_path / "out", kind)
    for who in ("ada", "grace", "bo", "eve"):
        assert f"note-{who}" not in text
        for circle in left_out:
            assert not [k for k in KINDS if f"{k}-{who}-{circle}" in text]
        assert all(f"{kind}-{who}-program" in text for kind in KINDS)
    if kind == "csv":
        assert valid(tmp_path / "out") == []


def test_a_workspace_opened_for_an_audience_exports_for_it(told, tmp_path):
    mk.open(told.folder, audience="program").export(tmp_path / "out")

    assert "goal-ada-program" in words(tmp_path / "out")
    assert "goal-ada-pair" not in words(tmp_path / "out")


def said_in(folder, kind):
    """Return what every cell of an export says, whatever its format."""
    if kind == "csv":
        return words(folder)
    if kind == "xlsx":
        book = openpyxl.load_workbook(folder / "tables.xlsx")
        return "\n".join(
            str(cell.value)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
        )
    return "\n".join(pd.read_parquet(f).to_csv() for f in folder.glob("*.parquet"))


def test_a_person_is_given_what_they_may_read(told, tmp_path):
    ada = mk.open(told.folder, as_="ada")

    ada.export(tmp_path / "out", audience="person")

    text = words(tmp_path / "out")
    assert valid(tmp_path / "out") == []
    assert all(f"{kind}-ada-private" in text for kind in KINDS)
    assert all(f"{kind}-grace-pair" in text for kind in KINDS)
    assert not [kind for kind in KINDS if f"{kind}-grace-private" in text]
    assert "note-ada" in text
    assert "note-grace" not in text
    assert "-bo-" not in text
    assert "-eve-" not in text
    assert "eve-mail" not in text
    assert "eve-hopes" not in text


def test_an_export_for_a_person_whom_nobody_knows_says_so(workspace, tmp_path):
    workspace.user = "stranger"

    with pytest.raises(mk.WorkspaceError, match="say who reads"):
        workspace.export(tmp_path / "out", audience="person")

    assert not (tmp_path / "out").exists()


def test_a_persons_bundle_holds_every_row_about_them(told, tmp_path):
    counts = told.export(tmp_path / "out", person="ada")

    out = tmp_path / "out"
    text = words(out)
    assert valid(out) == []
    assert [row["handle"] for row in rows(out, "people")] == ["ada"]
    assert counts[["people", "enrollments", "mentorships", "members"]].eq(1).all()
    assert {row["title"] for row in rows(out, "goals")} == {
        f"goal-ada-{circle}" for circle in ("private", "pair", "program")
    }
    assert {row["title"] for row in rows(out, "milestones")} == {
        f"step-ada-{circle}" for circle in ("private", "pair", "program")
    }
    for kind in KINDS:
        for circle in ("private", "pair", "program"):
            assert f"{kind}-ada-{circle}" in text
    assert "summary-ada" in text
    assert "summary-grace" in text
    assert "note-ada" in text
    assert "seen-grace-pair" in text
    assert "choice-grace-pair" in text


def test_a_persons_bundle_holds_nobody_elses_private_text(told, tmp_path):
    told.export(tmp_path / "out", person="ada")

    text = words(tmp_path / "out")
    assert "note-grace" not in text
    assert not [kind for kind in KINDS if f"{kind}-grace-private" in text]
    assert not [k for k in ("goal", "action", "thought") if f"{k}-grace" in text]
    assert "-bo" not in text
    assert not [name for name in (",Eve,", "eve-", "Grace Hopper") if name in text]


def test_a_persons_bundle_says_in_words_what_is_there_and_what_is_not(told, tmp_path):
    told.export(tmp_path / "out", person="ada")

    letter = (tmp_path / "out" / "README.txt").read_text("utf-8")
    assert letter.startswith("Everything about Ada Lovelace\n====")
    assert re.search(r"goals\.csv +3 rows", letter)
    assert "WHAT IS NOT HERE" in letter
    assert "Texts that other people keep private" in letter


def test_somebody_without_a_mentorship_is_given_their_own_words(workspace, tmp_path):
    workspace.add(mk.Person(handle="eve", name="Eve", email="eve@example.org"))
    workspace.add(mk.Enrollment(person_id="eve", role="mentee", hopes="To be asked"))

    workspace.export(tmp_path / "out", person="eve")

    assert rows(tmp_path / "out", "people")[0]["email"] == "eve@example.org"
    assert rows(tmp_path / "out", "enrollments")[0]["hopes"] == "To be asked"
    assert "Nothing is recorded under: profiles, mentorships" in words(tmp_path / "out")
    mine = mk.open(workspace.folder, as_="eve").people().set_index("handle")
    assert mine.loc["eve", "email"] == "eve@example.org"
    assert mine["email"].notna().sum() == 1


def test_a_persons_bundle_holds_their_charter_and_their_own_consents(told, tmp_path):
    told.add(
        mk.Charter(mentorship_id="ada-grace", section="ending", text="Theirs"),
        mk.Charter(mentorship_id="bo-eve", section="ending", text="Of others"),
        mk.Consent(person_id="ada", scope="share_program", granted=False, note="Mine"),
        mk.Consent(person_id="grace", scope="publish", granted=True, note="Of Grace"),
    )

    told.export(tmp_path / "out", person="ada")

    assert [row["text"] for row in rows(tmp_path / "out", "charters")] == ["Theirs"]
    assert [row["note"] for row in rows(tmp_path / "out", "consents")] == ["Mine"]
    letter = (tmp_path / "out" / "README.txt").read_text("utf-8")
    assert "charters.csv" in letter
    assert valid(tmp_path / "out") == []


def test_charters_and_consents_come_back_from_an_export_as_they_were(told, tmp_path):
    told.add(
        mk.Charter(mentorship_id="ada-grace", section="ending", text="=In May"),
        mk.Consent(person_id="ada", scope="publish", granted=False),
        mk.Consent(
            person_id="bo", scope="contact", granted=True, mentorship_id="bo-eve"
        ),
    )
    told.export(tmp_path / "out")

    again = mk.Workspace.create(tmp_path / "again", name="Keeper")
    again.import_folder(tmp_path / "out")

    for table in ("charters", "consents"):
        key = f"{table[:-1]}_id"
        kept = sorted(told.store.rows(table), key=lambda row: row[key])
        assert sorted(again.store.rows(table), key=lambda row: row[key]) == kept != []
    assert valid(tmp_path / "out") == []


def measured(ws):
    """Let everybody fill in a sheet and tell things, each saying whose they are."""
    ws.add_instrument("session-pulse")
    for pair, who in (("ada-grace", "ada"), ("ada-grace", "grace"), ("bo-eve", "bo")):
        for circle in ("program", "pair", "private"):
            tag = f"{who}-{circle}"
            sheet = mk.Assessment(
                instrument="session-pulse",
                mentorship_id=pair,
                person_id=who,
                rater_id=who,
                wave="pulse",
                note=f"sheet-{tag}",
                visibility=circle,
            )
            answer = {"assessment_id": sheet.id, "item_id": "session-pulse.said-it"}
            ws.add(
                sheet,
                mk.Response(value=4, text=f"answer-{tag}", **answer),
                mk.Profile(
                    person_id=who,
                    kind="interest",
                    topic=f"topic-{tag}",
                    visibility=circle,
                ),
                mk.Evidence(
                    person_id=who,
                    mentorship_id=pair,
                    title="A piece",
                    annotation=f"shows-{tag}",
                    visibility=circle,
                ),
            )
        ws.add(mk.Concern(by_id=who, handler_id="eve", text=f"concern-{who}"))


MEASURED = ("sheet", "answer", "topic", "shows")


def test_sheets_profiles_and_portfolios_go_out_as_far_as_their_owners_say(
    told, tmp_path
):
    measured(told)
    for audience in ("pair", "program"):
        told.export(tmp_path / f"for-{audience}", audience=audience)
    pair, program = (words(tmp_path / f"for-{each}") for each in ("pair", "program"))

    for kind in MEASURED:
        for who in ("ada", "grace", "bo"):
            assert f"{kind}-{who}-private" not in pair
            assert f"{kind}-{who}-pair" in pair
            assert f"{kind}-{who}-pair" not in program
            assert f"{kind}-{who}-program" in program
    assert "concern-" not in pair + program
    assert valid(tmp_path / "for-pair") == valid(tmp_path / "for-program") == []


def test_a_persons_bundle_holds_their_sheets_with_the_questions(told, tmp_path):
    measured(told)
    told.export(tmp_path / "out", person="ada")

    text = words(tmp_path / "out")
    for kind in MEASURED:
        assert all(f"{kind}-ada-{c}" in text for c in ("private", "pair", "program"))
        assert f"{kind}-grace" not in text
        assert f"{kind}-bo" not in text
    assert "concern-ada" in text
    assert "concern-grace" not in text
    (item,) = rows(tmp_path / "out", "items")
    assert item["handle"] == "session-pulse.said-it"
    assert valid(tmp_path / "out") == []


def test_the_new_tables_come_back_from_an_export_as_they_were(told, tmp_path):
    measured(told)
    told.export(tmp_path / "out")

    again = mk.Workspace.create(tmp_path / "again", name="Keeper")
    again.import_folder(tmp_path / "out")

    for table in ("items", "assessments", "responses", "profiles", "concerns"):
        kept = sorted(map(str, told.store.rows(table)))
        assert sorted(map(str, again.store.rows(table))) == kept != []
