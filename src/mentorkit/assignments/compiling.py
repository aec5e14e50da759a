"""From a template's source to its notebook, the same bytes each time.

Cells have the ids of their prompts, so that what comes back can be told apart.
"""

from __future__ import annotations

import json
from typing import Any

import msgspec

from mentorkit.assignments.compiled import Compiled
from mentorkit.assignments.nbgrader import Grading, graded, lines_of
from mentorkit.assignments.prompt import NAMESPACE, SCHEMA, Prompt
from mentorkit.assignments.source import Source
from mentorkit.assignments.starter import how_to, laid_out


KERNEL = {
    "display_name": "Python 3 (ipykernel)",
    "language": "python",
    "name": "python3",
}

LOCKED = {"deletable": False, "editable": False}


def compiled(source: Source) -> Compiled:
    """Return a template with its notebook, which is of nbformat 4.5.

    In nbgrader its answers are graded by hand.
    """
    template = source.template
    opening = f"# {template.title}\n\n{source.introduction}".strip()
    cells = [markdown("opening", laid_out(opening, template.language))]
    kinds = [prompt.kind for prompt in template.prompts]
    if words := how_to(kinds, template.language):
        cells.append(markdown("how-to", words))
    helped = 0
    for part in source.parts:
        if isinstance(part, Prompt):
            cells += _asked(part, source.points.get(part.id, 0))
        else:
            helped += 1
            words = laid_out(part, template.language)
            cells.append(markdown(f"help-{helped}", words))
    named = {
        "language": template.language,
        "schema": SCHEMA,
        "template": template.name,
        "version": template.version,
    }
    metadata = {
        "kernelspec": KERNEL,
        "language_info": {"name": "python"},
        NAMESPACE: named,
    }
    notebook = {
        "cells": cells,
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return Compiled(template, notebook)


def as_text(notebook: dict[str, Any]) -> str:
    r"""Return a notebook as Jupyter writes it.

    Examples
    --------
    >>> as_text({"nbformat": 4, "cells": []})
    '{\n "cells": [],\n "nbformat": 4\n}\n'
    """
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def markdown(cell_id: str, source: str, **metadata: Any) -> dict[str, Any]:
    """Return a Markdown cell, locked unless its metadata says otherwise."""
    return {
        "cell_type": "markdown",
        "id": cell_id,
        "metadata": metadata or dict(LOCKED),
        "source": lines_of(source),
    }


def _asked(prompt: Prompt, points: float) -> list[dict[str, Any]]:
    """Return the cells of a prompt: the question, and after it the answer."""
    question = {"prompt": prompt.id, "role": "question"}
    answer: dict[str, Any] = {"prompt": prompt.id, "role": "answer"}
    answer["kind"] = str(prompt.kind)
    if prompt.into:
        answer["into"] = prompt.into
    for name in ("options", "columns"):
        if chosen := getattr(prompt, name):
            answer[name] = list(msgspec.to_builtins(chosen))
    marks = [
        {NAMESPACE: ours, "nbgrader": mark}
        for ours, mark in zip(
            (question, answer), graded(prompt, Grading.ANSWERS, points), strict=True
        )
    ]
    return [
        markdown(prompt.question_id, prompt.question, **LOCKED, **marks[0]),
        markdown(prompt.id, prompt.starter, deletable=False, **marks[1]),
    ]
