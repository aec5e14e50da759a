"""A real JupyterLab on a copy of the demo program, and a real browser before it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest


READY = """async () => {
  const app = window.jupyterapp;
  const panel = app && app.shell.currentWidget;
  const session = panel && panel.sessionContext;
  if (!session || !session.isReady) return "";
  await session.ready;
  return session.kernelDisplayStatus;
}"""

CELL = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell"

SETTINGS = {
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}


class Lab:
    """A Jupyter server: JupyterLab, Notebook and Voila on one workspace.

    Attributes
    ----------
    url : str
        Where it listens.
    folder : pathlib.Path
        The workspace that it serves.
    """

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        home = self.home
        environment = os.environ | {
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "own"),
            "JUPYTER_CONFIG_DIR": str(home / "config"),
            "JUPYTER_DATA_DIR": str(home / "data"),
            "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
            "IPYTHONDIR": str(home / "ipython"),
            "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        }
        environment.pop("PYTEST_CURRENT_TEST", None)
        with (home / "lab.log").open("a") as log:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "jupyterlab",
                    "--no-browser",
                    "--allow-root",
                    "--ip=127.0.0.1",
                    f"--port={self.port}",
                    "--ServerApp.port_retries=0",
                    f"--ServerApp.root_dir={self.folder}",
                    "--IdentityProvider.token=",
                    "--ServerApp.password=",
                    "--LabApp.expose_app_in_browser=True",
                    "--LabApp.extension_manager=readonly",
                    "--JupyterNotebookApp.expose_app_in_browser=True",
                ],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            wait_for(self.url, self.process)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait(60)

    def restart(self) -> None:
        """Let the server end with all its kernels, and start it again."""
        self.stop()
        self.start()

    def write(self, name: str, *cells: str) -> str:
        """Write a notebook into the workspace; return its path there."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in cells],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
        )
        nbformat.write(notebook, self.folder / "notebooks" / name)
        return f"notebooks/{name}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert process.poll() is None, "JupyterLab ended while it was starting"
        try:
            with urllib.request.urlopen(f"{url}/api/status", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("JupyterLab did not answer within a minute")


@pytest.fixture(scope="session")
def lab(demo_folder, tmp_path_factory):
    """A server that all tests of a process share."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "demo"
    shutil.copytree(demo_folder, folder)
    for name, values in SETTINGS.items():
        file = home / "settings" / name
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps(values))
    running = Lab(home, folder)
    yield running
    running.stop()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    yield context.new_page()
    context.close()


class Work:
    """A notebook in a browser, as a person works with it."""

    def __init__(self, page, lab, path, host="lab/tree"):
        self.page, self.lab, self.path, self.host = page, lab, path, host
        self.open()

    def __getattr__(self, name):
        return getattr(self.page, name)

    def open(self):
        url = f"{self.lab.url}/{self.host}/{self.path}"
        url += "?reset" if self.host == "lab/tree" else ""  # no tabs of other tests
        self.page.goto(url, wait_until="commit", timeout=90_000)
        if self.host != "voila/render":
            self.until(READY, "idle")

    def until(self, script, wanted, seconds=60):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.page.evaluate(script)
            if found == wanted:
                return
            self.page.wait_for_timeout(150)
        pytest.fail(f"waited for {wanted!r}, last saw {found!r}")

    def run_all(self):
        """Run cell after cell by keyboard, until the form is there."""
        self.page.locator(CELL).first.click()
        self.page.keyboard.press("Escape")
        self.page.keyboard.press("Control+Home")
        for _ in range(self.page.locator(CELL).count()):
            self.page.keyboard.press("Shift+Enter")
            self.until(READY, "idle")
        self.ready()

    def ready(self):
        self.page.locator(".mk-form[data-ready=true]").first.wait_for(timeout=60_000)

    def field(self, name):
        return self.page.locator(f".mk-form [name={name}]")

    def typed(self):
        """Wait until what was typed is kept."""
        self.page.locator(".mk-form[data-draft=kept]").first.wait_for()

    def said(self):
        return self.page.locator(".mk-form [role=status]").first.inner_text()


@pytest.fixture
def work(browser, lab):
    """Open notebooks, each in a browser of its own with nothing kept in it."""
    contexts = []

    def opened(path, host="lab/tree"):
        contexts.append(browser.new_context(viewport={"width": 1280, "height": 1000}))
        return Work(contexts[-1].new_page(), lab, path, host)

    yield opened
    for context in contexts:
        context.close()
