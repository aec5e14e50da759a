"""Giving answers back with what was said to them: a page and a notebook for each learner.

Only what is a learner's own goes to them. What they handed in is never touched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from mentorkit.assignments.manifest import place_of
from mentorkit.assignments.prompt import Kind, Manifest, Prompt
from mentorkit.assignments.returning import feedback_notebook
from mentorkit.assignments.values import OTHER, day_of
from mentorkit.errors import AssignmentError
from mentorkit.i18n import N_, day_text, translate
from mentorkit.models import Visibility
from mentorkit.models.item import steps_of
from mentorkit.report.feedback import Feedback, Reply, feedback_page
from mentorkit.review.places import Folder, write_whole
from mentorkit.workspace.collected import newest
from mentorkit.workspace.commenting import instrument_for, items_of, sheets_of
from mentorkit.workspace.drafts import Value, rows_of
from mentorkit.workspace.handed_in import answers_in
from mentorkit.workspace.handing_out import State


if TYPE_CHECKING:
    import pandas as pd

    from mentorkit.workspace.reading import Reading

BESIDES = N_("Elsewhere in the notebook")

KEPT = "feedback.json"
"""What went out, so that a notebook which somebody has begun is known."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one learner gets back.

    Attributes
    ----------
    comments : int
        How many comments and levels there are.
    state : State
        What became of the notebook; the page is always as it should be.
    """

    learner: str
    comments: int
    state: State
    page: Path
    notebook: Path


@dataclass(frozen=True, slots=True)
class Returned:
    """What was given back.

    Attributes
    ----------
    waiting : tuple of str
        Learners who have handed in, and to whom nothing was said yet.
    change_set : str or None
        What names the comments that were kept, if there were new ones.
    """

    assignment: str
    folder: Path
    given: tuple[Given, ...]
    waiting: tuple[str, ...] = ()
    change_set: str | None = None

    def frame(self) -> pd.DataFrame:
        """Return a row for each learner: ``learner``, ``comments``, ``state``, files."""
        import pandas as pd  # noqa: PLC0415 - heavy

        rows = [
            (g.learner, g.comments, str(g.state), str(g.page), str(g.notebook))
            for g in self.given
        ]
        columns = ["learner", "comments", "state", "page", "notebook"]
        return pd.DataFrame(rows, columns=columns)


def give_back(
    ws: Reading,
    manifest: Manifest,
    learners: Sequence[str],
    out: str | Path | None,
    change_set: str | None,
) -> Returned:
    """Write a page and a notebook for each learner to whom something was said."""
    kept_in = place_of(ws.folder, manifest.assignment).parent
    folder = Path(out or kept_in / "feedback").expanduser().absolute()
    found = [
        each
        for each in feedback_of(ws, manifest)
        if not learners or each.learner in learners
    ]
    said = [each for each in found if _count(each)]
    waiting = tuple(e.learner for e in found if not _count(e) and e.handed_in)
    try:
        with Folder(kept_in).held():
            before = _went_out(kept_in / KEPT)
            given = [_written(each, folder, before) for each in said]
            write_whole(kept_in / KEPT, json.dumps(before, indent=1, sort_keys=True))
    except OSError as error:
        raise AssignmentError(
            f"{error.filename or folder} cannot be used: {error.strerror}. Run it again"
            " when it can be: what was written already is not written again."
        ) from None
    return Returned(manifest.assignment, folder, tuple(given), waiting, change_set)


def feedback_of(ws: Reading, manifest: Manifest) -> Iterator[Feedback]:
    """Give what each learner answered and what was said to it, as far as you read it."""
    files = newest(ws, manifest)
    answers = answers_in(ws, manifest.assignment)
    said = _said(ws, manifest)
    people = {str(row["handle"]): row for row in ws.store.rows("people")}
    zone = ZoneInfo(ws.timezone)
    for learner in sorted({copy.learner for copy in manifest.copies} | files.keys()):
        if learner not in people:
            continue
        person, file = people[learner], files.get(learner)
        key = str(person["person_id"]), file.fingerprint if file else ""
        to_prompts = said.get(learner, {})
        yield Feedback(
            assignment=manifest.assignment,
            title=manifest.template.title,
            learner=learner,
            name=str(person["name"]),
            language=manifest.template.language,
            handed_in=file.received_at.astimezone(zone).date() if file else None,
            replies=tuple(_replies(manifest, answers.get(key, {}), to_prompts)),
            comments=tuple(to_prompts.get(("", "comment"), ())),
        )


def _replies(
    manifest: Manifest,
    answers: Mapping[str, Sequence[Value]],
    said: Mapping[tuple[str, str], Sequence[str]],
) -> Iterator[Reply]:
    language = manifest.template.language
    for prompt in manifest.template.prompts:
        yield Reply(
            key=prompt.id,
            title=prompt.title,
            comments=tuple(said.get((prompt.id, "comment"), ())),
            levels=tuple(said.get((prompt.id, "level"), ())),
            **_answer(prompt, answers.get(prompt.id, ()), language),
        )
    if besides := answers.get(""):
        texts = tuple(each.value for each in besides)
        yield Reply("", translate(BESIDES, language), texts)


def _answer(prompt: Prompt, values: Sequence[Value], language: str) -> dict[str, Any]:
    """Return what was answered in the words in which it was asked."""
    notes = [each.value for each in values if each.part == OTHER]
    own = [each.value for each in values if each.part != OTHER]
    if prompt.columns:
        names = [column.name for column in prompt.columns]
        rows = rows_of(prompt, values).values()
        cells = (tuple(row.get(name, "") for name in names) for row in rows)
        columns = tuple(column.label for column in prompt.columns)
        return {"columns": columns, "rows": tuple(cells), "texts": tuple(notes)}
    if prompt.options:
        chosen = [prompt.in_words(value) for value in own]
        return {"texts": (*chosen, *notes), "chosen": bool(chosen)}
    if prompt.kind is Kind.DATE:
        days = ((day_of(value), value) for value in own)
        own = [day_text(day, language) if day else value for day, value in days]
    return {"texts": (*own, *notes)}


def _said(
    ws: Reading, manifest: Manifest
) -> dict[str, dict[tuple[str, str], list[str]]]:
    """Return what was said to each learner, by prompt and kind, in a stable order."""
    name = instrument_for(manifest.assignment)
    anchors = {
        str(row["item_id"]): steps_of(row["anchors"])
        for row in ws.store.rows("items", {"instrument": [name]})
    }
    places = {item.id: place for place, item in items_of(manifest).items()}
    answers: dict[str, list[dict[Any, Any]]] = {}
    for row in ws.frame("responses").to_dict("records"):
        answers.setdefault(row["assessment_id"], []).append(row)
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for learner, sheets in sheets_of(ws, manifest.assignment).items():
        own = found.setdefault(learner, {})
        shared = (row for row in sheets if row["visibility"] != Visibility.PRIVATE)
        for sheet in sorted(shared, key=lambda row: str(row["assessment_id"])):
            if isinstance(sheet["note"], str):
                own.setdefault(("", "comment"), []).append(sheet["note"])
            for row in answers.get(sheet["assessment_id"], ()):
                place = places.get(row["item_id"])
                text = _text(row, anchors.get(row["item_id"], {}))
                if place and text:
                    own.setdefault(place, []).append(text)
    return found


def _text(row: Mapping[Any, Any], steps: Mapping[float, str]) -> str:
    """Return an answer of a sheet in words: what was written, or the step's."""
    if isinstance(row["text"], str):
        return row["text"]
    value = float(row["value"])
    return " · ".join(filter(None, (f"{value:g}", steps.get(value))))


def _count(feedback: Feedback) -> int:
    """Return how many comments and levels a learner gets."""
    to_prompts = sum(len(r.comments) + len(r.levels) for r in feedback.replies)
    return len(feedback.comments) + to_prompts


def _written(feedback: Feedback, folder: Path, before: dict[str, str]) -> Given:
    """Write one learner's files; a notebook that somebody has begun is left alone."""
    stem = f"{feedback.assignment}--feedback"
    own = folder / feedback.learner
    page, notebook = own / f"{stem}.html", own / f"{stem}.ipynb"
    write_whole(page, feedback_page(feedback))
    text = feedback_notebook(feedback)
    new = sha256(text.encode()).hexdigest()
    try:
        there = sha256(notebook.read_bytes()).hexdigest()
    except FileNotFoundError:
        state = State.NEW
    else:
        ours = there == before.get(feedback.learner)
        state = State.SAME if there == new else State.RENEWED if ours else State.BEGUN
    if state in {State.NEW, State.RENEWED}:
        write_whole(notebook, text)
    if state is not State.BEGUN:
        before[feedback.learner] = new
    return Given(feedback.learner, _count(feedback), state, page, notebook)


def _went_out(path: Path) -> dict[str, str]:
    """Return what went out before, by learner."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
