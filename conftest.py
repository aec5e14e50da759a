"""What tests share: an empty store, a small workspace, the demo program, a browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from mentorkit.demo.building import build_workspace
from mentorkit.models import Member, Mentorship, Person, Program
from mentorkit.store import Store
from mentorkit.workspace import Workspace, open_workspace


TODAY = dt.date(2026, 9, 1)


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch):
    """Keep the machine's own settings out of the tests."""
    for name in ("MENTORKIT_USER", "MENTORKIT_WORKSPACE", "JUPYTERHUB_USER"):
        monkeypatch.delenv(name, raising=False)


class Clock:
    """A clock that a test sets; each look moves it on by a second."""

    def __init__(self) -> None:
        self.at = dt.datetime(2026, 9, 1, 9, 0, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.at += dt.timedelta(seconds=1)
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    """A store with one mentorship in it: Grace mentors Ada."""
    made = Store.create(tmp_path / "mentorkit.db", now=clock)
    made.add(
        [
            Program(handle="first", name="First program"),
            Person(handle="ada", name="Ada Lovelace", email="ada@example.org"),
            Person(handle="grace", name="Grace Hopper"),
            Mentorship(handle="ada-grace", status="active"),
        ],
        "grace",
    )
    made.add(
        [
            Member(mentorship_id="ada-grace", person_id="ada", role="mentee"),
            Member(mentorship_id="ada-grace", person_id="grace", role="mentor"),
        ],
        "grace",
    )
    yield made
    made.close()


@pytest.fixture
def workspace(tmp_path):
    """A workspace of Grace's, in which she mentors Ada, on 1 September 2026."""
    ws = Workspace.create(
        tmp_path / "program", name="Grace Hopper", timezone="Europe/London", today=TODAY
    )
    ws.begin(mentee="Ada Lovelace")
    return ws


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """The demo program's folder, as it is before anybody changes it."""
    folder = tmp_path_factory.mktemp("demo") / "demo"
    build_workspace(folder).store.close()
    return folder


@pytest.fixture
def demo(demo_folder, tmp_path):
    """A copy of the demo program, to be changed."""
    shutil.copytree(demo_folder, tmp_path / "demo")
    return open_workspace(tmp_path / "demo")


BROWSER = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def browser():
    """A running Chromium; one for all, since a process drives one at a time."""
    named = os.environ.get("MENTORKIT_CHROMIUM")
    names = ("chromium", "chromium-browser", "google-chrome")
    found = named or next(filter(None, map(shutil.which, names)), None)
    if not found or not Path(found).exists():
        reason = "No Chromium here: 'apt-get install chromium' brings it."
        if os.environ.get("MENTORKIT_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=list(BROWSER))
        yield running
        running.close()


@pytest.fixture(autouse=True)
def _documents_stand_beside_the_demo(request):
    """Run the code blocks of a document where its reader would: beside the demo."""
    if request.node.path.suffix != ".md":
        yield
        return
    here = request.getfixturevalue("tmp_path")
    folder = request.getfixturevalue("demo_folder")
    shutil.copytree(folder, here / "mentorkit-demo")
    with contextlib.chdir(here):
        yield
