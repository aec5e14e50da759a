"""How single cells are read: text, numbers, days, clock times, lengths, lists.

Pure functions of one cell; nothing here knows which file or table it is in. What
cannot be read raises ``Unreadable``, which says what was expected.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentorkit.i18n import N_, translate


Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta
"""What a cell holds: text in a CSV file, one of the others in a workbook."""

LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th"}
)
"""Letters that Unicode does not take apart into a plain one and an accent."""

DAY = N_("Enter a day that exists as {orders}, such as {example}.")
CLOCK = N_("Enter a time of day, such as 16:00, 9.30 or 4 pm.")
LENGTH = N_("Enter a length, such as 45, 60 min, 1h or 1:30.")
NUMBER = N_("Enter a number, such as {example}.")
OPTION = N_("“{part}” is none of the options: {options}.")
ZONE = N_("There is no time zone “{zone}”; one is called Europe/Berlin.")
SKIPPED = N_("No clock showed {time} on that day in {zone}: it was put forward.")

EXAMPLES = {"day": "30", "month": "9", "year": "2026"}


class Unreadable(ValueError):  # noqa: N818 - named by the situation
    """A cell is not what was expected; the message says what would be."""


def text_of(cell: Cell | None) -> str:
    """Return a cell as the text that a person would have typed.

    Examples
    --------
    >>> text_of(10.0), text_of(dt.datetime(2026, 9, 30)), text_of(" =1+1 ")
    ('10', '2026-09-30', '=1+1')
    """
    match cell:
        case None:
            text = ""
        case bool():
            text = str(cell).lower()
        case float() if cell.is_integer():
            text = str(int(cell))
        case dt.datetime():
            midnight = cell.time() == dt.time()
            text = str(cell.date()) if midnight else cell.isoformat(" ", "seconds")
        case dt.time():
            text = cell.isoformat("minutes")
        case dt.timedelta():
            text = f"{round(cell.total_seconds() / 60)} min"
        case _:
            text = unicodedata.normalize("NFC", str(cell)).strip()
    return text


def folded(text: str) -> str:
    """Return a text as it is compared: case, accents and extra spaces do not count.

    Examples
    --------
    >>> folded("  Zoë   ÅNGSTRÖM "), folded("Łukasz"), folded("陈 美玲")
    ('zoe angstrom', 'lukasz', '陈 美玲')
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(LETTERS)
    apart = unicodedata.normalize("NFKD", plain)
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    return " ".join(unicodedata.normalize("NFKC", kept).split())


def read_handle(text: str) -> str:
    """Return a text as a handle: small Latin letters, digits, dots and hyphens.

    Examples
    --------
    >>> read_handle("Jörg Weiß"), read_handle("tom.b")
    ('jorg-weiss', 'tom.b')
    """
    plain = folded(text).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9._-]+", "-", plain).strip("-._")
    if not found:
        message = N_("No handle can be made of this: give one in Latin letters.")
        raise Unreadable(translate(message))
    return found


def read_number(text: str, decimal: str = ".") -> float:
    """Read the number in a cell; words around it (about 3, ca. 5 h) are passed over.

    Examples
    --------
    >>> read_number("1.250,5", ","), read_number("about 3"), read_number("-2")
    (1250.5, 3.0, -2.0)
    """
    group = "." if decimal == "," else ","
    mark, thousands = re.escape(decimal), f"[{re.escape(group)}’'\u00a0\u202f]"
    pattern = rf"(?<!\w)[-−]?(?:\d{{1,3}}(?:{thousands}\d{{3}})+|\d+)(?:{mark}\d+)?"
    found = re.findall(pattern, text)
    if len(found) != 1:
        example = f"2{decimal}5"
        raise Unreadable(translate(NUMBER).format(example=example))
    plain = re.sub(thousands, "", found[0]).replace(decimal, ".").replace("−", "-")
    return float(plain)


def is_plain_number(text: str) -> bool:
    """Say whether a text is a number and nothing else."""
    return re.fullmatch(r"[-−+]?[\d.,’'\u00a0\u202f]+", text) is not None


def read_day(text: str, orders: Sequence[str] = ()) -> dt.date:
    """Read a day: year-month-day always, and whatever orders are told.

    Parameters
    ----------
    text : str
        The cell.
    orders : sequence of str
        Such as ``day.month.year`` or ``month/day/year``, tried one after the other.

    Examples
    --------
    >>> read_day("31.12.2026", ["day.month.year"]), read_day("2026-12-31")
    (datetime.date(2026, 12, 31), datetime.date(2026, 12, 31))
    """
    known = ["year-month-day", *orders]
    for order in known:
        pattern = re.escape(order)
        for name, digits in (("year", r"\d{4}|\d{2}"), ("month", r"\d\d?")):
            pattern = pattern.replace(name, rf"(?P<{name}>{digits})")
        pattern = pattern.replace("day", r"(?P<day>\d\d?)")
        if found := re.fullmatch(pattern, text.strip()):
            day = {name: int(value) for name, value in found.groupdict().items()}
            if len(found["year"]) == 2:
                day["year"] += 2000
            try:
                return dt.date(**day)
            except ValueError:
                continue
    example = orders[0] if orders else known[0]
    for name, value in EXAMPLES.items():
        example = example.replace(name, value.zfill(2) if not orders else value)
    told = " or ".join(orders or known)
    raise Unreadable(translate(DAY).format(orders=told, example=example))


