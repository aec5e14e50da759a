"""The secret that pseudonyms are made with: one a workspace, in a file of its own.

It is in no database, backup or export: whoever has it can tell whose a pseudonym is.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from mentorkit.errors import StorageError
from mentorkit.store.keys import write_once
from mentorkit.workspace.settings import Settings


VARIABLE = "MENTORKIT_PSEUDONYM_KEY"
"""Holds the secret, in hexadecimal digits, for processes that see no such file."""

SIZE = 32


def pseudonym_key(settings: Settings) -> bytes:
    """Return the secret, made when it is first asked for.

    Raises
    ------
    StorageError
        It cannot be read or written, or is none.
    """
    if given := os.environ.get(VARIABLE):
        return _checked(given, VARIABLE)
    path = path_of(settings)
    try:
        if not path.exists():
            write_once(path, secrets.token_hex(SIZE).encode())
        found = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise StorageError(
            f"{path}, the key that pseudonyms are made with, cannot be used: {error}."
        ) from None
    return _checked(found, str(path))


def path_of(settings: Settings) -> Path:
    """Return the file of a workspace's secret."""
    return settings.beside.with_name("pseudonyms.key")


def _checked(text: str, where: str) -> bytes:
    try:
        found = bytes.fromhex(text.strip())
    except ValueError:
        found = b""
    if len(found) != SIZE:
        raise StorageError(
            f"{where} holds no key for pseudonyms, which is {2 * SIZE} hexadecimal"
            " digits. Put the right one back, or take it away: then all pseudonyms"
            " change."
        )
    return found
