"""What nbgrader reads in a cell: its metadata of schema 3, in two ways.

mentorkit needs none of it; nothing here imports nbgrader.
"""

from __future__ import annotations

import copy
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from mentorkit.assignments.prompt import Kind, Prompt


if TYPE_CHECKING:
    from mentorkit.assignments.compiled import Compiled


class Grading(StrEnum):
    """Which cell nbgrader grades.

    ``ANSWERS``: the answer, by hand, in a cell that learners must not paste again.
    ``TASKS``: the question, as a task; answers are plain cells and may be pasted.
    """

    ANSWERS = "answers"
    TASKS = "tasks"


STUB = "YOUR ANSWER HERE"
"""What nbgrader writes where an answer goes, unless a course says otherwise."""

REGION = "<!-- BEGIN SOLUTION -->\n<!-- END SOLUTION -->"
"""All that nbgrader takes out of an answer that holds it, so that starters stay."""


def graded(
    prompt: Prompt, grading: Grading, points: float = 0
) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return nbgrader's metadata of a question's cell, and of its answer's if any.

    Examples
    --------
    >>> prompt = Prompt("mood", Kind.TEXT, "How was it?", "## How was it?")
    >>> graded(prompt, Grading.TASKS, points=2)[0]["points"]
    2
    """
    if grading is Grading.TASKS:
        question = _cell(prompt.question_id, locked=True, task=True)
        return question | {"points": points}, None
    answer = _cell(prompt.id, grade=True, solution=True)
    return _cell(prompt.question_id, locked=True), answer | {"points": points}


def for_course(template: Compiled, grading: Grading) -> dict[str, Any]:
    """Return a template as it lies in the ``source`` folder of an nbgrader course.

    As nbgrader makes the learners' version it empties answers, all but a region.
    """
    notebook = copy.deepcopy(template.notebook)
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    for prompt in template.template.prompts:
        question, answer = cells[prompt.question_id], cells[prompt.id]
        before = answer["metadata"].pop("nbgrader", {})
        marks = graded(prompt, grading, before.get("points", 0))
        for cell, mark in zip((question, answer), marks, strict=True):
            cell["metadata"] |= {"nbgrader": mark} if mark else {}
        if grading is Grading.ANSWERS:
            answer["source"] = lines_of(_to_be_emptied(prompt))
    return notebook


def lines_of(source: str) -> list[str]:
    """Return a cell's source as notebooks keep it: a line each."""
    return source.splitlines(keepends=True)


def _to_be_emptied(prompt: Prompt) -> str:
    """Return an answer's source of which nbgrader leaves the starter."""
    return "" if prompt.kind is Kind.TEXT else f"{prompt.starter}\n\n{REGION}"


def _cell(
    grade_id: str,
    *,
    grade: bool = False,
    solution: bool = False,
    locked: bool = False,
    task: bool = False,
) -> dict[str, Any]:
    return {
        "grade": grade,
        "grade_id": grade_id,
        "locked": locked,
        "schema_version": 3,
        "solution": solution,
        "task": task,
    }
