"""From the demo's entries to a workspace: its records, its history, its day."""

from __future__ import annotations

import datetime as dt
from itertools import groupby
from pathlib import Path

from mentorkit.demo import DemoProgram, Revision, build
from mentorkit.errors import WorkspaceError
from mentorkit.models import Record
from mentorkit.store import Store, Transaction
from mentorkit.workspace import Workspace
from mentorkit.workspace.settings import lay_out


PERIOD = "2026Q3"
"""The quarter that the demo is about."""

TODAY = dt.date(2026, 10, 8)
"""The day that counts as today in it: the quarter's grace days are just over."""

USER = "ingrid"
"""Who works in it by default: a mentor, so that her own notes are there to be read."""


def build_workspace(folder: str | Path, *, seed: int = 7) -> Workspace:
    """Lay out a workspace with the demo program in it, and open it.

    Raises
    ------
    WorkspaceError
        The folder is not empty.
    """
    folder = Path(folder).expanduser().absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceError(
            f"{folder} is not empty, and was left as it is. Name another folder, or"
            " remove it first."
        )
    settings = lay_out(folder, USER, today=TODAY)
    store = Store.create(settings.database)
    record(build(seed), store)
    store.close()
    return Workspace(settings)


def record(program: DemoProgram, store: Store) -> None:
    """Tell a store everything that was recorded, at the moments that it was."""
    signed = groupby(program.entries, key=lambda entry: (entry.at, entry.by))
    for (at, by), entries in signed:
        for why, together in groupby(entries, key=lambda entry: _why(entry.what)):
            with store.transaction(by, why, at=at) as transaction:
                for entry in together:
                    _keep(transaction, entry.what)


def _why(what: object) -> str | None:
    return what.why if isinstance(what, Revision) else None


def _keep(transaction: Transaction, what: Record | Revision) -> None:
    if isinstance(what, Revision):
        transaction.revise(what.table, what.id, what.changes)
    else:
        transaction.add([what])
