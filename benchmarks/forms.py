"""What forms cost in a real JupyterLab: the first one, fifty on a page, a save.

Run it with the environment's own Python, where the tests' packages and Chromium are:
``.venv/bin/python benchmarks/forms.py``. It builds the demo program in a temporary
folder, starts a server on loopback, and opens it in a browser without a window.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Page, sync_playwright

from mentorkit.demo.building import build_workspace


ROUNDS = 3
SAVES = 20
MANY = 50
BREATH = 1000
"""Milliseconds that somebody takes from one cell to the next."""

OPEN = "import mentorkit as mk\nws = mk.open()"
FORM = "ws.form('goal', mentorship='amara-ingrid')"
TIMED = """
import pathlib, time
import ipywidgets
began = time.perf_counter()
made = {made}
pathlib.Path('kernel-time').write_text(str(time.perf_counter() - began))
made
"""

READY = """async () => {
  const panel = window.jupyterapp?.shell.currentWidget;
  const session = panel?.sessionContext;
  if (!session?.isReady) return false;
  await session.ready;
  return session.kernelDisplayStatus === "idle";
}"""

# Marks when a cell begins to run, and when so many forms on the page are ready.
WATCH = """count => {
  window.began = window.usable = 0;
  window.bytes = 0;
  const look = () => {
    if (document.querySelectorAll(".mk-form[data-ready=true]").length >= count)
      window.usable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
  window.began = performance.now();
}"""

SAVE = """async () => {
  const form = document.querySelector(".mk-form form");
  const title = form.querySelector("[name=title]");
  title.value = `Goal ${performance.now()}`;
  title.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const before = document.querySelector(".mk-receipts").firstChild;
  const began = performance.now();
  title.dispatchEvent(new KeyboardEvent("keydown",
    { key: "Enter", ctrlKey: true, shiftKey: true, bubbles: true }));
  while (document.querySelector(".mk-receipts").firstChild === before)
    await new Promise((resolve) => setTimeout(resolve, 1));
  return performance.now() - began;
}"""

TYPE = """() => {
  const title = [...document.querySelectorAll(".mk-form [name=title]")].at(-1);
  const times = [];
  for (let at = 0; at < 50; at += 1) {
    const began = performance.now();
    title.value += "a";
    title.dispatchEvent(new Event("input", { bubbles: true }));
    times.push(performance.now() - began);
  }
  return times;
}"""


@contextmanager
def lab(home: Path) -> Iterator[str]:
    """Serve a copy of the demo program; give the address."""
    build_workspace(home / "demo").store.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "own")}
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "IPYTHONDIR"):
        environment[name] = str(home / name.lower())
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"]
    command += ["--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    command += [f"--ServerApp.root_dir={home / 'demo'}", "--IdentityProvider.token="]
    command += ["--ServerApp.password=", "--LabApp.expose_app_in_browser=True"]
    process = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{url}/api/status", timeout=2):  # noqa: S310 - loopback
                    break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def wait_idle(page: Page) -> None:
    """Wait until the kernel has nothing to do."""
    while not page.evaluate(READY):
        page.wait_for_timeout(50)


def opened(
    page: Page, url: str, home: Path, made: str, count: int, breath: int = BREATH
) -> dict[str, float]:
    """Run a cell that makes forms, in a new kernel; return what it cost."""
    cells = [OPEN, TIMED.format(made=made)]
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(source) for source in cells],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    name = f"bench-{time.monotonic_ns()}.ipynb"
    nbformat.write(notebook, home / "demo" / "notebooks" / name)
    received = [0]

    def listen(socket: Any) -> None:
        socket.on(
            "framereceived",
            lambda data: received.__setitem__(0, received[0] + len(data)),
        )

    page.on("websocket", listen)
    page.goto(f"{url}/lab/tree/notebooks/{name}?reset")
    wait_idle(page)
    page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell").first.click()
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Home")
    page.keyboard.press("Shift+Enter")
    page.wait_for_timeout(300)
    wait_idle(page)
    page.wait_for_timeout(breath)
    received[0] = 0
    page.evaluate(WATCH, count)
    page.keyboard.press("Shift+Enter")
    page.wait_for_function("window.usable > 0", timeout=180_000)
    kernel = float((home / "demo" / "notebooks" / "kernel-time").read_text())
    usable = page.evaluate("window.usable - window.began")
    return {"kernel": kernel * 1000, "usable": usable, "received": received[0] / 1024}


def spread(values: list[float]) -> dict[str, float]:
    """Return the median and the range."""
    low, middle, high = min(values), statistics.median(values), max(values)
    return {"median": round(middle, 1), "low": round(low, 1), "high": round(high, 1)}


def measured(page: Page, url: str, home: Path) -> dict[str, Any]:
    """Measure everything; milliseconds, and KiB over the kernel's socket."""
    many = f"ipywidgets.VBox([{FORM} for _ in range({MANY})])"
    found: dict[str, Any] = {}
    for name, made, count, breath in (
        ("first form, at once after mk.open()", FORM, 1, 0),
        ("first form", FORM, 1, BREATH),
        (f"{MANY} forms", many, MANY, BREATH),
    ):
        rounds = [opened(page, url, home, made, count, breath) for _ in range(ROUNDS)]
        found[name] = {key: spread([one[key] for one in rounds]) for key in rounds[0]}
        if count == MANY:
            found[f"a key among {MANY} forms"] = spread(page.evaluate(TYPE))
            page.wait_for_timeout(500)
        elif breath:
            saves = [page.evaluate(SAVE) for _ in range(SAVES)]
            found["a save, until it is shown"] = spread(saves)
    return found


def main() -> None:
    """Print the figures as JSON."""
    program = os.environ.get("MENTORKIT_CHROMIUM") or shutil.which("chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        lab(Path(folder)) as url,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        print(json.dumps(measured(page, url, Path(folder)), indent=2))
        browser.close()


if __name__ == "__main__":
    main()
