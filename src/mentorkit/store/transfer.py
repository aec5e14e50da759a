"""Import of whole tables: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mentorkit.errors import (
    ImportRefused,
    InvalidRecord,
    MentorkitError,
    Problem,
)
from mentorkit.models import RECORDS, Record
from mentorkit.store import Store, Transaction
from mentorkit.store.csv_files import Line, Reading, ordered, read_folder


class _Preview(Exception):  # noqa: N818 - leaves the transaction without keeping it
    """Raised to take a preview's changes back."""


def import_folder(
    store: Store, folder: Path, *, by: str, dry_run: bool = False
) -> dict[str, dict[str, int]]:
    """Import a folder of tidy CSV files named as the tables, all or nothing.

    Rows that are there already are compared: what differs is changed, the rest stays.

    Parameters
    ----------
    store : Store
        Where to.
    folder : pathlib.Path
        Where from.
    by : str
        Who signs.
    dry_run : bool
        Check and count only.

    Returns
    -------
    dict of str to dict of str to int
        For each table: ``added``, ``changed``, ``unchanged``.

    Raises
    ------
    ImportRefused
        Something is wrong; all of it is told, and nothing was imported.
    """
    reading = read_folder(folder)
    problems = reading.problems
    counts: dict[str, dict[str, int]] = {}
    why = f"import of {folder.name}"
    try:
        with store.transaction(by, why) as transaction:
            for line in ordered(reading.lines):
                try:
                    outcome = _keep(transaction, line)
                except MentorkitError as error:
                    problems += _placed(error, line, reading)
                    continue
                tally = counts.setdefault(
                    line.record.table, {"added": 0, "changed": 0, "unchanged": 0}
                )
                tally[outcome] += 1
            _leave(problems, dry_run=dry_run)
    except _Preview:
        pass
    return counts


def _leave(problems: list[Problem], *, dry_run: bool) -> None:
    """Leave the transaction without keeping it, where that is called for."""
    if problems:
        raise ImportRefused(_in_order(problems))
    if dry_run:
        raise _Preview


def _keep(transaction: Transaction, line: Line) -> str:
    record = line.record
    row_id = transaction.same_row(record)
    if row_id is None:
        transaction.add([record], op="import")
        return "added"
    _, before = transaction.get(record.table, row_id)
    given = {name: getattr(record, name) for name in line.given - {record.key()}}
    _, after = transaction.revise(record.table, row_id, given)
    return "changed" if after != before else "unchanged"


def _placed(error: MentorkitError, line: Line, reading: Reading) -> list[Problem]:
    found: Iterable[Problem] = (
        error.problems if isinstance(error, InvalidRecord) else [Problem(str(error))]
    )
    placed = [
        Problem(
            problem.message,
            problem.field,
            problem.value or _typed(line.record, problem.field),
            line.file,
            line.row,
        )
        for problem in found
    ]
    reading.refused |= {
        str(value)
        for name in (line.record.key(), "handle", "email")
        if (value := getattr(line.record, name, None))
    }
    return [problem for problem in placed if problem.value not in reading.refused]


def _typed(record: Record, name: str | None) -> Any:
    value = getattr(record, name, None) if name else None
    return None if value is None else str(value)


def _in_order(problems: list[Problem]) -> list[Problem]:
    tables = [f"{record.table}.csv" for record in RECORDS]
    return sorted(
        problems,
        key=lambda p: (
            tables.index(p.file) if p.file in tables else len(tables),
            p.row or 0,
        ),
    )
