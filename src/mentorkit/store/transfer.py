"""Import of whole tables: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path
from typing import Any

from mentorkit.errors import (
    ImportRefused,
    InvalidRecord,
    MentorkitError,
    Problem,
)
from mentorkit.i18n import N_, translate
from mentorkit.models import RECORDS, Record
from mentorkit.store import Store, Transaction
from mentorkit.store.csv_files import Line, Reading, ordered, read_folder


class _Preview(Exception):  # noqa: N818 - leaves the transaction without keeping it
    """Raised to take a preview's changes back."""


@dataclass(slots=True)
class Imported:
    """What an import did, or would do.

    Attributes
    ----------
    counts : dict of str to dict of str to int
        For each table: ``added``, ``changed``, ``unchanged``.
    changes : list of dict
        Each row that was there and changes: ``table``, ``id`` and its ``fields``, each
        with what it was and what it becomes.
    problems : list of Problem
        Everything that is wrong, in the order of files and rows.
    left_out : list of Problem
        Rows that are right, and are left out with a row that they refer to.
    remarks : list of Problem
        What was odd and could be understood, or was passed over.
    """

    counts: dict[str, dict[str, int]] = dataclass_field(default_factory=dict)
    changes: list[dict[str, Any]] = dataclass_field(default_factory=list)
    problems: list[Problem] = dataclass_field(default_factory=list)
    left_out: list[Problem] = dataclass_field(default_factory=list)
    remarks: list[Problem] = dataclass_field(default_factory=list)


LEFT_OUT = N_("It refers to a row that has a problem, and is left out with it.")


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
    signed = (by, f"import of {folder.name}")
    done = import_reading(store, read_folder(folder), signed, keep=not dry_run)
    if done.problems:
        raise ImportRefused(done.problems)
    return done.counts


def import_reading(
    store: Store,
    reading: Reading,
    signed: tuple[str, str],
    *,
    keep: bool = True,
    leave_out: bool = False,
) -> Imported:
    """Import what was read in one transaction, and say what that did.

    Parameters
    ----------
    store : Store
        Where to.
    reading : Reading
        Lines, and what is wrong already.
    signed : tuple of str
        Who signs, and why.
    keep : bool
        Whether the changes stay; without it they are tried and taken back.
    leave_out : bool
        Whether lines with problems are left out and the others kept; without it a
        problem takes everything back.
    """
    done = Imported(problems=reading.problems)
    try:
        with store.transaction(*signed) as transaction:
            for line in ordered(reading.lines):
                try:
                    _count(done, line, *_keep(transaction, line))
                except MentorkitError as error:
                    _place(error, line, reading, done)
            _leave(wanted=not keep or (bool(done.problems) and not leave_out))
    except _Preview:
        pass
    done.problems = _in_order(done.problems)
    return done


def _leave(*, wanted: bool) -> None:
    """Leave the transaction without keeping it, where that is called for."""
    if wanted:
        raise _Preview


def _keep(transaction: Transaction, line: Line) -> tuple[str, dict[str, Any]]:
    record = line.record
    row_id = transaction.same_row(record)
    if row_id is None:
        transaction.add([record], op="import")
        return "added", {}
    old, before = transaction.get(record.table, row_id)
    given = {name: getattr(record, name) for name in line.given - {record.key()}}
    new, after = transaction.revise(record.table, row_id, given)
    if after == before:
        return "unchanged", {}
    fields = {
        name: (getattr(old, name), getattr(new, name))
        for name in type(record).model_fields
        if getattr(old, name) != getattr(new, name)
    }
    return "changed", {"table": record.table, "id": row_id, "fields": fields}


def _count(done: Imported, line: Line, outcome: str, change: dict[str, Any]) -> None:
    tally = done.counts.setdefault(
        line.record.table, {"added": 0, "changed": 0, "unchanged": 0}
    )
    tally[outcome] += 1
    if change:
        done.changes.append(change)


def _place(error: MentorkitError, line: Line, reading: Reading, done: Imported) -> None:
    """Tell what is wrong with a line, unless it only refers to a refused row."""
    found: Iterable[Problem] = (
        error.problems if isinstance(error, InvalidRecord) else [Problem(str(error))]
    )
    placed = [
        Problem(
            problem.message,
            line.headings.get(problem.field or "", problem.field),
            problem.value or _typed(line.record, problem.field),
            line.file,
            line.row,
        )
        for problem in found
    ]
    new = [problem for problem in placed if problem.value not in reading.refused]
    done.problems += new
    if not new:
        message = translate(LEFT_OUT)
        done.left_out.append(Problem(message, file=line.file, row=line.row))
    reading.refused |= {
        str(value)
        for name in (line.record.key(), "handle", "email")
        if (value := getattr(line.record, name, None))
    }


def _typed(record: Record, name: str | None) -> Any:
    value = getattr(record, name, None) if name else None
    return None if value is None else str(value)


def _in_order(problems: list[Problem]) -> list[Problem]:
    tables = [f"{record.table}.csv" for record in RECORDS]
    return sorted(
        problems,
        key=lambda p: (
            tables.index(p.file) if p.file in tables else len(tables),
            p.file or "",
            p.row or 0,
        ),
    )
