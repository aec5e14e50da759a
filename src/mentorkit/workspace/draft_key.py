"""The key that unsaved text is sealed with in a browser: one a person and workspace.

It lies in the person's own data folder; text and drafts are no business of this file.
"""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

import platformdirs

from mentorkit.store.keys import write_once
from mentorkit.workspace.settings import Settings


SIZE = 32
"""Bytes of a key: AES-256."""


def draft_key(settings: Settings, user: str) -> bytes | None:
    """Return the key, made when it is first asked for; None where none can be kept.

    A form without a key keeps less in the browser and says so, which is better than
    no form.
    """
    path = path_of(settings, user)
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_once(path, secrets.token_bytes(SIZE))
        found = path.read_bytes()
    except OSError:
        return None
    return found if len(found) == SIZE else None


def path_of(settings: Settings, user: str) -> Path:
    """Return the file of a person's key for a workspace."""
    name = hashlib.sha256(f"{user}\n{settings.shown}".encode()).hexdigest()[:32]
    folder = platformdirs.user_data_path("mentorkit", appauthor=False) / "drafts"
    return folder / f"{name}.key"
