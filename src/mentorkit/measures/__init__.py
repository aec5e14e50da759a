"""Measures: frame in, frame or number out, each with the source of its formula.

Nothing here reads a store or draws; what says something in words takes the language.
"""

from mentorkit.measures.access import access, by_group
from mentorkit.measures.agenda import agenda, agenda_of, agenda_text
from mentorkit.measures.attainment import attainment, gas_t
from mentorkit.measures.attention import attention
from mentorkit.measures.cadence import cadence
from mentorkit.measures.closure import closure_check
from mentorkit.measures.confidence import confidence
from mentorkit.measures.contact import contact, waiting
from mentorkit.measures.due import due, next_date
from mentorkit.measures.happened import EVENTS, happened
from mentorkit.measures.levels import levels
from mentorkit.measures.milestones import MILESTONE_STATES, milestone_states
from mentorkit.measures.option_counts import option_counts
from mentorkit.measures.overview import overview
from mentorkit.measures.pace import PACE_STATES, pace
from mentorkit.measures.prompts import moments, prompts
from mentorkit.measures.settling import calls
from mentorkit.measures.signals import SIGNALS
from mentorkit.measures.smart import smart


__all__ = [
    "EVENTS",
    "MILESTONE_STATES",
    "PACE_STATES",
    "SIGNALS",
    "access",
    "agenda",
    "agenda_of",
    "agenda_text",
    "attainment",
    "attention",
    "by_group",
    "cadence",
    "calls",
    "closure_check",
    "confidence",
    "contact",
    "due",
    "gas_t",
    "happened",
    "levels",
    "milestone_states",
    "moments",
    "next_date",
    "option_counts",
    "overview",
    "pace",
    "prompts",
    "smart",
    "waiting",
]
