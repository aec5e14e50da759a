"""What holds for every chart: words, colours, widths, data, and nothing to show."""

from __future__ import annotations

import json
import re

import altair as alt
import pandas as pd
import pytest

from mentorkit import charts
from mentorkit.charts import TOKENS, Told, told
from mentorkit.errors import MeasureError
from mentorkit.measures import MILESTONE_STATES, PACE_STATES


PEOPLE = pd.DataFrame(
    {
        "score": [37.0, 50.0, 50.0, 61.0, 63.0],
        "call": [True, False, True, False, False],
        "name": "kept out of every chart",
    }
)

COUNTS = pd.DataFrame(
    {
        "prompt": ["kind", "kind", "sure", "sure", "few"],
        "question": ["What was it?", "What was it?", "Sure?", "Sure?", "And you?"],
        "label": ["A session that we had", "Something else", "1 no", "2 yes", "Yes"],
        "count": pd.array([9, 12, None, None, None], dtype="Int64"),
        "answered": pd.array([21, 21, 20, 20, None], dtype="Int64"),
        "name": "kept out of every chart",
    }
)

CHARTS = {
    "milestone_map": lambda q, **how: charts.milestone_map(
        q.milestones, q.goals, on=q.day, **how
    ),
    "goal_progress": lambda q, **how: charts.goal_progress(
        q.goals, q.progress, on=q.day, **how
    ),
    "confidence": lambda q, **how: charts.confidence(q.reflections, q.members, **how),
    "session_strip": lambda q, **how: charts.session_strip(
        q.sessions, timezone="Europe/Berlin", **how
    ),
    "spread": lambda q, **how: charts.spread(PEOPLE.iloc[: len(q.goals)], **how),
    "option_counts": lambda q, **how: charts.option_counts(
        COUNTS.iloc[: len(q.goals)], **how
    ),
}

EMPTY = {
    "milestone_map": "No milestones yet.",
    "goal_progress": "No goals yet.",
    "confidence": "No ratings yet.",
    "session_strip": "No sessions yet.",
    "spread": "Nobody has goals with levels yet.",
    "option_counts": "Nothing was answered by options yet.",
}

TABLES = ("goals", "milestones", "progress", "reflections", "sessions", "members")

each_chart = pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
each_width = pytest.mark.parametrize("width", [860, 330])


@pytest.fixture
def nothing(quarter):
    for table in TABLES:
        setattr(quarter, table, getattr(quarter, table).iloc[:0])
    return quarter


@each_chart
@each_width
def test_a_chart_is_as_wide_as_asked(quarter, drawn, make, width):
    found = drawn(make(quarter, width=width))

    assert re.search(r'<svg[^>]* width="(\d+)"', found.svg)[1] == str(width)


@each_chart
@each_width
def test_only_the_colours_of_the_house_are_used(quarter, drawn, make, width):
    found = drawn(make(quarter, width=width))

    in_spec = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", json.dumps(found.spec)))
    in_svg = set(re.findall(r'(?:fill|stroke)="([^"]+)"', found.svg))
    assert in_spec <= set(TOKENS.values())
    assert in_svg <= {*TOKENS.values(), "none", "transparent"}


@each_chart
@each_width
def test_it_renders_without_a_word_of_warning(quarter, drawn, capfd, make, width):
    svg = drawn(make(quarter, width=width)).svg

    assert svg.startswith("<svg")
    assert capfd.readouterr() == ("", "")


@each_chart
def test_nothing_but_what_is_drawn_is_in_it(quarter, drawn, make):
    found = drawn(make(quarter))

    columns = {column for _, rows in found.layers for row in rows for column in row}
    assert columns <= {
        "day",
        "from",
        "to",
        "x",
        "x2",
        "y",
        "y2",
        "words",
        "label",
        "goal",
        "colour",
    }
    assert "kept out" not in json.dumps(found.spec)


@each_chart
def test_the_background_is_left_to_the_page(quarter, drawn, make):
    assert drawn(make(quarter)).spec["config"]["background"] == "transparent"


@each_chart
def test_marks_stay_silent_because_the_chart_speaks_as_a_whole(quarter, drawn, make):
    assert "aria-label" not in drawn(make(quarter)).svg


@each_chart
def test_the_words_come_back_as_they_were_put_in(quarter, make):
    chart = make(quarter)

    words = told(chart)

    spec = chart.to_dict()
    meta = spec["usermeta"]["mentorkit"]
    assert words == Told(
        title=meta["title"],
        caption=meta["caption"],
        description=spec["description"],
        columns=tuple(meta["table"]["columns"]),
        rows=tuple(map(tuple, meta["table"]["rows"])),
    )
    assert all(words.columns)
    assert {len(row) for row in words.rows} == {len(words.columns)}
    assert all(isinstance(cell, str) and cell for row in words.rows for cell in row)


@each_chart
def test_the_same_frames_give_the_same_chart(quarter, make):
    assert make(quarter).to_json() == make(quarter).to_json()


@each_chart
def test_the_frames_given_stay_as_they_were(quarter, make):
    before = {table: getattr(quarter, table).copy() for table in TABLES}

    make(quarter)

    assert all(getattr(quarter, table).equals(before[table]) for table in TABLES)


@pytest.mark.parametrize("name", CHARTS)
@each_width
def test_with_no_rows_it_says_so(nothing, drawn, name, width):
    chart = CHARTS[name](nothing, width=width)

    assert told(chart).description == EMPTY[name]
    assert told(chart).rows == ()
    assert told(chart).caption == ""
    assert drawn(chart).texts == [EMPTY[name]]


@each_chart
@each_width
def test_one_row_is_enough(quarter, drawn, make, width):
    for table in TABLES:
        setattr(quarter, table, getattr(quarter, table).iloc[:1])

    found = make(quarter, width=width)

    assert len(told(found).rows) == 1
    assert drawn(found).texts


@each_chart
@each_width
def test_titles_in_any_script_and_with_marks_of_any_kind_stay_text(
    quarter, drawn, make, width
):
    title = "<script>x</script> & “データ” تعلّم 🎉"
    quarter.goals["title"] = title
    quarter.milestones["title"] = title
    quarter.members["name"] = title

    svg = drawn(make(quarter, width=width)).svg

    assert "<script" not in svg


def test_a_chart_of_somebody_else_has_no_words_of_ours():
    with pytest.raises(MeasureError, match="no words with it"):
        told(alt.Chart().mark_point())


def test_every_state_of_a_measure_has_a_word_and_a_colour():
    assert {*MILESTONE_STATES, *PACE_STATES} == set(charts.STATES)
    assert all(
        state.word() and state.token in TOKENS for state in charts.STATES.values()
    )
