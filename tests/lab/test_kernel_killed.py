"""A real kernel that is killed while it saves: every row that was told is there."""

from __future__ import annotations

import os
import signal
import sqlite3
import textwrap
from queue import Empty

import pytest
from jupyter_client.manager import start_new_kernel

import mentorkit as mk


pytestmark = pytest.mark.slow

SAVES = textwrap.dedent(
    """
    import os
    import mentorkit as mk

    ws = mk.open({folder!r})
    print("pid", os.getpid(), flush=True)
    for number in range(5000):
        goal = mk.Goal(mentorship_id="ada-grace", title=f"goal {{number}} of {name}")
        saved = ws.add(goal)
        ws.revise("goals", saved.id, due_on="2026-12-01")
        print("kept", saved.id, flush=True)
    """
)


def kept_until_killed(folder, name, rows):
    """Let a kernel save until some rows are told, kill it, and return those told."""
    manager, client = start_new_kernel(kernel_name="python3")
    told, pid = "", None
    try:
        client.execute(SAVES.format(folder=str(folder), name=name))
        for _ in range(2000):
            message = client.get_iopub_msg(timeout=30)
            if message["msg_type"] == "stream":
                told += message["content"]["text"]
            if told.count("kept") >= rows:
                break
        pid = int(told.split()[1])
        os.kill(pid, signal.SIGKILL)
        for _ in range(2000):
            try:
                message = client.get_iopub_msg(timeout=0.5)
            except Empty:
                break
            if message["msg_type"] == "stream":
                told += message["content"]["text"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    lines = [line.split() for line in told.split("\n")[:-1]]
    return [line[1] for line in lines if line[0] == "kept"]


def test_killing_a_kernel_while_it_saves_loses_nothing_and_breaks_nothing(workspace):
    told = []
    for number in range(3):
        told += kept_until_killed(
            workspace.folder, f"round {number}", rows=5 + 20 * number
        )

    goals = workspace.goals().set_index("goal_id")
    assert len(told) >= 70
    assert set(told) <= set(goals.index)
    assert goals.loc[told, "due_on"].notna().all()
    raw = sqlite3.connect(workspace.settings.database)
    assert raw.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert raw.execute("pragma foreign_key_check").fetchall() == []
    added, revised = (
        raw.execute("select count(*) from changes where op = ?", [op]).fetchone()[0]
        for op in ("add", "revise")
    )
    raw.close()
    assert revised <= added
    assert isinstance(
        workspace.add(mk.Goal(mentorship_id="ada-grace", title="On")), mk.Goal
    )
