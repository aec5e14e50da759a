"""Which cells are whose answer: by our marks, nbgrader's, a cell's id, or its place.

Cells that are pasted keep their marks and get a new id, so the one whose id is the
prompt's is the original; every other is kept beside it. Values are read elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from mentorkit.assignments.notebook import Cell
from mentorkit.assignments.prompt import Prompt, Template, as_compared
from mentorkit.assignments.remarks import Noted, Remark


class Via(StrEnum):
    """How an answer was found."""

    MARK = "mark"
    GRADE_ID = "grade-id"
    CELL_ID = "cell-id"
    POSITION = "position"
    WIDGET = "widget"


TOLD = {
    Via.GRADE_ID: Remark.BY_GRADE_ID,
    Via.CELL_ID: Remark.BY_CELL_ID,
    Via.POSITION: Remark.BY_POSITION,
}
PARAMETERS = "parameters"
CODE = "code"


@dataclass(slots=True)
class Place:
    """What was found for one prompt.

    Attributes
    ----------
    questions : list of Cell
        The cells of its question; more than one where it was pasted.
    answers : list of tuple
        The cells that say that they answer it, and how they say so.
    after : list of Cell
        Text that was typed behind it, into cells that say nothing.
    code : list of Cell
        Code behind it; an answer at most where there is no place for one any more.
    """

    prompt: Prompt
    questions: list[Cell] = field(default_factory=list)
    answers: list[tuple[Cell, Via]] = field(default_factory=list)
    after: list[Cell] = field(default_factory=list)
    code: list[Cell] = field(default_factory=list)

    @property
    def is_asked(self) -> bool:
        """Whether its question is there once, letter by letter."""
        return (
            len(self.questions) == 1 and self.questions[0].text == self.prompt.question
        )

    @property
    def is_alone(self) -> bool:
        """Whether nothing was typed around its answer."""
        return self.is_asked and not (self.after or self.code)

    def in_order(self) -> list[tuple[Cell, Via]]:
        """Return the original first, and then the others as they stand."""
        if len(self.answers) < 2:
            return self.answers
        return sorted(self.answers, key=lambda each: each[0].id != self.prompt.id)


@dataclass(slots=True)
class Located:
    """What was found in a whole notebook."""

    places: list[Place]
    elsewhere: list[Cell]

    @property
    def is_foreign(self) -> bool:
        """Whether there is no question and no answer of the template in it."""
        return not any(place.questions or place.answers for place in self.places)


class Names:
    """What cells of a template may be called, looked up for each cell."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.number = {p.id: n for n, p in enumerate(template.prompts)}
        self.names = {p.id: (n, False) for n, p in enumerate(template.prompts)}
        self.names |= {p.question_id: (n, True) for n, p in enumerate(template.prompts)}
        self.questions = {
            as_compared(p.question): n for n, p in enumerate(template.prompts)
        }

    def of(self, cell: Cell) -> tuple[int, bool, Via] | None:
        """Return which prompt a cell is of, whether as its question, and how it says so."""
        marks = cell.metadata
        ours = marks.mentorkit
        if ours is not None and ours.prompt in self.number:
            return self.number[ours.prompt], ours.role == "question", Via.MARK
        if marks.nbgrader is not None and marks.nbgrader.grade_id in self.names:
            return *self.names[marks.nbgrader.grade_id], Via.GRADE_ID
        if cell.id in self.names:
            return *self.names[cell.id], Via.CELL_ID
        return None


def locate(cells: list[Cell], names: Names) -> Located:
    """Return where each prompt's question and answers are."""
    places = [Place(prompt) for prompt in names.template.prompts]
    elsewhere: list[Cell] = []
    current: Place | None = None
    for cell in cells:
        marks, known = cell.metadata, None
        if marks.mentorkit or marks.nbgrader or cell.id in names.names:
            known = names.of(cell)
        if known is None and cell.cell_type != CODE:
            known = _by_text(cell, names)
        if known is None:
            if marks.editable and marks.deletable and _is_typed(cell):
                _unknown(cell, current, elsewhere)
            continue
        number, is_question, via = known
        current = places[number]
        if is_question:
            current.questions.append(cell)
        else:
            current.answers.append((cell, via))
    return Located(places, elsewhere)


def _by_text(cell: Cell, names: Names) -> tuple[int, bool, Via] | None:
    """Return whose question a cell is that lost its marks, by what it asks."""
    number = names.questions.get(as_compared(cell.text))
    return None if number is None else (number, True, Via.POSITION)


def _unknown(cell: Cell, current: Place | None, elsewhere: list[Cell]) -> None:
    if cell.cell_type == CODE:
        if current is not None:
            current.code.append(cell)
    elif current is None:
        elsewhere.append(cell)
    else:
        current.after.append(cell)


def _is_typed(cell: Cell) -> bool:
    """Return whether something stands in a cell that is open, and is no parameter's."""
    if PARAMETERS in cell.metadata.tags or cell.id == PARAMETERS:
        return False
    text = cell.text
    return bool(text) and not text.isspace()


def questions_noted(place: Place) -> Iterator[Noted]:
    """Say what happened to a question."""
    prompt, found = place.prompt, place.questions
    if not found:
        yield Noted(Remark.PROMPT_MISSING, prompt.id)
        return
    if len(found) > 1:
        yield Noted(Remark.PROMPT_DUPLICATED, prompt.id)
    original = next((c for c in found if c.id == prompt.question_id), found[0])
    text = original.text
    if text != prompt.question and as_compared(text) != as_compared(prompt.question):
        yield Noted(Remark.PROMPT_ALTERED, prompt.id)


def behind_questions(place: Place) -> Iterator[str]:
    """Give what was typed into a question's own cell, behind the question."""
    for cell in place.questions:
        if cell.text != place.prompt.question:
            asked, found = as_compared(place.prompt.question), as_compared(cell.text)
            if asked and found.startswith(asked) and found != asked:
                yield found.removeprefix(asked)
