"""Thirty learners answer their copies in a real JupyterLab, as hands do: with accidents.

What was typed is what the educator reads, and what goes back; no file is changed.
"""

from __future__ import annotations

import html
import re

import pandas as pd
import pytest
from tests.lab.learner import Learner

import mentorkit as mk


pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEMPLATE = """---
name: week
version: 1.0.0
language: en
---
# A week

## What happened? {#happened kind=text}

## How sure are you? {#sure kind=scale}

- 1 = not at all
- 2 = a little
- 3 = quite

## What helped? {#helped kind=multiple}

- people = People
- books = Books
- time = Time

## How shall we meet? {#meet kind=choice}

- call = By a call
- room = In a room

## What comes next? {#goals kind=table rows=2}

- title = Goal
- due_on = Day

## When do you want to talk? {#talk kind=date}
"""

LEARNERS = [f"learner-{number:02}" for number in range(1, 31)]


def told(learner):
    """Return what a learner tells, each in words of their own."""
    number = int(learner[-2:])
    return (
        f"{learner}: <b>no</b> | *yes*, قالت 成",
        f"{learner} =A1 & `code`\n> {{{{ 7*7 }}}} $x$",
        f"# {learner}\n{'so ' * (number % 7)}on",
    )[number % 3]


def answer(me, learner):
    """Answer what happened, and one or two of the rest; return what was meant."""
    number = int(learner[-2:])
    day = f"2026-10-{number:02}"
    me.write("happened", told(learner))
    meant = {("happened", 0, 0, "text", told(learner))}
    match number % 4:
        case 0:
            me.tick("meet", 1)
            meant |= {("meet", 0, 0, "choice", "room")}
        case 1:
            me.tick("sure", number % 3)
            meant |= {("sure", 0, 0, "scale", str(number % 3 + 1))}
        case 2:
            me.line("goals", 2, f"| Listen {number} | {day} |")
            me.write("talk", day)
            meant |= {
                ("goals", 0, 0, "title", f"Listen {number}"),
                ("goals", 0, 0, "due_on", day),
                ("talk", 0, 0, "date", day),
            }
        case 3:
            me.tick("helped", 0)
            me.tick("helped", 2)
            meant |= {
                ("helped", 0, 0, "multiple", "people"),
                ("helped", 0, 1, "multiple", "time"),
            }
    return meant


def instead(meant, *values):
    """Return what is meant once what happened is told otherwise."""
    rest = {value for value in meant if value[0] != "happened"}
    return rest | {("happened", *value) for value in values}


def saves_twice(me, meant):
    me.save()
    return meant, set()


def pastes_the_answer_and_goes_on_in_the_copy(me, meant):
    me.select("happened")
    me.press("c", "v", "Enter", "Control+a")
    me.type("In the copy.")
    me.press("Shift+Enter")
    return meant | {("happened", 1, 0, "text", "In the copy.")}, {"answer-duplicated"}


def deletes_and_cuts_the_answer(me, meant):
    me.select("happened")
    me.press("d", "d", "x")
    return meant, set()


def types_into_the_question(me, meant):
    me.edit("happened-question", "Control+a")
    me.type("Into the question.")
    me.press("Escape", "d", "d", "x", "y")
    return meant, set()


def makes_the_answer_code(me, meant):
    me.select("happened")
    me.press("y")
    return meant, {"cell-type-changed"}


def makes_the_answer_raw(me, meant):
    me.select("happened")
    me.press("r")
    return meant, {"cell-type-changed"}


def splits_the_answer(me, meant):
    me.write("happened", "Before.After.")
    me.edit("happened", "Control+Home", *["ArrowRight"] * 7, "Control+Shift+Minus")
    me.press("Escape")
    pieces = (0, 0, "text", "After."), (1, 0, "text", "Before.")
    return instead(meant, *pieces), {"answer-duplicated"}


def splits_the_answer_and_merges_it_again(me, meant):
    me.write("happened", "Before.After.")
    me.edit("happened", "Control+Home", *["ArrowRight"] * 7, "Control+Shift+Minus")
    me.press("Escape")
    me.select("happened")
    me.press("Shift+ArrowUp", "Shift+M")
    return instead(meant, (0, 0, "text", "Before.\n\nAfter.")), set()


def moves_the_answer_down(me, meant):
    me.select("happened")
    me.press(*["Control+Shift+ArrowDown"] * 4)
    return meant, set()


def deletes_the_words_and_takes_that_back(me, meant):
    me.edit("happened", "Control+a", "Delete", "Control+z", "Escape")
    return meant, set()


def writes_into_a_cell_of_their_own(me, meant):
    me.edit("happened", "Control+a", "Delete", "Escape", "b", "m", "Enter")
    me.type("In a cell of my own.")
    me.press("Shift+Enter")
    return instead(meant, (0, 0, "text", "In a cell of my own.")), {
        "matched-by-position"
    }


def ticks_every_box_of_one_choice(me, meant):
    me.tick("meet", 0)
    rest = {value for value in meant if value[0] != "meet"}
    both = {("meet", 0, 0, "choice", "call"), ("meet", 0, 1, "choice", "room")}
    return rest | both, {"answer-format"}


