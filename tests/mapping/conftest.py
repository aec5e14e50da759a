"""An empty workspace, and a German program as CSV files and as one workbook."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import xlsxwriter

from mentorkit.workspace import Workspace


DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def empty(tmp_path):
    """A workspace in which only its maker is."""
    return Workspace.create(tmp_path / "empty", name="Keeper", timezone="Europe/Berlin")


SHEETS = {
    "Anmeldung": [
        ["Eingang", "Vor- und Nachname", "E-Mail-Adresse", "Rolle", "Themen", "Std./Monat"],
        ["01.03.2026 08:15", "Jörg Weiß", "joerg@bruecke.example", "Mentor", "Führung, Konflikte; Recht", "2,5"],
        ["02.03.2026 19:40", "Özlem Çelik", "Oezlem@bruecke.example", "Mentee", "Recht", "ca. 4"],
        ["03.03.2026 07:05", "Ana Müller", "ana@bruecke.example", "Mentee; Mentor", "", "k. A."],
    ],
    "Tandems": [
        ["Mentor/in", "Mentee", "Beginn"],
        ["Jörg Weiß", "ÖZLEM  Celik", "31.12.2026"],
    ],
    "Treffen": [
        ["Datum", "Uhrzeit", "Mentee", "Dauer", "Zuversicht"],
        ["08.01.2027", "16 Uhr", "Özlem Çelik", "1,5 Std.", "3,5"],
        ["15.01.2027", "9.30", "Özlem Çelik", "45", "k. A."],
    ],
}  # fmt: skip


@pytest.fixture
def german_csv(tmp_path):
    """A folder of files as a German spreadsheet saves them."""
    folder = tmp_path / "bruecke"
    folder.mkdir()
    for name, rows in SHEETS.items():
        lines = [
            ";".join(f'"{cell}"' if ";" in cell else cell for cell in row)
            for row in rows
        ]
        text = "\r\n".join(lines) + "\r\n"
        (folder / f"{name}.csv").write_bytes(text.encode("cp1252"))
    return folder


@pytest.fixture
def german_workbook(tmp_path):
    """The same program in one workbook, numbers and days as the workbook keeps them."""
    file = tmp_path / "Brücke.xlsx"
    book = xlsxwriter.Workbook(file)
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for name, rows in SHEETS.items():
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if number and place == 0 and name == "Treffen":
                    page.write_datetime(number, place, _day(cell), day)
                elif number and rows[0][place] in ("Std./Monat", "Zuversicht"):
                    page.write(number, place, _number(cell))
                else:
                    page.write_string(number, place, cell)
    book.close()
    return file


def _day(text):
    day, month, year = map(int, text.split("."))
    return dt.date(year, month, day)


def _number(text):
    plain = text.replace(",", ".")
    return float(plain) if plain.replace(".", "").isdigit() else text


MAP = """
name = "bruecke"

[formats]
dates = "day.month.year"
decimal = ","
missing = "k. A."
timezone = "Europe/Berlin"

[sources.anmeldung]
{anmeldung}
finds.ich = {{ heading = "E-Mail-Adresse", find = "people", by = "email" }}

[sources.tandems]
{tandems}
finds.gebend = {{ heading = "Mentor/in", find = "people", by = "name" }}
finds.nehmend = {{ heading = "Mentee", find = "people", by = "name" }}

[sources.treffen]
{treffen}
finds.nehmend = {{ heading = "Mentee", find = "people", by = "name" }}
finds.platz = {{ find = "members", where = {{ person_id = "{{nehmend.id}}", role = "mentee" }} }}

[[rows]]
table = "programs"
columns.handle = {{ value = "bruecke" }}
columns.name = {{ value = "Lernbrücke" }}
columns.timezone = {{ value = "Europe/Berlin" }}

[[rows]]
table = "people"
source = "anmeldung"
[rows.columns]
name = {{ headings = ["Name", "Vor- und Nachname"] }}
handle = {{ headings = ["Name", "Vor- und Nachname"] }}
email = "E-Mail-Adresse"
language = {{ value = "de" }}

[[rows]]
table = "enrollments"
source = "anmeldung"
each = {{ heading = "Rolle", split = ";" }}
[rows.columns]
program_id = {{ value = "bruecke" }}
person_id = {{ value = "{{ich.id}}" }}
role = {{ part = "text" }}
applied_on = "Eingang"
hours_per_month = "Std./Monat"
hopes = {{ heading = "Themen", split = ";", options = ["Recht", "Führung, Konflikte"], join = " / " }}

[[rows]]
table = "mentorships"
source = "tandems"
[rows.columns]
program_id = {{ value = "bruecke" }}
handle = {{ value = "{{nehmend.handle}}-{{gebend.handle}}" }}
starts_on = "Beginn"
status = {{ value = "active" }}

[[rows]]
table = "members"
name = "gebende"
source = "tandems"
[rows.columns]
mentorship_id = {{ value = "{{mentorships.id}}" }}
person_id = {{ value = "{{gebend.id}}" }}
role = {{ value = "mentor" }}

[[rows]]
table = "members"
name = "nehmende"
source = "tandems"
[rows.columns]
mentorship_id = {{ value = "{{mentorships.id}}" }}
person_id = {{ value = "{{nehmend.id}}" }}
role = {{ value = "mentee" }}

[[rows]]
table = "sessions"
source = "treffen"
key = ["mentorship_id", "starts_at"]
[rows.columns]
mentorship_id = {{ value = "{{platz.mentorship_id}}" }}
starts_at = {{ heading = "Datum", time = "Uhrzeit" }}
timezone = {{ value = "Europe/Berlin" }}
minutes = "Dauer"
status = {{ value = "held" }}

[[rows]]
table = "reflections"
source = "treffen"
key = ["session_id"]
when = {{ heading = "Zuversicht", filled = true }}
[rows.columns]
mentorship_id = {{ value = "{{platz.mentorship_id}}" }}
author_id = {{ value = "{{nehmend.id}}" }}
session_id = {{ value = "{{sessions.id}}" }}
confidence = "Zuversicht"
written_on = "Datum"
"""


@pytest.fixture
def german_map(tmp_path):
    """Write the map for the CSV files, or for the workbook that is named."""

    def write(workbook=None):
        places = {
            name.lower(): (
                f'file = "{workbook}"\nsheet = "{name}"'
                if workbook
                else f'file = "{name}.csv"'
            )
            for name in SHEETS
        }
        file = tmp_path / "map.toml"
        file.write_text(MAP.format(**places), "utf-8")
        return file

    return write
