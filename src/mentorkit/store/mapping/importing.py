"""Importing files by a map: everything is checked first, then one transaction."""

from __future__ import annotations

from pathlib import Path

from mentorkit.errors import ImportRefused
from mentorkit.store import Store
from mentorkit.store.mapping.following import follow
from mentorkit.store.transfer import Imported, import_reading


def import_files(
    store: Store,
    path: Path,
    map_file: Path,
    *,
    by: str,
    dry_run: bool = False,
    leave_out_problems: bool = False,
) -> Imported:
    """Import a file, or a folder of files, as a map says.

    Parameters
    ----------
    store : Store
        Where to.
    path : pathlib.Path
        Where from.
    map_file : pathlib.Path
        The map.
    by : str
        Who signs.
    dry_run : bool
        Check and count only; problems are told, not raised.
    leave_out_problems : bool
        Leave rows with problems out and import the others.

    Returns
    -------
    Imported
        What was added, changed and left out, with every problem and remark.

    Raises
    ------
    ImportRefused
        Something is wrong, and nothing was imported.
    WorkspaceError
        The map or a file cannot be read at all.
    """
    mapped = follow(map_file, path, store.rows)
    done = import_reading(
        store,
        mapped.reading,
        (by, f"import of {path.resolve().name} by the map {mapped.name}"),
        keep=not dry_run,
        leave_out=leave_out_problems,
    )
    done.remarks = mapped.remarks
    if done.problems and not (dry_run or leave_out_problems):
        raise ImportRefused(done.problems)
    return done
