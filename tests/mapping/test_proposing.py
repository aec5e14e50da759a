"""A proposed map: guesses that a person confirms, and nothing silently left out."""

import tomllib

import pytest

import mentorkit as mk


def test_headings_become_columns_and_each_guess_is_marked(empty, german_csv):
    said = empty.propose_map(german_csv)

    assert 'name = "Vor- und Nachname"  # ? Name' in said
    assert 'email = "E-Mail-Adresse"  # ? E-mail' in said
    assert '# "Themen": no column seems to fit; left out' in said
    assert "read as cp1252" in said
    assert tomllib.loads(said)["formats"]["dates"] == ["day.month.year"]
    assert tomllib.loads(said)["formats"]["decimal"] == ","


def test_every_heading_is_in_the_map_as_a_column_or_as_left_out(empty, german_csv):
    said = empty.propose_map(german_csv)

    headings = [
        heading.strip('"')
        for file in german_csv.glob("*.csv")
        for heading in file.read_text("cp1252").splitlines()[0].split(";")
    ]
    assert [h for h in headings if f'"{h}"' not in said] == []


def test_days_that_could_be_read_two_ways_are_left_to_a_person(empty, tmp_path):
    (tmp_path / "x.csv").write_text("Name,Start\nAda,3/4/2026\n", "utf-8")

    said = empty.propose_map(tmp_path / "x.csv")

    assert "day first or month first" in said
    assert tomllib.loads(said)["formats"]["dates"] == [
        "day/month/year",
        "month/day/year",
    ]


def test_a_proposed_map_for_a_plain_sign_up_imports_as_it_is(empty, tmp_path):
    file = tmp_path / "sign up.csv"
    file.write_text("Full name;E-mail;Time zone\nAda;ada@x.example;UTC\n", "utf-8")
    (tmp_path / "map.toml").write_text(empty.propose_map(file), "utf-8")

    done = empty.import_files(file, tmp_path / "map.toml")

    assert done.counts["people"]["added"] == 1


def test_each_sheet_of_a_workbook_is_proposed(empty, german_workbook):
    said = empty.propose_map(german_workbook)

    assert [s["sheet"] for s in tomllib.loads(said)["sources"].values()] == [
        "Anmeldung",
        "Tandems",
        "Treffen",
    ]


def test_a_folder_without_files_is_told(empty, tmp_path):
    (tmp_path / "nothing").mkdir()

    with pytest.raises(mk.WorkspaceError, match="no CSV file and no workbook"):
        empty.propose_map(tmp_path / "nothing")
