"""``mentorkit repair``: a line a notebook, mended copies, and 1 when one is beyond it."""

import json

import pytest
from click.testing import CliRunner

from handed_out import as_bytes, notebook
from mentorkit.cli import main
from stopping import stopping


PASTED = dict(stopping(notebook(), "week"))["answer pasted"]
GOOD = as_bytes(notebook())


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return a function that repairs, in a folder of what two learners handed in."""
    for learner, data in (("ada", GOOD), ("ben", PASTED)):
        place = tmp_path / "submitted" / learner / "week-1"
        place.mkdir(parents=True)
        (place / "week-1.ipynb").write_bytes(data)
    monkeypatch.chdir(tmp_path)

    def call(*words):
        result = CliRunner().invoke(main, ["repair", "--for-nbgrader", *words])
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.output

    return call


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_only_what_needed_it_is_copied_and_the_files_stay_as_they_are(run, tmp_path):
    before = files(tmp_path / "submitted")

    code, said = run("submitted", "--out", "mended")

    assert code == 0
    assert "✓ submitted/ada/week-1/week-1.ipynb\n" in said
    told = "“week” was pasted again; nbgrader's mark stayed with one cell."
    assert f"+ submitted/ben/week-1/week-1.ipynb  {told}\n" in said
    assert "2 notebooks; 1 with nothing to mend; 1 mended in mended." in said
    assert files(tmp_path / "submitted") == before
    mended = files(tmp_path / "mended")
    assert list(mended) == ["ben/week-1/week-1.ipynb"]
    assert run("submitted", "--out", "mended") == (code, said)
    assert files(tmp_path / "mended") == mended


def test_no_file_is_written_over_not_even_the_learners_own(run, tmp_path):
    before = files(tmp_path / "submitted")

    code, said = run("submitted", "--out", "submitted")

    assert code == 1
    assert "is there already and differs; it was left as it was." in said
    assert files(tmp_path / "submitted") == before


def test_the_same_as_data_and_1_when_one_cannot_be_mended(run, tmp_path):
    (tmp_path / "broken.ipynb").write_bytes(b"{")

    code, said = run("submitted/ben", "broken.ipynb", "--out", "mended", "--json")

    assert code == 1
    mended, broken = json.loads(said)["files"]
    assert mended["state"] == "mended"
    assert [each["mend"] for each in mended["mended"]] == ["pasted"]
    assert (tmp_path / mended["copy"]).is_file()
    assert (broken["state"], broken["copy"]) == ("refused", None)
    assert broken["why"] == "It is a notebook that is damaged or cut off."


def test_what_is_not_there_is_told_before_anything(run, tmp_path):
    code, said = run("submitted", "nowhere", "--out", "mended")

    assert (code, "There is no file or folder nowhere." in said) == (2, True)
    assert not (tmp_path / "mended").exists()


def test_it_asks_for_what_it_is_to_mend():
    result = CliRunner().invoke(main, ["repair", ".", "--out", "mended"])

    assert (result.exit_code, "--for-nbgrader" in result.output) == (2, True)
