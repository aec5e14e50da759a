"""Many forms in one cell: those out of sight are drawn when somebody comes to them."""

import pytest

from mentorkit.models import Goal


pytestmark = pytest.mark.browser

SKIPPED = "node => !node.checkVisibility({ contentVisibilityAuto: true })"
LAST_SKIPPED = f"({SKIPPED})([...document.querySelectorAll('[name=title]')].at(-1))"


def test_a_form_far_below_is_come_to_by_keys_and_filled_in_like_any_other(
    open_form, show, shelf
):
    page = show(*(open_form(Goal) for _ in range(4)))
    page.locator("main").evaluate("main => main.classList.add('widget-box')")
    page.wait_for_function(LAST_SKIPPED)
    page.locator("#root0 .mk-advice").wait_for()
    assert page.locator("#root3 .mk-advice").is_hidden()

    page.locator("#root2").get_by_role("button", name="Discard").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("Ada")
    page.keyboard.press("Tab")
    page.keyboard.type("Lead it")

    title = page.field("title").last
    assert title.input_value() == "Lead it"
    assert not title.evaluate(SKIPPED)
    page.locator("#root3 .mk-advice").wait_for()
    page.save()
    page.locator("#root3").get_by_role("heading", name="Saved").wait_for()
    assert [row["title"] for row in shelf.rows.values()] == ["Lead it"]
