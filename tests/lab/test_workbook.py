"""The workbook in a real JupyterLab: forms filled in by keyboard alone."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout

import mentorkit as mk


pytestmark = [pytest.mark.browser, pytest.mark.slow]

READY = """async () => {
  const app = window.jupyterapp;
  const panel = app && app.shell.currentWidget;
  const session = panel && panel.sessionContext;
  if (!session || !session.isReady) return "";
  await session.ready;
  return session.kernelDisplayStatus;
}"""

ACTIVE_CELL = """() => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  return notebook.activeCell.model.sharedModel.source;
}"""

IN_FORM = """() => {
  const form = document.activeElement.closest(".mk-form");
  return form ? form.querySelector("h1, h2, h3, h4").textContent : "";
}"""


def open_notebook(page, lab, name):
    page.goto(f"{lab.url}/lab/tree/notebooks/{name}?reset")
    poll(page, READY, "idle")


def poll(page, script, wanted, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = page.evaluate(script)
        if found == wanted:
            return
        page.wait_for_timeout(150)
    pytest.fail(f"waited for {wanted!r}, last saw {found!r}")


def run_cells_down_to(page, noun):
    """Run cell after cell from the top, as a person does, down to that of a form."""
    run_down_to(page, f'ws.form("{noun}"', f"New {noun}")


def run_down_to(page, call, heading):
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Home")
    for _ in range(40):
        source = page.evaluate(ACTIVE_CELL)
        page.keyboard.press("Shift+Enter")
        poll(page, READY, "idle")
        if call in source:
            page.locator(".mk-form", has_text=heading).wait_for(timeout=30_000)
            return
    pytest.fail(f"there is no cell with {call}")


def at_field(label):
    return f"""() => {{
      const at = document.activeElement;
      const names = [...(at.labels || [])].map(l => l.textContent.trim());
      return names.some(name => name.startsWith("{label}"));
    }}"""


def tab_to(page, label):
    """Press Tab until the control with this label has the focus."""
    for _ in range(60):
        if page.evaluate(at_field(label)):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached '{label}'")


def follow_first_problem(page, label):
    """Go from the list of problems, which has the focus, to the field of the first."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function(at_field(label), timeout=5000)


def focus_form(page, heading):
    """Go back to the cell of the form, and from there into it by Tab."""
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowUp")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate(IN_FORM).startswith(heading):
            return
    pytest.fail(f"Tab never reached the form '{heading}'")


def wait_until_saved(page):
    """Wait for the form to say so; where it does not, say what it says instead."""
    try:
        page.wait_for_selector(".mk-saved", timeout=15_000)
    except PlaywrightTimeout:
        form = page.locator(".mk-form").last
        said = form.inner_text()
        at = page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
        pytest.fail(f"not saved; the focus is on {at}; the form says:\n{said}")


def picture(page, name):
    """Keep a picture for people to look at, where somebody asked for it."""
    if folder := os.environ.get("MENTORKIT_PICTURES"):
        form = page.locator(".mk-form").last
        form.screenshot(path=Path(folder) / f"{name}.png")


def test_a_goal_is_typed_corrected_and_saved_by_keyboard_alone(page, lab):
    open_notebook(page, lab, "mentorship.ipynb")
    run_cells_down_to(page, "goal")
    focus_form(page, "New goal")

    tab_to(page, "Title")
    page.keyboard.type("Bexley branch: öffnen, 打开, فتح — x cut b dd")
    tab_to(page, "Why it matters")
    page.keyboard.type("one")
    page.keyboard.press("Enter")
    page.keyboard.type("two")
    tab_to(page, "Due on")
    page.keyboard.type("01022026")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".mk-problems")
    focused = page.evaluate("() => document.activeElement.textContent")
    picture(page, "goal-problem")
    assert "The due date cannot be before" in focused

    follow_first_problem(page, "Due on")
    page.keyboard.type("12312026")
    page.keyboard.press("Control+Enter")
    wait_until_saved(page)
    picture(page, "goal-saved")

    ws = mk.open(lab.folder)
    goal = ws.goals().query("title.str.startswith('Bexley')").iloc[0]
    assert goal["title"] == "Bexley branch: öffnen, 打开, فتح — x cut b dd"
    assert goal["relevant"] == "one\ntwo"
    assert f"{goal['due_on']:%Y-%m-%d}" == "2026-12-31"
    assert goal["mentorship"] == "amara-ingrid"
    assert page.locator(".mk-form", has_text="Your goal is kept.").count() == 1
    assert ws.history("goals", goal["goal_id"])["by"].tolist() == ["ingrid"]


def test_a_reflection_is_saved_and_stays_out_of_the_notebook_file(page, lab):
    open_notebook(page, lab, "mentorship.ipynb")
    run_cells_down_to(page, "reflection")
    focus_form(page, "New reflection")

    tab_to(page, "Reflection")
    page.keyboard.type("Butterwort: I talked too much today.")
    tab_to(page, "Confidence")
    page.keyboard.type("7")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".mk-problems")
    assert "5 or less" in page.evaluate("() => document.activeElement.textContent")

    follow_first_problem(page, "Confidence")
    page.keyboard.press("Control+a")
    page.keyboard.type("3.5")
    page.keyboard.press("Control+Enter")
    wait_until_saved(page)

    ws = mk.open(lab.folder)
    kept = ws.reflections().query("text.str.startswith('Butterwort')", engine="python")
    assert kept[["text", "confidence", "author"]].values.tolist() == [
        ["Butterwort: I talked too much today.", 3.5, "ingrid"]
    ]
    page.evaluate(
        "() => { void window.jupyterapp.commands.execute('docmanager:save') }"
    )
    file = lab.folder / "notebooks" / "mentorship.ipynb"
    for _ in range(60):
        if "run this cell to open it" in file.read_text("utf-8"):
            break
        page.wait_for_timeout(100)
    saved = file.read_text("utf-8")
    assert "run this cell to open it" in saved
    assert "Butterwort" not in saved


def test_a_milestone_is_moved_on_its_board_by_keyboard_alone(page, lab):
    ws = mk.open(lab.folder)
    title = "October paper: who leaves, and when"
    cells = "() => window.jupyterapp.shell.currentWidget.content.widgets.length"
    open_notebook(page, lab, "mentorship.ipynb")
    before = page.evaluate(cells)
    run_down_to(page, "ws.board(mentorship", "Milestone board")
    focus_form(page, "Milestone board")

    press_until(page, f"Move: {title}")
    for key in ("x", "b", "Enter"):  # two that would cut a cell and insert one
        page.keyboard.press(key)
    press_until(page, "Done")
    page.keyboard.press("Enter")
    page.locator("[role=status]", has_text=f"“{title}” moved").wait_for(timeout=15_000)

    row = ws.milestones().set_index("title").loc[title]
    assert (row["status"], row["done_on"].date()) == ("done", ws.today)
    assert page.evaluate(NAME_AT) == f"Move: {title}"
    assert page.evaluate(cells) == before


NAME_AT = """() => {
  const at = document.activeElement;
  return at.getAttribute("aria-label") || at.textContent;
}"""


def press_until(page, name):
    """Press Tab until the control of this name has the focus."""
    for _ in range(40):
        if page.evaluate(NAME_AT) == name:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reached '{name}'")
