"""Whatever comes back, there is a line about it, and nothing is raised or run."""

import copy
import datetime as dt
import gzip
import io
import os
import time
import zipfile
from zoneinfo import ZoneInfo

import pytest

from handed_out import (
    ANSWERS,
    TEMPLATE,
    VALUES,
    as_bytes,
    cell_of,
    notebook,
    values_of,
    words_of,
)
from mentorkit.assignments.arriving import Arriving
from mentorkit.assignments.collecting import collect
from mentorkit.assignments.remarks import Weight
from mentorkit.assignments.submission import Arrival


NOW = dt.datetime(2026, 10, 16, 21, 0, tzinfo=dt.UTC)
GOOD = as_bytes(notebook())
HUGE_NUMBER = b"1" + b"0" * 1_000_000


def read(assignments, data, path="in/week-1--ada.ipynb"):
    held = data if isinstance(data, bytes) else as_bytes(data)
    return assignments.read(Arrival(path, held, NOW, "file"))


def zipped(*members):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def with_metadata(**ours):
    data = notebook()
    data["metadata"]["mentorkit"] |= ours
    return as_bytes(data)


def top(**values):
    return as_bytes(notebook() | values)


def with_cells(*cells):
    return as_bytes(notebook() | {"cells": list(cells)})


REFUSED = {
    "empty": (b"", "empty"),
    "blanks": (b" \n\t ", "empty"),
    "only NULs": (b"\0" * 400, "empty"),
    "NULs in it": (GOOD.replace(b"python3", b"py\0\0on3"), "bad-json"),
    "cut off": (GOOD[:-300], "bad-json"),
    "something behind it": (GOOD + b"}]", "bad-json"),
    "two in one": (GOOD + GOOD, "bad-json"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "bad-encoding"),
    "UTF-16 without mark": (GOOD.decode().encode("utf-16-le"), "bad-encoding"),
    "Latin-1": (
        as_bytes(notebook(answers={"week": "año"})).decode().encode("latin-1"),
        "bad-encoding",
    ),
    "a log-in page": (b"<!DOCTYPE html><title>Log in</title>", "web-page"),
    "an archive": (zipped(("a.ipynb", GOOD)), "archive"),
    "gzip": (gzip.compress(GOOD), "archive"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "not-a-notebook"),
    "plain text": ("I could not open it, sorry. Here is my answer: …".encode(), None),
    "a list": (b"[]", "not-a-notebook"),
    "null": (b"null", "not-a-notebook"),
    "a number": (b"1e999", "not-a-notebook"),
    "brackets": (b"[" * 100_000, "not-a-notebook"),
    "braces": (b'{"a":' * 100_000, "too-deep"),
    "deep metadata": (
        GOOD.replace(b'"python3"', b"[" * 50_000 + b"]" * 50_000),
        "too-deep",
    ),
    "format 3": (top(nbformat=3), "bad-format"),
    "format 5": (top(nbformat=5), "bad-format"),
    "format true": (top(nbformat=True), "bad-format"),
    "format as text": (top(nbformat="4"), "bad-format"),
    "no format": (b'{"cells": []}', "bad-format"),
    "no cells": (top(cells=[]), "no-cells"),
    "cells left out": (b'{"nbformat": 4}', "no-cells"),
    "cells as a dict": (top(cells={}), "no-cells"),
    "100,000 cells": (
        with_cells(*[{"cell_type": "markdown", "source": ""}] * 100_000),
        "too-many-cells",
    ),
    "cells emptied by the last of two keys": (
        GOOD[:-1] + b', "cells": []}',
        "no-cells",
    ),
    "a learner who is a path": (
        with_metadata(learner="../../etc/passwd"),
        "not-on-roster",
    ),
    "a learner who is nobody": (with_metadata(learner="zoe"), "not-on-roster"),
    "another assignment": (with_metadata(assignment="week-2"), "other-assignment"),
    "an older version": (with_metadata(version="0.9.0"), "other-template"),
    "another template": (with_metadata(template="goals"), "other-template"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_taken_is_refused_in_words(assignments, name):
    data, word = REFUSED[name]

    found = read(assignments, data)

    assert found.weight is Weight.REFUSED
    assert not found.answers
    (noted,) = [each for each in found.noted if each.weight is Weight.REFUSED]
    assert word is None or noted.remark.value == word
    assert noted.told("en").endswith((".", "?"))


def changed(cell_id, **values):
    data = notebook()
    cell_of(data, cell_id).update(values)
    return data


def without(*cell_ids):
    data = notebook()
    data["cells"] = [cell for cell in data["cells"] if cell["id"] not in cell_ids]
    return data


def stripped(*, ids, minor=5):
    data = notebook() | {"metadata": {}, "nbformat_minor": minor}
    for cell in data["cells"]:
        cell["metadata"] = {}
        if ids:
            del cell["id"]
    return data


def pasted(cell_id):
    """Return a notebook in which a cell was pasted once more, above it."""
    data = notebook()
    original = cell_of(data, cell_id)
    again = copy.deepcopy(original) | {"id": "3f2c"}
    del again["metadata"]["deletable"]
    data["cells"].insert(data["cells"].index(original), again)
    return data


def as_code(data):
    for prompt in TEMPLATE.prompts:
        cell_of(data, prompt.id).update(
            cell_type="code", outputs=[], execution_count=None
        )
    return data


def with_output(data, kind, value):
    output = {"output_type": "display_data", "data": {kind: value}, "metadata": {}}
    data["cells"].append(
        {
            "cell_type": "code",
            "id": "widget",
            "metadata": {},
            "source": "mk.form()",
            "execution_count": 1,
            "outputs": [output],
        }
    )
    return data


WIDGET = "application/vnd.mentorkit.answer.v1+json"

TAKEN = {
    "a mark before the text": (b"\xef\xbb\xbf" + GOOD, set()),
    "NaN": (GOOD.replace(b'"python3"', b"NaN"), set()),
    "a number of a million digits": (
        GOOD.replace(b'"python3"', HUGE_NUMBER),
        set(),
    ),
    "metadata of a cell null": (
        changed("title", metadata=None),
        {"text-elsewhere"},
    ),
    "the answer's marks a list": (
        changed("week", metadata={"mentorkit": []}),
        {"matched-by-cell-id:week"},
    ),
    "the prompt's id a dict": (
        changed("week", metadata={"mentorkit": {"prompt": {"week": 1}}}),
        {"matched-by-cell-id:week"},
    ),
    "a source that is a number": (changed("title", source=5), {"bad-cell:1"}),
    "a source of lists": (changed("title", source=[["a"]]), {"bad-cell:1"}),
    "a source of lines": (
        changed("week", source=ANSWERS["week"].splitlines(keepends=True)),
        set(),
    ),
    "ids lost, format 4.4": (
        {**notebook(), "nbformat_minor": 4},
        set(),
    ),
    "a ticket that was made up": (with_metadata(ticket="0" * 32), {"bad-ticket:ada"}),
    "a ticket of half signs": (
        with_metadata(ticket="?").replace(b'"ticket": "?"', b'"ticket": "\\ud83d"'),
        {"bad-ticket:ada"},
    ),
    "a question changed": (
        changed("week-question", source="What?"),
        {"prompt-altered:week"},
    ),
    "a question with other line ends": (
        changed("week-question", source="## Week  \r\n\r\nWhat happened?\r\n"),
        set(),
    ),
    "a question pasted again": (pasted("week-question"), {"prompt-duplicated:week"}),
    "its metadata null": (
        notebook() | {"metadata": None},
        {"metadata-lost", "learner-by-name:ada"},
    ),
    "its marks a list": (
        notebook() | {"metadata": {"mentorkit": ["week-1"]}},
        {"metadata-lost", "learner-by-name:ada"},
    ),
    "a question deleted": (without("week-question"), {"prompt-missing:week"}),
    "an answer pasted again": (pasted("week"), set()),
    "answers turned to code": (
        as_code(notebook()),
        {f"cell-type-changed:{prompt.id}" for prompt in TEMPLATE.prompts},
    ),
    "15 MB of output": (with_output(notebook(), "text/html", "<b>" * 5_000_000), set()),
    "metadata lost": (
        stripped(ids=False),
        {
            "metadata-lost",
            "learner-by-name:ada",
            "text-elsewhere",
            *(f"matched-by-cell-id:{prompt.id}" for prompt in TEMPLATE.prompts),
        },
    ),
    "metadata and ids lost": (
        stripped(ids=True, minor=4),
        {
            "metadata-lost",
            "learner-by-name:ada",
            "text-elsewhere",
            *(f"matched-by-position:{prompt.id}" for prompt in TEMPLATE.prompts),
        },
    ),
    "a widget that says nothing": (
        with_output(notebook(), WIDGET, {"prompt": 5}),
        set(),
    ),
    "a widget of another kind": (
        with_output(notebook(), WIDGET, {"prompt": "week", "value": {"a": [1]}}),
        set(),
    ),
    "a widget that is a list": (with_output(notebook(), WIDGET, [1, 2]), set()),
}


@pytest.mark.parametrize("name", TAKEN)
def test_what_is_odd_is_told_and_every_answer_is_kept(assignments, name):
    data, words = TAKEN[name]

    found = read(assignments, data)

    kept = {each for each in values_of(found) if each[0]}
    assert kept == VALUES, found.noted
    assert words_of(found) == words
    assert all(each.told("en") for each in found.noted)


@pytest.mark.parametrize("odd", [None, 1, "text", [1], [], {}, {"cell_type": 5}])
def test_a_cell_that_is_none_is_told_and_the_others_are_read(assignments, odd):
    data = notebook()
    data["cells"].insert(3, odd)

    found = read(assignments, data)

    assert values_of(found) == VALUES
    assert words_of(found) == {"bad-cell:4"}


def test_half_signs_and_nulls_are_replaced_where_no_database_keeps_them(assignments):
    data = as_bytes(notebook(answers={"week": "a HALF b"}))
    found = read(assignments, data.replace(b"HALF", b"\\ud83d\\u0000"))

    assert values_of(found) == {("week", 0, "text", "a \ufffd\ufffd b")}
    assert "bad-text:week" in words_of(found)


def test_an_answer_that_is_too_long_keeps_its_beginning_and_says_so(assignments):
    found = read(assignments, notebook(answers={"week": "word " * 400_000}))

    ((_, _, _, value),) = values_of(found)
    assert len(value) == 100_000
    assert words_of(found) == {"answer-truncated:week"}


def test_a_table_without_end_keeps_its_beginning(assignments):
    rows = "\n".join(f"| goal {n} | May |" for n in range(200_000))
    table = f"| Goal | Due |\n| --- | --- |\n{rows}"

    found = read(assignments, notebook(answers={"goals": table}))

    assert len(found.answers) == 2000
    assert words_of(found) == {"answer-truncated:goals"}


def test_an_answer_that_was_pasted_without_end_is_kept_some_times(assignments):
    data = notebook()
    original = cell_of(data, "week")
    for number in range(500):
        again = copy.deepcopy(original)
        data["cells"].append(again | {"id": f"n{number}", "source": f"Text {number}"})

    found = read(assignments, data)

    assert len(found.answers) == len(VALUES) + 19
    assert words_of(found) == {"answer-duplicated:week", "answer-truncated:week"}


@pytest.mark.parametrize(
    "bomb",
    [
        "|" * 1_000_000,
        "- [ ] " * 200_000,
        "- [" + " " * 1_000_000,
        " " * 1_000_000 + "x",
        "[" * 500_000,
        "| a " * 100_000 + "\n" + "| - " * 100_000,
        "-" * 1_000_000,
        "\n" * 500_000,
        "\\|" * 400_000,
    ],
    ids=range(9),
)
def test_what_is_made_to_take_for_ever_takes_no_time(assignments, bomb):
    begun = time.process_time()
    for prompt in ("mood", "goals", "until", "week"):
        read(assignments, notebook(answers={prompt: bomb}))

    assert time.process_time() - begun < 10


def test_texts_that_do_something_elsewhere_are_kept_as_they_are(assignments):
    for text in (
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script>",
        "\u202etxt.exe\u202c",
        "zero\u200bwidth",
        "sealed:1:m-1:abc",
        "{detail} %s {0.__class__}",
        "';DROP TABLE people;--",
    ):
        found = read(assignments, notebook(answers={"week": text}))
        assert values_of(found) == {("week", 0, "text", text)}


def lines(assignments, *sources):
    arriving = Arriving(sources, ["week-1"], ZoneInfo("UTC"))
    return {each.path: each for each in collect(arriving, assignments, {})}


def test_what_is_no_plain_file_is_refused(assignments, tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.ipynb").write_bytes(GOOD)
    (folder / "link.ipynb").symlink_to(folder / "good.ipynb")
    (folder / "zero.ipynb").symlink_to("/dev/zero")
    (folder / "gone.ipynb").symlink_to("nowhere")
    (folder / "dir.ipynb").mkdir()
    os.mkfifo(folder / "pipe.ipynb")
    os.mkfifo(folder / "pipe.zip")
    (folder / "large.ipynb").write_bytes(b" " * 20_000_001)
    (folder / "in\x1b[31m\n.ipynb").write_bytes(GOOD)
    (folder / "loop").symlink_to(folder)

    found = lines(assignments, folder)

    words = {path: words_of(each) - {"late"} for path, each in found.items()}
    for name in ("link.ipynb", "zero.ipynb", "gone.ipynb", "pipe.ipynb", "pipe.zip"):
        assert words[f"in/{name}"] == {"not-a-plain-file"}
    assert words["in/large.ipynb"] == {"too-large"}
    assert words["in/good.ipynb"] == {"renamed"}
    assert words["in/in\\x1b[31m\\n.ipynb"] == {"renamed"}
    assert len(words) == 8


def test_a_file_that_is_missing_stops_it_before_anything(assignments, tmp_path):
    with pytest.raises(Exception, match=r"There is no file or folder .*nowhere"):
        lines(assignments, tmp_path / "nowhere")


def test_what_lies_in_an_archive_is_read_and_never_unpacked(assignments, tmp_path):
    link = zipfile.ZipInfo("link.ipynb")
    link.external_attr = 0o120777 << 16
    inner = zipped(("deep/week-1--ben.ipynb", as_bytes(notebook("ben"))))
    nested = zipped(("b.zip", zipped(("c.zip", zipped(("d.zip", inner))))))
    (tmp_path / "all.zip").write_bytes(
        zipped(
            ("ok/week-1--ada.ipynb", GOOD),
            ("../slip.ipynb", GOOD),
            ("/etc/slip.ipynb", GOOD),
            ("C:/slip.ipynb", GOOD),
            ("..\\slip2.ipynb", GOOD),
            (link, "/etc/passwd"),
            ("inner.zip", inner),
            ("nested.zip", nested),
            ("broken.zip", b"PK\x03\x04 and no more"),
            ("bomb.ipynb", b" " * 30_000_000),
            ("__MACOSX/week-1--ada.ipynb", b"x"),
            ("notes.txt", b"hello"),
        )
    )
    (tmp_path / "torn.zip").write_bytes((tmp_path / "all.zip").read_bytes()[:-40])

    found = lines(assignments, tmp_path / "all.zip", tmp_path / "torn.zip")

    words = {path: words_of(each) for path, each in found.items()}
    assert values_of(found["all.zip/ok/week-1--ada.ipynb"]) == VALUES
    assert found["all.zip/inner.zip/deep/week-1--ben.ipynb"].learner == "ben"
    slips = [path for path in words if "slip" in path or "link" in path]
    assert len(slips) == 5
    assert all(words[path] == {"not-a-plain-file"} for path in slips)
    assert words["all.zip/bomb.ipynb"] == {"too-large"}
    assert words["all.zip/broken.zip"] == {"bad-archive"}
    assert words["all.zip/nested.zip/b.zip/c.zip"] == {"bad-archive"}
    assert words["torn.zip"] == {"bad-archive"}
    assert not list(tmp_path.glob("**/*slip*"))


def test_names_of_archives_are_read_in_utf_8_though_they_do_not_say_so(
    assignments, tmp_path
):
    held = zipped(("Zoë/week-1--ada.ipynb", GOOD))
    flagged = held.replace(b"\x00\x08\x00\x00", b"\x00\x00\x00\x00")
    (tmp_path / "a.zip").write_bytes(flagged)

    assert [*lines(assignments, tmp_path)] == [
        f"{tmp_path.name}/a.zip/Zoë/week-1--ada.ipynb"
    ]


def test_names_that_differ_only_in_their_accents_or_case_are_both_read(
    assignments, tmp_path
):
    for name in ("Zoe\u0308.ipynb", "Zo\u00eb.ipynb", "zo\u00eb.ipynb"):
        (tmp_path / name).write_bytes(GOOD)

    arriving = Arriving([tmp_path], ["week-1"], ZoneInfo("UTC"))
    assert len(list(collect(arriving, assignments, {}))) == 3


def test_nothing_in_a_file_runs_and_the_file_stays_as_it_is(assignments, tmp_path):
    trap = tmp_path / "trap"
    run = f"__import__('os').system('touch {trap}')"
    data = as_code(notebook(answers={"week": run, "mood": f"!touch {trap}"}))
    cell_of(data, "parameters")["source"] = run
    file = tmp_path / "week-1--ada.ipynb"
    file.write_bytes(as_bytes(data))
    before = (file.read_bytes(), file.stat())

    (found,) = lines(assignments, file).values()

    assert ("week", 0, "text", run) in values_of(found)
    assert not trap.exists()
    after = file.stat()
    assert file.read_bytes() == before[0]
    assert (after.st_mtime_ns, after.st_mode) == (
        before[1].st_mtime_ns,
        before[1].st_mode,
    )


def test_a_file_that_is_written_to_meanwhile_is_not_taken(
    assignments, tmp_path, monkeypatch
):
    file = tmp_path / "week-1--ada.ipynb"
    file.write_bytes(GOOD)
    real = os.fstat

    def earlier(handle):
        found = real(handle)
        with file.open("ab") as more:
            more.write(b" ")
        return found

    monkeypatch.setattr(os, "fstat", earlier)
    (found,) = lines(assignments, file).values()

    assert words_of(found) == {"changing"}
