"""Folders and archives as platforms hand them over: who sent a file, and when."""

import datetime as dt
import os
import zipfile
from zoneinfo import ZoneInfo

import pytest

from handed_out import as_bytes, notebook
from mentorkit.assignments.arriving import Arriving


GOOD = as_bytes(notebook())
AT = dt.datetime(2026, 10, 1, 12, 0, tzinfo=dt.UTC)


def put(folder, path, data=GOOD):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    os.utime(file, (AT.timestamp(), AT.timestamp()))
    return file


def arrivals(*sources, zone="UTC"):
    arriving = Arriving(sources, ["week-1"], ZoneInfo(zone))
    return list(arriving.arrivals(arriving.files())), arriving


def test_a_files_own_time_is_when_it_came_where_nothing_else_says_so(tmp_path):
    put(tmp_path, "in/b.ipynb")
    put(tmp_path, "in/a/A.IPYNB")

    found, _ = arrivals(tmp_path / "in")

    assert [each.path for each in found] == ["in/a/A.IPYNB", "in/b.ipynb"]
    assert {(each.received_at, each.received_by) for each in found} == {(AT, "file")}


def test_nbgrader_says_when_by_a_folders_name_or_a_file_in_it(tmp_path):
    inbound = "inbound/ada+week-1+2026-10-16 21:00:00.250000 UTC+Zm9v"
    put(tmp_path, f"{inbound}/week-1.ipynb")
    put(tmp_path, "submitted/ben/week-1/week-1.ipynb")
    stamp = b"2026-10-16 21:30:00.000001 UTC"
    put(tmp_path, "submitted/ben/week-1/timestamp.txt", stamp)
    put(tmp_path, "submitted/cho/week-1/week-1.ipynb")
    put(tmp_path, "submitted/cho/week-1/timestamp.txt", b"yesterday")

    found, _ = arrivals(tmp_path / "inbound", tmp_path / "submitted")

    told = [
        (each.sender.name, each.received_at.isoformat(), each.received_by)
        for each in found
    ]
    assert told == [
        ("ada", "2026-10-16T21:00:00.250000+00:00", "exchange"),
        ("ben", "2026-10-16T21:30:00.000001+00:00", "exchange"),
        ("cho", AT.isoformat(), "file"),
    ]


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ((2026, 10, 25, 1, 30, 0), "2026-10-24T23:30:00+00:00"),
        ((2026, 10, 25, 3, 30, 0), "2026-10-25T02:30:00+00:00"),
    ],
    ids=["summer", "winter"],
)
def test_an_archives_times_are_of_the_programs_time_zone(tmp_path, local, utc):
    member = "Ada Lovelace_12_assignsubmission_file/week-1.ipynb"
    with zipfile.ZipFile(tmp_path / "moodle.zip", "w") as archive:
        archive.writestr(zipfile.ZipInfo(member, local), GOOD)

    (found,), _ = arrivals(tmp_path / "moodle.zip", zone="Europe/Madrid")

    assert (found.received_at.isoformat(), found.received_by) == (utc, "archive")
    assert found.path == f"moodle.zip/{member}"
    assert found.sender.name == "Ada Lovelace"


def test_what_is_no_notebook_is_left_alone_but_where_it_was_handed_in(tmp_path):
    for name in ("notes.txt", "README.md", ".git/config", "a.ipynb", "b.ipynb.txt"):
        put(tmp_path, f"in/{name}")
    put(tmp_path, "in/.ipynb_checkpoints/a-checkpoint.ipynb")
    put(tmp_path, "in/Ada_12_assignsubmission_file/essay.pdf", b"%PDF-1.7")

    found, arriving = arrivals(tmp_path / "in")

    assert [each.path for each in found] == [
        "in/Ada_12_assignsubmission_file/essay.pdf",
        "in/a.ipynb",
        "in/b.ipynb.txt",
    ]
    assert arriving.others == ["in/README.md", "in/notes.txt"]


def test_a_clock_that_goes_wrong_keeps_no_file_back(tmp_path):
    for name, at in (("b", -1_000_000_000), ("c", 10_000_000_000), ("d", 0)):
        os.utime(put(tmp_path, f"in/{name}.ipynb"), (at, at))
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w") as archive:
        never = zipfile.ZipInfo("never.ipynb")
        never.date_time = (1980, 0, 0, 0, 0, 0)
        archive.writestr(never, GOOD)
        archive.writestr(
            zipfile.ZipInfo("late.ipynb", (2107, 12, 31, 23, 59, 58)), GOOD
        )

    found, _ = arrivals(tmp_path / "in")

    assert all(each.data == GOOD for each in found)
    told = [(each.path, each.received_at.year, each.received_by) for each in found]
    assert told[1:] == [
        ("in/a.zip/late.ipynb", 2107, "archive"),
        ("in/b.ipynb", 1938, "file"),
        ("in/c.ipynb", 2286, "file"),
        ("in/d.ipynb", 1970, "file"),
    ]
