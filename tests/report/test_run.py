"""The pages of a long run: lists by reason, jump list, search data, the lead's sheet."""

from __future__ import annotations

import json
import re
from itertools import chain

import pytest
from tests.report.stories import HOSTILE
from tests.report.test_index import ABOUT, CALL, FACTS, entry
from tests.report.test_page import KEPT, read

from mentorkit import report
from mentorkit.report.formats import FORMATS
from mentorkit.report.run.names import lists_reviews, page_of


SILENT = [{"reason": "No session for 40 days.", "rule": "Call when nobody met."}]


def run(count, **kinds):
    """Return entries of which some are of other kinds, by their numbers."""
    other = {at: more for more in kinds.values() for at in more[0]}
    return [
        entry(f"Person {at:04}", f"p-{at:04}", **(other[at][1] if at in other else {}))
        for at in range(count)
    ]


def failing(numbers, message):
    told = {"status": "failed", "facts": {}}
    return numbers, told | {"message": message}


LONG = run(
    700,
    locked=failing(range(40), "The file is locked."),
    silent=(range(100, 380), {"facts": FACTS | {"needs_call": SILENT}}),
    late=(range(400, 410), {"facts": FACTS | {"needs_call": CALL + SILENT}}),
)


@pytest.fixture(scope="module")
def long():
    return report.run_pages(ABOUT, LONG)


def named(html):
    return re.findall(r"<bdi>(Person \d+)</bdi>", html)


def test_a_short_run_is_one_page_beside_its_sheet():
    assert set(report.run_pages(ABOUT, run(30))) == {"index.html", "summary.html"}


def test_a_long_run_names_each_review_once_by_name_over_its_pages(long):
    pages = [long[f"by_name_{n}.html"] for n in (1, 2, 3)]

    rows = [
        re.findall(r'<th scope="row"[^>]*>.*?<bdi>(.*?)</bdi>', page) for page in pages
    ]

    assert [len(found) for found in rows] == [250, 250, 200]
    assert [*chain(*rows)] == [f"Person {at:04}" for at in range(700)]


def test_a_jump_list_says_from_whom_to_whom(long):
    said = (
        '<a href="by_name_2.html"><bdi>Person 0250</bdi> to <bdi>Person 0499</bdi></a>'
    )

    assert said in long["index.html"]
    assert said in long["by_name_3.html"]
    assert said in long["search.html"], "for whoever has no JavaScript"


def test_every_link_between_the_pages_leads_somewhere(long):
    for page in long.values():
        found = read(page)
        for href in found.links:
            name, _, anchor = href.partition("#")
            if lists_reviews(name):
                assert not anchor or f'id="{anchor}"' in long[name], href


def test_a_long_list_goes_by_reason_on_pages_of_its_own(long):
    index = long["index.html"]

    assert "<bdi>The file is locked.</bdi></a> <small>40 reviews</small>" in index
    assert "<bdi>Call when nobody met.</bdi></a> <small>280 reviews</small>" in index
    assert set(named(long["not_made_1.html"])) == {f"Person {n:04}" for n in range(40)}
    called = named(long["calls_1.html"]) + named(long["calls_2.html"])
    assert len(called) == len(set(called)) == 290
    assert "<bdi>Call when nobody met.</bdi> (continued)" in long["calls_2.html"]


def test_failures_that_differ_in_a_name_or_number_alone_are_one_reason():
    entries = [
        entry(f"P {n}", f"p-{n}", **failing([], f"'p-{n}' has {n} rows")[1])
        for n in range(40)
    ]

    pages = report.run_pages(ABOUT, entries)

    assert "… has … rows</bdi></a> <small>40 reviews</small>" in pages["index.html"]
    assert "&#39;p-7&#39; has 7 rows" in pages["not_made_1.html"]


def test_a_few_failures_with_one_reason_are_told_together():
    entries = run(4, locked=failing(range(3), "The file is locked."))

    index = report.run_pages(ABOUT, entries)["index.html"]

    assert index.count("The file is locked.") == 1


def test_names_are_sorted_without_their_accents():
    names = ["Zoe", "Łukasz", "Øyvind", "Élise", "Ezra", "Nora", "Lars"]
    entries = [entry(name, f"p-{n}") for n, name in enumerate(names)]

    index = report.run_pages(ABOUT, entries)["index.html"]

    found = re.findall(r'<th scope="row"[^>]*>.*?<bdi>(.*?)</bdi>', index)
    assert found == ["Élise", "Ezra", "Lars", "Łukasz", "Nora", "Øyvind", "Zoe"]


CHANGES = {
    "since": "2026-09-30T12:00:00+00:00",
    "was": {"p-0000": "active", "p-0001": "call", "p-0002": "failed"},
    "new": ["p-0003"],
    "anew": ["p-0000", "p-0001"],
    "gone": [["p-x", "Bygone"]],
}


def test_what_changed_is_told_by_kind():
    entries = run(6, failing=failing([0], "It broke."))

    index = report.run_pages(ABOUT | {"changes": CHANGES}, entries)["index.html"]

    for kind, name in (
        ("Could be made before, and not now", "Person 0000"),
        ("Needs no call any more", "Person 0001"),
        ("Could not be made before, and is there now", "Person 0002"),
        ("New", "Person 0003"),
        ("No longer there", "Bygone"),
        ("Made anew", "Person 0000"),
    ):
        section = index[index.index(f"<h3>{kind}</h3>") :]
        assert f"<bdi>{name}</bdi>" in section[: section.index("</ul>")]
    assert "what was written down by 30 September 2026" in index
    assert "2 were made anew" in index


