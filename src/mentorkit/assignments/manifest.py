"""What an educator keeps of an assignment, as a file: written by us, and read again.

It is never handed out: it holds the ticket of every copy.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from mentorkit.assignments.prompt import SCHEMA, Manifest
from mentorkit.errors import AssignmentError


FOLDER = "assignments"
"""The folder of a workspace that keeps what was handed out."""

FILE = "assignment.json"


def place_of(workspace: Path, assignment: str) -> Path:
    """Return where a workspace keeps the manifest of an assignment."""
    return workspace / FOLDER / assignment / FILE


def as_text(manifest: Manifest) -> str:
    """Return a manifest as it is kept, the same text each time."""
    data = msgspec.json.encode(manifest, order="sorted")
    return msgspec.json.format(data, indent=1).decode() + "\n"


def manifests(given: str | Path | None, folder: Path) -> list[Manifest]:
    """Return the assignments that are meant.

    Parameters
    ----------
    given : str or pathlib.Path, optional
        A manifest, or a folder that has one.
    folder : pathlib.Path
        Where they lie when none is given, one in each folder.

    Raises
    ------
    AssignmentError
        There is none, or one cannot be read.
    """
    if given is not None:
        path = Path(given).expanduser()
        return [read(path / FILE if path.is_dir() else path)]
    found = sorted(folder.glob(f"*/{FILE}"))
    if not found:
        raise AssignmentError(
            f"There is no assignment in {folder}. Name the {FILE} that was made when it"
            " was assigned: --assignment FILE."
        )
    return [read(path) for path in found]


def read(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises
    ------
    AssignmentError
        It is not there, damaged, or of a newer mentorkit.
    """
    try:
        data = path.read_bytes()
        schema = msgspec.json.decode(data, type=_Schema).schema
        if schema > SCHEMA:
            raise _unreadable(
                path, f"A newer mentorkit made it (its form is {schema}): update yours."
            )
        manifest = msgspec.json.decode(data, type=Manifest)
        due = manifest.due_at and dt.datetime.fromisoformat(manifest.due_at)
    except OSError as error:
        raise _unreadable(path, f"{error.strerror}.") from None
    except (ValueError, RecursionError) as error:
        why = f"It is damaged: {error}. Put back a copy of it; it was left as it is."
        raise _unreadable(path, why) from None
    if due and due.tzinfo is None:
        raise _unreadable(path, "Its due_at has no time zone.")
    return manifest


def _unreadable(path: Path, why: str) -> AssignmentError:
    return AssignmentError(f"The assignment {path} cannot be read. {why}")


class _Schema(msgspec.Struct):
    schema: int