def types_words_that_are_commands(me, meant):
    me.select("happened")
    me.type("maybe")
    me.press("Escape")
    return meant, set()


def selects_all_and_types_words_that_are_commands(me, meant):
    me.select("happened")
    me.press("Control+a")
    me.type("my x")
    return meant, set()


def makes_a_heading_of_the_boxes(me, meant):
    me.select("helped")
    me.press("2")
    return meant, set()


def adds_rows_to_the_table(me, meant):
    me.edit("goals", "Control+End", "Enter")
    me.type("| Third | 2026-11-01 |")
    me.press("Shift+Enter")
    added = {("goals", 0, 1, "title", "Third"), ("goals", 0, 1, "due_on", "2026-11-01")}
    return meant | added, set()


def pastes_text_from_elsewhere(me, meant):
    text = "Zoë\u00a0Müller 🎉\r\nשלום\r\n| a | b |"
    me.edit("happened", "Control+a")
    me.page.keyboard.insert_text(text)
    me.press("Shift+Enter")
    return instead(meant, (0, 0, "text", text.replace("\r\n", "\n"))), set()


def saves_in_the_midst_of_a_word(me, meant):
    me.write("happened", "")
    me.edit("happened", "Control+a")
    me.type("Half a wo")
    me.save()
    me.type("rd, and on.")
    return instead(meant, (0, 0, "text", "Half a word, and on.")), set()


def cuts_the_answer_from_a_cell_into_another(me, meant):
    me.edit(
        "happened", "Control+a", "Control+x", "Escape", "a", "m", "Enter", "Control+v"
    )
    me.press("Shift+Enter")
    return meant, {"matched-by-position"}


def reads_it_all_once_more(me, meant):
    me.select("happened")
    me.press("Control+a", "Control+Enter")
    return meant, set()


ACCIDENTS = (
    saves_twice,
    pastes_the_answer_and_goes_on_in_the_copy,
    deletes_and_cuts_the_answer,
    types_into_the_question,
    makes_the_answer_code,
    makes_the_answer_raw,
    splits_the_answer,
    splits_the_answer_and_merges_it_again,
    moves_the_answer_down,
    deletes_the_words_and_takes_that_back,
    writes_into_a_cell_of_their_own,
    ticks_every_box_of_one_choice,
    types_words_that_are_commands,
    adds_rows_to_the_table,
    makes_a_heading_of_the_boxes,
    selects_all_and_types_words_that_are_commands,
    pastes_text_from_elsewhere,
    saves_in_the_midst_of_a_word,
    cuts_the_answer_from_a_cell_into_another,
    reads_it_all_once_more,
)


@pytest.mark.file
def test_what_thirty_learners_type_is_what_is_read_and_given_back(
    lab, browser, workspace, tmp_path
):
    source = tmp_path / "week.md"
    source.write_text(TEMPLATE, "utf-8")
    workspace.add(*(mk.Person(handle=each, name=each) for each in LEARNERS))
    folder = lab.folder / "notebooks" / "week"
    workspace.assign(str(source), to=LEARNERS, name="week", out=folder)
    me, meant, odd = Learner(browser, lab), {}, {}
    for number, learner in enumerate(LEARNERS):
        me.open(f"notebooks/week/week--{learner}.ipynb")
        accident = ACCIDENTS[number % len(ACCIDENTS)]
        meant[learner], odd[learner] = accident(me, answer(me, learner))
        me.dismiss()
        me.save()
        me.close()
    me.page.close()
    saved = {path.name: path.read_bytes() for path in folder.glob("*.ipynb")}
    assert len(saved) == len(LEARNERS)

    collected = workspace.collect(folder)

    columns = ["prompt", "copy_number", "row_number", "part", "value"]
    read = {
        learner: set(rows[columns].itertuples(index=False, name=None))
        for learner, rows in collected.answers().groupby("person")
    }
    assert read == meant
    remarks = {
        each.learner: {noted.remark.value for noted in each.noted}
        for each in collected.hand_ins
    }
    assert remarks == odd
    given_back(workspace, tmp_path / "back", meant)
    assert {path.name: path.read_bytes() for path in folder.glob("*.ipynb")} == saved


def given_back(workspace, folder, meant):
    """Say something to everybody, and look at what goes back to them."""
    comments = pd.DataFrame(
        [(learner, "happened", f"Thank you, {learner}.", None) for learner in LEARNERS],
        columns=["learner", "prompt", "comment", "level"],
    )
    done = workspace.feedback("week", comments=comments, out=folder)
    assert done.waiting == ()
    for learner in LEARNERS:
        page = (folder / learner / "week--feedback.html").read_text("utf-8")
        assert f"Thank you, {learner}." in page
        assert "<b>no</b>" not in page
        shown = words(html.unescape(re.sub(r"<[^>]+>", " ", page)))
        for _, copy_number, _, part, value in meant[learner]:
            if part == "text" and copy_number == 0:
                assert words(value) <= shown, learner


def words(text):
    return set(re.findall(r"\w+", text))
