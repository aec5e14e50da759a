"""Where every mentorship stands today: one row each, with what needs a call."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd

from mentorkit import report
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
    rows = [_row(ws, row, period) for row in ws.mentorships().itertuples()]
    names = ["mentorship", "status", *COLUMNS, "last_session", "needs_call"]
    return pd.DataFrame(rows, columns=names)


def _row(ws: Workspace, mentorship: Any, period: Period) -> dict[str, Any]:
    snapshot = ws.snapshot(mentorship.handle, period.name, as_of=ws.now())
    facts = report.facts(snapshot)
    held = snapshot.sessions.loc[snapshot.sessions["status"] == "held", "starts_at"]
    last = f"{held.max().tz_convert(ws.timezone):%d %b}" if len(held) else "none"
    return {
        "mentorship": mentorship.handle,
        "status": mentorship.status,
        **{name: facts[name] for name in COLUMNS},
        "last_session": last,
        "needs_call": " ".join(call["reason"] for call in facts["needs_call"]),
    }
