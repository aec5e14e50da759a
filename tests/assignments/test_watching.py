"""What somebody sees who waits for a collection."""

import datetime as dt
import io

from rich.console import Console

from mentorkit.assignments import watching
from mentorkit.assignments.remarks import Noted, Remark
from mentorkit.assignments.submission import HandIn


NOW = dt.datetime(2026, 10, 1, tzinfo=dt.UTC)


def watched(monkeypatch, patience):
    """Return what is on a terminal after two files of three, one of them broken."""
    monkeypatch.setattr(watching, "PATIENCE", patience)
    screen = io.StringIO()
    bar = watching.Bar(Console(file=screen, force_terminal=True, width=100))
    bar.read(HandIn("a.ipynb", "", NOW, "file"), 1, 3)
    broken = HandIn("b.ipynb", "", NOW, "file", noted=[Noted(Remark.BAD_JSON)])
    bar.read(broken, 2, 3)
    bar.end()
    return screen.getvalue()


def test_long_work_shows_how_far_it_is_and_what_waits_for_a_person(monkeypatch):
    shown = watched(monkeypatch, 0)

    assert "Reading files, 1 for a person" in shown
    assert "2/3" in shown


def test_short_work_shows_nothing(monkeypatch):
    assert watched(monkeypatch, 60) == ""
