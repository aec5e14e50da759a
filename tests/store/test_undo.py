"""Undo: what it takes back, what it refuses, and how it is itself remembered."""

import pytest

import mentorkit as mk


def goal(store, by="grace", **values):
    given_values = {"mentorship_id": "ada-grace", "title": "Read one book", **values}
    return store.add([mk.Goal(**given_values)], by)[0]


def titles(store, **asked):
    return sorted(row["title"] for row in store.rows("goals", **asked))


def everything(store):
    return {
        table: sorted(store.rows(table), key=str)
        for table in ("people", "mentorships", "members", "goals", "milestones")
    }


def test_an_added_row_is_out_again_and_the_answer_says_so(store):
    kept = goal(store)

    undone = store.undo(by="grace")

    assert store.rows("goals") == []
    assert f"goal {kept.id} is out again" in str(undone)
    assert str(undone).startswith("Took back the change of 2026-09-01 09:0")


def test_a_revision_is_turned_back_in_all_its_fields(store):
    kept = goal(store, target=3.0, due_on="2026-10-01")
    changes = {"target": 5.0, "due_on": "2026-12-01", "title": "Read two"}
    store.revise("goals", kept.id, changes, by="ada", why="more time")

    undone = store.undo(by="ada")

    row, version = store.get("goals", kept.id)
    assert row == kept
    assert version == 3
    assert "due_on is 2026-10-01 again" in str(undone)
    assert "(more time)" in str(undone)
    assert "Read one book" not in str(undone)


def test_an_erased_row_is_back_as_it_was(store):
    kept = goal(store, target=3.0, unit="books")
    store.erase("goals", kept.id, by="ada")

    undone = store.undo(by="ada")

    row, version = store.get("goals", kept.id)
    assert row == kept
    assert version == 3
    assert f"goal {kept.id} is back again" in str(undone)


