"""Text that is not saved yet: reloads, lost answers, busy and dead kernels."""

from __future__ import annotations

import pytest

from mentorkit.models import Goal, Session


pytestmark = pytest.mark.browser


def test_unsaved_text_is_back_after_a_reload_and_can_be_discarded(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.visit()

    assert page.get_by_text("Your unsaved text is back.").first.is_visible()
    assert page.field("title").input_value() == "Half a thou"
    page.get_by_role("button", name="Discard draft").click()
    page.locator(".mk-note").wait_for(state="detached")
    assert page.field("title").input_value() == ""
    assert "Half a thou" not in page.drafts()
    assert page.locator("[role=status]").inner_text() == "The draft is discarded."


def test_private_text_is_never_kept_in_the_tab(open_form, show):
    page = show(open_form(Session))
    page.field("private_note").fill("He seems tired")
    page.field("agenda").fill("The pilot")
    page.visit()

    assert "The pilot" in page.drafts()
    assert "tired" not in page.drafts()
    assert page.get_by_text("except private text").first.is_visible()


def test_a_form_without_drafts_keeps_none(open_form, show):
    page = show(open_form(Goal, draft=False))
    page.field("title").fill("Half a thou")
    page.visit()

    assert page.drafts() == "{}"
    assert page.field("title").input_value() == ""


def test_a_saved_row_leaves_no_draft(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()

    assert page.drafts() == "{}"


def test_a_row_whose_answer_was_lost_is_not_added_again_after_a_reload(
    open_form, show, shelf
):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.evaluate("window.held.on = true")
    page.save()
    page.wait_for_function("window.held.waiting.length === 1")

    page.visit()
    save_button = page.get_by_role("button", name="Save")
    save_button.click()
    page.locator(".mk-panel").wait_for()

    assert len(shelf.rows) == 1


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
    page.evaluate("window.held.on = true")
    page.save()
    page.wait_for_function("window.held.waiting.length === 1")
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
    assert not page.get_by_role("button", name="Save").get_attribute("aria-disabled")
