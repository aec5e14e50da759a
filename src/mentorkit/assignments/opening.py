"""Getting a file's bytes, whatever it may be: never more than its size, never a device.

What the bytes mean is not looked at here.
"""

from __future__ import annotations

import datetime as dt
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from mentorkit.assignments.remarks import Refused, Remark


LARGEST = 20_000_000
"""Bytes of a notebook that is read."""

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""When a file came whose time nobody knows."""

FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


@contextmanager
def opened(path: str) -> Iterator[tuple[int, os.stat_result]]:
    """Give a plain file's descriptor and what the system says of it.

    Raises
    ------
    Refused
        It is no plain file, or cannot be read.
    """
    try:
        handle = os.open(path, FLAGS)
    except (OSError, ValueError):
        raise Refused(_why(path)) from None
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise Refused(Remark.NOT_PLAIN)
        yield handle, found
    except OSError:
        raise Refused(Remark.UNREADABLE) from None
    finally:
        os.close(handle)


def read_plain(path: str, largest: int = LARGEST) -> tuple[bytes, dt.datetime]:
    """Return a plain file's bytes, and when it was changed last.

    Raises
    ------
    Refused
        It is no plain file, too large, cannot be read, or changes meanwhile.
    """
    with opened(path) as (handle, found):
        if found.st_size > largest:
            raise Refused(Remark.TOO_LARGE)
        return _whole(handle, found.st_size), moment_of(found)


def moment_of(found: os.stat_result) -> dt.datetime:
    """Return when a file was changed last, as far as there are such years."""
    try:
        return EPOCH + dt.timedelta(microseconds=found.st_mtime_ns // 1000)
    except OverflowError:
        return EPOCH


def _whole(handle: int, size: int) -> bytes:
    """Read what the file is said to hold; one byte more or less and it changes."""
    data = os.read(handle, size + 1)
    while len(data) < size and (more := os.read(handle, size + 1 - len(data))):
        data += more
    if len(data) != size:
        raise Refused(Remark.CHANGING)
    return data


def _why(path: str) -> Remark:
    try:
        plain = stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        plain = True
    return Remark.UNREADABLE if plain else Remark.NOT_PLAIN
