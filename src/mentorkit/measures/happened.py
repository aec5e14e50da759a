"""What happened: one line an event, from the records of any number of mentorships.

Only what is dated and written down; nothing is weighed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from mentorkit.errors import MeasureError
from mentorkit.measures.reading import DAYS, Day, local_times, midnight, need


EVENTS: Final = (
    "session_held",
    "session_missed",
    "goal_set",
    "milestone_done",
    "milestone_missed",
    "progress",
    "action_done",
    "decision",
    "reflection",
)
"""The words for what can have happened."""

COLUMNS: Final = ("day", "event", "what", "value", "person", "mentorship", "id")


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where one kind of event is read: table, day, words, person, statuses, number."""

    event: str
    table: str
    key: str
    when: str
    what: str
    person: str | None = None
    status: tuple[str, ...] = ()
    value: str | None = None


_KINDS = (
    _Kind("session_held", "sessions", "session_id", "starts_at", "objective", None, ("held",)),
    _Kind(
        "session_missed", "sessions", "session_id", "starts_at", "objective", None,
        ("cancelled", "no_show"),
    ),
    _Kind("goal_set", "goals", "goal_id", "set_on", "title", "owner"),
    _Kind("milestone_done", "milestones", "milestone_id", "done_on", "title", None, ("done",)),
    _Kind("milestone_missed", "milestones", "milestone_id", "due_on", "title", None, ("missed",)),
    _Kind("progress", "progress", "progress_id", "recorded_on", "note", "by", (), "value"),
    _Kind("action_done", "actions", "action_id", "done_on", "title", "owner", ("done",)),
    _Kind("decision", "decisions", "decision_id", "decided_on", "decision", "by"),
    _Kind("reflection", "reflections", "reflection_id", "written_on", "text", "author", (), "confidence"),
)  # fmt: skip


def happened(
    tables: Mapping[str, pd.DataFrame],
    *,
    on: Day,
    timezone: str,
    since: Day | None = None,
) -> pd.DataFrame:
    """Return what happened up to a day, oldest first, one row an event.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Of ``sessions``, ``goals``, ``milestones``, ``progress``, ``actions``,
        ``decisions`` and ``reflections`` those that count, with all their columns.
    on : date
        The last day.
    timezone : str
        IANA name of the zone whose days count for sessions.
    since : date, optional
        The first day; the beginning when left out.

    Returns
    -------
    pandas.DataFrame
        ``day`` (day), ``event`` (category), ``what`` (text: the title, objective,
        note, decision or reflection, of progress without a note its goal; NaN where the reader may not know it, or there
        is none), ``value`` (float64: what was measured, or the confidence), ``person`` and ``mentorship`` (handles), ``id`` (text).

    Raises
    ------
    MeasureError
        A table or a column is missing, the zone is unknown, or a day is none.

    Examples
    --------
    >>> import pandas as pd
    >>> goals = pd.DataFrame({
    ...     "goal_id": ["g-1"], "set_on": pd.to_datetime(["2026-09-01"]),
    ...     "title": ["Write it"], "owner": ["ada"], "mentorship": ["ada-grace"]})
    >>> found = happened({"goals": goals}, on="2026-09-30", timezone="UTC")
    >>> found[["event", "what"]].values.tolist()
    [['goal_set', 'Write it']]
    """
    unknown = sorted(set(tables) - {kind.table for kind in _KINDS})
    if unknown:
        raise MeasureError(f"Nothing is known to happen in {', '.join(unknown)}.")
    tables = {**tables, **_named(tables)}
    parts = [
        _events(kind, tables[kind.table], timezone)
        for kind in _KINDS
        if kind.table in tables
    ]
    empty = pd.DataFrame(columns=list(COLUMNS), dtype="str").astype(
        {"day": DAYS, "value": "float64"}
    )
    found = pd.concat([empty, *parts], ignore_index=True)
    found = found[found["day"] <= midnight(on)]
    if since is not None:
        found = found[found["day"] >= midnight(since)]
    texts = dict.fromkeys(("what", "person", "mentorship", "id"), "str")
    found = found.astype({"event": pd.CategoricalDtype(list(EVENTS)), **texts})
    return found.sort_values(["day", "event", "id"]).reset_index(drop=True)


def _named(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the progress with its goal's title where nobody wrote a note."""
    if not {"progress", "goals"} <= tables.keys():
        return {}
    progress, goals = tables["progress"], tables["goals"]
    need(progress, "progress", "goal_id", "note")
    need(goals, "goals", "goal_id", "title")
    titles = progress["goal_id"].map(goals.set_index("goal_id")["title"])
    return {"progress": progress.assign(note=progress["note"].fillna(titles))}


def _events(kind: _Kind, frame: pd.DataFrame, timezone: str) -> pd.DataFrame:
    named = [name for name in (kind.person, kind.value) if name]
    need(frame, kind.table, kind.key, kind.when, kind.what, "mentorship", *named)
    rows = frame
    if kind.status:
        need(frame, kind.table, "status")
        rows = frame[frame["status"].isin(kind.status)]
    days = rows[kind.when]
    if kind.table == "sessions":
        days = local_times(days, timezone)
    person = rows[kind.person] if kind.person else None
    return pd.DataFrame(
        {
            "day": days.astype(DAYS).dt.normalize(),
            "event": kind.event,
            "what": rows[kind.what],
            "value": rows[kind.value] if kind.value else float("nan"),
            "person": pd.Series(person, index=rows.index, dtype="str"),
            "mentorship": rows["mentorship"],
            "id": rows[kind.key],
        }
    )
