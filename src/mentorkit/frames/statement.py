"""Taking what a mentor's own statement is made from: theirs alone, for them alone."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pandas as pd

from mentorkit.frames.reading import Frames
from mentorkit.frames.review import Asked, one_row
from mentorkit.frames.scope import Scope
from mentorkit.frames.snapshot import Statement, ran_in
from mentorkit.models import EvidenceKind
from mentorkit.privacy import Reader


AUDIENCE = "private"
"""The only audience of a mentor's statement: the mentor."""

THEIRS = ("goals", "milestones", "progress", "sessions", "opportunities")


def take_statement(
    frames: Frames, person_id: str, mentored: frozenset[str], asked: Asked
) -> Statement:
    """Return what a mentor did in a period, as they may read it themselves.

    Parameters
    ----------
    frames : Frames
        The frames.
    person_id : str
        The mentor.
    mentored : frozenset of str
        Ids of the mentorships that they belong to.
    asked : Asked
        Which days, up to which moment.
    """
    reader = Reader(person_id, mentored, None)
    scope = Scope(as_of=asked.cut)
    with frames.one_moment() as moment:
        members = moment.table("members", reader, scope)
        own = members[
            (members["person_id"] == person_id) & (members["role"] == "mentor")
        ]
        mentorships = moment.table("mentorships", reader, scope)
        of_theirs = mentorships["mentorship_id"].isin(own["mentorship_id"])
        mentorships = mentorships[of_theirs & ran_in(mentorships, asked.period)]
        near = Scope(mentorships=tuple(mentorships["mentorship_id"]), as_of=asked.cut)
        tables = {name: moment.table(name, reader, near) for name in THEIRS}
        evidence = moment.table("evidence", reader, scope)
        people = moment.table("people", reader, scope.now())
        program = one_row(moment.table("programs", reader, scope.now()).iloc[:1])
    person = one_row(people[people["person_id"] == person_id])
    timezone = str(program["timezone"])
    day = min(asked.period.end, asked.cut.astimezone(ZoneInfo(timezone)).date())
    first, until = pd.Timestamp(asked.period.start), pd.Timestamp(day)
    thanks = evidence[
        (evidence["person_id"] == person_id)
        & (evidence["kind"] == EvidenceKind.TESTIMONIAL.value)
        & evidence["occurred_on"].between(first, until)
    ]
    doors = tables["opportunities"]
    doors = doors[
        (doors["sponsor_id"] == person_id) & doors["occurred_on"].between(first, until)
    ]
    here = members["mentorship_id"].isin(mentorships["mentorship_id"])
    return Statement(
        handle=str(person["handle"]),
        program=program,
        period=asked.period,
        day=day,
        cut=asked.cut,
        audience=AUDIENCE,
        language=asked.language,
        timezone=timezone,
        person=str(person["name"]),
        mentorships=mentorships.reset_index(drop=True),
        members=members[here].reset_index(drop=True),
        **{**tables, "opportunities": doors.reset_index(drop=True)},
        thanks=thanks.reset_index(drop=True),
    )
