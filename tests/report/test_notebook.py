"""What notebooks show: blocks and charts, drawn at once or after the run."""

from __future__ import annotations

import copy
import re
import subprocess
import sys

import altair as alt
import nbformat
import pytest
from tests.report.booklets import executed
from tests.report.test_page import read

from mentorkit import charts, report
from mentorkit.errors import ReviewError
from mentorkit.report.block import MIME


def bundle(shown):
    return shown._repr_mimebundle_()


def test_a_block_shows_itself_in_three_forms(rich):
    shown = bundle(report.milestones(rich))

    assert set(shown) == {MIME, "text/html", "text/plain"}
    assert shown["text/plain"].startswith("Milestones\n5 of 8 milestones done")
    assert shown["text/html"].count('role="img"') == 1


def test_a_blocks_html_is_well_formed_and_without_script(rich_notebook):
    for cell in rich_notebook.cells[:-1]:
        found = read(cell.outputs[0].data["text/html"])

        assert (found.open, found.wrong) == ([], [])
        assert "script" not in found.tags


def test_styles_reach_nothing_but_blocks(rich):
    html = bundle(report.goals(rich))["text/html"]
    style = html[html.index("<style>") + 7 : html.index("</style>")]
    rules = [rule.rpartition("{")[0] for rule in style.split("}") if "{" in rule]

    loose = [
        selector
        for rule in rules
        for selector in rule.rpartition("{")[2].split(",.")
        if selector and ":is(#mk" not in selector and ".mk" not in selector
    ]

    assert [selector for selector in loose if selector[0] not in "@mv"] == []


def test_drawing_can_be_put_off_and_gives_the_same(rich, rich_notebook, monkeypatch):
    monkeypatch.setenv("MENTORKIT_DEFER_SVG", "1")
    notebook = executed(rich)
    waiting = [c for c in notebook.cells if "text/html" not in c.outputs[0].data]

    report.finish(notebook)

    assert len(waiting) == 4  # three with charts, and the facts
    assert outputs(notebook) == outputs(rich_notebook)


def outputs(notebook):
    return [cell.outputs for cell in notebook.cells]


def test_finishing_twice_changes_nothing(rich_notebook):
    notebook = copy.deepcopy(rich_notebook)

    report.finish(notebook)

    assert notebook == rich_notebook


def test_a_block_survives_the_notebook_file(rich, tmp_path):
    nbformat.write(executed(rich, ("milestones",)), tmp_path / "a.ipynb")

    notebook = nbformat.read(tmp_path / "a.ipynb", as_version=4)
    content = notebook.cells[0].outputs[0].data[MIME]

    block = report.Block.from_content(content)
    assert block.content() == report.milestones(rich).content()


def test_a_block_for_an_unknown_audience_cannot_be_made():
    with pytest.raises(ReviewError, match="no audience 'world'"):
        report.Block(
            id="a", title="", kind="section", audience="world", language="en", html=""
        )


def test_a_chart_is_shown_as_a_figure_with_its_table(rich):
    chart = charts.milestone_map(rich.milestones, rich.goals, on=rich.day)

    shown = bundle(report.show(chart))

    html = shown["text/html"]
    assert shown["text/plain"] == chart.description
    assert "<figcaption>" in html
    assert "<details><summary>Show as a table</summary>" in html
    assert html.count("<caption>") == 1


def test_a_charts_words_stay_apart_where_a_notebook_takes_its_drawing_away(rich):
    chart = charts.milestone_map(rich.milestones, rich.goals, on=rich.day)

    html = bundle(report.show(chart))["text/html"]

    words = re.sub("<[^>]+>", "", html.partition("</style>")[2])
    labels = re.findall(r"<text[^>]*>([^<]+)</text>", html)
    assert len(labels) > 10
    assert set(labels) <= {*words.splitlines()}
    assert chart.description in words.splitlines()


def test_any_chart_can_be_shown():
    rows = alt.InlineData(values=[{"a": 1, "b": 2}])
    chart = alt.Chart(rows, title="My own").mark_bar().encode(x="a:Q", y="b:Q")

    html = bundle(report.show(chart))["text/html"]

    assert ">My own</title>" in html
    assert "<details>" not in html


def test_a_kernel_that_shows_blocks_loads_neither_exporter_nor_renderer():
    code = (
        "import sys; from mentorkit import report; report.heading; report.goals;"
        "sys.exit(any(name in sys.modules for name in ('nbconvert', 'vl_convert')))"
    )

    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)

    assert done.returncode == 0
