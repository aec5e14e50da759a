"""Many processes on one database: nothing lost, nothing overwritten, all remembered.

A few seconds each; with ``MENTORKIT_LONG=1`` sixteen processes write for a minute, and
writers are killed three hundred times.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections import Counter

import pytest

import mentorkit as mk
from mentorkit.store import Store


LONG = bool(os.environ.get("MENTORKIT_LONG"))
WRITERS = 16 if LONG else 6
SECONDS = 60 if LONG else 2
ROUNDS = 300 if LONG else 12

NURSERY = textwrap.dedent(
    """
    import os, signal, sys, time
    import psycopg
    import mentorkit as mk
    from mentorkit.store import Store

    place, shared = sys.argv[1:]
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)

    def say(*words):
        os.write(1, (" ".join(map(str, words)) + "\\n").encode())

    def write(name, seconds):
        store = Store(place)
        end = time.monotonic() + seconds
        number = 0
        while time.monotonic() < end:
            number += 1
            new = mk.Goal(mentorship_id="ada-grace", title=f"{name} {number}")
            (goal,) = store.add([new], name)
            say("added", goal.id, name)
            store.revise("goals", goal.id, {"metric": f"of {name}"}, by=name)
            say("revised", goal.id, name)
            kept, version = store.get("goals", shared)
            count = {"target": kept.target + 1}
            try:
                store.revise("goals", shared, count, by=name, why="+1", version=version)
            except mk.Conflict:
                continue
            say("counted", shared, name)
        store.close()
        say("ended", "well", name)

    for line in sys.stdin:
        name, seconds = line.split()
        child = os.fork()
        if child == 0:
            write(name, float(seconds))
            os._exit(0)
        say("born", child, name)
    """
)


class Nursery:
    """Starts writers, each a process of its own, and hears what they say."""

    def __init__(self, place, shared):
        self._process = subprocess.Popen(
            [sys.executable, "-c", NURSERY, str(place), shared],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.heard = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self):
        for line in self._process.stdout:
            self.heard.append(line.split())

    def start(self, name, seconds):
        self._process.stdin.write(f"{name} {seconds}\n")
        self._process.stdin.flush()

    def wait_for(self, what, name, count=1, seconds=120):
        """Wait until a writer said something so often; return its last words of it."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            said = [words for words in self.heard if words[::2] == [what, name]]
            if len(said) >= count:
                return said[-1]
            time.sleep(0.005)
        raise AssertionError((what, name, self.heard[-5:], self._process.poll()))

    def kill(self, name):
        os.kill(int(self.wait_for("born", name)[1]), signal.SIGKILL)

    def close(self):
        _, wrong = self._process.communicate(timeout=60)
        self._listener.join(timeout=60)
        return wrong


@pytest.fixture
def shared(store):
    """A goal whose target everybody counts up."""
    goal = mk.Goal(mentorship_id="ada-grace", title="Shared", target=0, unit="saves")
    return store.add([goal], "grace")[0].id


@pytest.fixture
def nursery(store, shared):
    made = Nursery(store.place, shared)
    yield made
    made.close()


def whole(store, heard, shared):
    """See that all that was told as saved is there, once, with its history."""
    told = Counter(what for what, *_ in heard)
    rows = {row["goal_id"]: row for row in store.rows("goals")}
    for what, goal, _ in heard:
        if what in ("added", "revised"):
            assert goal in rows, (what, goal)
            assert what == "added" or rows[goal]["metric"], goal
    counted = [line for line in store.history("goals", shared) if line["field"]]
    assert rows[shared]["target"] == len(counted)
    assert [line["after"] for line in counted] == list(range(1, len(counted) + 1))
    assert len(counted) >= told["counted"]
    assert store.check().ok, store.check()
    return told, rows, len(counted)


@pytest.mark.slow
def test_processes_that_write_at_once_lose_nothing_and_overwrite_nothing(
    store, shared, nursery
):
    names = [f"writer{number}" for number in range(WRITERS)]

    for name in names:
        nursery.start(name, SECONDS)
    for name in names:
        nursery.wait_for("ended", name)
    assert nursery.close() == ""

    told, rows, counted = whole(store, nursery.heard, shared)
    assert counted == told["counted"]
    assert len(rows) == told["added"] + 1
    assert {name for what, _, name in nursery.heard if what == "added"} == set(names)


@pytest.mark.slow
def test_killing_writers_loses_no_saved_row_and_breaks_nothing(store, shared, nursery):
    for number in range(ROUNDS):
        names = [f"a{number}", f"b{number}"]
        for name in names:
            nursery.start(name, 600)
        for name in names:
            nursery.wait_for("added", name, count=1 + number % 3)
        time.sleep(0.004 * (number % 13))
        for name in names:
            nursery.kill(name)
    nursery.close()

    told, *_ = whole(Store(store.place), nursery.heard, shared)
    assert told["born"] == 2 * ROUNDS
    assert told["added"] >= 2 * ROUNDS
