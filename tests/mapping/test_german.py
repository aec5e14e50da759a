"""A program of another country: semicolons, cp1252, 31.12.2026, 2,5, German words."""

import datetime as dt

import pytest

import mentorkit as mk


def told(done):
    return {table: counts["added"] for table, counts in done.counts.items()}


COUNTS = {
    "programs": 1,
    "people": 3,
    "enrollments": 4,
    "mentorships": 1,
    "members": 2,
    "sessions": 2,
    "reflections": 1,
}


def test_its_csv_files_become_tables(empty, german_csv, german_map):
    done = empty.import_files(german_csv, german_map())

    assert told(done) == COUNTS
    assert done.problems == []
    people = empty.people().set_index("handle")
    assert people.loc["jorg-weiss", "name"] == "Jörg Weiß"
    (pair,) = empty.mentorships(audience="pair").to_dict("records")
    assert pair["handle"] == "ozlem-celik-jorg-weiss"
    assert pair["starts_on"] == dt.datetime(2026, 12, 31)  # noqa: DTZ001


def test_its_workbook_becomes_the_same_rows_so_nothing_changes(
    empty, german_csv, german_workbook, german_map
):
    empty.import_files(german_csv, german_map())

    done = empty.import_files(german_workbook, german_map(german_workbook.name))

    assert set(told(done).values()) == {0}
    assert done.changes == []


def test_a_workbook_alone_becomes_tables(empty, german_workbook, german_map):
    done = empty.import_files(german_workbook, german_map(german_workbook.name))

    assert told(done) == COUNTS


def test_numbers_times_lengths_and_options_are_read_the_german_way(
    empty, german_csv, german_map
):
    done = empty.import_files(german_csv, german_map())

    sessions = empty.sessions(audience="pair")
    assert list(sessions["minutes"]) == [90, 45]
    assert list(sessions["starts_at"].astype(str)) == [
        "2027-01-08 15:00:00+00:00",
        "2027-01-15 08:30:00+00:00",
    ]
    reflections = empty.reflections(audience="pair")
    assert list(reflections["confidence"]) == [3.5]
    enrolled = empty.store.rows("enrollments")
    assert {row["hopes"] for row in enrolled} == {
        "Führung, Konflikte / Recht",
        "Recht",
        None,
    }
    assert {row["hours_per_month"] for row in enrolled} == {2.5, 4, None}
    assert any("“ca. 4” was read as 4" in str(remark) for remark in done.remarks)
    assert any("read as cp1252" in str(remark) for remark in done.remarks)


def test_a_correction_in_a_file_changes_its_row_and_is_told(
    empty, german_csv, german_map
):
    empty.import_files(german_csv, german_map())
    file = german_csv / "Treffen.csv"
    file.write_bytes(file.read_bytes().replace(b"1,5 Std.", b"2 Std."))

    done = empty.import_files(german_csv, german_map())

    (change,) = done.changes
    assert (change["table"], change["fields"]) == ("sessions", {"minutes": (90, 120)})


def test_problems_are_told_by_file_row_column_and_value_and_nothing_is_kept(
    empty, german_csv, german_map
):
    with (german_csv / "Treffen.csv").open("a", encoding="cp1252") as file:
        file.write("30.02.2027;16 Uhr;Özlem Çelik;45;9\n08.02.2027;16 Uhr;Olaf;45;3\n")

    with pytest.raises(mk.ImportRefused) as error:
        empty.import_files(german_csv, german_map())

    found = [(p.file, p.row, p.field, p.value) for p in error.value.problems]
    assert found == [
        ("Treffen.csv", 4, "Datum", "30.02.2027"),
        ("Treffen.csv", 5, "Mentee", "Olaf"),
    ]
    assert len(empty.people()) == 1


def test_rows_with_problems_can_be_left_out_and_the_others_kept(
    empty, german_csv, german_map
):
    with (german_csv / "Treffen.csv").open("a", encoding="cp1252") as file:
        file.write("22.01.2027;16 Uhr;Özlem Çelik;45;9\n")

    done = empty.import_files(german_csv, german_map(), leave_out_problems=True)

    assert told(done) == COUNTS | {"sessions": 3}
    assert [(p.row, p.field, p.message) for p in done.problems] == [
        (4, "Zuversicht", "Enter 5 or less.")
    ]


def test_a_dry_run_tells_all_and_keeps_nothing(empty, german_csv, german_map):
    done = empty.import_files(german_csv, german_map(), dry_run=True)

    assert told(done) == COUNTS
    assert len(empty.people()) == 1


def test_a_file_that_is_not_there_is_told_and_the_others_are_read(
    empty, german_csv, german_map
):
    (german_csv / "Treffen.csv").unlink()

    done = empty.import_files(german_csv, german_map())

    assert told(done) == {
        k: v for k, v in COUNTS.items() if k not in ("sessions", "reflections")
    }
    assert "Treffen.csv: The file is not in the folder" in str(done.remarks[0])
