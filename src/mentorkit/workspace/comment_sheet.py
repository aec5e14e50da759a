"""Comments as people write them down: a table with learner, prompt, comment and level.

Every row that cannot be kept is told at once; nothing is saved here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentorkit.assignments.prompt import Manifest
from mentorkit.errors import (
    AssignmentError,
    InvalidRecord,
    MentorkitError,
    Problem,
    did_you_mean,
)
from mentorkit.i18n import TwoNumbers, read_number
from mentorkit.models import Assessment, Item, Response
from mentorkit.models.cells import as_typed
from mentorkit.store.mapping.cells import Unreadable, folded, text_of
from mentorkit.store.mapping.sheets import read_sheet
from mentorkit.workspace.commenting import Said
from mentorkit.workspace.roster import HEADINGS, ByName


if TYPE_CHECKING:
    import pandas as pd

COLUMNS = {
    **HEADINGS,
    "prompt": ("prompt", "question", "pregunta", "السؤال"),
    "comment": ("comment", "comments", "feedback", "comentario", "التعليق"),
    "level": ("level", "step", "nivel", "المستوى"),
}
"""What a column may be called, as :func:`folded` returns it."""

NO_PROMPT = "Nothing is asked so in this assignment.{hint} There are: {names}."
NOT_GIVEN = "This assignment was not given to “{name}”.{hint}"
NO_LEVEL = "Enter a level: {steps}."
WHOLE_LEVEL = "A level belongs to a prompt: say which."
SAYS_NOTHING = "The row says nothing: write a comment or a level, or take it out."
TWICE = "Row {row} says something to this already: put both into one."

Row = tuple[int, Mapping[str, Any]]


def read_comments(
    source: str | Path | pd.DataFrame,
    manifest: Manifest,
    items: Mapping[tuple[str, str], Item],
    people: Sequence[Mapping[str, Any]],
) -> list[Said]:
    """Return what a table says to the answers of an assignment.

    Parameters
    ----------
    source : str, pathlib.Path or pandas.DataFrame
        A CSV file or a workbook, or a frame.
    manifest : Manifest
        What is kept of the assignment.
    items : mapping
        What may be said to each prompt, as ``items_of`` gives it.
    people : sequence of mapping
        The workspace's people.

    Raises
    ------
    AssignmentError
        A row cannot be kept; all of them are told.
    """
    file, headings, rows, broken = _rows_of(source)
    columns = {
        key: heading
        for key, words in COLUMNS.items()
        for heading in reversed(headings)
        if folded(heading) in words
    }
    if not columns.keys() & HEADINGS.keys() or not columns.keys() & {
        "comment",
        "level",
    }:
        raise AssignmentError(
            f"{file} needs the columns “learner” and “comment”, and may have “prompt”"
            f" and “level”. It has: {', '.join(headings) or 'none'}."
        )
    reader = _Reader(manifest, items, ByName(people))
    problems = [Problem(words, file=file, row=row) for row, words in broken]
    found: list[Said] = []
    for number, cells in rows:
        given = {key: text_of(cells.get(name)) for key, name in columns.items()}
        if not any(given.values()):
            continue
        try:
            found.append(reader.read(number, given))
        except _Wrong as wrong:
            field = columns.get(wrong.key, wrong.key)
            value = given.get(wrong.key)
            problems.append(Problem(str(wrong), field, value, file, number))
    if problems:
        lines = "\n".join(f"  {problem}" for problem in problems)
        raise AssignmentError(f"No comment was kept:\n{lines}")
    return found


class _Wrong(ValueError):  # noqa: N818 - named by the situation
    """A cell cannot be kept; ``key`` is what it should have been."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key


class _Reader:
    """Reads one row after the other."""

    def __init__(
        self, manifest: Manifest, items: Mapping[tuple[str, str], Item], people: ByName
    ) -> None:
        self.manifest, self.items, self.people = manifest, items, people
        self.prompts = {prompt.id: prompt.title for prompt in manifest.template.prompts}
        self.learners = {copy.learner for copy in manifest.copies}
        self.seen: dict[tuple[str, str], int] = {}

    def read(self, number: int, given: Mapping[str, str]) -> Said:
        """Return what a row says."""
        learner, prompt = self._learner(given), self._prompt(given.get("prompt", ""))
        comment = as_typed(given.get("comment", "")) or None
        level = self._level(prompt, given.get("level", ""))
        if comment is None and level is None:
            raise _Wrong("comment", SAYS_NOTHING)
        if comment is not None:
            _check_length(prompt, comment)
        before = self.seen.setdefault((learner, prompt), number)
        if before != number:
            raise _Wrong("prompt", TWICE.format(row=before))
        return Said(learner, prompt, comment, level)

    def _learner(self, given: Mapping[str, str]) -> str:
        key = next(key for key in HEADINGS if given.get(key) or key == "email")
        named = given.get("handle", "")
        if named in self.learners:
            return named
        try:
            if named:  # a column “learner” may as well hold names
                given = {"name": named, "email": named}
            found = self.people.handle_of(given)
        except Unreadable as error:
            raise _Wrong(key, str(error)) from None
        if found not in self.learners:
            hint = did_you_mean(found, self.learners)
            raise _Wrong(key, NOT_GIVEN.format(name=found, hint=hint))
        return found

    def _prompt(self, typed: str) -> str:
        by_title = {folded(title): key for key, title in self.prompts.items()}
        if not typed or typed in self.prompts:
            return typed
        if (found := by_title.get(folded(typed))) is not None:
            return found
        hint, names = did_you_mean(typed, self.prompts), ", ".join(self.prompts)
        raise _Wrong("prompt", NO_PROMPT.format(hint=hint, names=names))

    def _level(self, prompt: str, typed: str) -> float | None:
        """Return a step of the prompt's scale, by its number or its words."""
        if not typed:
            return None
        if not prompt:
            raise _Wrong("level", WHOLE_LEVEL)
        steps = self.items[prompt, "level"].steps
        by_words = {folded(words): step for step, words in steps.items()}
        if folded(typed) in by_words:
            return by_words[folded(typed)]
        try:
            level = float(read_number(typed, self.manifest.template.language))
        except (TwoNumbers, ValueError):
            level = None
        if level not in steps:
            told = "; ".join(f"{step:g} {words}" for step, words in steps.items())
            raise _Wrong("level", NO_LEVEL.format(steps=told))
        return level


def _check_length(prompt: str, comment: str) -> None:
    """See that a comment is one that can be kept."""
    try:
        if prompt:
            Response(assessment_id="a", item_id="i", text=comment)
        else:
            Assessment(instrument="i", wave="pulse", note=comment)
    except InvalidRecord as error:
        raise _Wrong("comment", error.problems[0].message) from None


def _rows_of(
    source: str | Path | pd.DataFrame,
) -> tuple[str, list[str], Iterable[Row], Iterable[tuple[int | None, str]]]:
    """Return a table's name, its headings, its rows and what cannot be read of it."""
    if not isinstance(source, str | Path):
        return "The frame", [str(name) for name in source.columns], _frame(source), ()
    path = Path(source).expanduser()
    try:
        sheet = read_sheet(path)
    except MentorkitError as error:
        raise AssignmentError(str(error)) from None
    rows = [(row.number, row.cells) for row in sheet.rows]
    return path.name, sheet.headings, rows, sheet.broken


def _frame(frame: pd.DataFrame) -> Iterator[Row]:
    """Give the rows of a frame, counted from 1; what is missing is not there."""
    for number, (_, row) in enumerate(frame.iterrows(), 1):
        yield number, {str(name): value for name, value in row.dropna().items()}
