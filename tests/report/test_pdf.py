"""PDFs, read as their readers' programs do: tags, metadata, fonts."""

from __future__ import annotations

import io
import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.report.formatted import bare, pdf_text, with_text

from mentorkit.errors import ReviewError
from mentorkit.report.block import MIME, Block
from mentorkit.report.formats import chosen, made


@pytest.fixture(scope="module")
def sheet(rich_notebook):
    return PdfReader(io.BytesIO(made("pdf", rich_notebook)))


def test_the_pdf_says_what_it_is_and_nothing_of_who_made_it(sheet):
    root, said = sheet.trailer["/Root"], sheet.xmp_metadata
    xmp = said.stream.get_data().decode()

    assert sheet.metadata.title == "Amina Okafor, 1 July to 30 September 2026"
    assert sheet.metadata.author is None
    assert set(sheet.metadata) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert sheet.metadata.creation_date.date().isoformat() == "2026-09-28"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert re.search(r"pdfuaid:part>1<", xmp)
    assert re.search(r"pdfaid:part>2<", xmp)
    assert re.search(r"pdfaid:conformance>A<", xmp)
    assert not re.search(r"/(tmp|home|root)", xmp)


def structure(node, found):
    """Gather the tags of a PDF's tree, with their alternative texts."""
    node = node.get_object()
    if "/S" in node:
        found.append((node["/S"], node.get("/Alt")))
    below = node.get("/K", [])
    for each in below if isinstance(below, list) else [below]:
        if hasattr(each.get_object(), "get"):
            structure(each, found)
    return found


def test_the_pdf_is_tagged_and_each_chart_is_told(sheet, rich_notebook):
    found = structure(sheet.trailer["/Root"]["/StructTreeRoot"], [])
    tags = [tag for tag, _ in found]
    told = {alt for tag, alt in found if tag == "/Figure"}
    figures = [
        figure
        for shown in rich_notebook.cells
        for figure in Block.from_content(shown.outputs[0].data[MIME]).figures
    ]

    assert told == {f"{figure.title}. {figure.description}" for figure in figures}
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 10
    assert {"/Table", "/TH", "/TD", "/L", "/LI", "/BlockQuote", "/P"} <= set(tags)


@settings(max_examples=15)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_any_text_is_set_or_its_letters_are_said_to_be_missing(text):
    try:
        content = made("pdf", with_text(text))
    except ReviewError as error:
        assert "no font of this computer has the letters of" in str(error)  # noqa: PT017
    else:
        assert content.startswith(b"%PDF-")


def test_signs_that_no_font_has_are_told_by_their_names():
    content = made("pdf", with_text("Well done \u0378 and on"))

    told = bare(pdf_text(content))
    assert bare("Well done") in told
    assert bare("[u+0378] and on") in told, "it is no letter yet, so in no font"


def test_a_pdf_without_its_package_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "typst", None)

    with pytest.raises(ReviewError, match=r"pip install 'mentorkit\[pdf\]'"):
        chosen(["pdf"])


def test_a_script_that_our_fonts_lack_is_set_in_a_font_made_for_it():
    try:
        content = made("pdf", with_text("अर्जुन देशमुख"))
    except ReviewError as error:
        assert "the letters of Devanagari" in str(error)  # noqa: PT017
        return
    page = PdfReader(io.BytesIO(content)).pages[0]
    used = {
        font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()
    }
    assert any("Devanagari" in name for name in used)
    assert not any("NewCM" in name for name in used), "it has the signs, no more"
