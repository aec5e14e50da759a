"""A place where forms keep rows, and a bare page that shows them in Chromium."""

from __future__ import annotations

import datetime as dt

import pytest

from axe_rules import TAGS, violations
from mentorkit.forms import RecordForm
from mentorkit.models import Goal
from shelf import Shelf


OPTIONS = {
    "mentorships": [("ms-one", "ada-grace")],
    "people": [("p-ada", "Ada Lovelace"), ("p-grace", "Grace Hopper")],
    "goals": [("g-one", "Lead the migration")],
}

ORIGIN = "http://localhost/forms"

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Forms</title>
<style>body {{ margin: 0; background: {back}; color: {ink}; {theme} }}</style><style>{css}</style>
</head><body data-jp-theme-light="{light}"><main><h1>Forms</h1>{roots}</main></body></html>"""

DARK = "--jp-layout-color1: #212121; --jp-content-font-color0: rgba(255, 255, 255, 1);"

MOUNT = """
async ([source, traits, at]) => {
  const heard = new Set();
  window.leaked ??= document.addEventListener("keydown", (e) => window.keys.push(e.key));
  window.keys ??= [];
  window.kernel ??= { status: "idle", connectionStatus: "connected" };
  window.held ??= { on: false, waiting: [] };
  const tell = (answer) => heard.forEach((listener) => listener(answer));
  const model = {
    widget_manager: { get kernel() { return window.kernel; } },
    get: (name) => traits[name],
    on: (name, listener) => name === "msg:custom" && heard.add(listener),
    off: (name, listener) => heard.delete(listener),
    send: async (message) => {
      const answer = await window[`ask${at}`](message);
      if (window.held.on) window.held.waiting.push(() => tell(answer));
      else tell(answer);
    },
  };
  const file = new Blob([source], { type: "text/javascript" });
  const { default: widget } = await import(URL.createObjectURL(file));
  (window.closing ??= [])[at] = widget.render({ model, el: document.getElementById(`root${at}`) });
}
"""


KEPT = """
async () => {
  const asked = indexedDB.open("mentorkit-drafts", 1);
  await new Promise((resolve) => { asked.onsuccess = asked.onerror = resolve; });
  if (!asked.result.objectStoreNames.length) return {};
  const store = asked.result.transaction("drafts").objectStore("drafts");
  const both = [store.getAllKeys(), store.getAll()];
  await Promise.all(both.map((each) => new Promise((resolve) => { each.onsuccess = resolve; })));
  const text = (entry) => JSON.stringify(entry.content ?? null)
    + String.fromCharCode(...new Uint8Array(entry.sealed ?? []));
  asked.result.close();
  return Object.fromEntries(both[0].result.map((name, at) => [name, text(both[1].result[at])]));
}
"""

KEY = bytes(range(32))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def open_form(shelf):
    """Open a form of Grace's on the shelf: a new row, or one that lies there."""

    def opened(record, **settings):
        names = {field.name for field in record.fields() if not field.about.form}
        hidden = {"mentorship_id": "ms-one"} if "mentorship_id" in names else {}
        if row_id := settings.get("row_id"):
            settings["values"] = shelf.rows[row_id]
            settings["version"] = shelf.versions[row_id]
        given = {
            "options": OPTIONS,
            "hidden": hidden,
            "signed_as": "Grace Hopper",
            "timezone": "Europe/London",
            "scope": "here",
            "draft_key": KEY,
            "undo": shelf.undo,
            **settings,
        }
        return RecordForm(record, save=shelf.save, **given)

    return opened


@pytest.fixture
def goal(shelf):
    """A goal that lies on the shelf."""
    kept = Goal(
        goal_id="g-one",
        mentorship_id="ms-one",
        owner_id="p-ada",
        title="Lead the migration",
        set_on=dt.date(2026, 9, 1),
        due_on=dt.date(2026, 12, 1),
    )
    shelf.put(kept)
    return kept


class FrontEnd:
    """Asks a form as its front end does, and reads the answers."""

    @staticmethod
    def open(form):
        return form.answer({"kind": "open", "seq": "1"})

    @staticmethod
    def save(form, opened, values, **more):
        is_new = opened["version"] is None
        message = {
            "kind": "save",
            "seq": "2",
            "id": opened["id"],
            "base": opened["version"],
            "values": {**opened["values"], **values} if is_new else values,
        }
        return form.answer(message | more)

    @staticmethod
    def told(answer):
        return {problem["field"]: problem["message"] for problem in answer["problems"]}

    @staticmethod
    def controls(opened):
        groups = opened["spec"]["groups"]
        return {field["name"]: field for group in groups for field in group["fields"]}


@pytest.fixture
def front_end():
    return FrontEnd()


class FormPage:
    """A bare page that shows forms, answered by the forms themselves."""

    def __init__(self, page, forms, html):
        self.page, self.forms = page, forms
        page.route(
            ORIGIN, lambda route: route.fulfill(body=html, content_type="text/html")
        )
        for at in range(len(forms)):
            page.expose_function(f"ask{at}", lambda said, at=at: self.answer(at, said))
        self.visit()

    def answer(self, at, message):
        return self.forms[at].answer(message)

    def __getattr__(self, name):
        return getattr(self.page, name)

    def visit(self):
        """Load the page anew: what was not kept in the tab is gone."""
        self.page.goto(ORIGIN)
        for at, form in enumerate(self.forms):
            self.mount(at, form)
        for at in range(len(self.forms)):
            opened = f"#root{at} [data-ready=true], #root{at} .mk-columns"
            self.page.locator(opened).wait_for()

    def mount(self, at, form):
        traits = {"waiting": form.waiting, "front_end": getattr(form, "front_end", "")}
        self.page.evaluate(MOUNT, [str(form._esm), traits, at])

    def field(self, name):
        return self.page.locator(f"[name={name}]")

    def holds(self, name, text):
        """Tell whether a field comes to hold a text within a few seconds."""
        for _ in range(50):
            if self.field(name).input_value() == text:
                return True
            self.page.wait_for_timeout(100)
        return False

    def focused(self):
        return self.page.evaluate("document.activeElement.name")

    def save(self):
        self.page.keyboard.press("Control+Enter")

    def unfold(self):
        for fold in self.page.locator("details:not([open]) > summary").all():
            fold.click()

    def typed(self):
        """Wait until what was typed is kept, by every form of the page."""
        self.page.wait_for_function("!document.querySelector('[data-draft=writing]')")

    def drafts(self):
        """Return what the browser keeps: of its disk, and of its tab."""
        return self.page.evaluate(KEPT), self.page.evaluate("({...sessionStorage})")

    def keeps_nothing(self):
        """Tell whether the browser drops its drafts within a few seconds."""
        for _ in range(50):
            if self.drafts() == ({}, {}):
                return True
            self.page.wait_for_timeout(100)
        return False

    def violations(self, rules=TAGS):
        return violations(self.page, rules=rules)


@pytest.fixture
def show(browser):
    """Show forms on a bare page."""
    contexts = []

    def shown(*forms, dark=False, width=760, before="", context=None):
        if context is None:
            context = browser.new_context(viewport={"width": width, "height": 900})
            contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(before)
        html = PAGE.format(
            css=str(getattr(forms[0], "_css", "")),
            roots="".join(f'<div id="root{at}"></div>' for at in range(len(forms))),
            light="false" if dark else "true",
            back="#111" if dark else "#fff",
            ink="#eee" if dark else "#111",
            theme=DARK if dark else "",
        )
        return FormPage(context.new_page(), [*forms], html)

    yield shown
    for context in contexts:
        context.close()
