"""The parts of reviews that look at a whole journey, a pilot, a milestone, or oneself."""

from mentorkit.report.journey.closing import journey_facts
from mentorkit.report.journey.ending import closure_check, evidence, letter
from mentorkit.report.journey.milestone import (
    milestone_follows,
    milestone_heading,
    milestone_plan,
    milestone_success,
    milestone_summary,
)
from mentorkit.report.journey.pilot import adjustments, not_worked, worked
from mentorkit.report.journey.statement import (
    statement_colophon,
    statement_facts,
    statement_figures,
    statement_heading,
    statement_summary,
    thanks,
)


__all__ = [
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
]
