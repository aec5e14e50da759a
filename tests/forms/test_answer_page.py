"""Answer forms in a browser: kept while they are filled in, told in words, lost never."""

from __future__ import annotations

import json

import pytest

from mentorkit.assignments import answer_forms
from mentorkit.assignments.answer_forms import Keeping
from mentorkit.assignments.controls import question_of
from mentorkit.assignments.given import Asked
from mentorkit.assignments.prompt import Kind
from mentorkit.forms import AnswerForm


pytestmark = pytest.mark.browser

STEPS = {"1": "1 not at all", "2": "2 a little", "3": "3 very"}
ABOUT = {"session": "A session that we had", "journal": "The past days in general"}
ROWS = {"title": "What will be done", "owner": "Who does it", "due_on": "By when"}
ASKED = {
    "week": Asked("What happened?", Kind.TEXT),
    "about": Asked("What are you looking back at?", Kind.CHOICE, ABOUT),
    "helped": Asked("What helped?", Kind.MULTIPLE, {"peer": "A peer", "rest": "Rest"}),
    "sure": Asked("How sure are you?", Kind.SCALE, STEPS),
    "next": Asked("What is next?", Kind.TABLE, {}, ROWS),
    "until": Asked("By when?", Kind.DATE),
}

AGAIN = (
    "() => { window.closing[0](); document.getElementById('root0').replaceChildren(); }"
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The notebook's file, which nobody has saved yet."""
    path = tmp_path / "week.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": []}))
    monkeypatch.setenv("JPY_SESSION_NAME", str(path))
    monkeypatch.setattr(answer_forms, "_GIVEN", {})
    return path


@pytest.fixture
def ask(file):  # noqa: ARG001 - where the notebook is saved
    """Return a function that makes the form of a question, as a notebook opens it."""

    def asked(prompt="week", language="en"):
        keeping = Keeping(prompt, ASKED[prompt], language, prompt)
        form = AnswerForm(question_of(prompt, ASKED[prompt], language), keeping)
        form.keeping = keeping
        return form

    return asked


def save(file, *forms):
    """Save the notebook as it is now."""
    outputs = [{"data": form.keeping.shown()} for form in forms]
    cells = [{"id": "week", "outputs": [each]} for each in outputs]
    file.write_text(json.dumps({"nbformat": 4, "cells": cells}))


def kept(page, at=0):
    return page.forms[at].keeping.held().raw


def said(page):
    return page.locator("[role=status]").first.inner_text()


@pytest.mark.parametrize(
    ("language", "dark", "width"),
    [("en", False, 760), ("es", True, 760), ("ar", False, 320)],
)
def test_every_kind_of_form_is_for_everybody(ask, show, language, dark, width):
    page = show(*(ask(each, language) for each in ASKED), dark=dark, width=width)
    page.locator("[value='2']").check(force=True)
    page.locator("[value=rest]").check()
    page.locator("[name=week]").fill("<b>Read</b>")

    assert page.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("[name=week]").input_value() == "<b>Read</b>"
    named = page.locator("[name=week]").evaluate("at => at.labels[0].textContent")
    assert named.endswith(": What happened?")


def test_an_answer_is_kept_while_it_is_written_and_the_form_says_where(ask, show, file):
    page = show(ask())
    assert said(page) == "What you answer is kept in this notebook."
    page.field("week").focus()
    page.keyboard.type("Half of it")
    page.get_by_text("which is not saved yet").wait_for()
    assert kept(page) == "Half of it"

    page.keyboard.type(", all of it")
    page.keyboard.press("Tab")
    page.wait_for_timeout(100)
    assert kept(page) == "Half of it, all of it"

    save(file, page.forms[0])
    page.get_by_text("and the notebook is saved").wait_for()
    assert page.evaluate("window.keys") == []


def test_the_notebooks_own_key_saves_it_after_all_answers_are_in_it(ask, show):
    page = show(ask(), ask("about"))
    page.evaluate("window.held.on = true")
    page.locator("[value=journal]").check(force=True)
    page.field("week").fill("Read")
    page.keyboard.press("Control+s")
    page.wait_for_function("window.held.waiting.length === 2")
    page.evaluate("window.held.waiting[0]()")
    assert page.evaluate("window.keys") == []

    page.evaluate("window.held.on = false; window.held.waiting[1]()")

    page.wait_for_function("window.keys.at(-1) === 's'")
    assert (kept(page), kept(page, 1)) == ("Read", "journal")


def test_a_day_that_is_half_typed_is_told_at_its_field_when_it_is_left(ask, show):
    page = show(ask("until"))
    page.field("until").focus()
    page.keyboard.type("10")
    page.wait_for_timeout(900)
    error = page.locator(".mk-error")
    assert error.is_hidden()
    page.evaluate("document.activeElement.blur()")
    error.wait_for()
    assert error.inner_text().endswith(
        "Finish this date: day, month and year, or clear it."
    )
    assert page.field("until").get_attribute("aria-invalid") == "true"
    assert kept(page) == ""

    page.field("until").fill("2026-10-05")
    page.get_by_text("which is not saved yet").wait_for()
    assert (error.is_hidden(), kept(page)) == (True, "2026-10-05")


def test_what_was_typed_while_the_kernel_was_dead_is_back_in_the_next_form(
    ask, show, monkeypatch
):
    page = show(ask())
    page.field("week").fill("Before")
    page.get_by_text("which is not saved yet").wait_for()
    page.evaluate("window.kernel.status = 'dead'; window.held.on = true")
    page.field("week").fill("Before and after")
    page.get_by_text("the kernel is not answering").wait_for()

    monkeypatch.setattr(answer_forms, "_GIVEN", {})
    page.evaluate(AGAIN)
    page.evaluate("window.kernel.status = 'idle'; window.held.on = false")
    page.forms[0] = ask()
    page.mount(0, page.forms[0])

    page.get_by_text("which is not saved yet").wait_for()
    assert page.field("week").input_value() == "Before and after"
    assert kept(page) == "Before and after"


def test_a_form_whose_page_was_loaded_anew_asks_to_be_run_again(ask, show):
    page = show(ask())
    page.field("week").fill("Read")
    page.get_by_text("which is not saved yet").wait_for()

    page.visit()

    assert said(page).startswith("The page was loaded anew. Run this cell again")
    assert page.field("week").input_value() == "Read"
    assert page.field("week").is_disabled()
