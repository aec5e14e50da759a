"""Records: what they refuse, and in which words."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mentorkit as mk
from mentorkit.models import RECORDS, Period, record_of


def problems(**values):
    with pytest.raises(mk.InvalidRecord) as refused:
        mk.Goal(**{"mentorship_id": "ada-grace", "title": "Read one book", **values})
    return {problem.field: problem.message for problem in refused.value.problems}


def test_all_that_is_wrong_is_told_at_once_and_in_the_fields_order():
    found = problems(title=" ", baseline="a few", status="agred", importance=9)

    assert list(found) == ["title", "baseline", "importance", "status"]
    assert found["title"] == "Give the goal a title."
    assert found["importance"] == "Enter 3 or less."


def test_a_word_outside_the_vocabulary_is_answered_with_the_closest():
    assert "Did you mean 'agreed'?" in problems(status="agred")["status"]


def test_an_unknown_field_is_answered_with_the_closest():
    assert "Did you mean 'due_on'?" in problems(dew_on="2026-10-01")["dew_on"]


@pytest.mark.parametrize("day", ["soon", "2026-02-30", "30.9.2026"])
def test_a_day_that_does_not_exist_is_refused_with_an_example(day):
    assert "such as 2026-09-30" in problems(due_on=day)["due_on"]


def test_a_due_date_before_the_start_is_refused_in_words():
    found = problems(set_on="2026-09-01", due_on="2026-08-31")

    assert found == {
        "due_on": "The due date cannot be before 1 September 2026, the day the goal"
        " was set."
    }


def test_a_milestone_is_done_exactly_when_it_has_its_day():
    with pytest.raises(mk.InvalidRecord, match="which day it was done"):
        mk.Milestone(goal_id="g-1", title="Draft", status="done")
    with pytest.raises(mk.InvalidRecord, match="Only a milestone whose status is done"):
        mk.Milestone(goal_id="g-1", title="Draft", done_on="2026-09-01")


def test_a_decision_needs_its_reason():
    with pytest.raises(mk.InvalidRecord, match="what you will want to know next year"):
        mk.Decision(decision="Meet weekly", rationale="")


def test_a_session_needs_a_time_zone():
    with pytest.raises(mk.InvalidRecord, match="with its time zone"):
        mk.Session(mentorship_id="ada-grace", starts_at="2026-09-01T10:00")


def test_a_table_is_found_by_its_name_and_by_its_singular():
    assert record_of("goals") is record_of("goal") is mk.Goal
    with pytest.raises(mk.NotFound, match="Did you mean 'goals'"):
        record_of("gols")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_every_field_says_what_it_is(record):
    for field in record.fields():
        assert field.about.label, field.name
        assert not field.about.label.endswith("."), field.name


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_a_reference_is_named_after_what_it_refers_to_and_comes_later(record):
    tables = [other.table for other in RECORDS]
    for field in record.fields():
        if field.about.ref:
            assert tables.index(field.about.ref) <= tables.index(record.table)


@pytest.mark.parametrize(
    ("text", "start", "end", "name"),
    [
        ("2026Q3", "2026-07-01", "2026-09-30", "2026Q3"),
        ("2026q1", "2026-01-01", "2026-03-31", "2026Q1"),
        ("2028-02", "2028-02-01", "2028-02-29", "2028-02"),
        ("2026-07-01/2026-09-30", "2026-07-01", "2026-09-30", "2026Q3"),
        ("2026-07-05/2026-07-06", "2026-07-05", "2026-07-06", "2026-07-05/2026-07-06"),
    ],
)
def test_a_period_is_a_quarter_a_month_or_two_days(text, start, end, name):
    period = Period.parse(text)

    assert (str(period.start), str(period.end)) == (start, end)
    assert period.name == name


@pytest.mark.parametrize(
    "text", ["2026Q7", "2026", "", "Q3", "2026-13", "2026-09-30/2026-07-01", "a/b"]
)
def test_what_is_no_period_is_refused_with_examples(text):
    with pytest.raises(mk.InvalidPeriod, match="such as 2026Q3"):
        Period.parse(text)


@given(st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1)))
def test_a_periods_name_reads_back_as_the_period(day):
    quarter = Period.quarter_of(day)

    assert day in quarter
    assert Period.parse(quarter.name) == quarter
    assert Period.parse(Period(day, day).name) == Period(day, day)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.table)
def test_every_record_and_its_frame_are_reached_from_the_front(record):
    assert getattr(mk, record.__name__) is record
    assert callable(getattr(mk.Workspace, record.table))


def consent(**values):
    given = {"person_id": "ada", "scope": "publish", "granted": True}
    return mk.Consent(**{**given, "given_on": "2026-09-02", **values})


def test_a_consent_needs_its_answer():
    with pytest.raises(mk.InvalidRecord) as refused:
        mk.Consent(person_id="ada", scope="publish")

    assert [problem.field for problem in refused.value.problems] == ["granted"]


@pytest.mark.parametrize("name", ["withdrawn_on", "expires_on"])
def test_a_consent_does_not_end_before_it_was_given(name):
    with pytest.raises(mk.InvalidRecord, match="before 2 September 2026"):
        consent(**{name: "2026-09-01"})
    assert getattr(consent(**{name: "2026-09-02"}), name) == dt.date(2026, 9, 2)


def test_a_refusal_is_not_withdrawn_but_answered_anew():
    with pytest.raises(mk.InvalidRecord, match="add a new consent"):
        consent(granted=False, withdrawn_on="2026-09-03")


def test_a_charter_has_editions_from_the_first_on():
    clause = {"mentorship_id": "ada-grace", "section": "purpose", "text": "Grow"}

    assert mk.Charter(**clause).edition == 1
    with pytest.raises(mk.InvalidRecord, match="Enter 1 or more"):
        mk.Charter(**clause, edition=0)


def item(**values):
    given = {"handle": "pulse.time", "instrument": "pulse", "text": "Well used?"}
    return mk.Item(**{**given, "source": "The program", "licence": "MIT", **values})


def test_a_scale_has_both_ends_in_order():
    with pytest.raises(mk.InvalidRecord, match="both ends"):
        item(scale_min=1)
    with pytest.raises(mk.InvalidRecord, match="above the lowest"):
        item(scale_min=5, scale_max=1)
    assert item().steps == {}


@pytest.mark.parametrize(
    "anchors", ["Not yet", "1: Not yet\n7: Always", "1: Not yet\n1: Never", "2:"]
)
def test_the_words_of_a_scale_are_one_line_a_step(anchors):
    with pytest.raises(mk.InvalidRecord, match="one line a step"):
        item(scale_min=1, scale_max=5, anchors=anchors)


def test_a_scale_gives_its_words_by_step():
    told = item(scale_min=1, scale_max=5, anchors="1: Not at all\n5: Fully: all of it")

    assert told.steps == {1: "Not at all", 5: "Fully: all of it"}


@pytest.mark.parametrize("kind", ["demographic", "access_need"])
def test_who_somebody_is_and_what_they_need_is_theirs_alone(kind):
    assert mk.Profile(kind=kind, topic="x").visibility == "private"
    with pytest.raises(mk.InvalidRecord, match="for you alone"):
        mk.Profile(kind=kind, topic="x", visibility="program")
    assert mk.Profile(kind="interest", topic="x").visibility == "program"


def test_a_concern_is_raised_to_somebody():
    with pytest.raises(mk.InvalidRecord, match="nobody else will read it"):
        mk.Concern(text="Too little time")


def test_an_answer_is_a_number_or_words():
    with pytest.raises(mk.InvalidRecord, match="Choose a step"):
        mk.Response(assessment_id="as-1", item_id="it-1")
