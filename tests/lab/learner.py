"""A learner before a real JupyterLab, who opens a copy and answers it by keyboard."""

from __future__ import annotations

import pytest
from tests.lab.conftest import CELL


# Nothing in a copy has to be run, so none of them starts a kernel.
OPEN = """async (path) => {
  const app = window.jupyterapp;
  const kernelPreference = { shouldStart: false, canStart: false };
  const panel = await app.commands.execute(
    "docmanager:open", { path, factory: "Notebook", kernelPreference },
  );
  await panel.context.ready;
  await panel.revealed;
  app.shell.activateById(panel.id);
  panel.context.saveState.connect((_, state) => { window.saved = state; });
  window.copy = panel;
}"""

IDS = "() => window.copy.content.widgets.map(({ model }) => model.id)"

CHANGED = """() => {
  window.saved = "";
  return window.copy.context.model.dirty;
}"""

SAVED = "() => window.saved.startsWith('completed')"

CLOSE = "() => window.copy.close()"


class Learner:
    """Somebody who works on one copy after the other, in one browser."""

    def __init__(self, browser, lab):
        self.page = browser.new_page(viewport={"width": 1000, "height": 800})
        url = f"{lab.url}/lab/tree/notebooks?reset"
        self.page.goto(url, wait_until="commit", timeout=90_000)
        self.page.locator(".jp-Launcher").wait_for(timeout=60_000)

    def open(self, path):
        self.page.evaluate(OPEN, path)
        self.page.locator(CELL).first.wait_for()

    def save(self):
        if self.page.evaluate(CHANGED):
            self.press("Control+s")
            self.page.wait_for_function(SAVED, timeout=60_000)

    def close(self):
        self.page.evaluate(CLOSE)

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def select(self, cell):
        """Select a cell, with the keys meaning commands."""
        number = self.page.evaluate(IDS).index(cell)
        self.page.locator(CELL).nth(number).click(force=True)
        self.press("Escape")

    def edit(self, cell, *keys):
        """Begin to write in a cell, and press some keys in it."""
        self.select(cell)
        self.press("Enter", *keys)

    def write(self, cell, text):
        """Write something in the place of what is there."""
        self.edit(cell, "Control+a")
        self.type(text)
        self.press("Shift+Enter")

    def line(self, cell, number, text):
        """Write a line anew, of those that are there."""
        down = ["ArrowDown"] * number
        self.edit(cell, "Control+Home", *down, "Home", "Shift+End")
        self.type(text)
        self.press("Shift+Enter")

    def tick(self, cell, number):
        """Put an x between the brackets of a line."""
        self.edit(cell, "Control+Home", *["ArrowDown"] * number, "Home")
        self.press(*["ArrowRight"] * 3, "Delete")
        self.type("x")
        self.press("Shift+Enter")

    def dismiss(self):
        """Close the dialogs that keys have opened."""
        for _ in range(40):
            self.page.wait_for_timeout(50)
            if not self.page.locator(".jp-Dialog").count():
                return
            self.press("Escape")
        pytest.fail("there is no end to the dialogs")
