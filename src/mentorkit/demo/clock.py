"""The demo's clock: when people meet and when they write things down.

All chance in the demo is here, and comes from one seed.
"""

from __future__ import annotations

import datetime as dt
import random
from zoneinfo import ZoneInfo


SATURDAY = 5


class Clock:
    """Times of day in one time zone, varied a little by a seed."""

    def __init__(self, seed: int, name: str, zone: str) -> None:
        self._lot = random.Random(f"{seed} {name}")  # noqa: S311 - repeatable on purpose
        self.zone = zone

    def at(self, day: dt.date, time: dt.time, zone: str | None = None) -> dt.datetime:
        """Return a moment on somebody's clock, here or in another zone."""
        return dt.datetime.combine(day, time, ZoneInfo(zone or self.zone))

    def meeting(self, day: dt.date, time: dt.time) -> dt.datetime:
        """Return when people meet: at the usual time, or a quarter before or after."""
        shift = self._lot.choice((-15, 0, 0, 0, 15))
        return self.at(day, time) + dt.timedelta(minutes=shift)

    def length(self, minutes: int) -> int:
        """Return how long they met: about as long as usual."""
        return minutes + self._lot.choice((-10, -5, 0, 0, 0, 5, 10))

    def after(self, moment: dt.datetime) -> dt.datetime:
        """Return about an hour later: when a meeting is written up."""
        return moment + dt.timedelta(seconds=self._lot.randint(45 * 60, 80 * 60))

    def soon(self, moment: dt.datetime) -> dt.datetime:
        """Return a few minutes later: the next thing written in one sitting."""
        return moment + dt.timedelta(seconds=self._lot.randint(60, 240))

    def evening(self, day: dt.date, zone: str | None = None) -> dt.datetime:
        """Return a moment late in somebody's day, when they get round to writing."""
        start = self.at(day, dt.time(16), zone)
        return start + dt.timedelta(seconds=self._lot.randint(0, 5 * 3600))

    def near(self, day: dt.date, latest: dt.date) -> dt.date:
        """Return a working day on or just after a day, and never after ``latest``."""
        moved = day + dt.timedelta(days=self._lot.choice((0, 0, 1)))
        while moved.weekday() >= SATURDAY:
            moved += dt.timedelta(days=1)
        return min(moved, latest)
