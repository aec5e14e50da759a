"""Review reports: the parts that notebooks show, and the pages made from them.

A part takes a snapshot and returns a block; the exporter makes a page of an executed
notebook's blocks. Nothing heavy is imported before it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any


if TYPE_CHECKING:
    from mentorkit.report.block import Block
    from mentorkit.report.exporter import facts_of, finish, page
    from mentorkit.report.failed import failed_page
    from mentorkit.report.figure import show
    from mentorkit.report.formats.data import data
    from mentorkit.report.formats.mail import mail
    from mentorkit.report.formats.markdown import markdown
    from mentorkit.report.formats.pdf import pdf
    from mentorkit.report.formats.text import text
    from mentorkit.report.journey import (
        adjustments,
        closure_check,
        evidence,
        journey_facts,
        letter,
        milestone_follows,
        milestone_heading,
        milestone_plan,
        milestone_success,
        milestone_summary,
        not_worked,
        statement_colophon,
        statement_facts,
        statement_figures,
        statement_heading,
        statement_summary,
        thanks,
        worked,
    )
    from mentorkit.report.parts import (
        actions,
        colophon,
        confidence,
        decisions,
        facts,
        figures,
        goals,
        heading,
        milestones,
        next_steps,
        reflections,
        section,
        sessions,
        summary,
        wins,
    )
    from mentorkit.report.program import (
        access,
        calls,
        mentorships,
        outcomes,
        program_colophon,
        program_decisions,
        program_facts,
        program_figures,
        program_heading,
        program_summary,
        spread,
        time_together,
    )
    from mentorkit.report.run.pages import run_pages

_HOMES = {
    "Block": "block",
    "facts_of": "exporter",
    "finish": "exporter",
    "page": "exporter",
    "show": "figure",
    "failed_page": "failed",
    "run_pages": "run.pages",
    "data": "formats.data",
    "mail": "formats.mail",
    "markdown": "formats.markdown",
    "pdf": "formats.pdf",
    "text": "formats.text",
    **dict.fromkeys(
        (
            "actions",
            "colophon",
            "confidence",
            "decisions",
            "facts",
            "figures",
            "goals",
            "heading",
            "milestones",
            "next_steps",
            "reflections",
            "section",
            "sessions",
            "summary",
            "wins",
        ),
        "parts",
    ),
    **dict.fromkeys(
        (
            "access",
            "calls",
            "mentorships",
            "outcomes",
            "program_colophon",
            "program_decisions",
            "program_facts",
            "program_figures",
            "program_heading",
            "program_summary",
            "spread",
            "time_together",
        ),
        "program",
    ),
    **dict.fromkeys(
        (
            "adjustments",
            "closure_check",
            "evidence",
            "journey_facts",
            "letter",
            "milestone_follows",
            "milestone_heading",
            "milestone_plan",
            "milestone_success",
            "milestone_summary",
            "not_worked",
            "statement_colophon",
            "statement_facts",
            "statement_figures",
            "statement_heading",
            "statement_summary",
            "thanks",
            "worked",
        ),
        "journey",
    ),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'mentorkit.report' has no attribute '{name}'")
    value = getattr(import_module(f"mentorkit.report.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(_HOMES)


__all__ = [
    "Block",
    "access",
    "actions",
    "adjustments",
    "calls",
    "closure_check",
    "colophon",
    "confidence",
    "data",
    "decisions",
    "evidence",
    "facts",
    "facts_of",
    "failed_page",
    "figures",
    "finish",
    "goals",
    "heading",
    "journey_facts",
    "letter",
    "mail",
    "markdown",
    "mentorships",
    "milestone_follows",
    "milestone_heading",
    "milestone_plan",
    "milestone_success",
    "milestone_summary",
    "milestones",
    "next_steps",
    "not_worked",
    "outcomes",
    "page",
    "pdf",
    "program_colophon",
    "program_decisions",
    "program_facts",
    "program_figures",
    "program_heading",
    "program_summary",
    "reflections",
    "run_pages",
    "section",
    "sessions",
    "show",
    "spread",
    "statement_colophon",
    "statement_facts",
    "statement_figures",
    "statement_heading",
    "statement_summary",
    "summary",
    "text",
    "thanks",
    "time_together",
    "wins",
    "worked",
]
