"""The parts of a program's review: each takes its snapshot and returns a block.

What they tell of one mentorship is dates, states and counts, never what its people
wrote for each other.
"""

from mentorkit.report.program.by_name import mentorships
from mentorkit.report.program.calling import calls
from mentorkit.report.program.closing import program_colophon, program_facts
from mentorkit.report.program.opening import (
    program_figures,
    program_heading,
    program_summary,
)
from mentorkit.report.program.results import outcomes, program_decisions, spread
from mentorkit.report.program.waiting import access, time_together


__all__ = [
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
]
