"""Forms in a learner's copy: each question's answer, kept in the output of its cell.

Whoever answers needs mentorkit, and no workspace, database or network. Nothing is
written but the notebook, by whoever saves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec

from mentorkit.assignments.controls import from_control, question_of, to_control
from mentorkit.assignments.given import Asked, Given, bundle
from mentorkit.assignments.own_file import Found, answers_in, own_file
from mentorkit.errors import AssignmentError, did_you_mean
from mentorkit.forms import AnswerForm, Held
from mentorkit.forms.surroundings import (
    is_written_in,
    this_cell,
    this_file,
    this_variable,
)
from mentorkit.forms.words import INCOMPLETE
from mentorkit.i18n import ENGLISH, N_, known_language, languages, translate


NOT_FOUND = N_(
    "The file of this notebook cannot be read from here. If you had answered before and"
    " your answer is not shown now, do not save: load the page anew."
)
APART = N_("What was answered is in the notebook's own file.")
ODD = N_(
    "The notebook holds an answer that this form cannot show. It stays as it is, below,"
    " until you answer here."
)

_GIVEN: dict[tuple[str, str, str], Given] = {}
"""What was answered while this kernel runs, by cell and question: a cell may be run
again, and a pasted one begins with what its original holds."""


def answer_forms(
    asked: Mapping[str, Mapping[str, Any]], language: str = ENGLISH
) -> Callable[[str], None]:
    """Return what opens the form of a question, by the question's id.

    Notebooks that are handed out with forms call it in their first cell.

    Parameters
    ----------
    asked : Mapping
        By id, each question's ``title`` and ``kind``, and its ``options`` or
        ``columns``: what is stored, and what people read.
    language : str, default "en"
        The language of the forms' words.

    Raises
    ------
    AssignmentError
        A question is not of this form.

    Examples
    --------
    >>> import mentorkit as mk
    >>> answer = mk.answer_forms({"week": {"title": "How was it?", "kind": "text"}})
    >>> answer("week")  # doctest: +SKIP
    """
    try:
        questions = msgspec.convert(asked, dict[str, Asked])
    except msgspec.ValidationError as error:
        raise AssignmentError(
            f"The questions of this notebook cannot be read: {error}. Put its first"
            " cells back as they were handed out, or ask for a new copy."
        ) from None
    spoken = language if language.partition("-")[0] in languages() else ENGLISH
    return _Opener(questions, known_language(spoken))


class _Opener:
    """Opens a notebook's forms."""

    def __init__(self, asked: Mapping[str, Asked], language: str) -> None:
        self._asked = asked
        self._language = language

    def __call__(self, prompt: str) -> None:
        """Show the form of a question, and below it the answer, if there is one."""
        from IPython.display import display  # noqa: PLC0415 - in a kernel, it is there

        if prompt not in self._asked:
            raise AssignmentError(
                f"This notebook asks nothing called '{prompt}'."
                f"{did_you_mean(prompt, self._asked)} It asks:"
                f" {', '.join(self._asked)}."
            )
        keeping = Keeping(prompt, self._asked[prompt], self._language, this_cell())
        question = question_of(prompt, keeping.asked, self._language)
        display(AnswerForm(question, keeping))  # type: ignore[no-untyped-call]
        output: Any = display(  # type: ignore[no-untyped-call]
            keeping.shown(), raw=True, display_id=True
        )
        keeping.show = lambda data: output.update(data, raw=True)


class Keeping:
    """Keeps the answer to one question in the output of a cell.

    Parameters
    ----------
    prompt : str
        The question's id.
    asked : Asked
        What it asks.
    language : str
        The language of what is said.
    cell : str
        The id of the cell that runs; empty where nobody says it.
    """

    def __init__(self, prompt: str, asked: Asked, language: str, cell: str) -> None:
        self.prompt, self.asked, self.language = prompt, asked, language
        self._cell, self._told = cell, this_file()
        self._about = {name: this_variable(name) for name in ("assignment", "learner")}
        self._key = (cell, prompt, repr(asked))
        self._note = ""
        self.show: Callable[[dict[str, Any]], None] = lambda _data: None
        self._given = self._last()

    @property
    def place(self) -> str:
        """Names the answer's place among those of a page, telling nothing of it."""
        told = f"{self._told}\n{self._cell}\n{self.prompt}"
        return sha256(told.encode()).hexdigest()[:16] if self._told else ""

    def shown(self) -> dict[str, Any]:
        """Return what the cell's output is to hold: the answer, or why there is none."""
        if self._note and not self._given.value:
            return {"text/plain": self._note}
        return bundle(self.prompt, self.asked, self._given, self.language)

    def held(self) -> Held:
        """Return the answer as its control holds it, and whether it is in the file."""
        try:
            raw = to_control(self.asked, self._given.value)
        except ValueError:
            raw, self._note = "", translate(ODD, self.language)
        return Held(raw, self._given.turn, self._is_saved(), self._note)

    def keep(self, raw: str, turn: int, *, incomplete: bool) -> Held:
        """Keep what a control holds: show it in the cell's output.

        Raises
        ------
        AssignmentError
            It is no answer to the question, or longer than what is collected.
        """
        if incomplete:
            raise AssignmentError(translate(INCOMPLETE["date"], self.language))
        value = from_control(self.asked, raw, self.language)
        self._given = _GIVEN[self._key] = Given(value, turn)
        self._note = ""
        self.show(self.shown())
        return self.held()

    def _last(self) -> Given:
        """Return the newest answer: the file's, or one that is not saved yet."""
        found = self._in_file()
        known = [found.own if found else None, _GIVEN.get(self._key)]
        if known == [None, None]:
            known = [found.other if found else None, *self._elsewhere()]
        there = (given for given in known if given is not None)
        newest = max(there, key=lambda given: given.turn, default=Given(""))
        if found is None and not newest.value:
            told = NOT_FOUND if is_written_in() else APART
            self._note = translate(told, self.language)
        return newest

    def _elsewhere(self) -> Iterator[Given]:
        """Give what was answered to the same question in other cells."""
        for (_, *question), given in _GIVEN.items():
            if question == [*self._key[1:]]:
                yield given

    def _in_file(self) -> Found | None:
        path = own_file(self._told, self.prompt, self._cell, self._about)
        return answers_in(path, self.prompt, self._cell) if path else None

    def _is_saved(self) -> bool | None:
        found = self._in_file()
        if found is None:
            return None
        return bool((found.own or Given("")).value == self._given.value)
