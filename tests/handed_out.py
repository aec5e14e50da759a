"""An assignment of six questions, one of each kind, and the notebooks of it."""

import json
from hashlib import sha256

from mentorkit.assignments.prompt import (
    Column,
    Copy,
    Kind,
    Manifest,
    Option,
    Prompt,
    Template,
)


def _boxes(*labels):
    return tuple(Option(label.lower().replace(" ", "-"), label) for label in labels)


def _box_lines(options):
    return "\n".join(f"- [ ] {option.label}" for option in options)


FEELINGS, STEPS = _boxes("Going well", "Stuck", "Done"), _boxes("1", "2", "3", "4", "5")
HELPS = _boxes("Reading", "Pairing", "Practice")
GOALS = (Column("goal", "Goal"), Column("due_on", "Due"))

TEMPLATE = Template(
    name="reflection",
    version="1.0.0",
    language="en",
    title="Reflection",
    prompts=(
        Prompt("week", Kind.TEXT, "Week", "## Week\n\nWhat happened?", "*Write here.*"),
        Prompt(
            *("mood", Kind.CHOICE, "Mood", "## Mood\n\nHow is it?"),
            _box_lines(FEELINGS),
            FEELINGS,
        ),
        Prompt(
            *("helps", Kind.MULTIPLE, "Helps", "## Helps\n\nWhat helps?"),
            _box_lines(HELPS),
            HELPS,
        ),
        Prompt(
            *("sure", Kind.SCALE, "Sure", "## Sure\n\nHow sure are you?"),
            _box_lines(STEPS),
            STEPS,
        ),
        Prompt(
            *("goals", Kind.TABLE, "Goals", "## Goals\n\nWhat next?"),
            "| Goal | Due |\n| --- | --- |\n|  |  |\n|  |  |",
            columns=GOALS,
        ),
        Prompt("until", Kind.DATE, "Until", "## Until\n\nBy when?", "YYYY-MM-DD"),
    ),
)
ANSWERS = {
    "week": "I read a chapter.\n\nAnd a half.",
    "mood": "- [ ] Going well\n- [x] Stuck\n- [ ] Done",
    "helps": "- [x] Reading\n- [ ] Pairing\n- [X] Practice",
    "sure": "- [ ] 1\n- [ ] 2\n- [ ] 3\n- [x] 4\n- [ ] 5",
    "goals": "| Goal | Due |\n| --- | --- |\n| Read \\| write | May |\n|  | June |",
    "until": "2026-10-05",
}
VALUES = {
    ("week", 0, "text", "I read a chapter.\n\nAnd a half."),
    ("mood", 0, "choice", "stuck"),
    ("helps", 0, "multiple", "reading"),
    ("helps", 1, "multiple", "practice"),
    ("sure", 0, "scale", "4"),
    ("goals", 0, "goal", "Read | write"),
    ("goals", 0, "due_on", "May"),
    ("goals", 1, "due_on", "June"),
    ("until", 0, "date", "2026-10-05"),
}


def ticket(learner, assignment="week-1"):
    return sha256(f"secret {assignment} {learner}".encode()).hexdigest()[:32]


def manifest(*learners, assignment="week-1", due_at="2026-10-16T21:59:00Z"):
    """Return what the educator keeps."""
    copies = tuple(
        Copy(each, f"{assignment}--{each}.ipynb", ticket(each, assignment), "")
        for each in learners
    )
    return Manifest(1, assignment, TEMPLATE, copies, due_at)


def notebook(learner="ada", answers=None, assignment="week-1"):
    """Return a learner's copy as plain data, answered."""
    told = ANSWERS if answers is None else answers
    cells = [
        locked("title", "# Reflection"),
        {
            "cell_type": "code",
            "id": "parameters",
            "metadata": {"tags": ["parameters"]},
            "source": f"learner = {learner!r}",
            "outputs": [],
            "execution_count": None,
        },
    ]
    for prompt in TEMPLATE.prompts:
        marks = {"prompt": prompt.id, "role": "question"}
        cells.append(locked(prompt.question_id, prompt.question, marks))
        marks = {"prompt": prompt.id, "role": "answer", "kind": prompt.kind.value}
        cells.append(
            {
                "cell_type": "markdown",
                "id": prompt.id,
                "metadata": {
                    "deletable": False,
                    "mentorkit": marks,
                    "nbgrader": grader(prompt.id, solution=True),
                },
                "source": told.get(prompt.id, prompt.starter),
            }
        )
    about = {
        "schema": 1,
        "template": TEMPLATE.name,
        "version": TEMPLATE.version,
        "language": "en",
        "assignment": assignment,
        "learner": learner,
        "ticket": ticket(learner, assignment),
    }
    kernel = {"name": "python3", "display_name": "Python 3"}
    metadata = {"mentorkit": about, "kernelspec": kernel}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}


def locked(cell_id, source, marks=None):
    metadata = {"editable": False, "deletable": False}
    if marks:
        metadata |= {"mentorkit": marks, "nbgrader": grader(cell_id, solution=False)}
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata,
        "source": source,
    }


def grader(grade_id, *, solution):
    return {
        "schema_version": 3,
        "grade": solution,
        "solution": solution,
        "locked": not solution,
        "grade_id": grade_id,
        "points": 0,
    }


def cell_of(data, cell_id):
    return next(cell for cell in data["cells"] if cell["id"] == cell_id)


def as_bytes(data):
    return json.dumps(data, indent=1, ensure_ascii=False).encode()


def values_of(hand_in, copy=0):
    return {
        (each.prompt, each.row, each.part, each.value)
        for each in hand_in.answers
        if each.copy == copy
    }


def words_of(hand_in):
    return {each.data for each in hand_in.noted}
