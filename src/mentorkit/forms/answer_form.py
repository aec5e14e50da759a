"""The answer form: one question's control, whose answer is kept while it is given.

What an answer may be, and where it is kept, is the affair of whoever opens the form.
Like the other forms it goes by message: the widget's state holds nothing of an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

import anywidget
import traitlets

from mentorkit.forms import words
from mentorkit.forms.front_end import (
    ANSWER_STYLES,
    ANSWERS,
    ENTRANCE,
    front_end,
    joined,
    with_fallback,
)
from mentorkit.forms.surroundings import is_written_in
from mentorkit.i18n import N_, fill, speaking, translate


LINES = 4
"""Of a text area before anything is in it; it grows."""

LABEL = N_("Answer")
TITLE = N_("Form for your answer to “{title}”")

WORDS = {
    "before": N_("What you answer is kept in this notebook."),
    "kept": N_(
        "Your answer is kept in this notebook. Save the notebook ({keys}) before you"
        " hand it in."
    ),
    "unsaved": N_(
        "Your answer is kept in this notebook, which is not saved yet. Save it ({keys})"
        " before you hand it in."
    ),
    "saved": N_("Your answer is kept in this notebook, and the notebook is saved."),
    "emptied": N_("Your answer is taken out. Save the notebook ({keys})."),
    "late": N_(
        "Not kept yet: the kernel is busy. It is kept as soon as the kernel is free;"
        " what you typed stays here."
    ),
    "dead": N_(
        "Not kept: the kernel is not answering. What you typed stays here while this"
        " page is open. Start the kernel, then run the notebook's cells again."
    ),
    "stale": N_("The page was loaded anew. Run this cell again to change your answer."),
    "error": N_("Error:"),
    "line_add": N_("Add a line"),
    "line_drop": N_("Take out line"),
}
"""Said by the open form."""

BROKEN = N_(
    "Not kept: something went wrong ({kind}). What you typed stays here; tell whoever"
    " gave you this notebook if it happens again."
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to choose: what is kept, what people read, and a word more."""

    value: str
    label: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What a form asks, and by which control it is answered.

    Attributes
    ----------
    name : str
        What the control is called.
    title : str
        The question, as people read it.
    control : str
        Its kind; "boxes" are ticked, "lines" are rows of columns.
    columns : tuple of (name, label)
        Of lines.
    stacked : bool
        Whether choices stand one below the other.
    """

    name: str
    title: str
    control: Literal["textarea", "radios", "boxes", "lines", "date"]
    language: str = "en"
    choices: tuple[Choice, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    stacked: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """What is kept of an answer.

    Attributes
    ----------
    raw : str
        As the control holds it.
    turn : int
        How often it was given, so that the newer of two is known.
    saved : bool or None
        Whether it is in the notebook's file; None where nobody can see.
    note : str
        What to tell beside it.
    """

    raw: str
    turn: int = 0
    saved: bool | None = None
    note: str = ""


class Keeper(Protocol):
    """Keeps one answer."""

    @property
    def place(self) -> str:
        """Names the place of the answer among all of a page; empty where unknown."""

    def held(self) -> Held:
        """Return what is kept."""

    def keep(self, raw: str, turn: int, *, incomplete: bool) -> Held:
        """Keep what a control holds, which was given so often.

        Raises
        ------
        MentorkitError
            It cannot be kept; the message is shown beside the field.
        """


class AnswerForm(anywidget.AnyWidget):
    """A form for one answer.

    Parameters
    ----------
    question : Question
        What it asks.
    keeper : Keeper
        Keeps the answer each time that it changes.

    Attributes
    ----------
    error : Exception or None
        What came in the way last; behind "something went wrong", the exception itself.
    """

    _esm = joined(ENTRANCE)
    front_end = traitlets.Unicode(front_end(ANSWERS, ANSWER_STYLES)["name"])
    front_end.tag(sync=True)
    waiting = traitlets.Dict().tag(sync=True)

    def __init__(self, question: Question, keeper: Keeper) -> None:
        super().__init__(waiting=words.while_waiting(question.language))
        self._question, self._keeper = question, keeper
        self._opened = 0
        self.error: Exception | None = None
        self.on_msg(self._on_message)

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request of the front end; never raises.

        Parameters
        ----------
        message : Mapping
            ``kind`` ("open", "keep" or "look") and ``seq``; to open, whether the page
            lacks the ``front_end``; to keep, the control's ``raw`` text, its ``turn``,
            and whether it is ``incomplete``.

        Returns
        -------
        dict
            Plain data: ``kind`` ("opened", "kept", "looked" or "refused"), the same
            ``seq``, and what that kind tells.
        """
        try:
            with speaking(self._question.language):
                found = self._found(message)
        except Exception as error:  # noqa: BLE001 - the person waits for an answer
            self.error = error
            told = words.why_not(error, self._question.language, BROKEN)
            found = {"kind": "refused", "message": told}
        return {**found, "seq": message.get("seq")}

    def _found(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if message["kind"] == "keep":
            raw, turn = str(message["raw"]), int(message["turn"])
            incomplete = bool(message.get("incomplete"))
            kept = self._keeper.keep(raw, turn, incomplete=incomplete)
            return {"kind": "kept", **asdict(kept)}
        if message["kind"] == "look":
            return {"kind": "looked", "saved": self._keeper.held().saved}
        self._opened += 1
        opened = {
            "kind": "opened",
            "spec": spec_of(self._question),
            "held": asdict(self._keeper.held()),
            "place": self._keeper.place,
            "form": self.model_id,
            "again": self._opened > 1,
        }
        if message.get("front_end"):
            opened["front_end"] = front_end(ANSWERS, ANSWER_STYLES)
        return opened

    def _on_message(
        self, _widget: object, message: dict[str, Any], _buffers: object
    ) -> None:
        self.send(self.answer(message))

    def __repr__(self) -> str:
        question = self._question
        form = fill(TITLE, question.language, title=question.title)
        return fill(words.CLOSED, question.language, form=form)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Show the form; where no notebook is written in, say how to open it."""
        shown = super()._repr_mimebundle_(**options) if is_written_in() else None
        return with_fallback(shown, repr(self))


def spec_of(question: Question) -> dict[str, Any]:
    """Return what the front end needs to draw a question's form."""
    choices = list(question.choices)
    if question.control == "radios":
        empty = translate(words.EMPTY_CHOICE, question.language)
        dash = ("–", empty) if not question.stacked else (empty, "")
        choices.insert(0, Choice("", *dash))
    return {
        "name": question.name,
        "title": question.title,
        "control": question.control,
        "label": translate(LABEL, question.language),
        "help": "",
        "required": False,
        "lines": LINES,
        "place": "stack" if question.stacked else "row",
        "options": [asdict(choice) for choice in choices],
        "columns": [
            {"name": name, "label": label, "control": "text", "options": []}
            for name, label in question.columns
        ],
        "words": words.in_language(WORDS, question.language),
    }
