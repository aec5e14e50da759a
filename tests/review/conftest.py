"""Small review notebooks that do one thing each, quickly."""

from __future__ import annotations

import nbformat
import papermill
import pytest
from papermill.engines import papermill_engines

from mentorkit.review.engine import NAME, ForkEngine
from mentorkit.review.forking import shared
from mentorkit.review.worker import WARM


@pytest.fixture(scope="module")
def engine():
    """Papermill's name for the engine, with its warm parent running."""
    papermill_engines.register(NAME, ForkEngine)
    shared.warm(WARM)
    yield NAME
    shared.close()


@pytest.fixture
def executed(engine, tmp_path):
    """Return a function that runs a notebook where it stands, and returns it."""

    def run(path):
        output = tmp_path / "executed.ipynb"
        asked = {"cwd": str(path.parent), "engine_name": engine}
        papermill.execute_notebook(path, output, progress_bar=False, **asked)
        return nbformat.read(output, as_version=4)

    return run


SHOWS = """
from mentorkit.report import heading
import mentorkit as mk
ws = mk.open(workspace, audience=audience)
heading(ws.snapshot(mentorship, period, as_of=as_of))
"""

PARAMETERS = (
    'workspace = mentorship = period = audience = language = as_of = ""\nthreshold = 1'
)


def write_template(path, code):
    """Write a review notebook with one cell of code; return its path."""
    parameters = nbformat.v4.new_code_cell(
        PARAMETERS, metadata={"tags": ["parameters"]}, id="parameters"
    )
    notebook = nbformat.v4.new_notebook(
        cells=[parameters, nbformat.v4.new_code_cell(code, id="code")],
        metadata={
            "kernelspec": {
                "name": "python3",
                "display_name": "Python 3",
                "language": "python",
            }
        },
    )
    nbformat.write(notebook, path)
    return str(path)


@pytest.fixture
def template(tmp_path):
    """Return a function that writes a review notebook with one cell of code."""
    return lambda code: write_template(tmp_path / "small.ipynb", code)


class Silence:
    """A watcher that only remembers."""

    def __init__(self):
        self.heard = []

    def begin(self, planned, unchanged):
        self.heard.append((planned, unchanged))

    def done(self, outcome):
        self.heard.append(outcome.handle)

    def stopping(self, running):
        self.heard.append(running)

    def end(self):
        self.heard.append("end")


@pytest.fixture
def silence():
    return Silence()