def test_a_second_undo_takes_back_the_change_before(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Second"}, by="grace")
    store.revise("goals", kept.id, {"title": "Third"}, by="grace")

    seen = []
    for _ in range(3):
        store.undo(by="grace")
        seen.append(titles(store))

    assert seen == [["Second"], ["Read one book"], []]


def test_only_ones_own_changes_are_taken_back(store):
    goal(store, title="Hers")
    goal(store, by="ada", title="Mine")

    store.undo(by="grace")

    assert titles(store) == ["Mine"]


def test_a_person_is_the_same_by_handle_id_and_address(store):
    goal(store, by="ada@example.org", title="Mine")

    store.undo(by=store.find_id("people", "ada"))

    assert titles(store) == []


def test_with_nothing_left_undo_says_so(store):
    with pytest.raises(mk.NotFound, match="no change by Ada Lovelace left"):
        store.undo(by="ada")


def test_an_undo_is_remembered_as_a_change_with_its_reason(store):
    kept = goal(store)
    added = store.history("goals", kept.id)[0]

    store.undo(by="grace", why="entered twice")

    last = store.history("goals", kept.id)[-1]
    assert (last["op"], last["by"], last["why"]) == ("erase", "grace", "entered twice")
    assert (last["undoes"], last["version"]) == (added["change_set"], 2)


def test_an_undo_that_is_taken_back_lets_the_change_stand_again(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Second"}, by="grace")
    first = store.undo(by="grace")

    again = store.undo(by="grace", change_set=first.change_set)

    assert titles(store) == ["Second"]
    assert str(again).startswith("Took back the undo")
    store.undo(by="grace")
    assert titles(store) == ["Read one book"]
    store.undo(by="grace")
    assert titles(store) == []


@pytest.mark.parametrize(
    ("who", "told"),
    [("ada", "by Grace Hopper, who alone can"), ("grace", "was taken back before")],
    ids=["another's", "twice"],
)
def test_a_named_change_set_is_refused_when_it_cannot_be_ones_own_to_undo(
    store, who, told
):
    kept = goal(store)
    name = store.history("goals", kept.id)[0]["change_set"]
    if who == "grace":
        store.undo(by="grace")

    with pytest.raises(mk.NotFound, match=told):
        store.undo(by=who, change_set=name)


def test_a_change_set_that_never_was_is_refused(store):
    with pytest.raises(mk.NotFound, match="no change set 'cs-nothing'"):
        store.undo(by="grace", change_set="cs-nothing")


def test_a_field_that_somebody_else_changed_later_is_refused_and_says_who(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    store.revise("goals", kept.id, {"title": "Hers"}, by="ada")

    with pytest.raises(mk.Conflict, match=r"later, by Ada Lovelace on .*: “Title”"):
        store.undo(by="grace")

    assert titles(store) == ["Hers"]


def test_a_field_that_was_changed_and_changed_back_by_another_is_refused(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    store.revise("goals", kept.id, {"title": "Hers"}, by="ada")
    store.revise("goals", kept.id, {"title": "Mine"}, by="ada")

    with pytest.raises(mk.Conflict, match="by Ada Lovelace"):
        store.undo(by="grace")


def test_another_field_that_somebody_else_changed_later_stays(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    store.revise("goals", kept.id, {"unit": "books"}, by="ada")

    store.undo(by="grace")

    row, _ = store.get("goals", kept.id)
    assert (row.title, row.unit) == ("Read one book", "books")


def test_what_somebody_else_took_back_again_is_in_nobodys_way(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    store.revise("goals", kept.id, {"title": "Hers"}, by="ada")
    store.undo(by="ada")

    store.undo(by="grace")

    assert titles(store) == ["Read one book"]


def test_an_undo_is_not_taken_back_over_a_change_that_stands_again(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    mine = store.undo(by="grace")
    store.revise("goals", kept.id, {"title": "Hers"}, by="ada")
    hers = store.undo(by="ada")
    store.undo(by="grace", change_set=mine.change_set)

    with pytest.raises(mk.Conflict, match="by Grace Hopper"):
        store.undo(by="ada", change_set=hers.change_set)

    assert titles(store) == ["Mine"]


def test_a_row_that_somebody_else_revised_is_not_taken_out(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"unit": "books"}, by="ada")

    with pytest.raises(mk.Conflict, match=r"was changed later, by Ada .*: “Unit”"):
        store.undo(by="grace")


def test_a_row_that_somebody_else_erased_cannot_be_turned_back(store):
    kept = goal(store)
    store.revise("goals", kept.id, {"title": "Mine"}, by="grace")
    store.erase("goals", kept.id, by="ada")

    with pytest.raises(mk.Conflict, match="The goal was erased later, by Ada Lovelace"):
        store.undo(by="grace")


def test_a_row_that_others_refer_to_is_not_taken_out_and_they_are_named(store):
    kept = goal(store)
    store.add([mk.Milestone(goal_id=kept.id, title="Half")], "ada")

    with pytest.raises(mk.InUse, match=r"refer to the goal: milestone \(1\)"):
        store.undo(by="grace")

    assert titles(store) == ["Read one book"]


def test_rows_that_have_handles_are_named_by_them(store):
    store.add([mk.Program(handle="second", name="Second")], "ada")
    store.add([mk.Mentorship(handle="new-one", program_id="second")], "grace")

    with pytest.raises(mk.InUse, match=r"the program “second”: mentorship \(new-one\)"):
        store.undo(by="ada")


def test_an_erased_row_does_not_come_back_to_a_handle_that_is_taken(store):
    store.add([mk.Person(handle="lin", name="Lin")], "grace")
    store.erase("people", store.find_id("people", "lin"), by="grace")
    store.add([mk.Person(handle="lin", name="Another")], "ada")

    with pytest.raises(
        mk.Conflict, match="another person already with the same “Handle”"
    ):
        store.undo(by="grace")


def test_an_erased_row_does_not_come_back_without_what_it_referred_to(store):
    kept = goal(store)
    (step,) = store.add([mk.Milestone(goal_id=kept.id, title="Half")], "ada")
    store.erase("milestones", step.id, by="ada")
    store.erase("goals", kept.id, by="grace")

    with pytest.raises(mk.Conflict, match="There is no goal"):
        store.undo(by="ada")


def test_rows_that_were_added_together_go_together(store):
    before = everything(store)
    with store.transaction("grace") as transaction:
        (made,) = transaction.add([mk.Goal(mentorship_id="ada-grace", title="Both")])
        transaction.add([mk.Milestone(goal_id=made.id, title="Half")])
        transaction.revise("goals", made.id, {"title": "Both of them"})

    undone = store.undo(by="grace")

    assert everything(store) == before
    assert [step.what for step in undone.steps] == ["changed", "out", "out"]


def test_a_refused_undo_changes_nothing_at_all(store):
    with store.transaction("grace") as transaction:
        (one,) = transaction.add([mk.Goal(mentorship_id="ada-grace", title="One")])
        transaction.add([mk.Goal(mentorship_id="ada-grace", title="Two")])
    store.revise("goals", one.id, {"unit": "books"}, by="ada")
    before = everything(store)

    with pytest.raises(mk.Conflict):
        store.undo(by="grace")

    assert everything(store) == before
