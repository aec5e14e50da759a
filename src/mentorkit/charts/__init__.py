"""Charts: frame in, Altair chart out, with its words inside.

A chart says in a sentence what it shows, in a caption how to read it, and holds its
numbers as a table; :func:`told` reads them back.
"""

from mentorkit.charts.confidence import confidence
from mentorkit.charts.goal_progress import goal_progress
from mentorkit.charts.milestone_map import milestone_map
from mentorkit.charts.option_counts import option_counts
from mentorkit.charts.session_strip import session_strip
from mentorkit.charts.spread import spread
from mentorkit.charts.states import STATES, State
from mentorkit.charts.telling import Told, told
from mentorkit.charts.theme import TOKENS


__all__ = [
    "STATES",
    "TOKENS",
    "State",
    "Told",
    "confidence",
    "goal_progress",
    "milestone_map",
    "option_counts",
    "session_strip",
    "spread",
    "told",
]
