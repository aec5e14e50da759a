"""Small review notebooks that do one thing each, quickly."""

from __future__ import annotations

import nbformat
import pytest


PARAMETERS = 'workspace = mentorship = period = audience = language = as_of = ""'


@pytest.fixture
def template(tmp_path):
    """Return a function that writes a review notebook with one cell of code."""

    def write(code):
        notebook = nbformat.v4.new_notebook(
            cells=[
                nbformat.v4.new_code_cell(
                    PARAMETERS, metadata={"tags": ["parameters"]}, id="parameters"
                ),
                nbformat.v4.new_code_cell(code, id="code"),
            ],
            metadata={
                "kernelspec": {
                    "name": "python3",
                    "display_name": "Python 3",
                    "language": "python",
                }
            },
        )
        path = tmp_path / "small.ipynb"
        nbformat.write(notebook, path)
        return str(path)

    return write


class Silence:
    """A watcher that only remembers."""

    def __init__(self):
        self.heard = []

    def begin(self, total):
        self.heard.append(total)

    def done(self, outcome):
        self.heard.append(outcome.handle)

    def stopping(self, running):
        self.heard.append(running)

    def end(self):
        self.heard.append("end")


@pytest.fixture
def silence():
    return Silence()
