"""What this computer and its environment say: who is at it, where, in which language.

Knows no workspace's rows; a workspace's own settings come in as they are.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentorkit.i18n import known_language
from mentorkit.workspace.settings import Settings


SOON = 0.05
"""Seconds after which a cell that has ended has been told to be over."""


def login() -> str:
    """Return the name that this computer knows the user by."""
    return getpass.getuser()


def local_timezone() -> str:
    """Return the IANA name of this computer's time zone, or UTC where it has none."""
    named = os.environ.get("TZ", "").removeprefix(":")
    linked = Path("/etc/localtime")
    if not named and linked.is_symlink():
        named = str(linked.readlink()).partition("zoneinfo/")[2]
    try:
        return ZoneInfo(named or "UTC").key
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"


def who(settings: Settings, as_: str | None) -> str:
    """Return who signs: what was asked for, the environment's, the hub's, the toml's."""
    hub = os.environ.get("JUPYTERHUB_USER")
    named = as_ or os.environ.get("MENTORKIT_USER") or hub or settings.user
    return named or login()


def asked_language(settings: Settings, asked: str | None) -> str | None:
    """Return what was asked for, the environment's, the toml's: nothing, if none was."""
    named = asked or os.environ.get("MENTORKIT_LANGUAGE")
    return known_language(named) if named else settings.language


def moment(timezone: str, today: dt.date) -> dt.datetime:
    """Return now, moved to a pinned day."""
    local = dt.datetime.now(dt.UTC).astimezone(ZoneInfo(timezone))
    return local.replace(year=today.year, month=today.month, day=today.day).astimezone(
        dt.UTC
    )


def when_idle(work: Callable[[], object]) -> None:
    """Do some work as soon as the notebook's cell is over, where a person runs it.

    A program that runs a notebook takes no input. Elsewhere nothing is done.
    """
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    request: dict[str, Any] = getattr(shell, "get_parent", dict)()
    if not request.get("content", {}).get("allow_stdin"):
        return
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:  # a thread of the cell's own
        return
    loop.call_later(SOON, work)
