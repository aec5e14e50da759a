"""The form: a widget that shows a record's fields and hands over what was typed.

Everything goes by message, so that neither the notebook file nor the widget's state
ever holds what was typed, chosen from, or edited.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Unpack

import anywidget
import traitlets

from mentorkit.errors import Conflict, InvalidRecord
from mentorkit.forms import words
from mentorkit.forms.contract import Save, Saved, Settings, Setup, Submission
from mentorkit.forms.intake import read, told_at_once
from mentorkit.forms.replies import (
    already,
    conflict,
    failed,
    invalid,
    kept_before,
    saved,
)
from mentorkit.forms.spec import first_values, spec_of
from mentorkit.i18n import fill, known_language, speaking, translate
from mentorkit.models import Record, new_id


STATIC = Path(__file__).parent / "static"

FRONT_END = ("controls.js", "draft.js", "line.js", "form.js")
"""The front end's files: a widget has one script, so they are joined in this order."""


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
        Whether unsaved text is kept in the browser tab, except private text.
    scope : str, optional
        What tells drafts of different workspaces and mentorships apart.
    title : str, optional
        The heading, where "New goal" or "Edit goal" says too little.

    Attributes
    ----------
    saved : Saved or None
        What was saved last.
    error : Exception or None
        The last unexpected exception behind "something went wrong".
    """

    _esm = "\n".join((STATIC / name).read_text("utf-8") for name in FRONT_END)
    _css = STATIC / "form.css"
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
        self._rows: dict[str, dict[str, Any]] = {}
        if setup.row_id is not None:
            self._rows[setup.row_id] = dict(setup.values)
        self._added: dict[str, tuple[dict[str, Any], Saved]] = {}
        self.saved: Saved | None = None
        self.error: Exception | None = None

    def answer(self, message: Mapping[str, Any]) -> dict[str, Any]:
        """Answer one request of the front end; never raises.

        Parameters
        ----------
        message : Mapping
            ``kind`` ("open" or "save") and ``seq``; to save also ``id``, ``base``,
            ``values``, ``incomplete`` and ``why``.

        Returns
        -------
        dict
            Plain data: ``kind`` ("opened", "saved", "kept", "invalid", "conflict" or
            "failed"), the same ``seq``, and what that kind tells.
        """
        try:
            with speaking(self._setup.language):
                saves = message["kind"] == "save"
                found = self._save(message) if saves else self._open()
        except Exception as error:  # noqa: BLE001 - the person waits for an answer
            self.error = error
            found = failed(self._setup, error)
        return {**found, "seq": message.get("seq")}

    def _open(self) -> dict[str, Any]:
        setup = self._setup
        return {
            "kind": "opened",
            "spec": spec_of(setup),
            "values": first_values(setup),
            "id": setup.row_id or new_id(setup.record.prefix),
            "version": setup.version,
        }

    def _save(self, message: Mapping[str, Any]) -> dict[str, Any]:
        setup = self._setup
        try:
            submission = read(setup, message, self._rows)
        except InvalidRecord as error:
            return invalid(setup, error.problems)
        if submission.is_new and submission.id in self._added:
            return self._repeat(submission)
        try:
            kept = setup.save(submission)
        except InvalidRecord as error:
            return self._refused(submission, error)
        except Conflict as error:
            self._overtaken(submission, error)
            return conflict(setup, submission, error)
        return self._note(submission, kept)

    def _note(self, submission: Submission, kept: Saved) -> dict[str, Any]:
        row = {**self._rows.get(kept.id, {}), **submission.values, **kept.values}
        self._rows[kept.id] = row
        self.saved = kept
        if submission.is_new:
            self._added[submission.id] = (submission.values, kept)
        return saved(self._setup, submission, kept, row)

    def _refused(self, submission: Submission, error: InvalidRecord) -> dict[str, Any]:
        setup = self._setup
        if any(problem.field == setup.record.key() for problem in error.problems):
            return already(setup)
        row = {**self._rows.get(submission.id, {}), **submission.values}
        return invalid(setup, told_at_once(setup, row, error.problems))

    def _repeat(self, submission: Submission) -> dict[str, Any]:
        """Answer a second save of one new row, which must not add a second row."""
        values, kept = self._added[submission.id]
        row = self._rows[kept.id]
        if values == submission.values:
            return saved(self._setup, submission, kept, row)
        return kept_before(self._setup, kept, row)

    def _overtaken(self, submission: Submission, error: Conflict) -> None:
        """Learn what the row holds now, so that the next save is compared with it."""
        row = self._rows.setdefault(submission.id, {})
        for line in error.changed:
            row[str(line.get("field"))] = line.get("after")

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
        shown = super()._repr_mimebundle_(**options)
        data, metadata = shown or ({}, {})
        closed = repr(self)
        fallback = {"text/plain": closed, "text/html": f"<p>{html.escape(closed)}</p>"}
        return {**data, **fallback}, metadata
