"""Kernels that are slow, gone, or whose answer is lost: it is said, and nothing lost."""

from __future__ import annotations

import pytest

from mentorkit.models import Goal


pytestmark = pytest.mark.browser


def hold_answers(page):
    page.evaluate("window.held.on = true")


def wait_for_answer(page):
    page.wait_for_function("window.held.waiting.length === 1")


def test_a_row_whose_answer_was_lost_is_not_added_again_after_a_reload(
    open_form, show, shelf
):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    hold_answers(page)
    page.save()
    wait_for_answer(page)
    page.typed()
    page.forms[0] = open_form(Goal)
    page.visit()

    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("heading", name="Saved").wait_for()

    assert [row["title"] for row in shelf.rows.values()] == ["Lead it"]
    assert page.keeps_nothing()


def test_text_added_to_a_row_whose_answer_was_lost_is_kept_too(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    hold_answers(page)
    page.save()
    wait_for_answer(page)
    page.field("title").fill("Lead all of it")
    page.typed()
    page.forms[0] = open_form(Goal)
    page.visit()

    save_button = page.get_by_role("button", name="Save", exact=True)
    save_button.click()
    page.get_by_text("What you changed since is not saved yet").wait_for()
    save_button.click()
    page.get_by_role("heading", name="Saved").wait_for()

    assert [row["title"] for row in shelf.rows.values()] == ["Lead all of it"]


def test_a_busy_kernel_is_told_and_its_late_answer_taken(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.evaluate("window.kernel.status = 'busy'; window.held.on = true")
    page.save()

    status = page.locator("[role=status]")
    assert status.inner_text() == "Saving …"
    page.get_by_text("the kernel is busy").wait_for(timeout=8000)
    page.save()
    assert status.inner_text() == "Still waiting for the kernel."
    page.evaluate("window.held.waiting.forEach((tell) => tell())")
    page.get_by_role("heading", name="Saved").wait_for()
    assert len(shelf.submissions) == 1


def test_text_typed_while_a_save_is_under_way_is_not_lost(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    hold_answers(page)
    page.save()
    wait_for_answer(page)
    page.field("specific").fill("Every table")
    page.evaluate("window.held.on = false; window.held.waiting[0]()")

    page.get_by_text("What you changed since is not saved yet").wait_for()
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["specific"] for row in shelf.rows.values()] == ["Every table"]


def test_a_dead_kernel_is_told_within_seconds_and_the_text_stays(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.evaluate("window.kernel.status = 'dead'; window.held.on = true")
    page.save()

    page.get_by_text("the kernel is not answering").wait_for(timeout=3000)

    assert page.field("title").input_value() == "Lead it"
    assert not page.get_by_role("button", name="Save", exact=True).get_attribute(
        "aria-disabled"
    )


def test_text_typed_while_the_kernel_is_dead_outlives_a_reload(open_form, show):
    page = show(open_form(Goal))
    page.evaluate("window.kernel.status = 'dead'; window.held.on = true")
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_text("the kernel is not answering").wait_for(timeout=5000)
    page.field("specific").fill("Every table")
    page.typed()
    page.forms[0] = open_form(Goal)
    page.visit()

    assert page.field("title").input_value() == "Lead it"
    assert page.field("specific").input_value() == "Every table"


def test_an_undo_whose_answer_was_lost_can_be_asked_again(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.save()
    undo = page.get_by_role("button", name="Undo")
    undo.wait_for()
    hold_answers(page)
    page.evaluate("window.kernel.status = 'dead'")
    undo.click()
    page.get_by_text("Not taken back: the kernel").wait_for(timeout=5000)
    page.evaluate("window.kernel.status = 'idle'; window.held.on = false")
    undo.click()

    page.get_by_role("heading", name="Taken back").wait_for()
    assert shelf.rows == {}


def test_fifty_forms_bring_the_front_end_once(open_form, show):
    forms = [open_form(Goal) for _ in range(50)]
    brought = []
    for form in forms:
        answer = form.answer
        form.answer = lambda said, answer=answer: brought.append(said) or answer(said)
    page = show(*forms)

    assert page.locator("form").count() == 50
    assert [said.get("front_end") for said in brought].count(True) == 1
    assert page.locator("style[data-mentorkit]").count() == 1
    page.field("title").last.fill("Lead it")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()


def test_a_form_brings_the_front_end_that_another_did_not_get(open_form, show):
    page = show(open_form(Goal))
    page.evaluate(
        "globalThis[Symbol.for('mentorkit.front-ends')].clear();"
        "window.kernel.status = 'dead'; window.held.on = true"
    )
    page.evaluate("root0.replaceChildren()")
    page.mount(0, page.forms[0])
    page.get_by_text("The kernel is not answering").wait_for(timeout=5000)
    page.evaluate("window.kernel.status = 'idle'; window.held.on = false")
    page.evaluate("root0.replaceChildren()")
    page.mount(0, page.forms[0])

    page.locator("[data-ready=true]").wait_for()


def test_a_page_without_a_kernel_says_how_to_open_the_form(open_form, show):
    page = show(open_form(Goal))
    page.evaluate("window.kernel = undefined; window.held.on = true")
    page.evaluate("root0.replaceChildren()")
    page.mount(0, page.forms[0])

    page.get_by_text("run this cell to open the form").wait_for(timeout=12_000)
