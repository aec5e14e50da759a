"""What a run has made so far, so that one that was stopped can be gone on with.

One line an outcome, written as it comes; the manifest takes its place in the end.
"""

from __future__ import annotations

import json
import os
import time
from typing import IO, Any, Self

from mentorkit.review.job import Outcome
from mentorkit.review.places import Folder, Place


NAME = "unfinished.jsonl"
MANIFEST = "manifest.json"

SECONDS = 10
"""How much of a run a file store, which adds no lines to files, may not know yet."""


def left(place: Place) -> dict[str, Outcome]:
    """Return what a run that was stopped had made, by handle.

    The last line may be half a line, where the power was cut.
    """
    found = {}
    for line in (place.read(NAME) or "").splitlines():
        try:
            outcome = Outcome.from_json(line)
        except (ValueError, TypeError):
            continue
        found[outcome.handle] = outcome
    return found


class Journal:
    """The lines of one run.

    Parameters
    ----------
    place : Folder or FileStore
        The run's.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._file: IO[str] | None = None
        self._lines = (place.read(NAME) or "").splitlines()
        self._written = time.monotonic()
        if isinstance(place, Folder):
            place.path.mkdir(parents=True, exist_ok=True)
            self._file = (place.path / NAME).open("a", encoding="utf-8")
            (place.path / NAME).chmod(0o600)
            self._file.write("\n")  # ends half a line of a run before

    def note(self, outcome: Outcome) -> None:
        """Keep an outcome, even if the power is cut now."""
        line = outcome.to_json()
        if self._file is not None:
            self._file.write(f"{line}\n")
            self._file.flush()
            os.fsync(self._file.fileno())
            return
        self._lines.append(line)
        if time.monotonic() - self._written > SECONDS:
            self._place.write(NAME, "\n".join(self._lines))
            self._written = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()


def forget(place: Place) -> None:
    """Take the lines away: the manifest has them."""
    place.remove(NAME)


def read_manifest(place: Place) -> dict[str, Any]:
    """Return the manifest that an earlier run left, or nothing."""
    try:
        manifest: dict[str, Any] = json.loads(place.read(MANIFEST) or "{}")
    except ValueError:
        return {}
    return manifest