@pytest.mark.parametrize("more", [{}, {"changes": CHANGES, "missing": 3}])
def test_without_a_whole_run_to_compare_nothing_is_said_of_changes(more):
    index = report.run_pages(ABOUT | more, run(6))["index.html"]

    assert "last run" not in index


def test_a_stopped_run_says_how_much_is_missing():
    index = report.run_pages(ABOUT | {"missing": 3}, run(6))["index.html"]

    assert "stopped before 3 more were made" in index


def test_other_formats_stand_beside_the_name():
    pdf = entry("Amina", files={"pdf": "amina.pdf", "md": ""})

    index = report.run_pages(ABOUT, [pdf])["index.html"]

    assert '<a href="amina.pdf" aria-label="Amina, PDF">PDF</a>' in index
    assert "Markdown" not in index


def test_a_format_that_could_not_be_made_is_said_with_the_reason():
    lacking = entry("Amina", unmade={"pdf": "ReportError: no font has <b>these</b>."})

    index = report.run_pages(ABOUT, [lacking])["index.html"]

    assert "PDF could not be made: ReportError: no font has &lt;b&gt;" in index


def test_the_sheet_tells_the_run_in_numbers():
    entries = run(3, failed=failing([0], "It broke."))

    sheet = report.run_pages(ABOUT, entries)["summary.html"]

    told = re.findall(r'class="value">(.*?)</span>(.*?)</dd><dd[^>]*>(.*?)<', sheet)
    assert told == [
        ("2", " of 3", "1 could not be made"),
        ("4", " of 8", "50% of those agreed on"),
        ("10", " of 16", "2 late"),
        ("22", " ", "22 of 24 that were agreed on"),
    ]


def test_the_sheet_names_a_few_and_counts_many(long):
    few = run(3, late=([1], {"facts": FACTS | {"needs_call": CALL}}))

    assert named(report.run_pages(ABOUT, few)["summary.html"]) == ["Person 0001"]
    assert named(long["summary.html"]) == []
    assert (
        "<strong>280 reviews</strong> <bdi>Call when nobody met."
        in long["summary.html"]
    )
    assert 'href="calls_1.html"' in long["summary.html"]


@pytest.mark.parametrize("subject", ["milestone", "person"])
def test_there_is_no_sheet_where_sums_would_count_somebody_twice(subject):
    assert "summary.html" not in report.run_pages(ABOUT | {"subject": subject}, run(2))


def test_a_run_of_milestones_counts_milestones():
    index = report.run_pages(ABOUT | {"subject": "milestone"}, run(2))["index.html"]

    assert "<li>2 milestones</li>" in index


def test_only_the_search_runs_anything_and_only_our_own_script(long):
    for name, page in long.items():
        policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)[1]
        assert "default-src &#39;none&#39;" in policy
        assert (
            ("<script" in page) == ("script-src" in policy) == (name == "search.html")
        )
        assert "unsafe" not in policy


def test_typed_names_are_text_on_every_page():
    hostile = {"facts": FACTS | {"mentors": [HOSTILE], "needs_call": CALL}}
    entries = [entry(HOSTILE, f"p-{n}", **hostile) for n in range(40)]
    entries += [entry(HOSTILE, f"q-{n}", **failing([], HOSTILE)[1]) for n in range(300)]
    gone = CHANGES | {"was": {}, "new": ["p-1"], "gone": [["x", HOSTILE]] * 40}

    pages = report.run_pages(ABOUT | {"program": HOSTILE, "changes": gone}, entries)

    assert {"changes_1.html", "not_made_2.html", "calls_1.html"} < pages.keys()
    for name, html in pages.items():
        found = read(html)
        assert (found.open, found.wrong) == ([], [])
        assert found.tags.count("script") == (2 if name == "search.html" else 0)
        assert "img" not in found.tags
        assert re.findall(KEPT, html) == []


def test_data_for_the_search_end_no_element():
    name = "</script><!--<script>\u2028"
    entries = [entry(name, f"p-{n}") for n in range(40)]

    page = report.run_pages(ABOUT, entries)["search.html"]

    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1]
    assert not set("<>&") & set(data)
    assert json.loads(data)["rows"][0][0] == name.strip("\u2028")


def test_no_review_takes_the_place_of_a_page_of_the_run():
    handles = ["index", "search", "summary", "by_name_1", "ada", "ada.mail"]

    pages = {page_of(handle) for handle in handles}
    mails = {page.removesuffix(".html") + FORMATS["mail"].ending for page in pages}

    assert len(pages | mails) == 2 * len(handles)
    assert not any(map(lists_reviews, pages | mails))


def test_search_leads_to_a_review_whatever_its_page_is_called():
    entries = [entry("Ada", "search"), entry("Ada", "ada")]
    entries = [{**each, "page": page_of(each["handle"])} for each in entries]

    page = report.run_pages(ABOUT, [*LONG, *entries])["search.html"]

    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1]
    led = {row[2]: row[5] for row in json.loads(data)["rows"]}
    assert (led["search"], led["ada"]) == ("_search.html", 0)


def test_the_same_run_gives_the_same_bytes(long):
    assert report.run_pages(ABOUT, LONG[::-1]) == long
