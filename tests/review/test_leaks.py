"""What reviews leave behind, read byte by byte: nothing that its readers may not see.

Words are planted in every text of two mentorships, once for each visibility. One pair
allows everything, of the other the mentee has refused. Then every kind of review is
made for every audience, and each file is searched for every word.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from dataclasses import dataclass

import nbformat
import pytest
from tests.planting import plant_pair
from tests.report.booklets import KINDS, executed
from tests.unpacked import unpacked

import mentorkit as mk
from mentorkit import report
from mentorkit.models import Visibility
from mentorkit.report.formats import FORMATS
from mentorkit.report.formats import made as format_of
from mentorkit.workspace import Workspace, open_workspace


pytestmark = pytest.mark.slow

PERIOD = "2026Q3"
CUT = dt.date(2026, 10, 20)
PAIRS = {"ada-grace": ("ada", "grace"), "bo-hedy": ("bo", "hedy")}
PEOPLE = {
    "ada": "Ada Lovelace",
    "grace": "Grace Hopper",
    "bo": "Bo Berglund",
    "hedy": "Hedy Lamarr",
    "zoe": "Zoe Quicksilver",
}
MORE = ("pdf", "md", "txt", "csv", "mail")
WORDS = re.compile(r"leak[0-9]{4}x", re.IGNORECASE)
WHO_READS_NOTHING = {"concerns", "profiles", "submissions", "receipts"}
"""Tables that no review is made from."""


@dataclass(frozen=True)
class Planted:
    """Where a word is, and how visible."""

    pair: str
    where: str
    seen: str
    author_only: bool

    def is_for(self, audience, pair):
        table = self.where.partition(".")[0]
        if self.author_only or table in WHO_READS_NOTHING:
            return False
        ranks = Visibility.words()
        if ranks.index(self.seen) < ranks.index(audience):
            return False
        if audience == "pair":
            return self.pair == pair
        # Bo has refused, and decisions are Hedy's words, who has not.
        is_hedys = audience == "program" and table == "decisions"
        return self.pair == "ada-grace" or is_hedys


class Words:
    """Makes a word for each text, and remembers where it is."""

    def __init__(self):
        self.planted = {}
        self._numbers = itertools.count(1)

    def __call__(self, pair, table, field, seen):
        word = f"leak{next(self._numbers):04}x"
        author_only = field.about.reads == "author"
        self.planted[word] = Planted(pair, f"{table}.{field.name}", seen, author_only)
        return word


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    """A workspace with words planted in it, by what they are."""
    folder = tmp_path_factory.mktemp("leaks") / "mine"
    Workspace.create(folder, name="Grace Hopper", today=dt.date(2026, 8, 25))
    ws = open_workspace(folder, as_="grace", today=dt.date(2026, 8, 25))
    words = Words()
    there = {*ws.people()["handle"]}
    ws.add(
        *(
            mk.Person(handle=who, name=name, email=f"{who}.leak@example.org")
            for who, name in PEOPLE.items()
            if who not in there
        )
    )
    for pair, who in PAIRS.items():
        plant_pair(ws, words, pair, who)
    allow(ws, "ada", "grace", "hedy")
    allow(ws, "bo", granted=False)
    ws.add(
        mk.Enrollment(person_id="zoe", role="mentee", cohort="leak9001x"),
        mk.Enrollment(person_id="ada", role="mentee", cohort="leak9003x"),
        mk.Mentorship(handle="zoe-grace", status="active", facet="leak9002x"),
    )
    ws.erase_person("zoe", why="She asked")
    return open_workspace(folder, as_="grace", today=CUT), words.planted


def allow(ws, *people, granted=True):
    ws.add(
        *(
            mk.Consent(
                person_id=who, scope=scope, granted=granted, given_on="2026-01-02"
            )
            for who in people
            for scope in ("publish", "share_program")
        )
    )


def names_in(text):
    """Return whose names, handles or addresses are in a text."""
    words = [*PEOPLE.values(), *(name.split()[-1] for name in PEOPLE.values()), *PAIRS]
    return {word for word in words if word.lower() in text.lower()}


def wrong(planted, text, audience, pair):
    found = {word.lower() for word in WORDS.findall(text)}
    return {
        word: planted.get(word)
        for word in found
        if word not in planted or not planted[word].is_for(audience, pair)
    }


@pytest.mark.parametrize("audience", ["pair", "program", "public"])
def test_no_byte_of_a_run_holds_what_its_readers_may_not_see(seeded, audience):
    ws, planted = seeded
    assert len(planted) > 40

    run = ws.review(PERIOD, audience=audience, workers=2, as_of=CUT, formats=MORE)

    assert not run.failed, run.failed
    assert not run.incomplete, run.incomplete
    files = [
        p for p in run.folder.parent.rglob("*") if p.is_file() and audience in p.parts
    ]
    handles = {outcome.handle for outcome in run.outcomes}
    assert {p.stem for p in files} >= handles
    for path in files:
        stem = path.name.partition(".")[0]
        pair = stem if stem in PAIRS else ""
        text = f"{path.relative_to(run.folder.parent)}\n{unpacked(path.read_bytes())}"
        assert wrong(planted, text, audience, pair) == {}, path
        assert "leak@" not in text, path
        if audience == "public":
            assert names_in(text) == set(), path
    shown = {w for p in files for w in WORDS.findall(unpacked(p.read_bytes()))}
    assert len(shown) >= {"pair": 20, "program": 8, "public": 4}[audience]


@pytest.mark.parametrize("kind", ["closure", "pilot", "milestone"])
@pytest.mark.parametrize("audience", ["pair", "program", "public"])
def test_nor_does_any_other_kind_of_review(seeded, kind, audience):
    ws, planted = seeded
    for pair in PAIRS:
        if (audience, pair) == ("public", "bo-hedy") or (audience, kind) == (
            "public",
            "milestone",
        ):
            continue
        snapshot = taken(ws, kind, pair, audience)

        text = made(executed(snapshot, KINDS[kind]))

        assert wrong(planted, text, audience, pair) == {}
        assert "leak@" not in text
        if audience == "public":
            assert names_in(text) == set()
        if pair == "ada-grace":
            assert WORDS.search(text)


def taken(ws, kind, pair, audience):
    asked = {"audience": audience, "as_of": CUT}
    if kind != "milestone":
        return ws.journey(pair, PERIOD, pilot=kind == "pilot", **asked)
    steps = ws.milestones(mentorship=pair, audience="pair").set_index("visibility")
    return ws.milestone_snapshot(steps.loc["public", "milestone_id"], PERIOD, **asked)


def made(notebook):
    """Return all that is made of an executed notebook, as text."""
    report.finish(notebook)
    # A PDF is made of what the text is made of, and is looked through for a whole run.
    names = [name for name in FORMATS if name != "pdf"]
    formats = (unpacked(format_of(name, notebook)) for name in names)
    return "\n".join((nbformat.writes(notebook), *formats))


def test_a_programs_review_holds_no_text_of_a_pair(seeded):
    ws, planted = seeded
    snapshot = ws.program_snapshot("", PERIOD, as_of=CUT)

    text = made(executed(snapshot, KINDS["program"]))

    assert wrong(planted, text, "program", "") == {}
    assert "leak@" not in text
    assert "Quicksilver" not in text


def test_a_mentors_statement_holds_nothing_that_others_wrote(seeded):
    ws, _ = seeded
    statement = ws.statement(PERIOD, as_of=CUT)

    text = made(executed(statement, KINDS["impact"]))

    assert not WORDS.findall(text)
    assert names_in(text) == {"Grace Hopper", "Hopper"}
