"""Goals over time: their lines, their scales, their words."""

from __future__ import annotations

import pandas as pd
import pytest

from mentorkit.charts import TOKENS, goal_progress, told
from mentorkit.models import Progress


@pytest.fixture
def chart(quarter):
    return goal_progress(quarter.goals, quarter.progress, on=quarter.day)


def lines(found):
    (rows,) = found.rows("line")
    return pd.DataFrame(rows).groupby("goal")


def test_a_line_begins_at_the_agreed_start_and_ends_at_the_review_day(chart, drawn):
    first = lines(drawn(chart)).get_group(0)

    assert list(first["day"]) == [
        "2026-07-01",
        "2026-07-20",
        "2026-09-05",
        "2026-09-25",
    ]


def test_all_lines_rise_toward_their_targets_also_where_numbers_fall(chart, drawn):
    found = drawn(chart)

    falling = lines(found).get_group(3)
    assert falling["y"].iloc[-1] < falling["y"].iloc[0] < falling["y"].iloc[1]
    ends = {row["words"]: row["y"] for row in found.rows("text", align="right")[0]}
    assert ends["10"] < ends["42"]


def test_equal_shares_stand_equally_high_in_every_row(chart, drawn):
    ends = [row["y"] for row in drawn(chart).rows("text", align="right")[0]]

    heights = {
        round(low - high, 6) for low, high in zip(ends[::2], ends[1::2], strict=True)
    }
    assert len(heights) == 1


def test_an_even_pace_leads_from_the_start_to_the_due_date(chart, drawn):
    found = drawn(chart)
    plans = found.rows("rule", color=TOKENS["muted"])[-1]

    ends = found.rows("text", align="right")[0]
    assert [(row["from"], row["to"]) for row in plans] == [
        ("2026-07-01", "2026-10-16")
    ] * 5
    assert (plans[0]["y"], plans[0]["y2"]) == (ends[0]["y"], ends[1]["y"])


def test_state_and_measure_stand_beside_each_goal_in_words(chart, drawn):
    texts = drawn(chart).texts

    assert {"On track", "Done", "At risk", "Not measured"} <= set(texts)
    assert {"34 of 40 tables", "2 of 2 tutorials", "0 of 1 talks"} <= set(texts)
    assert "18 minutes, from 42 to 10" in texts


def test_a_goal_without_numbers_is_drawn_by_its_levels(quarter, drawn, frame):
    levels = frame(
        Progress,
        {"goal_id": "g-5", "recorded_on": "2026-08-01", "level": -1},
        {"goal_id": "g-5", "recorded_on": "2026-09-01", "level": 0},
    )

    chart = goal_progress(quarter.goals.iloc[4:], levels, on=quarter.day)

    found = drawn(chart)
    assert [row["words"] for row in found.rows("text", align="right")[0]] == ["−1", "0"]
    assert list(lines(found).get_group(0)["day"]) == [
        "2026-07-01", "2026-08-01", "2026-09-01",
    ]  # fmt: skip
    assert told(chart).rows[0][1] == "As expected"


def test_what_lies_far_beyond_the_target_stays_in_its_row(quarter, drawn, frame):
    far = frame(
        Progress,
        {"goal_id": "g-2", "recorded_on": "2026-08-01", "value": 900},
        {"goal_id": "g-1", "recorded_on": "2026-08-01", "value": -900},
    )

    found = drawn(goal_progress(quarter.goals, far, on=quarter.day))

    first, second = (lines(found).get_group(row) for row in (0, 1))
    assert first["y"].max() < second["y"].min()
    assert "900 of 2 tutorials" in found.texts


def test_the_sentence_names_what_needs_a_look(chart):
    assert told(chart).description == (
        "On 28 September 2026: 5 goals, 1 done, 2 on track, 1 at risk, 1 not measured."
        " “Present at the regional meetup” (at risk: 0% of the way, 83% of the time gone)."
    )


def test_the_table_holds_every_goal(chart):
    words = told(chart)

    assert words.columns == (
        "Goal",
        "Measured",
        "Way gone",
        "Time gone",
        "Due",
        "State",
    )
    assert words.rows[3] == (
        "Get a build down to ten minutes",
        "18 minutes, from 42 to 10",
        "75%",
        "83%",
        "16 Oct 2026",
        "On track",
    )
    assert words.rows[4][1:3] == ("–", "–")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"baseline": 5}, "34 tables, from 5 to 40"),
        ({"target": None}, "34 tables"),
        ({"unit": None}, "34 of 40"),
        ({"target": 40.126, "unit": None}, "34 of 40.13"),
    ],
)
def test_what_was_measured_is_said_with_what_is_known(quarter, changes, says):
    goals = quarter.goals.iloc[:1].assign(**changes)

    words = told(goal_progress(goals, quarter.progress, on=quarter.day))

    assert words.rows[0][1] == says


def test_one_number_without_a_baseline_is_told_with_its_target(quarter):
    goals = quarter.goals.iloc[1:2].assign(baseline=None)

    words = told(goal_progress(goals, quarter.progress, on=quarter.day))

    assert words.rows[0][1] == "2 tutorials, toward 2"


def test_on_a_narrow_sheet_words_stand_above_the_line(quarter, drawn):
    found = drawn(
        goal_progress(quarter.goals, quarter.progress, on=quarter.day, width=330)
    )

    (titles,) = found.rows("text", color=TOKENS["ink"])
    assert titles[0]["y"] < lines(found).get_group(0)["y"].min()
    assert "34 of 40 tables" in found.texts


def test_long_numbers_have_room(quarter, drawn):
    goals = quarter.goals.iloc[:1].assign(target=1_234_567)

    for width in (860, 330):
        found = drawn(
            goal_progress(goals, quarter.progress, on=quarter.day, width=width)
        )

        assert "1,234,567" in found.texts
