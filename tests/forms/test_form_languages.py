"""Forms in other languages: their words, days and numbers, and their direction."""

import re
from dataclasses import replace

import pytest

import mentorkit as mk
from mentorkit.forms.contract import Setup
from mentorkit.forms.spec import spec_of
from mentorkit.models import RECORDS, Action, Goal, Person, Program, Reflection, Session


BY_HAND = [record for record in RECORDS if not record.automatic]

ARABIC = re.compile(r"[\u0621-\u064a]")


def told(record):
    """Return everything that the forms of a record say, by where they say it."""
    options = {key: [("x-1", "س")] for key in ("people", "goals", "mentorships")}
    setup = Setup(record, save=None, options=options, language="ar", timezone="توقيت")
    for opened in (spec_of(setup), spec_of(replace(setup, row_id="x-1"))):
        yield "title", opened["title"]
        yield from opened["words"].items()
        for group in opened["groups"]:
            yield "legend", group["legend"]
            for field in group["fields"]:
                yield f"{field['name']}: label", field["label"]
                yield f"{field['name']}: help", field["help"]
                for option in field["options"]:
                    word = option.get("word") or option["label"]
                    yield f"{field['name']}: option", word


@pytest.mark.parametrize("record", BY_HAND, ids=lambda record: record.table)
def test_a_form_says_nothing_in_english(record):
    for where, words in told(record):
        bare = not words or words.isdecimal()
        assert bare or ARABIC.search(words), f"{where}: {words}"
        assert where != "title" or not re.search("[A-Za-z]", words), words


@pytest.mark.parametrize("record", BY_HAND, ids=lambda record: record.table)
def test_a_form_refuses_in_its_language(record, open_form, front_end):
    form = open_form(record, language="ar", hidden={}, options={})
    opened = front_end.open(form)
    wrong = {
        name: "x" * 200_000
        for name, control in front_end.controls(opened).items()
        if control["control"] in ("text", "textarea", "number", "select")
    }

    answer = front_end.save(form, opened, wrong)

    assert ARABIC.search(answer["message"])
    for problem in answer.get("problems", ()):
        assert ARABIC.search(problem["message"]), problem


def test_a_rule_between_two_days_is_told_in_the_language(open_form, front_end):
    form = open_form(Goal, language="es")
    opened = front_end.open(form)
    days = {"title": "Dirigir", "set_on": "2026-09-08", "due_on": "2026-09-01"}

    told = front_end.told(front_end.save(form, opened, days))

    assert told["due_on"] == (
        "La fecha límite no puede ser anterior al 8 de septiembre de 2026, el día en"
        " que se fijó el objetivo."
    )


@pytest.mark.parametrize(
    ("language", "typed", "shown"),
    [
        ("es", "1.234,5", "1.234,5"),
        ("es-MX", "1,234.5", "1,234.5"),
        ("ar", "١٢٣٤٫٥", "1,234.5"),
        ("ar-EG", "١٬٢٣٤٫٥", "١٬٢٣٤٫٥"),
    ],
)
def test_a_number_is_kept_as_it_was_meant(
    language, typed, shown, open_form, front_end, shelf
):
    form = open_form(Goal, language=language)
    opened = front_end.open(form)
    values = {"title": "Lead", "owner_id": "p-ada", "target": typed}

    answer = front_end.save(form, opened, values)

    (row,) = shelf.rows.values()
    assert row["target"] == 1234.5
    assert shown in [text for _, text in answer["summary"]]
    again = front_end.save(
        form,
        {**opened, "id": answer["id"], "version": answer["version"]},
        {"target": answer["values"]["target"], "title": "Lead it"},
    )
    assert again["kind"] == "saved"
    assert [label for label, _ in again["summary"]].count("target") == 0
    assert shelf.rows[answer["id"]]["target"] == 1234.5


def test_a_number_that_may_be_two_is_asked_about(open_form, front_end, shelf):
    form = open_form(Goal, language="es")
    opened = front_end.open(form)

    answer = front_end.save(form, opened, {"title": "Dirigir", "target": "1.500"})

    assert front_end.told(answer)["target"] == (
        "«1.500» puede leerse como 1500 o como 1,5000. Escriba la forma que quiere"
        " decir."
    )
    assert not shelf.rows


def test_minutes_of_more_than_a_thousand_are_no_question(open_form, front_end, shelf):
    form = open_form(Session, language="es")
    opened = front_end.open(form)
    values = {"starts_at": "2026-09-08T15:00", "minutes": "1.200"}

    front_end.save(form, opened, values)

    (row,) = shelf.rows.values()
    assert row["minutes"] == 1200


def test_a_language_without_words_is_refused_when_the_form_is_made(open_form):
    with pytest.raises(mk.MentorkitError, match=r"no language 'xx' here.*ar, en, es"):
        open_form(Person, language="xx")


def test_a_closed_form_says_in_its_language_how_to_open_it(open_form):
    assert repr(open_form(Action, language="es")) == (
        "Formulario «Acción»: ejecute esta celda para abrirlo."
    )
    assert open_form(Program, language="ar").waiting["direction"] == "rtl"


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_an_arabic_form_runs_from_right_to_left_and_axe_finds_nothing(
    open_form, show, dark
):
    page = show(
        *(open_form(record, language="ar") for record in (Goal, Session, Reflection)),
        dark=dark,
        width=320,
    )
    page.unfold()
    page.field("title").focus()
    page.save()
    page.locator(".mk-problems").wait_for()

    assert page.violations() == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    form = page.locator(".mk-form").first
    assert (form.get_attribute("lang"), form.get_attribute("dir")) == ("ar", "rtl")
    label, box = (
        page.locator(where).first.bounding_box()
        for where in (".mk-form h2", ".mk-form .mk-page")
    )
    middle = box["x"] + box["width"] / 2
    assert label["x"] + label["width"] > middle
    target = page.field("target")
    target.fill("-2.5")
    style = "node => [getComputedStyle(node).direction, node.getBoundingClientRect().x]"
    assert target.evaluate(style)[0] == "ltr", "a number is read from left to right"


@pytest.mark.browser
def test_what_somebody_else_saved_is_told_from_right_to_left(
    open_form, show, shelf, goal
):
    page = show(open_form(Goal, row_id=goal.id, language="ar"))
    page.field("title").fill("قيادة كل شيء\nLead all of it by 12.03.")
    shelf.put(Goal(**{**goal.model_dump(), "title": "Lead half of it"}))
    page.save()
    page.locator(".mk-choice").wait_for()

    who, *versions = page.locator(".mk-choice :is(.mk-who, .mk-version)").all()
    style = "n => [getComputedStyle(n).direction, getComputedStyle(n).unicodeBidi]"
    assert "Ada Lovelace" in who.inner_text()
    assert who.evaluate(style)[0] == "rtl", "a name does not turn the sentence round"
    assert {each.evaluate(style)[1] for each in versions} == {"plaintext"}
