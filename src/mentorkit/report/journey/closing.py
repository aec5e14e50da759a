"""The figures of a journey's review for the index of its run."""

from __future__ import annotations

from mentorkit.frames.snapshot import Journey
from mentorkit.report.parts.closing import Facts, facts


def journey_facts(snapshot: Journey) -> Facts:
    """Return the figures of a review, as ``facts`` does, and nobody to call.

    Who needs a call is told by the reviews of a period: here it would be told of days
    that are long over, and of every milestone of a mentorship again.
    """
    found = facts(snapshot)
    found["needs_call"] = []
    return found
