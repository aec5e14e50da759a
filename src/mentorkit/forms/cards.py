"""What a board shows and says, as plain data, and what it asks of whoever keeps rows.

A board changes one thing of a row: its status. Nothing here knows widgets or tables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from mentorkit.forms import words
from mentorkit.forms.contract import Submission
from mentorkit.forms.values import in_words
from mentorkit.i18n import N_, translate
from mentorkit.models import Field, Record
from mentorkit.models.rule import Needs


STATUS = "status"
"""The field that a board's columns are made of."""

BOARD = N_("{noun} board")

WORDS = {
    "move": N_("Move"),
    "move_to": N_("Move “{title}” to"),
    "cancel": N_("Leave it"),
    "none": N_("None"),
    "signed": N_("Moving as"),
    "reason": N_("Reason, if there is one"),
    "reason_required": N_("Reason for the change"),
    "reason_help": N_("Kept in the history beside the change."),
    "ask_why": N_("Say why this changes."),
    "undo": N_("Undo"),
    "moving": N_("Moving …"),
    "undoing": N_("Taking it back …"),
    "late": N_("Not moved yet: the kernel is busy. It moves as soon as it is free."),
    "dead": N_(
        "Not moved: the kernel is not answering. Start the kernel, run this cell"
        " again, then move it."
    ),
    "undo_late": N_("Not taken back yet: the kernel is busy."),
    "undo_dead": N_(
        "Not taken back: the kernel is not answering. Start the kernel, then use"
        " ws.undo()."
    ),
    "error": N_("Error:"),
}
"""Said by the open board."""

EMPTY = N_('There is no {noun} yet. Add the first with ws.form("{noun}", …).')
MOVED = N_("“{title}” moved from “{before}” to “{after}”.")
FILLED = N_("{label}: {value}.")
UNDONE = N_("“{title}” is back under “{after}”.")
THERE = N_("“{title}” is under “{after}” already.")
OVERTAKEN = N_(
    "Not moved: {who} changed “{title}” in the meantime. The board shows how it is now."
    " Move it again if you still want to."
)
GONE = N_("It is not there any more. The board shows what there is now.")
LATE = N_("Late")
DUE = N_("Due {day}")
DONE = N_("Done {day}")


@dataclass(frozen=True, slots=True)
class Card:
    """One row on a board.

    Attributes
    ----------
    id : str
        The row's id.
    version : int
        Its version.
    title : str
        What it is called; a stand-in where the reader may not know.
    status : str
        The column that it lies in.
    about : str
        What it belongs to, or whose it is.
    due_on, done_on : datetime.date, optional
        When it is due, and when it was done.
    """

    id: str
    version: int
    title: str
    status: str
    about: str = ""
    due_on: dt.date | None = None
    done_on: dt.date | None = None


class Deck(Protocol):
    """Whoever keeps the rows of a board."""

    def cards(self) -> Sequence[Card]:
        """Return the rows as they are now."""

    def move(self, submission: Submission) -> str:
        """Keep a new status; return the name by which that can be taken back.

        Raises
        ------
        Conflict
            A newer version is there.
        MentorkitError
            It is refused; the message is shown as it is.
        """

    def undo(self, name: str) -> None:
        """Take one move back.

        Raises
        ------
        MentorkitError
            It cannot be; the message is shown as it is.
        """


@dataclass(frozen=True, slots=True)
class Look:
    """How a board of one record is told: in which language, zone, and on which day."""

    record: type[Record]
    today: dt.date
    language: str = "en"
    signed_as: str = ""

    @property
    def noun(self) -> str:
        """What a row is called."""
        return translate(self.record.noun, self.language)

    def title(self) -> str:
        """Return the board's name."""
        name = translate(BOARD, self.language).format(noun=self.noun)
        return name[:1].upper() + name[1:]

    def label(self, status: str) -> str:
        """Return a column's heading."""
        words_of = {str(word): word.label for word in self._status.vocabulary or ()}
        return translate(words_of.get(status, status), self.language)

    def spec(self) -> dict[str, Any]:
        """Return the board's description: its columns and its words."""
        empty = translate(EMPTY, self.language).format(noun=self.noun)
        return {
            "title": self.title(),
            "language": self.language,
            "signed_as": self.signed_as,
            "asks": self.asks_why(),
            "words": words.in_language(WORDS, self.language) | {"empty": empty},
            "columns": [
                {"status": status, "label": self.label(status)}
                for status in (self._status.vocabulary or _Nothing).words()
            ],
        }

    def asks_why(self) -> bool:
        """Tell whether the model asks for a reason when a card moves."""
        return any(self.record.field(name).about.why for name in self.moving())

    def moving(self) -> tuple[str, ...]:
        """Return the fields that a move may change: the status and what hangs on it."""
        return (STATUS, *(rule.field for rule in self._needs()))

    def values(self, status: str) -> dict[str, Any]:
        """Return what a row holds after a move: the status, and its day where due."""
        found: dict[str, Any] = {STATUS: status}
        for rule in self._needs():
            if status == rule.value:
                found[rule.field] = self.today
            elif rule.otherwise:
                found[rule.field] = None
        return found

    def shown(self, card: Card) -> dict[str, Any]:
        """Return a card as the front end draws it."""
        open_ = not card.done_on and card.status in self._open()
        late = open_ and card.due_on is not None and card.due_on < self.today
        when = (DONE, card.done_on) if card.done_on else (DUE, card.due_on)
        return {
            "id": card.id,
            "version": card.version,
            "title": card.title,
            "status": card.status,
            "about": card.about,
            "late": translate(LATE, self.language) if late else "",
            "when": self._told(*when),
        }

    def moved(self, before: Card, after: Card) -> str:
        """Return what happened, for those who do not see it."""
        message = translate(MOVED, self.language).format(
            title=after.title,
            before=self.label(before.status),
            after=self.label(after.status),
        )
        if not after.done_on or before.done_on == after.done_on:
            return message
        label = self.record.field("done_on").about.label
        filled = translate(FILLED, self.language).format(
            label=translate(label, self.language), value=self._day(after.done_on)
        )
        return f"{message} {filled}"

    def say(self, message: str, card: Card, **more: str) -> str:
        """Return a message about a card."""
        told = {"title": card.title, "after": self.label(card.status)}
        return translate(message, self.language).format(**told, **more)

    @property
    def _status(self) -> Field:
        return self.record.field(STATUS)

    def _needs(self) -> list[Needs]:
        return [
            rule
            for rule in self.record.rules
            if isinstance(rule, Needs) and rule.when == STATUS
        ]

    def _open(self) -> tuple[str, ...]:
        """Return the statuses in which a due date still counts: those before done."""
        all_words = (self._status.vocabulary or _Nothing).words()
        ends = [rule.value for rule in self._needs()]
        return tuple(all_words[: min(map(all_words.index, ends), default=0)])

    def _told(self, message: str, day: dt.date | None) -> str:
        if day is None:
            return ""
        return translate(message, self.language).format(day=self._day(day))

    def _day(self, day: dt.date) -> str:
        field = self.record.field("due_on")
        return in_words(field, day, {}, "UTC", self.language)


class _Nothing:
    """A vocabulary without words."""

    @staticmethod
    def words() -> list[str]:
        return []
