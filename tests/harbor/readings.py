"""How single cells are read: names, days, clock times, lengths.

Nothing here knows which file or table a cell is in.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata


def same(text):
    """Return a name or an address as it is compared: spaces and case don't count."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def day(text):
    """Read month/day/year, or return nothing for a day that doesn't exist."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text)
    try:
        return dt.date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def clock(text):
    """Read 16:00, 9.30 or 4pm."""
    found = re.fullmatch(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", text.lower())
    hour = int(found[1]) % 12 if found[3] else int(found[1])
    return dt.time(hour + 12 * (found[3] == "pm"), int(found[2] or 0))


def minutes(text):
    """Read 45, 60 min or 1h."""
    found = re.fullmatch(r"(\d+)\s*(h|min)?", text)
    return int(found[1]) * (60 if found[2] == "h" else 1)
