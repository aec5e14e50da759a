"""Periods: the span of days that a review looks at."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from mentorkit.errors import InvalidPeriod


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, both ends included.

    Examples
    --------
    >>> Period.parse("2026Q3").end
    datetime.date(2026, 9, 30)
    >>> Period.parse("2026-07-01/2026-09-30").name
    '2026Q3'
    """

    start: dt.date
    end: dt.date

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2026Q3``, ``2026-09`` or ``2026-07-01/2026-09-30``.

        Raises
        ------
        InvalidPeriod
            The text is none of the three, or ends before it starts.
        """
        text = str(text).strip()
        try:
            if found := re.fullmatch(r"(\d{4})-?[Qq]([1-4])", text):
                first = int(found[2]) * 3 - 2
                return cls._months(int(found[1]), first, first + 2)
            if found := re.fullmatch(r"(\d{4})-(\d{2})", text):
                return cls._months(int(found[1]), int(found[2]), int(found[2]))
            start, slash, end = text.partition("/")
            if slash:
                period = cls(dt.date.fromisoformat(start), dt.date.fromisoformat(end))
                if period.end >= period.start:
                    return period
        except ValueError:
            pass
        raise InvalidPeriod(
            f"'{text}' is not a period. Use a quarter such as 2026Q3, a month such as"
            " 2026-09, or two days such as 2026-07-01/2026-09-30."
        )

    @classmethod
    def _months(cls, year: int, first: int, last: int) -> Self:
        end = calendar.monthrange(year, last)[1]
        return cls(dt.date(year, first, 1), dt.date(year, last, end))

    @classmethod
    def quarter_of(cls, day: dt.date) -> Self:
        """Return the quarter that a day lies in."""
        first = (day.month - 1) // 3 * 3 + 1
        return cls._months(day.year, first, first + 2)

    @property
    def name(self) -> str:
        """The shortest way to write it, which :meth:`parse` reads back."""
        quarter = Period.quarter_of(self.start)
        if (self.start, self.end) == (quarter.start, quarter.end):
            return f"{self.start.year}Q{(self.start.month + 2) // 3}"
        month = Period._months(self.start.year, self.start.month, self.start.month)
        if (self.start, self.end) == (month.start, month.end):
            return f"{self.start:%Y-%m}"
        return f"{self.start}/{self.end}"

    @property
    def folder(self) -> str:
        """Its name as a folder's."""
        return self.name.replace("/", "_")

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end

    def __str__(self) -> str:
        return self.name
