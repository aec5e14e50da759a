"""What a strip of sessions says in words: its sentence, its caption and its table.

The drawing itself is in ``session_strip``.
"""

from __future__ import annotations

from statistics import median

from mentorkit.charts.meetings import Meeting
from mentorkit.charts.telling import Told, counted, day_text, long_day, number_text
from mentorkit.i18n import N_, translate
from mentorkit.models import SessionStatus


def session_words(meetings: list[Meeting], language: str) -> Told:
    """Tell what became of the sessions."""
    labels = (N_("Day"), N_("Time"), N_("Minutes"), N_("Status"))
    return Told(
        title=translate(N_("Sessions"), language),
        caption=_caption(meetings, language),
        description=_description(meetings, language),
        columns=tuple(translate(label, language) for label in labels),
        rows=tuple(
            (
                day_text(meeting.day, language),
                f"{meeting.at:%H:%M}",
                number_text(meeting.minutes),
                translate(SessionStatus(meeting.status).label, language),
            )
            for meeting in meetings
        ),
    )


def _caption(meetings: list[Meeting], language: str) -> str:
    """Explain the marks that are there, and no others."""
    bars = {meeting.status for meeting in meetings if meeting.barred}
    signs = {meeting.sign for meeting in meetings if not meeting.barred}
    marks = {
        N_("Bar: minutes of a session held."): "held" in bars,
        N_("Dot: held, minutes not noted."): "held" in signs,
        N_("Cross: missed."): "missed" in signs,
        N_("Ring: moved."): "moved" in signs,
        N_("Dashed: planned."): "planned" in bars,
        N_("Hollow square: planned, length open."): "planned" in signs,
    }
    return " ".join(translate(mark, language) for mark, drawn in marks.items() if drawn)


def _description(meetings: list[Meeting], language: str) -> str:
    if not meetings:
        return translate(N_("No sessions yet."), language)
    names = [meeting.sign for meeting in meetings]
    words = {
        "held": N_("{n} held"),
        "missed": N_("{n} missed"),
        "moved": N_("{n} moved"),
        "planned": N_("{n} planned"),
    }
    counts = [
        translate(word, language).format(n=names.count(name))
        for name, word in words.items()
        if name in names
    ]
    first, last = meetings[0].day, meetings[-1].day
    span = N_("{count} from {start} to {end}: {counts}.")
    if first == last:
        span = N_("{count} on {start}: {counts}.")
    says = translate(span, language).format(
        count=counted(len(meetings), N_("{n} session"), N_("{n} sessions"), language),
        start=long_day(first, language),
        end=long_day(last, language),
        counts=", ".join(counts),
    )
    held = [one.minutes for one in meetings if one.status == "held" and one.minutes]
    if not held:
        return says
    length = translate(N_("Median length {n} minutes."), language).format(
        n=number_text(median(held))
    )
    return f"{says} {length}"
