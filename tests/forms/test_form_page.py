"""The form in a browser: accessible, named, in reach of the keyboard alone."""

from __future__ import annotations

import re

import pytest

from mentorkit.models import RECORDS, Goal


pytestmark = pytest.mark.browser

BY_HAND = [record for record in RECORDS if not record.automatic]

FOCUSABLE = ".mk-form :is(a, button, input, select, textarea, summary, [tabindex])"

DARK = """() => {
  document.body.dataset.jpThemeLight = "false";
  document.body.style.cssText = "margin: 0; background: #111; color: #eee;"
    + "--jp-layout-color1: #212121; --jp-content-font-color0: rgba(255, 255, 255, 1)";
}"""


@pytest.mark.parametrize("record", BY_HAND, ids=lambda record: record.noun)
def test_every_record_has_a_form_that_everybody_can_use(open_form, show, record):
    page = show(open_form(record))
    page.unfold()

    assert page.violations() == []
    page.evaluate(DARK)
    assert page.violations(["color-contrast"]) == []  # all that the theme changes
    page.locator("form").evaluate("form => form.requestSubmit()")
    page.locator(".mk-panel").wait_for()
    assert page.violations() == []

    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    seen = [each for each in page.locator(FOCUSABLE).all() if each.is_visible()]
    sides = [each.bounding_box() for each in seen]
    assert min(min(box["width"], box["height"]) for box in sides) >= 24

    page.set_viewport_size({"width": 640, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    texts = page.locator(".mk-form :is(.mk-label, button, p:not(.mk-unseen), legend)")
    cut = "all => all.filter((n) => n.scrollWidth > n.clientWidth + 1 && n.clientWidth > 1)"
    assert texts.evaluate_all(f"{cut}.map((n) => n.outerHTML)") == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_errors_have_no_accessibility_violation(open_form, show, dark):
    page = show(open_form(Goal), dark=dark)
    page.unfold()
    page.field("baseline").fill("lots")
    page.field("level_0").fill("x" * 501)
    page.save()
    page.locator(".mk-problems").wait_for()

    assert page.locator(".mk-problems a").count() == 3
    assert page.violations() == []


def test_two_forms_on_one_page_share_no_id(open_form, show):
    page = show(open_form(Goal), open_form(Goal))

    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((n) => n.id)")

    assert len(ids) == len(set(ids)) > 60


def test_errors_are_summed_up_and_lead_to_their_fields(open_form, show):
    page = show(open_form(Goal))
    page.field("baseline").fill("lots")
    page.save()
    page.locator(".mk-problems").wait_for()

    assert page.locator(".mk-problems").evaluate("n => n === document.activeElement")
    assert page.locator("[role=status]").inner_text() == (
        "Not saved yet: 2 things to put right"
    )
    page.get_by_role("link", name="Enter a number, such as 2.5.").press("Enter")
    baseline = page.field("baseline")
    described = baseline.get_attribute("aria-describedby").split()
    words = [page.locator(f"#{part}").inner_text() for part in described]
    assert page.focused() == "baseline"
    assert baseline.get_attribute("aria-invalid") == "true"
    assert any("Enter a number, such as 2.5." in text for text in words)


def test_an_error_goes_away_once_it_is_put_right(open_form, show):
    page = show(open_form(Goal))
    save_button = page.get_by_role("button", name="Save", exact=True)
    save_button.click()
    page.locator(".mk-problems").wait_for()

    page.field("title").fill("Lead it")
    page.field("baseline").fill("lots")
    save_button.click()
    page.locator(".mk-problems a", has_text="number").wait_for()

    assert page.field("title").get_attribute("aria-invalid") is None
    assert page.field("title").get_attribute("aria-describedby").endswith("-help")


def test_a_folded_group_opens_when_something_in_it_is_wrong(open_form, show):
    page = show(open_form(Goal))
    page.unfold()
    page.field("level_m2").fill("x" * 501)
    page.locator("summary").click()
    page.field("title").fill("Lead it")
    page.save()

    page.get_by_role("link", name="500 characters or fewer").click()

    assert page.focused() == "level_m2"
    assert page.field("level_m2").is_visible()


def test_a_folded_group_that_holds_text_is_open(open_form, show):
    page = show(open_form(Goal, values={"level_0": "Half of the tables"}))

    assert page.field("level_0").is_visible()


def test_no_key_leaves_the_form(open_form, show):
    page = show(open_form(Goal))
    page.unfold()

    def press_on_all():
        for control in page.locator(FOCUSABLE).all():
            assert control.get_attribute("data-lm-suppress-shortcuts") == "true"
            control.focus()
            for key in ("b", "ArrowDown", "Escape", "Escape"):
                page.keyboard.press(key)

    press_on_all()
    page.locator("form").evaluate("form => form.requestSubmit()")
    page.locator(".mk-panel").wait_for()
    press_on_all()

    assert page.evaluate("window.keys") == []


def test_the_save_keys_are_kept_from_the_browser_too(open_form, show):
    page = show(open_form(Goal))
    page.evaluate(
        "window.addEventListener('keydown', (e) => setTimeout(() =>"
        " { window.prevented = e.defaultPrevented }), true)"
    )
    page.field("title").focus()

    page.keyboard.press("Control+s")

    page.locator(".mk-problems").wait_for()
    assert page.evaluate("window.prevented") is True


def test_enter_and_undo_work_in_a_long_text(open_form, show):
    page = show(open_form(Goal))
    page.field("specific").focus()
    page.keyboard.type("one")
    page.keyboard.press("Enter")
    page.keyboard.type("two")

    assert page.field("specific").input_value() == "one\ntwo"
    page.keyboard.press("Control+z")
    assert page.field("specific").input_value() != "one\ntwo"


def test_the_focus_is_shown_by_a_ring_of_three_pixels(open_form, show):
    page = show(open_form(Goal))
    page.unfold()

    rings = []
    page.field("owner_id").focus()
    for _ in range(40):
        if page.evaluate("document.activeElement === document.body"):
            break
        rings.append(
            page.evaluate(
                """() => {
                  const on = document.activeElement;
                  const face = on.type === "radio" ? on.nextElementSibling : on;
                  const { outlineWidth, outlineStyle } = getComputedStyle(face);
                  return `${outlineWidth} ${outlineStyle}`;
                }"""
            )
        )
        page.keyboard.press("Tab")

    assert len(rings) > 20
    assert set(rings) == {"3px solid"}


def test_every_control_is_named_by_its_label(open_form, show):
    page = show(open_form(Goal))
    page.unfold()

    tree = page.locator(".mk-form").aria_snapshot()

    assert 'textbox "Title"' in tree
    assert 'radiogroup "Importance"' in tree
    assert 'radio "1 Somewhat" [checked]' in tree
    assert 'group "Levels of attainment"' in tree
    assert re.search(r"- (textbox|combobox|radio)$", tree, re.MULTILINE) is None
