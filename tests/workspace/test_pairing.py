"""Rows of a table are known again by what they say, wherever they stand."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from answering import hand_in
from mentorkit.workspace.pairing import pair


ROWS = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["", "1", "2"])), max_size=7
)


def paired(old, new, *, there=True):
    """Pair rows of a name and a value; a value that is left open fits any."""
    return pair(
        range(len(new)),
        range(len(old)),
        (
            lambda row, place: (
                new[row][0] == old[place][0] and new[row][1] in {"", old[place][1]}
            ),
            lambda row, place: new[row][0] == old[place][0],
        ),
        lambda _row, _place: there,
    )


@given(old=ROWS, data=st.data())
def test_rows_in_another_order_are_all_what_they_were(old, data):
    order = data.draw(st.permutations(range(len(old))))
    new = [old[place] for place in order]

    found = paired(old, new)

    assert sorted(found) == sorted(found.values()) == [*range(len(old))]
    for row, place in found.items():
        assert new[row][0] == old[place][0]
        assert new[row][1] in {"", old[place][1]}
    assert paired(old, old) == {number: number for number in range(len(old))}


@given(old=ROWS, new=ROWS)
def test_every_row_is_one_row_and_only_its_own_number_is_taken_unasked(old, new):
    found = paired(old, new)

    assert sorted(found) == [*range(len(new))]
    assert len({*found.values()}) == len(new)
    for row, place in found.items():
        if place < len(old):
            assert place == row or new[row][0] == old[place][0]
    alone = paired(old, new, there=False)
    for row, place in alone.items():
        assert place >= len(old) or new[row][0] == old[place][0]


STEPS = [
    ("First table", "2026-10-01", "It runs"),
    ("The rest", "", ""),
    ("The end", "2026-11-01", ""),
    ("The rest", "2026-12-01", ""),
]


@pytest.mark.file
def test_steps_in_another_order_revise_nothing(workspace, tmp_path):
    workspace.assign("goals", to=["ada"], name="goals-1")
    goals = [("Speak up", "talks", ""), ("Rest", "", "2026-12-24")]

    def look(steps, others):
        answers = {"title": "Lead", "milestones": steps, "others": others}
        hand_in(workspace, "goals-1", "ada", answers, tmp_path / "in")
        return workspace.proposed("goals-1")

    workspace.adopt(look(STEPS, goals))

    @settings(max_examples=12, suppress_health_check=[*HealthCheck])
    @given(steps=st.permutations(STEPS), others=st.permutations(goals))
    def in_any_order(steps, others):
        found = look(steps, others)
        assert {str(each.state) for each in found.outcomes} == {"same"}
        moved = sum(a != b for a, b in zip(STEPS, steps, strict=True))
        moved += sum(a != b for a, b in zip(goals, others, strict=True))
        assert (
            sum(each.told.startswith("It is what row") for each in found.outcomes)
            == moved
        )

    in_any_order()


@pytest.mark.file
def test_a_row_in_between_takes_no_others_place(workspace, tmp_path):
    workspace.assign("action-items", to=["ada"], name="week-1")

    told = []

    def adopted(*titles):
        rows = {"actions": [(title, "", "") for title in titles]}
        hand_in(workspace, "week-1", "ada", rows, tmp_path / "in")
        done = workspace.adopt(workspace.proposed("week-1"))
        told[:] = [each.told for each in done.outcomes]
        return {each.fields.get("title"): str(each.state) for each in done.outcomes}

    adopted("Send", "Call", "Read")
    ids = workspace.actions().set_index("title")["action_id"]

    assert adopted("Ask", "Send", "call", "Read") == {
        "Ask": "new",
        "Send": "same",
        "call": "changed",
        "Read": "same",
    }
    now = workspace.actions().set_index("title")["action_id"]
    assert now["call"] == ids["Call"]
    assert now["Send"] == ids["Send"]

    workspace.revise("actions", now["Read"], title="Read it twice")
    workspace.erase("actions", now["Send"])
    assert adopted("Read", "Write", "Send") == {
        "Read": "left",
        "Write": "changed",
        "Send": "left",
        None: "left",
    }
    assert set(workspace.actions()["title"]) == {"Ask", "Read it twice", "Write"}
    assert "By its number alone it is taken for what was “call”." in told
