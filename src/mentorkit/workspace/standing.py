"""Where every mentorship stands today: one row each, with what needs a call."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit import report
from mentorkit.frames import Snapshot
from mentorkit.models import Period


if TYPE_CHECKING:
    from mentorkit.workspace import Workspace


COLUMNS = (
    "goals",
    "goals_reached",
    "milestones",
    "milestones_done",
    "milestones_late",
    "sessions_held",
)


def standing(ws: Workspace, days: int) -> pd.DataFrame:
    """Return one row a mentorship, by handle."""
    period = Period(ws.today - dt.timedelta(days=days - 1), ws.today)
    snapshots = ws.snapshots(period.name, as_of=ws.now())
    rows = [_row(snapshot, ws.timezone) for snapshot in snapshots]
    names = ["mentorship", "status", *COLUMNS, "last_session", "needs_call"]
    return pd.DataFrame(rows, columns=names)


def _row(snapshot: Snapshot, timezone: str) -> dict[str, Any]:
    facts = report.facts(snapshot)
    held = snapshot.sessions.loc[snapshot.sessions["status"] == "held", "starts_at"]
    last = f"{held.max().tz_convert(timezone):%d %b}" if len(held) else "none"
    return {
        "mentorship": snapshot.handle,
        "status": snapshot.mentorship["status"],
        **{name: facts[name] for name in COLUMNS},
        "last_session": last,
        "needs_call": " ".join(call["reason"] for call in facts["needs_call"]),
    }
