"""``mentorkit import`` with a map: preview, refusal, leaving out, proposing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from mentorkit.cli import main


HARBOR = Path(__file__).parents[1] / "data" / "harbor"


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Return a function that runs a command in an empty workspace."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    runner.invoke(main, ["init", "mine", "--name", "Keeper"])

    def call(*words):
        said = [*map(str, words), "-w", "mine"]
        result = runner.invoke(main, said)
        assert "Traceback" not in result.output, result.output
        return result.exit_code, result.output

    return call


def test_a_preview_tells_counts_remarks_and_problems_and_ends_with_2(run):
    code, said = run("import", HARBOR, "--map", HARBOR / "map.toml", "--dry-run")

    assert code == 2
    assert "sessions: 69 added" in said
    assert "“about 3” was read as 3." in said
    assert "session log.csv, row 71, Date: Enter a day that exists" in said
    assert "--leave-out-problems" in said


def test_rows_left_out_are_listed_and_the_command_ends_with_1(run):
    words = ("import", HARBOR, "--map", HARBOR / "map.toml", "--leave-out-problems")
    code, said = run(*words)
    assert code == 1
    assert "Left out\n  goals.csv, row 18, Mentee" in said

    _, text = run(*words, "--json")
    done = json.loads(text)
    assert done["counts"]["sessions"] == {"added": 0, "changed": 0, "unchanged": 69}
    assert [problem["row"] for problem in done["problems"]] == [18, 20, 14, 71]


def test_with_a_problem_nothing_is_imported(run):
    code, said = run("import", HARBOR, "--map", HARBOR / "map.toml")
    assert code == 2
    assert "Nothing was imported: 4 problems." in said

    code, text = run("import", HARBOR, "--map", HARBOR / "map.toml", "--json")
    assert code == 2
    assert len(json.loads(text)["problems"]) == 4


def test_a_proposed_map_is_written_once_and_never_over_another(run, tmp_path):
    code, said = run("import", HARBOR / "signup.csv", "--propose")
    assert code == 0
    assert "import-map.toml" in said
    written = (tmp_path / "import-map.toml").read_text("utf-8")
    assert 'name = "Full name"' in written

    code, said = run("import", HARBOR / "pairs.csv", "--propose")
    assert code == 2
    assert "left as it was" in said
    assert (tmp_path / "import-map.toml").read_text("utf-8") == written


def test_leaving_out_goes_with_a_map_only(run):
    code, said = run("import", HARBOR, "--leave-out-problems")

    assert code == 2
    assert "goes with --map" in said


def test_words_of_a_file_are_never_taken_for_mark_up(run, tmp_path):
    (tmp_path / "s.csv").write_text("Name,Day\n[red]Ada[/red],[bold]\n", "utf-8")
    (tmp_path / "m.toml").write_text(
        'name = "x"\n[sources.s]\nfile = "s.csv"\n[[rows]]\ntable = "programs"\n'
        'source = "s"\ncolumns.handle = "Name"\ncolumns.name = "Name"\n'
        'columns.starts_on = "Day"\n',
        "utf-8",
    )

    code, said = run("import", "s.csv", "--map", "m.toml", "--dry-run")

    assert code == 2
    assert "(was '[bold]')" in said
