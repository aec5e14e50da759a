"""Good files that were damaged at random: each gives an answer, and none an exception."""

import contextlib
import datetime as dt
import io
import json
import os
import random
import warnings
import zipfile
from zoneinfo import ZoneInfo

import pytest

from handed_out import as_bytes, notebook
from mentorkit.assignments.archives import Archive
from mentorkit.assignments.mending import mended
from mentorkit.assignments.remarks import Refused, Weight
from mentorkit.assignments.submission import Arrival
from mentorkit.workspace.hand_ins import hand_in_of, receipt_of, submissions_of


NOW = dt.datetime(2026, 10, 16, 21, 0, tzinfo=dt.UTC)
LONG = bool(os.environ.get("MENTORKIT_LONG"))
BYTES, TREES, TEXTS, ARCHIVES = (
    (9_000, 9_000, 2_000, 2_000) if LONG else (250, 250, 100, 60)
)

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
    """Read it and mend it; both answer, whatever it is."""
    is_told(assignments.read(Arrival("in/week-1--ada.ipynb", data, NOW, "file")))
    with contextlib.suppress(Refused):
        found = mended(data)
        assert all(each.told("en") for each in found.done)
        assert mended(found.text.encode()).done == ()


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


def odd_json(data, drawn):
    """Write a notebook as no editor does, and some programs do."""
    text = data.decode()
    places = [at for at, sign in enumerate(text) if sign in '{["']
    at = drawn.choice(places)
    deep = drawn.choice((20, 190, 210, 5_000, 100_000))
    cells = drawn.choice(("[]", "{}", "null", "[[]]", '[{"cell_type": "markdown"}]'))
    match drawn.randrange(8):
        case 0:
            text = f"{text[:at]}{'[' * deep}{']' * deep}{text[at:]}"
        case 1:
            text = text.replace("{", f'{{"x": {"[" * deep}{"]" * deep}, ', 1)
        case 2:
            text = text.replace("{", '{"metadata": 5, "cells": [], ', 1)
        case 3:
            text = f'{text[: text.rindex("}")]}, "cells": {cells}}}'
        case 4:
            word = drawn.choice(("NaN", "-Infinity", "1e999", "9" * 5000, "-0"))
            text = text.replace('"id": ', f'"n": {word}, "id": ', 1)
        case 5:
            text = text.replace("\\n", drawn.choice(("\\ud83d", "\\u0000", "\n", "\t")))
        case 6:
            text = text.replace('"source": "', '"source": "' + "a|`*[" * 200_000, 1)
        case _:
            text = text.replace(" ", drawn.choice(("\u00a0", "\u2028", "\ufeff", "")))
    return text


CODINGS = ("utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252", "latin-1", "cp037")


@pytest.mark.parametrize("seed", range(0, TEXTS, 50))
def test_texts_that_were_written_oddly(assignments, seed):
    for number in range(seed, seed + 50):
        drawn = random.Random(number)
        text = odd_json(as_bytes(notebook()), drawn)
        coding = drawn.choice(("utf-8", "utf-8", *CODINGS))
        read(
            assignments,
            text.encode(coding, "surrogatepass" if "utf" in coding else "replace"),
        )


def bomb(drawn):
    """Return an archive of little that unpacks into much, or into itself."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(drawn.choice((1, 3))):
            size = drawn.choice((25_000_000, 100_000, 5))
            inner = drawn.choice((b" " * size, b"[" * size))
            name = drawn.choice(
                (f"{number}.ipynb", "same.ipynb", "a.zip", "../a.ipynb")
            )
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", UserWarning)  # two of one name
                archive.writestr(name, inner)
    return held.getvalue()


@pytest.mark.parametrize("seed", range(0, ARCHIVES, 20))
def test_archives_that_unpack_into_much(assignments, seed):
    for number in range(seed, seed + 2):
        for member in Archive(ZoneInfo("UTC")).members_of(
            io.BytesIO(bomb(random.Random(number)))
        ):
            is_told(assignments.read(Arrival("a.ipynb", member.data, NOW, "archive")))


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
