"""What reports cost to make and to open, one section for each kind of page.

Run it with the environment's own Python, where the tests' packages and Chromium are:
``.venv/bin/python benchmarks/report.py index``. Making is CPU time of this process, the
median of some rounds; opening is by the clock, from a file, in a browser without a
window, in a context of its own each time.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import Browser, sync_playwright

import mentorkit as mk
from mentorkit import report
from mentorkit.demo.building import build_workspace
from mentorkit.report.exporter import blocks_of
from mentorkit.report.svg import picture
from mentorkit.review.job import Outcome
from mentorkit.review.manifest import publish
from mentorkit.review.places import Folder


ROUNDS = 5
SEED = 20261122
FIRST = [
    "Amina",
    "Élise",
    "Zoë",
    "Bo",
    "Chịamaka",
    "Łukasz",
    "José",
    "Ana-María",
    "سلمى",
    "美玲",
    "Maximiliane",
]
LAST = ("Okafor", "Reyes", "Li", "Nwọsụ", "Wiśniewski", "García-Márquez", "منصور", "陳")
CALLS = (
    ("3 milestones are late.", "Call when 2 or more milestones are late."),
    (
        "The last session was 40 days ago.",
        "Call when no session was held for more than 28 days.",
    ),
    (
        "Confidence fell from 4 to 2.5.",
        "Call when confidence fell by 1 or more.",
    ),
)
OPENED = """
() => new Promise((done) => {
  const told = () => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const [page] = performance.getEntriesByType("navigation");
    if (!paint || !page.loadEventEnd) { setTimeout(told, 10); return; }
    done([paint.startTime, page.loadEventEnd]);
  };
  told();
})
"""
TYPED = """
(box, text) => {
  const began = performance.now();
  box.value = text;
  box.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - began;
}
"""


PARTS = (
    *("heading", "summary", "figures", "goals", "milestones", "confidence", "sessions"),
    *("wins", "decisions", "reflections", "actions", "next_steps", "colophon"),
)
"""What the quarterly notebook shows."""


def page(_: argparse.Namespace) -> None:
    """Make the quarterly pages of the demo program, with a fourth chart, and open one."""
    os.environ["MENTORKIT_DEFER_SVG"] = "1"
    with tempfile.TemporaryDirectory() as home:
        build_workspace(Path(home, "demo")).store.close()
        ws = mk.open(Path(home, "demo"), audience="pair")
        notebooks = {each.handle: notebook(each) for each in ws.snapshots("2026Q3")}
        ws.store.close()
        drawn, laid_out, sizes = [], [], {}
        for number, (handle, made) in enumerate(notebooks.items()):
            specs = [
                (spec, figure.title, figure.description)
                for block in blocks_of(made)
                for figure in block.figures
                for spec in figure.specs
            ]
            charts = [cpu(lambda each=each: picture(*each)) for each in specs]
            took = cpu(lambda made=made: report.page(made))
            if number:  # the first finds nothing warm
                drawn += charts
                laid_out.append(took)
            html = report.page(made).encode()
            sizes[handle] = (len(html), len(gzip.compress(html)))
            Path(home, f"{handle}.html").write_bytes(html)
        whole, packed = zip(*sizes.values(), strict=True)
        print(f"{len(sizes)} pages, {len(drawn)} drawings\n")
        print("| what | median | range |\n| --- | ---: | ---: |")
        for name, values, unit in (
            ("a page, KB", whole, 1e3),
            ("the same, compressed, KB", packed, 1e3),
            ("a drawing, CPU ms", drawn, 1e-3),
            ("a page, its charts drawn, CPU ms", laid_out, 1e-3),
        ):
            low, middle, high = (
                f"{find(values) / unit:.1f}" for find in (min, statistics.median, max)
            )
            print(f"| {name} | {middle} | {low} to {high} |")
        largest = max(sizes, key=lambda handle: sizes[handle][0])
        with browser() as opener:
            paints, loads = zip(
                *times(opener, Path(home, f"{largest}.html")), strict=True
            )
            print(
                f"The largest: first paint {told(paints)} ms, loaded {told(loads)} ms"
            )


def notebook(snapshot: Any) -> Any:
    """Return an executed notebook of a quarterly review, and a fourth chart."""
    chart = mk.charts.goal_progress(
        snapshot.goals, snapshot.progress, on=snapshot.day, width=480
    )
    shown = [getattr(report, name)(snapshot) for name in PARTS]
    shown.insert(4, report.section(snapshot, "Progress", chart))
    return new_notebook(
        cells=[
            new_code_cell(
                outputs=[new_output("display_data", each._repr_mimebundle_())]
            )
            for each in shown
        ]
    )


def index(options: argparse.Namespace) -> None:
    """Make the pages of a large run, then open the first, one of names, the search."""
    with tempfile.TemporaryDirectory() as home:
        place = Folder(Path(home, "run"))
        publish(place, list(outcomes(options.reviews)), ABOUT)
        index_made(place, options.reviews)
        index_opened(place)


def index_made(place: Folder, count: int) -> None:
    """Print what making a run's pages costs, where a run was there before."""
    after = list(outcomes(count, seed=SEED + 1))
    later = ABOUT | {"cut": "2026-10-07T21:59:59+00:00"}
    took = cpu(lambda: publish(place, after, later))
    again = cpu(lambda: publish(place, after, later))
    text = place.read("manifest.json") or "{}"
    about = json.loads(text)
    reviews = about.pop("reviews")
    made = [cpu(lambda: report.run_pages(about, reviews)) for _ in range(ROUNDS)]
    pages = [name for name in place.names() if name.endswith(".html")]
    print(f"{count:,} reviews, {len(pages)} pages,", end=" ")
    print(f"manifest.json {len(text.encode()) / 1e6:.1f} MB\n")
    print("| what | CPU s |\n| --- | ---: |")
    print(f"| all pages from the manifest | {statistics.median(made):.2f} |")
    print(f"| published: compared, made, written | {took:.2f} |")
    print(f"| published again, nothing changed | {again:.2f} |")


