"""Every form in JupyterLab, Notebook and Voila: filled in by keyboard alone, read back.

One page a host shows them, made from the models' list: half of them in JupyterLab, and a
fifth in each of the others; with ``MENTORKIT_LONG=1`` all everywhere, and in JupyterLab
every field of each.
"""

from __future__ import annotations

import os
import shutil

import pytest
from tests.lab.typist import Typist

import mentorkit as mk
from axe_rules import TAGS, violations
from every_form import MENTORSHIP, PLANTED, WORDS, added, prepare, samples_of


pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTS = {"JupyterLab": "lab/tree", "Notebook": "notebooks", "Voila": "voila/render"}

LONG = bool(os.environ.get("MENTORKIT_LONG"))

BOARDS = ("milestone", "action")

ALL_THERE = """([forms, boards]) =>
  document.querySelectorAll(".mk-form[data-ready=true]").length === forms
  && document.querySelectorAll(".mk-board .mk-columns:has(.mk-card)").length === boards"""

CELLS = "() => window.jupyterapp.shell.currentWidget.content.widgets.map((cell) => cell.model.type)"

RUN = "() => { void window.jupyterapp.commands.execute('notebook:run-all-cells') }"

THEME = """(theme) => {
  void window.jupyterapp.commands.execute("apputils:change-theme", { theme });
}"""

SAVE = "async () => { await window.jupyterapp.shell.currentWidget.context.save(); }"

END = "async () => { await window.jupyterapp.serviceManager.sessions.shutdownAll(); }"

UNCUT = """() => {
  const held = new Map();
  for (const form of document.querySelectorAll(".mk-form"))
    for (let at = form.parentElement; at && !held.has(at); at = at.parentElement) {
      held.set(at, at.style.cssText);
      at.style.cssText += "; overflow: visible !important; contain: none !important;"
        + " content-visibility: visible !important";
    }
  return held;
}"""
"""The hosts' bodies have no height; axe takes what they cut for what nobody sees."""


@pytest.fixture(scope="module")
def samples(lab, demo_folder, tmp_path_factory):
    """Samples of every form, tried out on a copy of the program that is served."""
    folder = tmp_path_factory.mktemp("samples") / "demo"
    shutil.copytree(demo_folder, folder)
    for place in (lab.folder, folder):
        prepare(mk.open(place))
    ws = mk.open(folder)
    return {whole: samples_of(ws, whole=whole) for whole in (True, False)}


class Host:
    """A page that shows every form and both boards, and what is told of it."""

    def __init__(self, lab, work, host, samples):
        boards = [f"ws.board({noun!r}, mentorship={MENTORSHIP!r})" for noun in BOARDS]
        cells = [*(sample.cell for sample in samples), *boards]
        first = "import mentorkit as mk\nws = mk.open()"
        self.path = lab.write(f"every-{host.partition('/')[0]}.ipynb", first, *cells)
        self.lab, self.count, self.is_voila = lab, len(samples), "voila" in host
        self.page = work(self.path + ("?theme=dark" if self.is_voila else ""), host)
        if not self.is_voila:
            self.page.evaluate(RUN)
        self.wait()

    def wait(self):
        counts = [self.count, len(BOARDS)]
        self.page.wait_for_function(ALL_THERE, arg=counts, timeout=60_000)

    def violations(self):
        """Return what axe finds in the forms, dark and light."""
        self.dark(on=True)
        found = self.seen(TAGS)
        self.dark(on=False)
        return found + self.seen(["color-contrast"])  # all that the theme changes

    def seen(self, rules):
        held = self.page.evaluate_handle(UNCUT)
        found = violations(self.page.page, ".mk-form", rules)
        held.evaluate("held => held.forEach((css, at) => { at.style.cssText = css; })")
        return found

    def dark(self, *, on):
        if not self.is_voila:
            self.page.evaluate(THEME, "JupyterLab Dark" if on else "JupyterLab Light")
        elif not on:
            self.page.goto(f"{self.lab.url}/voila/render/{self.path}?theme=light")
            self.wait()
        light = "false" if on else "true"
        self.page.wait_for_function(f"document.body.dataset.jpThemeLight === '{light}'")

    def cells(self):
        return [] if self.is_voila else self.page.evaluate(CELLS)


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_every_form_is_filled_in_by_keyboard_alone_and_read_back(
    lab, work, host, samples
):
    samples = samples[LONG and host == "lab/tree"]  # the whole of each, or some of it
    if not LONG:
        samples = samples[host == "notebooks" :: 2 if host == "lab/tree" else 5]
    shown = Host(lab, work, host, samples)
    assert shown.violations() == []
    cells = shown.cells()
    ws, typist = mk.open(lab.folder), Typist(shown.page)

    for number, sample in enumerate(samples):
        before = ws.store.everything()
        fill_in(typist, sample)
        save(typist, by_button=number % 2 == 0)
        assert typist.at()["said"].startswith("Saved. "), sample.noun
        assert added(before, ws.store.everything()) == sample.rows
        if number:
            ws.undo()
        else:
            take_back(typist)
        assert added(before, ws.store.everything()) == {}
    for noun in BOARDS:
        move_a_card(typist, ws, noun)

    assert shown.cells() == cells
    if not shown.is_voila:
        shown.page.evaluate(SAVE)
        file = (lab.folder / shown.path).read_bytes()
        assert file.count(b"form: run this cell to open it.") >= len(samples)
        assert PLANTED.encode() not in file
        shown.page.evaluate(END)


def fill_in(typist, sample):
    """Fill a form in; what is got wrong at first is told, and put right."""
    typist.to(lambda at: at["name"] in sample.answers)
    typist.fill(sample.answers | sample.slips)
    if typist.at()["asks"]:
        typist.fill({"reason": WORDS})
    for name in sample.slips:
        typist.press("Control+Enter")
        typist.page.wait_for_function("document.activeElement.matches('.mk-problems')")
        told = typist.at()
        assert told["said"].startswith("Not saved yet: ")
        assert told["text"].startswith(told["said"])
        typist.press("Tab", "Enter")
        at = typist.at()
        assert (at["name"], at["faulty"]) == (name, True)
        typist.give(at, sample.answers[name])


def save(typist, *, by_button):
    if by_button:
        typist.to(lambda at: at["text"] == "Save")
        typist.press("Enter")
    else:
        typist.press("Control+Enter")
    typist.page.wait_for_function("document.activeElement.matches('.mk-saved')")


def take_back(typist):
    typist.to(lambda at: at["text"] == "Undo")
    typist.press("Enter")
    typist.page.wait_for_function("document.activeElement.matches('.mk-overtaken')")
    assert typist.at()["said"].startswith("Taken back. ")


def move_a_card(typist, ws, noun):
    """Move a board's next card to the first column that it offers, and back."""
    heading = f"{noun.capitalize()} board"
    card = typist.to(lambda at: (at["heading"], at["text"][:6]) == (heading, "Move: "))
    typist.press("Enter")
    column = typist.at()["text"]
    typist.press("Enter")
    typist.page.locator(".mk-status", has_text=f"to “{column}”").wait_for()
    at = typist.at()
    assert at["text"] == card["text"]
    rows = ws.frame(f"{noun}s").set_index("title")
    status = rows.loc[card["text"].removeprefix("Move: "), "status"]
    words = {
        str(word): word.label
        for word in mk.models.record_of(noun).field("status").vocabulary
    }
    assert words[status] == column
    ws.undo()
