"""Measures: frame in, frame or number out, each with the source of its formula.

Nothing here reads a store, draws, or chooses words for a page.
"""

from mentorkit.measures.attainment import attainment, gas_t
from mentorkit.measures.cadence import cadence
from mentorkit.measures.confidence import confidence
from mentorkit.measures.milestones import MILESTONE_STATES, milestone_states
from mentorkit.measures.pace import PACE_STATES, pace
from mentorkit.measures.smart import smart


__all__ = [
    "MILESTONE_STATES",
    "PACE_STATES",
    "attainment",
    "cadence",
    "confidence",
    "gas_t",
    "milestone_states",
    "pace",
    "smart",
]
