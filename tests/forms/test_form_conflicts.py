"""Two people edit one row: both versions are seen, and neither text is lost."""

from __future__ import annotations

import pytest

from mentorkit.models import Goal


pytestmark = pytest.mark.browser


def overtake(page, shelf, goal, **theirs):
    """Let Ada save first, then press Save."""
    shelf.put(Goal(**{**goal.model_dump(), **theirs}))
    page.save()
    page.locator(".mk-overtaken").wait_for()


@pytest.fixture
def overtaken(open_form, show, shelf, goal):
    """A form in which two fields were changed, one of them by somebody else first."""
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").fill("Lead all of it")
    page.field("specific").fill("Every table")
    overtake(page, shelf, goal, title="Lead half of it", metric="tables moved")
    return page


def saved(page):
    page.get_by_role("heading", name="Saved").wait_for()


def test_both_versions_stand_side_by_side(overtaken):
    sides = overtaken.locator(".mk-choice .mk-side")
    boxes = [side.bounding_box() for side in sides.all()]

    assert sides.count() == 2
    assert boxes[0]["y"] == boxes[1]["y"]
    assert "Lead half of it" in sides.nth(0).inner_text()
    assert "Ada Lovelace, 1 September 2026" in sides.nth(0).inner_text()
    assert "Lead all of it" in sides.nth(1).inner_text()
    also = overtaken.locator(".mk-also").inner_text()
    assert "tables moved" in also
    assert overtaken.field("metric").input_value() == "tables moved"
    panel = overtaken.locator(".mk-overtaken")
    assert panel.evaluate("n => n === document.activeElement")


def test_a_screen_reader_hears_each_field_and_both_its_versions(overtaken):
    tree = overtaken.locator(".mk-choice").aria_snapshot()

    assert 'group "Title"' in tree
    assert 'radio "Keep theirs"' in tree
    assert 'radio "Keep mine" [checked]' in tree
    mine = overtaken.get_by_role("radio", name="Keep mine")
    described = overtaken.locator(f"#{mine.get_attribute('aria-describedby')}")
    assert described.inner_text() == "Lead all of it"


def test_mine_is_kept_by_keyboard_without_undoing_the_rest(overtaken, shelf):
    overtaken.get_by_role("button", name="Save with these choices").focus()
    overtaken.keyboard.press("Enter")
    saved(overtaken)

    row = shelf.rows["g-one"]
    assert row["title"] == "Lead all of it"
    assert (row["metric"], row["specific"]) == ("tables moved", "Every table")


def test_theirs_is_kept_field_by_field_and_mine_can_still_be_copied(overtaken, shelf):
    overtaken.keyboard.press("Tab")
    overtaken.keyboard.press("ArrowUp")
    assert overtaken.field("title").input_value() == "Lead half of it"
    overtaken.save()
    saved(overtaken)

    row = shelf.rows["g-one"]
    assert (row["title"], row["specific"]) == ("Lead half of it", "Every table")
    assert "Lead all of it" in overtaken.locator(".mk-unkept").inner_text()
    assert overtaken.violations() == []


def test_what_was_not_chosen_is_offered_when_the_row_is_opened_again(
    overtaken, open_form
):
    overtaken.get_by_role("radio", name="Keep theirs").check()
    overtaken.save()
    saved(overtaken)
    overtaken.wait_for_timeout(200)
    overtaken.forms[0] = open_form(Goal, row_id="g-one")
    overtaken.visit()

    offer = overtaken.locator(".mk-offer")
    offer.wait_for()
    assert "which was not kept" in offer.inner_text()
    offer.get_by_role("button", name="Bring it here").click()
    assert overtaken.holds("title", "Lead all of it")


def test_all_of_theirs_is_kept_at_once(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").fill("Lead all of it")
    overtake(page, shelf, goal, title="Lead half of it")

    page.get_by_role("button", name="Keep all of theirs").click()

    assert "nothing is left to save" in page.locator("[role=status]").inner_text()
    assert page.field("title").input_value() == "Lead half of it"
    assert "Lead all of it" in page.locator(".mk-unkept").inner_text()
    assert len(shelf.log) == 1


def test_the_choice_follows_what_is_typed_into_the_field(overtaken):
    overtaken.field("title").fill("Lead three quarters")
    assert overtaken.locator(".mk-choice :checked").count() == 0

    overtaken.get_by_role("button", name="Keep all of mine").click()
    assert overtaken.field("title").input_value() == "Lead all of it"
    assert overtaken.get_by_role("radio", name="Keep mine").is_checked()


def test_changes_to_different_fields_are_both_kept(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").fill("Lead all of it")
    overtake(page, shelf, goal, metric="tables moved")

    page.get_by_role("button", name="Save mine as well").click()
    saved(page)

    row = shelf.rows["g-one"]
    assert (row["title"], row["metric"]) == ("Lead all of it", "tables moved")


def test_a_reload_in_the_midst_of_it_loses_neither_version(overtaken, open_form, shelf):
    overtaken.get_by_role("radio", name="Keep theirs").check()
    overtaken.typed()
    overtaken.forms[0] = open_form(Goal, row_id="g-one")
    overtaken.visit()

    assert "Lead all of it" in overtaken.locator(".mk-unkept").inner_text()
    assert overtaken.field("title").input_value() == "Lead half of it"
    assert overtaken.field("specific").input_value() == "Every table"
    assert shelf.rows["g-one"]["title"] == "Lead half of it"


def test_a_draft_of_an_older_version_meets_the_newer_one(open_form, show, shelf, goal):
    page = show(open_form(Goal, row_id=goal.id))
    page.field("title").fill("Lead all of it")
    page.typed()
    shelf.put(Goal(**{**goal.model_dump(), "title": "Lead half of it"}))
    page.forms[0] = open_form(Goal, row_id=goal.id)
    page.visit()
    page.field("title").focus()
    page.save()

    page.locator(".mk-choice").wait_for()
    assert shelf.rows[goal.id]["title"] == "Lead half of it"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_conflict_has_no_accessibility_violation(open_form, shelf, show, goal, dark):
    page = show(open_form(Goal, row_id=goal.id), dark=dark, width=320)
    page.field("specific").fill("long " * 200)
    page.field("title").fill("Lead all of it")
    overtake(page, shelf, goal, title="Lead half of it", specific="longer " * 200)

    assert page.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
