"""Readers and redaction: rows and texts that a reader may not see are taken out."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from mentorkit.models import Record, Visibility


AUDIENCES = ("pair", "program", "public")
"""Whom reports are made for, from the narrowest to the widest."""

RANK = {word: rank for rank, word in enumerate(Visibility.words())}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody, or some circle, that reads.

    Attributes
    ----------
    person_id : str or None
        The person, who also reads what only its author may; None for a circle.
    mentorships : frozenset of str or None
        Ids of the mentorships whose circle the reader belongs to; None for all.
    outside : Visibility or None
        What is read of other mentorships: texts at least this visible; None hides
        those mentorships altogether.
    """

    person_id: str | None
    mentorships: frozenset[str] | None
    outside: Visibility | None

    @property
    def is_everybody(self) -> bool:
        """Whether anybody at all may be reading."""
        return self.outside is Visibility.PUBLIC

    def sees(self, mentorship_ids: pd.Series) -> pd.Series:
        """Return for each row whether the reader sees that it exists."""
        if self.outside is not None:
            return pd.Series(True, index=mentorship_ids.index)
        return self.inside(mentorship_ids) | mentorship_ids.isna()

    def sees_one(self, mentorship_id: str) -> bool:
        """Return whether the reader sees that a mentorship's rows exist."""
        inside = self.mentorships is None or mentorship_id in self.mentorships
        return inside or self.outside is not None

    def inside(self, mentorship_ids: pd.Series) -> pd.Series:
        """Return for each row whether the reader belongs to its circle."""
        if self.mentorships is None:
            return pd.Series(True, index=mentorship_ids.index)
        inside = [name in self.mentorships for name in mentorship_ids.tolist()]
        return pd.Series(inside, index=mentorship_ids.index, dtype=bool)


def redact(
    frame: pd.DataFrame,
    record: type[Record],
    reader: Reader,
    mentorship_ids: pd.Series,
) -> pd.DataFrame:
    """Return the frame with what the reader may not see taken out.

    Parameters
    ----------
    frame : pandas.DataFrame
        Rows of the record's table.
    record : type of Record
        Says which fields are read by whom.
    reader : Reader
        Who reads.
    mentorship_ids : pandas.Series of str
        For each row the mentorship that it belongs to; missing where to none.
    """
    if record.confided:
        return frame[_confided(frame, record, reader)]
    seen = reader.sees(mentorship_ids)
    if not seen.all():
        frame, mentorship_ids = frame[seen], mentorship_ids[seen]
    own = own_rows(frame, record.author, reader)
    readable = own | _readable(frame, reader, mentorship_ids)
    if record.whole_row and not readable.all():
        frame, own, readable = frame[readable], own[readable], readable[readable]
    hidden = {
        field.name: ~readable
        if field.about.reads == "circle"
        else ~own_rows(frame, field.about.author, reader)
        for field in record.fields()
        if field.about.reads != "all"
    }
    return frame.assign(
        **{name: frame[name].mask(mask) for name, mask in hidden.items() if mask.any()}
    )


def _confided(frame: pd.DataFrame, record: type[Record], reader: Reader) -> pd.Series:
    """Return for each row whether the reader is one of those whom it names."""
    found = [own_rows(frame, name, reader) for name in record.confided]
    return pd.concat(found, axis=1).any(axis=1)


def own_rows(frame: pd.DataFrame, author: str, reader: Reader) -> pd.Series:
    """Return for each row whether the reader is whom its author field names."""
    if not author or reader.person_id is None:
        return pd.Series(False, index=frame.index)
    return (frame[author] == reader.person_id).fillna(value=False).astype(bool)


def _readable(
    frame: pd.DataFrame, reader: Reader, mentorship_ids: pd.Series
) -> pd.Series:
    """Return for each row whether its visibility reaches the reader."""
    if "visibility" in frame:
        rank = frame["visibility"].cat.codes
    else:
        rank = pd.Series(RANK["program"], index=frame.index)
    inside = reader.inside(mentorship_ids)
    if inside.all():
        return rank >= RANK["pair"]
    outside = len(RANK) if reader.outside is None else RANK[reader.outside.value]
    return rank >= pd.Series(outside, index=frame.index).mask(inside, RANK["pair"])
