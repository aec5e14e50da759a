"""Whether the history is whole: each row's versions, its comings and goings, its values.

Reads the log from its beginning; knows nothing of what is done with what it finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa

from mentorkit.models import Record
from mentorkit.store import log
from mentorkit.store.schema import CHANGES, TABLES


Problem = tuple[str, str | None, str | None]
"""What is wrong, and the table and row that it is wrong with."""


READ = (
    "change_set",
    "undoes",
    "table_name",
    "row_id",
    "op",
    "field",
    "before",
    "after",
    "version",
)
"""The columns of the log that are read here."""


@dataclass(slots=True)
class Trail:
    """What the log says of one row so far."""

    version: int = 0
    change_set: str = ""
    there: bool = False
    values: dict[str, Any] = field(default_factory=dict)

    def follow(self, line: Mapping[str, Any]) -> Iterator[str]:
        """Take in a line of the log; give what does not fit the lines before."""
        together = line["version"] == self.version and line["op"] == "revise"
        if not together and line["version"] != self.version + 1:
            yield f"Version {line['version']} follows version {self.version}."
        elif together and line["change_set"] != self.change_set:
            yield f"Version {self.version} was made twice."
        if self.there == (line["op"] in ("add", "import")):
            state = "is there" if self.there else "is not there"
            yield f"Version {line['version']} is of '{line['op']}' while the row {state}."
        yield from self._compare(line)
        self.version, self.change_set = line["version"], line["change_set"]
        self.there = line["op"] != "erase"

    def _compare(self, line: Mapping[str, Any]) -> Iterator[str]:
        if line["op"] == "revise":
            before = {line["field"]: line["before"]}
        else:
            before = line["before"] or {}
        for name, value in before.items():
            if name in self.values and self.values[name] != value:
                yield f"Version {line['version']} does not join the one before: {name}."
        self.values = (
            self.values | {line["field"]: line["after"]}
            if line["op"] == "revise"
            else {}
        )


class History:
    """The trails of all rows, and what is wrong among them."""

    def __init__(self) -> None:
        self.count = 0
        self.problems: list[Problem] = []
        self._trails: dict[tuple[str, str], Trail] = {}
        self._change_sets: set[str] = set()

    def follow(self, line: Mapping[str, Any]) -> None:
        """Take in a line of the log."""
        self.count += 1
        place = (line["table_name"], line["row_id"])
        if place[0] not in TABLES:
            self.problems.append(("There is no such table.", *place))
            return
        self._change_sets.add(line["change_set"])
        if line["undoes"] and line["undoes"] not in self._change_sets:
            message = f"It undoes '{line['undoes']}', which never was."
            self.problems.append((message, *place))
        trail = self._trails.setdefault(place, Trail())
        self.problems += [(told, *place) for told in trail.follow(line)]

    def compare(
        self, record: type[Record], rows: Iterable[Mapping[str, Any]]
    ) -> Iterator[Problem]:
        """Give what differs between a table's rows and what the log makes of them."""
        table, seen = record.table, set()
        for row in rows:
            row_id = row[record.key()]
            seen.add(row_id)
            trail = self._trails.get((table, row_id), Trail())
            for message in _differences(trail, row):
                yield message, table, row_id
        for (name, row_id), trail in self._trails.items():
            if name == table and trail.there and row_id not in seen:
                yield "It is missing, and was never erased.", table, row_id


def read(connection: sa.Connection) -> History:
    """Read the whole log."""
    history = History()
    query = sa.select(*(CHANGES.c[name] for name in READ)).order_by(CHANGES.c.seq)
    for row in connection.execute(query).mappings():
        try:
            line = log.decoded(row)
        except ValueError:
            place = (row["table_name"], row["row_id"])
            history.problems.append(("A line of its history is no JSON.", *place))
            continue
        history.follow(line)
    return history


def _differences(trail: Trail, row: Mapping[str, Any]) -> Iterator[str]:
    if not trail.version:
        yield "It has no history."
        return
    if not trail.there:
        yield "It is there, and its history says that it was erased."
    if row["version"] != trail.version:
        yield f"Its version is {row['version']}; its history counts {trail.version}."
    for name, value in trail.values.items():
        if row[name] != value:
            yield f"Its {name} is not what its last change made of it."
