"""A template's notebook in which answers are given in forms instead of Markdown.

Below each question is a code cell of one line, which opens its form; one cell before
them says what is asked. nbgrader would run such cells, so its marks are taken out.
"""

from __future__ import annotations

import copy
from pprint import pformat
from typing import Any

import msgspec

from mentorkit.assignments.compiled import Compiled
from mentorkit.assignments.compiling import LOCKED, markdown
from mentorkit.assignments.given import Asked, form_source
from mentorkit.assignments.nbgrader import lines_of
from mentorkit.assignments.prompt import Prompt, Template
from mentorkit.assignments.starter import how_to_with_forms


FORMS = "forms"
"""The id of the cell that says what is asked."""

HIDDEN = {**LOCKED, "jupyter": {"source_hidden": True}}


def with_forms(compiled: Compiled) -> Compiled:
    """Return a template whose notebook opens a form below each question."""
    notebook = copy.deepcopy(compiled.notebook)
    template = compiled.template
    answers = {prompt.id: prompt for prompt in template.prompts}
    cells = []
    for cell in notebook["cells"]:
        cell["metadata"].pop("nbgrader", None)
        if cell["id"] in answers:
            source = form_source(cell["id"])
            cells.append(code(cell["id"], source, **(cell["metadata"] | HIDDEN)))
        elif cell["id"] != "how-to":
            cells.append(cell)
    own = [code(FORMS, _setup(template), **HIDDEN)]
    if words := how_to_with_forms(template.language):
        own.append(markdown("how-to", words))
    # After the title, which is the first cell.
    notebook["cells"] = [*cells[:1], *own, *cells[1:]]
    return Compiled(template, notebook)


def code(cell_id: str, source: str, **metadata: Any) -> dict[str, Any]:
    """Return a code cell that has not been run."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "id": cell_id,
        "metadata": metadata,
        "outputs": [],
        "source": lines_of(source),
    }


def _setup(template: Template) -> str:
    """Return the source of the cell that says what is asked.

    Texts are written by ``repr``, so nothing in them can become code.
    """
    asked = {prompt.id: _asked(prompt) for prompt in template.prompts}
    told = pformat(asked, width=88, sort_dicts=False)
    lines = ["import mentorkit as mk", "", f"asked = {told}"]
    lines.append(f"answer = mk.answer_forms(asked, language={template.language!r})")
    return "\n".join(lines)


def _asked(prompt: Prompt) -> dict[str, Any]:
    asked = Asked(
        title=prompt.title,
        kind=prompt.kind,
        options={option.value: option.label for option in prompt.options},
        columns={column.name: column.label for column in prompt.columns},
    )
    found: dict[str, Any] = msgspec.to_builtins(asked)
    return {name: value for name, value in found.items() if value}
