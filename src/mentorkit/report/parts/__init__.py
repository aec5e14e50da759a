"""The parts of a review: each takes a snapshot and returns a block."""

from mentorkit.report.parts.ahead import actions, next_steps
from mentorkit.report.parts.closing import Facts, colophon, facts
from mentorkit.report.parts.growth import confidence, goals, milestones, wins
from mentorkit.report.parts.numbers import figures
from mentorkit.report.parts.opening import heading
from mentorkit.report.parts.own import section
from mentorkit.report.parts.practice import decisions, reflections, sessions
from mentorkit.report.parts.sentence import summary


__all__ = [
    "Facts",
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
]
