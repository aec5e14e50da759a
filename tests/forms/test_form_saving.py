"""Saving in a browser: what is refused, kept, and settled with somebody else."""

from __future__ import annotations

import datetime as dt

import pytest

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

    page.get_by_role("button", name="Edit it").click()
    assert page.get_by_role("heading", name="Edit goal").is_visible()
    page.field("title").fill("Lead")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Lead"]
    assert page.get_by_role("button", name="Add another").count() == 0


def test_another_row_starts_empty(open_form, show, shelf):
    page = show(open_form(Goal))
    page.field("title").fill("First")
    page.save()
    page.get_by_role("button", name="Add another").click()
    page.get_by_role("heading", name="New goal").wait_for()

    assert page.field("title").input_value() == ""
    assert page.focused() == "owner_id"
    page.field("title").fill("Second")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["First", "Second"]


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


@pytest.fixture
def overtaken(open_form, show, shelf, goal):
    """A form in which two fields were changed, one of them by somebody else first."""
    page = show(open_form(Goal, row_id=goal.id))
    theirs = {"title": "Lead half of it", "metric": "tables moved"}
    shelf.put(Goal(**{**goal.model_dump(), **theirs}))
    page.field("title").fill("Lead all of it")
    page.field("specific").fill("Every table")
    page.save()
    page.locator(".mk-overtaken").wait_for()
    return page


def test_a_conflict_can_be_settled_by_taking_theirs(overtaken, shelf):
    assert "Ada Lovelace" in overtaken.locator(".mk-overtaken").inner_text()

    overtaken.get_by_role("button", name="Load theirs").click()
    titles = [overtaken.field(name).input_value() for name in ("title", "specific")]
    save_button = overtaken.get_by_role("button", name="Save")
    save_button.click()
    overtaken.get_by_role("heading", name="Saved").wait_for()

    row = shelf.rows["g-one"]
    assert titles == ["Lead half of it", "Every table"]
    assert (row["title"], row["specific"]) == ("Lead half of it", "Every table")


def test_a_conflict_can_be_settled_by_keeping_mine_without_undoing_the_rest(
    overtaken, shelf
):
    overtaken.get_by_role("button", name="Save mine over it").click()
    overtaken.get_by_role("heading", name="Saved").wait_for()

    row = shelf.rows["g-one"]
    assert row["title"] == "Lead all of it"
    assert row["metric"] == "tables moved"
