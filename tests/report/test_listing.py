"""Frames and sentences as a notebook shows them to people."""

from __future__ import annotations

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.report.test_page import read

from mentorkit import charts, report
from mentorkit.errors import ReviewError
from mentorkit.models import GoalStatus


LONG = "What was said stays whole. " * 20


@pytest.fixture
def frame():
    return pd.DataFrame(
        {
            "goal_id": ["g-one", "g-two"],
            "mentorship": ["ada-grace", "ada-grace"],
            "title": ["Write <b>it</b>", LONG],
            "status": pd.Categorical(["partly_met", "met"], GoalStatus.words()),
            "target": [12500.0, float("nan")],
            "share": [0.5, 1.25],
            "due_on": pd.to_datetime(["2026-09-30", None]),
            "starts_at": pd.to_datetime(["2026-09-30T15:00Z", "2026-10-01T09:30Z"]),
            "stale": [True, False],
            "my_own": ["x", None],
        }
    )


def test_a_frame_is_told_in_the_words_of_its_people(frame):
    text = repr(report.show(frame, title="Goals"))

    heading, first, second = text.splitlines()[2:]
    assert heading.split(" · ") == [
        "Title",
        "Status",
        "Target",
        "Share of the way",
        "Due on",
        "Starts at",
        "Needs a call",
        "My own",
    ]
    assert first.split(" · ") == [
        "Write <b>it</b>",
        "Partly met",
        "12,500",
        "50%",
        "30 September 2026",
        "30 September 2026, 15:00 UTC",
        "Yes",
        "x",
    ]
    assert second.startswith(LONG.strip())


def test_what_people_typed_is_text_and_nothing_else(frame):
    shown = report.show(frame)._repr_mimebundle_()["text/html"]

    found = read(shown)
    assert (found.open, found.wrong) == ([], [])
    assert "&lt;b&gt;it&lt;/b&gt;" in shown
    assert "script" not in found.tags
    assert shown.count("<caption>") == 1


def test_ids_and_a_mentorship_that_all_rows_share_are_left_out(frame):
    mixed = frame.assign(mentorship=["ada-grace", "bo-grace"])

    assert "g-one" not in repr(report.show(frame))
    assert "ada-grace" not in repr(report.show(frame))
    assert "bo-grace" in repr(report.show(mixed))


def test_a_frame_without_rows_says_so(frame):
    none = frame.iloc[:0]

    assert repr(report.show(none)) == "Nothing here."
    assert repr(report.show(none, title="Goals", empty="No goals yet.")) == (
        "Goals\nNo goals yet."
    )


def test_sentences_are_a_list():
    shown = report.show(["What surprised you?", "And <why>?"])

    assert repr(shown) == "What surprised you?\nAnd <why>?"
    assert shown._repr_mimebundle_()["text/html"].count("<li>") == 2


@pytest.mark.parametrize("what", [7, {"a": 1}, [1, 2], None])
def test_what_cannot_be_shown_is_refused_by_its_kind(what):
    with pytest.raises(ReviewError, match=f"not a {type(what).__name__}"):
        report.show(what)


PAGE = """<!doctype html><html lang="en"><head><title>A notebook</title></head>
<body data-jp-theme-light="{light}" style="margin:8px;--jp-layout-color0:{paper};background:{paper}">
<main><h1 style="color:{ink}">A notebook</h1>{shown}</main></body></html>"""


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_shown_is_accessible_and_fits_a_phone(browser, frame, rich, dark):
    chart = charts.milestone_map(rich.milestones, rich.goals, on=rich.day)
    things = (frame, frame.iloc[:0], ["What surprised you?"], chart)
    shown = "".join(
        report.show(each)._repr_mimebundle_()["text/html"] for each in things
    )
    html = PAGE.format(
        light="false" if dark else "true",
        paper="#111111" if dark else "#ffffff",
        ink="#eeeeee" if dark else "#111111",
        shown=shown,
    )
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html)
    page.locator("summary").click()

    found = Axe().run(page, options={"resultTypes": ["violations"]}).response
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert [
        (rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]
    ] == []
    assert wide <= 320
    assert asked == []
