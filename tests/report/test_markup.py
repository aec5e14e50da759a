"""Typed text: readable, in its own direction, and never markup of its own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.test_page import KEPT, read

from mentorkit.report.markup import PROSE, cleaned, el, plain, prose, said


TYPED = st.text(alphabet=st.characters(), max_size=80)


@given(TYPED)
def test_a_short_text_is_one_element_whatever_is_typed(typed):
    html = said(typed)

    assert read(html).tags == ["bdi"]
    assert re.findall(KEPT, html) == []


@given(st.one_of(TYPED, st.text(alphabet="<>/&*_`[]()!#-\n ahref=\"'js:", max_size=80)))
def test_a_long_text_becomes_nothing_but_prose(typed):
    found = read(prose(typed))

    assert set(found.tags) <= PROSE | {"div"}
    assert found.wrong == []
    assert found.open == []
    assert all(
        link.startswith(("https:", "mailto:", "/", "#")) or ":" not in link
        for link in found.links
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**now** and *then*", "<strong>now</strong> and <em>then</em>"),
        ("# Heading", "<strong>Heading</strong>"),
        ("![a chart](https://evil.example/x.png)", ">a chart</p>"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("[x](javascript:alert(1))", ">x</a>"),
        ("[docs](https://example.org)", 'href="https://example.org"'),
        ("one\ntwo", "one<br>"),
        ("- a\n- b", '<ul dir="auto">'),
    ],
)
def test_typed_markdown_keeps_what_is_harmless(typed, shown):
    assert shown in prose(typed)


def test_a_paragraph_takes_the_direction_of_its_own_words():
    assert prose("שלום\n\nHello").count('<p dir="auto">') == 2


@given(TYPED)
def test_attributes_cannot_be_left(typed):
    found = read(el("td", "x", data_l=typed))

    assert found.tags == ["td"]
    assert found.wrong == []


def test_cleaning_keeps_blocks_and_nothing_else():
    html = '<p class="lead">a</p><script>b()</script><form>c</form>'

    assert cleaned(html) == '<p class="lead">a</p>c'


def test_plain_text_keeps_cells_and_lines_apart():
    html = "<table><tr><th>Goal</th><td>85%</td></tr><tr><th>B</th><td>1</td></tr>"

    assert plain(html) == "Goal · 85%\nB · 1"
