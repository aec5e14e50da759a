"""How a group answered: counted once a person, small counts kept back for good."""

import pandas as pd
import pytest

from mentorkit.errors import MeasureError
from mentorkit.measures import option_counts


def options(*values, several=False):
    return pd.DataFrame(
        {
            "prompt": "q",
            "question": "What?",
            "value": values,
            "label": [value.upper() for value in values],
            "several": several,
        }
    )


def chosen(**counts):
    """Return answers in which each option was chosen by so many different people."""
    values = [value for value, n in counts.items() for _ in range(n)]
    people = [f"p{n}" for n in range(len(values))]
    return pd.DataFrame({"person": people, "prompt": "q", "value": values})


def shown(answers, asked, least=5):
    found = option_counts(answers, asked, least=least)
    counts = [None if pd.isna(n) else n for n in found["count"]]
    return counts, found["answered"].isna().any() or found["answered"].iloc[0]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 9, "b": 6}, [9, 6, 0]),
        # One small count alone could be worked out from the sum: the next is hidden.
        ({"a": 9, "b": 6, "c": 2}, [9, None, None]),
        ({"a": 9, "b": 2, "c": 2}, [9, None, None]),
        ({"a": 20, "b": 1}, [None, None, 0]),
    ],
)
def test_a_small_count_can_neither_be_read_nor_worked_out(counts, expected):
    found, answered = shown(chosen(**counts), options("a", "b", "c"))

    assert answered == sum(counts.values())
    hidden = [n for n in found if n is None]
    assert len(hidden) != 1
    assert found == expected


def test_a_question_that_few_have_answered_is_kept_back_whole():
    assert shown(chosen(a=2, b=2), options("a", "b")) == ([None, None], True)
    assert shown(chosen(), options("a", "b")) == ([None, None], True)


def test_where_several_may_be_chosen_few_who_did_not_are_hidden_too():
    people = [f"p{n}" for n in range(12)]
    both = pd.concat(
        [
            pd.DataFrame({"person": people, "value": "a"}),
            pd.DataFrame({"person": people[:10], "value": "b"}),
            pd.DataFrame({"person": people[:6], "value": "c"}),
        ]
    ).assign(prompt="q")

    found, answered = shown(both, options("a", "b", "c", "d", several=True))

    assert (found, answered) == ([12, None, 6, 0], 12)


def test_nobody_counts_twice_and_unknown_words_not_at_all():
    answers = pd.concat([chosen(a=6), chosen(a=6), chosen(z=3)])

    assert shown(answers, options("a", "b")) == ([6, 0], 6)


def test_a_frame_of_something_else_is_refused():
    with pytest.raises(MeasureError, match="has no value"):
        option_counts(chosen(a=1).drop(columns="value"), options("a", "b"), least=5)
