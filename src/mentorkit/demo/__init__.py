"""A seeded, believable program for tests, docs and first runs.

The people and their stories are written by hand, in TOML files beside this one;
the code here only gives them times, ids and an order. It opens no store.
"""

from __future__ import annotations

from mentorkit.demo.around import Around
from mentorkit.demo.enroll import enroll
from mentorkit.demo.ledger import DemoProgram, Entry, Ledger, Revision
from mentorkit.demo.program_plan import read_program, read_stories
from mentorkit.demo.tell import tell


def build(seed: int = 7) -> DemoProgram:
    """Return everything that was ever recorded in the demo program, in its order.

    Adding the entries to a store one after the other gives the program with its
    whole history: what was planned, what moved and why, and who wrote it down.

    Parameters
    ----------
    seed : int
        Varies clock times, lengths of sessions and some days by a little; what
        people say and do, and every id, stays the same.

    Returns
    -------
    DemoProgram
        The same for the same seed, on every machine and on every day.

    Examples
    --------
    >>> program = build()
    >>> first = program.entries[0]
    >>> first.op, first.what.table
    ('add', 'people')
    >>> len(program.records("mentorships"))
    24
    """
    program = read_program()
    ledger = Ledger()
    enroll(ledger, program, seed)
    stories = {
        story.handle: tell(ledger, story, program, seed) for story in read_stories()
    }
    Around(ledger, program, stories, seed).tell()
    return DemoProgram(
        handle=program.handle,
        lead=program.lead,
        period=program.period,
        entries=ledger.close(),
    )


__all__ = ["DemoProgram", "Entry", "Revision", "build"]
