"""The processes that a process started, and those that they did."""

from __future__ import annotations

from pathlib import Path

from mentorkit.review.descent import children


def descendants(pid):
    """Return the number of each process below one, its command, and those above it."""
    found = {}
    waiting = [(pid, command_of(pid))]
    while waiting:
        parent, command = waiting.pop()
        for child in children(parent):
            found[child] = (command_of(child), command)
            waiting.append((child, command + found[child][0]))
    return found


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
