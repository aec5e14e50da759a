"""Text that is not saved yet: it outlives its page, and stays as private as it is."""

from __future__ import annotations

import pytest

from killable import Killable
from mentorkit.models import Goal, Reflection, Session


pytestmark = pytest.mark.browser

BACK = "Your unsaved text is back."

PLAIN_HTTP = "Object.defineProperty(window, 'isSecureContext', { value: false });"
NO_SEAL = "Object.defineProperty(crypto, 'subtle', { value: undefined });" + PLAIN_HTTP
FULL_DISK = """IDBObjectStore.prototype.put = () => {
  throw new DOMException("no room", "QuotaExceededError");
};"""


def is_back(page):
    return page.locator(".mk-note", has_text=BACK).is_visible()


def test_unsaved_text_is_back_after_a_reload_and_can_be_discarded(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()
    page.visit()

    assert is_back(page)
    assert page.locator("[role=status]").inner_text() == BACK
    assert page.field("title").input_value() == "Half a thou"
    page.locator(".mk-note").get_by_role("button", name="Discard").click()
    assert page.field("title").input_value() == ""
    assert page.locator("[role=status]").inner_text() == "Discarded."
    assert page.keeps_nothing()


def test_what_was_discarded_by_accident_can_be_brought_back(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.get_by_role("button", name="Discard").click()
    page.get_by_role("button", name="Bring it back").click()

    assert page.field("title").input_value() == "Half a thou"
    page.typed()
    page.visit()
    assert page.field("title").input_value() == "Half a thou"


def test_the_browser_keeps_drafts_sealed_private_text_too(open_form, show):
    page = show(open_form(Session, scope="the-archive"))
    page.field("private_note").fill("He seems tired")
    page.field("summary").fill("The pilot")
    page.typed()

    disk, tab = page.drafts()
    assert len(disk) == 1
    for told in ("tired", "pilot", "archive", "session", "private_note"):
        assert told not in str(disk).lower()
    assert tab == {}
    page.visit()
    assert page.field("private_note").input_value() == "He seems tired"
    assert page.field("summary").input_value() == "The pilot"


def test_a_draft_opens_with_its_key_alone(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()
    page.forms[0] = open_form(Goal, draft_key=bytes(32))
    page.visit()

    assert page.field("title").input_value() == ""


@pytest.mark.parametrize("record", [Session, Reflection], ids=lambda r: r.noun)
def test_a_page_that_cannot_seal_keeps_no_private_text_and_says_so(
    open_form, show, record
):
    page = show(open_form(record), before=NO_SEAL)
    private, open_text = ("private_note", "summary")
    if record is Reflection:
        page.field("visibility").select_option("private")
        private, open_text = ("text", "")
    page.field(private).fill("He seems tired")
    if open_text:
        page.field(open_text).fill("The pilot")
    page.typed()

    disk, tab = page.drafts()
    assert disk == {}
    assert "tired" not in str(tab)
    assert page.get_by_text("no means to seal it").is_visible()
    assert asks_before_leaving(page)
    if open_text:
        page.visit()
        assert page.field(open_text).input_value() == "The pilot"
        assert page.get_by_text("except private text").first.is_visible()


def test_a_form_without_drafts_keeps_none_and_says_so(open_form, show):
    page = show(open_form(Goal, draft=False))
    page.field("title").fill("Half a thou")

    assert page.get_by_text("only while this page is open").is_visible()
    assert page.drafts() == ({}, {})
    assert asks_before_leaving(page)
    page.visit()
    assert page.field("title").input_value() == ""


def test_a_browser_without_room_says_so_and_asks_before_leaving(open_form, show):
    page = show(open_form(Goal), before=FULL_DISK)
    page.field("title").fill("Half a thou")

    page.get_by_text("no room to keep your unsaved text").first.wait_for()
    assert asks_before_leaving(page)
    assert page.field("title").input_value() == "Half a thou"


def asks_before_leaving(page):
    return page.evaluate(
        "!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    )


def test_a_page_whose_text_is_kept_is_left_without_a_question(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()

    assert not asks_before_leaving(page)


def test_two_new_rows_on_one_page_keep_their_own_text(open_form, show):
    page = show(open_form(Goal), open_form(Goal))
    for at, text in enumerate(["The first", "The second"]):
        page.field("title").nth(at).fill(text)
        page.typed()
    page.visit()

    titles = page.field("title").evaluate_all("all => all.map((field) => field.value)")
    assert titles == ["The first", "The second"]
    page.wait_for_timeout(1300)
    assert page.locator(".mk-offer").count() == 0


def test_a_draft_that_is_being_written_is_not_taken_by_another_form(open_form, show):
    page = show(open_form(Goal), open_form(Goal))
    page.field("title").first.fill("Half a thou")
    page.typed()
    page.evaluate("window.closing[1]()")
    page.locator("#root1").evaluate("root => root.replaceChildren()")
    page.mount(1, page.forms[1])
    page.locator("#root1 [data-ready=true]").wait_for()

    assert page.field("title").nth(1).input_value() == ""
    assert page.locator(".mk-note").count() == 0


def test_a_form_that_is_opened_again_goes_on_with_its_draft(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.evaluate("window.closing[0](), root0.replaceChildren()")
    page.mount(0, open_form(Goal))
    page.locator("[data-ready=true]").wait_for()

    assert page.field("title").input_value() == "Half a thou"


def test_the_draft_of_another_cell_is_offered_and_not_taken(
    open_form, show, monkeypatch
):
    spot = {"cell": "one"}
    monkeypatch.setattr("mentorkit.forms.form.this_spot", lambda: spot["cell"])
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()
    spot["cell"] = "two"
    page.forms[0] = open_form(Goal)
    page.visit()

    assert "Half a thou" in page.locator(".mk-offer").inner_text()
    assert page.field("title").input_value() == ""
    assert page.violations() == []
    page.get_by_role("button", name="Bring it here").click()
    assert page.holds("title", "Half a thou")
    assert page.locator(".mk-offer").count() == 0


def test_a_draft_that_is_dropped_where_it_is_offered_is_gone(
    open_form, show, monkeypatch
):
    monkeypatch.setattr("mentorkit.forms.form.this_spot", lambda: "one")
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()
    monkeypatch.setattr("mentorkit.forms.form.this_spot", lambda: "two")
    page.forms[0] = open_form(Goal)
    page.visit()
    page.get_by_role("button", name="Discard it").click()

    page.get_by_text("The unsaved text is discarded.").wait_for()
    assert page.keeps_nothing()


def test_a_saved_row_leaves_no_draft(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Lead it")
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()

    assert page.keeps_nothing()


def test_a_draft_that_nobody_came_back_to_is_dropped_after_90_days(open_form, show):
    page = show(open_form(Goal))
    page.field("title").fill("Half a thou")
    page.typed()
    page.clock.set_system_time("2030-01-01")
    page.forms[0] = open_form(Goal, scope="elsewhere")
    page.visit()

    assert page.keeps_nothing()


@pytest.mark.parametrize(
    "text",
    [
        "wörd 打开 שלום 👩🏽‍🚀 " * 5_000,
        "<script>window.ran = 1</script>",
        "a\tb\n1\t2\n",
    ],
    ids=["100,000 characters", "script", "a pasted table"],
)
def test_any_text_comes_back_and_is_saved_as_it_was_typed(open_form, show, shelf, text):
    page = show(open_form(Reflection))
    page.field("text").fill(text)
    page.typed()
    page.visit()

    assert page.field("text").input_value() == text
    page.field("text").focus()
    page.save()
    page.get_by_role("heading", name="Saved").wait_for()
    assert [row["text"] for row in shelf.rows.values()] == [text.strip()]
    assert page.evaluate("window.ran") is None


def test_a_browser_killed_in_the_midst_of_typing_loses_no_word(
    open_form, show, browser, tmp_path
):
    with Killable(browser, tmp_path) as first:
        page = show(open_form(Goal), context=first.context)
        page.field("title").fill("Half a thou")
        page.typed()
        first.kill()
    with Killable(browser, tmp_path) as second:
        page = show(open_form(Goal), context=second.context)
        assert page.field("title").input_value() == "Half a thou"
