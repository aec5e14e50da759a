"""Turn a program's own four files into tidy CSV files that can be imported.

What cannot be understood is left out, never guessed; a note says which row and why.
Nothing here writes to a workspace.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from tests.harbor.read_goals import read_goals
from tests.harbor.read_log import last_day, read_log
from tests.harbor.read_people import read_enrollments, read_pairs, read_people
from tests.harbor.readings import same

from mentorkit.models import record_of


class Tidied:
    """The rows of each table so far, and the notes on what was odd."""

    def __init__(self):
        self.tables = defaultdict(list)
        self.people = {}
        self.remarks = defaultdict(list)

    def note(self, file, row, words):
        """Remark on one row, or on the whole file when ``row`` is nothing."""
        self.remarks[file, words].append(row)

    def notes(self):
        """Say each remark once, with all the rows that it is true of."""
        for (file, words), found in self.remarks.items():
            numbers = ", ".join(str(row) for row in found if row)
            place = f", row{'s' * (len(found) > 1)} {numbers}" if numbers else ""
            yield f"{file}{place}: {words}"

    def add(self, table, **values):
        self.tables[table].append(values)
        return values

    def number(self, table):
        return len(self.tables[table]) + 1

    def by_name(self, name):
        return [p for p in self.people.values() if same(p["name"]) == same(name)]

    def mentorship_of(self, mentee):
        return next(m for m in self.tables["mentorships"] if m["mentee"] == mentee)


def tidy(source: Path, target: Path) -> list[str]:
    """Read the four files in ``source``, write tables to ``target``, return notes."""
    out = Tidied()
    signups = list(rows(source / "signup.csv"))
    log = list(rows(source / "session log.csv"))
    read_people(out, signups)
    read_pairs(out, rows(source / "pairs.csv"))
    read_enrollments(out, signups)
    read_goals(out, rows(source / "goals.csv"), seen_on=last_day(log))
    read_log(out, log)
    write(out.tables, target)
    return list(out.notes())


def rows(path):
    """Give each row with its number as a spreadsheet shows it; the header is row 1."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            yield number, {key: (value or "").strip() for key, value in row.items()}


def write(tables, target):
    """Write the columns that hold something, in the order of the record's fields."""
    target.mkdir(parents=True, exist_ok=True)
    for table, found in tables.items():
        used = {name for row in found for name, value in row.items() if value != ""}
        columns = [f.name for f in record_of(table).fields() if f.name in used]
        path = target / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(found)
