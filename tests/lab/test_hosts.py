"""A form in JupyterLab, Notebook and Voila: filled in by keyboard, saved, read back."""

from __future__ import annotations

import pytest

import mentorkit as mk


pytestmark = [pytest.mark.browser, pytest.mark.slow]

OPEN = ("import mentorkit as mk\nws = mk.open()", "ws.form('goal', mentorship='{}')")

HOSTS = {"JupyterLab": "lab/tree", "Notebook": "notebooks", "Voila": "voila/render"}

WITH_SHORTCUTS = {name: HOSTS[name] for name in ("JupyterLab", "Notebook")}


def opened(lab, work, host):
    first, second = OPEN
    name = f"host-{host.partition('/')[0]}.ipynb"
    path = lab.write(name, first, second.format("amara-ingrid"))
    found = work(path, host)
    if host == "voila/render":
        found.ready()
    else:
        found.run_all()
    return found


def tab_to(page, name):
    for _ in range(60):
        if page.evaluate("document.activeElement.name") == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached {name}")


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_a_form_is_filled_in_by_keyboard_alone_and_read_back(lab, work, host):
    page = opened(lab, work, host)
    title = f"Quincunx, typed in {host} — x b dd öffnen 打开"
    page.field("owner_id").focus()
    page.keyboard.press("ArrowDown")
    tab_to(page, "title")
    page.keyboard.type(title)
    tab_to(page, "relevant")
    page.keyboard.type("one")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    page.keyboard.press("Enter")
    page.keyboard.type("three")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+Enter")
    page.locator(".mk-saved").wait_for(timeout=30_000)

    goals = mk.open(lab.folder).goals()
    goal = goals[goals["title"] == title].iloc[0]
    assert goal["relevant"].startswith("one\ntwo")
    assert "three" not in goal["relevant"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Taken back").wait_for(timeout=30_000)
    assert title not in mk.open(lab.folder).goals()["title"].tolist()


@pytest.mark.parametrize("host", WITH_SHORTCUTS.values(), ids=WITH_SHORTCUTS)
def test_no_key_typed_in_a_form_reaches_the_notebook(lab, work, host):
    page = opened(lab, work, host)
    for fold in page.locator(".mk-form details:not([open]) > summary").all():
        fold.click()
    cells = page.locator(".jp-Notebook .jp-Cell").count()

    for control in (
        page.field("owner_id"),
        page.locator(".mk-form [type=radio]").first,
        page.locator(".mk-form summary"),
        page.locator(".mk-form .mk-quiet"),
    ):
        control.focus()
        for key in ("x", "b", "a", "d", "d", "ArrowDown", "ArrowUp", "m", "Escape"):
            page.keyboard.press(key)
        if page.get_by_role("alertdialog").count():
            page.keyboard.press("Escape")

    assert page.locator(".jp-Notebook .jp-Cell").count() == cells
    assert page.locator(".jp-MarkdownCell").count() == 0
    assert page.locator(".mk-form form").count() == 1
    in_form = "document.activeElement.closest('.mk-form') !== null"
    assert page.evaluate(in_form)
