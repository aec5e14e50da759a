"""The wheel: it carries what the checkout has, and finds it there."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """Where a freshly built wheel was unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_everything_that_the_package_reads_is_in_the_wheel(unpacked):
    source = ROOT / "src" / "mentorkit"
    shipped = [
        path
        for folder in (source, ROOT / "notebooks", ROOT / "templates")
        for path in folder.rglob("*")
        if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & {*path.parts}
    ]

    for path in shipped:
        inside = (
            path.relative_to(source)
            if path.is_relative_to(source)
            else "_shared" / path.relative_to(ROOT)
        )
        assert (unpacked / "mentorkit" / inside).is_file(), path
    assert len(shipped) > 100


def test_jupyter_finds_the_templates_where_it_looks_for_such(unpacked):
    (data,) = unpacked.glob("*.data/data")
    shared = data / "share" / "jupyter" / "notebook_templates" / "mentorkit"

    for name in ("reflection.ipynb", "es/reflection.ipynb", "ar/reflection.ipynb"):
        assert (shared / name).read_bytes() == (ROOT / "templates" / name).read_bytes()


def test_an_installed_wheel_lays_out_a_workspace(unpacked, tmp_path):
    code = "import sys; from mentorkit.cli import main; main(sys.argv[1:])"
    environment = os.environ | {"PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        [sys.executable, "-c", "import mentorkit; print(mentorkit.__file__)"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    subprocess.run(
        [sys.executable, "-c", code, "init", "mine"],
        env=environment,
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )

    assert told.startswith(str(unpacked))
    assert (tmp_path / "mine" / "notebooks" / "reviews" / "quarterly.ipynb").is_file()
    assert (tmp_path / "mine" / "templates" / "ar" / "reflection.ipynb").is_file()
