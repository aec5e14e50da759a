"""Many processes on one database: nothing lost, nothing overwritten, all remembered.

A few seconds each; with ``MENTORKIT_LONG=1`` a minute of writing and 300 kills.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections import Counter

import pytest

import mentorkit as mk
from mentorkit.store import Store


LONG = bool(os.environ.get("MENTORKIT_LONG"))
WRITERS = 16 if LONG else 6
SECONDS = 60 if LONG else 2
ROUNDS = 300 if LONG else 5

WRITER = textwrap.dedent(
    """
    import sys, time
    import mentorkit as mk
    from mentorkit.store import Store

    place, name, shared, seconds = sys.argv[1:]
    store = Store(place)
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + float(seconds)
    number = 0
    while time.monotonic() < end:
        number += 1
        new = mk.Goal(mentorship_id="ada-grace", title=f"{name} {number}")
        (goal,) = store.add([new], name)
        print("added", goal.id, flush=True)
        store.revise("goals", goal.id, {"metric": f"of {name}"}, by=name)
        print("revised", goal.id, flush=True)
        kept, version = store.get("goals", shared)
        count = {"target": kept.target + 1}
        try:
            store.revise("goals", shared, count, by=name, why="+1", version=version)
        except mk.Conflict:
            continue
        print("counted", shared, flush=True)
    """
)


def writers(store, shared, names, seconds):
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, store.place, name, shared, str(seconds)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    ]
    for process in started:
        assert process.stdout.readline() == "ready\n", process.communicate()[1]
    for process in started:
        process.stdin.write("go\n")
        process.stdin.flush()
    return started


@pytest.fixture
def shared(store):
    """A goal whose target everybody counts up."""
    goal = mk.Goal(mentorship_id="ada-grace", title="Shared", target=0, unit="saves")
    return store.add([goal], "grace")[0].id


def whole(store, said, shared):
    """See that all that was told as saved is there, once, with its history."""
    told = Counter(line.split()[0] for line in said)
    rows = {row["goal_id"]: row for row in store.rows("goals")}
    for line in said:
        what, goal = line.split()
        assert goal in rows, line
        assert what != "revised" or rows[goal]["metric"], line
    counted = [line for line in store.history("goals", shared) if line["field"]]
    assert rows[shared]["target"] == len(counted)
    assert [line["after"] for line in counted] == list(range(1, len(counted) + 1))
    assert len(counted) >= told["counted"]
    assert store.check().ok, store.check()
    return told, len(counted)


@pytest.mark.slow
def test_processes_that_write_at_once_lose_nothing_and_overwrite_nothing(store, shared):
    names = [f"writer{number}" for number in range(WRITERS)]

    started = writers(store, shared, names, SECONDS)
    answers = [process.communicate(timeout=SECONDS + 120) for process in started]

    assert [process.returncode for process in started] == [0] * WRITERS, answers
    said = [line for text, _ in answers for line in text.splitlines()]
    told, counted = whole(store, said, shared)
    assert counted == told["counted"]
    by = Counter(row["title"].split()[0] for row in store.rows("goals"))
    assert {name: by[name] for name in names if by[name]}.keys() == set(names)
    assert len(store.rows("goals")) == told["added"] + 1


@pytest.mark.slow
def test_killing_writers_loses_no_saved_row_and_breaks_nothing(store, shared):
    said = []
    for number in range(ROUNDS):
        names = [f"a{number}", f"b{number}"]
        started = writers(store, shared, names, 60)
        heard = [[process.stdout.readline() for _ in range(3)] for process in started]
        time.sleep(0.03 * (number % 7))
        for process in started:
            process.kill()
        for process, lines in zip(started, heard, strict=True):
            rest, _ = process.communicate()
            said += [*lines, *rest.splitlines(keepends=True)]

    whole(Store(store.place), [line for line in said if line.endswith("\n")], shared)
