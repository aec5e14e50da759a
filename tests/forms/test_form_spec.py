"""What a form is drawn from: its fields, their controls, their order."""

from __future__ import annotations

import pytest

from mentorkit.models import (
    Action,
    Charter,
    Consent,
    Goal,
    Milestone,
    Progress,
    Record,
    Reflection,
    Session,
)


FORMS = (Goal, Milestone, Session, Action, Reflection, Progress, Charter, Consent)


@pytest.mark.parametrize("record", FORMS, ids=lambda record: record.noun)
def test_a_form_shows_the_fields_that_its_record_shows(open_form, record, front_end):
    opened = front_end.open(open_form(record))

    shown = {field.name for field in record.fields() if field.about.form}
    assert set(front_end.controls(opened)) == shown
    assert set(opened["values"]) == shown


def test_a_required_reference_with_one_choice_has_it_chosen(open_form, front_end):
    assert front_end.open(open_form(Milestone))["values"]["goal_id"] == "g-one"


def test_an_optional_reference_with_one_choice_is_left_open(open_form, front_end):
    assert front_end.open(open_form(Action))["values"]["goal_id"] == ""


def test_an_optional_reference_without_choices_is_not_shown(open_form, front_end):
    opened = front_end.open(open_form(Action, options={"people": [("p-ada", "Ada")]}))

    assert "goal_id" not in front_end.controls(opened)


def test_a_required_reference_without_choices_says_so(open_form, front_end):
    opened = front_end.open(open_form(Milestone, options={}))

    assert "no goal to choose yet" in front_end.controls(opened)["goal_id"]["help"]


def test_a_short_scale_becomes_steps_with_words(open_form, front_end):
    level = front_end.controls(front_end.open(open_form(Progress)))["level"]

    steps = [(step["value"], step["label"], step["word"]) for step in level["options"]]
    assert level["control"] == "radios"
    assert steps[0] == ("", "–", "Not rated")
    assert steps[1] == ("-2", "−2", "Much less")
    assert steps[-1] == ("2", "+2", "Much more")


def test_only_groups_of_optional_texts_are_folded_away(open_form, front_end):
    groups = front_end.open(open_form(Goal))["spec"]["groups"]

    assert [g["legend"] for g in groups if g["folded"]] == ["Levels of attainment"]


def test_no_record_has_a_field_of_the_reasons_name():
    for record in Record.__subclasses__():
        assert "reason_for_change" not in record.model_fields
