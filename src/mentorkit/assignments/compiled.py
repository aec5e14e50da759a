"""A template's notebook read back: what it asks, and what is wrong with it.

For notebooks of one's own: what came back from somebody is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from mentorkit.assignments.prompt import (
    NAMESPACE,
    SCHEMA,
    Column,
    Kind,
    Option,
    Prompt,
    Template,
)
from mentorkit.assignments.sound import NAME, VERSION, flaws_of
from mentorkit.errors import InvalidTemplate, Problem, did_you_mean


HEADING = re.compile(r"^#{1,2}\s+(\S.*?)\s*$", re.MULTILINE)

OWN = ("due", "forms", "parameters")
"""Ids of the cells that a learner's copy has besides the template's."""


class _Ours(msgspec.Struct, frozen=True):
    """What a cell says under our name."""

    prompt: str = ""
    role: str = ""
    kind: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    into: str = ""


class _Graded(msgspec.Struct, frozen=True):
    grade_id: str = ""


class _Metadata(msgspec.Struct, frozen=True):
    mentorkit: _Ours = _Ours()
    nbgrader: _Graded | None = None
    editable: bool = True
    deletable: bool = True


class _Cell(msgspec.Struct, frozen=True):
    cell_type: str
    id: str = ""
    source: str | tuple[str, ...] = ""
    metadata: _Metadata = _Metadata()

    @property
    def text(self) -> str:
        return self.source if isinstance(self.source, str) else "".join(self.source)


class _Named(msgspec.Struct, frozen=True):
    """What a notebook says under our name."""

    template: str = ""
    version: str = ""
    language: str = ""
    schema: int = SCHEMA
    learner: str = ""


class _About(msgspec.Struct, frozen=True):
    mentorkit: _Named = _Named()


class _Notebook(msgspec.Struct, frozen=True):
    cells: tuple[_Cell, ...]
    metadata: _About
    nbformat: int


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template as it is handed out: what it asks, and its notebook."""

    template: Template
    notebook: dict[str, Any]


def read_compiled(data: bytes, file: str) -> Compiled:
    """Return a template from its notebook.

    Parameters
    ----------
    data : bytes
        The notebook's file.
    file : str
        What it is called in problems.

    Raises
    ------
    InvalidTemplate
        Something is wrong with it; its ``problems`` say all that is, cell by cell.
    """
    try:
        notebook = msgspec.json.decode(data, type=dict[str, Any])
        found = msgspec.convert(notebook, _Notebook)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        message = f"This is no notebook of a template: {error}."
        raise InvalidTemplate([Problem(message, file=file)]) from None
    reader = _Reader(found, file)
    template = reader.read()
    if reader.problems:
        raise InvalidTemplate(reader.problems)
    return Compiled(template, notebook)


