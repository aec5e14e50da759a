"""What people allow the program team to read, gathered from the store as of today."""

from __future__ import annotations

import datetime as dt

from mentorkit.frames.tidy import frame_of
from mentorkit.models import Consent, Member
from mentorkit.privacy import Sharing, allows
from mentorkit.privacy.consent import READ_BY_PROGRAM
from mentorkit.store import Store


def sharing_of(store: Store, as_of: dt.datetime | None) -> Sharing | None:
    """Return what the program may read, or nothing where nobody said and none asks.

    What was said counts as of today; ``as_of`` is the moment whose rows are read, since
    whoever belonged to a mentorship then or does now has a say in what it holds.
    """
    answers = store.rows("consents", {"scope": [READ_BY_PROGRAM.value]})
    said = allows(frame_of(Consent, answers), READ_BY_PROGRAM, store.today())
    asking = frozenset(
        row["program_id"] for row in store.rows("programs") if row["asks_consent"]
    )
    if not said and not asking:
        return None
    programs = {
        row["mentorship_id"]: row["program_id"] for row in store.rows("mentorships")
    }
    rows = store.rows("members")
    if as_of is not None:
        rows += store.rows("members", as_of=as_of)
    members = frame_of(Member, rows)
    enrolled = store.rows("enrollments", {"program_id": sorted(asking)})
    inside = members["mentorship_id"].map(programs).isin(asking)
    return Sharing(
        said=said,
        members=members,
        programs=programs,
        asking=asking,
        asked=frozenset(row["person_id"] for row in enrolled)
        | frozenset(members.loc[inside, "person_id"]),
    )
