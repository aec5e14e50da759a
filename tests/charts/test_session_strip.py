"""The strip of sessions: each is one mark on its local day."""

from __future__ import annotations

import pandas as pd
import pytest

from mentorkit.charts import TOKENS, session_strip, told
from mentorkit.errors import MeasureError


BERLIN = "Europe/Berlin"


@pytest.fixture
def chart(quarter):
    return session_strip(quarter.sessions, timezone=BERLIN)


def test_bars_are_as_high_as_the_minutes(chart, drawn):
    found = drawn(chart)

    (bars,) = found.rows("bar", color=TOKENS["accent"])
    heights = [row["y2"] - row["y"] for row in bars]
    assert [row["day"] for row in bars] == ["2026-07-01", "2026-07-08"]
    assert heights[1] == found.spec["height"]
    assert heights[0] / heights[1] == 0.75


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        pytest.param({"color": TOKENS["late"]}, "2026-07-22", id="cross: missed"),
        pytest.param({"color": TOKENS["muted"]}, "2026-07-16", id="ring: moved"),
        pytest.param({"filled": True}, "2026-07-29", id="dot: no minutes"),
        pytest.param({"shape": "square"}, "2026-08-12", id="square: planned"),
    ],
)
def test_what_is_no_bar_has_a_sign_of_its_own(chart, drawn, mark, day):
    (rows,) = drawn(chart).rows("point", **mark)

    assert [row["day"] for row in rows] == [day]


def test_a_planned_session_is_a_dashed_outline(chart, drawn):
    (rows,) = drawn(chart).rows("bar", strokeDash=[3, 2])

    assert [row["day"] for row in rows] == ["2026-08-05"]


@pytest.mark.parametrize(
    ("timezone", "row"),
    [
        (BERLIN, ("16 Jul 2026", "01:30", "–", "Moved")),
        ("UTC", ("15 Jul 2026", "23:30", "–", "Moved")),
        ("America/Lima", ("15 Jul 2026", "18:30", "–", "Moved")),
    ],
)
def test_a_session_stands_on_its_local_day(quarter, timezone, row):
    words = told(session_strip(quarter.sessions, timezone=timezone))

    assert words.columns == ("Day", "Time", "Minutes", "Status")
    assert words.rows[2] == row


def test_two_sessions_of_one_day_stand_on_each_other(quarter, drawn):
    same = quarter.sessions.iloc[:4].assign(starts_at=quarter.sessions["starts_at"][0])

    found = drawn(session_strip(same, timezone=BERLIN))

    (bars,) = found.rows("bar", color=TOKENS["accent"])
    signs = [rows[0]["y"] for rows in found.rows("point")]
    assert bars[0]["y2"] == found.spec["height"]
    assert bars[1]["y2"] == bars[0]["y"] > bars[1]["y"]
    assert all(0 <= sign < bars[1]["y"] for sign in signs)
    assert len({*signs}) == 2


def test_the_sentence_counts_what_became_of_them(chart):
    assert told(chart).description == (
        "7 sessions from 1 July 2026 to 12 August 2026: 3 held, 1 missed, 1 moved,"
        " 2 planned. Median length 52.5 minutes."
    )


def test_one_session_is_told_with_its_day(quarter):
    words = told(session_strip(quarter.sessions.iloc[3:4], timezone=BERLIN))

    assert words.description == "1 session on 22 July 2026: 1 missed."
    assert words.caption == "Cross: missed."


def test_the_caption_explains_every_mark_that_is_there(chart):
    assert told(chart).caption == (
        "Bar: minutes of a session held. Dot: held, minutes not noted. Cross: missed."
        " Ring: moved. Dashed: planned. Hollow square: planned, length open."
    )


def test_a_long_session_brings_a_longer_scale(quarter, drawn):
    long = quarter.sessions.assign(minutes=480)

    texts = drawn(session_strip(long, width=330)).texts

    assert {"0 min", "120 min", "480 min"} <= set(texts)


def test_an_unknown_zone_is_refused_in_words(quarter):
    with pytest.raises(MeasureError, match="no time zone 'Mars/Olympus'"):
        session_strip(quarter.sessions, timezone="Mars/Olympus")


def test_a_frame_without_its_columns_is_refused_in_words(quarter):
    with pytest.raises(MeasureError, match="sessions has no minutes"):
        session_strip(quarter.sessions.drop(columns="minutes"))


def test_more_days_than_can_be_told_apart_are_drawn_a_month_at_a_time(drawn):
    days = pd.date_range("2025-10-01 15:00", periods=200, freq="36h", tz="UTC")
    sessions = pd.DataFrame({"starts_at": days, "minutes": 30, "status": "held"})

    chart = session_strip(sessions)

    found = told(chart)
    assert len(found.rows) == 200
    assert found.caption.endswith("Each stands for all sessions of a month.")
    months = len({(day.year, day.month) for day in days})
    (bars,) = drawn(chart).rows("bar", color=TOKENS["accent"])
    assert len(bars) == months
