"""What an educator keeps of an assignment, as a file: written by us, and read again.

It is never handed out: it holds the ticket of every copy.
"""

from __future__ import annotations

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


def read(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises
    ------
    AssignmentError
        It is not there, no manifest, or a newer mentorkit's.
    """
    try:
        return of_bytes(path.read_bytes())
    except OSError as error:
        raise AssignmentError(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise AssignmentError(
            f"{path} is no list of what was handed out: {error}. Put back a copy of it;"
            " it was left as it is."
        ) from None


def of_bytes(data: bytes) -> Manifest:
    """Return the manifest in a file's bytes.

    Raises
    ------
    ValueError
        It is damaged.
    AssignmentError
        A newer mentorkit wrote it.
    """
    schema = msgspec.json.decode(data, type=_Schema).schema
    if schema > SCHEMA:
        raise AssignmentError(
            f"This assignment was made by a newer mentorkit (its form is {schema}, and"
            f" {SCHEMA} is known here). Update mentorkit."
        )
    return msgspec.json.decode(data, type=Manifest)


class _Schema(msgspec.Struct):
    schema: int
