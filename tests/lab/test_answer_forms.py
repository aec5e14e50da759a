"""A copy with forms in JupyterLab: answered by keys alone, saved, opened again, collected."""

from __future__ import annotations

import json

import pytest
from tests.lab.typist import Typist

import mentorkit as mk


pytestmark = [pytest.mark.browser, pytest.mark.slow]

SOURCE = """---
name: week
version: 1.0.0
language: en
---
# My week

## What happened? {#happened kind=text}

## How is it? {#mood kind=choice}

- good = Going well
- stuck = Stuck

## How full was it? {#load kind=scale}

- 1 = I had time to think
- 2 = just right
- 3 = too full

## What helped? {#helped kind=multiple}

- mentor = My mentor
- peer = Somebody else
- quiet = Time on my own

## What is next? {#next kind=table}

- title = What will be done
- due_on = By when

## Until when? {#until kind=date}
"""

TYPED = "I <b>read</b> *half* of it.\n\n~~~ And not the rest | today."

LATER = " More."

VALUES = {
    ("happened", 0, "text", TYPED + LATER),
    ("mood", 0, "choice", "stuck"),
    ("load", 0, "scale", "2"),
    ("helped", 0, "multiple", "mentor"),
    ("helped", 1, "multiple", "quiet"),
    ("next", 0, "title", "Read | write"),
    ("next", 1, "due_on", "Friday"),
    ("until", 0, "date", "2026-10-05"),
}

RUN = "() => { void window.jupyterapp.commands.execute('notebook:run-all-cells') }"

RESTART = "() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()"

END = "async () => { await window.jupyterapp.serviceManager.sessions.shutdownAll(); }"

OPEN = """() => document.querySelectorAll('.mk-answer[data-ready=true]').length === 6
  && !document.querySelector('.mk-answer fieldset:disabled')"""

SAVED = """(count) => [...document.querySelectorAll('.mk-answer [role=status]')]
  .filter(({ textContent }) => textContent.includes('the notebook is saved')).length === count"""

HELD = """() => [...document.querySelectorAll('.mk-answer')].map((form) =>
  [...form.querySelectorAll('textarea, input')].filter((at) => at.checked ?? at.value)
    .filter((at) => at.checked || !['radio', 'checkbox'].includes(at.type))
    .map((at) => at.value))"""

BELOW = """() => [...document.querySelectorAll('.jp-OutputArea-output')]
  .filter((at) => at.checkVisibility() && !at.querySelector('.mk-answer')).length"""


@pytest.fixture
def copy(lab):
    """Amara's copy in the workspace that is served, and the workspace."""
    source = lab.folder / "week.md"
    source.write_text(SOURCE)
    ws = mk.open(lab.folder)
    done = ws.assign(str(source), to=["amara"], name="by-forms", forms=True)
    (file,) = done.folder.glob("*.ipynb")
    return ws, file


def answer(typist):
    """Answer every question by keys; return nothing, since the page holds it."""
    typist.to(lambda at: at["name"] == "happened")
    typist.page.keyboard.type(TYPED)
    typist.press("Tab", "ArrowDown", "ArrowDown")
    typist.to(lambda at: at["name"] == "load")
    typist.press("ArrowRight", "ArrowRight")
    typist.to(lambda at: at["name"] == "helped")
    typist.press("Space", "Tab", "Tab", "Space")
    typist.to(lambda at: at["cell"] == "title")
    typist.page.keyboard.type("Read | write")
    typist.press("Enter", "Tab")
    typist.page.keyboard.type("Friday")
    typist.to(lambda at: at["name"] == "until")
    typist.give_time("2026-10-05")


def run(page):
    page.evaluate(RUN)
    page.wait_for_function(OPEN, timeout=60_000)


def test_what_is_answered_by_keys_is_saved_comes_back_and_is_collected(work, lab, copy):
    ws, file = copy
    page = work(str(file.relative_to(lab.folder)))
    typist = Typist(page)
    run(page)
    answer(typist)
    typist.press("Control+s")
    page.wait_for_function(SAVED, arg=6, timeout=30_000)
    held = page.evaluate(HELD)
    assert page.evaluate(BELOW) == 0

    page.open()
    page.get_by_text("Run this cell again to change your answer").first.wait_for()
    page.evaluate(RESTART)  # what comes back comes from the file
    run(page)
    assert page.evaluate(HELD) == held
    typist.to(lambda at: at["name"] == "happened")
    typist.press("Control+End")
    page.keyboard.type(LATER)
    typist.press("Control+s")
    page.wait_for_function(SAVED, arg=6, timeout=30_000)
    page.evaluate(END)

    collected = ws.collect(file.parent)
    rows = collected.answers()[["prompt", "row_number", "part", "value"]]
    assert set(rows.itertuples(index=False, name=None)) == VALUES
    assert not collected.needs_person, collected.report()
    notebook = json.loads(file.read_text("utf-8"))
    assert "widgets" not in notebook["metadata"]
    assert TYPED[:14] not in json.dumps(notebook["metadata"])
