"""The processes that a process started, and those that they did."""

from __future__ import annotations

from pathlib import Path


def descendants(pid):
    """Return the number of each process below one, its command, and those above it."""
    found = {}
    waiting = [(pid, command_of(pid))]
    while waiting:
        parent, command = waiting.pop()
        for child in children_of(parent):
            found[child] = (command_of(child), command)
            waiting.append((child, command + found[child][0]))
    return found


def children_of(pid):
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        texts = [(task / "children").read_text() for task in tasks]
    except OSError:  # it has ended
        return []
    return [int(number) for text in texts for number in text.split()]


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
