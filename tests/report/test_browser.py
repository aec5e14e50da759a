"""Pages in a real browser: accessible, within their width, and silent."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.report import stories
from tests.report.booklets import KINDS, executed
from tests.report.conftest import OTHERS
from tests.report.test_index import ABOUT, RUN
from tests.report.test_page import NAMES

from mentorkit import report


pytestmark = pytest.mark.browser

RULES = {
    "runOnly": [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
    ],
    "resultTypes": [
        "violations"
    ],  # describing all that is right takes three times that
}
VIEWS = {
    "light": (1280, {"color_scheme": "light"}),
    "dark": (1280, {"color_scheme": "dark"}),
    "phone": (320, {"color_scheme": "light"}),
    "print": (720, {"media": "print"}),
}
TOLD = OTHERS | {
    "rich": (stories.rich, "quarterly"),
    "empty": (stories.snapshot, "quarterly"),
    "crowded": (stories.crowded, "quarterly"),
}
CLOSELY = ("rich",)
QUARTERLY = tuple(name for name in NAMES if name not in OTHERS)
SMALL = (*QUARTERLY[::2], "index", "failed", "programs-settled", "closure")
LOOKS = [(name, "phone") for name in SMALL if name not in CLOSELY]
LOOKS += [(name, view) for name in CLOSELY for view in VIEWS]
LONG = bool(os.environ.get("MENTORKIT_LONG"))
LANGUAGES = ("es", "ar")
"""Every page is also looked at in these, with MENTORKIT_LONG."""
LOOKS += [
    ("programs-large", "phone"),
    ("programs-arabic", "phone"),
    ("programs-empty", "light"),
    ("closure-empty", "light"),
    ("index", "dark"),
    ("closure", "dark"),
    ("pilot", "dark"),
    ("pilot", "phone"),
    ("milestone", "dark"),
    ("milestone", "phone"),
    ("impact", "light"),
    ("impact", "phone"),
]


if LONG:
    LOOKS = [(name, view) for name in (*NAMES, "index", "failed") for view in VIEWS]
    LOOKS += [
        (f"{name}-{language}", view)
        for name in (*TOLD, "index", "failed")
        for language in LANGUAGES
        for view in ("light", "dark", "phone")
    ]


@pytest.fixture(scope="module")
def folder(pages, tmp_path_factory):
    made = tmp_path_factory.mktemp("pages")
    others = {
        "index": report.run_pages(ABOUT, RUN)["index.html"],
        "failed": report.failed_page(title="Amina Okafor", message="It is locked."),
    }
    for language in LANGUAGES if LONG else ():
        about = ABOUT | {"language": language}
        failed = {"message": "It is locked.", "language": language}
        others[f"index-{language}"] = report.run_pages(about, RUN)["index.html"]
        others[f"failed-{language}"] = report.failed_page(title="Amina", **failed)
        for name, (told, kind) in TOLD.items():
            snapshot = replace(told(), language=language)
            page = report.page(executed(snapshot, KINDS[kind]))
            others[f"{name}-{language}"] = page
    for name, html in (pages | others).items():
        (made / f"{name}.html").write_text(html, encoding="utf-8")
    return made


@pytest.fixture
def show(browser, folder):
    """Return a function that opens a page in a view, and says what it asked for."""
    contexts = []

    def opened(name, view="light"):
        width, media = VIEWS[view]
        context = browser.new_context(viewport={"width": width, "height": 900})
        contexts.append(context)
        tab = context.new_page()
        asked, said = [], []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.emulate_media(**media)
        tab.goto((folder / f"{name}.html").as_uri())
        return tab, asked, said

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(("name", "view"), LOOKS)
def test_a_page_has_no_barrier_is_no_wider_than_the_screen_and_asks_for_nothing(
    show, name, view
):
    tab, asked, said = show(name, view)
    wider = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")

    # axe is put in from outside, past the policy that the page has for itself.
    found = Axe().run(tab, options=RULES)

    assert [broken["id"] for broken in found.response["violations"]] == []
    assert wider <= 0
    assert len(asked) == 1
    assert said == []


@pytest.mark.parametrize("view", ["light", "phone"])
def test_one_width_of_each_chart_is_shown(show, view):
    tab, _, _ = show("rich", view)

    shown = tab.locator("svg.chart:visible")

    assert shown.count() == 3
    for at in range(3):
        assert shown.nth(at).bounding_box()["width"] <= VIEWS[view][0]


def test_a_table_that_is_laid_out_in_blocks_is_still_a_table_to_a_screen_reader(show):
    tab, _, _ = show("rich", "phone")
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")

    roles = Counter(node.get("role", {}).get("value") for node in tree["nodes"])

    assert roles["table"] == tab.locator("table").count() > 3
    assert roles["row"] == tab.locator("tr").count()
    assert roles["rowheader"] == tab.locator("tbody th").count()
    assert roles["columnheader"] == tab.locator("thead th").count()
    assert roles["cell"] == tab.locator("td").count()


def test_the_first_tab_stop_leads_to_the_content(show):
    tab, _, _ = show("rich")

    tab.keyboard.press("Tab")
    words = tab.evaluate("document.activeElement.textContent")
    tab.keyboard.press("Enter")

    assert words == "Skip to the content"
    assert tab.evaluate("location.hash") == "#main"


def test_colours_follow_the_readers_theme(show):
    inks = set()
    for view in ("light", "dark"):
        tab, _, _ = show("rich", view)
        label = tab.locator("svg.chart:visible text.f-ink").first
        inks.add(label.evaluate("e => getComputedStyle(e).fill"))

    assert inks == {"rgb(29, 33, 37)", "rgb(236, 233, 227)"}


def test_a_review_prints_on_few_pages(show, tmp_path):
    tab, _, _ = show("rich", "print")

    pdf = tab.pdf(path=tmp_path / "a.pdf", format="A4", prefer_css_page_size=True)

    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page\n") in (2, 3)