def index_opened(place: Folder) -> None:
    """Print how soon the pages of a run are there."""
    with browser() as opener:
        print("| file | KB | first paint, ms | loaded, ms |")
        print("| --- | ---: | ---: | ---: |")
        for name in ("index", "summary", "by_name_1", "calls_1", "search"):
            page = place.path / f"{name}.html"
            if page.is_file():
                paints, loads = zip(*times(opener, page), strict=True)
                size = f"{page.stat().st_size / 1000:,.0f}"
                print(f"| `{page.name}` | {size} | {told(paints)} | {told(loads)} |")
        searched(opener, place.path / "search.html")


ABOUT = {
    "period": "2026Q3",
    "cut": "2026-09-20T10:00:00+00:00",
    "audience": "pair",
    "template": "quarterly",
    "subject": "mentorship",
    "program": "Data track",
    "language": "en",
    "mentorkit": version("mentorkit"),
}


def outcomes(count: int, seed: int = SEED) -> Iterator[Outcome]:
    """Give reviews: of a fifth somebody should call, three in a hundred failed."""
    rng = random.Random(seed)  # noqa: S311 - the same ones every time
    for number in range(count):
        handle, kind = f"pair-{number:05}", rng.random()
        names = [f"{rng.choice(FIRST)} {rng.choice(LAST)}" for _ in range(2)]
        asked = rng.sample(CALLS, rng.choice([1, 1, 2])) if kind < 0.2 else []
        facts: dict[str, Any] = {
            "mentees": names[:1],
            "mentors": names[1:],
            "state": "paused" if kind > 0.95 else "active",
            "goals": 4,
            "goals_reached": rng.randrange(5),
            "milestones": 8,
            "milestones_done": rng.randrange(8),
            "milestones_late": rng.randrange(3),
            "sessions_held": rng.randrange(7),
            "sessions_expected": rng.choice([6, 12, None]),
            "t_achieved": 49.2,
            "confidence": 4.2,
            "needs_call": [{"reason": why, "rule": rule} for why, rule in asked],
        }
        told = Outcome(
            handle,
            f"{names[0]}",
            "ok",
            seconds=0.61,
            page=f"{handle}.html",
            notebook=f"notebooks/{handle}.ipynb",
            facts=facts,
            inputs=f"{rng.getrandbits(128):032x}",
        )
        if 0.3 < kind < 0.33:
            message = f"KeyError: '{handle}' (cell {rng.randrange(9)})"
            failed = asdict(told) | {"status": "failed", "message": message}
            told = Outcome(**(failed | {"facts": {}, "notebook": ""}))
        yield told


def searched(opener: Browser, page: Path) -> None:
    """Print what a letter in the search costs, once all that is found is shown."""
    if not page.is_file():
        return
    tab = opener.new_page()
    tab.goto(page.as_uri())
    box = tab.get_by_role("searchbox")
    took = [box.evaluate(TYPED, text) for text in ("a", "am", "ami", "amin", "amina")]
    tab.close()
    print(f"\nA letter typed into the search: {told(took)} ms\n")


def cpu(what: Callable[[], Any]) -> float:
    """Return the CPU seconds that something takes."""
    began = time.process_time()
    what()
    return time.process_time() - began


def times(opener: Browser, page: Path) -> list[tuple[float, float]]:
    """Return when a page was first painted and when it was loaded, some times."""
    found = []
    for _ in range(ROUNDS + 1):
        context = opener.new_context(viewport={"width": 1280, "height": 900})
        tab = context.new_page()
        tab.goto(page.as_uri())
        found.append(tuple(tab.evaluate(OPENED)))
        context.close()
    return found[1:]


def told(values: Any) -> str:
    """Return the median of some values, and their range."""
    return f"{statistics.median(values):.0f} ({min(values):.0f} to {max(values):.0f})"


@contextmanager
def browser() -> Iterator[Browser]:
    """Give a browser without a window."""
    program = os.environ.get("MENTORKIT_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        opener = playwright.chromium.launch(executable_path=program)
        try:
            print_where(opener)
            yield opener
        finally:
            opener.close()


def print_where(opener: Browser) -> None:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    print(f"\nPython {platform.python_version()}, Chromium {opener.version},", end=" ")
    print(f"load {load}\n")


SECTIONS: dict[str, Callable[[argparse.Namespace], None]] = {
    "page": page,
    "index": index,
}


def main() -> None:
    """Measure and print what is asked for, or all of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sections", nargs="*", help=", ".join(SECTIONS))
    parser.add_argument("--reviews", type=int, default=10_000, help="for the index")
    options = parser.parse_args()
    if unknown := {*options.sections} - SECTIONS.keys():
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    for name in options.sections or SECTIONS:
        SECTIONS[name](options)


if __name__ == "__main__":
    main()
