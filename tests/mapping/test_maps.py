"""What is wrong with a map itself is told in words, before any file is read."""

import re
import tomllib
from pathlib import Path

import pytest

import mentorkit as mk
from mentorkit.store.mapping.maps import Column


GOOD = """
name = "x"
[sources.s]
file = "s.csv"
[[rows]]
table = "people"
source = "s"
columns.name = "Name"
columns.handle = "Name"
"""


@pytest.fixture
def told(empty, tmp_path):
    """Return a function that imports with a map and gives the refusal."""
    (tmp_path / "s.csv").write_text("Name,Mail\nAda,ada@x.example\n", "utf-8")
    file = tmp_path / "map.toml"

    def call(text):
        file.write_text(text, "utf-8")
        with pytest.raises(mk.MentorkitError) as error:
            empty.import_files(tmp_path / "s.csv", file)
        return str(error.value)

    return call


@pytest.mark.parametrize(
    ("good", "bad", "words"),
    [
        ('name = "x"', "", "name: Field required"),
        ('name = "x"', "name = ", "cannot be read as TOML"),
        ('table = "people"', 'table = "peopel"', "Did you mean 'people'?"),
        ("columns.handle", "columns.handel", "Did you mean 'handle'?"),
        ('source = "s"', 'source = "z"', "There is no source “z”"),
        ('= "Name"', '= { haeding = "Name" }', "Did you mean 'heading'?"),
        ('= "Name"', '= { heading = "Name", pattern = "(" }', "“(” is not a pattern"),
        ('= "Name"', '= "Nmae"', "Did you mean “Name”?"),
        ('= "Name"', '= { value = "{me.id}" }', "nothing in it has that name"),
        ('= "Name"', '= { part = "due" }', "no such part"),
        ('= "Name"', '= { value = "x", find = "goals" }', "goals has no column “email”"),
        ('= "Name"', '= { value = "x", find = "gaols" }', "Did you mean 'goals'?"),
    ],
)  # fmt: skip
def test_a_wrong_map_is_told(told, good, bad, words):
    assert words in told(GOOD.replace(good, bad, 1))


def test_a_map_that_is_not_there_says_how_to_get_one(empty, tmp_path):
    with pytest.raises(mk.WorkspaceError, match="--propose"):
        empty.import_files(tmp_path, tmp_path / "none.toml")


def test_files_that_the_map_does_not_name_are_not_taken_for_others(
    empty, tmp_path, german_csv
):
    (tmp_path / "map.toml").write_text(GOOD, "utf-8")

    with pytest.raises(mk.WorkspaceError, match=r"none of the map's files: s\.csv"):
        empty.import_files(german_csv, tmp_path / "map.toml")


def test_addresses_that_differ_in_an_accent_are_two_people(empty, tmp_path):
    (tmp_path / "map.toml").write_text(GOOD + 'columns.email = "Mail"\n', "utf-8")
    (tmp_path / "s.csv").write_text(
        "Name,Mail\nAda,jose@x.example\nBea,josé@x.example\n", "utf-8"
    )

    done = empty.import_files(tmp_path / "s.csv", tmp_path / "map.toml")

    assert done.counts["people"]["added"] == 2


def test_the_page_about_maps_tells_of_every_setting_of_a_column():
    page = (Path(__file__).parents[2] / "docs" / "import.md").read_text("utf-8")
    told = {
        word
        for line in page.splitlines()
        if line.startswith("| `")
        for word in re.findall(r"`(\w+)`", line.split("|")[1])
    }

    assert {*Column.model_fields} - told - {"optional", "where"} == set()


def test_the_pieces_of_the_page_about_maps_are_toml():
    page = (Path(__file__).parents[2] / "docs" / "import.md").read_text("utf-8")
    pieces = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)

    assert all(tomllib.loads(piece) for piece in pieces)


def test_one_person_in_two_rows_is_one_and_the_first_row_is_kept(empty, tmp_path):
    (tmp_path / "map.toml").write_text(GOOD + 'columns.email = "Mail"\n', "utf-8")
    (tmp_path / "s.csv").write_text(
        "Name,Mail\nAda,ada@x.example\nAda L,ADA@x.example\n", "utf-8"
    )

    done = empty.import_files(tmp_path / "s.csv", tmp_path / "map.toml")

    assert done.counts == {"people": {"added": 1, "changed": 0, "unchanged": 0}}
    assert empty.people().set_index("handle").loc["ada", "name"] == "Ada"
    assert any("“Name” says otherwise than row 2" in r.message for r in done.remarks)
