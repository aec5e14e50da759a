"""Sessions as they are drawn: by the local clock, as a bar or as a sign.

Where they stand on a sheet is decided in ``session_strip``.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from mentorkit.charts.telling import there
from mentorkit.measures.cadence import MISSED
from mentorkit.measures.reading import local_times


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session by the local clock."""

    at: pd.Timestamp
    minutes: int | None
    status: str

    @property
    def day(self) -> pd.Timestamp:
        """Its day."""
        return self.at.normalize()

    @property
    def barred(self) -> bool:
        """Whether it is drawn as a bar."""
        return self.status in ("held", "planned") and self.minutes is not None

    @property
    def sign(self) -> str:
        """Which sign it is drawn as, when it is not a bar."""
        return "missed" if self.status in MISSED else self.status


def meetings_of(sessions: pd.DataFrame, timezone: str) -> list[Meeting]:
    """Return the sessions in the order in which they began."""
    times = local_times(sessions["starts_at"], timezone)
    found = [
        Meeting(at, there(minutes), str(status))
        for at, minutes, status in zip(
            times, sessions["minutes"], sessions["status"], strict=True
        )
    ]
    return sorted(found, key=lambda meeting: meeting.at)


def by_month(meetings: list[Meeting]) -> list[Meeting]:
    """Return one meeting for all of a month that are drawn alike, in its middle."""
    sums: dict[tuple[pd.Timestamp, str, bool], int] = {}
    for each in meetings:
        key = each.day.replace(day=15), each.status, each.barred
        sums[key] = sums.get(key, 0) + (each.minutes or 0)
    return [
        Meeting(middle, minutes if barred else None, status)
        for (middle, status, barred), minutes in sums.items()
    ]


def heights_of(meetings: list[Meeting]) -> dict[pd.Timestamp, int]:
    """Return the minutes of each day's bars, which stand on each other."""
    heights: dict[pd.Timestamp, int] = {}
    for meeting in meetings:
        own = meeting.minutes if meeting.barred and meeting.minutes else 0
        heights[meeting.day] = heights.get(meeting.day, 0) + own
    return heights
