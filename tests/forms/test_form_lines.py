"""Texts made of lines: an agenda's points, and what people take on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorkit.forms.lines import BadLine, agenda_rows, agenda_text, read_rows, written
from mentorkit.models import Session
from mentorkit.models.agenda import read_point


TOPICS = st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
POINTS = st.builds(
    lambda minutes, topic: {"minutes": minutes, "topic": topic},
    st.integers(1, 600).map(str) | st.just(""),
    TOPICS.filter(lambda topic: read_point(topic) == (None, topic)),
)


@given(st.lists(POINTS, max_size=5))
def test_an_agenda_comes_back_as_it_was_typed(rows):
    assert agenda_rows(agenda_text(rows)) == rows
    assert read_rows("agenda", written(rows)) == rows


def test_an_agenda_in_prose_stays_what_it_was():
    assert agenda_text(agenda_rows("How it went\n\nWhat next?")) == (
        "How it went\nWhat next?"
    )


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"minutes": "ten", "topic": "Check in"}, "Line 1: minutes are a whole number"),
        ({"minutes": "1441", "topic": "Check in"}, "Line 1: minutes are a whole num"),
        ({"minutes": "10", "topic": ""}, "Line 1: say what the 10 minutes are for"),
    ],
)
def test_a_line_that_cannot_be_kept_is_named(row, told):
    with pytest.raises(BadLine) as refused:
        agenda_text([row])
    assert str(refused.value).startswith(told)


def test_an_agenda_is_shown_in_rows_and_kept_as_text(open_form, front_end, shelf):
    form = open_form(Session)
    opened = front_end.open(form)
    agenda = front_end.controls(opened)["agenda"]
    assert [column["label"] for column in agenda["columns"]] == [
        "Minutes",
        "What it is about",
    ]
    lines = written([{"minutes": "15", "topic": "Actions"}])
    answer = front_end.save(
        form, opened, {"starts_at": "2026-09-02T10:00", "agenda": lines}
    )
    assert answer["kind"] == "saved"
    assert shelf.rows[answer["id"]]["agenda"] == "15 min: Actions"
    assert answer["values"]["agenda"] == lines


def test_an_agenda_whose_minutes_are_none_is_told_beside_it(open_form, front_end):
    form = open_form(Session)
    opened = front_end.open(form)
    lines = written([{"minutes": "soon", "topic": "Actions"}])
    answer = front_end.save(
        form, opened, {"starts_at": "2026-09-02T10:00", "agenda": lines}
    )
    assert front_end.told(answer) == {
        "agenda": "Line 1: minutes are a whole number, such as 10."
    }


@pytest.mark.browser
def test_an_agenda_is_filled_in_by_keyboard_and_adds_up(open_form, show, shelf):
    page = show(open_form(Session))
    page.field("starts_at").fill("2026-09-02T10:00")
    page.field("minutes").fill("30")
    page.locator("[data-name=minutes]").first.focus()
    for point in ("10\tCheck in\n", "25\tActions\n", "\tOpen questions"):
        for key in point.replace("\t", "|Tab|").replace("\n", "|Enter|").split("|"):
            if key in ("Tab", "Enter"):
                page.keyboard.press(key)
            else:
                page.keyboard.type(key)
    assert page.locator(".mk-sum").inner_text() == (
        "35 minutes: 5 more than the session's 30"
    )
    assert page.violations() == []
    page.save()
    page.locator("text=Your session is kept").first.wait_for()
    (row,) = shelf.rows.values()
    assert row["agenda"] == "10 min: Check in\n25 min: Actions\nOpen questions"


@pytest.mark.browser
def test_a_line_that_is_taken_out_leaves_the_focus_on_its_neighbour(open_form, show):
    page = show(open_form(Session))
    page.locator("[data-name=topic]").first.fill("One")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("Two")
    page.get_by_role("button", name="Take out line 1").click()
    assert page.locator("[data-name=topic]").input_value() == "Two"
    assert page.evaluate("document.activeElement.dataset.name") == "minutes"


@pytest.mark.browser
def test_unsaved_lines_are_back_after_a_reload(open_form, show):
    page = show(open_form(Session))
    page.locator("[data-name=topic]").first.fill("Open questions")
    page.locator(".mk-form[data-draft=kept]").wait_for()
    page.visit()
    page.locator("text=Your unsaved text is back").first.wait_for()
    assert page.locator("[data-name=topic]").first.input_value() == "Open questions"
