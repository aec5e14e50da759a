"""Executed notebooks for the tests, made of what the parts really display."""

from __future__ import annotations

from nbformat.v4 import new_code_cell, new_notebook, new_output

from mentorkit import report


PARTS = (
    "heading",
    "summary",
    "figures",
    "goals",
    "milestones",
    "confidence",
    "sessions",
    "decisions",
    "wins",
    "reflections",
    "actions",
    "next_steps",
    "colophon",
    "facts",
)


def cell(shown):
    """Return an executed cell that displays something."""
    data = shown._repr_mimebundle_()
    return new_code_cell("", outputs=[new_output("display_data", data)])


def executed(snapshot, parts=PARTS):
    """Return a review notebook as it is after its run."""
    cells = [cell(getattr(report, part)(snapshot)) for part in parts]
    return new_notebook(cells=cells)
