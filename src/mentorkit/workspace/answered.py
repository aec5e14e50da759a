"""Who has answered an assignment, and what: as frames that people read.

Reads what was collected before; nothing is collected here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from mentorkit.assignments.manifest import FILE, FOLDER, read
from mentorkit.assignments.prompt import Kind, Manifest, Prompt
from mentorkit.assignments.sound import CHOSEN
from mentorkit.assignments.values import OTHER
from mentorkit.errors import AssignmentError, did_you_mean
from mentorkit.measures import option_counts as counted
from mentorkit.workspace.collected import STATES, newest


if TYPE_CHECKING:
    from mentorkit.workspace.reading import Reading

SMALLEST = 5
"""The smallest group that is shown where no program says one."""


def assignments(ws: Reading) -> pd.DataFrame:
    """Return a row for each assignment of the workspace; see ``ws.assignments``."""
    kept = [read(path) for path in sorted((ws.folder / FOLDER).glob(f"*/{FILE}"))]
    rows = [
        {
            "assignment": each.assignment,
            "title": each.template.title,
            "template": each.template.name,
            "template_version": each.template.version,
            "language": each.template.language,
            "due_at": each.due_at or None,
            "given": len(each.copies),
            "handed_in": len(newest(ws, each)),
        }
        for each in kept
    ]
    columns = ("assignment", "title", "template", "template_version", "language")
    numbers = ("given", "handed_in")
    frame = pd.DataFrame(rows, columns=[*columns, "due_at", *numbers])
    due = pd.to_datetime(frame["due_at"], utc=True).dt.as_unit("us")
    return frame.assign(due_at=due).astype(
        dict.fromkeys(columns, "str") | dict.fromkeys(numbers, "int64")
    )


def answered(ws: Reading, manifest: Manifest) -> pd.DataFrame:
    """Return how much each learner has answered; see ``ws.answered``."""
    files = newest(ws, manifest)
    rows = []
    for learner in sorted({copy.learner for copy in manifest.copies} | files.keys()):
        file = files.get(learner)
        rows.append(
            {
                "learner": learner,
                "answered": file.answered if file else None,
                "asked": len(manifest.template.prompts),
                "late": file.late if file else None,
                "received_at": file.received_at if file else None,
                "state": file.weight.value if file else None,
            }
        )
    columns = ["learner", "answered", "asked", "late", "received_at", "state"]
    frame = pd.DataFrame(rows, columns=columns)
    moments = pd.to_datetime(frame["received_at"], utc=True).dt.as_unit("us")
    return frame.assign(received_at=moments).astype(
        {"learner": "str"}
        | dict.fromkeys(("answered", "asked"), "Int64")
        | {"late": "boolean", "state": STATES}
    )


def counting(ws: Reading, manifest: Manifest, audience: str | None) -> pd.DataFrame:
    """Return the submissions that count, as an audience may read them."""
    rows = ws.frame("submissions", audience=audience)
    rows = rows[
        (rows["assignment"] == manifest.assignment) & (rows["copy_number"] == 0)
    ]
    prints = [(name, file.fingerprint) for name, file in newest(ws, manifest).items()]
    mine = pd.DataFrame(prints, columns=["person", "fingerprint"]).astype("str")
    return rows.merge(mine, on=["person", "fingerprint"]).dropna(subset="value")


def answers(
    ws: Reading, manifest: Manifest, prompt: str | None, audience: str | None
) -> pd.DataFrame:
    """Return what was answered, question by question; see ``ws.answers``."""
    prompts = {each.id: each for each in manifest.template.prompts}
    if prompt is not None and prompt not in prompts:
        raise AssignmentError(
            f"'{manifest.assignment}' does not ask '{prompt}'."
            f"{did_you_mean(prompt, prompts)} It asks: {', '.join(prompts)}."
        )
    rows = counting(ws, manifest, audience)
    told = [
        {
            "prompt": prompts[str(asked)].id,
            "question": prompts[str(asked)].title,
            "learner": learner,
            "answer": _together(prompts[str(asked)], own.sort_values("row_number")),
        }
        for (asked, learner), own in rows.groupby(["prompt", "person"], observed=True)
        if asked in prompts and prompt in {None, asked}
    ]
    order = {each: place for place, each in enumerate(prompts)}
    columns = ["prompt", "question", "learner", "answer"]
    frame = pd.DataFrame(told, columns=columns).astype("str")
    place = frame["prompt"].map(order)
    return (
        frame.assign(place=place)
        .sort_values(["place", "learner"], ignore_index=True)
        .drop(columns="place")
    )


def _together(prompt: Prompt, own: pd.DataFrame) -> str:
    """Return one answer as a text: its options in their words, its rows as lines."""
    if prompt.kind is Kind.TABLE:
        return "\n".join(own.groupby("row_number")["value"].agg("; ".join))
    return "\n".join(prompt.in_words(value) for value in own["value"])


def option_counts(ws: Reading, manifest: Manifest) -> pd.DataFrame:
    """Return how many chose each option; see ``ws.option_counts``."""
    options = [
        {
            "prompt": prompt.id,
            "question": prompt.title,
            "value": option.value,
            "label": option.label,
            "several": prompt.kind is Kind.MULTIPLE,
        }
        for prompt in manifest.template.prompts
        if prompt.kind in CHOSEN
        for option in prompt.options
    ]
    columns = ["prompt", "question", "value", "label", "several"]
    asked = pd.DataFrame(options, columns=columns).astype({"several": "bool"})
    rows = counting(ws, manifest, "program")
    chosen = rows.loc[rows["part"] != OTHER, ["person", "prompt", "value"]]
    programs = ws.store.rows("programs")
    least = max((int(row["min_cell"]) for row in programs), default=SMALLEST)
    return counted(chosen, asked, least=least)
