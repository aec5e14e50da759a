"""Walking folders and archives: each file that may have been handed in, with its channel.

What stands in the files is read elsewhere; nothing is written anywhere.
"""

from __future__ import annotations

import datetime as dt
import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from zoneinfo import ZoneInfo

from mentorkit.assignments.archives import Archive
from mentorkit.assignments.channels import (
    STAMP_FILE,
    is_archive,
    moment_in_folder,
    moment_in_stamp,
    sender_of,
)
from mentorkit.assignments.opening import EPOCH, moment_of, opened, read_plain
from mentorkit.assignments.remarks import Refused
from mentorkit.assignments.submission import Arrival
from mentorkit.errors import MentorkitError


NOTEBOOK = ".ipynb"
NO_FILES = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
WHOLE_HAND_INS = frozenset({"moodle", "canvas"})
"""Channels in which every file is something that somebody handed in."""

STAMP_SIZE = 200


@dataclass(slots=True)
class Arriving:
    """Goes through what somebody wants collected.

    Attributes
    ----------
    sources : list of pathlib.Path
        Folders, archives and notebooks.
    assignments : sequence of str
        The names of the assignments that are collected.
    zone : zoneinfo.ZoneInfo
        Where archives were made, which keep times without a zone.
    others : list of str
        Files that were left alone, since they are no notebooks.
    count : int
        How many files there are, as far as is known by now.
    """

    sources: Sequence[Path]
    assignments: Sequence[str]
    zone: ZoneInfo
    others: list[str] = field(default_factory=list)
    count: int = 0
    _stamped: tuple[str, dt.datetime | None] = field(default=("", None), init=False)

    def files(self) -> list[tuple[str, str]]:
        """Return what there is to read: each file, and how it is called.

        Raises
        ------
        MentorkitError
            Something that was named is not there.
        """
        found: list[tuple[str, str]] = []
        for source in self.sources:
            whole = source.expanduser().absolute()
            if whole.is_dir():
                found += self._walk(str(whole), whole.name)
            elif os.path.lexists(whole):
                found.append((str(whole), whole.name))
            else:
                raise MentorkitError(f"There is no file or folder {source}.")
        self.count = len(found)
        return found

    def arrivals(self, files: Iterable[tuple[str, str]]) -> Iterator[Arrival]:
        """Give each file as it came, with its bytes."""
        for file, label in files:
            if is_archive(file):
                yield from self._archive(file, label)
            else:
                yield self._plain(file, label)

    def _walk(self, folder: str, label: str) -> Iterator[tuple[str, str]]:
        """Give the files of a folder and those in it, by name; links are not followed.

        Without recursion: somebody may have made it deeper than Python's calls go.
        """
        waiting = [(folder, label, True)]
        while waiting:
            path, name, is_folder = waiting.pop()
            if is_folder:
                listed = _listed(path)
                if listed is None:
                    yield path, name
                waiting += [
                    (entry.path, f"{name}/{entry.name}", _is_folder(entry))
                    for entry in reversed(listed or [])
                    if not _is_hidden(entry.name)
                ]
            elif self._wanted(name):
                yield path, name
            else:
                self.others.append(shown(name))

    def _wanted(self, name: str) -> bool:
        file = name.rpartition("/")[2]
        if NOTEBOOK in file.lower() or is_archive(file):
            return True
        sender = sender_of(name.split("/"), self.assignments)
        return sender is not None and sender.channel in WHOLE_HAND_INS

    def _plain(self, file: str, label: str) -> Arrival:
        data: bytes | Refused
        try:
            data, at = read_plain(file)
        except Refused as refused:
            data, at = refused, EPOCH
        stamp = self._stamp(file.rpartition(os.sep)[0])
        return self._arrival(label, data, stamp or at, "exchange" if stamp else "file")

    def _stamp(self, folder: str) -> dt.datetime | None:
        """Return when nbgrader took a folder in, by its file; asked once a folder."""
        if folder != self._stamped[0]:
            at = None
            with suppress(Refused):
                data, _ = read_plain(f"{folder}/{STAMP_FILE}", STAMP_SIZE)
                at = moment_in_stamp(data.decode("utf-8", "replace"))
            self._stamped = folder, at
        return self._stamped[1]

    def _archive(self, file: str, label: str) -> Iterator[Arrival]:
        try:
            with (
                opened(file) as (handle, found),
                os.fdopen(os.dup(handle), "rb") as raw,
            ):
                yield from self._members(raw, label, moment_of(found))
        except Refused as refused:
            yield self._arrival(label, refused, EPOCH, "file")

    def _members(
        self, file: IO[bytes], label: str, at: dt.datetime
    ) -> Iterator[Arrival]:
        archive, before = Archive(self.zone), self.count - 1
        for member in archive.members_of(file):
            self.count = before + max(archive.listed, 1)
            name = f"{label}/{member.path}" if member.path else label
            parts = name.split("/")
            if any(map(_is_hidden, parts[1:])):
                continue
            if member.path and not self._wanted(name):
                self.others.append(shown(name))
                continue
            yield self._arrival(name, member.data, member.at or at, "archive")

    def _arrival(
        self, label: str, data: bytes | Refused, at: dt.datetime, by: str
    ) -> Arrival:
        parts = unicodedata.normalize("NFC", label).split("/")
        moments = (moment_in_folder(part) for part in parts[:-1])
        exchange = next((moment for moment in moments if moment), None)
        return Arrival(
            path=shown(label),
            data=data,
            received_at=exchange or at,
            received_by="exchange" if exchange else by,
            sender=sender_of(parts, self.assignments),
        )


def notebooks_in(sources: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Return each notebook in folders or named itself, and its place under its source.

    Raises
    ------
    MentorkitError
        Something that was named is not there.
    """
    found: list[tuple[Path, Path]] = []
    for source in sources:
        for file, _ in Arriving([source], (), ZoneInfo("UTC")).files():
            whole = source.expanduser().absolute()
            if not whole.is_dir():
                found.append((source, Path(whole.name)))
            elif file.lower().endswith(NOTEBOOK):
                place = Path(file).relative_to(whole)
                found.append((source / place, place))
    return found


def _listed(folder: str) -> list[os.DirEntry[str]] | None:
    """Return what is in a folder, by name; nothing where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return None


def _is_hidden(name: str) -> bool:
    """Return whether nobody handed it in: checkpoints, what systems leave behind."""
    return name in NO_FILES or (name.startswith(".") and name != "..")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def shown(path: str) -> str:
    r"""Return a path as it can be shown: no sign in it does anything.

    Examples
    --------
    >>> shown("a\x1b[31m.ipynb")
    'a\\x1b[31m.ipynb'
    """
    plain = unicodedata.normalize("NFC", path)
    if plain.isprintable():
        return plain
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape").decode()
        for sign in plain
    )
