"""The index of a run, and the page of a review that failed."""

from __future__ import annotations

import re

import pytest
from tests.report.stories import HOSTILE
from tests.report.test_page import KEPT, read

from mentorkit import report


ABOUT = {
    "period": "2026Q3",
    "program": "Data track",
    "audience": "pair",
    "cut": "2026-10-07T21:59:59+00:00",
    "language": "en",
}
FACTS = {
    "mentees": ["Amina Okafor"],
    "mentors": ["Daniel Reyes"],
    "state": "active",
    "goals": 4,
    "goals_reached": 2,
    "milestones": 8,
    "milestones_done": 5,
    "milestones_late": 1,
    "sessions_held": 11,
    "sessions_expected": 12,
    "t_achieved": 49.2,
    "confidence": 4.2,
    "needs_call": [],
}
CALL = [{"reason": "3 milestones are late.", "rule": "Call when 2 or more are late."}]


def entry(names, handle="amina-daniel", **more):
    return {
        "handle": handle,
        "names": names,
        "status": "ok",
        "message": "",
        "page": f"{handle}.html",
        "facts": FACTS,
    } | more


RUN = [
    entry("Zoë Park", "zoe", facts=FACTS | {"goals_reached": 4}),
    entry("amal Said", "amal", facts=FACTS | {"needs_call": CALL}),
    entry("Bo Lind", "bo", status="failed", message="The file is locked.", facts={}),
    entry("Élise Roy", "elise", facts=FACTS | {"sessions_held": 13}),
    entry("Chen Wei", "chen", facts=FACTS | {"state": "paused"}),
]


def index_page(about, entries):
    return report.run_pages(about, entries)["index.html"]


def test_the_index_goes_by_name_and_never_by_achievement():
    html = index_page(ABOUT, RUN)

    table = html[html.index("<tbody") :]
    names = re.findall(r'<th scope="row"[^>]*>.*?<bdi>(.*?)</bdi>', table)
    assert names == ["amal Said", "Bo Lind", "Chen Wei", "Élise Roy", "Zoë Park"]


@pytest.mark.parametrize(
    ("subject", "column"),
    [("mentorship", "Mentorship"), ("milestone", "Milestone"), ("person", "Person")],
)
def test_the_index_says_what_its_reviews_are_about(subject, column):
    html = index_page(ABOUT | {"subject": subject}, [entry("Amina Okafor")])

    assert re.search(rf"<th[^>]*>{column}</th>", html)


def test_failures_come_first_with_what_to_do():
    html = index_page(ABOUT, RUN)

    places = [
        html.index(words)
        for words in ("The file is locked.", "Somebody should call", "All mentorships")
    ]
    assert places == sorted(places)
    assert "run these reviews again" in html


def test_the_index_says_how_the_run_went():
    html = index_page(ABOUT, RUN)

    assert (
        "<strong>Four</strong> reviews are ready, <strong>one</strong> could not be"
        " made and <strong>one</strong> needs a call." in html
    )
    assert "Call when 2 or more are late." in html
    assert "Paused" in html


def test_links_to_pages_are_relative_and_quoted():
    page = "notes & more/ä #1.html"

    html = index_page(ABOUT, [entry("A", page=page)])

    assert 'href="notes%20%26%20more/%C3%A4%20%231.html"' in html


def test_an_index_of_nothing_says_so():
    assert "No mentorship was reviewed." in index_page(ABOUT, [])


def test_a_page_from_an_earlier_run_without_facts_is_still_listed():
    html = index_page(ABOUT, [entry("A", status="skipped", facts={})])

    assert 'href="amina-daniel.html"' in html


@pytest.mark.parametrize(
    "html",
    [
        index_page(
            ABOUT | {"program": HOSTILE},
            [
                entry(HOSTILE, status="failed", message=HOSTILE, facts={}),
                entry(
                    HOSTILE, facts=FACTS | {"mentors": [HOSTILE], "needs_call": CALL}
                ),
            ],
        ),
        report.failed_page(title=HOSTILE, message=HOSTILE),
    ],
    ids=["index", "failed"],
)
def test_what_was_typed_stays_text_there_too(html):
    found = read(html)

    assert (found.open, found.wrong) == ([], [])
    assert not {"script", "img"} & {*found.tags}
    assert re.findall(KEPT, html) == []
    assert "default-src &#39;none&#39;" in html


def test_a_failed_page_says_what_happened_and_what_to_do():
    html = report.failed_page(title="Amina Okafor", message="The file is locked.")

    assert "<title>Amina Okafor: review not made</title>" in html
    assert "The file is locked." in html
    assert "Nothing that you wrote down was lost" in html


def test_fifty_mentorships_make_a_small_index():
    html = index_page(ABOUT, [entry(f"Person {n}", f"p-{n}") for n in range(50)])

    assert len(html.encode()) < 100_000
