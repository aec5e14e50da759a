"""The board: a widget with a column for each status, whose cards people move.

Everything goes by message, so that neither the notebook file nor the widget's state
ever holds a card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from mentorkit.errors import Conflict
from mentorkit.forms import words
from mentorkit.forms.cards import (
    GONE,
    OVERTAKEN,
    THERE,
    UNDONE,
    WORDS,
    Card,
    Deck,
    Look,
)
from mentorkit.forms.contract import Submission
from mentorkit.forms.front_end import joined, with_fallback
from mentorkit.forms.surroundings import anybody_there
from mentorkit.i18n import translate


FRONT_END = ("controls.js", "line.js", "board.js")
"""The front end's files: a widget has one script, so they are joined in this order."""

STYLES = ("form.css", "panels.css", "board.css")
"""A board has the form's colours, buttons and focus ring, and its own layout."""


class Board(anywidget.AnyWidget):
    """A board of one record's rows, moved by keyboard as well as by mouse.

    Parameters
    ----------
    deck : Deck
        Gives the cards, keeps a move, takes it back.
    look : Look
        The record, the day, the language, and who moves.

    Attributes
    ----------
    error : Exception or None
        What came in the way last; behind "something went wrong", the exception itself.
    """

    _esm = joined(FRONT_END)
    _css = joined(STYLES)
    waiting = traitlets.Dict().tag(sync=True)

    def __init__(self, deck: Deck, look: Look) -> None:
        super().__init__(waiting=words.while_waiting(look.language))
        self._deck, self._look = deck, look
        self.error: Exception | None = None
        self.on_msg(self._on_message)

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request of the front end; never raises.

        Parameters
        ----------
        message : Mapping
            ``kind`` ("open", "move" or "undo") and ``seq``; to move also ``id``,
            ``version``, ``to`` and ``why``; to undo the move's name as ``undo``, and
            the card's ``id``.

        Returns
        -------
        dict
            Plain data: ``kind`` ("opened", "moved", "undone" or "refused"), the same
            ``seq``, the cards as they are now, and what happened in words.
        """
        acts = {"move": self._move, "undo": self._undo}
        try:
            found = acts.get(str(message["kind"]), self._open)(message)
        except Exception as error:  # noqa: BLE001 - the person waits for an answer
            self.error = error
            told = words.why_not(error, self._look.language)
            found = {"kind": "refused", "message": told}
        return {**found, "seq": message.get("seq")}

    def _open(self, _message: Mapping[str, Any]) -> dict[str, Any]:
        return {"kind": "opened", "spec": self._look.spec(), **self._shown()}

    def _move(self, message: Mapping[str, Any]) -> dict[str, Any]:
        look, row = self._look, str(message["id"])
        before = self._card(row)
        if before is None:
            return self._refused(translate(GONE, look.language))
        why = str(message.get("why") or "").strip()
        to = str(message["to"])
        if to not in {column["status"] for column in look.spec()["columns"]}:
            return self._refused(f"There is no column '{to}'.", row)
        if before.status == to:
            return self._refused(look.say(THERE, before), row)
        if look.asks_why() and not why:
            told = translate(WORDS["ask_why"], look.language)
            return {**self._refused(told, row), "asks": True}
        try:
            name = self._deck.move(
                Submission(
                    look.record, row, look.values(to), why, int(message["version"])
                )
            )
        except Conflict as error:
            return self._overtaken(row, error)
        cards = self._deck.cards()
        after = _named(cards, row)
        said = look.moved(before, after) if after else ""
        kept = {"kind": "moved", "message": said, "id": row, "undo": name}
        return {**kept, **self._shown(cards)}

    def _undo(self, message: Mapping[str, Any]) -> dict[str, Any]:
        row = str(message["id"])
        self._deck.undo(str(message["undo"]))
        cards = self._deck.cards()
        card = _named(cards, row)
        said = self._look.say(UNDONE, card) if card else ""
        return {"kind": "undone", "message": said, "id": row, **self._shown(cards)}

    def _overtaken(self, row: str, error: Conflict) -> dict[str, Any]:
        card = self._card(row)
        if card is None:
            return self._refused(translate(GONE, self._look.language))
        who = [str(line["by"]) for line in error.changed if line.get("by")]
        somebody = translate(words.SOMEBODY, self._look.language)
        told = self._look.say(OVERTAKEN, card, who=who[-1] if who else somebody)
        return self._refused(told, row)

    def _refused(self, message: str, row: str = "") -> dict[str, Any]:
        return {"kind": "refused", "message": message, "id": row, **self._shown()}

    def _card(self, row: str) -> Card | None:
        return _named(self._deck.cards(), row)

    def _shown(self, cards: Sequence[Card] | None = None) -> dict[str, Any]:
        known = self._deck.cards() if cards is None else cards
        return {"cards": [self._look.shown(card) for card in known]}

    def _on_message(
        self, _widget: object, message: dict[str, Any], _buffers: object
    ) -> None:
        self.send(self.answer(message))

    def __repr__(self) -> str:
        closed = translate(words.CLOSED, self._look.language)
        return closed.format(form=self._look.title())

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Show the board; where it cannot be, say how to open it, and nothing else."""
        shown = super()._repr_mimebundle_(**options) if anybody_there() else None
        return with_fallback(shown, repr(self))


def _named(cards: Sequence[Card], row: str) -> Card | None:
    return next((card for card in cards if card.id == row), None)
