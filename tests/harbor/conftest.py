"""The program's files, read once, as notes and as the tables that were written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.harbor.tidy import tidy


SOURCE = Path(__file__).parents[1] / "data" / "harbor"


@pytest.fixture(scope="module")
def tidied(tmp_path_factory):
    target = tmp_path_factory.mktemp("harbor")
    notes = tidy(SOURCE, target)
    return target, notes


@pytest.fixture(scope="module")
def notes(tidied):
    return tidied[1]


@pytest.fixture(scope="module")
def tables(tidied):
    return {path.stem: read(path) for path in sorted(tidied[0].glob("*.csv"))}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def one(rows, **wanted):
    found = [r for r in rows if all(r[k] == v for k, v in wanted.items())]
    assert len(found) == 1
    return found[0]
