"""A fresh notebook for a learner: what they answered, quoted as text, and the comments.

Made anew from what was collected: nothing of the file that they handed in is in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from mentorkit.assignments.compiling import KERNEL, as_text, markdown
from mentorkit.assignments.quoting import plainly, quoted
from mentorkit.assignments.starter import in_its_direction
from mentorkit.i18n import day_text, fill, translate
from mentorkit.report.feedback import (
    ANSWER,
    COMMENT,
    HANDED_IN,
    LEVEL,
    NOTHING,
    TITLE,
    WHOLE,
    Feedback,
    Reply,
)


def feedback_notebook(feedback: Feedback) -> str:
    """Return the notebook that a learner gets back, the same bytes each time.

    What was typed stands in it as text: no notebook makes a link, a picture or anything
    that runs of it.

    Parameters
    ----------
    feedback : Feedback
        What they answered, and what was said to it.
    """
    cells = [_cell("opening", _opening(feedback), feedback.language)]
    for number, reply in enumerate(feedback.replies, 1):
        lines = "\n\n".join(_reply(reply, feedback.language))
        cells.append(_cell(f"reply-{number}", lines, feedback.language))
    # Nothing says whose it is or of what: collected by mistake, it is no hand-in.
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    return as_text(
        {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    )


def _cell(cell_id: str, source: str, language: str) -> dict[str, object]:
    return markdown(cell_id, in_its_direction(source, language), deletable=True)


def _opening(feedback: Feedback) -> str:
    language = feedback.language
    title = fill(TITLE, language, title=plainly(feedback.title))
    parts = [f"# {title}", plainly(feedback.name)]
    if feedback.handed_in:
        day = day_text(feedback.handed_in, language)
        parts.append(fill(HANDED_IN, language, day=day))
    for text in feedback.comments:
        parts += [f"**{translate(WHOLE, language)}**", quoted(text)]
    return "\n\n".join(parts)


def _reply(reply: Reply, language: str) -> Iterator[str]:
    """Give the parts of one question, a paragraph each."""
    yield f"## {plainly(reply.title)}"
    if not reply.answered:
        yield f"*{translate(NOTHING, language)}*"
    else:
        yield f"**{translate(ANSWER, language)}**"
        yield quoted("\n".join([*_rows(reply), *reply.texts]))
    for text in reply.levels:
        yield f"**{translate(LEVEL, language)}:** {plainly(text)}"
    for text in reply.comments:
        yield f"**{translate(COMMENT, language)}**"
        yield quoted(text)


def _rows(reply: Reply) -> Iterator[str]:
    """Give a line for each cell of a table that was filled in, rows set apart."""
    for number, row in enumerate(reply.rows):
        if number:
            yield ""
        for name, cell in zip(reply.columns, row, strict=True):
            if cell:
                yield f"{name}: {cell}"
