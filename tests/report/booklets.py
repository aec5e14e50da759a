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

PROGRAM_PARTS = (
    "program_heading",
    "program_summary",
    "program_figures",
    "calls",
    "spread",
    "outcomes",
    "access",
    "time_together",
    "program_decisions",
    "mentorships",
    "program_colophon",
    "program_facts",
)

ENDING = ("evidence", "letter", "closure_check")
JOURNEY = ("next_steps", "colophon", "journey_facts")

KINDS = {
    "quarterly": PARTS,
    "program": PROGRAM_PARTS,
    "closure": (*PARTS[:-5], *ENDING, *JOURNEY),
    "pilot": (*PARTS[:3], "worked", "not_worked", "adjustments", *JOURNEY),
    "milestone": (
        "milestone_heading",
        "milestone_summary",
        "milestone_plan",
        "milestone_success",
        "milestone_follows",
        *JOURNEY[1:],
    ),
    "impact": (
        "statement_heading",
        "statement_summary",
        "statement_figures",
        "thanks",
        "statement_colophon",
        "statement_facts",
    ),
}
"""The parts of each kind of review."""


def cell(shown):
    """Return an executed cell that displays something."""
    data = shown._repr_mimebundle_()
    return new_code_cell("", outputs=[new_output("display_data", data)])


def executed(snapshot, parts=PARTS):
    """Return a review notebook as it is after its run."""
    cells = [cell(getattr(report, part)(snapshot)) for part in parts]
    return new_notebook(cells=cells)
