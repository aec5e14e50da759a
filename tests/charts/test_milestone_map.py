"""The milestone map: its marks, its order, its words."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import pytest

from mentorkit.charts import TOKENS, milestone_map, told
from mentorkit.errors import MeasureError
from mentorkit.models import Milestone


@pytest.fixture
def chart(quarter):
    return milestone_map(quarter.milestones, quarter.goals, on=quarter.day)


def day_of(rows):
    return [row["day"] for row in rows]


def test_bars_run_from_the_start_to_the_day_it_was_done_or_the_review_day(chart, drawn):
    (bars,) = drawn(chart).rows("bar", cornerRadius=2)

    assert [(bar["from"], bar["to"], bar["colour"]) for bar in bars] == [
        ("2026-07-01", "2026-07-15", TOKENS["done"]),
        ("2026-07-15", "2026-08-11", TOKENS["done"]),
        ("2026-08-12", "2026-09-17", TOKENS["done"]),
        ("2026-09-14", "2026-09-28", TOKENS["on_track"]),
        ("2026-08-24", "2026-09-28", TOKENS["late"]),
    ]


def test_what_has_not_begun_is_a_dashed_outline_over_its_plan(chart, drawn):
    (outlines,) = drawn(chart).rows("bar", strokeDash=[3, 2])

    assert [(row["from"], row["to"]) for row in outlines] == [
        ("2026-10-01", "2026-10-16")
    ]


def test_each_due_date_has_a_tick_and_what_was_missed_a_cross_instead(chart, drawn):
    found = drawn(chart)

    (due,) = found.rows("tick", thickness=2)
    (crosses,) = found.rows("point", size=90)
    assert len(due) == 7
    assert day_of(crosses) == ["2026-08-20"]
    assert "2026-08-20" not in day_of(due)


def test_a_moved_milestone_keeps_a_hollow_tick_at_the_date_first_agreed(chart, drawn):
    (hollow,) = drawn(chart).rows("tick", thickness=4)

    assert day_of(hollow) == ["2026-09-04"]


def test_the_review_day_is_a_dotted_rule_with_its_name(chart, drawn):
    found = drawn(chart)

    assert [day_of(rows) for rows in found.rows("rule", strokeDash=[1, 4])] == [
        ["2026-09-28"]
    ]
    assert "review day" in found.texts


def test_without_a_review_day_the_rule_is_today(quarter, drawn):
    found = drawn(milestone_map(quarter.milestones, quarter.goals))

    assert "today" in found.texts
    assert "review day" not in found.texts


def test_every_state_stands_there_as_a_word(chart, drawn):
    texts = drawn(chart).texts

    words = ["Done", "On track", "Late", "Planned", "Missed", "Dropped"]
    assert [texts.count(word) for word in words] == [3, 1, 1, 1, 1, 1]


def test_milestones_of_several_goals_stand_under_their_goals(chart, drawn):
    (headings,) = drawn(chart).rows("text", fontWeight=600, color=TOKENS["muted"])

    assert [row["words"] for row in headings] == [
        "Lead the customer-data migration",
        "Present at the regional meetup",
    ]


def test_one_goal_alone_needs_no_heading(quarter, drawn):
    of_one = quarter.milestones.query("goal_id == 'g-1'")

    found = drawn(milestone_map(of_one, quarter.goals, on=quarter.day))

    assert "Lead the customer-data migration" not in found.texts


def test_on_a_narrow_sheet_titles_stand_above_their_bars(quarter, drawn):
    wide, narrow = (
        drawn(milestone_map(quarter.milestones, on=quarter.day, width=width))
        for width in (860, 330)
    )

    for found, apart in ((wide, 0), (narrow, 18)):
        (titles,) = found.rows("text", color=TOKENS["ink"])
        (due,) = found.rows("tick", thickness=2)
        assert due[0]["y"] - titles[0]["y"] == apart


def test_a_long_title_ends_in_an_ellipsis(quarter, drawn):
    title = "Agree with everybody on who owns every single one of the source tables"
    milestones = quarter.milestones.assign(title=title)

    for width in (860, 330):
        texts = drawn(milestone_map(milestones, on=quarter.day, width=width)).texts

        assert title not in texts
        assert any(text.startswith("Agree") and text.endswith("…") for text in texts)


def test_the_sentence_counts_the_states_and_names_what_is_late(chart):
    assert told(chart).description == (
        "On 28 September 2026: 8 milestones, 3 done, 1 on track, 1 late, 1 missed,"
        " 1 planned, 1 dropped. “Talk outline agreed” (17 days late)."
    )


def test_the_sentence_names_the_three_latest_and_counts_the_rest(quarter):
    late = quarter.milestones.assign(
        status="in_progress",
        done_on=pd.NaT,
        due_on=pd.to_datetime([f"2026-09-{day}" for day in range(20, 28)]),
    )

    words = told(milestone_map(late, on=quarter.day))

    assert words.description.endswith(
        "“Map source tables” (8 days late), “Dry run on a copy” (7 days late),"
        " “Move 30 tables” (6 days late), 5 more."
    )


def test_the_table_holds_every_milestone_with_its_days(chart):
    words = told(chart)

    assert words.columns == (
        "Milestone", "Goal", "Start", "Due", "First agreed", "Done on", "State",
    )  # fmt: skip
    assert words.rows[2] == (
        "Move 30 tables",
        "Lead the customer-data migration",
        "12 Aug 2026",
        "18 Sep 2026",
        "4 Sep 2026",
        "17 Sep 2026",
        "Done",
    )
    assert [row[-1] for row in words.rows[3:]] == [
        "On track", "Planned", "Missed (39 days late)", "Dropped", "Late (17 days late)",
    ]  # fmt: skip


def test_the_caption_explains_only_the_marks_that_are_there(quarter):
    planned = quarter.milestones.query("status == 'planned'")

    assert told(milestone_map(planned, on=quarter.day)).caption == (
        "Thin line: the plan. Upright tick: due date. Dashed: not begun."
    )


def test_titles_that_may_not_be_seen_are_not_made_up(quarter, drawn):
    hidden = quarter.milestones.assign(title=pd.Series([None] * 8, dtype="str"))

    found = drawn(milestone_map(hidden, on=quarter.day))

    assert found.texts.count("Title not shared") == 8


def test_work_without_a_start_is_a_dot_on_its_day(quarter, drawn):
    one = quarter.milestones.iloc[:1].assign(starts_on=pd.NaT)

    chart = milestone_map(one, on=quarter.day)

    (dots,) = drawn(chart).rows("point", size=64)
    assert day_of(dots) == ["2026-07-15"]
    assert "Dot: work of one day, or ahead of its plan." in told(chart).caption


def test_work_ahead_of_its_plan_is_tied_to_it(quarter, drawn):
    early = quarter.milestones.iloc[4:5].assign(status="in_progress")

    found = drawn(milestone_map(early, on=quarter.day))

    plans = found.rows("rule", color=TOKENS["muted"])[-1]
    assert (plans[0]["from"], plans[0]["to"]) == ("2026-09-28", "2026-10-16")
    assert found.rows("bar", cornerRadius=2) == []


@pytest.mark.parametrize("width", [860, 330])
def test_milestones_without_any_date_keep_their_line(frame, drawn, width):
    bare = frame(Milestone, {"goal_id": "g-1", "title": "Someday"})

    found = drawn(milestone_map(bare, on="2026-09-28", width=width))

    assert {"Someday", "Planned"} <= set(found.texts)
    assert found.rows("tick") == []


@pytest.mark.parametrize("width", [860, 330])
def test_forty_milestones_fit_and_stay_apart(frame, drawn, width):
    days = pd.date_range("2026-01-05", periods=40, freq="7D")
    milestones = frame(
        Milestone,
        *[
            {"milestone_id": f"m-{place}", "goal_id": "g-1", "position": place,
             "title": f"Step {place}", "starts_on": day.date(),
             "due_on": (day + pd.Timedelta(days=14)).date()}
            for place, day in enumerate(days)
        ],
    )  # fmt: skip

    found = drawn(milestone_map(milestones, on="2026-06-01", width=width))

    (titles,) = found.rows("text", color=TOKENS["ink"])
    places = [row["y"] for row in titles]
    assert len(found.svg) < 60_000
    assert [row["words"] for row in titles] == [f"Step {place}" for place in range(40)]
    assert min(b - a for a, b in pairwise(places)) >= 28
    assert max(places) < found.spec["height"]


def test_a_day_that_is_none_is_refused(quarter):
    with pytest.raises(MeasureError, match="'whenever' is not a day"):
        milestone_map(quarter.milestones, on="whenever")
