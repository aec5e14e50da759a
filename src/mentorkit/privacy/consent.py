"""Consent: what people said may be done with their words, and what is kept back.

Pure rules over frames. Whose words a text is, is the record's ``author``; where it has
none, the text is its mentorship's: all mentees must allow it, and no member may refuse.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from mentorkit.models import Consent, ConsentScope, MemberRole, Record
from mentorkit.privacy.audience import Reader, own_rows


GENERAL = ""
"""What stands for a mentorship where an answer is for all of them."""

READ_BY_PROGRAM = ConsentScope.SHARE_PROGRAM
"""The consent that lets the program team read a person's words."""

PUBLISHED = ConsentScope.PUBLISH
"""The consent that lets everybody read about a person, under a pseudonym."""

Shares = Callable[[str, str, bool], bool]
"""Whether a person's words in a mentorship are shared, by whether a yes is needed."""


def allows(
    consents: pd.DataFrame, scope: str, day: dt.date
) -> dict[tuple[str, str], bool]:
    """Return what people allow on a day.

    The newest answer counts; of two that were given on one day, a no does. A yes holds
    until the day before it is withdrawn and through its last day.

    Parameters
    ----------
    consents : pandas.DataFrame
        The table of consents.
    scope : str
        What is asked, such as ``share_program``.
    day : datetime.date
        The day.

    Returns
    -------
    dict
        Yes or no by person and mentorship; ``""`` stands for all mentorships. Who is
        not in it has not answered.
    """
    on = pd.Timestamp(day)
    said = consents[(consents["scope"] == scope) & (consents["given_on"] <= on)]
    people, places = said["person_id"], said["mentorship_id"].fillna(GENERAL)
    yes = said["granted"] & ~(said["withdrawn_on"] <= on) & ~(said["expires_on"] < on)
    newest: dict[tuple[str, str], tuple[pd.Timestamp, bool]] = {}
    for person, place, given, answer in zip(
        people, places, said["given_on"], yes, strict=True
    ):
        key, found = (str(person), str(place)), (given, bool(answer))
        before = newest.get(key, found)
        if given == before[0]:
            newest[key] = (given, found[1] and before[1])
        else:
            newest[key] = max(before, found)
    return {key: answer for key, (_, answer) in newest.items()}


def answer_of(
    said: Mapping[tuple[str, str], bool], person: str, mentorship: str
) -> bool | None:
    """Return what a person answers for a mentorship, or else for all; None if nothing."""
    return said.get((person, mentorship), said.get((person, GENERAL)))


@dataclass(frozen=True, slots=True)
class Sharing:
    """What the program may read: who said what, and where a yes must be on record.

    Attributes
    ----------
    said : dict
        What :func:`allows` gives.
    members : pandas.DataFrame
        The members of the mentorships.
    programs : dict of str to str
        The program of each mentorship.
    asking : frozenset of str
        The programs that ask for consent.
    unasked : frozenset of str
        The people who take part in other programs only.
    """

    said: Mapping[tuple[str, str], bool]
    members: pd.DataFrame
    programs: Mapping[str, str]
    asking: frozenset[str]
    unasked: frozenset[str]

    def shared(
        self, frame: pd.DataFrame, record: type[Record], mentorship_ids: pd.Series
    ) -> pd.Series:
        """Return for each row whether the program may read its texts."""
        asks = self._asks(frame, mentorship_ids)
        places = mentorship_ids.fillna(GENERAL)
        if record.author:
            return _each(self._person_shares, frame[record.author], places, asks)
        return _each(self._mentorship_shares(), places, places, asks)

    def _asks(self, frame: pd.DataFrame, mentorship_ids: pd.Series) -> pd.Series:
        """Return for each row whether its program asks for consent.

        Where nobody knows which program that is, it does if any does.
        """
        program = mentorship_ids.map(self.programs)
        if "program_id" in frame:
            program = frame["program_id"]
        unknown = pd.Series(bool(self.asking), index=frame.index)
        if "person_id" in frame:
            unknown &= ~frame["person_id"].isin(self.unasked)
        return program.isin(self.asking).mask(program.isna(), unknown)

    def _answer(self, person: str, place: str) -> bool | None:
        return answer_of(self.said, person, place)

    def _person_shares(self, person: str, place: str, asked: bool) -> bool:  # noqa: FBT001
        answer = self._answer(person, place)
        return not asked if answer is None else answer

    def _mentorship_shares(self) -> Shares:
        """Return the rule for what a mentorship holds in common."""
        everybody = _people_of(self.members)
        mentees = _people_of(self.members[self.members["role"] == MemberRole.MENTEE])

        def shares(_: str, place: str, asked: bool) -> bool:  # noqa: FBT001
            answers = {
                who: self._answer(who, place) for who in everybody.get(place, ())
            }
            if any(answer is False for answer in answers.values()):
                return False
            needed = mentees.get(place, frozenset())
            return not asked or (bool(needed) and all(answers[who] for who in needed))

        return shares


def withhold(
    frame: pd.DataFrame,
    record: type[Record],
    reader: Reader,
    mentorship_ids: pd.Series,
    sharing: Sharing,
) -> pd.DataFrame:
    """Return the frame without the words that a reader outside was not allowed to read.

    Parameters
    ----------
    frame : pandas.DataFrame
        Rows of the record's table, redacted or not.
    record : type of Record
        Says whose words its texts are.
    reader : Reader
        Who reads: their own words, and those of their circle, stay.
    mentorship_ids : pandas.Series of str
        For each row the mentorship that it belongs to; missing where to none.
    sharing : Sharing
        What the program may read.
    """
    circles = mentorship_ids[frame.index]
    outside = ~reader.inside(circles) & ~own_rows(frame, record.author, reader)
    withheld = outside & ~sharing.shared(frame, record, circles)
    # A no that the program cannot see would be no no: of consents, the words alone go.
    if record.whole_row and record is not Consent:
        return frame[~withheld]
    return frame.assign(
        **{name: frame[name].mask(withheld) for name in texts_of(record)}
    )


def texts_of(record: type[Record]) -> list[str]:
    """Return the names of the texts that consent is about."""
    return [field.name for field in record.fields() if field.about.reads == "circle"]


def _people_of(members: pd.DataFrame) -> dict[str, frozenset[str]]:
    """Return the people of each mentorship."""
    groups = members.groupby("mentorship_id")["person_id"]
    return {str(place): frozenset(people) for place, people in groups}


def _each(
    rule: Shares,
    people: pd.Series,
    places: pd.Series,
    asks: pd.Series,
) -> pd.Series:
    """Ask a rule once for each person, mentorship and need, and tell every row."""
    keys = pd.MultiIndex.from_arrays([people, places, asks.astype(bool)])
    codes, unique = keys.factorize()
    answers = [rule(str(who), str(place), bool(asked)) for who, place, asked in unique]
    return pd.Series([answers[code] for code in codes], index=people.index, dtype=bool)
