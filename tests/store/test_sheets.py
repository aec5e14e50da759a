"""Filled-in sheets in the store: one change set each, and answers that fit."""

import pytest

import mentorkit as mk


@pytest.fixture
def asked(store):
    """A store with an instrument of two questions: one with a scale, one in words."""
    shared = {"instrument": "pulse", "source": "The program", "licence": "MIT"}
    store.add(
        [
            mk.Item(
                handle="pulse.time",
                text="Was the time well used?",
                scale_min=1,
                scale_max=5,
                anchors="1: Not at all\n5: Fully",
                **shared,
            ),
            mk.Item(
                handle="pulse.words",
                position=2,
                text="What will you do next?",
                **shared,
            ),
        ],
        "grace",
    )
    return store


def sheet(**values):
    given = {"instrument": "pulse", "mentorship_id": "ada-grace", "wave": "pulse"}
    return mk.Assessment(**{**given, **values})


def test_a_sheet_and_its_answers_are_saved_and_taken_back_as_one(asked):
    filled = sheet()
    answer = {"assessment_id": filled.id}
    asked.add(
        [
            filled,
            mk.Response(item_id="pulse.time", value=4, **answer),
            mk.Response(item_id="pulse.words", text="Write to Ada", **answer),
        ],
        "ada",
    )
    before = asked.now()
    sets = {asked.history("assessments", filled.id)[0]["change_set"]} | {
        asked.history("responses", row["response_id"])[0]["change_set"]
        for row in asked.rows("responses")
    }

    undone = asked.undo(by="ada")

    assert len(sets) == 1
    assert len(undone.steps) == 3
    assert (asked.rows("assessments"), asked.rows("responses")) == ([], [])
    assert len(asked.rows("responses", as_of=before)) == 2
    asked.undo(by="ada", change_set=undone.change_set)
    assert len(asked.rows("responses")) == 2
    assert asked.check().ok, asked.check()


def test_a_sheet_with_one_answer_that_does_not_fit_is_not_saved_at_all(asked):
    filled = sheet()
    wrong = mk.Response(assessment_id=filled.id, item_id="pulse.time", value=7)

    with pytest.raises(mk.InvalidRecord, match="a number from 1 to 5"):
        asked.add([filled, wrong], "ada")

    assert asked.rows("assessments") == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"item_id": "pulse.time", "value": 0.5}, "a number from 1 to 5"),
        ({"item_id": "pulse.words", "value": 3}, "answer it in words"),
        ({"item_id": "pulse.nothing", "value": 3}, "There is no item 'pulse.nothing'"),
    ],
)
def test_an_answer_fits_its_question(asked, values, message):
    (filled,) = asked.add([sheet()], "ada")

    with pytest.raises(mk.InvalidRecord, match=message):
        asked.add([mk.Response(assessment_id=filled.id, **values)], "ada")


def test_an_answer_belongs_to_the_instrument_that_was_filled_in(asked):
    (filled,) = asked.add([sheet(edition=2)], "ada")

    with pytest.raises(mk.InvalidRecord, match="not part of the instrument"):
        asked.add(
            [mk.Response(assessment_id=filled.id, item_id="pulse.time", value=3)], "ada"
        )


def test_an_answer_is_not_changed_into_one_that_does_not_fit(asked):
    filled = sheet()
    given = mk.Response(assessment_id=filled.id, item_id="pulse.time", value=3)
    asked.add([filled, given], "ada")

    with pytest.raises(mk.InvalidRecord, match="a number from 1 to 5"):
        asked.revise("responses", given.id, {"value": 6}, by="ada")
    record, _ = asked.revise("responses", given.id, {"value": 5}, by="ada")

    assert record.value == 5
