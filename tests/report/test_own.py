"""Sections of one's own: whatever a team wants to see on its pages."""

from __future__ import annotations

import altair as alt
import pandas as pd
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from tests.report.stories import snapshot

import mentorkit as mk
from mentorkit import report
from mentorkit.report.block import MIME


KINDS = pd.DataFrame(
    {
        "kind": ["micro", "deep dive"],
        "n": [3, 4],
        "secret": ["of Ada", "of Bo"],
        "session_id": ["s-1", "s-2"],
    }
)


def bars(**said):
    return alt.Chart(KINDS, **said).mark_bar().encode(x="n:Q", y="kind:N")


@pytest.fixture
def told():
    chart = bars(description="Most sessions were deep dives.")
    words = "We met **often**. <script>alert(1)</script>"
    return report.section(
        snapshot(), "Kinds of sessions", words, KINDS[["kind"]], chart
    )


def test_words_frames_and_charts_of_ones_own_reach_the_page(told):
    output = new_output("display_data", {MIME: told.content()})
    page = report.page(new_notebook(cells=[new_code_cell(outputs=[output])]))

    assert '<h2 id="kinds-of-sessions' in page or "Kinds of sessions</h2>" in page
    assert "<strong>often</strong>" in page
    assert "<script" not in page
    assert "Most sessions were deep dives." in page
    assert 'class="f-accent"' in page, "drawn in the page's colours"
    assert "deep dive" in page


def test_a_chart_takes_along_only_the_columns_that_it_uses(told):
    content = str(told.content())

    assert "deep dive" in content
    assert "of Ada" not in content
    assert "s-1" not in content


def test_a_chart_of_ones_own_is_a_table_too(told):
    (figure,) = told.figures

    assert sorted(figure.columns) == ["kind", "n"]
    assert ["3", "micro"] in [sorted(row) for row in figure.rows]


def test_settings_of_ones_own_go_before_the_houses():
    chart = bars(description="Said.").configure_axis(grid=False, labelColor="#123456")
    (figure,) = report.section(snapshot(), "Kinds", chart).figures

    axis = figure.specs[0]["config"]["axis"]
    assert (axis["grid"], axis["labelColor"]) == (False, "#123456")
    assert axis["titleColor"] == "#565d66"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (bars(), "has no description.*description='...'"),
        (3, "is given a int. It takes texts, frames and charts"),
    ],
)
def test_what_nobody_could_read_is_refused_in_words(what, words):
    with pytest.raises(mk.ReviewError, match=words):
        report.section(snapshot(), "Kinds", what)


def test_a_section_of_nothing_says_so():
    assert report.section(snapshot(), "Kinds").kind == "empty"
