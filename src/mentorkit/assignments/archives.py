"""Zip archives that came from anywhere: their members are read one by one into memory.

Nothing is ever unpacked to a disk, so no name in an archive can be a place on it.
"""

from __future__ import annotations

import datetime as dt
import io
import stat
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zoneinfo import ZoneInfo

from mentorkit.assignments.channels import is_archive
from mentorkit.assignments.opening import LARGEST
from mentorkit.assignments.remarks import Refused, Remark


MOST_MEMBERS = 100_000
MOST_BYTES = 8_000_000_000
"""Of all members together, as they are packed out."""

LARGEST_INSIDE = 200_000_000
"""Of an archive in an archive, which lies in memory while it is read."""

DEEPEST = 3
UTF_8 = 0x800
LOCKED = 0x1
BROKEN = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,  # UnicodeDecodeError too
    RuntimeError,  # NotImplementedError too
    OverflowError,
)


@dataclass(slots=True)
class Member:
    """One file of an archive: its path in it, its time there, its bytes or why none."""

    path: str
    at: dt.datetime | None
    data: bytes | Refused


class Archive:
    """What is left of the room that an archive and those in it may take."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self.members, self.bytes = MOST_MEMBERS, MOST_BYTES
        self.listed = 0

    def members_of(self, file: str | IO[bytes], depth: int = 1) -> Iterator[Member]:
        """Give the files in an archive, those of archives in it too."""
        if depth > DEEPEST:
            yield Member("", None, Refused(Remark.BAD_ARCHIVE))
            return
        try:
            with ZipFile(file) as archive:
                self.listed += len(archive.infolist())
                for info in archive.infolist():
                    if not info.is_dir():
                        yield from self._member(archive, info, depth)
        except Refused as refused:
            yield Member("", None, refused)
        except BROKEN:
            yield Member("", None, Refused(Remark.BAD_ARCHIVE))

    def _member(self, archive: ZipFile, info: ZipInfo, depth: int) -> Iterator[Member]:
        self.members -= 1
        if self.members < 0:
            raise Refused(Remark.BAD_ARCHIVE)
        name, at = _name(info), self._time(info)
        inner = is_archive(name)
        data = self._bytes(archive, info, LARGEST_INSIDE if inner else LARGEST)
        if not inner or isinstance(data, Refused):
            yield Member(name, at, data)
            return
        for member in self.members_of(io.BytesIO(data), depth + 1):
            path = f"{name}/{member.path}" if member.path else name
            yield Member(path, member.at, member.data)

    def _bytes(self, archive: ZipFile, info: ZipInfo, largest: int) -> bytes | Refused:
        """Return a member's bytes, and never more than there may be."""
        if refused := _odd(info):
            return Refused(refused)
        if info.file_size > largest:
            return Refused(Remark.TOO_LARGE)
        try:
            with archive.open(info) as member:
                data = member.read(largest + 1)
        except BROKEN:
            return Refused(Remark.UNREADABLE)
        self.bytes -= len(data)
        if self.bytes < 0:
            raise Refused(Remark.BAD_ARCHIVE)
        return data if len(data) <= largest else Refused(Remark.TOO_LARGE)

    def _time(self, info: ZipInfo) -> dt.datetime | None:
        """Return a member's time, which archives keep without a time zone."""
        try:
            return dt.datetime(*info.date_time, tzinfo=self.zone).astimezone(dt.UTC)
        except (ValueError, OverflowError):
            return None


def _odd(info: ZipInfo) -> Remark | None:
    """Return why a member is not even opened."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return Remark.NOT_PLAIN
    parts = info.filename.replace("\\", "/").split("/")
    if info.filename.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]:
        return Remark.NOT_PLAIN
    if info.flag_bits & LOCKED or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return Remark.BAD_ARCHIVE
    return None


def _name(info: ZipInfo) -> str:
    """Return a member's name; many programs write UTF-8 and don't say so."""
    name = info.filename
    if not info.flag_bits & UTF_8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    return unicodedata.normalize("NFC", name.replace("\\", "/"))
