"""What people allow the program team to read, gathered from the store as of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

import pandas as pd

from mentorkit.frames.tidy import frame_of
from mentorkit.models import Consent, Member, Record
from mentorkit.privacy import Sharing, allows, texts_of
from mentorkit.privacy.consent import GENERAL, PUBLISHED, READ_BY_PROGRAM
from mentorkit.privacy.publishing import all_allow, one_allows
from mentorkit.store import Store
from mentorkit.store.moment import Moment


MANY = 1000
"""Ids from which on a whole table is read sooner than its rows one by one."""


def sharing_of(
    store: Store | Moment,
    record: type[Record],
    frame: pd.DataFrame,
    circles: pd.Series,
    as_of: dt.datetime | None,
) -> Sharing | None:
    """Return what the program may read of some rows, or nothing where it may read all.

    Parameters
    ----------
    store : Store or Moment
        Where the rows are.
    record : type of Record
        Whose rows they are.
    frame : pandas.DataFrame
        The rows.
    circles : pandas.Series of str
        The mentorship of each row.
    as_of : datetime.datetime, optional
        The moment whose rows they are. What was said counts as of today all the same;
        but whoever belonged to a mentorship then has a say in what it held.
    """
    if frame.empty or not texts_of(record):
        return None
    places = _among("mentorship_id", circles)
    rows = store.rows("members", places)
    if as_of is not None:
        rows = rows.plus(store.rows("members", places, as_of=as_of))
    people = {row["person_id"] for row in rows}
    for column in {record.author, "person_id"} & {*frame.columns}:
        people |= {*frame[column]}
    answers = store.rows(
        "consents", {"scope": [READ_BY_PROGRAM.value], **_among("person_id", people)}
    )
    said = allows(frame_of(Consent, answers), READ_BY_PROGRAM, store.today())
    asking = frozenset(
        row["program_id"] for row in store.rows("programs") if row["asks_consent"]
    )
    if not said and not asking:
        return None
    enrolled = store.rows("enrollments", _among("person_id", people)) if asking else []
    asked = {row["person_id"] for row in enrolled if row["program_id"] in asking}
    return Sharing(
        said=said,
        members=frame_of(Member, rows),
        programs={
            row["mentorship_id"]: row["program_id"]
            for row in store.rows("mentorships", places)
        },
        asking=asking,
        unasked=frozenset(row["person_id"] for row in enrolled) - asked,
    )


def publishable(
    store: Store | Moment,
    record: type[Record],
    frame: pd.DataFrame,
    circles: pd.Series,
) -> pd.Series:
    """Return for each row whether all whom it is about let it be published, as of today.

    They are the members of its mentorship, those who left, too, and its author.
    """
    places = _among("mentorship_id", circles)
    members = frame_of(Member, store.rows("members", places))
    authors = [record.author] if record.author else []
    people = {*members["person_id"]}.union(*(frame[name] for name in authors))
    answers = store.rows(
        "consents", {"scope": [PUBLISHED.value], **_among("person_id", people)}
    )
    said = allows(frame_of(Consent, answers), PUBLISHED, store.today())
    found = circles.isin(all_allow(said, members)).astype(bool)
    for name in authors:
        pairs = zip(frame[name], circles.fillna(GENERAL), strict=True)
        yes = [one_allows(said, str(who), str(place)) for who, place in pairs]
        found &= pd.Series(yes, index=frame.index, dtype=bool)
    return found


def _among(column: str, ids: Iterable[str]) -> dict[str, Sequence[str]]:
    """Return a filter for rows with one of some ids; for all rows where they are many."""
    found = sorted(pd.Series(list(ids), dtype="str").dropna().unique())
    return {column: found} if len(found) <= MANY else {}
