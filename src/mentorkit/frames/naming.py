"""Pseudonyms for a reader who may be anybody: gathered from the store, put over frames."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from mentorkit.i18n import translate
from mentorkit.models import MemberRole, record_of
from mentorkit.privacy import Pseudonyms
from mentorkit.store import Store
from mentorkit.store.moment import Moment


Key = Callable[[], bytes]
"""What gives the secret that pseudonyms are made with, when there is need of it."""


def unnamed(
    store: Store | Moment, key: bytes, tables: Mapping[str, pd.DataFrame], language: str
) -> dict[str, pd.DataFrame]:
    """Return tables that belong together, with pseudonyms for all who are in them.

    Parameters
    ----------
    store : Store or Moment
        Where people are known by name.
    key : bytes
        The secret.
    tables : mapping of str to pandas.DataFrame
        As everybody may see them, by the table's name; ``members`` among them say who
        is called a mentee and who a mentor.
    language : str
        Language tag for these words.
    """
    people = list(store.rows("people"))
    known = store.rows("mentorships").columns
    handles = dict(zip(known["handle"], known["mentorship_id"], strict=True))
    bare = Pseudonyms(key)
    shown = {}
    if (members := tables.get("members")) is not None:
        for who, role in zip(members["person_id"], members["role"], strict=True):
            code = bare.of("people", who).partition("-")[2].upper()
            shown[who] = f"{translate(MemberRole(role).label, language)} {code}"
    pseudonyms = Pseudonyms(key, handles, people, shown)
    return {
        name: pseudonyms.applied(frame, record_of(name))
        for name, frame in tables.items()
    }
