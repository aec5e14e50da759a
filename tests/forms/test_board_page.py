"""A board in a browser: moved by keyboard and by mouse, accessible, told in words."""

from __future__ import annotations

import pytest
from tests.forms.test_board_answers import Guarded, Table, opened

from mentorkit.errors import Conflict
from mentorkit.forms import Card


pytestmark = pytest.mark.browser

STAGES = ["planned", "in_progress", "done", "missed", "dropped"]


@pytest.fixture
def table():
    return Table(
        Card("m-1", 1, "Draft", "in_progress", "Write it"),
        Card("m-2", 1, "Print <b>it</b>", "planned", "Write it"),
    )


def lying(page):
    return {
        status: page.locator(f"[data-status={status}] .mk-card > b").all_inner_texts()
        for status in STAGES
        if page.locator(f"[data-status={status}] .mk-card").count()
    }


def focused(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label')")


def told(page, words):
    page.locator("[role=status]", has_text=words).wait_for()


def walk_to(page, name):
    for _ in range(12):
        page.keyboard.press("Tab")
        if focused(page) == name or page.evaluate(
            "(name) => document.activeElement.textContent === name", name
        ):
            return
    pytest.fail(f"Tab never reached {name!r}")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_board_has_no_accessibility_violation(show, table, dark):
    page = show(opened(table, Guarded), dark=dark, width=1000)
    shut = page.violations()
    page.get_by_role("button", name="Move: Draft").click()
    page.get_by_role("button", name="Done").click()
    page.locator(".mk-error:visible").wait_for()
    asked = page.violations()
    page.get_by_label("Reason for the change").fill("Finished.")
    page.get_by_role("button", name="Done").click()
    told(page, "moved from")

    assert (shut, asked, page.violations()) == ([], [], [])


def test_a_card_is_moved_and_taken_back_by_keyboard_alone(show, table):
    page = show(opened(table), width=1000)

    walk_to(page, "Move: Draft")
    page.keyboard.press("Enter")
    walk_to(page, "Done")
    page.keyboard.press("Enter")
    told(page, "“Draft” moved from “In progress” to “Done”.")

    assert lying(page) == {"planned": ["Print <b>it</b>"], "done": ["Draft"]}
    assert focused(page) == "Move: Draft"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    told(page, "“Draft” is back")
    assert table.undone == ["cs-1"]
    assert focused(page) == "Move: Draft"


def test_every_control_of_a_board_keeps_its_keys(show, table):
    page = show(opened(table), width=1000)
    page.get_by_role("button", name="Move: Draft").click()

    controls = page.locator(".mk-board :is(button, input)").all()
    for control in controls:
        assert control.get_attribute("data-lm-suppress-shortcuts") == "true"
        control.focus()
        for key in ("b", "x", "ArrowDown"):
            page.keyboard.press(key)

    assert len(controls) == 8  # two cards, four columns, the reason, and leaving it
    assert page.evaluate("window.keys") == []


def test_escape_leaves_the_card_where_it_is(show, table):
    page = show(opened(table), width=1000)
    page.get_by_role("button", name="Move: Draft").press("Enter")

    page.keyboard.press("Escape")

    assert focused(page) == "Move: Draft"
    assert page.locator(".mk-choice").count() == 0
    assert table.moves == []


def test_a_card_is_moved_by_mouse(show, table):
    page = show(opened(table), width=1000)

    card = page.locator(".mk-card", has_text="Draft")
    card.drag_to(page.locator("[data-status=missed]"))
    told(page, "moved from “In progress” to “Missed”")

    assert lying(page)["missed"] == ["Draft"]


def test_a_card_dropped_where_a_reason_is_asked_for_waits_for_it(show, table):
    page = show(opened(table, Guarded), width=1000)

    card = page.locator(".mk-card", has_text="Draft")
    card.drag_to(page.locator("[data-status=dropped]"))
    reason = page.get_by_label("Reason for the change")
    reason.wait_for()

    assert table.moves == []
    assert reason.evaluate("at => at === document.activeElement")
    assert reason.get_attribute("aria-invalid") == "true"


def test_a_reason_that_was_typed_survives_a_conflict(show, table):
    page = show(opened(table), width=1000)
    table.raises = Conflict("Faster.", changed=[{"field": "status", "by": "Ada"}])
    page.get_by_role("button", name="Move: Draft").click()
    page.get_by_label("Reason").fill("Nobody needs it.")
    page.get_by_role("button", name="Dropped").click()
    told(page, "Not moved: Ada changed “Draft”")

    assert page.get_by_label("Reason").input_value() == "Nobody needs it."
    table.raises = None
    page.get_by_role("button", name="Dropped").click()
    told(page, "moved from")
    assert table.moves[0].why == "Nobody needs it."


def test_a_kernel_that_is_gone_is_told_and_the_card_stays(show, table):
    page = show(opened(table), width=1000)
    page.evaluate("window.held.on = true; window.kernel.status = 'dead'")
    page.get_by_role("button", name="Move: Draft").click()
    page.get_by_role("button", name="Done").click()

    told(page, "Not moved: the kernel is not answering.")
    assert lying(page)["in_progress"] == ["Draft"]


def test_on_a_narrow_screen_the_columns_are_stacked(show, table):
    page = show(opened(table), width=320)
    page.get_by_role("button", name="Move: Draft").click()

    boxes = [each.bounding_box() for each in page.locator(".mk-column").all()]
    assert len({box["x"] for box in boxes}) == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    buttons = [each.bounding_box() for each in page.locator(".mk-board button").all()]
    assert min(min(box["width"], box["height"]) for box in buttons) >= 24
