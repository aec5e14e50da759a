"""What the documents promise: commands, links and pictures that are there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import mentorkit as mk
from mentorkit.cli import main


ROOT = Path(__file__).parents[1]

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

HEAVY = ("pandas", "papermill", "sqlalchemy", "altair", "nbconvert", "ipywidgets")


def test_every_command_is_in_the_documents():
    words = "\n".join(page.read_text("utf-8") for page in PAGES)

    for name in main.commands:
        assert f"mentorkit {name}" in words, name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_is_there(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
        assert target.startswith("https:") or (page.parent / target).exists(), target


def test_every_public_name_can_be_had():
    for name in mk.__all__:
        assert getattr(mk, name) is not None
    assert set(mk.__all__) <= set(dir(mk))


@pytest.mark.parametrize("statement", ["import mentorkit", "import mentorkit.cli"])
def test_starting_brings_in_nothing_heavy(statement):
    code = f"import sys; {statement}; print([m for m in {HEAVY} if m in sys.modules])"

    found = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )

    assert found.stdout.strip() == "[]"
