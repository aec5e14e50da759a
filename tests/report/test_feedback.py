"""What a learner gets back: their words as text, what was said, and nothing that runs."""

import datetime as dt
import json
from dataclasses import replace
from html.parser import HTMLParser

import mistune
import pytest
from tests.attacks import ATTACKS
from tests.report.test_inert import POKE, POLICY
from tests.report.test_page import read

from axe_rules import violations
from mentorkit.assignments.returning import feedback_notebook
from mentorkit.report.feedback import Feedback, Reply, feedback_page


FEEDBACK = Feedback(
    assignment="week-1",
    title="Looking back",
    learner="ada",
    name="Ada Lovelace",
    language="en",
    handed_in=dt.date(2026, 9, 1),
    replies=(
        Reply("kind", "What is it?", ("A session",), chosen=True),
        Reply(
            *("happened", "What happened?", ("I **forgot**.\n\n- twice",)),
            comments=("Good that you *say* so.",),
            levels=("3 · Well",),
        ),
        Reply(
            *("steps", "Which steps?", (), False, ("Step", "By when")),
            rows=(("First", "2026-10-01"), ("Last", "")),
        ),
        Reply("help", "What would help?"),
    ),
    comments=("You came a long way.",),
)


def hostile():
    """Return feedback in which everything that somebody types is an attack."""
    reply = Reply(
        key="happened",
        title=" ".join(ATTACKS),
        texts=ATTACKS,
        columns=ATTACKS[:3],
        rows=tuple(zip(*[iter(ATTACKS[:36])] * 3, strict=True)),
        comments=ATTACKS,
        levels=ATTACKS,
    )
    return replace(
        FEEDBACK,
        title=ATTACKS[0],
        name=" ".join(ATTACKS),
        comments=ATTACKS,
        replies=(reply, replace(reply, title="More", chosen=True, rows=())),
    )


def test_a_page_holds_the_answers_the_comments_and_the_levels():
    page = feedback_page(FEEDBACK)

    found = read(page)
    assert (found.open, found.wrong) == ([], [])
    assert found.headings == [1, 2, 2, 2, 2, 2]
    assert len(found.ids) == len(set(found.ids))
    for told in (
        "<strong>forgot</strong>",
        "Good that you <em>say</em> so.",
        "3 · Well",
        "Handed in on 1 September 2026",
        "You left this open.",
    ):
        assert told in page
    assert page == feedback_page(FEEDBACK)


def test_a_page_is_told_in_the_language_that_was_asked_in():
    page = feedback_page(replace(FEEDBACK, language="ar"))

    assert '<html lang="ar" dir="rtl">' in page
    assert "Your answer" not in page


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found, self.text = set(), ""

    def handle_starttag(self, tag, attrs):
        self.found |= {tag, *(name for name, _ in attrs)}

    def handle_data(self, data):
        self.text += data


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_notebook_quotes_what_was_typed_as_text(language):
    notebook = json.loads(feedback_notebook(replace(hostile(), language=language)))

    tags = Tags()
    for cell in notebook["cells"]:
        assert cell["cell_type"] == "markdown"
        # As a viewer would that lets all HTML through.
        tags.feed(mistune.html("".join(cell["source"])))
    allowed = {"h1", "h2", "p", "strong", "em", "pre", "code", "class", "div", "dir"}
    assert tags.found <= allowed
    assert tags.text.count("onerror=") > 20


def test_a_notebook_holds_what_the_page_holds():
    notebook = json.loads(feedback_notebook(FEEDBACK))

    told = "\n".join("".join(cell["source"]) for cell in notebook["cells"])
    for line in (
        "# Feedback: Looking back",
        "I **forgot**.",
        "Good that you *say* so.",
        "**Level:** 3 · Well",
        "By when: 2026-10-01",
    ):
        assert line in told


LOOKS = ((1280, "light"), (1280, "dark"), (320, "light"))


@pytest.mark.browser
def test_a_page_has_no_barrier_is_no_wider_than_the_screen_and_asks_for_nothing(
    browser, tmp_path
):
    file = tmp_path / "a.html"
    file.write_text(feedback_page(FEEDBACK), "utf-8")
    for width, scheme in LOOKS:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        tab = context.new_page()
        asked, said = [], []
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.on("console", lambda message, said=said: said.append(message.text))
        tab.goto(file.as_uri())

        assert violations(tab) == []
        wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
        assert (len(asked), said) == (1, [])
        context.close()


@pytest.mark.browser
def test_nothing_that_was_typed_runs_even_without_the_policy(browser, tmp_path):
    file = tmp_path / "h.html"
    page, count = POLICY.subn("", feedback_page(hostile()))
    file.write_text(page, "utf-8")
    tab = browser.new_page(viewport={"width": 320, "height": 900})
    asked, dialogs = [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("dialog", lambda box: (dialogs.append(box.message), box.dismiss()))
    tab.goto(file.as_uri())

    assert count == 1
    assert tab.evaluate(POKE) == [None, 0, []]
    assert (len(asked), dialogs) == (1, [])
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    tab.close()
