"""The words for states and the colour that goes with each, for charts and pages.

A state is always told by its word; the colour only repeats it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mentorkit.charts.theme import TOKENS
from mentorkit.i18n import N_, translate


@dataclass(frozen=True, slots=True)
class State:
    """A state's word as people read it, and the name of its colour."""

    label: str
    token: str

    def word(self, language: str = "en") -> str:
        """Return the word in a language."""
        return translate(self.label, language)

    @property
    def colour(self) -> str:
        """The colour as a chart holds it."""
        return TOKENS[self.token]


STATES = {
    "done": State(N_("Done"), "done"),
    "on_track": State(N_("On track"), "on_track"),
    "at_risk": State(N_("At risk"), "risk"),
    "late": State(N_("Late"), "late"),
    "partly_met": State(N_("Partly met"), "risk"),
    "not_met": State(N_("Not met"), "late"),
    "missed": State(N_("Missed"), "late"),
    "planned": State(N_("Planned"), "planned"),
    "not_started": State(N_("Not started"), "planned"),
    "not_measured": State(N_("Not measured"), "planned"),
    "paused": State(N_("Paused"), "planned"),
    "dropped": State(N_("Dropped"), "planned"),
}
"""Every state that a measure gives, to a goal or to a milestone."""


def tally(states: list[str], language: str) -> str:
    """Return how often each state occurs, as ``5 done, 1 late``.

    Examples
    --------
    >>> tally(["late", "done", "done"], "en")
    '2 done, 1 late'
    """
    counts = {name: states.count(name) for name in STATES}
    return ", ".join(
        f"{count} {STATES[name].word(language).lower()}"
        for name, count in counts.items()
        if count
    )
