"""The search over a run, in a real browser, from a file and with scripts allowed."""

from __future__ import annotations

import pytest
from tests.axe_rules import violations
from tests.report.stories import HOSTILE
from tests.report.test_index import ABOUT, CALL, FACTS, entry

from mentorkit import report
from mentorkit.report.markup import one_line


pytestmark = pytest.mark.browser

NAMES = ["Élise Roy", "Łukasz Nowak", "سَلمى منصور", "Straße Weiß", "美玲 陳", "Bo Lind"]

VECTORS = [
    HOSTILE,
    "<script>fired()</script>",
    "</script><script>fired()</script>",
    "<!--<script>fired()//-->",
    '"><img src=x onerror=fired()>',
    "<svg onload=fired()>",
    "<svg><animate onbegin=fired() attributeName=x></svg>",
    "<iframe srcdoc='<script>parent.fired()</script>'></iframe>",
    "<details open ontoggle=fired()>",
    "<a href=javascript:fired()>x</a>",
    "javascript:fired()",
    "<math><mtext><style><img src=x onerror=fired()></style>",
    "<template><img src=x onerror=fired()></template>",
    "<input autofocus onfocus=fired()>",
    "\\u003cimg src=x onerror=fired()\\u003e",
    "'};fired();//",
    "`${fired()}`",
    "{{constructor.constructor('fired()')()}}",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=javascript:fired()'>",
    "__proto__",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Runs of 266 by language, and one of nothing but attacks."""
    made = tmp_path_factory.mktemp("search")
    entries = [entry(name, f"a-{n}") for n, name in enumerate(NAMES)]
    entries += [
        entry(
            f"Person {n:03}",
            f"p-{n:03}",
            facts=FACTS
            | {"mentors": [f"Mentor {n % 7}"], "needs_call": CALL * (n < 8)},
        )
        for n in range(260)
    ]
    changes = {"since": ABOUT["cut"], "was": {"p-001": "active"}, "new": ["a-5"]}
    told = ABOUT | {"changes": changes | {"anew": [], "gone": []}}
    hostile = [
        entry(
            vector,
            f"v-{n}",
            page=vector if n % 2 else f"v-{n}.html",
            facts=FACTS | {"mentors": [vector], "needs_call": CALL},
        )
        for n, vector in enumerate(VECTORS * 2)
    ]
    runs = {language: (told | {"language": language}, entries) for language in LOOKS}
    runs["fullest"] = fullest()
    runs["hostile"] = (ABOUT | {"program": VECTORS[3]}, hostile)
    for name, (about, reviews) in runs.items():
        (made / name).mkdir()
        for page, html in report.run_pages(about, reviews).items():
            (made / name / page).write_text(html, encoding="utf-8")
    return made


def fullest():
    """Return a run that has as much on its sheet as there can be."""
    entries = [entry(f"Maximiliane Alexandra {n}", f"m-{n}") for n in range(90)]
    for n in range(12):
        entries[n]["facts"] = FACTS | {"needs_call": CALL}
    for n in range(20, 25):
        message = "ValueError: the customer tables are locked (cell 7)"
        entries[n] |= {"status": "failed", "message": message, "facts": {}}
    for n in range(30, 34):
        status = {"state": ("paused", "closed", "draft", "active")[n - 30]}
        entries[n]["facts"] = FACTS | status
    was = {f"m-{n}": "call" if n > 19 else "failed" for n in (3, 22, 31, 40)}
    was |= {"m-5": "active", "m-33": "paused"}
    changes = {"was": was, "new": ["m-50"], "anew": ["m-60"], "gone": [["x", "Bo"]]}
    told = {"changes": changes | {"since": "2026-09-01T00:00:00+00:00"}, "missing": 0}
    about = {"language": "es", "program": "Mentoring for everybody " * 5}
    return ABOUT | told | about, entries


LOOKS = {
    "en": (1280, "light"),
    "es": (320, "dark"),
    "ar": (320, "light"),
}


@pytest.fixture
def show(browser, folder):
    """Return a function that opens a page of one of the runs."""
    contexts = []

    def opened(run, page="search.html", **options):
        context = browser.new_context(**options)
        contexts.append(context)
        tab = context.new_page()
        tab.asked, tab.told = [], []
        tab.on("request", lambda request: tab.asked.append(request.url))
        tab.on("console", lambda message: tab.told.append(message.text))
        tab.on("pageerror", lambda error: tab.told.append(str(error)))
        tab.expose_function("fired", lambda: tab.told.append("fired"))
        tab.goto((folder / run / page).as_uri())
        return tab

    yield opened
    for context in contexts:
        context.close()


def found(tab):
    return tab.locator("#found a").all_inner_texts()


@pytest.mark.parametrize(
    ("page", "language"),
    [
        *(("search.html", language) for language in LOOKS),
        ("summary.html", "es"),
        ("summary.html", "ar"),
        ("by_name_2.html", "es"),
        ("index.html", "ar"),
    ],
)
def test_a_page_of_a_run_has_no_barrier_and_asks_for_nothing(show, page, language):
    width, scheme = LOOKS[language]
    viewport = {"width": width, "height": 800}
    tab = show(language, page, viewport=viewport, color_scheme=scheme)

    wider = tab.evaluate("document.documentElement.scrollWidth - innerWidth")

    assert violations(tab) == []
    assert wider <= 0
    assert len(tab.asked) == 1
    assert tab.told == []


def test_words_are_found_whatever_their_case_and_accents(show):
    tab = show("en")
    for typed, name in (
        ("elise", "Élise Roy"),
        ("ÉLISE", "Élise Roy"),
        ("roy el", "Élise Roy"),
        ("lukasz", "Łukasz Nowak"),
        ("strasse", "Straße Weiß"),
        ("سلمي", "سَلمى منصور"),
        ("美玲", "美玲 陳"),
        ("p-123", "Person 123"),
        ("person mentor 3 101", "Person 101"),
    ):
        tab.get_by_label("Name, mentor or handle").fill(typed)

        assert found(tab) == [name], typed


def test_a_state_and_a_change_can_be_chosen_and_the_count_is_said(show):
    tab = show("en")
    said = tab.get_by_role("status")
    tab.get_by_text("266 of 266 found; the first 100 are shown.").wait_for()

    tab.get_by_label("Show").select_option(label="Needs a call (8)")
    assert found(tab) == [f"Person {n:03}" for n in range(8)]
    tab.get_by_label("Name, mentor or handle").fill("mentor 1")
    assert found(tab) == ["Person 001"]
    tab.get_by_text("1 of 266 found.").wait_for()

    tab.get_by_label("Show").select_option(label="New (1)")
    assert found(tab) == []
    tab.get_by_text("Nothing found.").wait_for()
    assert said.inner_text().startswith("Nothing found.")


def test_more_are_shown_a_hundred_at_a_time_by_keyboard(show):
    tab = show("en")
    assert len(found(tab)) == 100

    tab.get_by_role("button", name="Show more").press("Enter")

    assert len(found(tab)) == 200
    assert tab.evaluate("document.activeElement.textContent") == found(tab)[100]


def test_a_result_leads_to_its_page_and_back_to_the_same_search(show):
    tab = show("en")
    tab.keyboard.type("person 123")

    link = tab.locator("#found a")
    assert link.get_attribute("href") == "p-123.html"
    tab.get_by_role("link", name="All reviews of this run").click()
    tab.go_back()

    assert tab.get_by_label("Name, mentor or handle").input_value() == "person 123"
    assert found(tab) == ["Person 123"]


def test_without_javascript_it_says_so_and_links_to_the_pages(show):
    tab = show("en", java_script_enabled=False)

    assert tab.get_by_text("Searching needs JavaScript").is_visible()
    assert not tab.get_by_role("searchbox").is_visible()
    tab.locator("#without a").nth(1).click()
    assert tab.url.endswith("by_name_2.html")


def test_what_was_typed_fires_nothing_where_scripts_may_run(show):
    tab = show("hostile", bypass_csp=True)
    count = tab.locator("#found li").count()
    names = tab.locator("#found li bdi").all_inner_texts()
    tab.keyboard.type("script")
    for href in tab.locator("#found a").evaluate_all("all => all.map(a => a.href)"):
        assert href.startswith("file:")
    tab.wait_for_timeout(300)

    assert count == len(VECTORS) * 2
    assert {one_line(vector) for vector in VECTORS} <= {*map(one_line, names)}
    assert tab.told == []
    assert len(tab.asked) == 1
    assert tab.locator("#found img, #found svg:not(.glyph), #found script").count() == 0


def test_its_policy_lets_no_other_script_run(show):
    tab = show("en")
    tab.told.clear()

    tab.evaluate(
        "() => { const s = document.createElement('script');"
        " try { s.textContent = 'fired()' } catch (e) { s.append('fired()') }"
        " document.body.append(s) }"
    )
    tab.wait_for_timeout(100)

    assert "fired" not in tab.told
    assert tab.told, "the browser says what it kept back"


def test_the_sheet_is_one_sheet(show, tmp_path):
    for run in ("en", "hostile", "fullest"):
        tab = show(run, "summary.html")
        pdf = tab.pdf(path=tmp_path / "a.pdf", format="A4", prefer_css_page_size=True)
        assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page\n") == 1, run
