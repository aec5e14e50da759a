"""The manifests that an educator keeps: found, and read with care."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from mentorkit.assignments.opening import read_plain
from mentorkit.assignments.prompt import SCHEMA, Manifest
from mentorkit.assignments.remarks import Refused
from mentorkit.errors import MentorkitError


MANIFEST = "assignment.json"


def manifests(given: str | Path | None, folder: Path) -> list[Manifest]:
    """Return the assignments that are collected.

    Parameters
    ----------
    given : str or pathlib.Path, optional
        A manifest, or a folder that has one.
    folder : pathlib.Path
        Where they lie when none is given, one in each folder.

    Raises
    ------
    MentorkitError
        There is none, or one cannot be read.
    """
    if given is not None:
        path = Path(given).expanduser()
        return [read_manifest(path / MANIFEST if path.is_dir() else path)]
    found = sorted(folder.glob(f"*/{MANIFEST}"))
    if not found:
        raise MentorkitError(
            f"There is no assignment in {folder}. Name the {MANIFEST} that was made"
            f" when it was assigned: --assignment FILE."
        )
    return [read_manifest(path) for path in found]


def read_manifest(path: Path) -> Manifest:
    """Return what an educator keeps of an assignment.

    Raises
    ------
    MentorkitError
        It is not there, damaged, or of a newer mentorkit.
    """
    try:
        data, _ = read_plain(str(path))
        manifest = msgspec.json.decode(data, type=Manifest)
        due = manifest.due_at and dt.datetime.fromisoformat(manifest.due_at)
    except Refused as refused:
        raise _unreadable(path, refused.noted.told()) from None
    except (ValueError, RecursionError) as error:
        raise _unreadable(path, f"It is damaged: {error}.") from None
    if manifest.schema > SCHEMA:
        raise _unreadable(path, "A newer mentorkit made it.")
    if due and due.tzinfo is None:
        raise _unreadable(path, "Its due_at has no time zone.")
    return manifest


def _unreadable(path: Path, why: str) -> MentorkitError:
    return MentorkitError(f"The assignment {path} cannot be read. {why}")
