"""How a program's review closes: how to read it, and its figures for programs."""

from __future__ import annotations

from mentorkit.frames.snapshot import ProgramSnapshot
from mentorkit.i18n import N_, fill
from mentorkit.measures.access import STATES
from mentorkit.report.block import Block
from mentorkit.report.parts.closing import Facts, made_how
from mentorkit.report.program.standing import program_standing_of


READING = N_(
    "A T-score is 50 when all of somebody’s goals are as expected, more when they are"
    " beyond it; it says how well goals were set, not how good people are. Nobody is"
    " ranked: lists go by name. No medians of fewer than {least} people, and no text"
    " that a pair wrote for itself. Every state has a word and a shape; its colour only"
    " repeats them."
)


def program_colophon(snapshot: ProgramSnapshot) -> Block:
    """Return how to read the review and how it was made."""
    least = program_standing_of(snapshot).least
    return made_how(snapshot, fill(READING, snapshot.language, least=least))


def program_facts(snapshot: ProgramSnapshot) -> Facts:
    """Return the figures of a program's review, for an index and for other programs.

    Returns
    -------
    dict
        ``program`` (its name), ``mentorships``, ``goals``, ``goals_reached``,
        ``milestones``, ``milestones_done``, ``milestones_late``, ``sessions_held``,
        ``sessions_expected``, ``asked`` (a count for each of ``matched``,
        ``waiting``, ``left``), ``calls_open``, ``calls_settled``.
    """
    standing = program_standing_of(snapshot)
    states = standing.asked["state"]
    counts = (
        "goals",
        "goals_reached",
        "milestones",
        "milestones_done",
        "milestones_late",
        "sessions_held",
        "sessions_expected",
    )
    found = Facts(
        program=str(snapshot.program["name"]),
        mentorships=len(standing.pairs),
        **{name: standing.total(name) for name in counts},
        asked={word: int((states == word).sum()) for word in STATES},
        calls_open=len(standing.called["open"]),
        calls_settled=len(standing.called["settled"]),
    )
    found.audience, found.language = snapshot.audience, snapshot.language
    return found
