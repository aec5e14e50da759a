"""What readers find in the formats of a review, and a notebook to try them on."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from html.parser import HTMLParser

import mistune
from markupsafe import escape
from nbformat.v4 import new_notebook
from pypdf import PdfReader
from tests.report.booklets import cell

from mentorkit.report.block import Block


class Text(HTMLParser):
    """The text of some HTML, and its tags."""

    def __init__(self, html):
        super().__init__()
        self.words, self.tags, self.attributes = [], [], []
        self.feed(html)

    def handle_data(self, data):
        self.words.append(data)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


def bare(text):
    """Return a text without blanks and without signs that are not seen."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u00ad\u200b-\u200f\u2060-\u2069]+", "", text)


def pdf_text(content):
    return "\n".join(
        page.extract_text() for page in PdfReader(io.BytesIO(content)).pages
    )


def words_of(name, content):
    """Return the words that a reader of a format finds in it."""
    if name == "pdf":
        return pdf_text(content)
    if name == "csv":
        return "\n".join(csv_files(content).values())
    if name == "md":
        content = mistune.html(content.decode()).encode()
    if name in ("md", "mail"):
        return "\n".join(Text(content.decode()).words)
    return content.decode()


def csv_files(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()
        }


def with_text(text):
    """Return a notebook that shows a text that somebody typed, in a paragraph."""
    html = f"<p class='lead'><bdi>{escape(text)}</bdi></p>"
    block = Block("own", "Own", "section", "pair", "en", html)
    return new_notebook(cells=[cell(block)])
