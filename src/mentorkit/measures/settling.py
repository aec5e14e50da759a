"""Settling: which reasons for a call somebody has seen to, and what was noted.

A note is a decision of a program's lead about the mentorship itself, or about the
enrollment of somebody who waits; the rules that call are :mod:`.signals`'.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd

from mentorkit.measures.attention import READ as ATTENDED
from mentorkit.measures.attention import attention
from mentorkit.measures.contact import STALE_DAYS
from mentorkit.measures.reading import DAYS, Day, midnight, need
from mentorkit.models.enrollment import is_leading


READ: Final = (*ATTENDED, "decisions")
"""The tables that it reads."""

CALL_STATES: Final = ("open", "settled")

COLUMNS: Final = {"state": "str", "settled_on": DAYS, "note": "str"}


def calls(
    tables: Mapping[str, pd.DataFrame], *, on: Day, timezone: str, language: str = "en"
) -> pd.DataFrame:
    """Return what somebody should look at on a day, and what of it is settled.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        What :func:`mentorkit.measures.attention` reads, and ``decisions``.
    on : date
        The day in question.
    timezone : str
        IANA name of the zone whose days count.
    language : str
        Language tag of the words.

    Returns
    -------
    pandas.DataFrame
        What ``attention`` gives, and for each reason ``state`` (category: ``open``,
        ``settled``), ``settled_on`` (day) and ``note`` (text; NA where its reader may
        not see it).

    Raises
    ------
    MeasureError
        A table or a column is missing, the zone is unknown, or `on` is not a day.

    Notes
    -----
    A note settles the reasons that held on its day, for as many days as the program
    lets pass in silence (``stale_after_days``); what still holds then is open again. A
    reason that came up later is open. Our own rule: nothing is settled for good by a
    note alone.
    """
    found = attention(tables, on=on, timezone=timezone, language=language)
    notes = _notes(tables, midnight(on))
    held = {
        day: _held(tables, day, timezone)
        for day in notes["decided_on"].drop_duplicates()
    }
    newest = {str(row["about"]): row for row in notes.to_dict("records")}
    rows = []
    for about, signal in zip(found["about"], found["signal"], strict=True):
        note = newest.get(str(about))
        settles = note is not None and (about, signal) in held[note["decided_on"]]
        rows.append(
            {"state": "settled", "settled_on": note["decided_on"], "note": note["note"]}
            if note is not None and settles
            else {"state": "open"}
        )
    told = pd.DataFrame(rows, columns=list(COLUMNS), index=found.index).astype(COLUMNS)
    states = told["state"].astype(pd.CategoricalDtype(list(CALL_STATES)))
    return pd.concat([found, told.assign(state=states)], axis=1)


def _held(
    tables: Mapping[str, pd.DataFrame], day: pd.Timestamp, timezone: str
) -> set[tuple[Any, Any]]:
    then = attention(tables, on=day.date(), timezone=timezone)
    return set(zip(then["about"], then["signal"], strict=True))


def _notes(tables: Mapping[str, pd.DataFrame], day: pd.Timestamp) -> pd.DataFrame:
    """Return the notes that still hold on a day: about whom, when, what; oldest first."""
    decisions, programs = tables["decisions"], tables["programs"]
    need(decisions, "decisions", "ref_id", "by_id", "decided_on", "decision")
    limits = programs.set_index("program_id")["stale_after_days"]
    leads = {
        row["person_id"]
        for row in tables["enrollments"].to_dict("records")
        if is_leading({str(name): value for name, value in row.items()})
    }
    notes = decisions[decisions["by_id"].isin(leads)].assign(
        about=decisions["ref_id"].map(_named(tables)), note=decisions["decision"]
    )
    notes = notes[notes["about"].notna()]
    limit = notes["program_id"].map(limits).astype("float64").fillna(STALE_DAYS)
    age = (day - notes["decided_on"]).dt.days
    notes = notes[(age >= 0) & (age <= limit)]
    order: pd.DataFrame = notes.sort_values(
        ["decided_on", "decision_id"], kind="stable"
    )
    return order[["about", "decided_on", "note"]]


def _named(tables: Mapping[str, pd.DataFrame]) -> dict[str, str]:
    """Return by id the handles of what a note may be about."""
    mentorships, enrolled = tables["mentorships"], tables["enrollments"]
    need(enrolled, "enrollments", "enrollment_id", "person")
    pairs = [*zip(mentorships["mentorship_id"], mentorships["handle"], strict=True)]
    pairs += zip(enrolled["enrollment_id"], enrolled["person"], strict=True)
    return {str(key): str(handle) for key, handle in pairs}
