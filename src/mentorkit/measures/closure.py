"""Closure: whether a mentorship is brought to a good end, point by point."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.due import STILL_OPEN
from mentorkit.measures.reading import Day, midnight


READ: Final = (
    "goals",
    "actions",
    "assessments",
    "consents",
    "reflections",
    "members",
)
"""The tables that it reads."""

CRITERIA: Final = ("goals", "actions", "wave", "letter", "consent")
"""What a good end is made of."""

FINAL_WAVES: Final = ("post", "closure")
"""When in a mentorship a last sheet is filled in."""

STAYS: Final = ("statistics", "publish", "share_program")
"""Consents that say what may stay and be shown afterwards."""


def closure_check(tables: Mapping[str, pd.DataFrame], *, on: Day) -> pd.DataFrame:
    """Return what of a good end is there, and what is left to do.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        ``goals``, ``actions``, ``assessments``, ``consents``, ``reflections`` and
        ``members`` of one mentorship.
    on : date
        The day in question.

    Returns
    -------
    pandas.DataFrame
        One row a criterion, in this order: ``criterion`` (category: ``goals`` that
        are decided, ``actions`` that are closed, the last ``wave`` of sheets that is
        taken, the closing ``letter``, the ``consent`` to what stays), ``met`` (bool),
        ``left`` (Int64: what is still to do).

    Raises
    ------
    MeasureError
        A table is missing, or `on` is not a day.

    Notes
    -----
    A goal is decided when its status says how it ended. Of sheets and letters one is
    enough; a consent, yes or no, is asked of every mentee.
    """
    missing = [name for name in READ if name not in tables]
    if missing:
        raise MeasureError(
            f"closure_check also reads {', '.join(missing)}: give them too."
        )
    day = midnight(on)
    goals, actions, sheets = tables["goals"], tables["actions"], tables["assessments"]
    written, said = tables["reflections"], tables["consents"]
    members = tables["members"]
    mentees = set(members.loc[members["role"] == "mentee", "person_id"])
    answered = said[said["scope"].isin(STAYS) & ~(said["given_on"] > day)]
    left = {
        "goals": int(
            goals["status"].isin(["draft", *STILL_OPEN["goal"], "paused"]).sum()
        ),
        "actions": int(actions["status"].isin(STILL_OPEN["action"]).sum()),
        "wave": int(not sheets["wave"].isin(FINAL_WAVES).any()),
        "letter": int(not (written["kind"] == "closing_letter").any()),
        "consent": len(mentees - set(answered["person_id"])),
    }
    frame = pd.DataFrame(
        {
            "criterion": pd.Categorical(list(CRITERIA), categories=list(CRITERIA)),
            "left": pd.Series([left[name] for name in CRITERIA], dtype="Int64"),
        }
    )
    frame["met"] = (frame["left"] == 0).astype(bool)
    return frame[["criterion", "met", "left"]]