def read_clock(text: str) -> dt.time:
    """Read a time of day.

    Examples
    --------
    >>> [str(read_clock(t)) for t in ("9.30", "4pm", "16:00", "12 am", "16 Uhr")]
    ['09:30:00', '16:00:00', '16:00:00', '00:00:00', '16:00:00']
    """
    found = re.fullmatch(
        r"(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*(a\.?m\.?|p\.?m\.?|uhr|h)?",
        text.strip().lower(),
    )
    if found:
        hour, minute, second = (int(part or 0) for part in found.group(1, 2, 3))
        half = (found[4] or "")[:1]
        if half in ("a", "p"):
            hour = hour % 12 + 12 * (half == "p") if 1 <= hour <= 12 else 99
        if hour < 24 and minute < 60 and second < 60:
            return dt.time(hour, minute, second)
    raise Unreadable(translate(CLOCK))


def read_moment(day: dt.date, clock: dt.time, zone: str) -> dt.datetime:
    """Return the moment when a clock in a time zone showed a time on a day.

    Raises
    ------
    Unreadable
        There is no such zone, or its clocks skipped that time on that day.
    """
    try:
        found = dt.datetime.combine(day, clock, ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Unreadable(translate(ZONE).format(zone=zone)) from None
    back = found.astimezone(dt.UTC).astimezone(found.tzinfo)
    if back.replace(tzinfo=None) != found.replace(tzinfo=None):
        time = clock.isoformat("minutes")
        raise Unreadable(translate(SKIPPED).format(time=time, zone=zone))
    return found


def read_minutes(text: str, decimal: str = ".") -> int:
    """Read a length in minutes; a number alone is minutes.

    Examples
    --------
    >>> [read_minutes(t) for t in ("45", "60 min", "1h", "1.5 h", "1h30", "1:30")]
    [45, 60, 60, 90, 90, 90]
    """
    plain = " ".join(text.lower().replace(decimal, ".").split())
    hours = r"(?:h|hrs?|hours?|std\.?|stunden?)"
    minutes = r"(?:m|mins?|minutes?|min\.|minuten?|’|')"
    if found := re.fullmatch(rf"(\d+) ?{minutes}?", plain):
        return int(found[1])
    if found := re.fullmatch(rf"(\d+(?:\.\d+)?) ?{hours}", plain):
        return round(float(found[1]) * 60)
    if found := re.fullmatch(rf"(\d+)(?: ?{hours} ?|:)([0-5]?\d) ?{minutes}?", plain):
        return int(found[1]) * 60 + int(found[2])
    raise Unreadable(translate(LENGTH))


def split_options(text: str, separator: str, options: Iterable[str]) -> list[str]:
    """Split a cell of several answers whose options may hold the separator themselves.

    Parameters
    ----------
    text : str
        The cell.
    separator : str
        What stands between two answers.
    options : iterable of str
        All the answers that could be ticked, as they are to be returned.

    Raises
    ------
    Unreadable
        A part is none of the options.

    Examples
    --------
    >>> split_options("SQL, Project planning, small teams", ",",
    ...               ["SQL", "Project planning, small teams"])
    ['SQL', 'Project planning, small teams']
    """
    known = {_spaced(option): option for option in options}
    pieces = [piece.strip() for piece in text.split(separator)]
    found, start = [], 0
    while start < len(pieces):
        for end in range(len(pieces), start, -1):
            joined = _spaced(f"{separator} ".join(pieces[start:end]))
            if match := known.get(joined):
                found.append(match)
                start = end
                break
        else:
            if pieces[start]:
                told = "; ".join(known.values())
                message = translate(OPTION).format(part=pieces[start], options=told)
                raise Unreadable(message)
            start += 1
    return found


def split_parts(text: str, separator: str) -> list[str]:
    r"""Split a cell at a separator, or at its lines; empty parts are passed over.

    Examples
    --------
    >>> split_parts("me: call ; both: read;", ";"), split_parts("a\n\nb", "lines")
    (['me: call', 'both: read'], ['a', 'b'])
    """
    pieces = text.splitlines() if separator == "lines" else text.split(separator)
    return [piece.strip() for piece in pieces if piece.strip()]


def _spaced(text: str) -> str:
    """Return an option as it is compared: spaces around separators do not count."""
    return re.sub(r"\s*([,;|/])\s*", r"\1 ", folded(text)).strip()
