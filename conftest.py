"""What tests share: databases, a small workspace, the demo program, a browser."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from collections import Counter
from pathlib import Path

import hypothesis
import pytest
from playwright.sync_api import sync_playwright

from killable import BROWSER
from mentorkit.demo.building import build_workspace
from mentorkit.models import Member, Mentorship, Person, Program
from mentorkit.store import Store
from mentorkit.workspace import Workspace, open_workspace
from postgresql_server import Server, empty_tables, pass_for_empty


TODAY = dt.date(2026, 9, 1)

# How long an example takes is the machine's business, not the product's.
hypothesis.settings.register_profile("mentorkit", deadline=None)
hypothesis.settings.load_profile("mentorkit")


@pytest.fixture(scope="session")
def data_home(tmp_path_factory):
    """The folder of a user's own data, in the tests' place."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch, data_home):
    """Keep the machine's own settings out of the tests."""
    monkeypatch.setenv("XDG_DATA_HOME", str(data_home))
    for name in ("USER", "WORKSPACE", "LANGUAGE"):
        monkeypatch.delenv(f"MENTORKIT_{name}", raising=False)
    monkeypatch.delenv("JUPYTERHUB_USER", raising=False)


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


WEIGHTS = {"slow": 10.0, "browser": 3.0}
"""About how many seconds a test with such a mark takes; others take less than one."""


def pytest_collection_modifyitems(config, items):
    """Begin with the longest files where several processes share them.

    What is begun last keeps one process busy while the others have nothing to do.
    """
    if not hasattr(config, "workerinput"):
        return
    weights = Counter()
    for item in items:
        marks = [
            weight for name, weight in WEIGHTS.items() if item.get_closest_marker(name)
        ]
        weights[item.path] += max(marks, default=0.4)
    items.sort(key=lambda item: -weights[item.path])


ON_BOTH = ("store", "frames", "workspace", "mapping", "harbor")
"""Folders whose tests run on a file and on a server."""


def pytest_generate_tests(metafunc):
    """Run what is about records on both kinds of database."""
    if "database" in metafunc.fixturenames:
        marked = metafunc.definition.get_closest_marker
        both = metafunc.definition.path.parent.name in ON_BOTH and not marked("file")
        kinds = ["sqlite", "postgresql"] if both else ["sqlite"]
        kinds = ["postgresql"] if marked("server") else kinds
        metafunc.parametrize("database", kinds, indirect=True)


@pytest.fixture
def database(request, tmp_path):
    """Where an empty database may be laid out: a file, or a URL."""
    if request.param == "sqlite":
        yield tmp_path / "mentorkit.db"
        return
    server = request.getfixturevalue("server")
    name = server.new_laid_out()
    pass_for_empty(request.getfixturevalue("monkeypatch"), server.url(name))
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def fresh(database, clock):
    """Return a function that gives an empty store, as often as it is called."""
    on_server = isinstance(database, str)
    made = [Store.create(database, now=clock)]

    def empty():
        if on_server:
            empty_tables(database)
            return made[0]
        made.append(Store.create(database.with_name(f"{len(made)}.db"), now=clock))
        return made[-1]

    yield empty
    for store in made:
        store.close()


@pytest.fixture(scope="session")
def server():
    """A PostgreSQL server of the tests' own, on loopback."""
    programs = Server.programs()
    if programs is None:
        reason = "No PostgreSQL here: 'apt-get install postgresql' brings it."
        if os.environ.get("MENTORKIT_REQUIRE_POSTGRESQL"):
            pytest.fail(reason)
        pytest.skip(reason)
    running = Server(programs)
    with pytest.MonkeyPatch.context() as patch:
        # A workspace's settings hold no password: libpq finds it here.
        patch.setenv("PGPASSWORD", running.password)
        yield running
    running.stop()


@pytest.fixture
def store(database, clock):
    """A store with one mentorship in it: Grace mentors Ada."""
    made = Store.create(database, now=clock)
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
def workspace(database, tmp_path):
    """A workspace of Grace's, in which she mentors Ada, on 1 September 2026."""
    ws = Workspace.create(
        tmp_path / "program",
        name="Grace Hopper",
        timezone="Europe/London",
        today=TODAY,
        database=database if isinstance(database, str) else None,
    )
    ws.begin(mentee="Ada Lovelace")
    yield ws
    ws.store.close()


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
