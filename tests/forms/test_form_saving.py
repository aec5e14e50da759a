"""Saving in a browser: what is refused, kept, and settled with somebody else."""

from __future__ import annotations

import datetime as dt

import pytest

from mentorkit.errors import Conflict
from mentorkit.models import Goal


pytestmark = pytest.mark.browser


def test_a_due_date_before_the_first_day_is_refused_in_words_by_keyboard(
    open_form, show
):
    page = show(open_form(Goal, values={"set_on": dt.date(2026, 9, 1)}))
    page.field("title").fill("Lead it")
    page.field("due_on").focus()
    page.keyboard.type("08012026")
    page.save()

    page.get_by_role("link", name="The due date cannot be before").press("Enter")
    page.keyboard.type("12012026")
    page.save()

    page.get_by_role("heading", name="Saved").wait_for()
    assert page.get_by_text("1 December 2026").is_visible()


def test_a_half_typed_date_is_told_instead_of_dropped(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.field("due_on").focus()
    page.keyboard.type("08")
    page.save()

    page.get_by_role("link", name="Finish this date").wait_for()

    assert shelf.rows == {}


def test_a_saved_row_is_shown_in_words_and_offers_what_comes_next(
    open_form, show, shelf
):
    page = show(open_form(Goal))
    page.field("title").fill("<b onclick=x()>Lead</b> שלום 🚀")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()

    assert page.locator(".mk-saved").evaluate("n => n === document.activeElement")
    assert page.locator("[role=status]").inner_text() == "Saved. Your goal is kept."
    assert page.locator("dd").first.inner_text() == "<b onclick=x()>Lead</b> שלום 🚀"
    assert page.locator("dd b").count() == 0

    page.get_by_role("button", name="Edit", exact=True).click()
    assert page.get_by_role("heading", name="Edit goal").is_visible()
    page.field("title").fill("Lead")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Lead"]


def test_another_row_starts_empty(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("First")
    page.save()
    page.get_by_role("button", name="Add another", exact=True).click()
    page.get_by_role("heading", name="New goal").wait_for()

    assert page.field("title").input_value() == ""
    assert page.focused() == "owner_id"
    page.field("title").fill("Second")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["First", "Second"]


def test_row_after_row_is_saved_by_keyboard_and_each_is_told(open_form, show, shelf):
    page = show(open_form(Goal))
    for title in ("First", "Second"):
        page.field("title").focus()
        page.keyboard.type(title)
        page.keyboard.press("Control+Shift+Enter")
        page.locator(".mk-receipts dd", has_text=title).wait_for()
        assert page.focused() == "owner_id"

    told = page.locator(".mk-receipts .mk-saved").all_inner_texts()
    assert [("Second" in text, "First" in text) for text in told] == [
        (True, False),
        (False, True),
    ]
    assert [row["title"] for row in shelf.rows.values()] == ["First", "Second"]
    assert len(set(shelf.rows)) == 2
    assert page.violations() == []
    page.locator(".mk-saved", has_text="First").get_by_text("Undo").click()
    page.get_by_role("heading", name="Taken back").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Second"]


def test_a_receipt_is_not_opened_over_text_that_is_not_saved(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("First")
    page.field("title").press("Control+Shift+Enter")
    page.locator(".mk-receipts .mk-saved").wait_for()
    page.field("title").fill("Half a thou")
    edit = page.get_by_role("button", name="Edit", exact=True)
    edit.click()

    assert "Save or discard" in page.locator("[role=status]").inner_text()
    assert page.field("title").input_value() == "Half a thou"
    page.get_by_role("button", name="Discard", exact=True).click()
    edit.click()
    assert page.field("title").input_value() == "First"


def test_a_new_row_is_taken_back_and_its_text_stays(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("heading", name="Taken back").wait_for()

    assert shelf.rows == {}
    assert page.locator(".mk-panel").evaluate("n => n === document.activeElement")
    assert page.violations() == []
    page.wait_for_timeout(100)
    page.visit()
    page.get_by_role("button", name="Bring it here").click()
    assert page.holds("title", "Lead it")


def test_a_row_that_was_taken_back_is_saved_after_all(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Save it after all").click()
    page.get_by_role("heading", name="Saved again").wait_for()

    assert [row["title"] for row in shelf.rows.values()] == ["Lead it"]
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.field("title").fill("Lead all of it")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Lead all of it"]
    assert page.keeps_nothing()


def test_an_edit_is_taken_back(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").fill("Lead all of it")
    page.save()
    page.get_by_role("button", name="Undo").click()

    page.get_by_text("The goal is as it was before.").first.wait_for()
    assert shelf.rows[goal.id]["title"] == "Lead the migration"
    page.get_by_role("button", name="Edit", exact=True).click()
    assert page.field("title").input_value() == "Lead the migration"


def test_an_undo_that_is_refused_says_why(open_form, show, shelf):
    def undo(_row_id, _change_set):
        raise Conflict("Nothing was taken back: Ada changed it later.")

    page = show(open_form(Goal, undo=undo))
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_role("button", name="Undo").click()

    refused = page.locator(".mk-saved .mk-problems")
    refused.wait_for()
    assert "Ada changed it later" in refused.inner_text()
    assert refused.evaluate("n => n === document.activeElement")
    assert len(shelf.rows) == 1


def test_escape_asks_before_anything_is_discarded(open_form, show):
    page = show(open_form(Goal))
    page.field("title").focus()
    page.keyboard.press("Escape")
    assert page.get_by_role("alertdialog").count() == 0

    page.keyboard.type("Half a thou")
    page.keyboard.press("Escape")
    assert page.get_by_role("alertdialog", name="Discard what you typed?").is_visible()
    assert page.violations() == []
    page.keyboard.press("Enter")
    assert page.field("title").input_value() == "Half a thou"
    assert page.focused() == "title"

    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert (page.focused(), page.get_by_role("alertdialog").count()) == ("title", 0)
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.field("title").input_value() == ""


def test_changing_a_due_date_asks_for_the_reason(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    reason = page.field("reason_for_change")
    assert not reason.is_visible()

    page.field("due_on").fill("2027-01-15")
    assert reason.is_visible()
    page.save()
    page.get_by_role("link", name="Say why this changes.").press("Enter")
    page.keyboard.type("The archive opens later")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()

    assert shelf.log[-1]["why"] == "The archive opens later"


def test_saving_without_a_change_says_so(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").focus()

    page.keyboard.press("Control+s")

    assert page.locator("[role=status]").inner_text().startswith("Nothing has changed")
    assert shelf.submissions == []
