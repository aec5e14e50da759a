"""Confidence: the ratings that people gave in their reflections, with their roles.

No average over people: each rating stays one person's own on one day.
"""

from __future__ import annotations

import pandas as pd

from mentorkit.measures.reading import DAYS, need
from mentorkit.models import MemberRole


def confidence(
    reflections: pd.DataFrame, members: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the confidence ratings by day, with who gave them.

    Parameters
    ----------
    reflections : pandas.DataFrame
        ``author_id``, ``author`` (handle), ``written_on``, ``confidence`` (1 to 5).
    members : pandas.DataFrame, optional
        ``person_id``, ``role`` and, where it is known, ``name``; with
        ``mentorship_id`` in both frames, a role counts in its mentorship alone.
        Somebody with several roles is shown in the first of them.

    Returns
    -------
    pandas.DataFrame
        One row a rating, sorted by day, role and person: ``day`` (day), ``person``
        and ``name`` (text; the handle where there is no name), ``role`` (category,
        NaN for others than members), ``confidence`` (float64).

    Raises
    ------
    MeasureError
        A column is missing.
    """
    need(reflections, "reflections", "author_id", "author", "written_on", "confidence")
    rated = reflections.loc[reflections["confidence"].notna()]
    keys = ["person_id"]
    known = _roles(members)
    if "mentorship_id" in known and "mentorship_id" in rated:
        keys.append("mentorship_id")
    rated = rated.rename(columns={"author_id": "person_id", "author": "person"})
    rated = rated[[*keys, "person", "written_on", "confidence"]]
    known = known[[*keys, "name", "role"]].drop_duplicates(keys)
    found = rated.merge(known, on=keys, how="left")
    found["name"] = found["name"].fillna(found["person"])
    found = found.rename(columns={"written_on": "day"}).astype(
        {
            "day": DAYS,
            "person": "str",
            "name": "str",
            "role": pd.CategoricalDtype(MemberRole.words()),
            "confidence": "float64",
        }
    )
    found = found.sort_values(["day", "role", "person"], kind="stable")
    columns = ["day", "person", "name", "role", "confidence"]
    return found[columns].reset_index(drop=True)


def _roles(members: pd.DataFrame | None) -> pd.DataFrame:
    if members is None:
        return pd.DataFrame(columns=["person_id", "name", "role"], dtype="str")
    need(members, "members", "person_id", "role")
    named = members if "name" in members else members.assign(name=None)
    roles = named["role"].astype(pd.CategoricalDtype(MemberRole.words()))
    return named.assign(role=roles).sort_values("role", kind="stable")
