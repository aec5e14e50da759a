"""Drawings: quiet, coloured by the page, and nothing but shapes and text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.test_page import read

from mentorkit.charts.theme import TOKENS
from mentorkit.errors import ReviewError
from mentorkit.report.svg import KEPT, SHAPES, picture


def spec(mark, values=None, **encoding):
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values or [{"a": 1, "b": 2, "secret": "HIDDEN"}]},
        "mark": mark,
        "encoding": {
            "x": {"field": "a", "type": "quantitative"},
            "y": {"field": "b", "type": "quantitative"},
        }
        | encoding,
    }


def test_a_drawing_is_an_image_with_a_name_and_a_description():
    svg = picture(spec("bar"), "Title <1>", "It says & more.")

    assert svg.count('role="img"') == 1
    assert ">Title &lt;1&gt;</title>" in svg
    assert ">It says &amp; more.</desc>" in svg
    named = re.search(r'aria-labelledby="(\S+) (\S+)"', svg)
    assert [f'id="{name}"' in svg for name in named.groups()] == [True, True]


def test_what_a_drawing_does_not_show_is_not_in_it():
    tip = {"field": "secret", "type": "nominal"}

    svg = picture(spec("bar", tooltip=tip, description=tip), "T", "D")

    assert "HIDDEN" not in svg
    assert "aria-roledescription" not in svg


@pytest.mark.parametrize("token", sorted(TOKENS))
def test_each_colour_of_the_charts_becomes_a_class(token):
    svg = picture(spec({"type": "bar", "color": TOKENS[token]}), "T", "D")

    same = [name for name, colour in TOKENS.items() if colour == TOKENS[token]]
    assert f'class="f-{same[0]}"' in svg


def test_only_shapes_and_known_attributes_are_kept():
    svg = picture(spec({"type": "image", "url": "https://evil.example/x"}), "T", "D")

    tags = set(read(svg).tags) - {"title", "desc"}
    attributes = set(re.findall(r' ([\w:-]+)="', svg))
    assert tags <= SHAPES
    assert "evil" not in svg
    assert attributes <= KEPT | {"viewBox", "role", "aria-labelledby", "class"}


@pytest.mark.parametrize("url", ["https://example.org/x.csv", "file:///etc/passwd"])
def test_a_chart_that_asks_for_data_from_elsewhere_is_refused(url):
    asking = spec("bar") | {"data": {"url": url}}

    with pytest.raises(ReviewError, match="data from elsewhere"):
        picture(asking, "T", "D")


def test_a_chart_that_makes_no_sense_is_refused_in_words():
    with pytest.raises(ReviewError, match="could not be drawn"):
        picture(spec("no such mark"), "T", "D")


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=30))
def test_whatever_is_typed_can_be_drawn_as_a_label(typed):
    label = {"field": "t", "type": "nominal"}
    mark = {"type": "text", "limit": 100}

    svg = picture(spec(mark, values=[{"t": typed, "a": 1}], text=label), typed, typed)

    assert read(svg).open == []


@pytest.mark.parametrize("typed", ["a\x07b", "\x00", "\ufffe", "\x1b[31m", "\ud800"])
def test_a_control_character_in_a_label_does_not_end_the_process(typed):
    label = {"field": "t", "type": "nominal"}
    mark = {"type": "text", "limit": 100}

    assert picture(spec(mark, values=[{"t": typed, "a": 1}], text=label), "T", "D")


def test_two_drawings_share_no_id():
    clipped = {"type": "bar", "clip": True}
    one = picture(spec(clipped), "T", "D")
    two = picture(spec(clipped, values=[{"a": 3, "b": 4}]), "T", "D")

    ids = [set(read(svg).ids) for svg in (one, two)]

    assert ids[0] & ids[1] == set()
    assert all(f"url(#{name})" not in two for name in ids[0])
    assert "clip-path" in one


def test_the_same_chart_is_drawn_the_same():
    assert picture(spec("line"), "T", "D") == picture(spec("line"), "T", "D")
