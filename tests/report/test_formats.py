"""The formats of a review: the same words in each, and nothing of anybody else's."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import mistune
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook, new_output
from pypdf import PdfReader
from tests.report import stories
from tests.report.booklets import KINDS, cell, executed
from tests.report.conftest import OTHERS
from tests.report.formatted import Text, bare, csv_files, pdf_text, with_text, words_of
from tests.unpacked import unpacked

import mentorkit as mk
from mentorkit import report
from mentorkit.errors import ReviewError
from mentorkit.models.cells import disarmed
from mentorkit.report.block import DEFER, MIME, Block
from mentorkit.report.formats import FORMATS, chosen, made
from mentorkit.report.formats.exporters import PdfExporter, TextExporter
from mentorkit.report.markup import inert, prose


ODD = (
    '#read("/etc/passwd")',
    '#import "x.typ": *',
    "$ x^2 $ and 5 * 3 * 2, a_b_c",
    "\\ @nobody <label> `code` ~x~ = + - 1) 2.",
    "| a | b |",
    "https://example.org/ [x](javascript:alert(1)) ![p](https://evil.example/p)",
)
"""Texts that mean something in Typst, in Markdown or in HTML."""


@pytest.fixture(scope="module")
def rich_formats(rich_notebook):
    return {name: made(name, rich_notebook) for name in FORMATS}


@pytest.mark.parametrize("name", ["txt", "md", "mail", "pdf"])
def test_each_format_says_what_the_page_says_in_its_order(rich_formats, name):
    told = bare(words_of(name, rich_formats[name]))
    expected = [
        "Quarterly mentoring review",
        "two of four goals",
        "50 is as expected; 2 of 4 goals reached",
        "Lead the customer-data migration",
        "Move the migration in three waves.",
        "The dry run took twice the planned time.",
        "Thirty tables moved, and nobody had to stay late for it.",
        "I used to wait until I was stuck for days.",
        "write the ending first",
        "Introduce Amina to the meetup organizer",
        "Choose a leadership goal",
        "How to read this",
        "Days are told in the time zone Europe/Berlin.",
    ]
    places = [told.find(bare(words)) for words in expected]

    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["txt", "md", "mail"])
def test_a_chart_is_told_by_what_it_says(rich_formats, name):
    told = bare(words_of(name, rich_formats[name]))

    assert bare("Daniel Reyes went from 3.1 to 4.5 of 5") in told


def test_a_format_that_is_made_again_is_the_same(rich_notebook, rich_formats):
    again = {name: made(name, rich_notebook) for name in FORMATS}

    assert again == rich_formats


def test_every_kind_of_review_has_every_format(monkeypatch):
    monkeypatch.setenv(DEFER, "1")
    notebooks = {
        name: executed(told(), KINDS[kind]) for name, (told, kind) in OTHERS.items()
    }
    stated = {
        "empty": stories.snapshot(),
        "crowded": stories.crowded(),
        "group": stories.group(),
    }
    notebooks |= {name: executed(told) for name, told in stated.items()}

    for name, notebook in notebooks.items():
        letter = made("mail", notebook).decode()
        told = Text(letter)
        assert len(letter.encode()) < 30_000, name
        assert not {"svg", "script", "style", "link", "img"} & set(told.tags)
        assert not {"src", "background", "class"} & {key for key, _ in told.attributes}
        assert "url(" not in letter
        assert made("txt", notebook).strip(), name
        assert csv_files(made("csv", notebook)), name
    for name in (
        "closure",
        "pilot",
        "milestone",
        "impact",
        "programs-single",
        "crowded",
    ):
        assert made("pdf", notebooks[name]).startswith(b"%PDF-"), name


@pytest.mark.parametrize(
    ("language", "heading"), [("ar", "الأهداف"), ("es", "Objetivos")]
)
def test_formats_speak_the_language_of_the_review(rich, language, heading):
    notebook = executed(replace(rich, language=language))
    sheet = made("pdf", notebook)

    assert PdfReader(io.BytesIO(sheet)).trailer["/Root"]["/Lang"] == language
    assert heading in unicodedata.normalize("NFKC", pdf_text(sheet))
    assert heading in made("txt", notebook).decode()
    mail = made("mail", notebook).decode()
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in mail


@pytest.mark.parametrize("text", ODD)
def test_what_people_typed_stays_text_in_every_format(text):
    notebook = with_text(text)
    for name in ("pdf", "md", "txt", "mail"):
        assert bare(text) in bare(words_of(name, made(name, notebook))), name
    rendered = Text(mistune.html(made("md", notebook).decode()))
    assert set(rendered.tags) <= {"h1", "h2", "p"}


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
def test_any_text_comes_through_markdown_and_mail(text):
    notebook = with_text(text)
    for name in ("md", "mail"):
        assert bare(inert(text)) in bare(words_of(name, made(name, notebook)))


@settings(max_examples=40)
@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_typed_markdown_says_the_same_in_markdown(text):
    shown = str(prose(text))
    block = Block("own", "Own", "section", "pair", "en", shown)
    written = made("md", new_notebook(cells=[cell(block)])).decode()

    before, after = Text(shown), Text(mistune.html(written))
    assert bare("".join(before.words)) in bare("".join(after.words))
    assert "script" not in after.tags


def test_cells_that_a_spreadsheet_would_run_are_disarmed(rich):
    goals = rich.goals.assign(title="=HYPERLINK(1)")
    files = csv_files(made("csv", executed(replace(rich, goals=goals))))

    assert files["goals.csv"].startswith("Goal,Progress,Measured,Status\r\n")
    assert disarmed("=HYPERLINK(1)") in files["goals.csv"]
    assert {"figures.csv", "goals.csv", "milestones.csv", "confidence.csv"} <= set(
        files
    )


def test_what_is_no_block_or_for_fewer_people_is_in_no_format():
    notebook = with_text("For everybody")
    hushed = "hushed0001x"
    block = notebook.cells[0].outputs[0].data[MIME]
    block["data"] = {"private": hushed}
    block["html"] += (
        f"<script>{hushed}</script><!-- {hushed} --><p title='{hushed}'></p>"
    )
    notebook.metadata["papermill"] = {"parameters": {"note": hushed}}
    notebook.cells += [
        new_code_cell(f"x = '{hushed}'", outputs=[new_output("stream", text=hushed)]),
        new_code_cell("", outputs=[new_output("display_data", {"text/html": hushed})]),
    ]

    for name in FORMATS:
        content = made(name, notebook)
        assert hushed not in unpacked(content), name
        with pytest.raises(ReviewError, match="was run for 'pair'"):
            made(name, notebook, "program")


def test_a_format_that_there_is_not_is_told():
    with pytest.raises(ReviewError, match="There is no format 'docx'"):
        chosen(["docx"])


def test_nbconvert_makes_the_formats(rich_notebook, rich_formats):
    sheet, said = PdfExporter().from_notebook_node(rich_notebook)
    text, _ = TextExporter().from_notebook_node(rich_notebook)

    assert sheet == rich_formats["pdf"]
    assert said["output_extension"] == ".pdf"
    assert text == rich_formats["txt"].decode()
    assert mk.report.pdf(rich_notebook) == sheet


def test_a_review_without_a_heading_has_its_formats_too():
    notebook = with_text("Alone")

    assert "Mentoring review" in pdf_text(report.pdf(notebook))
    assert report.text(notebook).startswith("Mentoring review\n=====")
