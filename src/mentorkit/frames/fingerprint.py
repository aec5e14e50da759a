"""What a review is made from, as a short text: the same rows give the same text.

So that a review whose rows are as they were is not made again.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence

import numpy as np
import pandas as pd

from mentorkit.frames.reading import Frames
from mentorkit.frames.scope import Scope
from mentorkit.models import RECORDS
from mentorkit.privacy import Reader


FEW = 500
"""For more mentorships than these, reading whole tables is quicker."""

READ = tuple(record.table for record in RECORDS if not record.automatic)
"""What a review may be made from; that it was made before is none of it."""

TODAYS = ("programs", "mentorships", "members")
"""What a review takes as it is now, where it was not there at the cut."""


def fingerprints(
    frames: Frames, reader: Reader, mentorships: Sequence[str], cut: dt.datetime
) -> dict[str, str]:
    """Return for each mentorship what stands for the rows that a reader sees of it.

    They are those of every frame that is asked for by ``mentorship=`` as of the cut.
    What the reader may not see counts in none, so that nobody can guess at it by the
    text.

    Parameters
    ----------
    frames : Frames
        The frames.
    reader : Reader
        For whom the reviews are made.
    mentorships : sequence of str
        Their ids.
    cut : datetime.datetime
        Up to when rows count.
    """
    few = tuple(mentorships) if len(mentorships) <= FEW else None
    then = Scope(mentorships=few, as_of=cut)
    tables = [(name, then) for name in READ]
    tables += [(name, then.now()) for name in TODAYS]
    with frames.one_moment() as moment:
        read = [moment.table(name, reader, scope) for name, scope in tables]
        now = dict(zip(TODAYS, read[len(READ) :], strict=True))
    places = _Places(now["mentorships"], now["members"], mentorships)
    parts = np.column_stack([places.sums(frame) for frame in read])
    return {
        each: hashlib.sha256(row.tobytes()).hexdigest()[:32]
        for each, row in zip(mentorships, parts, strict=True)
    }


class _Places:
    """Which mentorships a row counts for: its own, its person's, its program's, or all."""

    def __init__(
        self, mentorships: pd.DataFrame, members: pd.DataFrame, ids: Sequence[str]
    ) -> None:
        self._ids = pd.Index(ids)
        chosen = mentorships.set_index("mentorship_id").loc[self._ids]
        self._of_handle = pd.Series(self._ids, index=chosen["handle"])
        self._program = chosen["program_id"]
        held = members[members["mentorship_id"].isin(self._ids)]
        self._person = held.drop_duplicates(["mentorship_id", "person_id"])

    def sums(self, frame: pd.DataFrame) -> np.ndarray:
        """Return for each mentorship what stands for its rows of a frame."""
        rows = _hashed(frame)
        if "mentorship_id" in frame:
            return self._for_each(rows.groupby(frame["mentorship_id"]).sum())
        if "mentorship" in frame:
            found = frame["mentorship"].map(self._of_handle)
            return self._for_each(rows.groupby(found).sum())
        if "person_id" in frame:
            of_person = rows.groupby(frame["person_id"]).sum()
            each = self._person["person_id"].map(of_person).fillna(0).astype("uint64")
            return self._for_each(each.groupby(self._person["mentorship_id"]).sum())
        if "program_id" in frame:
            of_program = rows.groupby(frame["program_id"]).sum()
            return self._program.map(of_program).fillna(0).to_numpy("uint64")
        return np.full(len(self._ids), rows.sum(), dtype="uint64")

    def _for_each(self, sums: pd.Series) -> np.ndarray:
        return sums.reindex(self._ids, fill_value=0).to_numpy("uint64")


def _hashed(frame: pd.DataFrame) -> pd.Series:
    """Return a number for each row, by which rows are told apart."""
    hashed = pd.util.hash_pandas_object(frame, index=False)
    return hashed.astype("uint64")
