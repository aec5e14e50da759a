"""What everybody may see: rows made public, of mentorships whose people all allow it.

Pure rules over frames; what stands for names is ``pseudonyms``' part.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from mentorkit.models import Record
from mentorkit.privacy.consent import answer_of


def publish(
    frame: pd.DataFrame,
    record: type[Record],
    mentorship_ids: pd.Series,
    allowed: pd.Series,
    public: pd.Series,
) -> pd.DataFrame:
    """Return what everybody may see of a frame, under people's own names still.

    Rows that say how visible they are must be public. Of records that have
    :attr:`Record.public` fields, the other rows count, too, without their texts. Of all
    the rest there is nothing.

    Parameters
    ----------
    frame : pandas.DataFrame
        Rows of the record's table.
    record : type of Record
        Says which fields everybody may see.
    mentorship_ids : pandas.Series of str
        For each row the mentorship that it belongs to; missing where to none.
    allowed : pandas.Series of bool
        For each row whether those whom it is about allow it.
    public : pandas.Series of bool
        For each row whether it is public.
    """
    nobody = pd.Series(True, index=frame.index)
    if record.public:
        kept = allowed | mentorship_ids.isna()
        seen, open_ = frame[kept], public[kept]
        hidden = {
            field.name: ~open_ if field.about.reads == "circle" else nobody[kept]
            for field in record.fields()
            if field.name not in record.public
        }
    elif "visibility" in frame and not (record.confided or record.automatic):
        kept = allowed & public
        seen, closed = frame[kept], nobody[kept]
        hidden = {f.name: closed for f in record.fields() if f.about.reads == "author"}
    else:
        return frame.iloc[:0]
    return seen.assign(**{name: seen[name].mask(mask) for name, mask in hidden.items()})


def all_allow(
    said: Mapping[tuple[str, str], bool], members: pd.DataFrame
) -> frozenset[str]:
    """Return the mentorships of which every member says yes.

    Parameters
    ----------
    said : dict
        What :func:`mentorkit.privacy.allows` gives.
    members : pandas.DataFrame
        The members of the mentorships, also those who left.
    """
    pairs = zip(members["mentorship_id"], members["person_id"], strict=True)
    yes = [one_allows(said, str(who), str(place)) for place, who in pairs]
    found = pd.Series(yes, index=members["mentorship_id"], dtype=bool)
    everybody = found.groupby(level=0).all()
    return frozenset(everybody.index[everybody])


def one_allows(
    said: Mapping[tuple[str, str], bool], person: str, mentorship: str
) -> bool:
    """Return whether a person says yes, for a mentorship or for all."""
    return bool(answer_of(said, person, mentorship))
