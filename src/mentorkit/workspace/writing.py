"""Changing rows through the front door, signed by the workspace's user."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd

from mentorkit import instruments
from mentorkit.models import Record, record_of
from mentorkit.store import mapping, transfer
from mentorkit.store.transfer import Imported
from mentorkit.workspace.beginning import begin
from mentorkit.workspace.identity import Identity


class Writing(Identity):
    """The part of a workspace that changes rows."""

    def add(self, *records: Record, why: str | None = None) -> Any:
        """Add records together; references may be handles.

        Returns
        -------
        Record or list of Record
            What was saved, with ids; one record for one.

        Raises
        ------
        InvalidRecord
            Something is missing or refers to nothing; nothing was saved.
        """
        saved = self.store.add(records, self.user, why)
        return saved[0] if len(saved) == 1 else saved

    def revise(
        self,
        table: str,
        id: str,  # noqa: A002 - the word that everybody uses
        *,
        why: str | None = None,
        version: int | None = None,
        **changes: Any,
    ) -> Record:
        """Change fields of a row; what it held before stays in its history.

        Parameters
        ----------
        table : str
            The table, such as ``goals``.
        id : str
            The row's id or handle.
        why : str, optional
            The reason; a goal's target and due dates ask for it.
        version : int, optional
            The version that you saw: a newer one is not overwritten.
        **changes
            The fields and their new values.

        Raises
        ------
        InvalidRecord
            A new value is refused, or the reason is missing.
        Conflict
            Somebody saved a newer version first.
        """
        row_id = self.store.find_id(record_of(table).table, id)
        record, _ = self.store.revise(
            record_of(table).table,
            row_id,
            changes,
            by=self.user,
            why=why,
            version=version,
        )
        return record

    def erase(self, table: str, id: str, *, why: str | None = None) -> Record:  # noqa: A002
        """Take a row out of its table.

        Raises
        ------
        InUse
            Other rows refer to it.
        """
        name = record_of(table).table
        row_id = self.store.find_id(name, id)
        return self.store.erase(name, row_id, by=self.user, why=why)

    def add_instrument(self, name: str) -> list[Record]:
        """Add the items of an instrument that comes with mentorkit.

        What is there already stays as it is; adding it once more changes nothing.

        Parameters
        ----------
        name : str
            ``mentoring-skills``, a rubric, or ``session-pulse``, three questions.

        Returns
        -------
        list of Record
            Its items, in their order.

        Raises
        ------
        NotFound
            mentorkit has no instrument of that name.
        """
        items = instruments.read(name)
        there = {str(row["handle"]) for row in self.store.rows("items")}
        if new := [item for item in items if item.handle not in there]:
            self.store.add(new, self.user, f"instrument {name}")
        return [self.store.get("items", item.handle)[0] for item in items]

    def begin(
        self, *, mentee: str, mentor: str | None = None, handle: str | None = None
    ) -> str:
        """Begin a one-to-one mentorship and return its handle.

        Parameters
        ----------
        mentee, mentor : str
            A handle, or the name of somebody new. The mentor is you by default.
        handle : str, optional
            The mentorship's; by default made of the two people's.
        """
        return begin(
            self.store,
            self.user,
            mentee=mentee,
            mentor=mentor or self.user,
            handle=handle,
        )

    def import_folder(
        self, folder: str | Path, *, dry_run: bool = False
    ) -> pd.DataFrame:
        """Import a folder of tidy CSV files named as the tables, all or nothing.

        Parameters
        ----------
        folder : str or pathlib.Path
            Files such as ``goals.csv``, with the tables' columns; ids or handles
            refer to other rows.
        dry_run : bool
            Check and count only.

        Returns
        -------
        pandas.DataFrame
            For each table (the index) how many rows were ``added``, ``changed`` and
            ``unchanged``.

        Raises
        ------
        ImportRefused
            Something is wrong: each problem with file, row, column and value.
        """
        path = Path(folder).expanduser()
        counts = transfer.import_folder(self.store, path, by=self.user, dry_run=dry_run)
        frame = pd.DataFrame.from_dict(
            counts, orient="index", columns=["added", "changed", "unchanged"]
        )
        return frame.rename_axis("table")

    def import_files(
        self,
        path: str | Path,
        map_file: str | Path,
        *,
        dry_run: bool = False,
        leave_out_problems: bool = False,
    ) -> Imported:
        """Import files as they arrive, by a map that says what their rows become.

        Parameters
        ----------
        path : str or pathlib.Path
            A CSV file or a workbook, or a folder of them.
        map_file : str or pathlib.Path
            The map; ``propose_map`` writes one to begin with.
        dry_run : bool
            Check and count only; problems are told, not raised.
        leave_out_problems : bool
            Leave rows with problems out, and import the others.

        Returns
        -------
        Imported
            ``counts`` by table, ``changes``, ``problems``, ``left_out`` and
            ``remarks``.

        Raises
        ------
        ImportRefused
            Something is wrong: each problem with file, row, column and value.
        WorkspaceError
            The map or a file cannot be read at all.
        """
        return mapping.import_files(
            self.store,
            Path(path).expanduser(),
            Path(map_file).expanduser(),
            by=self.user,
            dry_run=dry_run,
            leave_out_problems=leave_out_problems,
        )

    def propose_map(self, path: str | Path) -> str:
        """Return a map for files, to be checked and edited by a person.

        Headings are matched to columns by their words; each guess, and each heading
        that was left out, has a comment.

        Raises
        ------
        WorkspaceError
            There is nothing that can be read.
        """
        return mapping.propose(Path(path).expanduser())
