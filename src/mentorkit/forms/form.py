"""The form: a widget that shows a record's fields and hands over what was typed.

Everything goes by message, so that neither the notebook file nor the widget's state
ever holds what was typed, chosen from, or edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Unpack

import anywidget
import traitlets

from mentorkit.forms import words
from mentorkit.forms.answering import Answering
from mentorkit.forms.contract import Save, Saved, Settings, Setup
from mentorkit.forms.front_end import ENTRANCE, front_end, joined, with_fallback
from mentorkit.forms.replies import failed
from mentorkit.forms.surroundings import anybody_there, this_spot
from mentorkit.i18n import fill, known_language, speaking, translate
from mentorkit.models import Record


class RecordForm(anywidget.AnyWidget):
    """A form for one row of any record, made from the record's fields.

    Parameters
    ----------
    record : type of Record
        What the form is about.
    save : Save
        Keeps a ``Submission`` and returns a ``Saved``, or raises.
    values : Mapping, optional
        By field name: what to fill in, or the whole row that is edited.
    row_id : str, optional
        The id of the row that is edited; without it, the form adds a row.
    version : int, optional
        The version of the row that is edited.
    options : Mapping of str to sequence of (value, label), optional
        The choices of reference fields, by field name or by table name.
    hidden : Mapping, optional
        Fixed values that are not shown, such as ``mentorship_id``.
    signed_as : str, optional
        Who a save is signed with, as shown.
    timezone : str, default "UTC"
        The IANA zone in which instants are typed and shown.
    language : str, default "en"
        The language of all words, days and numbers: its tag, such as "es" or "ar-EG".
    draft : bool, default True
        Whether unsaved text is kept in the browser until it is saved or discarded.
    draft_key : bytes, optional
        The 32 bytes that drafts are sealed with. Without them the browser keeps text
        for as long as its tab is open, and private text for as long as the page is.
    scope : str, optional
        What tells drafts of different workspaces and mentorships apart.
    title : str, optional
        The heading, where "New goal" or "Edit goal" says too little.
    undo : Undo, optional
        Takes a save back; without it, no undo is offered.

    Attributes
    ----------
    error : Exception or None
        What came in the way last; behind "something went wrong", the exception itself.
    """

    _esm = joined(ENTRANCE)
    front_end = traitlets.Unicode(front_end()["name"]).tag(sync=True)
    waiting = traitlets.Dict().tag(sync=True)

    def __init__(
        self, record: type[Record], *, save: Save, **settings: Unpack[Settings]
    ) -> None:
        setup = Setup(record=record, save=save, **settings)
        setup = replace(setup, language=known_language(setup.language))
        super().__init__(waiting=words.while_waiting(setup.language))
        self._start(setup)
        self.on_msg(self._on_message)

    def _start(self, setup: Setup) -> None:
        self._setup = setup
        self._answering = Answering(setup, this_spot())
        self.error: Exception | None = None

    @property
    def saved(self) -> Saved | None:
        """What was saved last."""
        return self._answering.saved

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request of the front end; never raises.

        Parameters
        ----------
        message : Mapping
            ``kind`` ("open", "save", "undo" or "advise") and ``seq``; to open, whether the page
            lacks the ``front_end``; to save, ``id``, ``base``, ``values``,
            ``incomplete`` and ``why``; to undo, the ``change_set``; to advise, the
            ``values``.

        Returns
        -------
        dict
            Plain data: ``kind`` ("opened", "saved", "kept", "invalid", "conflict",
            "undone", "advice" or "failed"), the same ``seq``, and what that kind tells.
        """
        try:
            with speaking(self._setup.language):
                found = self._found(message)
        except Exception as error:  # noqa: BLE001 - the person waits for an answer
            self.error = error
            found = failed(self._setup, error)
        return {**found, "seq": message.get("seq")}

    def _found(self, message: Mapping[str, Any]) -> dict[str, Any]:
        if message["kind"] == "save":
            return self._answering.save(message)
        if message["kind"] == "undo":
            return self._answering.undo(message)
        if message["kind"] == "advise":
            return self._answering.advise(message)
        opened = self._answering.open()
        return (
            {**opened, "front_end": front_end()} if message.get("front_end") else opened
        )

    def _on_message(
        self, _widget: object, message: dict[str, Any], _buffers: object
    ) -> None:
        self.send(self.answer(message))

    def __repr__(self) -> str:
        setup = self._setup
        noun = translate(setup.record.noun, setup.language).capitalize()
        form = fill(words.FORM, setup.language, noun=noun)
        return fill(words.CLOSED, setup.language, form=form)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Show the form; where it cannot be, say how to open it, and nothing else."""
        shown = super()._repr_mimebundle_(**options) if anybody_there() else None
        return with_fallback(shown, repr(self))
