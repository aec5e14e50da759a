"""What people typed runs nowhere: every kind of page in a real browser, scripts allowed.

The policy that forbids scripts is taken out of each page first, so that it is the page
itself that is tested and not its second lock.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re

import pytest
from playwright.sync_api import Error
from tests.attacks import ATTACKS
from tests.planting import plant_pair
from tests.report.booklets import KINDS, executed

import mentorkit as mk
from mentorkit import report
from mentorkit.workspace import Workspace, open_workspace


pytestmark = pytest.mark.browser

PERIOD = "2026Q3"
POKE = """async () => {
  for (const e of document.querySelectorAll('*')) {
    if ('open' in e) e.open = true;
    if (e.focus) e.focus();
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'toggle', 'error'])
      e.dispatchEvent(new Event(kind));
  }
  for (const box of document.querySelectorAll('input')) {
    box.value = 's';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await new Promise(done => setTimeout(done, 20));
  const found = selector => [...document.querySelectorAll(selector)];
  return [
    window.PWN,
    found('script, iframe, object, embed, form, base, link, [onerror], [onload]').length,
    found('[href]').map(e => e.getAttribute('href') || e.getAttribute('xlink:href'))
      .filter(href => !/^(#|https:|mailto:|[a-z0-9_]+[.]html$)/.test(href)),
  ];
}"""
OWN_SCRIPTS = {"run-search": 2}
"""The scripts of a page's own: the search, and the data that it looks in."""

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


class Attacker:
    """Gives each text the next attack that it has room for."""

    def __init__(self):
        self._attacks = itertools.cycle(ATTACKS)

    def __call__(self, pair, table, field, seen):
        del pair, table, seen
        room = field.max_length or 5000
        text = next(each for each in self._attacks if len(each) + 2 <= room)
        return text.replace("\x00", "").strip() or "x"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory):
    """A workspace with an attack in every text, and the pages of every kind."""
    folder = tmp_path_factory.mktemp("attacked") / "mine"
    Workspace.create(folder, name="Grace Hopper", today=dt.date(2026, 8, 25))
    ws = open_workspace(folder, as_="grace", today=dt.date(2026, 8, 25))
    names = iter([each for each in ATTACKS if len(each) < 100 and "\x00" not in each])
    ws.add(mk.Person(handle="ada", name="Ada"))
    for handle in ("ada", "grace"):
        ws.revise("people", handle, name=next(names), why="Attack")
    program = ws.programs()["handle"].iloc[0]
    ws.revise("programs", program, name=next(names), purpose=next(names), why="Attack")
    plant_pair(ws, Attacker(), "ada-grace", ("ada", "grace"))
    return open_workspace(folder, as_="grace", today=dt.date(2026, 10, 20))


def taken(ws, kind):
    if kind == "quarterly":
        return ws.snapshot("ada-grace", PERIOD)
    if kind in ("closure", "pilot"):
        return ws.journey("ada-grace", PERIOD, pilot=kind == "pilot")
    if kind == "milestone":
        steps = ws.milestones(mentorship="ada-grace", audience="pair")
        return ws.milestone_snapshot(steps["milestone_id"].iloc[-1], PERIOD)
    if kind == "program":
        return ws.program_snapshot("", PERIOD)
    return ws.statement(PERIOD)


@pytest.fixture(scope="module")
def made(attacked):
    """Every page that there is, by name."""
    pages = {}
    for kind, parts in KINDS.items():
        notebook = executed(taken(attacked, kind), parts)
        report.finish(notebook)
        pages[kind] = report.page(notebook)
        pages[f"{kind}-mail"] = report.mail(notebook)
        shown = [
            output["data"]["text/html"]
            for cell in notebook.cells
            for output in cell.outputs
            if "text/html" in output["data"]
        ]
        pages[f"{kind}-in-a-notebook"] = "<!doctype html>" + "".join(shown)
    facts = report.facts(taken(attacked, "quarterly"))
    entries = [
        {
            "handle": f"h{number}",
            "names": attack,
            "status": "failed" if number % 2 else "ok",
            "message": attack,
            "page": "h.html",
            "facts": {} if number % 2 else {**json.loads(json.dumps(facts))},
        }
        for number, attack in enumerate(ATTACKS)
    ]
    about = {"period": PERIOD, "program": ATTACKS[0], "audience": "pair"}
    for name, page in report.run_pages(about, entries).items():
        pages[f"run-{name.removesuffix('.html')}"] = page
    every = "\n".join(ATTACKS)
    pages["failed"] = report.failed_page(title=every, message=every)
    return pages


@pytest.fixture
def wrong_in(browser, tmp_path):
    """Return a function that opens pages, pokes at all of each, and says what is wrong."""
    context = browser.new_context(java_script_enabled=True)

    def found(page):
        tab = context.new_page()
        asked, said = [], []
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("dialog", lambda dialog: said.append(dialog.dismiss()))
        try:
            tab.goto(page.as_uri())
            ran, foreign, links = tab.evaluate(POKE)
            foreign -= OWN_SCRIPTS.get(page.stem, 0)
        except Error as error:  # it left while it was looked at
            return str(error)
        finally:
            tab.close()
        away = [url for url in asked if url != page.as_uri()]
        return [each for each in (ran, foreign, links, away, said) if each]

    def opened(pages):
        wrong = {}
        for name, html in pages.items():
            page = tmp_path / f"{name}.html"
            page.write_text(POLICY.sub("", html), encoding="utf-8")
            if told := found(page):
                wrong[name] = told
        return wrong

    yield opened
    context.close()


def test_no_attack_runs_loads_or_leads_away(made, wrong_in):
    assert wrong_in(made) == {}


def test_it_would_be_noticed_if_one_did(wrong_in):
    pages = {
        str(number): f"<!doctype html><p>{attack}</p>"
        for number, attack in enumerate(ATTACKS[:8])
    }

    assert len(wrong_in(pages)) >= 6


def test_what_was_typed_is_there_to_be_read(made):
    assert "&lt;script&gt;" in made["quarterly"]