class _Reader:
    """Reads one notebook and gathers what is wrong with it."""

    def __init__(self, notebook: _Notebook, file: str) -> None:
        self.notebook = notebook
        self.cells = notebook.cells
        self.file = file
        self.problems: list[Problem] = []

    def read(self) -> Template:
        named = self.notebook.metadata.mentorkit
        for message, value in _flaws_of_name(named, self.notebook.nbformat):
            self.problems.append(Problem(message, value=value, file=self.file))
        self._same_ids()
        prompts = tuple(self._prompts())
        if not prompts:
            self.problems.append(Problem("Nothing is asked in it.", file=self.file))
        first = HEADING.search(self.cells[0].text) if self.cells else None
        title = first[1] if first else named.template
        return Template(named.template, named.version, named.language, title, prompts)

    def _wrong(self, place: int, message: str) -> None:
        cell = self.cells[place]
        shown = f"cell {place + 1}" + (f" ({cell.id})" if cell.id else "")
        self.problems.append(Problem(message, field=shown, file=self.file))

    def _same_ids(self) -> None:
        first: dict[str, int] = {}
        for place, cell in enumerate(self.cells):
            if not cell.id:
                self._wrong(place, "The cell has no id. Save it as nbformat 4.5.")
            elif cell.id in first:
                before = first[cell.id] + 1
                self._wrong(place, f"Cell {before} has the same id. Give each its own.")
            elif cell.id in OWN:
                self._wrong(place, "Copies have a cell of this id. Use another.")
            first.setdefault(cell.id, place)

    def _prompts(self) -> Iterator[Prompt]:
        """Give each prompt: a question's cell and the answer's after it."""
        asked: set[str] = set()
        for place, cell in enumerate(self.cells):
            ours = cell.metadata.mentorkit
            if ours.role == "question":
                if ours.prompt in asked:
                    self._wrong(place, "Another question has this prompt's id.")
                asked.add(ours.prompt)
                yield from self._prompt(place)
            elif ours.role == "answer" and ours.prompt not in asked:
                self._wrong(place, "No question stands before this answer.")
            elif ours.role and ours.role != "answer":
                self._wrong(place, "A cell is a “question”, an “answer” or neither.")

    def _prompt(self, place: int) -> Iterator[Prompt]:
        question = self.cells[place]
        name = question.metadata.mentorkit.prompt
        answer = self.cells[place + 1] if place + 1 < len(self.cells) else None
        ours = answer.metadata.mentorkit if answer else _Ours()
        if answer is None or (ours.role, ours.prompt) != ("answer", name):
            self._wrong(place, f"The next cell has to be the answer to “{name}”.")
            return
        if ours.kind not in list(Kind):
            hint = did_you_mean(ours.kind, Kind)
            known = ", ".join(Kind)
            message = (
                f"No answer is of the kind “{ours.kind}”.{hint} There are: {known}."
            )
            self._wrong(place + 1, message)
            return
        heading = HEADING.search(question.text)
        prompt = Prompt(
            id=name,
            kind=Kind(ours.kind),
            title=heading[1] if heading else "",
            question=question.text,
            starter=answer.text,
            options=ours.options,
            columns=ours.columns,
            into=ours.into,
        )
        self._check(place, prompt)
        yield prompt

    def _check(self, place: int, prompt: Prompt) -> None:
        """See that both cells of a prompt are what its id and its kind say."""
        question, answer = self.cells[place : place + 2]
        for flaw in flaws_of(prompt):
            self._wrong(place, flaw)
        graded = answer.metadata.nbgrader
        wanted = (question, prompt.question_id), (answer, prompt.id)
        for offset, (cell, cell_id) in enumerate(wanted):
            if cell.id != cell_id:
                self._wrong(place + offset, f"Its id has to be “{cell_id}”.")
            if cell.cell_type != "markdown":
                self._wrong(place + offset, "It has to be a Markdown cell.")
        if graded and graded.grade_id != prompt.id:
            self._wrong(place + 1, f"Its grade_id has to be “{prompt.id}”.")
        if question.metadata.editable or question.metadata.deletable:
            message = "Lock the question: set editable and deletable to false."
            self._wrong(place, message)
        for label in _not_shown(prompt):
            self._wrong(place + 1, f"“{label}” can be answered and is not in the cell.")


def _flaws_of_name(named: _Named, nbformat: int) -> Iterator[tuple[str, object]]:
    """Give what is wrong with a notebook's own metadata, and the value."""
    if nbformat != 4:
        yield "A notebook has to be of nbformat 4. Save it with JupyterLab.", nbformat
    if named.learner:
        yield "This is somebody's copy. Name the template that it was made of.", None
    if named.schema > SCHEMA:
        yield "A newer mentorkit made it. Update mentorkit.", named.schema
    if not NAME.fullmatch(named.template):
        place = f"metadata.{NAMESPACE}.template"
        yield f"Give the template a name, in {place}.", named.template
    if not VERSION.fullmatch(named.version):
        place = f"metadata.{NAMESPACE}.version"
        yield f"Give its version as three numbers, in {place}.", named.version
    if not re.fullmatch(r"[a-z]{2,3}", named.language):
        yield f"Give its language, in metadata.{NAMESPACE}.language.", named.language


def _not_shown(prompt: Prompt) -> Sequence[str]:
    """Return the options and columns that an answer's cell does not offer."""
    labels = [option.label for option in prompt.options]
    labels += [column.label for column in prompt.columns]
    return [label for label in labels if label not in prompt.starter]
