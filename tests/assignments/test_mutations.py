"""Good files that were damaged at random: each gives an answer, and none an exception."""

import datetime as dt
import io
import json
import os
import random
import zipfile
from zoneinfo import ZoneInfo

import pytest

from handed_out import as_bytes, notebook
from mentorkit.assignments.archives import Archive
from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import Arrival
from mentorkit.workspace.hand_ins import hand_in_of, receipt_of, submissions_of


NOW = dt.datetime(2026, 10, 16, 21, 0, tzinfo=dt.UTC)
LONG = bool(os.environ.get("MENTORKIT_LONG"))
BYTES, TREES, ARCHIVES = (12_000, 8_000, 2_000) if LONG else (250, 250, 60)

VALUES = (
    *(None, True, False, 0, -1, 1e308, "", "x", [], {}, [[]], {"": ""}),
    *("\ud800", "\0", "week", "[x]", "| a |", "../..", "{detail}", "\u202e"),
    *({"prompt": "week", "role": "answer"}, {"grade_id": "mood"}, ["parameters"]),
    {"application/vnd.mentorkit.answer.v1+json": {"prompt": "week", "value": "x"}},
)


def is_told(found):
    """Hold what was read to what the rest relies on."""
    places = [(a.prompt, a.copy, a.row, a.part) for a in found.answers]
    assert len(places) == len(set(places))
    assert all(a.value.strip() and a.value.encode() for a in found.answers)
    assert found.weight is Weight.REFUSED or found.learner == "ada"
    assert found.answered <= found.asked
    assert all(noted.told("en") for noted in found.noted)
    if found.weight is not Weight.REFUSED:
        rows = list(submissions_of(found, "p-ada"))
        assert [row.value for row in rows] == [a.value for a in found.answers]
        told = receipt_of(found, "p-ada").model_dump(mode="json")
        assert hand_in_of(told, "ada").noted == found.noted


def read(assignments, data):
    is_told(assignments.read(Arrival("in/week-1--ada.ipynb", data, NOW, "file")))


def damaged(data, drawn):
    """Return bytes with a few cut out, doubled, swapped or turned into others."""
    held = bytearray(data)
    for _ in range(drawn.choice((1, 1, 2, 5, 40))):
        at = drawn.randrange(len(held))
        upto = min(len(held), at + drawn.choice((1, 1, 3, 30, 400)))
        match drawn.randrange(5):
            case 0:
                del held[at:upto]
            case 1:
                held[at:at] = held[at:upto]
            case 2:
                held[at:upto] = drawn.randbytes(upto - at)
            case 3:
                held[at] = drawn.choice(b'{}[]",:\\ntu01\0\xff')
            case _:
                held[at:at] = drawn.choice(
                    (b"\\u0000", b"\\ud83d", b"null", b"{", b'"')
                )
        if not held:
            break
    return bytes(held)


@pytest.mark.parametrize("seed", range(0, BYTES, 50))
def test_bytes_that_were_damaged(assignments, seed):
    good = [
        as_bytes(notebook()),
        json.dumps(notebook(), separators=(",", ":")).encode(),
    ]
    for number in range(seed, seed + 50):
        drawn = random.Random(number)
        read(assignments, damaged(drawn.choice(good), drawn))


def parts(tree):
    """Give every dict and list of a tree."""
    yield tree
    for each in tree.values() if isinstance(tree, dict) else tree:
        if isinstance(each, dict | list):
            yield from parts(each)


def shuffled(tree, drawn):
    """Change a few values anywhere in a tree."""
    for _ in range(drawn.choice((1, 1, 2, 6))):
        held = drawn.choice([part for part in parts(tree) if part])
        key = drawn.choice(list(held) if isinstance(held, dict) else range(len(held)))
        match drawn.randrange(4):
            case 0:
                del held[key]
            case 1:
                other = drawn.choice([part for part in parts(tree) if part])
                held[key] = json.loads(json.dumps(other))
            case _:
                held[key] = json.loads(json.dumps(drawn.choice(VALUES)))
        if not tree:
            break
    return tree


@pytest.mark.parametrize("seed", range(0, TREES, 50))
def test_values_that_were_changed(assignments, seed):
    for number in range(seed, seed + 50):
        drawn = random.Random(number)
        read(assignments, json.dumps(shuffled(notebook(), drawn)).encode())


@pytest.mark.parametrize("seed", range(0, ARCHIVES, 20))
def test_archives_that_were_damaged(assignments, seed):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Zoë/week-1--ada.ipynb", as_bytes(notebook()))
        archive.writestr("again.ipynb", b" " * 3000)
    for number in range(seed, seed + 20):
        data = damaged(held.getvalue(), random.Random(number))
        for member in Archive(ZoneInfo("UTC")).members_of(io.BytesIO(data)):
            assert isinstance(member.path, str)
            arrival = Arrival("a.ipynb", member.data, member.at or NOW, "archive")
            assert assignments.read(arrival).path == "a.ipynb"
